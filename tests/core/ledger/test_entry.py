"""The frozen form of an entry: vectors written down once, and everything it refuses."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from qorgau.ledger.commitment import WrongSalt, commit, leaf_hash, new_salt
from qorgau.ledger.entry import (
    FIELDS,
    LARGEST_ENTRY,
    Correction,
    CorrectionAct,
    Entry,
    Happened,
    MalformedEntry,
    canonical,
)
from qorgau.ledger.entry_reading import NotCanonical, entry_from_group, read_entry
from qorgau.ledger.plain_values import NotPlain
from qorgau.ledger.refusal import LedgerRefusal

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text())
APPREHENDED = Entry(
    instance="desk-7.example",
    id="01J0000000000000000000001",
    kind="Apprehended",
    objects={"person": ["p-15"], "officer": ["o-2", "o-1"], "place": ["kz-street"]},
    happened=[
        Happened(said_by="police_entry", earliest=1739315400, latest=1739315400),
        Happened(said_by="person", earliest=1739311200, latest=1739311260),
    ],
    recorded=1739323800,
    by="officer:o-1",
    for_body="kz/police/almaty",
    facts={"ground": "suspicion", "age": 15, "articles": ["188", 2], "note": 'сөз "тырнақша"\n'},
    personal={"p-15": "YWdlLWVuY3J5cHRpb24ub3JnL3Yx"},
    sealed={"narrative": {"sha256": "00ff"}},
    corrects=Correction(
        instance="desk-7.example",
        entry="01J0000000000000000000000",
        act=CorrectionAct.REPLACES,
        why="the place was mistyped",
    ),
)
SMALLEST = Entry(instance="a", id="b", kind="Noted", recorded=0, for_body="c")


def changed(**new: Any) -> dict[str, Any]:
    return {**json.loads(canonical(APPREHENDED)), **new}


def test_the_frozen_vectors_of_leaves_still_hold() -> None:
    assert [canonical(entry).decode() for entry in (APPREHENDED, SMALLEST)] == [
        vector["entry"] for vector in VECTORS["leaves"]
    ]
    for vector in VECTORS["leaves"]:
        commitment = commit(vector["entry"].encode(), salt=bytes.fromhex(vector["salt"]))
        assert commitment.hex() == vector["commitment"]
        assert leaf_hash(commitment).hex() == vector["leaf_hash"]


def test_an_entry_read_back_is_the_same_entry() -> None:
    assert read_entry(canonical(APPREHENDED)) == APPREHENDED
    assert read_entry(canonical(SMALLEST)) == SMALLEST


def test_the_order_in_which_sources_and_ids_were_typed_changes_nothing() -> None:
    group = changed()
    group["happened"].reverse()
    group["objects"]["officer"].reverse()
    assert canonical(entry_from_group(group)) == canonical(APPREHENDED)


@pytest.mark.parametrize("field", FIELDS)
def test_a_missing_field_is_named(field: str) -> None:
    group = changed()
    del group[field]
    with pytest.raises(MalformedEntry, match=repr(field)):
        entry_from_group(group)


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(MalformedEntry, match="'score'"):
        entry_from_group(changed(score=3))


@pytest.mark.parametrize(
    "facts",
    [
        {"age": 15.0},
        {"child": True},
        {"child": None},
        {"list": [1, None]},
        {"amount": 2**53},
        {"amount": -(2**53)},
        {"name": unicodedata.normalize("NFD", "Айниязов ё")},
        {"text": "a\x00b"},
        {"text": "a\rb"},
        {"text": "\ud800"},
        {"": 1},
        {"two words": 1},
        {1: 1},
        {"when": b"bytes"},
        {"inner": {"inner": {"ratio": 0.5}}},
    ],
    ids=str,
)
def test_a_fact_that_readers_could_read_differently_is_refused(facts: Any) -> None:
    with pytest.raises(NotPlain):
        entry_from_group(changed(facts=facts))


def test_the_largest_integer_a_browser_can_hold_is_kept() -> None:
    facts = {"most": 2**53 - 1, "least": -(2**53) + 1}
    assert entry_from_group(changed(facts=facts)).facts == facts


def test_facts_nested_beyond_reading_are_refused() -> None:
    deep: Any = 1
    for _ in range(9):
        deep = {"inner": deep}
    with pytest.raises(NotPlain, match="levels deep"):
        entry_from_group(changed(facts=deep))
    assert entry_from_group(changed(facts=deep["inner"])).facts == deep["inner"]


def test_lists_nested_beyond_reading_are_refused() -> None:
    deep: Any = 1
    for _ in range(8):
        deep = [deep]
    with pytest.raises(NotPlain, match="levels deep"):
        entry_from_group(changed(facts={"inner": deep}))
    assert entry_from_group(changed(facts={"inner": deep[0]})).facts == {"inner": deep[0]}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("v", 2),
        ("v", True),
        ("instance", ""),
        ("id", "two words"),
        ("kind", "apprehended"),
        ("kind", None),
        ("for", None),
        ("by", ""),
        ("by", 7),
        ("recorded", "2025-02-12"),
        ("recorded", 1739323800000),
        ("recorded", 1739323800.5),
        ("objects", {"person": "p-15"}),
        ("objects", {"person": []}),
        ("objects", {"person": ["p", "p"]}),
        ("objects", {"Person": ["p"]}),
        ("objects", []),
        ("happened", None),
        ("happened", {}),
        ("happened", [{"earliest": 1, "latest": 0, "said_by": "person"}]),
        ("happened", [{"earliest": 1, "latest": 1, "said_by": ""}]),
        ("happened", [{"earliest": 1, "latest": 1}]),
        ("happened", [{"earliest": None, "latest": 1, "said_by": "person"}]),
        ("happened", [{"earliest": 1, "latest": 1, "said_by": "person"}] * 2),
        ("personal", {"p-15": None}),
        ("personal", []),
        ("sealed", None),
        ("facts", []),
        ("corrects", {}),
        ("corrects", {"act": "deletes", "entry": "e", "instance": "i", "why": "because"}),
        ("corrects", {"act": "replaces", "entry": "e", "instance": "i", "why": " "}),
        ("corrects", {"act": "replaces", "entry": "e", "why": "because"}),
        ("corrects", {"act": "replaces", "entry": "e", "instance": "", "why": "because"}),
        ("corrects", {"act": "replaces", "entry": 7, "instance": "i", "why": "because"}),
        ("corrects", {"act": "replaces", "entry": "e", "instance": "i", "why": None}),
        ("happened", [{"earliest": 1.0, "latest": 2, "said_by": "person"}]),
        ("happened", [{"earliest": 1, "latest": 2.0, "said_by": "person"}]),
        ("happened", [{"earliest": 1, "latest": 253402300800, "said_by": "person"}]),
        ("happened", [{"earliest": -62135596801, "latest": 1, "said_by": "person"}]),
    ],
)
def test_a_field_of_the_wrong_form_is_refused(field: str, value: Any) -> None:
    with pytest.raises(LedgerRefusal):
        entry_from_group(changed(**{field: value}))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(b'{"', b'{ "', 1),
        lambda data: json.dumps(json.loads(data)).encode(),
        lambda data: data + b"\n",
        lambda data: data.replace(b'"age":15', b'"age":15.0'),
        lambda data: data.replace(b'"age":15', b'"age":1e1'),
        lambda data: data.replace(b'"age":15', b'"age":NaN'),
        lambda data: data.replace(b'"age":15', b'"age":15,"age":15'),
        lambda data: data.replace(b'"age":15', b'"age":' + b"9" * 5000),
        lambda data: data.replace(b"p-15", "p-\u0131".encode()),
        lambda data: data[:-1],
        lambda data: b"\xff" + data,
        lambda data: b"[" * 100_000,
        lambda data: b" " * (LARGEST_ENTRY + 1),
        lambda data: b"",
        lambda data: b"[]",
    ],
)
def test_only_the_canonical_bytes_of_an_entry_are_read(spoil: Any) -> None:
    with pytest.raises(LedgerRefusal):
        read_entry(spoil(canonical(APPREHENDED)))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "JSON"),
        (b"\xff", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"[1.5]", "1.5"),
        (b"[NaN]", "NaN"),
        (b"[" + b"9" * 21 + b"]", "beyond"),
        (b" " * (LARGEST_ENTRY + 1), "limit"),
    ],
)
def test_what_cannot_be_read_says_what_is_wrong_with_it(data: bytes, reason: str) -> None:
    with pytest.raises(LedgerRefusal, match=reason):
        read_entry(data)


def test_bytes_that_mean_the_same_but_are_written_otherwise_are_called_not_canonical() -> None:
    with pytest.raises(NotCanonical):
        read_entry(canonical(APPREHENDED).replace(b'"age":15', b'"age": 15'))


def test_the_first_and_the_last_second_of_the_calendar_can_be_written() -> None:
    widest = {"earliest": -62135596800, "latest": 253402300799, "said_by": "person"}
    assert entry_from_group(changed(happened=[widest])).happened[0].latest == 253402300799


def test_an_entry_of_exactly_the_largest_size_is_kept() -> None:
    room = LARGEST_ENTRY - len(canonical(entry_from_group(changed(facts={"text": ""}))))
    largest = canonical(entry_from_group(changed(facts={"text": "x" * room})))
    assert len(largest) == LARGEST_ENTRY == 262_144
    assert canonical(read_entry(largest)) == largest


def test_an_entry_too_long_to_keep_is_refused_with_its_size() -> None:
    long = entry_from_group(changed(facts={"text": "x" * LARGEST_ENTRY}))
    with pytest.raises(MalformedEntry, match="as a file"):
        canonical(long)


PLAIN = st.recursive(
    st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\t"\\'), max_size=20).map(
        lambda text: unicodedata.normalize("NFC", text)
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,9}", fullmatch=True), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True), PLAIN, max_size=4))
def test_any_plain_facts_survive_writing_and_reading(facts: dict[str, Any]) -> None:
    entry = Entry(instance="a", id="b", kind="Noted", recorded=0, for_body="c", facts=facts)
    assert read_entry(canonical(entry)) == entry
    assert canonical(entry) == rfc8785.dumps(entry.as_group())


@given(st.integers(0, 255), st.binary(min_size=32, max_size=32))
def test_a_commitment_tells_apart_every_salt_and_every_entry(bit: int, salt: bytes) -> None:
    other = bytearray(salt)
    other[bit // 8] ^= 1 << bit % 8
    entry = canonical(APPREHENDED)
    commitments = {
        commit(entry, salt=salt),
        commit(entry, salt=bytes(other)),
        commit(canonical(SMALLEST), salt=salt),
    }
    assert len(commitments) == 3


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_salt_of_the_wrong_length_is_refused(length: int) -> None:
    with pytest.raises(WrongSalt):
        commit(b"{}", salt=bytes(length))
    with pytest.raises(WrongSalt):
        leaf_hash(bytes(length))


def test_no_two_salts_are_alike() -> None:
    assert len({new_salt() for _ in range(50)}) == 50
    assert len(new_salt()) == 32
