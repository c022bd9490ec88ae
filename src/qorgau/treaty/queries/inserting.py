"""What the record offers for a block of a draft, as it reads now; and which figures of a draft read otherwise by now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.treaty.evidence import Period, evidence
from qorgau.treaty.queries.draft_periods import periods_of
from qorgau.treaty.queries.draft_rows import own_draft, writing_of
from qorgau.treaty.queries.evidence_figures import figures_of, period_in, stated_of
from qorgau.treaty.queries.evidence_lines import law_lines, safeguard_lines, told_lines
from qorgau.treaty.queries.finding_lines import finding_lines, not_measured_lines
from qorgau.treaty.queries.recommendation_page import recommendation
from qorgau.treaty.queries.untold_lines import untold_lines
from qorgau.treaty.refusal import NoSuchRecommendation, NoSuchThing
from qorgau.treaty.writing.blocks import Block, Evidence, EvidenceKind, Writing
from qorgau.treaty.writing.figures import (
    Figure,
    FigureChange,
    Origin,
    base_id,
    changes,
    with_contradicting,
)

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
    """What the record offers for one block of a draft, over its periods unless another is named; raises NoSuchThing."""
    writing = writing_of(own_draft(actor, draft_id))
    block = writing.block(block_id)
    if block is None:
        raise NoSuchThing("block")
    return offered_for(actor, writing, block, now=now, periods=(period,) if period else ())


def offered_for(
    actor: Actor, writing: Writing, block: Block, *, now: int, periods: Sequence[Period] = ()
) -> Offered:
    """The same for a block at hand; nothing where it answers no recommendation, or one that is tracked no more."""
    if block.asked is None:
        return Offered()
    over = periods or periods_of(writing, now=now)
    return _offered(actor, block.asked.recommendation, writing.language, over, now=now)


def offered_by(actor: Actor, writing: Writing, block: Block, names: Collection[str], *, now: int) -> Offered:
    """Of what is offered for a block that which is named, each over the period that its id tells.

    Figures that contradict a named one come with it: nobody picks the one that suits.
    """
    found = offered_for(actor, writing, block, now=now, periods=_periods_in(names))
    return replace(
        found,
        evidence=tuple(each for each in found.evidence if each.id in names),
        figures=with_contradicting(names, found.figures),
    )


def _periods_in(names: Collection[str]) -> tuple[Period, ...]:
    """The periods that ids tell, the oldest first."""
    held = {each for each in map(period_in, names) if each is not None}
    return tuple(sorted(held, key=lambda each: (each.from_, each.to)))


def _offered(
    actor: Actor, recommendation_id: str, language: Language, periods: Sequence[Period], *, now: int
) -> Offered:
    try:
        counted = [evidence(actor, recommendation_id, as_of=now, period=each) for each in periods]
        page = recommendation(actor, recommendation_id, as_of=now)
    except NoSuchRecommendation:
        return Offered()
    last = counted[-1]
    # Of a period before the record began a nought would be no good news: the report says that it is not recorded.
    held = [each for each in counted if not each.holds_nothing] or [last]
    figures = {each.id: each for one in held for each in figures_of(one, language)}
    return Offered(
        evidence=(
            *(line for each in held for line in safeguard_lines(each, language)),
            *law_lines(last, language),
            *finding_lines(last, language),
            *told_lines(page, language),
        ),
        figures=(*figures.values(), *stated_of(last, language)),
        untold=(*untold_lines(held, language), *not_measured_lines(last, language)),
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
    counted = [each for each in found.figures if each.origin is Origin.RECORD]
    # A share of nothing tells nothing; beside other years it tells that there was nothing.
    told = {base_id(each.id) for each in counted if each.of != 0}
    return replace(
        block,
        evidence=tuple(each for each in found.evidence if each.kind in kinds),
        figures=tuple(each for each in counted if base_id(each.id) in told),
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
    if block.figures:
        names = [each.id for each in block.figures]
        yield from offered_for(actor, writing, block, now=now, periods=_periods_in(names)).figures
