"""Whatever offers an entry of the inventory, the folds can read what the record takes."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.slices.places.people import IVS, NOW
from tests.slices.store import Store

from qorgau.ledger.refusal import LedgerRefusal
from qorgau.places import queries
from qorgau.places.details import place_facts
from qorgau.places.entries import place_rows, unit_rows
from qorgau.places.entry_rules import MalformedListing, check_listing
from qorgau.places.facts import LISTING
from qorgau.recording.drafts import Draft, new_entry_id
from qorgau.recording.history import RecordedEntry
from qorgau.recording.preparing import _entry
from qorgau.recording.record import record
from qorgau.recording.refusal import RecordingRefusal

FACTS = place_facts(IVS)


def draft(kind: str = "PlaceOpened", facts: dict[str, Any] | None = None, **objects: list[str]) -> Draft:
    named = objects or {"place": ["p"], LISTING: ["p"]}
    return Draft(
        id=new_entry_id(),
        kind=kind,
        recorded=NOW,
        for_body="police",
        objects=named,
        facts=FACTS if facts is None else facts,
    )


def test_a_place_as_the_acts_record_it_is_taken(store: Store) -> None:
    record([draft()], received=NOW)
    assert queries.place("p").capacity == 20


@pytest.mark.parametrize(
    "wrong",
    [
        draft(facts={}),
        draft(facts={**FACTS, "capacity": "20"}),
        draft(facts={**FACTS, "capacity": -1}),
        draft(facts={**FACTS, "official": "maybe"}),
        draft(facts={**FACTS, "zone": "Mars/Base"}),
        draft(facts={**FACTS, "for_whom": ["dragons"]}),
        draft(facts={**FACTS, "for_whom": "men"}),
        draft(facts={**FACTS, "warden": "somebody"}),
        draft(facts={**FACTS, "name_kk": " "}),
        draft("PlaceChanged", {"name_kk": "Жаңа"}),
        draft("PlaceChanged", {"cleared": ["kind"]}),
        draft(place=["p"], listing=["q"]),
        draft(place=["p", "q"], listing=["p", "q"]),
        draft("CellListed", {"name": "1"}, place=["p"], cell=["c", "d"], listing=["p"]),
        draft("CellListed", {}, place=["p"], cell=["c"], listing=["p"]),
        draft("UnitListed", {}, unit=["u"], listing=["u"]),
    ],
)
def test_an_entry_that_a_fold_could_not_read_is_refused(sqlite_store: Store, wrong: Draft) -> None:
    with pytest.raises(MalformedListing):
        record([wrong], received=NOW)


def test_an_entry_must_name_its_line_of_the_inventory(sqlite_store: Store) -> None:
    with pytest.raises(RecordingRefusal):
        record([draft(place=["p"])], received=NOW)


_NAMES = st.sampled_from(
    [*FACTS, "name", "unit", "cleared", "reason", "institution", "above", "accessible", "whatever"]
)
_VALUES = st.one_of(
    st.text(max_size=8), st.integers(-5, 3_000), st.sampled_from(["yes", "no", "men", "Asia/Almaty", "ivs"]),
    st.lists(st.sampled_from(["men", "capacity", "kind", "step_free", "x"]), max_size=3),
)  # fmt: skip
_KINDS = st.sampled_from(
    ["PlaceOpened", "PlaceChanged", "PlaceClosed", "CellListed", "CellClosed", "UnitListed"]
)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(
    acts=st.lists(
        st.tuples(_KINDS, st.booleans(), st.dictionaries(_NAMES, _VALUES, max_size=4), st.integers(0, 3)),
        max_size=6,
    )
)
def test_no_history_of_entries_that_passed_breaks_a_fold(
    acts: list[tuple[str, bool, dict[str, Any], int]],
) -> None:
    taken = []
    for kind, whole, facts, cell in acts:
        said = {**FACTS, "name": "1", "institution": "police", **facts} if whole else facts
        needed = set(FACTS) if kind != "CellListed" else {"name"}
        said = {name: value for name, value in said.items() if name in needed or name in facts}
        objects = {LISTING: ["p"], "unit" if kind == "UnitListed" else "place": ["p"]}
        if kind.startswith("Cell"):
            objects["cell"] = [f"c{cell}"]
        offered = draft(kind, said, **objects)
        try:
            check_listing(offered)
            entry = _entry(offered, personal={})
        except (MalformedListing, LedgerRefusal):
            continue
        taken.append(RecordedEntry(entry=entry, received=NOW, personal={}))
    rows = [*place_rows("p", taken), *unit_rows("p", taken)]
    assert len(rows) <= len(taken)
