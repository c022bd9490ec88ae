"""What must hold of every verdict, whatever the rule and the story."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.core.safeguards.stories import UTC, exact_stories, moments, rules, safeguard

from qorgau.clock import Interval, zone_named
from qorgau.lawbook import Basis, Confirmed, DatedLimit, Duration, Lawbook, LimitLine, Shape, Unit
from qorgau.lawbook.conditions import EVERYONE
from qorgau.safeguards import SEVERITY, Entry, History, UncheckableRuleError, assess

MODERATE = settings(max_examples=80, deadline=None)
DUTIES = (Shape.WITHIN, Shape.AT_MOST, Shape.EVERY)


def verdicts(rule, story, as_of):
    return assess(story, [rule], lawbook=Lawbook(), as_of=as_of)


@MODERATE
@given(rules(), exact_stories(), moments, st.integers(1, 4))
def test_a_later_law_never_changes_an_earlier_verdict(rule, story, as_of, amount):
    later = DatedLimit(
        date(2030, 1, 1), Duration(amount, Unit.MINUTES), "a new law", Basis.STANDARD, Confirmed.OPENED
    )
    assume(rule.while_open is None)
    (line,) = rule.limits
    amended = replace(rule, limits=(replace(line, dated=(*line.dated, later)),))
    assert verdicts(amended, story, as_of) == verdicts(rule, story, as_of)


@MODERATE
@given(rules(), exact_stories(), moments, st.sampled_from(["Asia/Almaty", "Pacific/Apia"]))
def test_a_time_zone_never_changes_a_verdict_on_elapsed_time(rule, story, as_of, zone):
    moved = replace(story, zone=zone_named(zone))
    assert verdicts(rule, moved, as_of) == verdicts(rule, story, as_of)


@MODERATE
@given(st.integers(0, 300), st.integers(0, 300), st.sampled_from(DUTIES), moments)
def test_a_longer_delay_never_improves_a_verdict(first, second, shape, as_of):
    soon, late = sorted((first, second))
    ends = {"ends": ("End",), "answers": ("Seen",)} if shape is Shape.EVERY else {"answers": ("End",)}
    rule = safeguard(shape, limit=Duration(2, Unit.MINUTES), starts=("Start",), **ends)
    states = []
    for end in (soon, late):
        entries = [Entry("1", 1, "Start", Interval.at(0)), Entry("2", 2, "End", Interval.at(end))]
        (verdict,) = verdicts(rule, History.of(entries, zone=UTC), as_of)
        states.append(SEVERITY.index(verdict.state))
    assert states[0] <= states[1]


@MODERATE
@given(rules(shapes=DUTIES), exact_stories(), st.integers(0, 600), st.integers(1, 300))
def test_what_is_breached_stays_so_until_something_more_happens(rule, story, as_of, more):
    assume(all(not as_of < entry.happened.earliest <= as_of + more for entry in story.entries))
    (now,) = verdicts(rule, story, as_of)
    (then,) = verdicts(rule, story, as_of + more)
    assert SEVERITY.index(now.state) <= SEVERITY.index(then.state)


@MODERATE
@given(rules(), exact_stories(), moments)
def test_the_same_question_has_the_same_answer(rule, story, as_of):
    again = History.of(reversed(story.entries), zone=UTC)
    assert verdicts(rule, again, as_of) == verdicts(rule, story, as_of)


def test_a_rule_that_cannot_be_evaluated_is_named():
    rule = safeguard(
        Shape.AT_MOST,
        limit=Duration(4, Unit.MONTHS),
        starts=("A",),
        answers=("B",),
        in_window=Duration(1, Unit.YEARS),
    )
    with pytest.raises(UncheckableRuleError, match="test/at_most"):
        verdicts(rule, History.of([], zone=UTC), None)


def test_a_rule_without_a_source_is_named():
    rule = replace(
        safeguard(Shape.WITHIN, limit=None, starts=("A",), answers=("B",)),
        limits=(LimitLine(EVERYONE, ()),),
    )
    with pytest.raises(UncheckableRuleError, match="no dated limit"):
        verdicts(rule, History.of([], zone=UTC), None)


def test_working_days_without_a_calendar_are_an_error_that_names_the_rule():
    rule = safeguard(Shape.WITHIN, limit=Duration(3, Unit.WORKING_DAYS), starts=("A",), answers=("B",))
    story = History.of([Entry("1", 1, "A", Interval.at(0))], zone=UTC)
    with pytest.raises(UncheckableRuleError, match="working days"):
        verdicts(rule, story, None)
