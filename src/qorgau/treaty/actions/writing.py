"""What a person does with a draft: begin it, write in it, put evidence and figures in, throw it away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from django.db import transaction

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.custody.actions.at_hand import checked_act, made_id
from qorgau.lawbook import Language
from qorgau.recording.kept_rows import forget_in_backups
from qorgau.recording.writer_turn import RECORD
from qorgau.treaty.actions.acting import line, words
from qorgau.treaty.actions.saving import COVER, save, store_first
from qorgau.treaty.models.drafts import DraftPartRow, DraftRow, DraftVersionRow
from qorgau.treaty.queries.asked import questioned
from qorgau.treaty.queries.bodies_by_name import body_name
from qorgau.treaty.queries.draft_periods import chosen_periods, recorded_from, usual_periods
from qorgau.treaty.queries.draft_rows import act_for, own_draft, writing_of
from qorgau.treaty.queries.evidence_figures import span_named
from qorgau.treaty.queries.inserting import filled, offered_by, recounted_of
from qorgau.treaty.queries.reach import require_for
from qorgau.treaty.refusal import NoSuchThing, TreatyRefusal
from qorgau.treaty.writing.beginning import begin
from qorgau.treaty.writing.blocks import Block, BlockRole, Cover, Writing
from qorgau.treaty.writing.figures import Figure, with_contradicting
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.marks import BrokenMark, figures_in, paragraphs

_LONGEST_BLOCK = 60_000


def new_draft(
    actor: Actor,
    kind: ReportKind,
    document_id: str,
    language: Language,
    *,
    now: int,
    act_id: str | None = None,
    fill: bool = True,
    periods: Sequence[str] = (),
) -> str:
    """Begin a report that answers a document; gives the draft's id.

    fill: put the evidence and figures in at once. periods: over which figures are counted, each "2025" or
    "2025-01-01..2025-06-30"; without any, the years that a report of this kind tells of.
    """
    require(actor, act_for(kind))
    require_for(actor, act_for(kind), [actor.body])
    draft_id = made_id("treaty/draft", f"{actor.account}/{checked_act(act_id)}")
    if DraftRow.objects.filter(draft_id=draft_id).exists():
        return own_draft(actor, draft_id).draft_id
    found = questioned(actor, document_id, kind, language)
    over = chosen_periods(actor, periods, now=now) or usual_periods(found, kind, now=now)
    writing = Writing(
        kind=kind,
        language=language,
        document=found.document,
        symbol=found.symbol,
        committee=found.committee,
        state=found.state,
        cover=Cover(author=_organisation(actor, kind, language)),
        blocks=begin(found.asked),
        periods=tuple(span_named(each) for each in over),
        recorded_from=recorded_from(),
    )
    begun = filled(actor, writing, now=now) if fill else writing
    store_first(_row(draft_id, actor, begun, stem=found.stem, now=now), begun, actor=actor, now=now)
    return draft_id


def _organisation(actor: Actor, kind: ReportKind, language: Language) -> str:
    """An organisation's paper bears its name where a State's bears that of the United Nations; empty where none is known."""
    title = body_name(actor.body, language)
    return title if kind.is_civil and title != actor.body else ""


def _row(draft_id: str, actor: Actor, writing: Writing, *, stem: str, now: int) -> DraftRow:
    return DraftRow(
        draft_id=draft_id,
        kind=writing.kind.value,
        document_id=writing.document,
        stem=stem,
        language=writing.language.value,
        body_id=actor.body,
        account=actor.account,
        begun_at=now,
        saved_at=now,
        version=1,
    )


def save_block(
    actor: Actor,
    draft_id: str,
    block_id: str,
    text: str,
    *,
    base: int,
    now: int,
    heading: str | None = None,
) -> int:
    """Save what a person wrote in one block; gives the number of the version."""
    typed = words(text, field="text", needed=False, most=_LONGEST_BLOCK)
    above = None if heading is None else line(heading, field="heading", needed=False)

    def change(block: Block) -> Block:
        _check(typed, block.figures)
        return replace(block, text=typed, heading=block.heading if above is None else above)

    return _save_block(actor, draft_id, block_id, change, what="text", base=base, now=now)


def add_block(
    actor: Actor, draft_id: str, *, heading: str, text: str, after: str, base: int, now: int
) -> int:
    """Put a block of one's own after another."""
    above = line(heading, field="heading")
    typed = words(text, field="text", needed=False, most=_LONGEST_BLOCK)
    _check(typed, ())

    def change(writing: Writing) -> Writing:
        _require_block(writing, after)
        numbers = [int(each.id[5:]) for each in writing.blocks if each.role is BlockRole.TEXT]
        made = Block(id=f"text-{max(numbers, default=0) + 1}", role=BlockRole.TEXT, heading=above, text=typed)
        place = [each.id for each in writing.blocks].index(after) + 1
        return replace(writing, blocks=(*writing.blocks[:place], made, *writing.blocks[place:]))

    return save(actor, draft_id, change, what="added", touched=(), base=base, now=now)


def remove_block(actor: Actor, draft_id: str, block_id: str, *, base: int, now: int) -> int:
    """Take a block out; the versions before still have it. An answer that is taken out is missing in the report."""

    def change(writing: Writing) -> Writing:
        _require_block(writing, block_id)
        return replace(writing, blocks=tuple(each for each in writing.blocks if each.id != block_id))

    return save(actor, draft_id, change, what="removed", touched=(block_id,), base=base, now=now)


