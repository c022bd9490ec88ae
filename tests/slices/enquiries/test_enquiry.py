"""A family asks, the duty desk answers, and what is answered tells nobody more than it should."""

from dataclasses import replace

import pytest
from tests.slices.access.people import actor
from tests.slices.custody.desk import Desk, booking, open_desk
from tests.slices.enquiries.asking import (
    ANSWERED,
    ASKED,
    DAY,
    HOUR,
    MINUTE,
    MOTHER,
    MUCH_LATER,
    STRANGER,
    answered,
    asked,
    held,
)
from tests.slices.store import Store

from qorgau.access.models import LookedAt
from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody import actions as custody
from qorgau.custody.entries import NewEntry
from qorgau.custody.models import CustodyRow
from qorgau.enquiries import queries
from qorgau.enquiries.actions import Decision, answer, ask, mark_unanswered
from qorgau.enquiries.actions.answering import readable_at
from qorgau.enquiries.answer_note import MalformedAnswer, open_answer, read_answer, sign_answer
from qorgau.enquiries.desk_keys import answer_key
from qorgau.enquiries.entries import IdentityCheck
from qorgau.enquiries.models import EnquiryRow
from qorgau.enquiries.queries.fetching import FetchState, fetch
from qorgau.enquiries.quota import FREE_OF_ADDRESS, FREE_OF_DOCUMENT
from qorgau.enquiries.refusal import EnquiryRefusal
from qorgau.enquiries.wishes import is_meant
from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.note import NotSigned, SignatureFails, read_note, sign_note
from qorgau.recording.drafts import new_entry_id
from qorgau.recording.history import history
from qorgau.recording.keystore.secrets import destroy_secrets
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def quick_desk(sqlite_store: Store) -> Desk:
    return open_desk()


def told(enquiry: object, *, now: int = MUCH_LATER) -> tuple[str, ...]:
    """The sentences that the enquirer reads, after checking who signed them."""
    found = fetch(enquiry.number, enquiry.code, now=now)
    assert found.state is FetchState.READY
    return open_answer(found.note, key=answer_key().verifier).sentences


def test_a_mother_learns_where_her_son_is_since_when_and_by_whom(desk: Desk) -> None:
    enquiry = asked()
    answered(desk, enquiry, held(desk))
    text = " ".join(told(enquiry))
    assert "Station 3" in text
    assert "21 November 2026, 01:00" in text


def test_nobody_held_and_a_wish_kept_are_answered_by_the_very_same_words(desk: Desk) -> None:
    son = held(desk)
    custody.not_to_be_found_by(desk.officer, son, name="Айгүл Сарыбаева", now=ASKED)
    unwanted, empty = asked(), asked()
    answered(desk, unwanted, son)
    answered(desk, empty)
    assert told(unwanted) == told(empty)


@pytest.mark.parametrize("wish", ["Сарыбаева", "Sarybayeva Aigul", "Айгуль Сарыбаева", "ата-анасы", "parent"])
def test_a_wish_is_kept_however_it_was_written(quick_desk: Desk, wish: str) -> None:
    son = held(quick_desk)
    custody.not_to_be_found_by(quick_desk.officer, son, name=wish, now=ASKED)
    enquiry = asked()
    answered(quick_desk, enquiry, son)
    assert "Station 3" not in " ".join(told(enquiry))


def test_a_wish_about_somebody_else_keeps_nothing_from_a_mother(quick_desk: Desk) -> None:
    son = held(quick_desk)
    custody.not_to_be_found_by(quick_desk.officer, son, name="Кенжетаев Мұрат", now=ASKED)
    enquiry = asked()
    answered(quick_desk, enquiry, son)
    assert "Station 3" in " ".join(told(enquiry))


@pytest.mark.parametrize(
    ("wish", "name", "meant"),
    [
        ("мой отчим Сарыбаев Асан", "Сарыбаев Асан Болатович", True),
        ("Асан", "Сарыбаев Асан Болатович", True),
        ("Ли", "Ли Анна", True),
        ("Сарыбаев А. Б.", "Сарыбаев Асан Болатович", True),
        ("Asan Sarybayev", "Сарыбаев Асан", True),
        ("Сарыбаев Асан Болатович", "Сарыбаев Ерлан Болатович", False),
        ("Сарыбаев Асан", "Ли Анна", False),
        ("", "Ли Анна", False),
    ],
)
def test_whom_a_wish_means(wish: str, name: str, meant: bool) -> None:
    assert is_meant(wish, name=name) is meant


