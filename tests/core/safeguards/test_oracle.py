"""The engine and the reference interpreter give every clock the same verdict."""

from hypothesis import given, settings
from tests.core.safeguards import oracle
from tests.core.safeguards.stories import exact_stories, in_order, moments, rules

from qorgau.lawbook import Lawbook, Safeguard
from qorgau.safeguards import History, State, assess


def reference(rule: Safeguard, story: History, as_of: int | None) -> list[tuple[str, str, int | None]]:
    """The oracle's clocks: (entry that started it, state, delay)."""
    limit = rule.limits[0].dated[0].limit
    told = sorted(story.entries, key=lambda entry: (entry.happened.earliest, entry.seq))
    known = [entry.id for entry in told if as_of is None or entry.happened.earliest <= as_of]
    found = oracle.clocks(
        rule,
        in_order(story),
        due=lambda t: None if limit is None else t + limit.amount * 60,
        as_of=as_of,
    )
    return sorted((known[i], state, delay) for i, state, delay in found)


@settings(max_examples=400, deadline=None)
@given(rules(), exact_stories(), moments)
def test_every_clock_is_judged_as_the_reference_judges_it(rule, story, as_of):
    (verdict,) = assess(story, [rule], lawbook=Lawbook(), as_of=as_of)
    ours = sorted(
        (clock.trigger_ids[0], clock.state.value, clock.delay[0] if clock.delay else None)
        for clock in verdict.clocks
    )
    assert ours == reference(rule, story, as_of)


@settings(max_examples=100, deadline=None)
@given(rules(), exact_stories(), moments)
def test_a_verdict_is_the_worst_of_its_clocks(rule, story, as_of):
    (verdict,) = assess(story, [rule], lawbook=Lawbook(), as_of=as_of)
    order = list(State)
    assert verdict.state is max((c.state for c in verdict.clocks), key=order.index, default=order[0])
