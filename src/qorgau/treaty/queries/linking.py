"""Links between demands: proposed by the program when asked, judged by people, drawn between two documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from django.db.models import Q

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.reading.document import Document
from qorgau.reading.linking.links import Item, Link, Reiterated
from qorgau.reading.linking.semantic import Embed
from qorgau.treaty.facts.naming import split
from qorgau.treaty.facts.told import Earlier, LinkLine, SideBySide
from qorgau.treaty.facts.words import Judgement
from qorgau.treaty.grading import grade_word
from qorgau.treaty.models import LinkRow, RecommendationRow
from qorgau.treaty.queries.document_page import document
from qorgau.treaty.queries.finding import document_row, recommendation_row
from qorgau.treaty.queries.held_back import links_seen
from qorgau.treaty.queries.lines import day_of, line_of
from qorgau.treaty.queries.reach import recommendations_seen, require_seeing

_NEAREST = 5


def links_of(actor: Actor | None, recommendation_id: str) -> tuple[LinkLine, ...]:
    """The links of a demand that people judged, confirmed ones first; only to what the actor may see."""
    return links_of_each(actor, [recommendation_id])[recommendation_id]


def links_of_each(actor: Actor | None, ids: Collection[str]) -> Mapping[str, tuple[LinkLine, ...]]:
    """The same of many demands."""
    found = LinkRow.objects.filter(Q(left__in=ids) | Q(right__in=ids)).order_by("judgement", "link_id")
    lines: dict[str, list[LinkLine]] = {each: [] for each in ids}
    for row in links_seen(actor, found):
        for near in {row.left, row.right} & lines.keys():
            lines[near].append(_judged(row, near))
    others = _others(actor, {*ids, *(line.right for told in lines.values() for line in told)})
    # Of a demand that is not tracked nothing but its number is told.
    return {name: tuple(_with_text(line, others) for line in told) for name, told in lines.items()}


def _judged(row: LinkRow, near: str) -> LinkLine:
    far = row.right if row.left == near else row.left
    return LinkLine(
        left=near,
        right=far,
        how=row.how,
        score=None,
        rank=None,
        margin=None,
        why=(),
        judgement=Judgement(row.judgement),
        reason=row.reason,
        body=row.body_id,
    )


def _others(actor: Actor | None, ids: Collection[str]) -> Mapping[str, RecommendationRow]:
    rows = recommendations_seen(RecommendationRow.objects.filter(recommendation_id__in=ids), actor)
    return {row.recommendation_id: row for row in rows}


def _with_text(line: LinkLine, others: Mapping[str, RecommendationRow]) -> LinkLine:
    """The link with the words at its other end, and with both States where they are two."""
    far, near = others.get(line.right), others.get(line.left)
    if far is None:
        return line
    states = (near.state, far.state) if near and near.state and far.state else ("", "")
    return replace(
        line,
        right_text=far.text,
        right_language=far.language,
        states=states if states[0] != states[1] else None,
    )


def history_of_each(
    actor: Actor | None, links: Mapping[str, Sequence[LinkLine]], *, as_of: int
) -> Mapping[str, tuple[Earlier, ...]]:
    """The same demand of the same State in other cycles and by other senders, as people confirmed it; the oldest first.

    links: of each demand, by its id.
    """
    same = {name: {line.right for line in told if _is_the_same(line)} for name, told in links.items()}
    wanted = {each for ids in same.values() for each in ids}
    seen = recommendations_seen(RecommendationRow.objects.filter(recommendation_id__in=wanted), actor)
    rows = sorted(seen, key=_cycle)
    return {
        name: tuple(_earlier(row, as_of=as_of) for row in rows if row.recommendation_id in ids)
        for name, ids in same.items()
    }


def _is_the_same(line: LinkLine) -> bool:
    return line.judgement is Judgement.CONFIRMED and line.states is None


def _cycle(row: RecommendationRow) -> tuple[str, int, str]:
    first = row.cycle.split("-")[0]
    return row.committee, int(first) if first.isdigit() else 0, row.recommendation_id


def _earlier(row: RecommendationRow, *, as_of: int) -> Earlier:
    return Earlier(
        id=row.recommendation_id,
        committee=row.committee,
        cycle=row.cycle,
        text=row.text,
        language=row.language,
        stands=line_of(row, as_of=as_of).stands.at,
        grade=grade_word(row.grade_scale, row.grade),
        assessed_on=day_of(row.assessed_on),
    )


def proposals(
    actor: Actor, recommendation_id: str, *, most: int = 10, embed: Embed | None = None
) -> tuple[LinkLine, ...]:
    """Demands that may be the same, the likeliest first, without those that people judged already.

    embed: a model that adds its own rank.
    """
    require(actor, "treaty.see")
    row = recommendation_row(actor, recommendation_id)
    judged = {line.right for line in links_of(actor, row.recommendation_id)}
    rows = recommendations_seen(RecommendationRow.objects.exclude(stem=row.stem), actor)
    held = {each.recommendation_id: each for each in rows.order_by("key")}
    found = _linked((_item(row),), tuple(map(_item, held.values())), most + len(judged), embed)
    lines = [_proposed(each) for each in found if each.right not in judged][:most]
    return tuple(_with_text(line, {**held, row.recommendation_id: row}) for line in lines)


def side_by_side(
    actor: Actor | None,
    left: str,
    right: str,
    *,
    as_of: int,
    cutoff: float | None = None,
    embed: Embed | None = None,
) -> SideBySide:
    """Two documents with the links between them, judged and proposed. cutoff: proposals of at least this score.

    embed: a model that adds its own rank.
    """
    require_seeing(actor)
    left_row, right_row = document_row(actor, left), document_row(actor, right)
    pages = (
        document(actor, left_row.document_id, as_of=as_of),
        document(actor, right_row.document_id, as_of=as_of),
    )
    items = [_items(page.document, page.line.stem) for page in pages]
    judged = _between(actor, [each.id for each in items[0]], {each.id for each in items[1]})
    told = {(line.left, line.right) for line in judged}
    found = _linked(items[0], items[1], _NEAREST, embed)
    proposed = [_proposed(each) for each in found if (each.left, each.right) not in told]
    kept = [line for line in proposed if cutoff is None or (line.score or 0.0) >= cutoff]
    return SideBySide(left=pages[0], right=pages[1], links=(*judged, *kept))


def _between(actor: Actor | None, left: Sequence[str], right: set[str]) -> tuple[LinkLine, ...]:
    near = set(left)
    rows = LinkRow.objects.filter(Q(left__in=left) | Q(right__in=left)).order_by("link_id")
    seen = links_seen(actor, rows)
    lines = [_judged(row, row.left if row.left in near else row.right) for row in seen]
    return tuple(line for line in lines if line.right in right)


def _items(page: Document, stem: str) -> tuple[Item, ...]:
    from qorgau.reading.linking import items_of

    return tuple(replace(each, id=f"{stem}#{each.id.partition('#')[2]}") for each in items_of(page))


def _item(row: RecommendationRow) -> Item:
    return Item(
        id=row.recommendation_id,
        text=row.text,
        language=row.language or "en",
        symbol=row.symbol or None,
        paragraph=row.leaf,
        heading=row.heading or None,
        cycle=row.cycle or None,
        reiterates=tuple(
            Reiterated(symbol, (paragraph,))
            for symbol, paragraph in map(split, row.reiterates.split("\n"))
            if symbol
        ),
    )


@lru_cache(maxsize=32)
def _linked(
    left: tuple[Item, ...], right: tuple[Item, ...], most: int, embed: Embed | None
) -> tuple[Link, ...]:
    from qorgau.reading.linking import link

    return tuple(link(left, right, top=most, embed=embed)) if left and right else ()


def _proposed(each: Link) -> LinkLine:
    from qorgau.reading.linking import reasons_of

    return LinkLine(
        left=each.left,
        right=each.right,
        how=each.how.value,
        score=round(each.score, 4),
        rank=each.rank,
        margin=round(each.margin, 4),
        why=reasons_of(each.why),
        judgement=None,
        reason="",
        body="",
        other_ranks=each.other_ranks,
    )