def test_a_wish_of_an_earlier_custody_is_still_kept(quick_desk: Desk) -> None:
    first = held(quick_desk)
    custody.not_to_be_found_by(quick_desk.officer, first, name="Сарыбаева Айгүл", now=ASKED)
    custody.add_entry(quick_desk.officer, first, NewEntry(kind="Released"), now=ASKED + 1)
    person = custody_person(first)
    second = held(quick_desk, person=person)
    enquiry = asked(now=ASKED + 2)
    answered(quick_desk, enquiry, second)
    assert "Station 3" not in " ".join(told(enquiry))


def custody_person(custody_id: str) -> str:
    return CustodyRow.objects.get(pk=custody_id).entered_for


def test_whose_identity_was_not_made_sure_is_told_what_everybody_else_is_told(quick_desk: Desk) -> None:
    refused, empty = asked(), asked()
    decision = Decision(
        check=IdentityCheck.REFUSED, reason="Another voice answered", custody=held(quick_desk)
    )
    answer(quick_desk.prosecutor, refused.enquiry, decision, now=ANSWERED)
    answered(quick_desk, empty)
    assert told(refused) == told(empty)


def test_not_making_sure_needs_a_reason(quick_desk: Desk) -> None:
    enquiry = asked()
    with pytest.raises(EnquiryRefusal):
        answer(
            quick_desk.prosecutor,
            enquiry.enquiry,
            Decision(check=IdentityCheck.REFUSED, reason=" "),
            now=ANSWERED,
        )


def test_a_released_person_is_no_longer_held(quick_desk: Desk) -> None:
    son = held(quick_desk)
    enquiry = asked()
    custody.add_entry(quick_desk.officer, son, NewEntry(kind="Released"), now=ASKED + HOUR)
    with pytest.raises(EnquiryRefusal):
        answered(quick_desk, enquiry, son)


def test_nobody_learns_of_a_death_from_an_answer(quick_desk: Desk) -> None:
    son = held(quick_desk)
    enquiry = asked()
    custody.add_entry(quick_desk.officer, son, NewEntry(kind="Died"), now=ASKED + HOUR)
    with pytest.raises(EnquiryRefusal, match="call the enquirer"):
        answered(quick_desk, enquiry, son)


def test_the_search_goes_over_the_whole_register_and_through_spellings(quick_desk: Desk) -> None:
    far = custody.book(
        quick_desk.far_officer,
        booking(quick_desk, place=quick_desk.ivs, family_name="Sarybaev", given_name="Yerlan"),
        now=ASKED - HOUR,
    ).custody
    found = queries.candidates(quick_desk.prosecutor, MOTHER, now=ASKED)
    assert [each.custody for each in found] == [far]
    assert queries.candidates(quick_desk.prosecutor, STRANGER, now=ASKED) == ()


def test_a_patronymic_given_by_one_side_only_hides_nobody(quick_desk: Desk) -> None:
    son = held(quick_desk)
    longer = replace(MOTHER, given_name="Ерлан Серікұлы")
    assert [each.custody for each in queries.candidates(quick_desk.prosecutor, longer, now=ASKED)] == [son]


def test_a_twin_is_no_candidate(quick_desk: Desk) -> None:
    held(quick_desk)
    twin = replace(MOTHER, given_name="Айдос")
    assert queries.candidates(quick_desk.prosecutor, twin, now=ASKED) == ()


def test_somebody_of_another_birth_date_is_no_candidate(quick_desk: Desk) -> None:
    held(quick_desk)
    other = replace(MOTHER, born_on="1991-05-01")
    assert queries.candidates(quick_desk.prosecutor, other, now=ASKED) == ()


def test_each_search_is_noted(quick_desk: Desk) -> None:
    held(quick_desk)
    queries.candidates(quick_desk.prosecutor, MOTHER, now=ASKED)
    (noted,) = LookedAt.objects.filter(act="enquiry.answer")
    assert (noted.account, noted.rows) == (quick_desk.prosecutor.account, 1)


def test_a_match_that_the_search_did_not_find_cannot_be_chosen(quick_desk: Desk) -> None:
    other = held(quick_desk, family_name="Ахметов", given_name="Болат")
    with pytest.raises(EnquiryRefusal):
        answered(quick_desk, asked(), other)


