"""Whatever a program sends, it gets an answer that the description declares, and never a fault of ours."""

import pytest
from tests.slices.custody.api.anything import COMPLAINTS, OPEN_TO_ALL, TREATY, send_anything
from tests.slices.custody.api.programs import Program, booking_at, token_for
from tests.slices.custody.desk import open_desk
from tests.slices.store import Store

from qorgau.portal.api.declared import description

OPERATIONS = [(path, method) for path, methods in description()["paths"].items() for method in methods]


@pytest.fixture
def known(sqlite_store: Store) -> dict[str, str]:
    """A desk with one custody, and a token for each who asks."""
    desk = open_desk()
    tokens = {name: token_for(getattr(desk, name)) for name in ("officer", "head", "npm")}
    made = Program(tokens["officer"]).post("/custodies", booking_at(desk)).json()
    return {
        **tokens,
        "nobody": "",
        "custody_id": made["custody"],
        "entry_id": made["entries"][0]["entry"],
        "person_id": made["person"],
        "place_id": desk.station,
    }


@pytest.mark.parametrize("who", ["npm", "officer", "head", "nobody"])
def test_every_answer_is_declared_and_none_is_a_fault_of_ours(known: dict[str, str], who: str) -> None:
    examples = 3 if who == "nobody" else 8
    # Complaints and recommendations are sent to with some at hand: tests/slices/complaints_api, tests/slices/treaty/api.
    elsewhere = (COMPLAINTS, TREATY, OPEN_TO_ALL)
    send_anything(known, known[who], examples=examples, where=lambda path: not path.startswith(elsewhere))


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_operation_names_its_act_and_its_errors(path: str, method: str) -> None:
    from qorgau.access.permission import permissions

    told = description()["paths"][path][method]
    acts = {told["x-act"], *told.get("x-also-by", ())} if not path.startswith(OPEN_TO_ALL) else set()
    assert acts <= set(permissions())
    assert {"401", "403", "404", "409", "422", "429"} <= set(told["responses"])
    assert told["summary"]
    assert told["description"]
