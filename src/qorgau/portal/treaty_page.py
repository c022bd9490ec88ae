"""The catalogue as a page: what was asked, leaf by leaf, with what measures it and how the law stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qorgau.lawbook import Language, Lawbook
from qorgau.lawbook.recommendations import Asked, Catalogue, MeasuredBy
from qorgau.wording import in_language, say, say_day


def catalogue_page(book: Lawbook, language: Language) -> str:
    """Every catalogue of the book as one page in Markdown."""
    return "\n".join(line for found in book.catalogue.values() for line in _page(book, found, language))


def _page(book: Lawbook, catalogue: Catalogue, language: Language) -> Iterator[str]:
    yield f"# {catalogue.symbol}: {in_language(catalogue.title, language)}"
    yield ""
    yield say("law.page_intro", language)
    yield ""
    columns = ("law.page_place", "law.page_asks", "law.bodies", "law.due", "law.page_measures")
    yield _row([say(key, language) for key in columns])
    yield _row(["---"] * len(columns))
    for asked in catalogue.asked.values():
        yield from _asked(asked, language)
    yield ""
    yield f"## {say('law.page_law', language)}"
    yield ""
    yield from _law(book, catalogue.adopted, language)
    yield ""


def _asked(asked: Asked, language: Language) -> Iterator[str]:
    due = say_day(asked.due, language) if asked.due else ""
    yield _row(
        [
            asked.id,
            in_language(asked.asks, language),
            ", ".join(asked.bodies),
            due,
            _measures(asked.measured_by, language),
        ]
    )
    for demand in asked.demands:
        yield _row(
            [demand.id, in_language(demand.asks, language), "", "", _measures(demand.measured_by, language)]
        )


def _measures(by: MeasuredBy, language: Language) -> str:
    named = [*by.safeguards, *by.figures, *by.articles]
    return ", ".join(f"`{name}`" for name in named) or say("law.unmeasured", language)


def _law(book: Lawbook, day: date, language: Language) -> Iterator[str]:
    """How each article stood against its standard on the day the document was adopted."""
    yield _row(
        [say("law.page_article", language), say("law.page_standard", language), say_day(day, language)]
    )
    yield _row(["---"] * 3)
    for article in book.articles.values():
        for standard in article.bears_on:
            found = book.in_line(article.id, standard, on=day)
            title = in_language(book.standards[standard].title, language)
            answer = say("law.in_line_" + found.answer.value, language)
            yield _row([f"`{article.id}` {in_language(article.title, language)}", title, answer])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
