"""What may be done, by whom, on what ground; and every reason why not at once."""

from dataclasses import replace
from datetime import date

from tests.core.procedures.walks import BODIES, BOOK, DAY, OPENED, ZONE, at, stands

from qorgau.lawbook import Language
from qorgau.lawbook.procedure import Term
from qorgau.procedures import (
    Allowed,
    Attempt,
    Event,
    Finding,
    Refused,
    actors,
    attempt,
    findings_of,
    may,
    standing,
)

CRIMINAL = BOOK.procedures["kz/criminal_investigation"]
OPEN = [
    Event("register", OPENED, "prosecutors_office", "clerk"),
    Event("assign_torture", OPENED + 60, "prosecutors_office", "head"),
    Event("open_investigation", OPENED + 120, "special_prosecutors", "investigator"),
]


def tried(events: list[Event], wish: Attempt) -> Allowed | Refused:
    return attempt(CRIMINAL, stands(CRIMINAL, events, max(wish.at, OPENED)), wish, bodies=BODIES)


def said(answer: Allowed | Refused) -> list[str]:
    assert isinstance(answer, Refused)
    return [why[Language.EN] for why in answer.why]


def test_every_reason_is_given_at_once() -> None:
    wish = Attempt("approve_closing", "police", "investigator", OPENED + DAY)
    closing = [*OPEN, Event("close", OPENED + 3600, "special_prosecutors", "investigator", "no_event")]
    reasons = said(tried(closing, wish))
    assert len(reasons) == 2
    assert any("Prosecutor's Office" in reason for reason in reasons)
    assert any("Somebody else has to decide" in reason for reason in reasons)


def test_a_refusal_by_independence_shows_the_way_that_ties() -> None:
    path = ("police", "mia", "penitentiary_committee")
    tied = Finding(False, {Language.EN: "tied"}, path)
    answer = tried(
        OPEN[:1],
        Attempt(
            "assign_torture",
            "prosecutors_office",
            "head",
            OPENED + 60,
            conditions={"investigator_independent": tied, "investigator_competent": Finding(True)},
        ),
    )
    assert isinstance(answer, Refused)
    assert answer.path == path


def test_a_victim_who_cannot_name_the_officer_does_not_stop_the_assignment() -> None:
    answer = tried(
        OPEN[:1],
        Attempt(
            "assign_torture",
            "prosecutors_office",
            "head",
            OPENED + 60,
            conditions={"investigator_independent": Finding(None), "investigator_competent": Finding(True)},
        ),
    )
    assert isinstance(answer, Allowed)
    assert answer.marked == "investigator_independent"


def test_officers_named_and_left_out_are_counted() -> None:
    events = [
        *OPEN,
        Event("name_officer", OPENED + 3600, "victim", "", facts={"officer": "o1 o2 o3"}),
        Event("name_suspect", OPENED + 7200, "special_prosecutors", "x", facts={"officer": "o2"}),
    ]
    found = findings_of(stands(CRIMINAL, events, OPENED + DAY))
    left_out = found["officers_named_are_suspects"]
    assert (left_out.holds, left_out.count) == (False, 2)
    assert found["suspects_suspended"].count == 1


def test_a_suspect_who_returned_to_duty_is_no_longer_suspended() -> None:
    def suspended(*moves: str) -> bool | None:
        made = [
            Event(move, OPENED + 3600 * n, "mia", "x", facts={"officer": "o1"})
            for n, move in enumerate(moves, 1)
        ]
        return findings_of(stands(CRIMINAL, [*OPEN, *made], OPENED + DAY))["suspects_suspended"].holds

    assert suspended("name_suspect", "suspend_suspect") is True
    assert suspended("name_suspect", "suspend_suspect", "return_suspect") is False
    assert suspended() is True, "where nobody is suspected, nobody need be suspended"


def test_reasons_for_one_gap_do_not_excuse_another() -> None:
    wish = Attempt(
        "close",
        "special_prosecutors",
        "investigator",
        OPENED + DAY,
        "no_event",
        "nothing found",
        why_not={"victim_heard": "abroad"},
    )
    reasons = " ".join(said(tried(OPEN, wish)))
    assert "Nobody went to the scene" in reasons
    assert "victim was not heard" not in reasons


def test_a_ground_is_judged_by_the_offence_the_case_is_qualified_as() -> None:
    def closed(events: list[Event]) -> Allowed | Refused:
        gaps = dict.fromkeys(
            ("victim_heard", "scene_visited", "recordings_held", "forensic_examination_done"), "said"
        )
        wish = Attempt(
            "close", "police", "x", OPENED + 2 * DAY, "reconciliation", "they made peace", why_not=gaps
        )
        return tried(events, wish)

    ill_treatment = [
        OPEN[0],
        Event("assign_ill_treatment", OPENED + 60, "prosecutors_office", "head"),
        Event("open_investigation", OPENED + 120, "police", "investigator"),
    ]
    answer = closed(ill_treatment)
    assert isinstance(answer, Allowed)
    assert "impunity" in {mark.name for mark in answer.marks}
    assert any("CC art. 68" in reason for reason in said(closed(OPEN)))
    nobody_said = [OPEN[0], Event("open_investigation", OPENED + 120, "police", "investigator")]
    assert any("CC art. 68" in reason for reason in said(closed(nobody_said)))


