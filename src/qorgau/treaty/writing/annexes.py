"""The annexes of a report: every figure with its source and rule in one table, and how all of it was counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.treaty.writing.answering import Answers
from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.counting import WordCount
from qorgau.treaty.writing.figures import Figure, Origin, base_id, span_of
from qorgau.treaty.writing.report import Annex, Grid, Line
from qorgau.treaty.writing.saying import (
    roman,
    said,
    say_basis,
    say_figure,
    say_figure_short,
    say_iso,
    say_words,
    sentence,
)

_LONGEST = 3
_METHOD = ("made_record", "made_duties", "made_small", "made_others")


def annexes(writing: Writing, answers: Answers) -> tuple[Annex, ...]:
    """The annexes that have something to say, numbered in their order."""
    language = writing.language
    made = (("figures", _figures(writing, answers)), ("making", _making(writing)))
    filled = [(title, items) for title, items in made if items]
    return tuple(
        Annex(
            label=said("annex", language, number=roman(place)),
            title=said(f"annex_{title}", language),
            items=items,
        )
        for place, (title, items) in enumerate(filled, 1)
    )


def counted_lines(count: WordCount, language: Language) -> Iterator[str]:
    """How many words, against which limit, how sure that is, and where the longest parts are once it is passed."""
    yield said(
        "made_words",
        language,
        words=say_words(count.counted, language),
        text=say_words(count.text, language),
        notes=say_words(count.notes, language),
    )
    if count.limit is None:
        yield said("made_no_limit", language)
    else:
        key = "made_limit" if count.limit.verified else "made_limit_unverified"
        yield said(
            key,
            language,
            words=say_words(count.limit.words, language),
            source=cited(count.limit.source, language).rstrip("."),
        )
    if count.over:
        yield said("made_over", language, words=say_words(count.over, language))
    yield said("made_how_unverified", language)


def longest_parts(writing: Writing, count: WordCount, language: Language) -> str:
    """Where most words stand, in a sentence; empty as long as no limit is passed."""
    if not count.over:
        return ""
    titles = {
        each.id: each.asked.label if each.asked else each.heading or said(each.role.value, language)
        for each in writing.blocks
    }
    ranked = sorted(
        ((words, block) for block, words in count.blocks.items() if block in titles), reverse=True
    )
    parts = (f"{titles[block]} ({say_words(words, language)})" for words, block in ranked[:_LONGEST])
    return said("made_longest", language, parts="; ".join(parts))


def _figures(writing: Writing, answers: Answers) -> tuple[Grid | Line, ...]:
    language = writing.language
    held: dict[object, dict[Figure, None]] = {}
    for _, each in writing.figures():
        # What was counted over periods is one row; whatever else differs is a row of its own.
        held.setdefault(base_id(each.id) if span_of(each.id) else each, {})[each] = None
    rows = tuple(
        _figure_row(place, tuple(each), answers, language) for place, each in enumerate(held.values(), 1)
    )
    columns = ("number", "figure", "value", "period", "source", "given_in")
    head = tuple(said(f"column_{each}", language) for each in columns)
    told = said("annex_figures_source", language, source=said("own_record", language))
    return (Line(text=told), Grid(head=head, rows=rows, widths=(4, 20, 22, 12, 32, 10))) if rows else ()


def _figure_row(
    place: int, figures: Sequence[Figure], answers: Answers, language: Language
) -> tuple[str, ...]:
    """One figure with its values over all its periods, the oldest first."""
    held = sorted(figures, key=lambda each: span_of(each.id))
    last = held[-1]
    stated = "" if last.origin is Origin.RECORD else last.source
    places = dict.fromkeys(each for one in held for each in answers.given_in(one))
    return (
        str(place),
        sentence(last.title),
        say_figure(last, language) if len(held) == 1 else "; ".join(_values(held, language)),
        last.period or say_iso(last.stated_on, language) if len(held) == 1 else said("by_period", language),
        say_basis(replace(last, period="", source=stated), language),
        "; ".join(places),
    )


def _values(figures: Sequence[Figure], language: Language) -> Iterator[str]:
    return (f"{each.period}: {say_figure_short(each, language)}" for each in figures)


def _making(writing: Writing) -> tuple[Grid | Line, ...]:
    """How all of it was counted, where anything was."""
    told = any(each.tally for block in writing.blocks for each in block.evidence)
    if not told and not any(True for _ in writing.figures()):
        return ()
    source = said("own_record", writing.language)
    keys = (*_METHOD, "made_periods") if len(writing.periods) > 1 else _METHOD
    return tuple(Line(text=said(key, writing.language, source=source)) for key in keys)
