"""Whatever comes in by file or by hand is read or refused by name; nothing else happens."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qorgau.ledger.checkpoint import read_checkpoint
from qorgau.ledger.entry_reading import entry_from_group, read_entry
from qorgau.ledger.keys import SigningKey, VerifierKey
from qorgau.ledger.note import read_note
from qorgau.ledger.promise import read_promise
from qorgau.ledger.proof_files import read_consistency_file, read_inclusion_file
from qorgau.ledger.receipt import read_receipt
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.trust import Trust

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text())
RECEIPT: str = VECTORS["receipt"]
ENTRY: str = VECTORS["leaves"][0]["entry"]
READERS: dict[str, tuple[Callable[[str], Any], str]] = {
    "note": (read_note, VECTORS["checkpoint"]),
    "checkpoint": (read_checkpoint, VECTORS["checkpoint"].partition("\n\n")[0] + "\n"),
    "promise": (read_promise, VECTORS["promise"].partition("\n\n")[0] + "\n"),
    "receipt": (read_receipt, RECEIPT),
    "tlog-proof": (read_inclusion_file, RECEIPT),
    "proof of growth": (read_consistency_file, "old 3\n" + RECEIPT.split("\n")[3] + "\n"),
    "public key": (VerifierKey.read, VECTORS["keys"][0]),
    "secret key": (SigningKey.read, "PRIVATE+KEY+" + VECTORS["keys"][0]),
    "entry": (lambda text: read_entry(text.encode("utf-8", "surrogatepass")), ENTRY),
    "trust": (lambda text: Trust.read(text.encode("utf-8", "surrogatepass")), '{"needed":2}'),
}
PIECES = st.sampled_from(["", "\n", "\n\n", " ", "+", "=", "0", "-1", "9" * 30, "\x00", "é", "— ", '"',
                          "{", "null", "\ud800", "\u0661"])  # fmt: skip


def read_or_refuse(name: str, text: str) -> None:
    # Any other exception fails the test: it would reach a person as a crash.
    with suppress(LedgerRefusal):
        READERS[name][0](text)


@pytest.mark.parametrize("name", READERS)
@given(text=st.text(max_size=60))
@example(text="")
@example(text="\ud800")
def test_any_text_is_read_or_refused_by_name(name: str, text: str) -> None:
    read_or_refuse(name, text)


@pytest.mark.parametrize("name", READERS)
@given(data=st.data())
def test_any_spoilt_file_is_read_or_refused_by_name(name: str, data: st.DataObject) -> None:
    text = READERS[name][1]
    start = data.draw(st.integers(0, len(text)), label="from")
    end = data.draw(st.integers(start, min(len(text), start + 60)), label="to")
    read_or_refuse(name, text[:start] + data.draw(PIECES, label="put in") + text[end:])


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@given(st.sampled_from(sorted(json.loads(ENTRY))), ANYTHING)
def test_any_value_in_any_field_of_an_entry_is_kept_or_refused_by_name(field: str, value: Any) -> None:
    with suppress(LedgerRefusal):
        entry_from_group({**json.loads(ENTRY), field: value})
