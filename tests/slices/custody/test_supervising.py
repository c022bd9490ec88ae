"""What a supervisor and a shift see of many: sums, who is on the way, what was answered; and what lasts of one."""

import pytest
from tests.slices.access.people import person, signed_in
from tests.slices.custody.desk import HOUR, NIGHT, Desk, booking, open_desk
from tests.slices.places.people import actor
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.custody import actions, queries
from qorgau.custody.entries import NewEntry, Outcome
from qorgau.custody.queries.board_sums import board_sums
from qorgau.custody.queries.oversight import oversight, unanswered
from qorgau.custody.web.lasting import lasting
from qorgau.lawbook import Language
from qorgau.safeguards import State

DAY = 24 * HOUR
LATER = NIGHT + 4 * DAY


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk, **more: object) -> str:
    return actions.book(desk.officer, booking(desk, **more), now=NIGHT).custody


def add(desk: Desk, custody: str, kind: str, *, after: int, **more: object) -> None:
    actions.add_entry(desk.officer, custody, NewEntry(kind=kind, **more), now=NIGHT + after)  # type: ignore[arg-type]


def lasting_words(desk: Desk, custody: str, *, after: int) -> list[str]:
    found = queries.record(desk.officer, custody, as_of=NIGHT + after)
    return [each.key for each in lasting(found, Language.EN)]


def test_the_sums_count_children_and_whose_limit_ran_out_by_the_clock_alone(desk: Desk) -> None:
    booked(desk, birth="2012-05-01")
    booked(desk, family_name="Second")
    early = board_sums(desk.officer, as_of=NIGHT)
    late = board_sums(desk.officer, as_of=LATER)
    assert (early.held, early.children, early.overdue) == (2, 1, 0)
    assert (late.held, late.overdue) == (2, 2)


def test_who_left_for_a_place_stands_among_the_unconfirmed_until_they_arrive(desk: Desk) -> None:
    custody = booked(desk)
    actions.transfer(desk.officer, custody, destination=desk.ivs, now=NIGHT + HOUR)
    assert board_sums(desk.prosecutor, as_of=NIGHT + 2 * HOUR).unconfirmed == 1
    assert [row.custody for row in queries.expected(desk.far_officer, desk.ivs, as_of=NIGHT + 2 * HOUR)] == [
        custody
    ]
    actions.arrive(desk.far_officer, custody, place=desk.ivs, now=NIGHT + 3 * HOUR)
    assert board_sums(desk.prosecutor, as_of=NIGHT + 4 * HOUR).unconfirmed == 0
    assert queries.expected(desk.far_officer, desk.ivs, as_of=NIGHT + 4 * HOUR) == ()


def test_an_answer_is_counted_and_the_breach_still_is(desk: Desk) -> None:
    custody = booked(desk)
    inspector = actor(Role.INSPECTOR, regions=frozenset({"almaty"}), body="prosecutors_office")
    before = oversight(inspector, since=NIGHT - DAY, as_of=LATER)
    found = queries.record(desk.head, custody, as_of=LATER)
    bad = next(each.verdict for each in found.verdicts if each.verdict.state is State.BREACHED)
    actions.answer_breach(desk.head, custody, safeguard=bad.safeguard, basis=bad.basis.value,
                          outcome=Outcome.REFERRED, reason="To the prosecutor", now=LATER)  # fmt: skip
    after = oversight(inspector, since=NIGHT - DAY, as_of=LATER + 1)
    assert before.total.breaches == after.total.breaches > 0
    assert after.total.unanswered == before.total.unanswered - 1
    assert after.answers["referred"] == 1
    assert [each.place for each in after.places] == [desk.station]


def test_an_unanswered_breach_is_listed_though_nobody_typed_anything_since(desk: Desk) -> None:
    custody = booked(desk)
    assert [row.custody for row in unanswered(desk.head, as_of=LATER)] == [custody]


def test_what_is_typed_a_day_later_is_counted_as_late(desk: Desk) -> None:
    booked(desk)
    late = actions.book(desk.officer, booking(desk, family_name="Second"), now=NIGHT + DAY, confirmed=True)
    found = oversight(desk.head, since=NIGHT - DAY, as_of=NIGHT + DAY)
    assert late.custody
    assert 0 < found.total.late_entries < found.total.entries


def test_figures_of_another_region_are_not_told(desk: Desk) -> None:
    booked(desk)
    far = actor(Role.INSPECTOR, regions=frozenset({"abai"}), body="prosecutors_office")
    assert oversight(far, since=NIGHT - DAY, as_of=LATER).total.custodies == 0


