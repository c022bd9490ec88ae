"""The reader: a document part by part, with notes in the margin on how each paragraph was understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator

from qorgau.lawbook import Language
from qorgau.reading.document import Document
from qorgau.treaty.facts.told import DocumentPage
from qorgau.treaty.web.due_words import due_said
from qorgau.treaty.web.found_words import Sought, hits_of
from qorgau.treaty.web.marking import Marks
from qorgau.treaty.web.parts import Heading, Part, headings_of, index_of, parts_of
from qorgau.treaty.web.reader_lists import doubts_said, figures_said, grades_said, head_said
from qorgau.treaty.web.reader_paragraphs import KIND_COLOURS, Laid, mended_said, paragraphs_said
from qorgau.treaty.web.words import phrase
from qorgau.wording import say, say_plural

__all__ = ["mended_said", "reader_of"]
_MOST_HITS = 60
_KEPT = ("lang", "find")
"""What links between the parts of a document carry on."""
Href = Callable[..., str]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which part an address asks for, or the whole, or where words stand."""

    document: Document
    parts: tuple[Part, ...]
    part: Part
    is_whole: bool
    sought: Sought | None
    is_searching: bool
    kept: Mapping[str, str]

    @classmethod
    def of(cls, document: Document, typed: Mapping[str, str]) -> Asked:
        """As the address says it; what it says of no part leads to the first."""
        parts = parts_of(document.paragraphs)
        sought = Sought.of(typed.get("find", ""))
        number, index = typed.get("part", ""), index_of(document, typed.get("at", ""))
        chosen = next((each for each in parts if str(each.number) == number), None)
        chosen = chosen or next((each for each in parts if index is not None and index in each), None)
        is_whole = typed.get("whole") == "1"
        everything = Part(number=0, first=0, end=len(document.paragraphs))
        return cls(
            document=document,
            parts=parts,
            part=everything if is_whole else chosen or parts[0],
            is_whole=is_whole,
            sought=sought if sought.patterns else None,
            is_searching=bool(sought.patterns) and chosen is None and not is_whole,
            kept={name: typed[name][:200] for name in _KEPT if typed.get(name)},
        )

    @property
    def is_first(self) -> bool:
        """Whether what is said of the document as a whole stands here."""
        return self.part.first == 0

    @property
    def own_query(self) -> str:
        """What tells this page of the document from its first: nothing for that one and for what was found."""
        if len(self.parts) < 2 or self.is_searching:
            return ""
        if self.is_whole:
            return "whole=1"
        return "" if self.is_first else f"part={self.part.number}"

    def has(self, index: int | None) -> bool:
        """Whether the paragraph is in what is shown; what stands nowhere is told where the document begins."""
        return self.is_first if index is None else index in self.part

    def href(self, index: int) -> str:
        """The address of a paragraph, on whatever part it stands."""
        part = next(each for each in self.parts if index in each)
        if self.is_whole or (part == self.part and not self.is_searching):
            return f"#p-{index}"
        return f"{self.to_part(part)}#p-{index}"

    def to_part(self, part: Part) -> str:
        """The address of a part."""
        return f"?{urlencode({**self.kept, 'part': part.number})}"

    def without(self, *names: str, **more: str) -> str:
        """This address without what it asks for, and with something else."""
        asked = {name: value for name, value in self.kept.items() if name not in names} | more
        return f"?{urlencode(asked)}" if asked else "?"


def reader_of(page: DocumentPage, typed: Mapping[str, str], *, language: Language, to: str) -> dict[str, Any]:
    """Everything the reader shows. typed: the questions of the address; to: where a recommendation's link leads."""
    document = page.document
    asked, headings = Asked.of(document, typed), headings_of(document.paragraphs)
    marks = Marks.of(document, asked.sought)
    laid = Laid.over(page, marks, language=language, to=to)
    return {
        "page": page,
        "line": page.line,
        "head": head_said(page, language) if asked.is_first else [],
        "repairs": len(document.source.repairs),
        "paragraphs": [] if asked.is_searching else paragraphs_said(laid, asked.part, headings),
        "due": [due_said(each, language) for each in page.due] if asked.is_first else [],
        "recommendations": len(document.recommendations),
        "kinds": [(kind, phrase("kind", kind, language), colour) for kind, colour in KIND_COLOURS.items()],
        **_beside(document, asked, language),
        **_ways(document, asked, headings, language),
        **_found(document, asked, language),
    }


