"""The course of a case: before which bodies it was, who holds it, and in one word where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qorgau.complaints.entries import (
    ACCOUNT,
    ASSIGNED,
    ASSIGNMENT_REFUSED,
    CLOSED,
    FORWARDED,
    HANDED_OVER,
    INVESTIGATION,
    PARTY_ENDED,
    PARTY_NAMED,
    RECUSED,
    RUN,
    RUN_OPENED,
    TAKEN,
    Status,
)
from qorgau.complaints.facts.case import Assignment
from qorgau.complaints.facts.known import Known
from qorgau.complaints.facts.runs import CRIMINAL
from qorgau.custody.facts.moments import at, named
from qorgau.procedures import Standing
from qorgau.recording.history import RecordedEntry

PATH_SIGN = ">"
_INVESTIGATIONS = ("InvestigationOpened", "InvestigationClosed")
UNKNOWN_OUTCOME, REFUSED_OUTCOME, CLOSED_OUTCOME = "unknown", "refused_by_court", "closed"


@dataclass(frozen=True, kw_only=True)
class Before:
    """A body that has the complaint before it, and how it came to it."""

    body: str
    how: str
    since: int


@dataclass(frozen=True, kw_only=True)
class Part:
    """An account that takes part in the case."""

    account: str
    part: str
    since: int
    until: int | None = None


def bodies_of(known: Known) -> tuple[Before, ...]:
    """Every body that received it, was given it, or reviews it; each once, by how it came to it first."""
    found: dict[str, Before] = {}
    for each in _comings(known):
        found.setdefault(each.body, each)
    return tuple(found.values())


def _comings(known: Known) -> Iterator[Before]:
    yield Before(body=known.lodged.entry.for_body, how="received", since=known.lodged_at)
    if lodged_with := str(known.lodged.entry.facts.get("lodged_with", "")):
        yield Before(body=lodged_with, how="received", since=known.lodged_at)
    for each in known.moments.ordered:
        kind, body = each.entry.kind, str(each.entry.facts.get("body", ""))
        if kind == FORWARDED and body:
            yield Before(body=body, how="forwarded", since=at(each))
        elif kind == ASSIGNED and body:
            yield Before(body=body, how="assigned", since=at(each))
        elif kind == RUN_OPENED:
            run_body = str(each.entry.facts.get("run_body", "") or each.entry.for_body)
            yield Before(body=run_body, how="procedure", since=at(each))


def in_charge(known: Known) -> str:
    """The body last put in charge of the investigation, or "" for none."""
    last = known.moments.last(ASSIGNED)
    return "" if last is None else str(last.entry.facts.get("body", ""))


def assignments_of(known: Known) -> tuple[Assignment, ...]:
    """Every giving of the case, to a body or an official, and every refusal; the earlier ends with the later."""
    found: list[Assignment] = []
    for each in known.moments.ordered:
        _take_in(found, each)
    return tuple(found)


def _take_in(found: list[Assignment], each: RecordedEntry) -> None:
    kind, facts, account = each.entry.kind, each.entry.facts, named(each, ACCOUNT)
    body, when = str(facts.get("body", "") or each.entry.for_body), at(each)
    if kind == ASSIGNMENT_REFUSED:
        path = tuple(part for part in str(facts.get("tie_path", "")).split(PATH_SIGN) if part)
        why = str(facts.get("refused_because", ""))
        found.append(
            Assignment(
                entry=each.entry.id, body=body, account="", since=when, refused=True, why=why, path=path
            )
        )
    elif kind == ASSIGNED:
        _end(found, when, account="")
        found.append(Assignment(entry=each.entry.id, body=body, account="", since=when))
    elif kind in (TAKEN, HANDED_OVER):
        if kind == HANDED_OVER:
            _end(found, when, account=str(facts.get("from_account", "")))
        found.append(Assignment(entry=each.entry.id, body=body, account=account, since=when))
    elif kind == RECUSED:
        _end(found, when, account=account)


def _end(found: list[Assignment], when: int, *, account: str) -> None:
    for number, each in enumerate(found):
        if not each.refused and each.until is None and each.account == account:
            found[number] = replace(each, until=when)


def parts_of(known: Known) -> tuple[Part, ...]:
    """Who takes part: whoever registered it, and those named since."""
    found: dict[str, Part] = {}
    if known.lodged.entry.by and not known.is_sealed:
        found[known.lodged.entry.by] = Part(
            account=known.lodged.entry.by, part="registered", since=known.lodged.entry.recorded
        )
    for each in known.all(PARTY_NAMED, PARTY_ENDED):
        account = named(each, ACCOUNT)
        if each.entry.kind == PARTY_NAMED:
            found[account] = Part(account=account, part=str(each.entry.facts.get("part", "")), since=at(each))
        elif account in found:
            found[account] = replace(found[account], until=at(each))
    return tuple(found.values())


def investigation_of(known: Known) -> str:
    """The investigation that assignments and officers' duties are counted for: the criminal run, or a named one."""
    for run in known.runs:
        if run.procedure.id.partition("/")[2] == CRIMINAL:
            return run.id
    stated = [named(each, INVESTIGATION) for each in known.moments.ordered if named(each, INVESTIGATION)]
    return stated[0] if stated else f"{known.complaint}-investigation"


