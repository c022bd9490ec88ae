"""Live evidence: verdicts and figures as the record has them, small numbers kept from everybody, law by its versions."""

import itertools
from datetime import date

import pytest
from tests.slices.access.people import actor
from tests.slices.complaints.cases import at as happened_at
from tests.slices.complaints.cases import registered
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at, catalogued, leaf

from qorgau.access.roles import Role
from qorgau.complaints.models import ComplaintClockRow, ComplaintRow
from qorgau.complaints.queries import oversight
from qorgau.complaints.queries.lists import clock_state
from qorgau.custody.models import CustodyRow
from qorgau.lawbook.articles import InLineAnswer
from qorgau.treaty.evidence import Period, evidence, last_public_year, law_of
from qorgau.treaty.evidence.figures import Span, count, counted_here
from qorgau.treaty.evidence.gathering import counts_everything
from qorgau.treaty.evidence.small_numbers import shown_among, shown_parts, shown_share
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book, country, today

YEAR = Period.year(2025)
LATER = at("2026-05-01")
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
    span = Span(since=at("2024-01-01"), until=at("2024-12-31"), at=LATER)
    assert count("complaints", span) == 0


def held(*days: str, ended: int | None = None) -> None:
    """People held since these days; of whom the first has gone since, at an instant."""
    for number, day in enumerate(days):
        gone = ended if number == 0 else None
        CustodyRow.objects.create(
            custody_id=f"c{number}", person_id=f"p{number}", entered_for="police", status="held",
            apprehended_at=at(day), ended_at=gone, is_here=gone is None, last_entry_at=at(day),
        )  # fmt: skip


# Moments and periods.


def test_what_there_is_says_its_moment_and_what_happened_its_period(store: Store) -> None:
    catalogued()
    held("2025-03-01", "2025-04-01", ended=at("2026-01-10"))
    told = figures(PEOPLE.npm, "12(a)(iv)")
    assert (told["held_now"].period, told["held_now"].counted_at) == (None, LATER)
    assert told["held_now"].value.value == 1
    assert (told["custodies"].period, told["custodies"].value.value) == (YEAR, 2)


def test_the_public_is_told_how_many_were_held_when_the_year_ended_and_not_how_many_are_today(
    store: Store,
) -> None:
    catalogued()
    held(*(f"2025-03-{day:02}" for day in range(1, 8)), ended=at("2026-01-10"))
    each = figures(None, "12(a)(iv)")["held_now"]
    assert each.value.value == 7
    assert today(country(), each.counted_at) == date(2025, 12, 31)
    assert figures(PEOPLE.npm, "12(a)(iv)")["held_now"].value.value == 6


def test_remand_and_room_are_counted_at_a_moment(store: Store) -> None:
    catalogued()
    told = figures(PEOPLE.npm, "22(a)")
    assert {"held_now", "held_on_remand", "crowding"} <= set(told)
    assert all(each.period is None for each in told.values())


# Asking again and again.


def test_the_public_asks_for_no_year_that_still_runs_and_staff_do(store: Store) -> None:
    catalogued()
    running = Period.year(2026)
    with pytest.raises(TreatyRefusal, match="Choose 2025 or an earlier year"):
        evidence(None, leaf("14(a)"), as_of=LATER, period=running)
    for who in (PEOPLE.npm, PEOPLE.secretary, PEOPLE.writer, PEOPLE.ngo):
        assert evidence(who, leaf("14(a)"), as_of=LATER, period=running).period == running


@pytest.mark.parametrize(
    ("day", "last"), [("2026-01-01", 2024), ("2026-03-31", 2024), ("2026-04-01", 2025), ("2026-12-31", 2025)]
)
def test_a_year_is_told_to_everybody_once_its_last_limits_have_run_out(
    store: Store, day: str, last: int
) -> None:
    catalogued()
    assert last_public_year(at(day)) == last
    assert evidence(None, leaf("14(a)"), as_of=at(day)).period == Period.year(last)


def test_one_more_person_this_year_changes_nothing_that_the_public_is_told(store: Store) -> None:
    catalogued()
    complained(7)
    name = leaf(_leaf_with("complaints"))
    held("2025-03-01")
    before = evidence(None, name, as_of=LATER)
    registered("2026-04-20 10:00", happened=happened_at("2026-04-20 09:00"))
    held_later = CustodyRow.objects.get(pk="c0")
    held_later.custody_id, held_later.apprehended_at = "c9", at("2026-04-20")
    held_later.save(force_insert=True)
    assert evidence(None, name, as_of=LATER) == before


# Subtracting one answer from another.


