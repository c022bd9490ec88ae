"""What a document states, in lines: deadlines, grades, figures."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.lawbook import Language
from qorgau.reading.document import Document, StatedFigure
from qorgau.reading.reasons import said
from qorgau.treaty.console.printing import day, number, shortened, title, wrapped
from qorgau.wording import knows, say


def stated_lines(document: Document, language: Language, *, whole: bool) -> Iterator[str]:
    """Deadlines with what they are counted from, grades with the committee's words, figures with who said them."""
    yield from _deadlines(document, language, whole=whole)
    if document.grades:
        yield from title("grades", language, len(document.grades))
    for grade in document.grades:
        told = f"{grade.symbol} {paragraph(grade.paragraph, language)}: {grade.grade} “{grade.words}”"
        yield from wrapped("  ", told)
    if document.figures:
        yield from title("figures", language, len(document.figures))
    for figure in document.figures:
        yield from wrapped("  ", _figure(figure, language, whole=whole))


def paragraph(name: str | None, language: Language) -> str:
    """“para. 8”; nothing for none."""
    return say("treaty.cli_paragraph", language, number=name) if name else ""


def _deadlines(document: Document, language: Language, *, whole: bool) -> Iterator[str]:
    if document.deadlines:
        yield from title("deadlines", language, len(document.deadlines))
    for each in document.deadlines:
        key = f"treaty.due_{each.what}"
        what = say(key, language) if knows(key) else each.what
        counted = (
            say("treaty.cli_counted_from", language, what=said(each.counted_from, language))
            if each.counted_from
            else ""
        )
        doubt = f"? {said(each.doubt, language)}" if each.doubt else ""
        words = f"“{shortened(each.words, whole=whole)}”"
        told = (paragraph(each.paragraph, language), words, counted, doubt)
        yield from wrapped("  ", f"{day(each.due, language)} · {what}: {'; '.join(filter(None, told))}")


def _figure(each: StatedFigure, language: Language, *, whole: bool) -> str:
    value = ("≈" if each.approximate else "") + number(each.value)
    value = f"{value}–{number(each.upto)}" if each.upto is not None else value
    if each.of is not None:
        value = say("treaty.cli_of_whole", language, value=value, whole=number(each.of))
    share = f" = {each.share_percent:g} %" if each.share_percent is not None else ""
    place = paragraph(each.paragraph, language)
    told = "; ".join(filter(None, (each.population, each.period, each.agency, each.source, place)))
    return f"{value}{share} {each.unit}: {shortened(each.what, whole=whole, most=100)} ({told})"
