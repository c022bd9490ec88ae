"""What the reader of documents says for itself: every key has its words, every gap is filled, nothing is said in English alone."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from qorgau.lawbook.words import Language
from qorgau.reading.reasons import words

READING = Path(__file__).parents[2] / "src/qorgau/reading"
CALLS = [
    (f"{path.relative_to(READING)}:{call.lineno}", call)
    for path in sorted(READING.rglob("*.py"))
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
]
# Which argument of these holds the reason.
_AT = {"Judged": 2, "Wanted": 4, "Mode": 0, "Named": 4}
# Constants of the room that are texts: as a reason, one would be said in English on every page.
PLAIN = {
    (str(path.relative_to(READING)), name.id)
    for path in READING.rglob("*.py")
    for each in ast.parse(path.read_text(encoding="utf-8")).body
    if isinstance(each, ast.Assign)
    and isinstance(each.value, ast.Constant)
    and isinstance(each.value.value, str)
    for name in each.targets
    if isinstance(name, ast.Name)
}
TOLD = [
    (place, call)
    for place, call in CALLS
    if call.func.id in ("reason", "SourceError") and not isinstance(call.args[0], ast.Name)  # type: ignore[attr-defined]
]


def gaps(text: str) -> set[str]:
    """The names that stand in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def keys_of(named: ast.expr) -> list[str]:
    """The key that a call names; of one put together, every key that begins and ends so."""
    if isinstance(named, ast.Constant):
        return [str(named.value)]
    assert isinstance(named, ast.JoinedStr), ast.dump(named)
    first = named.values[0]
    assert isinstance(first, ast.Constant)
    return [key for key in words() if key.startswith(str(first.value))]


@pytest.mark.parametrize("key", words())
def test_a_reason_has_the_same_gaps_in_every_language(key: str) -> None:
    said = words()[key]
    assert {language: gaps(said[language]) for language in Language} == dict.fromkeys(
        Language, gaps(said[Language.EN])
    )


def test_a_reason_is_said_otherwise_in_each_language() -> None:
    alike = {key for key, said in words().items() if len(set(said.values())) < len(Language)}
    assert {
        key for key in alike if any(sign.isalpha() for sign in _without_gaps(words()[key][Language.EN]))
    } == set()


@pytest.mark.parametrize(("place", "call"), TOLD, ids=[place for place, _ in TOLD])
def test_every_gap_of_a_reason_is_filled_where_it_is_given(place: str, call: ast.Call) -> None:
    keys = keys_of(call.args[0])
    assert keys
    for key in keys:
        assert gaps(words()[key][Language.EN]) == {each.arg for each in call.keywords}, key


def test_no_reason_is_kept_that_nobody_gives() -> None:
    given = {key for _, call in TOLD for key in keys_of(call.args[0])}
    assert set(words()) - given == set()


def test_nothing_that_the_reader_says_is_a_sentence_of_one_language() -> None:
    assert [place for place, call in CALLS for each in _said_in(call) if _is_text(each, place)] == []


def _said_in(call: ast.Call) -> Iterator[ast.expr]:
    """What a call gives as its doubt or reason."""
    assert isinstance(call.func, ast.Name)
    if call.func.id == "Doubt":
        yield from (each for at, each in enumerate(call.args) if at != 1)
    if call.func.id in _AT:
        yield from call.args[_AT[call.func.id] : _AT[call.func.id] + 1]
    yield from (each.value for each in call.keywords if each.arg in ("why", "how", "doubt", "counted_from"))


def _is_text(each: ast.expr, place: str) -> bool:
    if isinstance(each, ast.Name):
        return (place.partition(":")[0], each.id) in PLAIN
    if isinstance(each, ast.IfExp):
        return _is_text(each.body, place) or _is_text(each.orelse, place)
    return isinstance(each, ast.JoinedStr) or (isinstance(each, ast.Constant) and bool(each.value))


def _without_gaps(text: str) -> str:
    return "".join(before for before, _, _, _ in string.Formatter().parse(text))