def _beside(document: Document, asked: Asked, language: Language) -> dict[str, Any]:
    """Lists of what the shown part holds; what is doubtful in other parts is counted there."""
    doubts = doubts_said(document, language)
    lists = {"doubts": doubts, "figures": figures_said(document), "grades": grades_said(document)}
    shown: dict[str, Any] = {
        name: [{**each, "href": _near(asked, each["index"])} for each in listed if asked.has(each["index"])]
        for name, listed in lists.items()
    }
    shown["doubts_elsewhere"] = [
        (asked.to_part(part), say("treaty.part", language, number=part.number), count)
        for part in asked.parts
        if part != asked.part
        and not asked.is_whole
        and (count := sum(each["index"] is not None and each["index"] in part for each in doubts))
    ]
    return shown


def _near(asked: Asked, index: int | None) -> str:
    return "" if index is None else asked.href(index)


def _ways(
    document: Document, asked: Asked, headings: Sequence[Heading], language: Language
) -> dict[str, Any]:
    """Ways through the document: its contents, its parts, the whole of it."""
    return {
        "asked": asked,
        "is_parted": len(asked.parts) > 1,
        "is_first_part": asked.is_first,
        "contents": [_contents(document, asked, part, headings, language) for part in asked.parts],
        "has_headings": len(headings) > 1,
        "part_page": _page(asked),
        "part_said": say(
            "treaty.part_of", language, number=asked.part.number, count=len(asked.parts)
        ) if len(asked.parts) > 1 and not asked.is_whole else "",
        "whole_href": asked.without("find", whole="1"),
        "parts_href": asked.without("find"),
    }  # fmt: skip


def _page(asked: Asked) -> Page[Part] | None:
    if asked.is_whole or asked.is_searching or len(asked.parts) < 2:
        return None
    return Paginator(asked.parts, 1).page(asked.part.number)


def _contents(
    document: Document, asked: Asked, part: Part, headings: Sequence[Heading], language: Language
) -> dict[str, Any]:
    """A part in the list of contents: its number, which paragraphs it holds, its headings with the way to each."""
    numbers = [each.number for each in document.paragraphs[part.first : part.end] if each.number]
    span = f"§ {numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else ""
    return {
        "title": say("treaty.part", language, number=part.number),
        "span": span,
        "href": asked.to_part(part),
        "is_here": part == asked.part and not asked.is_searching,
        "headings": [
            (asked.href(each.index), each.words, each.depth) for each in headings if each.index in part
        ],
    }


def _found(document: Document, asked: Asked, language: Language) -> dict[str, Any]:
    """Where the words stand that somebody looks for, counted by part."""
    if asked.sought is None:
        return {"sought": "", "is_searching": False}
    hits = hits_of(document, asked.sought)
    counted = [(part, sum(each.index in part for each in hits)) for part in asked.parts]
    return {
        "sought": asked.sought.typed,
        "is_searching": asked.is_searching,
        "found_said": say_plural("treaty.found", len(hits), language, words=asked.sought.typed),
        "found_in": [
            (asked.to_part(part), say("treaty.part", language, number=part.number), count, part == asked.part)
            for part, count in counted
            if count
        ],
        "hits": [(each, asked.href(each.index)) for each in hits[:_MOST_HITS]] if asked.is_searching else [],
        "hits_left": max(0, len(hits) - _MOST_HITS),
        "all_hits_href": asked.without(),
        "unsought_href": asked.without("find", part=str(asked.part.number)),
    }
