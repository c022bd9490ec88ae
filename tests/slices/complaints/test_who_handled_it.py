"""Where the accused body may not know who typed a complaint in, it does not learn it from what they did later."""

from tests.slices.access.people import actor
from tests.slices.complaints.cases import PEOPLE, instant
from tests.slices.complaints.test_who_sees_what import AS_OF, before_the_police
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.complaints import actions, queries
from qorgau.complaints.offered import NewEvidence

TYPIST = "account-7431"
WRITTEN = "The scarf that Canary wore"


def evidence(**more: object) -> NewEvidence:
    return NewEvidence(kind="photograph", description=WRITTEN, **more)  # type: ignore[arg-type]


def test_the_accused_body_does_not_learn_from_evidence_who_typed_it_in(store: Store) -> None:
    lawyer = actor(Role.LAWYER, body="bar", account=TYPIST)
    complaint = before_the_police(by=lawyer)
    actions.take_evidence(lawyer, complaint, evidence(), now=instant("2025-03-05 11:00"))
    actions.take_evidence(PEOPLE.npm, complaint, evidence(), now=instant("2025-03-05 12:00"))
    seen = queries.case(PEOPLE.police, complaint, as_of=AS_OF)
    assert TYPIST not in repr(seen)
    assert WRITTEN not in repr(seen)
    first, second = seen.evidence
    assert (first.chain[0].account, first.chain[0].body) == ("", "")
    assert (second.chain[0].account, second.chain[0].body) == (PEOPLE.npm.account, "npm")
    known = queries.case(PEOPLE.npm, complaint, as_of=AS_OF).evidence
    assert (known[0].chain[0].account, known[0].description) == (TYPIST, WRITTEN)


def test_the_accused_body_does_not_learn_from_decisions_and_parties_who_typed_it_in(
    sqlite_store: Store,
) -> None:
    desk = actor(Role.COMPLAINTS_OFFICER, body="prosecutors_office", account=TYPIST)
    complaint = before_the_police(by=desk)
    actions.take_case(desk, complaint, now=instant("2025-03-05 11:00"))
    actions.name_party(PEOPLE.npm, complaint, TYPIST, "lawyer", now=instant("2025-03-05 12:00"))
    seen = queries.case(PEOPLE.police, complaint, as_of=AS_OF)
    assert TYPIST not in repr(seen)
    assert "prosecutors_office" in {each.body for each in seen.assignments}
    own = queries.case(desk, complaint, as_of=AS_OF)
    assert TYPIST in {each.account for each in own.assignments}
