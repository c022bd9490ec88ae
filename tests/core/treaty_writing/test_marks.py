"""What is typed into a draft: paragraphs, points, figures and notes."""

import pytest
from hypothesis import given, strategies

from qorgau.treaty.writing.marks import BrokenMark, FigureHere, NoteHere, Said, figures_in, paragraphs


def test_an_empty_line_begins_a_new_paragraph_and_a_single_break_does_not() -> None:
    first, second = paragraphs("One\nline.\n\n \nTwo.")
    assert first.parts == (Said("One line."),)
    assert second.parts == (Said("Two."),)


@pytest.mark.parametrize(
    ("typed", "label"),
    [("(a) done", "a"), ("a) done", "a"), ("б) сделано", "б"), ("(iv) done", "iv"), ("1) x", "1")],
)
def test_lettered_lines_are_points_in_any_of_the_manners(typed: str, label: str) -> None:
    (made,) = paragraphs(f"We did:\n{typed}")
    assert [point.label for point in made.points] == [label]


def test_a_line_after_a_point_belongs_to_the_point() -> None:
    (made,) = paragraphs("We did:\n(a) one\nthing\n(b) two")
    assert [point.parts for point in made.points] == [(Said("one thing"),), (Said("two"),)]


def test_figures_and_notes_stand_where_they_were_typed() -> None:
    (made,) = paragraphs("In all [figure:x@2025] people.[note: By law.] So.")
    assert made.parts == (
        Said("In all "),
        FigureHere("x@2025"),
        Said(" people."),
        NoteHere("By law."),
        Said(" So."),
    )
    assert figures_in("a [figure:x] b [figure:y] c [figure:x]") == ("x", "y")


@pytest.mark.parametrize(
    "typed", ["so [figure:x", "so [note: one [figure:x] two]", "[note: never closed\n\nmore"]
)
def test_a_mark_that_is_not_closed_is_refused_and_named(typed: str) -> None:
    with pytest.raises(BrokenMark) as broken:
        paragraphs(typed)
    assert broken.value.found.startswith("[")


def test_brackets_that_are_no_marks_are_words() -> None:
    (made,) = paragraphs("The body [sic] said so (a lot).")
    assert made.parts == (Said("The body [sic] said so (a lot)."),)


@given(strategies.text(alphabet="ab ()\n[]1.", max_size=80))
def test_no_letter_that_was_typed_is_lost(typed: str) -> None:
    told = "".join(
        (point.label + "".join(part.words for part in point.parts if isinstance(part, Said)))
        for made in paragraphs(typed)
        for point in (*made.points,)
    ) + "".join(part.words for made in paragraphs(typed) for part in made.parts if isinstance(part, Said))
    letters = "ab1"
    assert sorted(sign for sign in told if sign in letters) == sorted(
        sign for sign in typed if sign in letters
    )
