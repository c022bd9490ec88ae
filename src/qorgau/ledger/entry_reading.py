"""Read entries back from named values or canonical bytes; any other form is refused."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from qorgau.ledger.entry import (
    FIELDS,
    LARGEST_ENTRY,
    VERSION,
    Correction,
    CorrectionAct,
    Entry,
    Happened,
    MalformedEntry,
    canonical,
)
from qorgau.ledger.plain_values import NotPlain, checked_integer
from qorgau.ledger.refusal import LedgerRefusal


class NotCanonical(LedgerRefusal):
    """Bytes hold a well-formed entry, but not in the one form that is hashed."""


def entry_from_group(group: object) -> Entry:
    """Build an entry from the thirteen fields by name; one more or one less is refused."""
    _exact_names(group, FIELDS, at="the entry")
    assert isinstance(group, Mapping)
    if checked_integer(group["v"], at="v") != VERSION:
        raise MalformedEntry(
            f"v is {group['v']}; this software knows version {VERSION}. Use a newer release."
        )
    return Entry(
        instance=group["instance"],
        id=group["id"],
        kind=group["kind"],
        objects=group["objects"],
        happened=_sources_from(group["happened"]),
        recorded=group["recorded"],
        by=group["by"],
        for_body=group["for"],
        facts=group["facts"],
        personal=group["personal"],
        sealed=group["sealed"],
        corrects=_correction_from(group["corrects"]),
    )


def read_entry(data: bytes) -> Entry:
    """Read an entry from its canonical bytes; the same entry in any other bytes is refused."""
    if len(data) > LARGEST_ENTRY:
        raise MalformedEntry(f"An entry of {len(data)} bytes is beyond the limit {LARGEST_ENTRY}.")
    try:
        group = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_without_repeats,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
            parse_int=_short_integer,
        )
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise MalformedEntry(f"This is not an entry in JSON: {error}. Take the original.") from error
    entry = entry_from_group(group)
    if canonical(entry) != data:
        raise NotCanonical(
            f"Entry {entry.id} is well formed but not canonical: spaces, order or escapes differ. "
            "Hash the bytes that `canonical` gives."
        )
    return entry


def _sources_from(group: object) -> tuple[Happened, ...]:
    if not isinstance(group, list):
        raise MalformedEntry("happened must be a list, one interval per source. Give [] for none.")
    for each in group:
        _exact_names(each, ("earliest", "latest", "said_by"), at="an interval in happened")
    return tuple(Happened(**each) for each in group)


def _correction_from(group: object) -> Correction | None:
    if group is None:
        return None
    _exact_names(group, ("act", "entry", "instance", "why"), at="corrects")
    assert isinstance(group, Mapping)
    if group["act"] not in tuple(CorrectionAct):
        raise MalformedEntry(f"corrects.act is {group['act']!r}; it is `replaces` or `withdraws`.")
    return Correction(
        instance=group["instance"],
        entry=group["entry"],
        act=CorrectionAct(group["act"]),
        why=group["why"],
    )


def _exact_names(group: object, names: Sequence[str], *, at: str) -> None:
    if not isinstance(group, Mapping):
        raise MalformedEntry(f"{at} must be named values, with exactly: {', '.join(names)}.")
    if unknown := [name for name in group if name not in names]:
        raise MalformedEntry(f"{at} has the unknown name {unknown[0]!r}. Known: {', '.join(names)}.")
    if missing := [name for name in names if name not in group]:
        raise MalformedEntry(f"{at} lacks {missing[0]!r}. It needs: {', '.join(names)}.")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) < len(pairs):
        raise MalformedEntry("A name stands twice in one group, so readers could differ. Keep one.")
    return group


def _no_fraction(written: str) -> Any:
    raise NotPlain(f"{written} is not a whole number. Use a smaller unit instead of a fraction.")


def _short_integer(written: str) -> int:
    if len(written) > 20:
        raise NotPlain(f"{written[:20]}... is beyond 2^53-1. Write it as text.")
    return int(written)
