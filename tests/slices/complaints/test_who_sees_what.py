"""What each sort of reader is not told: who complained, who typed it in, and what stands in cases beyond them."""

import pytest
from tests.slices.access.people import actor
from tests.slices.complaints.cases import CANARY, PEOPLE, instant, officer_of, registered
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.complaints import actions, queries
from qorgau.complaints.documents.gathering import particulars
from qorgau.complaints.documents.paper import Paper
from qorgau.complaints.documents.writing import sheet_of
from qorgau.complaints.entries import About
from qorgau.complaints.offered import Particulars
from qorgau.complaints.refusal import ComplaintRefusal, NoSuchComplaint
from qorgau.lawbook import Language
from qorgau.mailboxes.queries import status_words

ILL = Particulars(
    about=About.ILL_TREATMENT, act_on="2025-03-01", accused_body="police", officers=(officer_of(),)
)
AS_OF = instant("2025-03-06 10:00")
NPM_COLLEAGUE = actor(Role.NPM_MEMBER, body="npm", account="npm-colleague")


def before_the_police(**more: object) -> str:
    complaint = registered(particulars=ILL, **more)
    actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-03-05 10:00"))
    return complaint


def test_the_accused_body_does_not_learn_who_typed_it_in_from_any_entry(store: Store) -> None:
    complaint = before_the_police(by=PEOPLE.lawyer)
    actions.name_officer(PEOPLE.npm, complaint, officer_of(), now=instant("2025-03-05 11:00"))
    seen = queries.case(PEOPLE.police, complaint, as_of=AS_OF)
    assert {each.by for each in seen.entries} & {PEOPLE.lawyer.account} == set()
    assert {each.body for each in seen.entries} & {PEOPLE.lawyer.body} == set()
    assert PEOPLE.npm.account in {each.by for each in seen.entries}


def test_a_linked_case_beyond_ones_reach_is_not_told(store: Store) -> None:
    own, other = before_the_police(), registered()
    actions.link(
        PEOPLE.npm, other, own, reasons=f"{CANARY} shares the cell.", now=instant("2025-03-05 12:00")
    )
    seen = queries.case(PEOPLE.police, own, as_of=AS_OF)
    assert other not in repr(seen)
    assert CANARY not in repr(seen)
    assert queries.case(PEOPLE.npm, own, as_of=AS_OF).linked_to == (other,)


def test_reasons_of_a_link_are_not_read_by_who_sees_the_other_case_only(sqlite_store: Store) -> None:
    hidden, own = registered(to_body="special_prosecutors", by=PEOPLE.npm), registered()
    actions.link(
        PEOPLE.npm, hidden, own, reasons=f"{CANARY} shares the cell.", now=instant("2025-03-05 12:00")
    )
    with pytest.raises(NoSuchComplaint):
        queries.case(PEOPLE.prosecutor, hidden, as_of=AS_OF)
    linked = [
        each
        for each in queries.case(PEOPLE.prosecutor, own, as_of=AS_OF).entries
        if each.kind == "ComplaintLinked"
    ]
    assert "shares the cell" not in repr(linked)
    assert hidden not in repr(linked)


def test_a_body_tied_to_the_accused_is_told_who_complained_by_the_mechanism_alone_and_by_consent(
    sqlite_store: Store,
) -> None:
    complaint = before_the_police()
    for who, ground in (
        (PEOPLE.prosecutor, "consent"),
        (PEOPLE.prosecutor, "court_order"),
        (PEOPLE.npm, "danger"),
    ):
        with pytest.raises(ComplaintRefusal):
            actions.release_identity(who, complaint, "police", ground=ground, now=AS_OF)
    assert queries.case(PEOPLE.police, complaint, as_of=AS_OF + 60).told.hidden
    done = actions.release_identity(PEOPLE.npm, complaint, "police", ground="consent", now=AS_OF)
    actions.confirm_correction(NPM_COLLEAGUE, complaint, done.entries[0], now=AS_OF + 30)
    assert not queries.case(PEOPLE.police, complaint, as_of=AS_OF + 60).told.hidden


def test_an_administrator_and_an_analyst_open_no_case(sqlite_store: Store) -> None:
    complaint = registered()
    for who in (PEOPLE.administrator, PEOPLE.analyst):
        with pytest.raises((NotPermitted, NoSuchComplaint)):
            queries.case(who, complaint, as_of=AS_OF)
        with pytest.raises(NotPermitted):
            queries.inbox(who, as_of=AS_OF)
        with pytest.raises(NotPermitted):
            queries.hearings(who, from_=0, to=AS_OF)
    assert CANARY not in repr(queries.oversight(PEOPLE.analyst, as_of=AS_OF))


def test_whoever_looks_over_a_shoulder_at_the_mailbox_is_not_told_of_the_private_meeting(
    sqlite_store: Store,
) -> None:
    complaint = registered()
    before = status_words(complaint)
    actions.withdrawal_asked(PEOPLE.npm, complaint, now=instant("2025-03-04 10:00"))
    actions.npm_contact(PEOPLE.npm, complaint, now=instant("2025-03-05 10:00"))
    actions.report_reprisal(PEOPLE.npm, complaint, reasons="A cell.", now=instant("2025-03-05 11:00"))
    after = status_words(complaint)
    assert (after.last, after.last_on) == (before.last, before.last_on)
    assert after.next not in ("NpmContacted", "MetInPrivate", "ReprisalReported")


@pytest.mark.parametrize("paper", Paper)
def test_no_paper_tells_the_accused_body_who_complained(sqlite_store: Store, paper: Paper) -> None:
    complaint = before_the_police(by=PEOPLE.lawyer)
    actions.link(
        PEOPLE.npm,
        registered(),
        complaint,
        reasons=f"{CANARY} shares the cell.",
        now=instant("2025-03-05 12:00"),
    )
    seen = queries.case(PEOPLE.police, complaint, as_of=AS_OF)
    for language in Language:
        sheet = repr(sheet_of(paper, particulars(seen, paper, PEOPLE.police, language), language))
        assert complaint in sheet
        assert CANARY not in sheet
