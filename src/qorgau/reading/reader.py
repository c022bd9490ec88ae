"""From a file to a document: the kind decides who reads its structure; what it cites and states is added to all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qorgau.reading import replies, reviews, submissions, visits
from qorgau.reading.annotating import Annotated, annotated
from qorgau.reading.citing import deadlines, figures, follow_up, grades, next_report
from qorgau.reading.citing.passage import of_paragraph
from qorgau.reading.document import Document, DocumentKind, Doubt, NextReport, Paragraph, Parts
from qorgau.reading.formats import open_source
from qorgau.reading.reasons import reason
from qorgau.reading.source import Source
from qorgau.reading.structure import Header, header_of, structure_of

_READERS: dict[DocumentKind, Callable[[Source, Header], Parts]] = {
    DocumentKind.NGO_SUBMISSION: submissions.read,
    DocumentKind.UPR_REPORT: reviews.read,
    DocumentKind.STATE_REPORT: replies.read,
    DocumentKind.STATE_REPLIES: replies.read,
    DocumentKind.FOLLOW_UP_REPLY: replies.read,
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
    found = annotated(source, header, parts)
    return _document(source, header, parts, found)


def _parts(source: Source, header: Header) -> Parts:
    reader = _READERS.get(header.kind)
    if reader:
        parts = reader(source, header)
        text = source.text
        return replace(parts, paragraphs=tuple(_in_place(each, text) for each in parts.paragraphs))
    structure = structure_of(source, kind=header.kind, language=header.language)
    return Parts(structure.paragraphs, structure.recommendations, structure.doubts)


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
    following, counted = _next_report(header, next_report.find(passages, due))
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
        grades=grades.find(passages, grades.Reader(header.parsed, calls=found.calls)),
        figures=tuple(figure for passage in passages for figure in figures.find(passage, found.calls)),
        symbols=found.symbols,
        doubts=(*header.doubts, *parts.doubts, *found.doubts, *asked.doubts, *counted),
        answers=parts.answers,
        organisations=parts.organisations,
    )


def _next_report(header: Header, named: NextReport | None) -> tuple[NextReport | None, tuple[Doubt, ...]]:
    """Where the text does not say which report comes next, it is the one after the last considered; said as a doubt."""
    symbol = header.parsed
    if named is None or named.number is not None or symbol is None or symbol.cycles is None:
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
