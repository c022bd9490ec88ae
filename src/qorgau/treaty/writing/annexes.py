"""The annexes of a report: every figure with its source and rule, those that differ, what cannot be told, how it was made."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.lawbook import Language
from qorgau.treaty.writing.answering import Answers
from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.counting import WordCount
from qorgau.treaty.writing.figures import side_by_side
from qorgau.treaty.writing.report import Annex, Grid, Line
from qorgau.treaty.writing.saying import roman, said, say_basis, say_figure, say_iso, say_numbers, say_words


def annexes(writing: Writing, answers: Answers) -> tuple[Annex, ...]:
    """The annexes that have something to say, numbered in their order."""
    made = (
        ("figures", _figures(writing, answers)),
        ("differ", _differing(writing)),
        ("untold", _untold(writing, answers)),
    )
    filled = [(title, items) for title, items in made if items]
    return tuple(
        _annex(place, title, items, writing.language) for place, (title, items) in enumerate(filled, 1)
    )


def making(place: int, writing: Writing, count: WordCount) -> Annex:
    """The last annex: how words and figures were counted."""
    language = writing.language
    lines = tuple(Line(text=each) for each in counted_lines(count, language))
    figures = (Line(text=said("made_figures", language)),) if any(True for _ in writing.figures()) else ()
    return _annex(place, "making", (*figures, *lines), language, counted=False)


def counted_lines(count: WordCount, language: Language) -> Iterator[str]:
    """How many words, against which limit, and how sure that is."""
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
            key, language, words=say_words(count.limit.words, language), source=count.limit.source.rstrip(".")
        )
    if count.over:
        yield said("made_over", language, words=say_words(count.over, language))
    yield said("made_how_unverified", language)


def _annex(
    place: int, title: str, items: tuple[Grid | Line, ...], language: Language, *, counted: bool = True
) -> Annex:
    label = said("annex", language, number=roman(place))
    return Annex(label=label, title=said(f"annex_{title}", language), items=items, counted=counted)


def _figures(writing: Writing, answers: Answers) -> tuple[Grid | Line, ...]:
    language = writing.language
    rows = tuple(
        (
            str(place),
            say_numbers(answers.of_figure(figure)),
            figure.title,
            say_figure(figure, language),
            "; ".join(each for each in (figure.period, figure.population) if each),
            say_basis(figure, language),
        )
        for place, figure in enumerate(dict.fromkeys(each for _, each in writing.figures()), 1)
    )
    head = _head(language, "number", "paragraph", "figure", "value", "period", "source")
    return (Grid(head=head, rows=rows, widths=(5, 10, 22, 16, 17, 30)),) if rows else ()


def _differing(writing: Writing) -> tuple[Grid | Line, ...]:
    language = writing.language
    topics = side_by_side(figure for _, figure in writing.figures())
    rows = tuple(
        (
            (each.topic_title or held[0].title) if first else "",
            each.title,
            say_figure(each, language),
            each.agency or each.source,
            each.period or say_iso(each.stated_on, language),
        )
        for held in topics.values()
        for first, each in zip((True, *(False for _ in held[1:])), held, strict=True)
    )
    head = _head(language, "topic", "figure", "value", "agency", "day")
    if not rows:
        return ()
    return (
        Line(text=said("annex_differ_says", language)),
        Grid(head=head, rows=rows, widths=(20, 26, 16, 22, 16)),
    )


def _untold(writing: Writing, answers: Answers) -> tuple[Grid | Line, ...]:
    rows = tuple(
        (say_numbers(answers.of_block(block.id)), words) for block in writing.blocks for words in block.untold
    )
    head = _head(writing.language, "paragraph", "untold")
    return (Grid(head=head, rows=rows, widths=(15, 85)),) if rows else ()


def _head(language: Language, *columns: str) -> tuple[str, ...]:
    return tuple(said(f"column_{each}", language) for each in columns)
