"""Closed forms compare text with constants; only the words of truth are read in any case."""

import pytest

from qorgau.lawbook.conditions import Compare, Op, Scope


@pytest.mark.parametrize(
    ("op", "values", "value", "answer"),
    [
        (Op.IS, ("true",), "True", True),
        (Op.IS, ("yes",), "YES", True),
        (Op.IS_NOT, ("true",), "TRUE", False),
        (Op.IN, ("no", "false"), "False", True),
        (Op.IS, ("male",), "Male", False),
        (Op.IS, ("true",), "yes", False),
        (Op.BELOW, ("50",), "49.5", True),
        (Op.BELOW, ("50",), "50", False),
        (Op.AT_LEAST, ("50",), "old", None),
        (Op.IS, ("x",), None, None),
        (Op.KNOWN, ("no",), None, True),
    ],
)
def test_a_closed_form_answers(
    op: Op, values: tuple[str, ...], value: str | None, answer: bool | None
) -> None:
    assert Compare(Scope.FACT, "fact", op, values).answer(value) is answer
