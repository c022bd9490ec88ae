"""Whatever a program may send to an operation, and that every answer is one that the description declares."""

from collections.abc import Callable
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from qorgau.config.wsgi import application

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
COMPLAINTS = "/api/v1/complaints"
TREATY = "/api/v1/treaty"
OPEN_TO_ALL = "/api/v1/public"
"""What anybody may ask without a token; its operations name no act."""


def served(environ: Any, start_response: Any) -> list[bytes]:
    """The application as a server runs it: the answer is read to its end and closed, which the client omits."""
    answer = application(environ, start_response)
    try:
        return [b"".join(answer)]
    finally:
        answer.close()


def send_anything(known: dict[str, str], token: str, *, examples: int, where: Callable[[str], bool]) -> None:
    """Send to every operation whose path is wanted what fits its shape, and what does not."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", served)
    headers = {"Accept-Language": "en", **({"Authorization": f"Bearer {token}"} if token else {})}
    for found in schema.get_all_operations():
        operation = found.ok()
        if where(operation.path):
            _try(operation, known, headers, examples=examples)


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
