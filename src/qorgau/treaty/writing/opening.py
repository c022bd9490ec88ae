"""The first paragraph of a report: what it answers, and from what and when its figures were counted."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import Asked, Writing
from qorgau.treaty.writing.figures import Origin, span_of
from qorgau.treaty.writing.kinds import Scope
from qorgau.treaty.writing.saying import said, say_iso, say_label, say_list, say_month

_FEW = 6
"""So many paragraphs are named one by one; of more the document is named."""


def opening_words(writing: Writing) -> str:
    """Two or three sentences; the last ones only where anything was counted from the record."""
    language = writing.language
    told = [said(f"opening_{writing.kind.value}", language, what=_what(writing))]
    if days := _counted_on(writing):
        source = said("own_record", language)
        told.append(said("opening_counted", language, source=source, day=say_iso(max(days), language)))
        told.extend(_of_periods(writing))
    if writing.corrects:
        told.append(said("opening_corrects", language, day=say_iso(writing.corrects, language)))
    return " ".join(told)


def _of_periods(writing: Writing) -> Iterator[str]:
    """That figures stand by period, and what was not recorded of them."""
    if len(_spans(writing)) > 1:
        yield said("opening_periods", writing.language)
    if gap := gap_words(writing):
        yield gap


def _spans(writing: Writing) -> set[str]:
    """The periods over which anything in the draft was counted; who puts in one year alone has one."""
    ids = [each.id for _, each in writing.figures()]
    ids += [each.id for block in writing.blocks for each in block.evidence]
    return {span_of(each) for each in ids} - {""}


def gap_words(writing: Writing) -> str:
    """That nothing was recorded before a month; empty where every period lies after it."""
    if not writing.has_gap:
        return ""
    return said(
        "not_recorded_before", writing.language, month=say_month(writing.recorded_from, writing.language)
    )


def document_named(writing: Writing) -> str:
    """ "of the concluding observations (CAT/C/XYZ/CO/1)", after the number of a paragraph; empty where it has no symbol."""
    if not writing.symbol:
        return ""
    kind = next(
        (name for sign, name in (("/CO/", "observations"), ("/Q", "questions")) if sign in writing.symbol),
        "document",
    )
    return said(f"of_{kind}", writing.language, symbol=writing.symbol)


def paragraph_label(asked: Asked, language: Language) -> str:
    """The number of what is answered, which no end of a line may part."""
    label = say_label(asked.recommendation.partition("#")[2], language) or asked.label
    return label.replace(" ", "\N{NO-BREAK SPACE}")


def _what(writing: Writing) -> str:
    """The paragraphs that are answered, where they are few, and the document they are of."""
    language, asked = writing.language, [each.asked for each in writing.blocks if each.asked]
    labels = [paragraph_label(each, language) for each in asked]
    document = document_named(writing) or said("of_document_unnamed", language)
    if writing.kind.scope is Scope.QUESTIONS:
        return said("what_questions", language, document=document)
    if not 0 < len(labels) <= _FEW or not all(each[:1].isdigit() for each in labels):
        return said("what_all", language, document=document)
    key = "what_paragraph" if len(labels) == 1 else "what_paragraphs"
    return said(key, language, labels=say_list(labels, language), document=document)


def _counted_on(writing: Writing) -> set[str]:
    days = {each.on for block in writing.blocks for each in block.evidence if each.tally is not None}
    days |= {each.stated_on for _, each in writing.figures() if each.origin is Origin.RECORD}
    return days - {""}