def test_solitary_lasts_until_it_is_ended_or_the_cell_changes(desk: Desk) -> None:
    custody = booked(desk)
    add(desk, custody, "SolitaryStarted", after=HOUR, facts={})
    assert lasting_words(desk, custody, after=2 * HOUR) == ["solitary"]
    add(desk, custody, "SolitaryEnded", after=3 * HOUR)
    assert lasting_words(desk, custody, after=4 * HOUR) == []
    add(desk, custody, "SolitaryStarted", after=5 * HOUR)
    add(desk, custody, "Placed", after=6 * HOUR)
    assert lasting_words(desk, custody, after=7 * HOUR) == []


def test_questioning_restraint_and_a_journey_last_side_by_side(desk: Desk) -> None:
    custody = booked(desk)
    add(desk, custody, "QuestioningBegan", after=HOUR)
    add(desk, custody, "RestraintApplied", after=2 * HOUR, facts={"instrument": "handcuffs"})
    assert lasting_words(desk, custody, after=3 * HOUR) == ["questioning", "restraint"]
    add(desk, custody, "QuestioningEnded", after=4 * HOUR)
    add(desk, custody, "RestraintRemoved", after=5 * HOUR)
    assert lasting_words(desk, custody, after=6 * HOUR) == []


def test_a_relative_reads_neither_the_wishes_of_the_person_nor_the_names_of_the_others(desk: Desk) -> None:
    custody = booked(desk)
    actions.name_relative(
        desk.officer, custody, name="Mother", account=desk.relative.account, now=NIGHT + HOUR
    )
    actions.not_to_be_found_by(desk.officer, custody, name="Stepfather", now=NIGHT + HOUR)
    actions.name_relative(desk.officer, custody, name="Aunt", now=NIGHT + HOUR)
    seen = queries.record(desk.relative, custody, as_of=NIGHT + 2 * HOUR)
    assert [each.name for each in seen.parties] == ["Mother"]
    told = {value for entry in seen.entries for value in entry.personal.values()}
    assert not told & {"Stepfather", "Aunt"}
    assert len(queries.record(desk.npm, custody, as_of=NIGHT + 2 * HOUR).parties) == 3


def test_a_relative_says_what_they_saw_in_their_own_word_but_does_not_end_custody(desk: Desk) -> None:
    custody = booked(desk)
    actions.name_relative(
        desk.officer, custody, name="Mother", account=desk.relative.account, now=NIGHT + HOUR
    )
    actions.add_entry(desk.relative, custody, NewEntry(kind="RelativeTold"), now=NIGHT + 2 * HOUR)
    record = queries.record(desk.officer, custody, as_of=NIGHT + 3 * HOUR)
    (told,) = (each for each in record.entries if each.kind == "RelativeTold")
    assert [each.said_by for each in told.happened] == ["relative"]
    assert "Released" not in queries.record(desk.relative, custody, as_of=NIGHT + 3 * HOUR).may_add


def test_the_record_page_shows_what_lasts_the_care_and_the_parties(desk: Desk) -> None:
    custody = booked(desk)
    add(desk, custody, "MealGiven", after=HOUR)
    add(desk, custody, "SolitaryStarted", after=HOUR)
    client = signed_in(Role.CUSTODY_OFFICER, places=[desk.station])
    page = client.get(f"/custody/{custody}/")
    assert page.status_code == 200
    assert [each.key for each in page.context["lasting"]] == ["solitary"]
    assert page.context["care"][0].in_all == 1
    for kind in ("MandateGiven", "RelativeNamed", "NotToBeFoundBy"):
        assert "object_account" in client.get(f"/custody/{custody}/add/{kind}/").context["form"].fields


def test_an_account_is_named_by_its_exact_sign_in_name_and_only_in_its_role(desk: Desk) -> None:
    custody = booked(desk)
    client = signed_in(Role.CUSTODY_OFFICER, places=[desk.station])
    lawyer = person(Role.LAWYER)
    name = f"lawyer-{lawyer.account[:8]}"
    form = client.get(f"/custody/{custody}/add/MandateGiven/").context["form"]
    typed = {
        "happened_0": "21.11.2026",
        "happened_1": "03:00",
        "said_by": "police_entry",
        "act_id": form["act_id"].value(),
    }
    wrong = client.post(f"/custody/{custody}/add/MandateGiven/", {**typed, "object_account": name[:-1]})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["object_account"])
    right = client.post(f"/custody/{custody}/add/MandateGiven/", {**typed, "object_account": name.upper()})
    assert right.status_code == 302
    assert queries.sees(lawyer, custody)