def test_the_desk_of_the_region_answers_and_nobody_else(desk: Desk) -> None:
    enquiry = asked()
    for other in (desk.officer, desk.head, desk.far_prosecutor, desk.npm, desk.lawyer, desk.relative):
        with pytest.raises(NotPermitted):
            answer(other, enquiry.enquiry, Decision(check=IdentityCheck.BY_PHONE), now=ANSWERED)
    assert [row.number for row in queries.waiting(desk.prosecutor, now=ASKED + 1)] == [enquiry.number]
    assert queries.waiting(desk.far_prosecutor, now=ASKED + 1) == []


# When an answer can be read


def test_an_answer_is_read_at_a_full_quarter_of_an_hour_after_the_least_delay(quick_desk: Desk) -> None:
    enquiry = asked()
    soon = answered(quick_desk, enquiry, now=ASKED + MINUTE)
    assert soon % 900 == 0
    assert soon > ASKED + HOUR
    assert fetch(enquiry.number, enquiry.code, now=soon - 1).state is FetchState.WAITING
    assert fetch(enquiry.number, enquiry.code, now=soon).state is FetchState.READY


@pytest.mark.parametrize("after", [0, 1, 899, 900, HOUR - 1, HOUR, HOUR + 1])
def test_whatever_is_answered_within_the_same_quarter_can_be_read_at_one_moment(after: int) -> None:
    opened = 1_795_000_500
    moment = readable_at(opened=opened, answered=opened + after)
    assert moment > opened + after
    assert moment % 900 == 0
    assert moment == readable_at(opened=opened, answered=max(opened + after, opened + HOUR))


def test_a_wrong_code_and_an_unknown_number_are_one_answer(quick_desk: Desk) -> None:
    enquiry, other = asked(), asked()
    assert fetch(enquiry.number, other.code, now=ASKED) == fetch("0000-0000-0000", other.code, now=ASKED)
    assert fetch(enquiry.number, enquiry.code, now=ASKED).state is FetchState.WAITING


def test_a_code_is_read_as_people_type_it(quick_desk: Desk) -> None:
    enquiry = asked()
    cyrillic = enquiry.code.translate(str.maketrans("ABEKMHPCTX", "АВЕКМНРСТХ"))
    typed = (enquiry.code.lower(), enquiry.code.replace("-", " "), cyrillic, f"  {enquiry.code} ")
    for code in typed:
        assert fetch(enquiry.number.replace("-", ""), code, now=ASKED).state is FetchState.WAITING


# What goes on record


def test_the_same_form_sent_twice_is_one_enquiry_with_one_code(desk: Desk) -> None:
    act = new_entry_id()
    first = ask(MOTHER, act=act, address="192.0.2.7", now=ASKED)
    assert ask(MOTHER, act=act, address="192.0.2.7", now=ASKED + 5) == first
    assert EnquiryRow.objects.count() == 1


def test_a_form_sent_again_with_other_words_gets_nobody_elses_code(desk: Desk) -> None:
    act = new_entry_id()
    ask(MOTHER, act=act, address="192.0.2.7", now=ASKED)
    with pytest.raises(EnquiryRefusal):
        ask(replace(MOTHER, name="Somebody Else"), act=act, address="192.0.2.7", now=ASKED + 5)


def test_the_same_answer_sent_twice_is_one_and_another_one_is_refused(desk: Desk) -> None:
    enquiry, son = asked(), held(desk)
    first = answered(desk, enquiry, son)
    assert answered(desk, enquiry, son, now=ANSWERED + 60) == first
    with pytest.raises(EnquiryRefusal):
        answered(desk, enquiry, now=ANSWERED + 61)
    assert sum(each.entry.kind == "EnquiryAnswered" for each in history("enquiry", enquiry.enquiry)) == 1


def test_who_asks_after_whom_stands_nowhere_in_clear(desk: Desk) -> None:
    enquiry = asked()
    answered(desk, enquiry, held(desk))
    words = ["Сарыбаева Айгүл", "N 0123 4567", "+7 700", enquiry.code, "Station 3"]
    rows = [str(row) for row in EnquiryRow.objects.values()]
    bodies = [
        bytes(body).decode()
        for body in StoredEntry.objects.filter(kind__startswith="Enquiry").values_list("body", flat=True)
    ]
    assert len(bodies) == 2
    for word in words:
        assert not [text for text in (*rows, *bodies) if word in text]


