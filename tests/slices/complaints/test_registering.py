"""Whoever complains is in the register at once, however they complained."""

import pytest
from tests.slices.complaints.cases import CANARY, PEOPLE, at, instant, new, registered
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.complaints import actions, queries
from qorgau.complaints.entries import About, Known, Naming, Status, Way
from qorgau.complaints.models import ComplaintRow
from qorgau.complaints.offered import Complainant, Consents, Particulars
from qorgau.complaints.refusal import ComplaintRefusal, NoSuchComplaint
from qorgau.recording.models import StoredEntry
from qorgau.safeguards import State

NOON = "2025-03-03 12:00"


def state_of(
    complaint: str, rule: str, *, basis: str = "national_law", as_of: str = "2025-03-10 10:00"
) -> State:
    found = queries.case(PEOPLE.npm, complaint, as_of=instant(as_of))
    return next(
        each.verdict.state
        for each in found.judged
        if each.safeguard.id == rule and each.verdict.basis == basis
    )


def test_a_complaint_typed_in_is_in_the_register_by_the_same_act(store: Store) -> None:
    complaint = registered()
    row = ComplaintRow.objects.get(pk=complaint)
    assert row.registered_at == instant("2025-03-03 10:00")
    assert row.status == Status.OPENED
    assert state_of(complaint, "kz/complaint_registered") is State.MET


@pytest.mark.parametrize("way", [Way.PAPER, Way.ORAL, Way.LETTER, Way.PHONE, Way.EX_OFFICIO])
def test_every_way_in_leads_to_the_register(sqlite_store: Store, way: Way) -> None:
    complaint = registered(way=way)
    assert ComplaintRow.objects.get(pk=complaint).registered_at is not None


def test_the_same_form_sent_twice_is_one_complaint(store: Store) -> None:
    first = actions.register_complaint(PEOPLE.prosecutor, new(), now=instant(NOON), act_id="form-1")
    again = actions.register_complaint(
        PEOPLE.prosecutor, new(), now=instant("2025-03-03 12:05"), act_id="form-1"
    )
    assert again.complaint == first.complaint
    assert first.is_new
    assert not again.is_new
    other = new(narrative="Something else")
    with pytest.raises(ComplaintRefusal):
        actions.register_complaint(PEOPLE.prosecutor, other, now=instant("2025-03-03 12:06"), act_id="form-1")


def test_no_name_and_no_word_of_what_was_told_stands_in_clear(store: Store) -> None:
    registered()
    bodies = b"".join(bytes(body) for body in StoredEntry.objects.values_list("body", flat=True))
    assert CANARY.encode() not in bodies
    assert b"Sergeant Invented" not in bodies
    rows = str(list(ComplaintRow.objects.values()))
    assert CANARY not in rows


def test_an_anonymous_complaint_asks_for_no_name(sqlite_store: Store) -> None:
    with pytest.raises(ComplaintRefusal) as refused:
        registered(naming=Naming.ANONYMOUS)
    assert refused.value.field == "naming"
    complaint = registered(naming=Naming.ANONYMOUS, complainant=Complainant())
    assert queries.case(PEOPLE.npm, complaint, as_of=instant(NOON)).told.name == ""


def test_a_complaint_for_somebody_else_keeps_both_apart(sqlite_store: Store) -> None:
    complaint = registered(
        on_behalf="other",
        person_knows=Known.NO,
        victim=Complainant(name="Invented Victim"),
        naming=Naming.NAMED,
    )
    found = queries.case(PEOPLE.npm, complaint, as_of=instant(NOON))
    assert found.told.name == CANARY
    assert found.told.victim_name == "Invented Victim"
    assert found.entries[0].facts["person_knows"] == "no"


def test_a_person_under_guardianship_complains_alone(sqlite_store: Store) -> None:
    complaint = registered(under_guardianship=Known.YES)
    assert ComplaintRow.objects.get(pk=complaint).on_behalf == "self"


def test_only_an_official_takes_a_case_up_without_a_complaint(sqlite_store: Store) -> None:
    registered(way=Way.EX_OFFICIO, by=PEOPLE.doctor, complainant=Complainant(), naming=Naming.CONFIDENTIAL)
    with pytest.raises(ComplaintRefusal) as refused:
        registered(way=Way.EX_OFFICIO, by=PEOPLE.lawyer)
    assert refused.value.field == "way"


def test_nobody_types_a_sealed_complaint_in(sqlite_store: Store) -> None:
    with pytest.raises(ComplaintRefusal):
        registered(way=Way.MAILBOX)


def test_nothing_happened_in_the_future(sqlite_store: Store) -> None:
    with pytest.raises(ComplaintRefusal) as refused:
        registered(happened=at("2025-03-04 09:00"))
    assert refused.value.field == "happened"
    with pytest.raises(ComplaintRefusal) as refused:
        registered(particulars=Particulars(about=About.TORTURE, act_on="2025-03-09"))
    assert refused.value.field == "act_on"


def test_a_body_that_nobody_knows_is_refused_by_name(sqlite_store: Store) -> None:
    with pytest.raises(ComplaintRefusal) as refused:
        registered(to_body="ministry_of_silly_walks")
    assert refused.value.field == "to_body"


def test_who_has_no_part_in_complaints_registers_none(sqlite_store: Store) -> None:
    with pytest.raises(NotPermitted):
        registered(by=PEOPLE.administrator)


def test_a_letter_opened_on_its_way_breaks_the_secrecy_of_letters(sqlite_store: Store) -> None:
    opened = registered(way=Way.LETTER, letter_opened=Known.YES, addressee="prosecutor")
    shut = registered(way=Way.LETTER, letter_opened=Known.NO, addressee="prosecutor")
    assert state_of(opened, "kz/complaint_letters_not_read") is State.BREACHED
    judged = queries.case(PEOPLE.npm, shut, as_of=instant(NOON)).judged
    assert not [each for each in judged if each.safeguard.id == "kz/complaint_letters_not_read"]


def test_a_doctor_asks_for_three_consents_apart(sqlite_store: Store) -> None:
    asked = Consents(
        examine=Known.YES, photograph=Known.NO, disclose=Known.UNKNOWN, told_beforehand=Known.YES
    )
    complaint = registered(by=PEOPLE.doctor, way=Way.ORAL, consents=asked)
    found = queries.case(PEOPLE.npm, complaint, as_of=instant(NOON)).consents
    assert {(each.to, each.answer) for each in found} == {
        ("examine", "yes"), ("photograph", "no"), ("disclose", "unknown"),
    }  # fmt: skip
    assert all(each.told_beforehand == "yes" for each in found)


def test_a_complaint_that_one_may_not_see_is_as_one_that_is_not_there(sqlite_store: Store) -> None:
    complaint = registered()
    for asked in (complaint, "0" * 32):
        with pytest.raises(NoSuchComplaint):
            queries.case(PEOPLE.police, asked, as_of=instant(NOON))


def test_what_was_lodged_here_is_never_sent_for_a_check_without_registration(sqlite_store: Store) -> None:
    complaint = registered()
    with pytest.raises(ComplaintRefusal):
        actions.send_back(PEOPLE.prosecutor, complaint, "police_internal_security", now=instant(NOON))
