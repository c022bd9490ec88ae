"""What a lawyer and a named relative are shown: article 18, and not one line more; each look is an entry."""

from dataclasses import replace

import pytest
from tests.slices.access.people import person as account_of
from tests.slices.access.people import signed_in_as
from tests.slices.custody.desk import NIGHT, Desk, at, booking, open_desk
from tests.slices.enquiries.asking import ASKED, HOUR, MUCH_LATER, answered, asked, held
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody import actions as custody
from qorgau.custody import queries as custody_queries
from qorgau.custody.entries import NewEntry
from qorgau.custody.exporting.register import Asked, register_export
from qorgau.custody.facts.relations import LOOKS
from qorgau.custody.models import OpeningRow
from qorgau.custody.queries.looking import openings
from qorgau.custody.refusal import NoSuchCustody
from qorgau.enquiries import queries
from qorgau.enquiries.actions import look_up
from qorgau.enquiries.queries.entitlement import Entitled
from qorgau.recording.history import history
from qorgau.recording.rebuilding import rebuild

LATER = NIGHT + 5 * HOUR


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def quick_desk(sqlite_store: Store) -> Desk:
    return open_desk()


def named_relative(desk: Desk, custody_id: str) -> None:
    account = desk.relative.account
    custody.name_relative(desk.officer, custody_id, name="The relative", account=account, now=NIGHT + HOUR)


def line(shown: Entitled, word: str) -> tuple:
    return next(each.said for each in shown.lines if each.word == word)


def test_a_named_relative_sees_what_article_18_names(desk: Desk) -> None:
    son = held(desk, supervised_by="Prosecutor of the district")
    named_relative(desk, son)
    custody.add_entry(
        desk.officer, son, NewEntry(kind="TakenToHospital", personal={"where": "City hospital 2"}), now=LATER
    )
    shown = look_up(desk.relative, son, now=LATER)
    assert [each.letter for each in shown.lines] == ["a", "b", "b", "c", "d", "f"]
    assert line(shown, "ordered")[0].text == "Investigator of station 3"
    assert line(shown, "deprived")[0].text == "Abay avenue 10"
    assert line(shown, "deprived")[0].happened[0].earliest == at("2026-11-21 01:00").earliest
    assert line(shown, "admitted")[0].place == desk.station
    assert line(shown, "supervised")[0].text == "Prosecutor of the district"
    assert line(shown, "health")[0].text == "City hospital 2"
    assert (shown.place, shown.status, shown.in_hospital) == (desk.station, "held", True)
    assert all(each.entered for every in shown.lines for each in every.said)


def test_a_gap_is_said_as_a_gap(quick_desk: Desk) -> None:
    son = held(quick_desk, ordered_by="", where="")
    named_relative(quick_desk, son)
    shown = look_up(quick_desk.relative, son, now=LATER)
    assert line(shown, "ordered") == ()
    assert line(shown, "supervised") == ()


def test_no_finding_of_a_doctor_no_officer_and_no_breach_is_shown(quick_desk: Desk) -> None:
    son = held(quick_desk)
    named_relative(quick_desk, son)
    examined = NewEntry(
        kind="MedicallyExamined", personal={"name": "Dr Secretive", "medical": "Bruised ribs"}
    )
    custody.add_entry(quick_desk.officer, son, examined, now=LATER)
    note = NewEntry(kind="InjurySeen", facts={"body_part": "chest"}, personal={"described": "A dark bruise"})
    custody.add_entry(quick_desk.officer, son, note, now=LATER + 1)
    page = repr(look_up(quick_desk.relative, son, now=LATER + 2))
    for word in ("Bruised ribs", "Dr Secretive", "dark bruise", "Sergeant", "chest", "criminal", "1990"):
        assert word not in page
    assert "MedicallyExamined" in page


def test_a_transfer_tells_the_destination_and_who_answers_for_it(quick_desk: Desk) -> None:
    son = held(quick_desk)
    named_relative(quick_desk, son)
    moved = NewEntry(kind="Transferred", destination=quick_desk.ivs, personal={"officers": "Convoy 9"})
    custody.add_entry(quick_desk.officer, son, moved, now=LATER)
    shown = look_up(quick_desk.relative, son, now=LATER + HOUR)
    (transfer,) = line(shown, "transferred")
    assert (transfer.place, transfer.body) == (quick_desk.ivs, quick_desk.officer.body)
    assert (shown.status, shown.destination) == ("unconfirmed", quick_desk.ivs)
    assert "Convoy 9" not in repr(shown)


def test_a_death_is_told_with_its_circumstances_and_the_gap_about_the_remains(quick_desk: Desk) -> None:
    son = held(quick_desk)
    named_relative(quick_desk, son)
    died = NewEntry(kind="Died", personal={"described": "Found at the morning round"})
    custody.add_entry(quick_desk.officer, son, died, now=LATER)
    shown = look_up(quick_desk.relative, son, now=LATER + HOUR)
    assert line(shown, "died")[0].text == "Found at the morning round"
    assert line(shown, "remains") == ()


def test_each_look_is_one_entry_an_hour_with_its_ground(desk: Desk) -> None:
    son = held(desk)
    named_relative(desk, son)
    hour = LATER // HOUR * HOUR
    for later in (0, 60, HOUR - 1, HOUR):
        look_up(desk.relative, son, now=hour + later)
    rows = OpeningRow.objects.filter(custody_id=son, account=desk.relative.account)
    assert sorted(row.because for row in rows) == ["family", "family"]
    assert {row.looked_as for row in rows} == {"relative"}
    before = list(OpeningRow.objects.order_by("pk").values())
    rebuild(as_of=MUCH_LATER)
    assert list(OpeningRow.objects.order_by("pk").values()) == before


