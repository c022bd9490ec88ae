"""Live evidence: verdicts and figures as the record has them, small numbers kept from everybody, law by its versions."""

from datetime import date

import pytest
from tests.slices.access.people import actor
from tests.slices.complaints.cases import registered
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at, catalogued, leaf

from qorgau.access.roles import Role
from qorgau.complaints.models import ComplaintClockRow, ComplaintRow
from qorgau.complaints.queries import oversight
from qorgau.complaints.queries.lists import clock_state
from qorgau.lawbook.articles import InLineAnswer
from qorgau.treaty.evidence import Period, evidence, law_of
from qorgau.treaty.evidence.figures import Span, count, counted_here
from qorgau.treaty.evidence.gathering import counts_everything
from qorgau.treaty.evidence.small_numbers import shown_parts, shown_share
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book

YEAR = Period.year(2025)
LATER = at("2026-02-01")
LEAF = "20(b)"


def complained(many: int) -> None:
    for number in range(many):
        registered(f"2025-03-{number + 4:02} 10:00")


def figures(actor, name: str = "14(a)", **more):
    found = evidence(actor, leaf(name), as_of=LATER, period=YEAR, **more)
    return {each.id: each for each in found.figures}


def test_every_figure_of_the_law_can_be_counted_and_no_other() -> None:
    assert counted_here() == frozenset(book().measures)


def test_figures_of_complaints_equal_what_oversight_counts(store: Store) -> None:
    catalogued()
    complained(7)
    seen = oversight(PEOPLE.npm, as_of=LATER).tally
    told = figures(PEOPLE.npm, _leaf_with("complaints_registered"))
    assert told["complaints_registered"].of is not None
    assert told["complaints_registered"].of.value == seen.complaints == 7
    assert told["complaints_registered"].value.value == 7 - seen.unregistered


def test_a_figure_says_how_it_was_counted(store: Store) -> None:
    catalogued()
    complained(7)
    each = figures(PEOPLE.npm, _leaf_with("complaints"))["complaints"]
    assert each.unit == "complaints"
    assert each.period == YEAR
    assert each.counted_at == LATER
    assert {*each.rule} == {*each.population} == {*each.title} == {"en", "ru", "kk"}


def _leaf_with(figure: str) -> str:
    asked = book().catalogue["CAT/C/KAZ/CO/4"].leaves
    return next(each.id for each in asked if figure in each.measured_by.figures)


def _leaf_judged_by_complaints() -> str:
    judged = set(ComplaintClockRow.objects.values_list("safeguard", flat=True))
    asked = book().catalogue["CAT/C/KAZ/CO/4"].leaves
    return next(each.id for each in asked if judged & set(each.measured_by.safeguards))


def test_verdicts_equal_the_clocks_of_every_case(store: Store) -> None:
    catalogued()
    complained(6)
    found = evidence(PEOPLE.npm, leaf(_leaf_judged_by_complaints()), as_of=LATER, period=YEAR)
    counted = {
        (each.safeguard, each.basis): {state: n.value for state, n in each.counts.items()}
        for each in found.safeguards
        if each.counts
    }
    assert counted
    expected: dict[tuple[str, str], dict[str, int]] = {}
    for row in ComplaintClockRow.objects.filter(safeguard__in={name for name, _ in counted}):
        states = expected.setdefault((row.safeguard, row.basis), {})
        state = str(clock_state(row, as_of=LATER))
        states[state] = states.get(state, 0) + 1
    assert counted == expected


@pytest.mark.parametrize("who", [None, PEOPLE.ngo, PEOPLE.secretary, PEOPLE.writer])
def test_a_small_number_is_told_to_nobody_who_may_not_count_everything(sqlite_store: Store, who) -> None:
    catalogued()
    complained(3)
    assert str(figures(who, _leaf_with("complaints"))["complaints"].value) == "<5"
    assert str(figures(PEOPLE.npm, _leaf_with("complaints"))["complaints"].value) == "3"


def test_a_share_that_leaves_few_over_is_hidden_too() -> None:
    part, whole = shown_share(98, 100, suppress=True)
    assert (part.value, whole.value) == (None, 100)
    part, whole = shown_share(50, 100, suppress=True)
    assert (part.value, whole.value) == (50, 100)


@pytest.mark.parametrize(
    "parts",
    [{"met": 90, "breached": 3}, {"met": 90, "late": 8, "breached": 1}, {"met": 3}, {"met": 4, "late": 2}],
)
def test_no_hidden_part_can_be_computed_from_the_others_and_the_whole(parts: dict[str, int]) -> None:
    told, whole = shown_parts(parts, suppress=True)
    hidden = [name for name, each in told.items() if each.value is None]
    assert hidden
    assert len(hidden) > 1 or whole.value is None


def test_the_public_counts_by_whole_years_so_that_two_periods_never_differ_by_a_person(
    store: Store,
) -> None:
    catalogued()
    odd = Period(from_=date(2025, 1, 1), to=date(2025, 3, 2))
    with pytest.raises(TreatyRefusal, match="whole calendar years"):
        evidence(None, leaf("14(a)"), as_of=LATER, period=odd)
    assert evidence(PEOPLE.npm, leaf("14(a)"), as_of=LATER, period=odd).period == odd


def test_whether_article_146_is_in_line_has_an_answer_with_its_version_and_the_objection(
    store: Store,
) -> None:
    catalogued()
    answers = law_of(None, leaf("10"), on=date(2024, 1, 1))
    article = next(each for each in answers if each.article == "kz/cc_146")
    assert article.answer.answer is not InLineAnswer.IN_LINE
    assert article.answer.version is not None
    assert article.answer.version.since <= date(2024, 1, 1)
    assert article.answer.objections
    early = next(
        each for each in law_of(None, leaf("10"), on=date(1990, 1, 1)) if each.article == "kz/cc_146"
    )
    assert early.answer.answer is InLineAnswer.CANNOT_TELL


def test_official_figures_stand_side_by_side_and_are_never_merged(store: Store) -> None:
    catalogued()
    found = evidence(None, leaf("14(a)"), as_of=LATER, period=YEAR)
    cases = next(group for group in found.official if group.topic == "january_2022_cases")
    assert not cases.agree
    assert len({each.agency for each in cases.figures}) > 1
    assert not {each.id for each in found.figures} & {
        each.id for group in found.official for each in group.figures
    }


def test_a_record_without_entries_counts_nothing_and_says_no_share(store: Store) -> None:
    catalogued()
    each = figures(PEOPLE.npm, _leaf_with("complaints_registered"))["complaints_registered"]
    assert (each.value.value, each.share_percent) == (0, None)


def test_what_happened_after_the_period_is_not_counted(store: Store) -> None:
    complained(6)
    assert ComplaintRow.objects.count() == 6
    span = Span(since=at("2024-01-01"), until=at("2024-12-31"), as_of=LATER)
    assert count("complaints", span) == 0


def test_only_the_mechanism_may_count_everything() -> None:
    assert {role for role in Role if counts_everything(actor(role))} == {Role.NPM_MEMBER, Role.ANALYST}
