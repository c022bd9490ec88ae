"""Trust in a file cannot be typed, borrowed or lent to oneself: what the file says goes before what somebody says of it."""

import pytest
from tests.slices.access.people import actor
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at
from tests.slices.treaty.forged import observations

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.reading.document import DocumentKind
from qorgau.recording.rebuilding import rebuild
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import Correction
from qorgau.treaty.facts.words import Fix, Sender
from qorgau.treaty.models import DocumentRow, RecommendationRow

NOW = at("2026-02-01")
NINE, EIGHT = "CAT/C/KAZ/CO/9", "CAT/C/KAZ/CO/8"
LEAF = f"{NINE}#10(a)"
GENUINE = "Bring its definition into line with article 1 of the Convention;"
FORGED = "Be praised for its definition;"
SYMBOL = Correction(what=Fix.HEADER, target="symbol", value=NINE)
SOFTER = Correction(what=Fix.LEAF_TEXT, target="10(a)", value=FORGED)


def shown() -> str:
    """The words that everybody reads."""
    return queries.recommendation(None, LEAF, as_of=NOW + 90_000).line.text


def beside() -> list[tuple[str, str]]:
    """What is told beside them, and by whose word."""
    page = queries.recommendation(None, LEAF, as_of=NOW + 90_000)
    return [(each.text, each.body) for each in page.other_words]


def given(data: bytes, *, by: Actor, later: int = 0, **more: object) -> str:
    return actions.take_document(by, data, name="file.txt", now=NOW + later, **more).made


def accepted(document: str, *, by: Actor, later: int = 0) -> str:
    actions.accept_document(by, document, now=NOW + later)
    return document


def corrected(document: str, fix: Correction, *, by: Actor, later: int) -> str:
    return actions.correct_reading(by, document, fix, reason="As I have it.", now=NOW + later).made


def genuine(by: Actor = PEOPLE.secretary) -> str:
    return accepted(given(observations(), by=by), by=by)


# Whose paper it is said to be.


@pytest.mark.parametrize("more", [{"sender": Sender.NPM}, {"kind": DocumentKind.VISIT_REPORT}])
def test_the_mechanism_does_not_make_a_committees_symbol_its_own(store: Store, more: dict) -> None:
    genuine(PEOPLE.ngo)
    forged = given(observations(leaf=FORGED), by=PEOPLE.npm, later=60, **more)
    accepted(forged, by=PEOPLE.npm, later=60)
    assert not DocumentRow.objects.get(pk=forged).mandated
    assert shown() == GENUINE


def test_the_subcommittees_own_paper_is_the_mechanisms_task(sqlite_store: Store) -> None:
    paper = given(observations("CAT/OP/KAZ/1"), by=PEOPLE.npm, sender=Sender.SUBCOMMITTEE)
    assert DocumentRow.objects.get(pk=paper).mandated


def test_a_symbol_that_somebody_types_brings_no_trust_of_the_file_along(store: Store) -> None:
    genuine()
    data = observations(EIGHT, leaf=FORGED)
    forged = given(data, by=PEOPLE.ngo, later=60)
    given(data, by=PEOPLE.writer, later=70)
    assert DocumentRow.objects.get(pk=forged).confirmed_by == "mia"
    typed = corrected(forged, SYMBOL, by=PEOPLE.ngo, later=80)
    assert DocumentRow.objects.get(pk=forged).confirmed_by == ""
    actions.withdraw_correction(PEOPLE.ngo, forged, typed, reason="It is 8.", now=NOW + 85)
    assert DocumentRow.objects.get(pk=forged).confirmed_by == "mia"
    corrected(forged, SYMBOL, by=PEOPLE.ngo, later=90)
    accepted(forged, by=PEOPLE.ngo, later=95)
    assert shown() == GENUINE


def test_a_file_under_a_typed_symbol_is_confirmed_by_nobody(store: Store) -> None:
    genuine()
    data = observations(EIGHT, leaf=FORGED)
    forged = given(data, by=PEOPLE.ngo, later=60)
    corrected(forged, SYMBOL, by=PEOPLE.ngo, later=70)
    accepted(forged, by=PEOPLE.ngo, later=80)
    given(data, by=PEOPLE.writer, later=90)
    assert DocumentRow.objects.get(pk=forged).confirmed_by == ""
    assert shown() == GENUINE


def test_the_council_may_type_the_symbol_of_a_file_that_was_misread(store: Store) -> None:
    forged = accepted(given(observations(leaf=FORGED), by=PEOPLE.ngo), by=PEOPLE.ngo)
    mangled = given(observations(EIGHT), by=PEOPLE.other_ngo, later=60)
    corrected(mangled, SYMBOL, by=PEOPLE.secretary, later=70)
    accepted(mangled, by=PEOPLE.secretary, later=80)
    assert DocumentRow.objects.get(pk=mangled).mandated
    assert shown() == GENUINE
    assert queries.document(None, NINE, as_of=NOW + 90).line.id == mangled != forged


# Who the other side is.