def test_rebuilding_gives_the_same_rows(desk: Desk) -> None:
    answered(desk, asked(), held(desk))
    asked(STRANGER)
    mark_unanswered(now=MUCH_LATER)
    before = list(EnquiryRow.objects.order_by("pk").values())
    rebuild(as_of=MUCH_LATER)
    assert list(EnquiryRow.objects.order_by("pk").values()) == before


def test_an_enquiry_that_nobody_answered_is_a_finding_once(desk: Desk) -> None:
    enquiry = asked()
    assert mark_unanswered(now=ASKED + DAY) == 0
    assert mark_unanswered(now=ASKED + DAY + 1) == 1
    assert mark_unanswered(now=ASKED + DAY + 2) == 0
    inspector = actor(Role.INSPECTOR, regions=["almaty"])
    for who in (inspector, desk.npm, desk.prosecutor):
        assert [row.number for row in queries.unanswered(who, now=MUCH_LATER)] == [enquiry.number]
    assert queries.unanswered(actor(Role.INSPECTOR, regions=["abai"]), now=MUCH_LATER) == []
    with pytest.raises(NotPermitted):
        queries.unanswered(desk.head, now=MUCH_LATER)


def test_answered_late_it_stays_a_finding(quick_desk: Desk) -> None:
    enquiry = asked()
    answered(quick_desk, enquiry, now=ASKED + 2 * DAY)
    assert queries.unanswered_count(quick_desk.npm, now=MUCH_LATER) == 1


# Quota


def test_who_asks_often_waits_longer_and_is_never_refused(desk: Desk) -> None:
    waits = [asked(address="").due_at - ASKED - DAY for _ in range(FREE_OF_DOCUMENT + 2)]
    assert waits == [0] * FREE_OF_DOCUMENT + [HOUR, 2 * HOUR]
    assert asked(address="", now=ASKED + DAY).is_deferred is False


def test_one_address_is_counted_apart_from_one_document(quick_desk: Desk) -> None:
    many = [asked(replace(MOTHER, document=f"N{each}")) for each in range(FREE_OF_ADDRESS + 1)]
    assert [each.is_deferred for each in many[-2:]] == [False, True]
    assert not asked(replace(MOTHER, document="another"), address="192.0.2.8").is_deferred


def test_a_deferred_enquiry_reaches_the_desk_later(quick_desk: Desk) -> None:
    for _ in range(FREE_OF_DOCUMENT + 1):
        asked(address="")
    assert len(queries.waiting(quick_desk.prosecutor, now=ASKED)) == FREE_OF_DOCUMENT
    assert len(queries.waiting(quick_desk.prosecutor, now=ASKED + HOUR)) == FREE_OF_DOCUMENT + 1


# The signed answer


def test_an_answer_changed_in_one_letter_is_refused(quick_desk: Desk) -> None:
    enquiry = asked()
    answered(quick_desk, enquiry)
    note = fetch(enquiry.number, enquiry.code, now=MUCH_LATER).note
    with pytest.raises(SignatureFails):
        open_answer(note.replace("no one", "someone"), key=answer_key().verifier)


def test_an_answer_signed_by_another_key_is_refused(quick_desk: Desk) -> None:
    enquiry = asked()
    answered(quick_desk, enquiry)
    text = read_note(fetch(enquiry.number, enquiry.code, now=MUCH_LATER).note).text
    forged = sign_answer(read_answer(text), SigningKey.create(answer_key().name, KeyUse.NOTE))
    with pytest.raises(NotSigned):
        open_answer(forged, key=answer_key().verifier)


def test_what_the_log_or_its_promises_signed_is_no_answer(quick_desk: Desk) -> None:
    other = str(sign_note("qorgau/promise/v1\nan origin\n", answer_key()))
    with pytest.raises(MalformedAnswer):
        open_answer(other, key=answer_key().verifier)


def test_an_erased_person_is_gone_from_the_answer_too(quick_desk: Desk) -> None:
    enquiry, son = asked(), held(quick_desk)
    answered(quick_desk, enquiry, son)
    destroy_secrets([custody_person(son)], at=MUCH_LATER)
    assert fetch(enquiry.number, enquiry.code, now=MUCH_LATER).note == ""
