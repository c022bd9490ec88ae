"""Each allegation against an officer with its own finding: of several none hides another, and none yet is pending."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qorgau.complaints.entries import FOUND, NAMED, OFFICER
from qorgau.complaints.facts.case import Charge
from qorgau.recording.history import RecordedEntry


def charges_of(officer: str, entries: Iterable[RecordedEntry]) -> tuple[Charge, ...]:
    """What is alleged against an officer and found, by the counted entries of one case in their order."""
    found: list[Charge] = []
    for each in entries:
        if officer in each.entry.objects.get(OFFICER, ()):
            _take_in(found, each)
    return tuple(found)


def _take_in(found: list[Charge], each: RecordedEntry) -> None:
    facts, row = each.entry.facts, int(each.entry.facts.get("file_row", 0))
    if each.entry.kind == NAMED:
        said = Charge(
            allegation=str(facts.get("allegation", "")), state=str(facts.get("finding_state", "")), row=row
        )
        _named(found, said)
    elif each.entry.kind == FOUND:
        _decided(found, row, str(facts.get("finding", "")))


def _named(found: list[Charge], said: Charge) -> None:
    place = _place(found, said.row)
    if place is None:
        found.append(said)
    elif said.allegation:
        found[place] = replace(found[place], allegation=said.allegation)


def _decided(found: list[Charge], row: int, finding: str) -> None:
    """The finding on the allegation of its row; a further one on the same allegation stands beside the first."""
    place = _place(found, row)
    if place is not None and not found[place].finding:
        found[place] = replace(found[place], finding=finding, state="")
    else:
        allegation = found[place].allegation if place is not None else ""
        found.append(Charge(allegation=allegation, finding=finding, row=row))


def _place(found: list[Charge], row: int) -> int | None:
    return next((place for place, each in enumerate(found) if each.row == row), None)
