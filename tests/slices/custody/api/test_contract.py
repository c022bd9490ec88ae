"""Whatever a program sends, it gets an answer that the description declares, and never a fault of ours."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.slices.custody.api.programs import Program, booking_at, token_for
from tests.slices.custody.desk import open_desk
from tests.slices.store import Store

from qorgau.config.wsgi import application
from qorgau.portal.api.declared import description

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
OPERATIONS = [(path, method) for path, methods in description()["paths"].items() for method in methods]


def served(environ: Any, start_response: Any) -> list[bytes]:
    """The application as a server runs it: the answer is read to its end and closed, which the client omits."""
    answer = application(environ, start_response)
    try:
        return [b"".join(answer)]
    finally:
        answer.close()


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
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", served)
    headers = {"Accept-Language": "en", **({"Authorization": f"Bearer {known[who]}"} if known[who] else {})}
    examples = 3 if who == "nobody" else 8
    for operation in schema.get_all_operations():
        _try(operation.ok(), known, headers, examples=examples)


def _try(operation: Any, known: dict[str, str], headers: dict[str, str], *, examples: int) -> None:
    positive = schemathesis.GenerationMode.POSITIVE
    for mode in (positive, schemathesis.GenerationMode.NEGATIVE):
        reached = known if mode is positive else {}
        try:
            cases = operation.as_strategy(generation_mode=mode)
        except Exception as none:  # nothing about this operation can be sent wrongly
            if "negative" not in str(none).lower():
                raise
            continue

        _ask(cases, reached, headers, examples=examples)


def _ask(cases: Any, reached: dict[str, str], headers: dict[str, str], *, examples: int) -> None:
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def ask(case: Any) -> None:
        # What exists is reached too: a random id never opens a record.
        for name in reached.keys() & (case.path_parameters or {}).keys():
            case.path_parameters[name] = reached[name]
        own = {name.lower() for name in headers} | {"authorization"}
        sent = {name: value for name, value in (case.headers or {}).items() if name.lower() not in own}
        case.headers = {**sent, **headers}
        case.call_and_validate(checks=CHECKS)

    ask()


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_operation_names_its_act_and_its_errors(path: str, method: str) -> None:
    from qorgau.access.permission import permissions

    told = description()["paths"][path][method]
    assert told["x-act"] in permissions()
    assert {"401", "403", "404", "409", "422", "429"} <= set(told["responses"])
    assert told["summary"]
    assert told["description"]
