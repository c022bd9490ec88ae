"""Read entries back from named values or canonical bytes; any other form is refused."""

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
from qorgau.ledger.plain_values import checked_integer
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.strict_json import read_json, require_names


class NotCanonical(LedgerRefusal):
    """Bytes hold a well-formed entry, but not in the one form that is hashed."""


def entry_from_group(group: object) -> Entry:
    """Build an entry from the thirteen fields by name; one more or one less is refused."""
    group = require_names(group, FIELDS, at="the entry", refusal=MalformedEntry)
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
    entry = entry_from_group(read_json(data, what="The entry"))
    if canonical(entry) != data:
        raise NotCanonical(
            f"Entry {entry.id} is well formed but not canonical: spaces, order or escapes differ. "
            "Hash the bytes that `canonical` gives."
        )
    return entry


def _sources_from(group: object) -> tuple[Happened, ...]:
    if not isinstance(group, list):
        raise MalformedEntry("happened must be a list, one interval per source. Give [] for none.")
    names = ("earliest", "latest", "said_by")
    return tuple(
        Happened(**require_names(each, names, at="an interval", refusal=MalformedEntry)) for each in group
    )


def _correction_from(group: object) -> Correction | None:
    if group is None:
        return None
    names = ("act", "entry", "instance", "why")
    group = require_names(group, names, at="corrects", refusal=MalformedEntry)
    if group["act"] not in tuple(CorrectionAct):
        raise MalformedEntry(f"corrects.act is {group['act']!r}; it is `replaces` or `withdraws`.")
    return Correction(
        instance=group["instance"],
        entry=group["entry"],
        act=CorrectionAct(group["act"]),
        why=group["why"],
    )
