"""Figures counted from the record, and figures that others stated, as a report prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from babel.dates import format_date

from qorgau.lawbook import Language
from qorgau.lawbook.official_figures import OfficialFigure, Says
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.evidence import CountedFigure, Evidence, OfficialGroup, Period, last_public_year
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book, country, today
from qorgau.treaty.writing.figures import Figure, Origin
from qorgau.treaty.writing.saying import said, say_number, say_per_cent
from qorgau.wording import in_language, say_day

_AT, _TO = "@", ".."
_PER_CENT = "percent"


def figures_of(held: Evidence, language: Language) -> Iterator[Figure]:
    """Every figure that this record counts for the recommendation."""
    for each in held.figures:
        yield _counted(each, held, language)


def stated_of(held: Evidence, language: Language) -> Iterator[Figure]:
    """Every figure that an authority stated on the same question, one beside the other."""
    for group in held.official:
        contradicted = {name for each in group.disagreements for name in each.figures}
        for figure in group.figures:
            yield _stated(figure, group, language, differs=figure.id in contradicted)


def in_period(period: Period | None) -> str:
    """What the id of something counted over a period ends with, so that it can be counted again over the same one."""
    return f"{_AT}{span_named(period)}" if period else ""


def span_named(period: Period) -> str:
    """The period as ids and drafts tell it: 2025-01-01..2025-12-31."""
    return f"{period.from_.isoformat()}{_TO}{period.to.isoformat()}"


def period_named(span: str) -> Period:
    """The period that `span_named` told; raises ValueError."""
    begins, _, ends = span.partition(_TO)
    return Period(from_=date.fromisoformat(begins), to=date.fromisoformat(ends))


def period_in(name: str) -> Period | None:
    """The period that something with this id was counted over; None for what is counted over none."""
    days = name.partition(_AT)[2]
    if not days:
        return None
    try:
        return period_named(days)
    except ValueError as error:
        raise TreatyRefusal("draft_not_offered", name=name[:80]) from error


def say_period(period: Period, language: Language, counted_on: date | None = None) -> str:
    """From which day to which, or the year; of a period that still ran on the day of counting only what had passed."""
    first, last = period.from_, period.to
    if counted_on is not None and first <= counted_on < last:
        last = counted_on
    if (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year):
        return str(first.year)
    if first.year == last.year:
        days = {"first": _in_year(first, language), "last": _in_year(last, language)}
        return said("period_in_year", language, year=first.year, **days)
    return said("period", language, first=say_day(first, language), last=say_day(last, language))


def say_counted_over(held: Evidence, language: Language) -> str:
    """The period as it was counted, marked as long as its last limits still run out."""
    told = say_period(held.period, language, today(country(), held.as_of))
    settled = held.period.to.year <= last_public_year(held.as_of)
    return told if settled else said("not_settled", language, period=told)


def _in_year(day: date, language: Language) -> str:
    return format_date(day, "d MMMM", locale=language.value)


def _counted(each: CountedFigure, held: Evidence, language: Language) -> Figure:
    period = each.period
    return Figure(
        id=f"{each.id}{in_period(period)}",
        title=in_language(each.title, language),
        value=str(each.value),
        of=each.of.value if each.of is not None else None,
        unit=in_language(each.unit_title, language),
        period=say_counted_over(held, language) if period else "",
        population=in_language(each.population, language),
        source=said("own_record", language),
        rule=in_language(each.rule, language),
        stated_on=today(country(), each.counted_at).isoformat()
        if period is None
        else today(country(), held.as_of).isoformat(),
    )


def _stated(figure: OfficialFigure, group: OfficialGroup, language: Language, *, differs: bool) -> Figure:
    known = book().official_figures
    whole = known.figures.get(figure.of)
    return Figure(
        id=figure.id,
        topic=group.topic if differs else "",
        topic_title=in_language(group.title, language) if differs else "",
        topic_why=" ".join(in_language(each.why, language) for each in group.disagreements)
        if differs
        else "",
        title=in_language(figure.what, language),
        value=_value(figure, language),
        of=int(whole.value) if whole is not None and _is_plain(whole) else None,
        unit="" if figure.unit == _PER_CENT else _word(known.units, figure.unit, language),
        period=_spoken_of(figure, language),
        agency=_word(known.agencies, figure.agency, language),
        source=figure.source,
        origin=Origin.OFFICIAL,
        stated_on=figure.on.isoformat() if figure.on else "",
    )


def _word(words: Mapping[str, Text], code: str, language: Language) -> str:
    return in_language(words[code], language) if code in words else code


def _is_plain(figure: OfficialFigure) -> bool:
    return figure.says is Says.EXACTLY and figure.value.is_integer()


def _value(figure: OfficialFigure, language: Language) -> str:
    """A whole number that was stated exactly as digits; any other as it is to be printed."""
    if _is_plain(figure) and figure.unit != _PER_CENT:
        return str(int(figure.value))
    number = Decimal(str(figure.value))
    told = say_per_cent(number, language) if figure.unit == _PER_CENT else _written(number, language)
    return told if figure.says is Says.EXACTLY else said(f"says_{figure.says.value}", language, value=told)


def _written(number: Decimal, language: Language) -> str:
    return say_number(int(number) if number == number.to_integral_value() else number, language)


def _spoken_of(figure: OfficialFigure, language: Language) -> str:
    if figure.begins is None or figure.ends is None:
        return ""
    return say_period(Period(from_=figure.begins, to=figure.ends), language)
