"""Compiled code gives what plain code gives; the only module here that waits for the compiler."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.safeguards.sepsis_log import RULES, SAMPLE, column, sepsis_record
from tests.core.safeguards.stories import KINDS, UTC, facts, instants, moments, rules, safeguard

from qorgau.lawbook import Duration, Lawbook, Shape, Unit, read_rules
from qorgau.lawbook.book import Kind
from qorgau.safeguards import Column, Record, assess_record
from qorgau.safeguards.violations import violating_cases

SLOW = settings(max_examples=60, deadline=None)
BOOK = Lawbook(kinds={"A": Kind("A", {}, identified_by="custody")})


@st.composite
def records(draw, exact: bool = False) -> Record:
    """A few subjects' entries, in any order of arrival, some of them uncertain or told twice."""
    rows = draw(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(KINDS), instants, facts), max_size=20))
    widths = [0 if exact else draw(st.sampled_from([0] * 12 + [1, 60])) for _ in rows]
    sources = [None if exact else draw(st.sampled_from(["police", None, None])) for _ in rows]
    earliest = np.array([t for _, _, t, _ in rows], dtype=np.int64)
    return Record(
        role="custody",
        subjects=Column(
            np.array([who for who, _, _, _ in rows], dtype=np.int32), ("first", "second", "third", "last")
        ),
        kinds=column([kind for _, kind, _, _ in rows]),
        earliest=earliest,
        latest=earliest + np.array(widths, dtype=np.int64),
        zone=UTC,
        sources=column(sources),
        facts={"group": column([said["group"] if n % 5 else None for n, (*_, said) in enumerate(rows)])},
    )


def assert_same(one, other) -> None:
    for left, right in zip(one.groups, other.groups, strict=True):
        assert left.safeguard == right.safeguard
        for name in ("state", "clocks", "due", "met", "delay"):
            np.testing.assert_array_equal(getattr(left, name), getattr(right, name), err_msg=name)
        assert sorted(left.late_delays) == sorted(right.late_delays)
        assert sorted(left.answered_after) == sorted(right.answered_after)


@SLOW
@given(rules(), records(), moments)
def test_a_record_assessed_by_compiled_code_comes_out_the_same(rule, record, as_of):
    one, other = (
        assess_record(record, [rule], lawbook=BOOK, as_of=as_of, compiled=compiled)
        for compiled in (False, True)
    )
    assert_same(one, other)


CIVIL_LIMITS = st.builds(Duration, st.integers(1, 40), st.sampled_from(Unit))


@SLOW
@given(CIVIL_LIMITS, st.lists(st.integers(0, 3 * 365 * 24), min_size=1, max_size=12), st.booleans())
def test_civil_limits_run_out_at_the_same_second_in_compiled_code(limit, hours, whole_days):
    from dataclasses import replace

    from qorgau.clock import zone_named
    from qorgau.lawbook import Counts

    zone = zone_named("Asia/Almaty", frozenset({738_000}))
    rule = safeguard(Shape.WITHIN, limit=limit, starts=("A",), answers=("B",))
    rule = replace(rule, counts=Counts.WHOLE_DAYS if whole_days else Counts.EVERY_HOUR)
    times = np.array([1_672_531_200 + hour * 3600 for hour in hours], dtype=np.int64)
    record = Record(
        "custody",
        column([str(n % 3) for n in range(len(hours))]),
        column(["A" if n % 2 else "B" for n in range(len(hours))]),
        times,
        times,
        zone,
    )
    as_of = int(times.max())
    one, other = (
        assess_record(record, [rule], lawbook=BOOK, as_of=as_of, compiled=compiled)
        for compiled in (False, True)
    )
    assert_same(one, other)


@SLOW
@given(st.lists(rules(), min_size=1, max_size=6), records(exact=True))
def test_the_lean_form_names_the_subjects_that_break_a_rule(drawn, record):
    from dataclasses import replace

    known = Record(
        record.role, record.subjects, record.kinds, record.earliest, record.latest, record.zone,
        facts={"group": column(["x" if n % 3 else "y" for n in range(len(record))])},
    )  # fmt: skip
    numbered = [replace(rule, id=f"test/{n}") for n, rule in enumerate(drawn)]
    broken = violating_cases(known, numbered)
    full = assess_record(known, numbered, lawbook=Lawbook(), as_of=None, compiled=False)
    for group in full.groups:
        assert list(broken[group.safeguard]) == list(np.flatnonzero(group.state >= 4)), group.safeguard


@pytest.mark.skipif(not SAMPLE.exists(), reason="the hospital log is not beside this checkout")
def test_the_twenty_rules_of_the_benchmark_give_the_known_answers():
    record, twenty = sepsis_record(), read_rules(RULES)
    broken = {rule: len(cases) for rule, cases in violating_cases(record, twenty).items()}
    known = {"c04": 73, "c08": 174, "c09": 641, "c17": 662, "c18": 47, "c19": 79, "c20": 185}
    assert {rule: broken[rule] for rule in known} == known
    full = assess_record(record, twenty, lawbook=Lawbook(), as_of=None, compiled=True)
    assert {group.safeguard: int((group.state >= 4).sum()) for group in full.groups} == broken


def test_an_entry_without_its_fact_is_a_case_for_one_by_one_assessment():
    record = Record(
        "custody", column(["1", "1", "2"]), column(["A", "B", "A"]),
        np.array([0, 30, 0]), np.array([0, 30, 0]), UTC,
        facts={"group": column([None, None, "x"])},
    )  # fmt: skip
    from tests.core.safeguards.stories import IN_GROUP_X

    rule = safeguard(
        Shape.WITHIN, limit=Duration(1, Unit.MINUTES), starts=("A",), answers=("B",), only_if=IN_GROUP_X
    )
    found = assess_record(record, [rule], lawbook=Lawbook(), as_of=None, compiled=True)
    assert found.placed_by_hand == 1
    with pytest.raises(ValueError, match="a fact that some entries do not say"):
        violating_cases(record, [rule])
