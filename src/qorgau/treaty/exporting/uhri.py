"""The columns of the Universal Human Rights Index: one row for each numbered paragraph, as the Index annotates.

The Index takes a whole paragraph with its heading before it and its items within it, never a single leaf. Several values
in a cell stand one to a line, each after "- ". Its workbook spells "Reccomending Body" so; a program that reads the
Index's file looks for that spelling.
"""

from __future__ import annotations

import html
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.reading.document import Document, Paragraph
from qorgau.treaty import queries
from qorgau.treaty.exporting.tables import Cell, Table
from qorgau.treaty.facts.told import Line
from qorgau.treaty.facts.words import Sender
from qorgau.treaty.refusal import NoSuchDocument
from qorgau.treaty.vocabulary import vocabulary
from qorgau.wording import in_language, state_name

_COLUMNS: Mapping[str, str] = {
    "Text": "Text", "Countries Concerned": "Countries", "Reccomending Body": "Body", "Document Symbol": "Symbol",
    "Themes": "Themes", "Affected Persons": "AffectedPersons", "Sdgs": "Sdgs",
    "Document Publication Date": "PublicationDate", "UPR Reccomending States": "UprRecommendingCountry",
    "UPR Position": "UprPositions", "Type": "AnnotationType", "OHCHR Annotation Id": "AnnotationId",
    "UPR Session": "UprSession", "Regions Concerned": "Regions", "Recommending Regions": "UprRecommendingRegions",
    "Date of publication on UHRI": "PublicationDateOnUhri",
}  # fmt: skip
"""The columns of the Index's workbook, as programs that read its downloads name them, and our field for each."""
COLUMNS = tuple(_COLUMNS)
FIELDS = (
    "AnnotationId", "DocumentId", "Symbol", "Body", "AnnotationType", "Countries", "Regions", "Themes",
    "AffectedPersons", "Sdgs", "PublicationDate", "PublicationDateOnUhri", "UprCycle", "UprSession", "UprPositions",
    "UprRecommendingCountry", "UprRecommendingRegions", "Text",
)  # fmt: skip
LISTS = frozenset({"Body", "AnnotationType", "Countries", "Regions", "Themes", "AffectedPersons", "Sdgs",
                   "UprSession", "UprPositions", "UprRecommendingCountry", "UprRecommendingRegions"})  # fmt: skip
RECOMMENDATIONS = "Recommendations"
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://qorgau/uhri/annotation/v1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One paragraph as the Index holds it; lists are the Index's lists."""

    values: Mapping[str, str | date | tuple[str, ...] | None]

    def cells(self) -> tuple[Cell, ...]:
        """As a row of the workbook."""
        plain = {**self.values, "Text": _plain(str(self.values["Text"]))}
        return tuple(_cell(plain[name]) for name in _COLUMNS.values())

    def fields(self) -> dict[str, Any]:
        """As an object of the JSON form."""
        return {name: _field(self.values[name]) for name in FIELDS}


def annotated(actor: Actor | None, lines: Sequence[Line], *, as_of: int) -> Iterator[Annotation]:
    """The paragraphs that these recommendations stand in, each once."""
    grouped: dict[tuple[str, str], list[Line]] = {}
    for each in lines:
        grouped.setdefault((each.stem, _paragraph_of(each)), []).append(each)
    held: dict[str, Document | None] = {}
    for (stem, paragraph), group in grouped.items():
        if stem not in held:
            held[stem] = _document(actor, stem, as_of=as_of)
        yield _annotation(held[stem], stem, paragraph, group)


def uhri_table(found: Iterable[Annotation]) -> Table:
    """The workbook of the Index."""
    return Table(name="Export", columns=COLUMNS, rows=[each.cells() for each in found])


def _paragraph_of(line: Line) -> str:
    return line.leaf.partition("(")[0] or line.leaf


def _document(actor: Actor | None, stem: str, *, as_of: int) -> Document | None:
    try:
        return queries.document(actor, stem, as_of=as_of).document
    except NoSuchDocument:
        # What only the law's catalogue knows has no file here.
        return None


def _annotation(document: Document | None, stem: str, number: str, group: Sequence[Line]) -> Annotation:
    first = group[0]
    paragraph = _numbered(document, number)
    asked = (
        next((each for each in document.recommendations if each.id == first.leaf), None) if document else None
    )
    of_review = first.sender is Sender.UPR and asked is not None
    return Annotation(
        values={
            "AnnotationId": str(uuid.uuid5(_NAMES, f"{stem}#{number}")),
            "DocumentId": first.document[:12],
            "Symbol": first.symbol,
            "Body": (first.committee or first.sender.value.upper(),),
            "AnnotationType": (RECOMMENDATIONS,),
            "Countries": tuple(filter(None, (state_name(first.state, Language.EN),))),
            "Regions": (),
            "Themes": themes_of(group),
            "AffectedPersons": _people(group),
            "Sdgs": _targets(group),
            "PublicationDate": (document.distributed or document.adopted) if document else None,
            "PublicationDateOnUhri": None,
            "UprCycle": first.cycle if of_review else None,
            "UprSession": (),
            "UprPositions": ((asked.position or "").capitalize(),) if asked and asked.position else (),
            "UprRecommendingCountry": asked.addressed_by if asked and of_review else (),
            "UprRecommendingRegions": (),
            "Text": _text(paragraph, number, group),
        }
    )


def _numbered(document: Document | None, number: str) -> Paragraph | None:
    known = document.paragraphs if document else ()
    return next((each for each in known if each.number == number), None)


def _text(paragraph: Paragraph | None, number: str, group: Sequence[Line]) -> str:
    """The heading, then the paragraph with all its items, as HTML; of the catalogue's words the leaves one by one."""
    if paragraph is None or group[0].paraphrased:
        parts = [group[0].heading, *(f"{each.leaf}. {each.text}" for each in group)]
    else:
        parts = [paragraph.heading or "", *f"{number}. {paragraph.text}".split("\n")]
    return "".join(f"<p>{html.escape(each.strip(), quote=False)}</p>" for each in parts if each.strip())


def themes_of(group: Sequence[Line]) -> tuple[str, ...]:
    """The themes of the Index that the subjects stand for, in its own wording."""
    book = vocabulary()
    codes = (theme for line in group for code in line.subjects if code in book.subjects
             for theme in book.subjects[code].themes)  # fmt: skip
    return _once(book.themes[code].name for code in codes if code in book.themes)


def _people(group: Sequence[Line]) -> tuple[str, ...]:
    book = vocabulary()
    return _once(book.people[code].name for line in group for code in line.people if code in book.people)


def _targets(group: Sequence[Line]) -> tuple[str, ...]:
    book = vocabulary().sdg_targets
    codes = sorted({code for line in group for code in line.sdg if code in book}, key=_order)
    return tuple(f"{code} - {in_language(book[code].title, Language.EN)}" for code in codes)


def _order(code: str) -> tuple[int, str]:
    goal = code.split(".")[0]
    return int(goal) if goal.isdigit() else 99, code


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _plain(text: str) -> str:
    """The words without marks, in one line, as the workbook has them; the JSON keeps the marks."""
    return html.unescape(" ".join(text.replace("</p>", " ").replace("<p>", "").split()))


def _cell(value: str | date | tuple[str, ...] | None) -> Cell:
    return "\n".join(f"- {each}" for each in value) if isinstance(value, tuple) else value


def _field(value: str | date | tuple[str, ...] | None) -> Any:
    if isinstance(value, tuple):
        return [f"- {each}" for each in value]
    return value.isoformat() if isinstance(value, date) else value
