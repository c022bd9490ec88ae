"""From a file to a document: the kind decides who reads its structure; what it cites and states is added to all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from qorgau.reading import replies, reviews, submissions, visits
from qorgau.reading.annotating import Annotated, annotated
from qorgau.reading.citing import deadlines, figures, follow_up, grades, next_report, symbols
from qorgau.reading.citing.passage import Passage, of_paragraph
from qorgau.reading.document import Document, DocumentKind, Doubt, Grade, NextReport, Paragraph, Parts
from qorgau.reading.formats import open_source
from qorgau.reading.reasons import reason
from qorgau.reading.replies import assessing
from qorgau.reading.source import Source
from qorgau.reading.structure import Header, header_of, structure_of
from qorgau.reading.submissions.otherwise import read_otherwise

_READERS: dict[DocumentKind, Callable[[Source, Header], Parts]] = {
    DocumentKind.NGO_SUBMISSION: submissions.read,
    DocumentKind.UPR_REPORT: reviews.read,
    DocumentKind.STATE_REPORT: replies.read,
    DocumentKind.STATE_REPLIES: replies.read,
    DocumentKind.FOLLOW_UP_REPLY: replies.read,
    DocumentKind.FOLLOW_UP_ASSESSMENT: replies.assessed,
    DocumentKind.LIST_OF_ISSUES: replies.questions,
    DocumentKind.VISIT_REPORT: visits.read,
    DocumentKind.COMMISSION_REPORT: visits.read,
}


def read_document(data: bytes, name: str, *, kind: DocumentKind | None = None) -> Document:
    """Reads a file of any known format; SourceError where it cannot be opened. `kind` overrules what was told."""
    return read(open_source(data, name=name), kind=kind)


def read(source: Source, *, kind: DocumentKind | None = None) -> Document:
    """Reads an opened source into a document."""
    header = header_of(source, kind=kind)
    parts = _parts(source, header)
    if kind is None and header.symbol_as_written is None:
        header, parts = _looked_again(source, header, parts)
    found = annotated(source, header, parts)
    return _document(source, header, parts, found)


def _looked_again(source: Source, header: Header, parts: Parts) -> tuple[Header, Parts]:
    """Another reading where the first gives nothing: papers without a symbol are known by their words alone."""
    better = read_otherwise(source, header.kind, parts)
    if better is None:
        return header, parts
    told, parts = better
    if told is not header.kind:
        header = header_of(source, kind=told)
    return header, _with_texts_in_place(source, parts)


def _parts(source: Source, header: Header) -> Parts:
    reader = _READERS.get(header.kind)
    if reader:
        return _with_texts_in_place(source, reader(source, header))
    structure = structure_of(source, kind=header.kind, language=header.language)
    return Parts(structure.paragraphs, structure.recommendations, structure.doubts)


def _with_texts_in_place(source: Source, parts: Parts) -> Parts:
    text = source.text
    return replace(parts, paragraphs=tuple(_in_place(each, text) for each in parts.paragraphs))


def _in_place(paragraph: Paragraph, text: str) -> Paragraph:
    """The paragraph's words exactly as they stand, from its place to the end of its leaves, where a reader joined lines."""
    place = paragraph.place
    for end in (place.end, max((leaf.place.end for leaf in paragraph.leaves), default=place.end)):
        there = text[place.start : end]
        # a review's items are cited as "95.1" where the report prints "1.": the same words, counted
        if len(there.split()) == len(paragraph.text.split()):
            return replace(paragraph, text=there, place=replace(place, end=end))
    return paragraph


def _document(source: Source, header: Header, parts: Parts, found: Annotated) -> Document:
    passages = [of_paragraph(paragraph) for paragraph in found.paragraphs]
    session = header.session
    calendar = deadlines.Calendar(session.to if session else None, header.adopted)
    due = tuple(deadline for passage in passages for deadline in deadlines.find(passage, calendar))
    asked = follow_up.find(passages, due, _known(parts))
    following, counted = _next_report(header, next_report.find(passages, due, last=_last_report(header)))
    return Document(
        source=source,
        kind=header.kind,
        symbol=header.symbol,
        symbol_as_written=header.symbol_as_written,
        committee=header.committee,
        state=header.state,
        cycle=header.cycle,
        language=header.language,
        title=header.title,
        session=session,
        considered=header.considered,
        adopted=header.adopted,
        distributed=header.distributed,
        paragraphs=found.paragraphs,
        recommendations=found.recommendations,
        deadlines=due,
        follow_up=asked.follow_up,
        next_report=following,
        grades=_grades(source, header, passages, found),
        figures=tuple(figure for passage in passages for figure in figures.find(passage, found.calls)),
        symbols=found.symbols,
        doubts=(*header.doubts, *parts.doubts, *found.doubts, *asked.doubts, *counted),
        answers=parts.answers,
        organisations=parts.organisations,
    )


def _grades(
    source: Source, header: Header, passages: Sequence[Passage], found: Annotated
) -> tuple[Grade, ...]:
    """Of an assessment line by line below its headings, since these name the paragraphs; else paragraph by paragraph."""
    reader = grades.Reader(header.parsed, calls=found.calls)
    if header.kind is not DocumentKind.FOLLOW_UP_ASSESSMENT:
        return grades.find(passages, reader)
    named = (one.symbol for one in found.symbols if "/CO/" in one.symbol)
    assessed = next(named, None) or next(
        (one.symbol.text for one in symbols.find(source.text[:6000]) if "/CO/" in one.symbol.text), None
    )
    ordered = assessing.grades_of(source, replace(reader, assessed=assessed))
    return ordered or grades.find(passages, reader)


def _last_report(header: Header) -> int:
    """The number of the last report that a document is on; 0 where it is not known, or is counted by a protocol."""
    numbers = re.findall(r"\d+", header.cycle or "")
    return int(numbers[-1]) if numbers and header.kind is DocumentKind.CONCLUDING_OBSERVATIONS else 0


def _next_report(header: Header, named: NextReport | None) -> tuple[NextReport | None, tuple[Doubt, ...]]:
    """Where the text does not say which report comes next, it is the one after the last considered; said as a doubt."""
    symbol = header.parsed
    # to the Committee on Enforced Disappearances a State owes additional information, and no further report
    counts = symbol is not None and symbol.committee != "CED" and symbol.protocol is None
    if (
        named is None
        or named.number is not None
        or symbol is None
        or symbol.cycles is None
        or not counts
        or named.due is None
    ):
        return named, ()
    number = symbol.cycles[1] + 1
    why = reason("next_report_counted_why", symbol=header.symbol or "", cycle=header.cycle or "")
    doubt = Doubt(reason("next_report_counted", number=number), None, why)
    return replace(named, number=number, numbers=(number,)), (doubt,)


def _known(parts: Parts) -> frozenset[str]:
    """Every id that a document can name: paragraphs, leaves and the items above them."""
    known = {paragraph.number for paragraph in parts.paragraphs if paragraph.number}
    for paragraph in parts.paragraphs:
        for leaf in paragraph.leaves:
            pieces = leaf.id.split("(")
            known.update("(".join(pieces[: at + 1]) for at in range(len(pieces)))
    return frozenset(known)
