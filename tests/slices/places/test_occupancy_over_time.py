"""Held over time against the capacity of that time, by day, as a sentence and as a drawing."""

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.clock import zone_named
from qorgau.lawbook import Language
from qorgau.places.chart import draw_course, say_course, say_title
from qorgau.places.occupancy_days import Course, course

ALMATY = zone_named("Asia/Almaty")
MIDNIGHT = ALMATY.day_bounds(date(2026, 3, 1))[0]
HOUR, DAY = 3_600, 86_400


def made(
    *steps: tuple[int, int], capacity: tuple[tuple[int, int | None], ...] = ((0, 10),), days: int = 3
) -> Course:
    found = course(
        [(MIDNIGHT + hours * HOUR, held) for hours, held in steps],
        capacity=capacity,
        since=MIDNIGHT,
        until=MIDNIGHT + days * DAY,
    )
    assert found is not None
    return found


def test_the_number_before_the_first_day_is_carried_into_it() -> None:
    found = made((-30, 4), (12, 7))
    assert found.steps[0] == (MIDNIGHT, 4)
    assert (found.most, found.least, found.last) == ((7, MIDNIGHT + 12 * HOUR), 4, 7)


def test_each_day_tells_the_most_and_the_fewest_held_at_once() -> None:
    days = list(made((-1, 4), (12, 9), (30, 2)).days(ALMATY))
    assert [(each.day.day, each.most, each.least) for each in days] == [(1, 9, 4), (2, 9, 2), (3, 2, 2)]


def test_what_happens_exactly_at_midnight_belongs_to_the_new_day() -> None:
    days = list(made((-1, 4), (24, 9)).days(ALMATY))
    assert [(each.most, each.least) for each in days] == [(4, 4), (9, 9), (9, 9)]


def test_the_capacity_of_that_time_counts_and_not_the_one_of_today() -> None:
    found = made((-1, 12), capacity=((0, 10), (MIDNIGHT + DAY, 15)))
    assert found.seconds_above() == DAY
    assert [each.capacity for each in found.days(ALMATY)] == [10, 15, 15]


def test_without_a_capacity_nobody_can_tell_how_long_it_was_above() -> None:
    assert made((-1, 12), capacity=((0, None),)).seconds_above() is None


def test_nothing_counted_gives_no_course() -> None:
    assert course([], capacity=[(0, 10)], since=0, until=10) is None
    assert course([(0, 1)], capacity=[(0, 10)], since=10, until=10) is None


@pytest.mark.parametrize("language", list(Language))
def test_the_sentence_tells_the_peak_and_how_long_it_was_above(language: Language) -> None:
    told = say_course(made((-1, 4), (12, 13), (36, 3)), zone=ALMATY, language=language)
    assert "13" in told
    assert "24" in told or "1 " in told


def drawn(found: Course) -> ElementTree.Element:
    title = say_title(found, name="<A & B>", zone=ALMATY, language=Language.EN)
    svg = draw_course(found, zone=ALMATY, language=Language.EN, title=title, sentence="What it shows")
    return ElementTree.fromstring(svg)


def test_the_drawing_is_well_formed_named_and_without_inline_style() -> None:
    svg = drawn(made((-1, 4), (12, 13), (36, 3)))
    spoken = {child.tag.split("}")[1]: child.text for child in svg if child.tag.endswith(("title", "desc"))}
    assert spoken["title"].startswith("<A & B>: persons held")
    assert spoken["desc"] == "What it shows"
    assert not any("style" in node.attrib or node.tag.endswith(("style", "script")) for node in svg.iter())


def test_only_what_lies_above_the_capacity_is_marked() -> None:
    assert len(drawn(made((-1, 4), (12, 13), (36, 3))).findall(".//{*}rect")) == 1
    assert drawn(made((-1, 4), (12, 10), (36, 3))).findall(".//{*}rect") == []


@given(
    steps=st.lists(st.tuples(st.integers(-50, 71), st.integers(0, 5_000)), min_size=1, max_size=30),
    capacity=st.lists(
        st.tuples(st.integers(-50, 71), st.none() | st.integers(0, 5_000)), min_size=1, max_size=4
    ),
)
def test_any_course_is_drawn_within_its_frame(
    steps: list[tuple[int, int]], capacity: list[tuple[int, int | None]]
) -> None:
    limits = tuple((MIDNIGHT + hours * HOUR, most) for hours, most in capacity)
    found = made(*steps, capacity=limits)
    for path in drawn(found).findall(".//{*}path"):
        numbers = [
            point.split(",")
            for point in path.attrib["d"].replace("M", " ").replace("L", " ").replace("Z", "").split()
        ]
        assert all(0 <= float(x) <= 720 and 0 <= float(y) <= 260 for x, y in numbers)


@given(steps=st.lists(st.tuples(st.integers(-50, 71), st.integers(0, 100)), min_size=1, max_size=30))
def test_the_stretches_cover_the_span_without_gap_or_overlap(steps: list[tuple[int, int]]) -> None:
    found = made(*steps)
    assert (found.stretches[0].start, found.stretches[-1].end) == (found.since, found.until)
    assert all(one.end == other.start for one, other in pairwise(found.stretches))
    for each in found.days(ALMATY):
        assert found.least <= each.least <= each.most <= found.most[0]