def insert(
    actor: Actor,
    draft_id: str,
    block_id: str,
    *,
    evidence: Collection[str] = (),
    figures: Collection[str] = (),
    base: int,
    now: int,
) -> int:
    """Put lines of evidence and figures into a block, as they read now; one that stands there already is renewed."""
    writing = writing_of(own_draft(actor, draft_id))
    found = offered_by(actor, writing, _require_block(writing, block_id), (*evidence, *figures), now=now)
    lines = {each.id: each for each in found.evidence}
    counted = {each.id: each for each in found.figures}
    if missing := (set(evidence) - set(lines)) | (set(figures) - set(counted)):
        raise TreatyRefusal("draft_not_offered", name=", ".join(sorted(missing)))

    def change(held: Block) -> Block:
        kept = {each.id: each for each in held.evidence}
        numbers = {each.id: each for each in held.figures}
        return replace(
            held,
            evidence=tuple({**kept, **lines}.values()),
            figures=tuple({**numbers, **counted}.values()),
            untold=found.untold,
        )

    return _save_block(actor, draft_id, block_id, change, what="inserted", base=base, now=now)


def take_out(
    actor: Actor,
    draft_id: str,
    block_id: str,
    *,
    evidence: Collection[str] = (),
    figures: Collection[str] = (),
    base: int,
    now: int,
) -> int:
    """Take lines of evidence and figures out of a block; a figure that the text calls for stays.

    Figures that contradict each other go together, as they came.
    """

    def change(held: Block) -> Block:
        gone = with_contradicting(figures, held.figures)
        left = tuple(each for each in held.figures if each not in gone)
        _check(held.text, left)
        return replace(
            held, figures=left, evidence=tuple(each for each in held.evidence if each.id not in evidence)
        )

    return _save_block(actor, draft_id, block_id, change, what="taken_out", base=base, now=now)


def take_recounted(actor: Actor, draft_id: str, figure_ids: Collection[str], *, base: int, now: int) -> int:
    """Put what was counted anew in the place of the figures that the actor has seen to differ."""
    row = own_draft(actor, draft_id)
    found = [each for each in recounted_of(actor, writing_of(row), now=now) if each.before.id in figure_ids]
    renewed = {each.before: each.after for each in found if each.after is not None}
    touched = tuple(dict.fromkeys(block for each in found for block in each.blocks))

    def change(writing: Writing) -> Writing:
        blocks = tuple(
            replace(each, figures=tuple(renewed.get(figure, figure) for figure in each.figures))
            if each.id in touched
            else each
            for each in writing.blocks
        )
        return replace(writing, blocks=blocks, recorded_from=recorded_from() if writing.periods else "")

    return save(actor, draft_id, change, what="recounted", touched=touched, base=base, now=now)


def set_cover(actor: Actor, draft_id: str, cover: Cover, *, base: int, now: int) -> int:
    """Say what stands on the first page."""
    typed = Cover(
        author=line(cover.author, field="author", needed=False),
        number=line(cover.number, field="number", needed=False),
        received_on=line(cover.received_on, field="received_on", needed=False),
        session=line(cover.session, field="session", needed=False),
        contact=line(cover.contact, field="contact", needed=False),
    )
    return save(
        actor,
        draft_id,
        lambda writing: replace(writing, cover=typed),
        what=COVER,
        touched=(COVER,),
        base=base,
        now=now,
    )


def discard_draft(actor: Actor, draft_id: str, *, now: int) -> None:
    """Throw a draft away with all its versions: nothing of it is left, and backups of it stay shut. What was issued stays."""
    row = own_draft(actor, draft_id)
    if row.frozen:
        raise TreatyRefusal("draft_issued")
    with transaction.atomic(using=RECORD):
        if not DraftRow.objects.filter(draft_id=draft_id, frozen=False).delete()[0]:
            raise TreatyRefusal("draft_issued")
        DraftVersionRow.objects.filter(draft_id=draft_id).delete()
        DraftPartRow.objects.filter(draft_id=draft_id).delete()
    forget_in_backups(draft_id, at=now)


def _save_block(
    actor: Actor,
    draft_id: str,
    block_id: str,
    change: Callable[[Block], Block],
    *,
    what: str,
    base: int,
    now: int,
) -> int:
    def changed(writing: Writing) -> Writing:
        _require_block(writing, block_id)
        return writing.with_block(block_id, change)

    return save(actor, draft_id, changed, what=what, touched=(block_id,), base=base, now=now)


def _require_block(writing: Writing, block_id: str) -> Block:
    block = writing.block(block_id)
    if block is None:
        raise NoSuchThing("block")
    return block


def _check(text: str, figures: Sequence[Figure]) -> None:
    """Refuse a mark that is not closed, and a call for a figure that the block does not hold."""
    try:
        paragraphs(text)
    except BrokenMark as broken:
        raise TreatyRefusal("draft_broken_mark", field="text", found=broken.found) from broken
    held = {each.id for each in figures}
    if missing := [each for each in figures_in(text) if each not in held]:
        raise TreatyRefusal("draft_figure_not_held", field="text", figure=missing[0])
