"""Reads reports of visits, of preventive mechanisms, ombudspersons and commissions: recommendations and their addressees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qorgau.reading.document import Doubt, Paragraph, ParagraphKind, Parts, Recommendation
from qorgau.reading.reasons import reason
from qorgau.reading.source import Line, Place, Source
from qorgau.reading.structure import Header, structure_of
from qorgau.reading.submissions import assembling, sameness, voices
from qorgau.reading.submissions.found import Wanted
from qorgau.reading.submissions.headings import HeadingKind, heading_of
from qorgau.reading.submissions.pieces import piece_of
from qorgau.reading.submissions.walking import Walk
from qorgau.reading.visits.addressing import addressees_of

__all__ = ["read"]


def read(source: Source, header: Header) -> Parts:
    """Numbered paragraphs that recommend, and lists under "Recommendations" where nothing is numbered."""
    structure = structure_of(source, kind=header.kind, language=header.language)
    lists = [line.start for line in source.body if _opens_list(line)]
    numbered = [
        each for each in structure.recommendations if each.paragraph and not _holds(each.place, lists)
    ]
    apart = [each for each in structure.paragraphs if not _holds(each.place, lists)]
    listed = list(_listed(source, apart, numbered))
    found = tuple(
        _addressed(each) for each in sorted([*numbered, *listed], key=lambda each: each.place.start)
    )
    kept = {each.id for each in found}
    paragraphs = tuple(_settled(each, kept) for each in structure.paragraphs)
    return Parts(paragraphs, found, tuple(_doubts(structure.doubts, found)))


def _opens_list(line: Line) -> bool:
    heading = heading_of(piece_of(line))
    return heading is not None and heading.kind is HeadingKind.DEMANDS


def _holds(place: Place, lists: Sequence[int]) -> bool:
    """Whether a heading "Recommendations" stands within: then the number above it counted a chapter."""
    return any(place.start <= start < place.end for start in lists)


def _listed(
    source: Source, paragraphs: Sequence[Paragraph], numbered: Sequence[Recommendation]
) -> Iterator[Recommendation]:
    """Demands in lists that no numbered paragraph holds already."""
    walked = Walk(source).run().wanted
    wanted = [each for each in walked if _is_listed(each) and not _covered(each.place, numbered, paragraphs)]
    taken = {each.id for each in numbered}
    for each in assembling.recommendations(sameness.merged(wanted)):
        if each.id not in taken:
            yield each


def _is_listed(wanted: Wanted) -> bool:
    return wanted.how not in (voices.BARE, voices.OWN_VOICE)


def _covered(place: Place, numbered: Sequence[Recommendation], paragraphs: Sequence[Paragraph]) -> bool:
    inside = [each.place for each in numbered]
    inside += [each.place for each in paragraphs if each.number and each.kind is ParagraphKind.RECOMMENDATION]
    return any(each.start < place.end and place.start < each.end for each in inside)


def _addressed(recommendation: Recommendation) -> Recommendation:
    whom = recommendation.addressed_to or addressees_of(recommendation)
    return replace(recommendation, addressed_to=whom)


def _settled(paragraph: Paragraph, kept: set[str]) -> Paragraph:
    """A paragraph without number that was taken for a recommendation gives way to the list that it is part of."""
    if (
        paragraph.number
        or paragraph.kind is not ParagraphKind.RECOMMENDATION
        or kept & {leaf.id for leaf in paragraph.leaves}
    ):
        return paragraph
    return replace(paragraph, kind=ParagraphKind.OTHER, why=reason("kind_given_to_list"))


def _doubts(doubts: Sequence[Doubt], found: Sequence[Recommendation]) -> Iterator[Doubt]:
    yield from doubts
    if not found:
        yield Doubt(
            reason("visit_without"),
            None,
            reason("visit_without_why"),
        )