@dataclass(frozen=True, kw_only=True)
class Where:
    """Where a complaint stands, since when, and how it ended."""

    status: Status
    since: int
    outcome: str
    ended_at: int | None


def where_of(known: Known, standings: tuple[Standing, ...]) -> Where:
    """The one word for lists; being withdrawn changes nothing about it."""
    status, since = _status(known, standings)
    ended = status is Status.ENDED
    return Where(
        status=status,
        since=since,
        outcome=_outcome(known, standings),
        ended_at=since if ended else None,
    )


def _status(known: Known, standings: tuple[Standing, ...]) -> tuple[Status, int]:
    closed = known.moments.last(CLOSED)
    running = [each for each in standings if not each.ended]
    if running:
        return Status.UNDER_WAY, min(each.opened for each in running)
    if standings:
        return Status.ENDED, max(each.since for each in standings)
    if closed is not None:
        return Status.ENDED, at(closed)
    return _before_any_run(known)


def _before_any_run(known: Known) -> tuple[Status, int]:
    if (told := _told_of_an_investigation(known)) is not None:
        return told
    sent_back, registered = known.sent_back_at, known.registered_at
    if sent_back is not None and (registered is None or registered < sent_back):
        return Status.SENT_BACK, sent_back
    if registered is None and known.is_outside:
        return Status.UNREGISTERED, known.lodged_at
    given = known.moments.last(ASSIGNED)
    if given is not None:
        return Status.ASSIGNED, at(given)
    if known.read_at is not None:
        return Status.OPENED, known.read_at
    return Status.RECEIVED, known.lodged_at


def _told_of_an_investigation(known: Known) -> tuple[Status, int] | None:
    """Of a case followed without a procedure: whether an investigation is said to run, or to be over."""
    last = known.moments.last(*_INVESTIGATIONS)
    if last is None:
        return None
    runs = last.entry.kind == _INVESTIGATIONS[0]
    return (Status.UNDER_WAY if runs else Status.ENDED), at(last)


def _outcome(known: Known, standings: tuple[Standing, ...]) -> str:
    """How it ended, in a code: the ground or the end of the run that ended last; "unknown" where nobody says."""
    ended = [each for each in standings if each.ended]
    if ended:
        last = max(ended, key=lambda each: each.since)
        ground = last.path[-1].event.ground if last.path else None
        return ground or last.stage
    if known.refused_by_court:
        return REFUSED_OUTCOME
    return CLOSED_OUTCOME if known.moments.any(CLOSED, _INVESTIGATIONS[1]) else UNKNOWN_OUTCOME


def run_object(each: RecordedEntry) -> str:
    """The run that an entry names, or ""."""
    return named(each, RUN)