def test_the_person_s_lawyer_and_the_mechanism_see_who_looked_and_the_place_cannot(desk: Desk) -> None:
    son = held(desk)
    named_relative(desk, son)
    custody.give_mandate(desk.officer, son, account=desk.lawyer.account, name="Counsel", now=NIGHT + HOUR)
    look_up(desk.relative, son, now=LATER)
    for who in (desk.lawyer, desk.npm):
        assert desk.relative.account in {each.account for each in openings(who, son)}
    for who in (desk.officer, desk.head, desk.prosecutor, desk.relative):
        with pytest.raises(NotPermitted):
            openings(who, son)


def test_a_stranger_and_a_lawyer_without_mandate_find_nobody(quick_desk: Desk) -> None:
    son = held(quick_desk)
    for who in (quick_desk.lawyer, quick_desk.relative):
        assert queries.people_of(who, as_of=LATER) == ()
        with pytest.raises(NoSuchCustody):
            look_up(who, son, now=LATER)


@pytest.mark.parametrize("by_account", [True, False])
def test_a_wish_not_to_be_found_cuts_the_look_and_says_nothing(desk: Desk, by_account: bool) -> None:
    son = held(desk)
    relative = replace(desk.relative, name="Сарыбаева Айгүл")
    named_relative(desk, son)
    look_up(relative, son, now=LATER)
    wish = {"account": relative.account} if by_account else {}
    name = "somebody" if by_account else "Сарыбаева А. Айгуль"
    custody.not_to_be_found_by(desk.officer, son, name=name, now=LATER + 1, **wish)
    assert queries.people_of(relative, as_of=LATER + 2) == ()
    with pytest.raises(NoSuchCustody) as cut:
        look_up(relative, son, now=LATER + 2 * HOUR)
    with pytest.raises(NoSuchCustody) as nobody:
        look_up(relative, "nobody-at-all", now=LATER + 2 * HOUR)
    assert str(cut.value) == str(nobody.value)
    assert OpeningRow.objects.filter(custody_id=son, account=relative.account).count() == 1


def test_who_asked_is_seen_by_the_person_s_side_and_not_by_the_place(desk: Desk) -> None:
    son = held(desk)
    custody.give_mandate(desk.officer, son, account=desk.lawyer.account, name="Counsel", now=NIGHT + HOUR)
    before = {
        who: repr(custody_queries.record(who, son, as_of=MUCH_LATER)) for who in (desk.officer, desk.head)
    }
    answered(desk, asked(), son)
    for who in (desk.lawyer, desk.npm):
        (seen,) = queries.asked_after(who, son)
        assert (seen.name, seen.told) == ("Сарыбаева Айгүл", "held")
    for who in (desk.officer, desk.head, desk.doctor):
        with pytest.raises(NotPermitted):
            queries.asked_after(who, son)
    for who, record in before.items():
        assert repr(custody_queries.record(who, son, as_of=MUCH_LATER)) == record


def test_an_enquiry_leaves_no_trace_in_the_custody_s_own_entries(quick_desk: Desk) -> None:
    son = held(quick_desk)
    before = [each.entry.id for each in history("custody", son)]
    answered(quick_desk, asked(now=ASKED), son)
    assert [each.entry.id for each in history("custody", son)] == before


def test_the_place_sees_no_look_on_any_of_its_pages(quick_desk: Desk) -> None:
    son = held(quick_desk)
    relative = account_of(Role.RELATIVE, name="Unmistakable Relative")
    custody.name_relative(quick_desk.officer, son, name="R", account=relative.account, now=NIGHT + HOUR)
    officer = signed_in_as(account_of(Role.CUSTODY_OFFICER, places=[quick_desk.station]))
    head = signed_in_as(account_of(Role.HEAD_OF_PLACE, places=[quick_desk.station]))
    look_up(relative, son, now=LATER)
    for client in (officer, head):
        for path in ("/board/", f"/custody/{son}/", f"/custody/{son}/add/", "/handover/", "/notices/"):
            assert "Unmistakable" not in client.get(path).content.decode(), path
        for path in (
            "/lookup/",
            f"/lookup/{son}/",
            f"/looks/{son}/",
            "/enquiry/answers/",
            "/enquiry/unanswered/",
        ):
            assert client.get(path).status_code == 403, path


def test_no_export_of_the_place_holds_a_look_or_an_enquiry(quick_desk: Desk) -> None:
    son = held(quick_desk)
    named_relative(quick_desk, son)
    look_up(quick_desk.relative, son, now=LATER)
    answered(quick_desk, asked(), son)
    export = register_export(quick_desk.head, Asked(), as_of=MUCH_LATER)
    kinds = {event.kind for event in export.events}
    assert "RelativeNamed" in kinds
    assert not {kind for kind in kinds if kind.startswith("Enquiry") or kind in LOOKS}


def test_nobody_and_a_stranger_s_relative_are_the_same_page(quick_desk: Desk) -> None:
    son = held(quick_desk)
    client = signed_in_as(account_of(Role.RELATIVE))
    missing, strange = client.get("/lookup/nobody/"), client.get(f"/lookup/{son}/")
    assert (missing.status_code, strange.status_code) == (404, 404)
    assert len(missing.content) - len("nobody") * missing.content.count(b"nobody") == len(
        strange.content
    ) - len(son) * strange.content.count(son.encode())


def test_a_booking_of_somebody_else_is_not_among_my_people(quick_desk: Desk) -> None:
    mine = held(quick_desk)
    custody.book(quick_desk.officer, booking(quick_desk, family_name="Other"), now=NIGHT + 1)
    named_relative(quick_desk, mine)
    assert [row.custody for row in queries.people_of(quick_desk.relative, as_of=LATER)] == [mine]