def test_requalifying_as_ill_treatment_is_marked_and_changes_the_forum() -> None:
    answer = tried(
        OPEN,
        Attempt("requalify", "prosecutors_office", "head", OPENED + DAY, "as_ill_treatment", "less grave"),
    )
    assert isinstance(answer, Allowed)
    assert (answer.to, [mark.name for mark in answer.marks]) == ("registered", ["forum_changed"])
    again = Event("requalify", OPENED + DAY, "prosecutors_office", "head", "as_ill_treatment")
    assert stands(CRIMINAL, [*OPEN, again], OPENED + 2 * DAY).offence == "ill_treatment"


def test_a_move_typed_in_late_is_judged_by_where_the_case_stood_then() -> None:
    closed = [
        *OPEN,
        Event("close", at("2024-03-05 10:00"), "special_prosecutors", "investigator", "no_event"),
    ]
    heard = Attempt("hear_victim", "special_prosecutors", "investigator", at("2024-03-03 10:00"))
    assert isinstance(tried(closed, heard), Allowed)
    now = stands(CRIMINAL, closed, at("2024-04-01 10:00"))
    before = Attempt(
        "requalify", "prosecutors_office", "head", at("2024-03-04 10:00"), "as_torture", "graver"
    )
    answer = attempt(CRIMINAL, now, before, bodies=BODIES)
    assert any("later step" in reason for reason in said(answer))


def test_the_police_may_investigate_ill_treatment_and_no_longer_torture() -> None:
    move = CRIMINAL.moves["open_investigation"]
    assert may(CRIMINAL, move, "police", date(2024, 1, 1), BODIES)
    assert may(CRIMINAL, move, "anti_corruption_agency", date(2022, 12, 31), BODIES)
    assert not may(CRIMINAL, move, "anti_corruption_agency", date(2023, 1, 1), BODIES)
    assert not may(CRIMINAL, move, "no_such_body", date(2024, 1, 1), BODIES)


def test_who_may_act_is_named_with_the_bodies_of_that_day() -> None:
    appeal = BOOK.procedures["kz/appeal_against_closing"]
    who = actors(appeal, appeal.moves["ask_court"], date(2024, 1, 1), BODIES)
    assert [title[Language.EN] for title in who] == [
        "the victim",
        "the victim's lawyer, relative or representative",
    ]
    courts = actors(appeal, appeal.moves["court_grants"], date(2024, 1, 1), BODIES)
    assert [title[Language.EN] for title in courts] == ["Specialised investigative courts"]


def test_a_proposed_body_has_no_say_in_the_law_as_it_stands() -> None:
    assert not may(CRIMINAL, CRIMINAL.moves["open_investigation"], "kpi", date(2024, 1, 1), BODIES)
    discipline = BOOK.procedures["kz/police_discipline"]
    assert may(discipline, discipline.moves["record"], "kpi", date(2024, 1, 1), BODIES)


def test_a_move_is_refused_on_days_before_the_law_knew_it() -> None:
    early = at("2022-06-01 10:00")
    events = [Event("register", early, "prosecutors_office", "clerk")]
    now = standing(CRIMINAL, events, as_of=early, zone=ZONE, opened=early)
    answer = attempt(
        CRIMINAL,
        now,
        Attempt("assign_ill_treatment", "prosecutors_office", "head", early + 60),
        bodies=BODIES,
    )
    assert any("2022-06-01" in reason for reason in said(answer))
    assert "assign_ill_treatment" not in {move.id for move in now.open_moves}


def test_a_condition_asks_for_nothing_before_its_day() -> None:
    move = CRIMINAL.moves["assign_torture"]
    later = tuple(replace(asked, term=Term(date(2030, 1, 1))) for asked in move.only_if)
    newer = replace(CRIMINAL, moves={**CRIMINAL.moves, move.id: replace(move, only_if=later)})
    for when, kind in (("2029-12-31 10:00", Allowed), ("2030-01-01 10:00", Refused)):
        wish = Attempt(
            "assign_torture",
            "prosecutors_office",
            "head",
            at(when),
            conditions={asked.name: Finding(False) for asked in later},
        )
        answer = attempt(newer, stands(newer, OPEN[:1], at(when)), wish, bodies=BODIES)
        assert isinstance(answer, kind), when
