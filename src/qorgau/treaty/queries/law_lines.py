"""An article of national law against a standard, as a report tells it: what is there, what lacks, which objection stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qorgau.lawbook import Language
from qorgau.lawbook.articles import ElementState, InLine, StandingObjection
from qorgau.lawbook.words import Confirmed
from qorgau.treaty.evidence import LawAnswer
from qorgau.treaty.seats import book
from qorgau.treaty.writing.saying import said
from qorgau.wording import in_language, say, say_day


def law_words(each: LawAnswer, language: Language) -> str:
    """The answer, the day of the text, the elements by whether they are there, and objections not yet answered."""
    return " ".join(_sentences(each, language))


def law_source(answer: InLine, language: Language) -> str:
    """The source of the version, and how far it was checked unless its text was read."""
    if not answer.source or answer.confirmed in (None, Confirmed.OPENED):
        return answer.source
    return f"{answer.source} ({say(f'treaty.confirmed_{answer.confirmed.value}', language)})"


def _sentences(each: LawAnswer, language: Language) -> Iterator[str]:
    answer = each.answer
    title = in_language(each.title, language)
    told = said(
        f"line_law_{answer.answer.value}",
        language,
        title=f"{title} ({each.number})" if each.number else title,
        standard=in_language(each.standard_title, language),
    )
    if answer.version is not None:
        told = f"{told}; {said('line_law_since', language, day=say_day(answer.version.since, language))}"
    yield f"{told.rstrip('.')}."
    for key, names in (
        ("lacks", _named(answer.missing)),
        ("disputed", _named(answer.disputed)),
        ("unknown", answer.unknown),
        ("has", _named(answer.met)),
    ):
        if names:
            elements = "; ".join(_element(answer.standard, name, language) for name in names)
            yield said(f"line_law_{key}", language, elements=elements)
    # One paragraph may object to several elements.
    yield from dict.fromkeys(_objection(standing, language) for standing in answer.objections)


def _named(states: Iterable[ElementState]) -> tuple[str, ...]:
    return tuple(each.element for each in states)


def _element(standard: str, name: str, language: Language) -> str:
    known = book().standards.get(standard)
    element = known.elements.get(name) if known else None
    return in_language(element.title, language) if element else name


def _objection(standing: StandingObjection, language: Language) -> str:
    made = standing.objection
    days = ", ".join(say_day(version.since, language) for version in standing.changed_since)
    return said(
        "line_law_objection_changed" if days else "line_law_objection",
        language,
        day=say_day(made.made_on, language),
        symbol=made.symbol,
        paragraph=made.paragraph,
        days=days,
    )
