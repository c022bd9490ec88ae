"""Is the article in line with the standard yet? The answer as sentences, the same on a page, in the API and at a console."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qorgau.lawbook import Language
from qorgau.lawbook.articles import InLine, InLineAnswer, StandingObjection
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.seats import book
from qorgau.wording import in_language, say, say_day


def yet(answer: InLine) -> Text:
    """The answer on its day, and each objection that still stands, with whether the text has changed since."""
    return {language: " ".join(_sentences(answer, language)) for language in Language}


def _sentences(answer: InLine, language: Language) -> Iterator[str]:
    yield _answered(answer, language)
    for (symbol, paragraph), standing in _by_paragraph(answer.objections).items():
        days = [say_day(each.since, language) for each in standing.changed_since]
        yield say(
            "treaty.yet_objected_changed" if days else "treaty.yet_objected",
            language,
            symbol=symbol,
            paragraph=paragraph,
            day=say_day(standing.objection.made_on, language),
            days=", ".join(days),
        )


def _answered(answer: InLine, language: Language) -> str:
    day, version = say_day(answer.on, language), answer.version
    if version is None:
        return say("treaty.yet_no_version", language, day=day)
    since = say_day(version.since, language)
    if answer.answer is InLineAnswer.CANNOT_TELL:
        doubtful = (*(each.element for each in answer.disputed), *answer.unknown)
        return say(
            "treaty.yet_cannot_tell", language, day=day, since=since, open=_named(answer, doubtful, language)
        )
    missing = _named(answer, [each.element for each in answer.missing], language)
    count = len(answer.met) + len(answer.missing) + len(answer.disputed) + len(answer.unknown)
    key = f"treaty.yet_{answer.answer.value}"
    return say(key, language, day=day, since=since, met=len(answer.met), all=count, missing=missing)


def _named(answer: InLine, elements: Sequence[str], language: Language) -> str:
    known = book().standards[answer.standard].elements
    return "; ".join(in_language(known[each].title, language) for each in elements)


def _by_paragraph(found: Sequence[StandingObjection]) -> dict[tuple[str, str], StandingObjection]:
    """One sentence for each paragraph of a document, though it objects to several elements."""
    return {(each.objection.symbol, each.objection.paragraph): each for each in found}
