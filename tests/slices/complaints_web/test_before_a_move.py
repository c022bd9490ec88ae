"""Before a move is made its page says what of its conditions the case shows; papers say where and by when to appeal."""

from tests.slices.access.people import person, signed_in_as
from tests.slices.complaints.cases import PEOPLE, instant, registered
from tests.slices.complaints.test_worked_cases import investigated, move, seen
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.complaints import actions
from qorgau.complaints.actions.checking import checked_now
from qorgau.complaints.documents.gathering import particulars
from qorgau.complaints.documents.paper import Paper
from qorgau.complaints.entries import About
from qorgau.complaints.offered import Particulars
from qorgau.lawbook import Language

NOW = "2025-04-30 10:00"
MISSING = ("victim_heard", "scene_visited", "recordings_held", "forensic_examination_done",
           "officers_named_are_suspects")  # fmt: skip


def closing(complaint: str) -> str:
    """A case that the investigator wants to close; the prosecutor has to say."""
    run = investigated(complaint, since="2025-03-05 10:00")
    why_not = dict.fromkeys(MISSING, "Nobody had the time.")
    move(
        PEOPLE.special, run, "close", now="2025-04-29 10:00", ground="officer_not_named", reasons="So.", why_not=why_not
    )  # fmt: skip
    return run


def shown(who: object, complaint: str, run: str, name: str) -> dict[str, bool | None]:
    procedure = seen(complaint, NOW).run(run).procedure  # type: ignore[union-attr]
    found = checked_now(who, complaint, run, procedure.moves[name], now=instant(NOW))  # type: ignore[arg-type]
    return {each.name.value: found[each.name.value].holds for each in procedure.moves[name].only_if
            if each.name.value in found}  # fmt: skip


def test_whoever_asked_to_close_a_case_is_told_before_that_another_has_to_approve(
    sqlite_store: Store,
) -> None:
    complaint = registered()
    run = closing(complaint)
    assert shown(PEOPLE.prosecutor, complaint, run, "approve_closing") == {"not_own_act": True}
    assert shown(PEOPLE.special, complaint, run, "approve_closing") == {"not_own_act": False}


def test_a_tied_body_is_told_so_before_it_begins_to_investigate(sqlite_store: Store) -> None:
    said = Particulars(about=About.ILL_TREATMENT, act_on="2025-03-01", accused_body="police")
    complaint = registered(particulars=said)
    run = actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-03-04 10:00")).made["run"]
    of_investigating = shown(PEOPLE.police, complaint, run, "open_investigation")
    asked = seen(complaint, NOW).run(run).procedure.moves["open_investigation"].only_if  # type: ignore[union-attr]
    assert set(of_investigating) == {each.name.value for each in asked}
    assert of_investigating.get("investigator_independent", False) is False


def test_the_page_of_a_move_says_what_holds(sqlite_store: Store) -> None:
    complaint = registered()
    run = closing(complaint)
    desk = signed_in_as(person(Role.COMPLAINTS_OFFICER, body="prosecutors_office"))
    page = desk.get(f"/complaints/{complaint}/procedures/{run}/approve_closing/").content.decode()
    assert "checked when it is done" not in page
    assert "holds" in page


def test_a_paper_says_to_whom_and_until_when_a_closing_can_be_appealed(sqlite_store: Store) -> None:
    complaint = registered()
    run = closing(complaint)
    decision = move(PEOPLE.prosecutor, run, "approve_closing", now=NOW).made["decision"]
    unserved = particulars(seen(complaint, "2025-05-01 10:00"), Paper.NOTICE, PEOPLE.prosecutor, Language.EN)
    assert "CPC art. 105" in unserved.appeal_to
    assert "CPC art. 106" in unserved.appeal_to
    assert "15 days" in unserved.appeal_until
    actions.serve_decision(
        PEOPLE.special, complaint, decision, copy_given=True, now=instant("2025-05-02 10:00")
    )
    served = particulars(seen(complaint, "2025-05-03 10:00"), Paper.NOTICE, PEOPLE.prosecutor, Language.EN)
    assert "17 May 2025" in served.appeal_until


def test_a_paper_names_no_appeal_that_the_law_does_not(sqlite_store: Store) -> None:
    case = seen(registered(), "2025-03-05 10:00")
    for paper in Paper:
        known = particulars(case, paper, PEOPLE.prosecutor, Language.EN)
        assert (known.appeal_to, known.appeal_until) == ("", "")
