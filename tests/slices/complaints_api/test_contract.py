"""Whatever a program sends about complaints, the answer is one that the description declares; none is our fault."""

import pytest
from tests.slices.complaints.cases import PEOPLE
from tests.slices.complaints_api.desks import TORTURE, program
from tests.slices.custody.api.anything import COMPLAINTS, send_anything
from tests.slices.custody.api.programs import token_for
from tests.slices.store import Store


@pytest.fixture
def known(sqlite_store: Store) -> dict[str, str]:
    """A case with everything that an address may name."""
    desk = program(PEOPLE.prosecutor)
    complaint = desk.post("/complaints", TORTURE).json()["complaint"]
    case = f"/complaints/{complaint}"
    evidence = desk.post(f"{case}/evidence", {"kind": "recording"}).json()["made"]["evidence"]
    hearing = desk.post(f"{case}/hearings", {"set_for": "2100-01-05 10:00"}).json()["made"]["hearing"]
    run = desk.post(f"{case}/runs", {"procedure": "kz/criminal_investigation"}).json()["made"]["run"]
    officer = desk.get(case).json()["officers"][0]["id"]
    return {
        "prosecutor": desk.token,
        "npm": token_for(PEOPLE.npm),
        "doctor": token_for(PEOPLE.doctor),
        "complaint_id": complaint,
        "run_id": run,
        "officer_id": officer,
        "evidence_id": evidence,
        "hearing_id": hearing,
        "decision_id": "none",
        "account_id": "prosecutor",
    }


@pytest.mark.parametrize("who", ["prosecutor", "npm", "doctor"])
def test_every_answer_is_declared_and_none_is_a_fault_of_ours(known: dict[str, str], who: str) -> None:
    examples = 2 if who == "doctor" else 5
    send_anything(known, known[who], examples=examples, where=lambda path: path.startswith(COMPLAINTS))
