"""Every role by every operation: what the table of permissions refuses is refused here, and nothing else."""

import re
from typing import Any

import pytest
from tests.slices.access.people import actor
from tests.slices.custody.api.anything import OPEN_TO_ALL
from tests.slices.custody.api.programs import Program, token_for
from tests.slices.custody.desk import open_desk
from tests.slices.store import Store

from qorgau.access.permission import permissions
from qorgau.access.roles import Role
from qorgau.portal.api.declared import description

OPERATIONS = [
    (method, path, (told["x-act"], *told.get("x-also-by", ())))
    for path, methods in description()["paths"].items()
    for method, told in methods.items()
    if not path.startswith(OPEN_TO_ALL)
]


@pytest.mark.parametrize("role", list(Role))
def test_a_role_without_the_act_is_refused_and_one_with_it_is_not(sqlite_store: Store, role: Role) -> None:
    desk = open_desk()
    who = actor(role, places=[desk.station], regions=["almaty"])
    program = Program(token_for(who))
    answered = {(method, path): _status(program, method, path) for method, path, _ in OPERATIONS}
    expected_refusals = {
        (method, path)
        for method, path, acts in OPERATIONS
        if not any(role in permissions()[act].roles for act in acts)
    }
    assert 500 not in answered.values()
    refused = {operation for operation, status in answered.items() if status == 403}
    # A doctor's entries go by another act; whether a place may be changed hangs on the place, and there is
    # none of that id; a body that cannot be read is refused before anybody is asked what they may do.
    unread = {(method, path) for (method, path), status in answered.items()
              if status == 422 or (status == 404 and re.search("/(places|cells)/", path))}  # fmt: skip
    assert expected_refusals - refused - unread <= {("post", "/api/v1/custodies/{custody_id}/entries")}
    assert refused <= expected_refusals


@pytest.mark.parametrize(("method", "path", "acts"), OPERATIONS)
def test_without_a_token_nothing_is_answered(
    sqlite_store: Store, method: str, path: str, acts: tuple[str, ...]
) -> None:
    assert _status(Program("qorgau_0000_nonsense"), method, path) == 401


def _status(program: Program, method: str, path: str) -> int:
    address = re.sub(r"{kind}", "MealGiven", path.removeprefix("/api/v1"))
    address = re.sub(r"{[a-z_]+}", "nothing", address)
    answer: Any = program.get(address) if method == "get" else getattr(program, method)(address, {})
    answer.close()
    return int(answer.status_code)
