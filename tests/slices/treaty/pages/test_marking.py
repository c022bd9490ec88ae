"""Figures and cited documents marked within the words of a paragraph."""

from time import monotonic

from qorgau.treaty.web.marking import Marks, by_beginning, marked

_FIGURE, _SYMBOL = '<mark class="q-mark-figure">{}</mark>', '<mark class="q-mark-symbol">{}</mark>'


def marks(*, figures: tuple[str, ...] = (), symbols: tuple[str, ...] = ()) -> Marks:
    """What a document states and cites."""
    known = [*((each, "figure") for each in figures), *((each, "symbol") for each in symbols)]
    return Marks(beginning=by_beginning(known), stated={})


def test_a_figure_is_marked_where_it_stands_whole_and_not_within_a_longer_number() -> None:
    told = marked("Of 53 cases 5 were tried, and 1.5 million paid.", marks(figures=("5", "1.5 million")))
    assert told == f"Of 53 cases {_FIGURE.format(5)} were tried, and {_FIGURE.format('1.5 million')} paid."


def test_of_two_marks_that_overlap_the_longer_stands() -> None:
    told = marked("See CAT/C/KAZ/CO/4/Add.1.", marks(symbols=("CAT/C/KAZ/CO/4", "CAT/C/KAZ/CO/4/Add.1")))
    assert told == f"See {_SYMBOL.format('CAT/C/KAZ/CO/4/Add.1')}."


def test_words_of_a_document_are_escaped_within_a_mark_and_beside_it() -> None:
    told = marked("<b>12</b> of <i>", marks(figures=("12</b>",)))
    assert told == f"&lt;b&gt;{_FIGURE.format('12&lt;/b&gt;')} of &lt;i&gt;"


def test_a_paragraph_of_a_long_document_takes_no_time_by_all_that_the_document_states() -> None:
    every = marks(figures=tuple(f"{number} persons" for number in range(20_000)))
    began = monotonic()
    for number in range(400):
        assert _FIGURE.format(f"{number} persons") in marked(f"It regrets that {number} persons died.", every)
    # Each figure looked for in each paragraph took minutes.
    assert monotonic() - began < 10
