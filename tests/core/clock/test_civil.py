"""Civil arithmetic: an hour of someone's liberty may hang on a change of clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.clock import Interval, TimeError, civil, read_instant, read_span, show_span, zone_named

ALMATY = zone_named("Asia/Almaty")
BERLIN = zone_named("Europe/Berlin")
ZONES = st.sampled_from(["Asia/Almaty", "Asia/Qyzylorda", "Europe/Berlin", "America/New_York", "UTC"])
INSTANTS = st.integers(0, int(datetime(2060, 1, 1, tzinfo=UTC).timestamp()))


@given(ZONES, INSTANTS)
def test_the_table_shows_the_same_wall_clock_as_the_zone_database(name: str, instant: int) -> None:
    expected = datetime.fromtimestamp(instant, ZoneInfo(name)).replace(tzinfo=None)
    assert zone_named(name).local(instant) == expected


@given(ZONES, INSTANTS)
def test_a_wall_clock_time_leads_back_to_its_instant(name: str, instant: int) -> None:
    zone = zone_named(name)
    assert instant in zone.instants_of(zone.local(instant))
    local = instant + civil.offset_at(instant, zone.changes, zone.offsets)
    assert civil.from_local(local, zone.changes, zone.offsets) == min(zone.instants_of(zone.local(instant)))


@given(st.dates(date(1901, 1, 1), date(2099, 1, 1)), st.integers(0, 600))
def test_ordinals_are_the_calendars_and_months_keep_the_day_where_they_can(day: date, n: int) -> None:
    ordinal = day.toordinal()
    assert civil.year_month_day(ordinal) == (day.year, day.month, day.day)
    later = date.fromordinal(civil.add_months(ordinal, n))
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == n
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_forty_eight_hours_elapse_whatever_the_clocks_do() -> None:
    before = read_instant("2024-02-28 12:00", ALMATY).earliest
    due = ALMATY.deadline(before, 48, civil.HOURS)
    assert due - before == 48 * 3600
    assert ALMATY.local(due) == datetime(2024, 3, 1, 11, 0)  # clocks went back one hour on 1 March


def test_two_civil_days_over_the_change_of_2024_last_forty_nine_hours() -> None:
    before = read_instant("2024-02-28 12:00", ALMATY).earliest
    assert ALMATY.deadline(before, 2, civil.DAYS) - before == 49 * 3600


def test_a_civil_day_over_the_spring_change_has_twenty_three_hours() -> None:
    start = read_instant("2024-03-30 12:00", BERLIN).earliest
    assert BERLIN.deadline(start, 1, civil.DAYS) - start == 23 * 3600


def test_a_limit_that_lands_in_the_skipped_hour_ends_when_the_clocks_jump() -> None:
    start = read_instant("2024-03-30 02:30", BERLIN).earliest
    assert BERLIN.local(BERLIN.deadline(start, 1, civil.DAYS)) == datetime(2024, 3, 31, 3, 0)


def test_a_month_after_31_january_ends_on_the_last_day_of_february() -> None:
    start = read_instant("2023-01-31 09:00", ALMATY).earliest
    assert ALMATY.local(ALMATY.deadline(start, 1, civil.MONTHS)) == datetime(2023, 2, 28, 9, 0)


def test_whole_days_run_to_the_end_of_the_last_day() -> None:
    start = read_instant("2024-05-01 09:00", ALMATY).earliest
    due = ALMATY.deadline(start, 3, civil.DAYS, whole_days=True)
    assert ALMATY.local(due) == datetime(2024, 5, 4, 23, 59, 59)


def test_working_days_skip_weekends_and_holidays() -> None:
    nauryz = frozenset(date(2024, 3, day).toordinal() for day in (21, 22, 25))
    zone = zone_named("Asia/Almaty", nauryz)
    start = read_instant("2024-03-20 10:00", zone).earliest
    assert zone.local(zone.deadline(start, 2, civil.WORKING_DAYS)) == datetime(2024, 3, 27, 10, 0)


def test_a_date_without_time_is_the_whole_local_day() -> None:
    day = read_instant("2024-02-29", ALMATY)
    assert day.latest - day.earliest == 25 * 3600 - 1  # the day the clocks went back


def test_a_repeated_hour_is_the_hull_of_both() -> None:
    assert read_instant("2024-02-29 23:30", ALMATY) == Interval(1709227800, 1709231400)


@pytest.mark.parametrize(
    "text", ["2024-03-31 02:30", "2024-02-30", "2024-01-01 25:00", "yesterday", "2024-01-01 10:61"]
)
def test_an_impossible_time_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(TimeError, match=text.split()[-1]):
        read_instant(text, BERLIN)


def test_spans_read_as_people_write_them() -> None:
    assert read_span("5 h 10 min") == 18600
    assert read_span("3 days") == 259200
    assert show_span(18600) == "5 h 10 min"
    assert show_span(-90) == "-1 min 30 s"
    with pytest.raises(ValueError, match="soon"):
        read_span("soon")
