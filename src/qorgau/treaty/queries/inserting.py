"""What the record offers for a block of a draft, as it reads now; and which figures of a draft read otherwise by now."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.treaty.evidence import Period, evidence
from qorgau.treaty.queries.draft_rows import own_draft, writing_of
from qorgau.treaty.queries.evidence_figures import figures_of, period_in, stated_of
from qorgau.treaty.queries.evidence_lines import law_lines, safeguard_lines, told_lines, untold_lines
from qorgau.treaty.queries.finding_lines import finding_lines, not_measured_lines
from qorgau.treaty.queries.recommendation_page import recommendation
from qorgau.treaty.refusal import NoSuchRecommendation, NoSuchThing
from qorgau.treaty.writing.blocks import Block, Evidence, EvidenceKind, Writing
from qorgau.treaty.writing.figures import Figure, FigureChange, Origin, changes, with_contradicting

_OF_A_STATE = frozenset(
    {EvidenceKind.SAFEGUARD, EvidenceKind.LAW, EvidenceKind.ACTION, EvidenceKind.ASSESSMENT}
)
_OF_SOCIETY = frozenset(
    {EvidenceKind.SAFEGUARD, EvidenceKind.LAW, EvidenceKind.REPLY, EvidenceKind.ASSESSMENT}
)
"""What a new draft is filled with: a State's own plan, and not what others say of it; an organisation the other way.

Figures that others stated are offered and never put in unasked: a person answers for citing them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What could be put into a block, and what the record cannot tell."""

    evidence: tuple[Evidence, ...] = ()
    figures: tuple[Figure, ...] = ()
    untold: tuple[str, ...] = ()


def offered(actor: Actor, draft_id: str, block_id: str, *, now: int, period: Period | None = None) -> Offered:
    """What the record offers for one block of a draft; raises NoSuchThing."""
    writing = writing_of(own_draft(actor, draft_id))
    block = writing.block(block_id)
    if block is None:
        raise NoSuchThing("block")
    return offered_for(actor, writing, block, now=now, period=period)


def offered_for(
    actor: Actor, writing: Writing, block: Block, *, now: int, period: Period | None = None
) -> Offered:
    """The same for a block at hand; nothing where it answers no recommendation, or one that is tracked no more."""
    if block.asked is None:
        return Offered()
    return _offered(actor, block.asked.recommendation, writing.language, now=now, period=period)


def offered_by(actor: Actor, writing: Writing, block: Block, names: Collection[str], *, now: int) -> Offered:
    """Of what is offered for a block that which is named, each over the period that its id tells.

    Figures that contradict a named one come with it: nobody picks the one that suits.
    """
    found = [
        offered_for(actor, writing, block, now=now, period=period)
        for period in dict.fromkeys(period_in(name) for name in names)
    ]
    return Offered(
        evidence=tuple(
            {each.id: each for one in found for each in one.evidence if each.id in names}.values()
        ),
        figures=with_contradicting(
            names, tuple({each.id: each for one in found for each in one.figures}.values())
        ),
        untold=tuple(dict.fromkeys(words for one in found for words in one.untold)),
    )


def _offered(
    actor: Actor, recommendation_id: str, language: Language, *, now: int, period: Period | None
) -> Offered:
    try:
        held = evidence(actor, recommendation_id, as_of=now, period=period)
        page = recommendation(actor, recommendation_id, as_of=now)
    except NoSuchRecommendation:
        return Offered()
    return Offered(
        evidence=(
            *safeguard_lines(held, language),
            *law_lines(held, language),
            *finding_lines(held, language),
            *told_lines(page, language),
        ),
        figures=(*figures_of(held, language), *stated_of(held, language)),
        untold=(*untold_lines(held, language), *not_measured_lines(held, language)),
    )


def filled(actor: Actor, writing: Writing, *, now: int) -> Writing:
    """The draft with what the record offers for each of its answers."""
    kinds = _OF_SOCIETY if writing.kind.is_civil else _OF_A_STATE
    return replace(
        writing, blocks=tuple(_filled(actor, writing, each, kinds, now=now) for each in writing.blocks)
    )


def _filled(
    actor: Actor, writing: Writing, block: Block, kinds: frozenset[EvidenceKind], *, now: int
) -> Block:
    found = offered_for(actor, writing, block, now=now)
    return replace(
        block,
        evidence=tuple(each for each in found.evidence if each.kind in kinds),
        figures=tuple(each for each in found.figures if each.origin is Origin.RECORD and each.of != 0),
        untold=found.untold,
    )


def recounted(actor: Actor, draft_id: str, *, now: int) -> tuple[FigureChange, ...]:
    """The figures of a draft that read otherwise when they are counted now; the draft stays as it is."""
    return recounted_of(actor, writing_of(own_draft(actor, draft_id)), now=now)


def recounted_of(actor: Actor, writing: Writing, *, now: int) -> tuple[FigureChange, ...]:
    """The same for a draft at hand."""
    counted = {each.id: each for block in writing.blocks for each in _counted(actor, writing, block, now=now)}
    held = {figure.id: counted.get(figure.id) for _, figure in writing.figures()}
    return changes(writing.figures(), held)


def _counted(actor: Actor, writing: Writing, block: Block, *, now: int) -> Iterator[Figure]:
    """The figures of a block, each over the period that it was counted over before."""
    for period in dict.fromkeys(period_in(each.id) for each in block.figures):
        yield from offered_for(actor, writing, block, now=now, period=period).figures