@pytest.mark.parametrize("body", ["mia", "police", "interagency_council", "a_unit_that_nobody_knows"])
def test_an_analyst_of_the_state_is_no_other_side(store: Store, body: str) -> None:
    genuine()
    forged = accepted(
        given(observations(leaf=FORGED), by=PEOPLE.writer, later=60), by=PEOPLE.writer, later=60
    )
    given(observations(leaf=FORGED), by=actor(Role.ANALYST, body=body, account="counts"), later=70)
    assert DocumentRow.objects.get(pk=forged).confirmed_by == ""
    assert shown() == GENUINE


def test_a_ministrys_officer_with_the_role_of_an_organisations_worker_is_no_other_side(store: Store) -> None:
    genuine()
    accepted(given(observations(leaf=FORGED), by=PEOPLE.writer, later=60), by=PEOPLE.writer, later=60)
    given(observations(leaf=FORGED), by=actor(Role.NGO_WORKER, body="police", account="worker"), later=70)
    assert shown() == GENUINE


@pytest.mark.parametrize("who", [PEOPLE.analyst, PEOPLE.npm, PEOPLE.ngo, PEOPLE.other_ngo])
def test_the_ombudsperson_the_mechanism_and_organisations_are_the_other_side(
    store: Store, who: Actor
) -> None:
    document = given(observations(), by=PEOPLE.writer)
    given(observations(), by=who, later=60)
    assert DocumentRow.objects.get(pk=document).confirmed_by == who.body


def test_one_person_with_a_seat_on_each_side_confirms_nothing(store: Store) -> None:
    genuine()
    forged = accepted(
        given(observations(leaf=FORGED), by=PEOPLE.writer, later=60), by=PEOPLE.writer, later=60
    )
    given(observations(leaf=FORGED), by=actor(Role.NGO_WORKER, body="pocket", account="writer"), later=70)
    assert DocumentRow.objects.get(pk=forged).confirmed_by == ""
    assert shown() == GENUINE


# Words that a person puts in the place of the file's.


@pytest.mark.parametrize("stranger", [PEOPLE.ngo, PEOPLE.writer, PEOPLE.npm, PEOPLE.analyst])
@pytest.mark.parametrize("took", [PEOPLE.secretary, PEOPLE.other_ngo])
def test_nobody_softens_what_a_file_says_that_another_body_took_in(
    store: Store, took: Actor, stranger: Actor
) -> None:
    document = genuine(took)
    corrected(document, SOFTER, by=stranger, later=60)
    accepted(document, by=stranger, later=70)
    assert shown() == GENUINE
    assert beside() == [(FORGED, stranger.body)]
    live = list(RecommendationRow.objects.order_by("key").values())
    rebuild(as_of=NOW + 200)
    assert list(RecommendationRow.objects.order_by("key").values()) == live


def test_a_correction_that_the_council_accepts_too_stands(store: Store) -> None:
    document = genuine()
    corrected(document, SOFTER, by=PEOPLE.ngo, later=60)
    accepted(document, by=PEOPLE.ngo, later=70)
    assert actions.accept_document(PEOPLE.secretary, document, now=NOW + 80).is_new
    assert shown() == FORGED
    assert not actions.accept_document(PEOPLE.secretary, document, now=NOW + 90).is_new


def test_a_body_corrects_the_reading_of_the_file_that_it_took_in(store: Store) -> None:
    document = genuine(PEOPLE.ngo)
    corrected(document, SOFTER, by=PEOPLE.ngo, later=60)
    accepted(document, by=PEOPLE.ngo, later=70)
    assert shown() == FORGED


def test_words_over_a_file_that_both_sides_hold_stand_when_both_accepted_them(store: Store) -> None:
    document = genuine()
    given(observations(), by=PEOPLE.ngo, later=30)
    corrected(document, SOFTER, by=PEOPLE.secretary, later=60)
    accepted(document, by=PEOPLE.secretary, later=70)
    assert shown() == GENUINE
    accepted(document, by=PEOPLE.npm, later=80)
    assert shown() == FORGED
    assert beside() == []


def test_what_the_file_says_comes_back_when_a_correction_is_withdrawn(store: Store) -> None:
    document = genuine(PEOPLE.ngo)
    softer = corrected(document, SOFTER, by=PEOPLE.ngo, later=60)
    accepted(document, by=PEOPLE.ngo, later=70)
    actions.withdraw_correction(PEOPLE.ngo, document, softer, reason="It was right.", now=NOW + 80)
    accepted(document, by=PEOPLE.ngo, later=90)
    assert shown() == GENUINE


def test_a_forged_english_file_does_not_go_before_a_trusted_one_in_another_language(store: Store) -> None:
    told = Correction(what=Fix.HEADER, target="language", value="ru")
    trusted = given(
        observations(leaf="Привести определение в соответствие со статьёй 1;"), by=PEOPLE.secretary
    )
    corrected(trusted, told, by=PEOPLE.secretary, later=10)
    accepted(trusted, by=PEOPLE.secretary, later=20)
    accepted(given(observations(leaf=FORGED), by=PEOPLE.writer, later=60), by=PEOPLE.writer, later=60)
    assert shown().startswith("Привести")
