"""What a committee took up of what an organisation asked for; what people judged goes before what the program finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qorgau.lawbook import Language
from qorgau.reading.linking.links import Taken, TakenUp
from qorgau.treaty.facts.told import DocumentPage, LinkLine, SideBySide
from qorgau.treaty.facts.words import Judgement, Sender
from qorgau.treaty.queries.compared import taken_up_by
from qorgau.treaty.web.words import phrase

TAKEN_COLOURS = {Taken.TAKEN_UP: "green", Taken.PARTLY: "amber", Taken.NOT_FOUND: "grey"}


@dataclass(frozen=True, kw_only=True)
class TakenSide:
    """What became of each demand of the organisation's column. near: that column; links: what each answer rests on."""

    near: str
    answers: Mapping[str, Taken]
    links: tuple[LinkLine, ...]


def taken_side(found: SideBySide) -> TakenSide | None:
    """The answers of a comparison of an organisation with somebody else; nothing for other pairs."""
    near = _asking(found)
    if near is None:
        return None
    asked, answer = (found.left, found.right) if near == "left" else (found.right, found.left)
    judged = {
        judgement: {
            (getattr(each, near), _far(each, near)) for each in found.links if each.judgement is judgement
        }
        for judgement in Judgement
    }
    answers, links = {}, []
    for name, each in taken_up_by(asked, answer).items():
        answers[name], pair = _answer(each, judged)
        if pair:
            links.append(_line(pair, each, near, found.links))
    return TakenSide(near=near, answers=answers, links=tuple(links))


def tag_said(answer: Taken, language: Language) -> tuple[str, str]:
    """The word and the colour of an answer."""
    return phrase("taken", answer.value, language), TAKEN_COLOURS[answer]


def _asking(found: SideBySide) -> str | None:
    pages: dict[str, DocumentPage] = {"left": found.left, "right": found.right}
    asking = [near for near, page in pages.items() if page.line.sender is Sender.NGO]
    return asking[0] if len(asking) == 1 else None


def _far(each: LinkLine, near: str) -> str:
    return each.right if near == "left" else each.left


def _answer(
    each: TakenUp, judged: Mapping[Judgement, set[tuple[str, str]]]
) -> tuple[Taken, tuple[str, str] | None]:
    """A person's confirmation makes it taken up; a nearest demand that a person refused no longer counts."""
    confirmed = next((pair for pair in sorted(judged[Judgement.CONFIRMED]) if pair[0] == each.item), None)
    if confirmed:
        return Taken.TAKEN_UP, confirmed
    if each.answer is Taken.NOT_FOUND or each.best is None:
        return Taken.NOT_FOUND, None
    pair = (each.item, each.best.right)
    return (Taken.NOT_FOUND, None) if pair in judged[Judgement.REFUSED] else (each.answer, pair)


def _line(pair: tuple[str, str], each: TakenUp, near: str, links: Iterable[LinkLine]) -> LinkLine:
    """The line that an answer rests on, as the comparison holds it; seen from the left column."""
    left, right = pair if near == "left" else pair[::-1]
    held = next((line for line in links if (line.left, line.right) == (left, right)), None)
    if held is not None or each.best is None:
        assert held is not None
        return held
    return LinkLine(
        left=left,
        right=right,
        how=each.best.how.value,
        score=round(each.best.score, 4),
        rank=each.best.rank,
        margin=round(each.best.margin, 4),
        why=(),
        judgement=None,
        reason="",
        body="",
    )
