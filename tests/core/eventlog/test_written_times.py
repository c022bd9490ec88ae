"""How written times are read: what is exact, what is an interval, what is no time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qorgau.eventlog.arrow_text import strings
from qorgau.eventlog.moments import (
    Clock,
    DateOrder,
    Midnight,
    Moments,
    Reading,
    moments_of,
    moments_of_instants,
    moments_of_local,
)
from qorgau.eventlog.time_formats import pattern_of_format
from qorgau.eventlog.written_times import Fault, read_written

ALMATY, PARIS, NEW_YORK = "Asia/Almaty", "Europe/Paris", "America/New_York"
ZONES = [ALMATY, PARIS, NEW_YORK, "Asia/Qyzylorda", "Africa/Casablanca", "Australia/Lord_Howe"]


def read(*texts: str, **reading: object) -> Moments:
    return moments_of(read_written(strings(texts)), Reading(**({"zone": "UTC"} | reading)))  # type: ignore[arg-type]


def span(moments: Moments, row: int = 0) -> tuple[str, str]:
    return tuple(  # type: ignore[return-value]
        datetime.fromtimestamp(int(seconds[row]), UTC).strftime("%Y-%m-%d %H:%M:%S")
        for seconds in (moments.earliest, moments.latest)
    )


@pytest.mark.parametrize(
    "text",
    [
        "2019-05-03 14:05",
        "2019-05-03T14:05:00",
        "2019-05-03T14:05:00.123456Z",
        "2019-05-03 19:05:59+05:00",
        "2019/5/3 14:05",
        "03.05.2019 14:05",
        "3.5.19 14:05",
        "03.05.2019 в 14:05",
        "3 мая 2019 г. 14:05",
        "3 МАЯ 2019 14:05",
        "3 мамыр 2019 14:05",
        "May 3, 2019 2:05 PM",
        "3 May 2019, 2:05 p.m.",
        "03-May-19 02:05 pm",
        "20190503 14:05",
        "May 3 2019  2:05PM",
        "Fri, 3 May 2019 14:05:00 GMT",
        "Friday 05/03/2019 14:05",
    ],
)
def test_a_time_to_the_minute_or_second_is_exact(text: str) -> None:
    earliest, latest = span(read(text, dates=DateOrder.MONTH_FIRST))
    assert earliest == latest
    assert earliest[:16] == "2019-05-03 14:05"


@pytest.mark.parametrize("text", ["2019-05-03", "03.05.2019", "3 мая 2019 года", "20190503"])
def test_a_date_without_a_clock_is_the_whole_local_day(text: str) -> None:
    assert span(read(text, zone=ALMATY)) == ("2019-05-02 18:00:00", "2019-05-03 17:59:59")


def test_a_day_of_the_clock_change_has_23_or_25_hours() -> None:
    moments = read("2019-03-31", "2019-10-27", zone=PARIS)
    assert (moments.latest - moments.earliest + 1).tolist() == [23 * 3600, 25 * 3600]


def test_a_month_without_a_day_is_the_whole_month() -> None:
    assert span(read("02.2020")) == ("2020-02-01 00:00:00", "2020-02-29 23:59:59")


def test_a_lost_am_or_pm_is_the_hull_of_both() -> None:
    moments = read("2019-05-03 02:30", "2019-05-03 12:30", clock=Clock.HALF_LOST)
    assert span(moments, 0) == ("2019-05-03 02:30:00", "2019-05-03 14:30:00")
    assert span(moments, 1) == ("2019-05-03 00:30:00", "2019-05-03 12:30:00")


def test_an_hour_that_still_tells_the_half_of_the_day_stays_exact() -> None:
    moments = read("2019-05-03 17:30", "2019-05-03 2:30 PM", clock=Clock.HALF_LOST)
    assert moments.earliest.tolist() == moments.latest.tolist()


def test_a_lost_am_that_the_clocks_skipped_can_only_be_pm() -> None:
    moments = read("2019-03-31 02:30", zone=PARIS, clock=Clock.HALF_LOST)
    assert span(moments) == ("2019-03-31 12:30:00", "2019-03-31 12:30:00")


def test_a_local_time_repeated_at_a_clock_change_is_the_hull_of_both() -> None:
    moments = read("2019-10-27 02:30", zone=PARIS)
    assert span(moments) == ("2019-10-27 00:30:00", "2019-10-27 01:30:00")


def test_kazakhstan_put_its_clocks_back_on_1_march_2024() -> None:
    moments = read("2024-02-29 22:30", "2024-02-29 23:30", "2024-03-01 00:30", zone=ALMATY)
    assert span(moments, 0) == ("2024-02-29 16:30:00", "2024-02-29 16:30:00")
    assert span(moments, 1) == ("2024-02-29 17:30:00", "2024-02-29 18:30:00")
    assert span(moments, 2) == ("2024-02-29 19:30:00", "2024-02-29 19:30:00")


def test_a_local_time_that_clocks_skipped_is_impossible_unless_its_offset_is_written() -> None:
    moments = read("2019-03-31 02:30", "2019-03-31 02:30+01:00", zone=PARIS)
    assert moments.fault.tolist() == [Fault.IMPOSSIBLE, Fault.NONE]


def test_a_written_offset_decides_and_not_the_zone() -> None:
    moments = read("2019-05-03 14:00+05:00", "2019-05-03T14:00-0330", zone=NEW_YORK)
    assert span(moments, 0)[0] == "2019-05-03 09:00:00"
    assert span(moments, 1)[0] == "2019-05-03 17:30:00"


def test_24_hours_is_the_end_of_the_day() -> None:
    assert span(read("2019-05-03 24:00"))[0] == "2019-05-04 00:00:00"


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2019", "29.02.2019", "00.05.2019", "01.13.2019", "2019-05-03 24:01",
        "2019-05-03 25:00", "2019-05-03 10:60", "2019-05-03 13:00 PM", "0201-05-03", "2201-05-03",
        "2019-05-03 10:00+25:00",
    ],
)  # fmt: skip
def test_what_no_calendar_or_clock_shows_is_impossible(text: str) -> None:
    assert read(text).fault.tolist() == [Fault.IMPOSSIBLE]


@pytest.mark.parametrize(
    "text", ["soon", "until 2019-05-03", "14:30", "2019", "12", "3 foo 2019", "x" * 200, "NA"]
)
def test_what_is_no_time_is_unreadable(text: str) -> None:
    assert read(text).fault.tolist() == [Fault.UNREADABLE]


def test_one_date_proves_the_order_of_the_others() -> None:
    assert span(read("3/5/19", "13/5/19"))[0] == "2019-05-03 00:00:00"
    assert span(read("3/5/19", "5/13/19"))[0] == "2019-03-05 00:00:00"


def test_dates_that_prove_different_orders_leave_the_others_open() -> None:
    moments = read("3/5/19", "13/5/19", "5/13/19", "4/4/19")
    assert moments.fault.tolist() == [Fault.DAY_OR_MONTH, Fault.NONE, Fault.NONE, Fault.NONE]


def test_the_map_decides_the_order_where_nothing_proves_it() -> None:
    assert span(read("3/5/19", dates=DateOrder.DAY_FIRST))[0] == "2019-05-03 00:00:00"
    assert span(read("3/5/19", dates=DateOrder.MONTH_FIRST))[0] == "2019-03-05 00:00:00"


def test_dates_with_dots_are_day_first_whatever_strokes_are() -> None:
    moments = read("03.05.2019", "12/31/2019")
    assert span(moments)[0] == "2019-05-03 00:00:00"


def test_a_midnight_may_be_a_day_without_a_clock() -> None:
    moments = read("2019-05-03 00:00:00", "2019-05-03 00:00:01", midnight=Midnight.WHOLE_DAY)
    assert span(moments, 0) == ("2019-05-03 00:00:00", "2019-05-03 23:59:59")
    assert span(moments, 1) == ("2019-05-03 00:00:01", "2019-05-03 00:00:01")


def test_a_midnight_with_an_offset_is_the_day_at_the_place() -> None:
    moments = read("2006-07-24T00:00:00+02:00", zone="Europe/Rome", midnight=Midnight.WHOLE_DAY)
    assert span(moments) == ("2006-07-23 22:00:00", "2006-07-24 21:59:59")


def test_a_stored_local_time_and_a_stored_instant_are_read_alike() -> None:
    absent = np.zeros(1, np.bool_)
    reading = Reading(ALMATY, midnight=Midnight.WHOLE_DAY)
    midnight_there = int(datetime(2019, 5, 2, 18, tzinfo=UTC).timestamp())
    day = ("2019-05-02 18:00:00", "2019-05-03 17:59:59")
    instants = np.array([midnight_there])
    assert span(moments_of_instants(instants, absent=absent, reading=reading)) == day
    local = np.array([midnight_there + 6 * 3600])
    assert span(moments_of_local(local, absent=absent, reading=reading)) == day


def test_a_format_said_by_the_map_is_tried_first() -> None:
    written = read_written(strings(["19050314"]), patterns=(pattern_of_format("%y%m%d%H"),))
    assert span(moments_of(written, Reading("UTC")))[0] == "2019-05-03 14:00:00"


@pytest.mark.parametrize("form", ["%Q", "%", "%Y %Y"])
def test_a_format_with_an_unknown_sign_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match="%"):
        pattern_of_format(form)


local_times = st.datetimes(min_value=datetime(1901, 1, 1), max_value=datetime(2098, 12, 31))


def instants_by_zoneinfo(local: datetime, zone: str) -> set[int]:
    """Every instant at which a clock of that zone showed this time."""
    place = ZoneInfo(zone)
    found = (local.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1))
    return {
        int(instant.timestamp())
        for instant in found
        if instant.astimezone(place).replace(tzinfo=None) == local
    }


@settings(deadline=None)  # the first call loads and compiles
@given(local_times, st.sampled_from(ZONES))
def test_local_times_mean_the_instants_the_zone_database_says(local: datetime, zone: str) -> None:
    local = local.replace(microsecond=0)
    moments = read(f"{local:%Y-%m-%d %H:%M:%S}", zone=zone)
    expected = instants_by_zoneinfo(local, zone)
    if not expected:
        assert moments.fault[0] == Fault.IMPOSSIBLE
    else:
        assert moments.fault[0] == Fault.NONE
        assert (moments.earliest[0], moments.latest[0]) == (min(expected), max(expected))


@settings(deadline=None)  # the first call loads and compiles
@given(st.sampled_from(ZONES), st.integers(2000, 2030), st.integers(0, 370), st.integers(0, 47))
def test_times_around_clock_changes_mean_the_same(zone: str, year: int, day: int, half_hour: int) -> None:
    local = datetime(year, 1, 1) + timedelta(days=day, minutes=30 * half_hour)
    moments = read(f"{local:%d.%m.%Y %H:%M}", zone=zone)
    expected = instants_by_zoneinfo(local, zone)
    told = {int(moments.earliest[0]), int(moments.latest[0])}
    assert (told if moments.fault[0] == Fault.NONE else set()) == expected


@settings(deadline=None)  # the first call loads and compiles
@given(st.lists(st.text(max_size=30), max_size=20))
def test_any_text_at_all_is_a_time_or_has_a_fault(texts: list[str]) -> None:
    moments = read(*texts)
    told = moments.fault == Fault.NONE
    assert (moments.earliest <= moments.latest)[told].all()


@settings(deadline=None)  # the first call loads and compiles
@given(st.lists(local_times, min_size=1, max_size=20))
def test_a_column_of_mixed_writings_is_read_like_each_alone(times: list[datetime]) -> None:
    forms = ["%Y-%m-%d %H:%M:%S", "%d.%m.%Y", "%Y-%m-%dT%H:%M:%S+03:00", "%d %B %Y"]
    texts = [f"{time:{forms[index % 4]}}" for index, time in enumerate(times)]
    together = read(*texts)
    alone = [read(text) for text in texts]
    assert together.earliest.tolist() == [int(moments.earliest[0]) for moments in alone]
    assert together.latest.tolist() == [int(moments.latest[0]) for moments in alone]