def test_no_two_periods_that_the_public_may_ask_for_overlap(store: Store) -> None:
    catalogued()
    days = [date(2024, 1, 1), date(2024, 7, 1), date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31)]
    told = []
    for first, last in itertools.combinations_with_replacement(days, 2):
        period = Period(from_=first, to=last)
        try:
            told.append(evidence(None, leaf("14(a)"), as_of=LATER, period=period).period)
        except TreatyRefusal:
            continue
    assert told == [Period.year(2024), Period.year(2025)]
    assert all(one.to < two.from_ or two.to < one.from_ for one, two in itertools.combinations(told, 2))


@pytest.mark.parametrize(
    ("apart", "whole"),
    [({"torture": 50, "ill": 47}, 100), ({"torture": 3, "ill": 40}, 50), ({"torture": 6, "ill": 2}, 8)],
)
def test_taking_every_part_from_the_whole_leaves_no_number_below_five(
    apart: dict[str, int], whole: int
) -> None:
    told = {name: shown_among(name, apart, whole, suppress=True)[0].value for name in apart}
    assert shown_among("torture", apart, whole, suppress=True)[1].value == whole
    hidden = whole - sum(value for value in told.values() if value is not None)
    assert None in told.values()
    assert hidden == 0 or hidden >= 5


def test_complaints_of_torture_and_the_rest_do_not_give_away_the_few_of_another_kind(store: Store) -> None:
    catalogued()
    complained(9)
    ComplaintRow.objects.update(about="torture")
    one = ComplaintRow.objects.order_by("pk").values_list("pk", flat=True)[0]
    ComplaintRow.objects.filter(pk=one).update(about="death")
    told = figures(None, "14(a)")
    assert told["complaints_torture"].of.value == 9
    assert told["complaints_torture"].value.value is None
    assert figures(PEOPLE.npm, "14(a)")["complaints_torture"].value.value == 8


# The law that a recommendation asks to be changed.


def test_is_article_146_in_line_with_article_1_yet_is_answered_with_versions_and_the_objection(
    store: Store,
) -> None:
    catalogued()
    found = evidence(None, leaf("10"), as_of=LATER)
    each = next(
        one for one in found.law if (one.article, one.standard) == ("kz/cc_146", "international/cat_1")
    )
    assert each.yet["en"].startswith("Not yet")
    assert "CAT/C/KAZ/CO/4, paragraph 9" in each.yet["en"]
    assert {*each.yet} == {"en", "ru", "kk"}
    assert len(set(each.yet.values())) == 3
    days = [version.since for version in each.versions]
    assert days == sorted(days, reverse=True)
    assert [version.in_force for version in each.versions] == [True, *[False] * (len(days) - 1)]
    assert each.versions[0].answer is each.answer.answer


def test_findings_of_the_catalogue_are_evidence_with_the_duties_that_watch_meanwhile(store: Store) -> None:
    catalogued()
    found = {each.finding: each for each in evidence(None, leaf("10"), as_of=LATER).findings}
    parole = found["parole_for_torture"]
    assert parole.named
    assert parole.stands
    assert parole.safeguards == ("kz/no_plea_bargain_or_parole_for_torture",)
    assert parole.articles == ("kz/cc_72",)
    assert not found["suspended_sentences_for_torture"].stands


def test_a_finding_comes_with_the_duty_that_watches_it_though_the_catalogue_does_not_name_it(
    store: Store,
) -> None:
    catalogued()
    found = {each.finding: each for each in evidence(None, leaf("12(b)"), as_of=LATER).findings}
    each = found["check_without_registration"]
    assert (each.named, each.safeguards) == (False, ("kz/complaint_registered",))


def test_what_a_finding_is_about_is_shown_in_its_versions_though_no_article_is_tied(store: Store) -> None:
    catalogued()
    found = evidence(None, leaf("34"), as_of=LATER)
    assert {"kz/civc_923"} <= {each.article for each in found.law}
    assert {each.article for each in found.law} == {
        each.article for each in law_of(None, leaf("34"), on=date(2026, 5, 1))
    }


# What nothing measures.


def test_each_leaf_has_evidence_or_says_what_would_be(sqlite_store: Store) -> None:
    catalogued()
    for asked in book().catalogue["CAT/C/KAZ/CO/4"].leaves:
        found = evidence(None, leaf(asked.id), as_of=LATER)
        assert found.not_measured or found.safeguards or found.figures or found.law, asked.id
        assert not found.untied or found.not_measured, asked.id


def test_a_nought_before_the_record_began_is_told_as_such(store: Store) -> None:
    catalogued()
    complained(6)
    early = evidence(PEOPLE.npm, leaf("14(a)"), as_of=LATER, period=Period.year(2020))
    assert early.holds_nothing
    assert not evidence(PEOPLE.npm, leaf("14(a)"), as_of=LATER, period=YEAR).holds_nothing


def test_only_the_mechanism_may_count_everything() -> None:
    assert {role for role in Role if counts_everything(actor(role))} == {Role.NPM_MEMBER, Role.ANALYST}
