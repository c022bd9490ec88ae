"""Gives found demands their ids and puts them and the running text into the document's own types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from qorgau.reading.citing import sentences
from qorgau.reading.document import Demand, Leaf, Paragraph, ParagraphKind, Recommendation
from qorgau.reading.reasons import reason
from qorgau.reading.source import Place, Source
from qorgau.reading.submissions import romance
from qorgau.reading.submissions.demanding import demands, state_owes
from qorgau.reading.submissions.describing import describes
from qorgau.reading.submissions.found import Stretch, Wanted
from qorgau.reading.submissions.several import several
from qorgau.reading.submissions.urging import urges

KINDS = {
    "question": ParagraphKind.QUESTION,
    "recommendation": ParagraphKind.RECOMMENDATION,
    "request": ParagraphKind.RECOMMENDATION,
}


def recommendations(wanted: Sequence[Wanted]) -> tuple[Recommendation, ...]:
    """Every demand with its id: "art2.3" under an article, otherwise "s4.2" by section and order."""
    return tuple(_recommendation(each, id_) for each, id_ in zip(wanted, _ids(wanted), strict=True))


def _ids(wanted: Sequence[Wanted]) -> Iterator[str]:
    sections = {
        order: at
        for at, order in enumerate(
            sorted({each.section.order for each in wanted if not _articles(each)}), start=1
        )
    }
    counted: Counter[str] = Counter()
    for each in wanted:
        articles = _articles(each)
        stem = f"art{articles[0]}" if articles else f"s{sections[each.section.order]}"
        counted[stem] += 1
        yield f"{stem}.{counted[stem]}"


def _articles(wanted: Wanted) -> tuple[str, ...]:
    return wanted.section.articles or wanted.articles


def _recommendation(wanted: Wanted, id_: str) -> Recommendation:
    return Recommendation(
        id=id_,
        paragraph=wanted.number,
        text=wanted.text,
        kind=wanted.kind,
        place=wanted.place,
        demands=tuple(_demands(wanted, id_)),
        heading=wanted.section.heading,
        article=", ".join(_articles(wanted)) or None,
        confidence=wanted.confidence,
        why=reason("wanted", kind=reason(f"as_{wanted.kind}"), how=wanted.how),
        also_at=wanted.also_at,
        addressed_to=wanted.addressed_to,
    )


def _demands(wanted: Wanted, id_: str) -> Iterator[Demand]:
    """Each sentence that demands something, where one item holds several."""
    parts = [part for span in _sentences(wanted.text) for part in _within(wanted.text, span)]
    if len(parts) < 2:
        return
    for order, (start, end) in enumerate(parts, start=1):
        place = Place(
            wanted.place.line, wanted.place.start + start, wanted.place.start + end, wanted.place.page
        )
        yield Demand(f"{id_}/{order}", wanted.text[start:end], place)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    spans = list(sentences.spans(text))
    return (span for span in spans if len(spans) == 1 or _demanding(text[span[0] : span[1]]))


def _demanding(sentence: str) -> bool:
    return (
        demands(sentence)
        or urges(sentence)
        or state_owes(sentence)
        or romance.needs(sentence)
        or describes(sentence)
    )


def _within(text: str, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    start, end = span
    return tuple((start + a, start + b) for a, b in several(text[start:end])) or (span,)


def paragraphs(
    source: Source, stretches: Sequence[Stretch], ids: Mapping[Place, str]
) -> tuple[Paragraph, ...]:
    """Running text and lists in the order of the document; the items of a list are its leaves."""
    text = source.text
    return tuple(_paragraph(text, stretch, ids) for stretch in stretches)


def _paragraph(text: str, stretch: Stretch, ids: Mapping[Place, str]) -> Paragraph:
    place = _place(stretch)
    leaves = tuple(
        Leaf(ids[each.place], each.text, each.place) for each in stretch.wanted if each.place in ids
    )
    heading = stretch.section.heading
    whole = text[place.start : place.end] if stretch.wanted else stretch.text
    return Paragraph(
        number=stretch.number,
        heading=heading,
        headings=(heading,) if heading else (),
        kind=KINDS[stretch.wanted[0].kind] if stretch.wanted else ParagraphKind.OTHER,
        text=whole,
        lead="" if stretch.wanted else whole,
        leaves=leaves,
        tail=None,
        place=place,
        articles=stretch.section.articles,
        confidence=min((each.confidence for each in stretch.wanted), default=1.0),
        why=reason("submission_list") if stretch.wanted else reason("submission_text"),
    )


def _place(stretch: Stretch) -> Place:
    if not stretch.wanted:
        return stretch.place
    start, end = stretch.place.start, max(each.place.end for each in stretch.wanted)
    return Place(stretch.place.line, start, end, stretch.place.page)
