"""Acts of the desk: what programs enter. Each answers with the entry's commitment and signed promise."""

from __future__ import annotations

from typing import Annotated, TypeVar

from django.http import HttpRequest
from ninja import Body, Header, Path, Router, Status

from qorgau.access.permission import require
from qorgau.access.request import actor_of, moment_of
from qorgau.custody import actions
from qorgau.custody.api import answers, given, telling
from qorgau.custody.api.keys import KEY, act_of
from qorgau.custody.api.reading import (
    booking_of,
    entry_of,
    told_or_none,
    zone_of_custody,
    zone_of_place,
)

router = Router(tags=["custody"])
Key = Annotated[str | None, Header(None, alias="Idempotency-Key", **KEY)]
CustodyId = Annotated[given.Id, Path(...)]
EntryId = Annotated[given.Id, Path(...)]
_ADDED = {200: answers.AddedAnswer, 201: answers.AddedAnswer}
_CORRECTED = {200: answers.CorrectedAnswer, 201: answers.CorrectedAnswer}


@router.post(
    "/custodies",
    response={200: answers.BookedAnswer, 201: answers.BookedAnswer},
    summary="Register a person brought in",
    openapi_extra={"x-act": "custody.book"},
)
def book(
    request: HttpRequest, asked: Annotated[given.BookingGiven, Body(...)], key: Key
) -> Status[answers.BookedAnswer]:
    """One append of all the entries that the booking gives; 200 where the same key came in before."""
    actor = actor_of(request)
    require(actor, "custody.book")
    done = actions.book(
        actor,
        booking_of(asked),
        now=moment_of(request),
        act_id=act_of(actor, key),
        confirmed=asked.confirmed,
    )
    return _answer(telling.booked(done))


@router.post(
    "/custodies/{custody_id}/entries",
    response=_ADDED,
    summary="Add an entry",
    openapi_extra={"x-act": "custody.add"},
)
def add(
    request: HttpRequest, custody_id: CustodyId, asked: Annotated[given.EntryGiven, Body(...)], key: Key
) -> Status[answers.AddedAnswer]:
    """Add an entry by its kind's form; `{"kind": "MealGiven"}` happened now."""
    actor = actor_of(request)
    new = entry_of(asked, zone_of_custody(actor, custody_id))
    done = actions.add_entry(
        actor, custody_id, new, now=moment_of(request), act_id=act_of(actor, key), confirmed=asked.confirmed
    )
    return _answer(telling.added(done))


@router.post(
    "/custodies/{custody_id}/entries/{entry_id}/corrections",
    response=_CORRECTED,
    summary="Correct an entry",
    openapi_extra={"x-act": "custody.correct"},
)
def correct(
    request: HttpRequest,
    custody_id: CustodyId,
    entry_id: EntryId,
    asked: Annotated[given.CorrectionGiven, Body(...)],
    key: Key,
) -> Status[answers.CorrectedAnswer]:
    """Put another entry of the same kind in its place; the old one stays in sight."""
    actor = actor_of(request)
    require(actor, "custody.correct")
    done = actions.correct_entry(
        actor,
        custody_id,
        entry_id,
        entry_of(asked, zone_of_custody(actor, custody_id)),
        why=asked.why,
        now=moment_of(request),
        act_id=act_of(actor, key),
        confirmed=asked.confirmed,
    )
    return _answer(telling.corrected(done))


@router.post(
    "/custodies/{custody_id}/entries/{entry_id}/withdrawals",
    response=_CORRECTED,
    summary="Withdraw an entry",
    openapi_extra={"x-act": "custody.correct"},
)
def withdraw(
    request: HttpRequest,
    custody_id: CustodyId,
    entry_id: EntryId,
    asked: Annotated[given.WithdrawalGiven, Body(...)],
    key: Key,
) -> Status[answers.CorrectedAnswer]:
    """Withdraw an entry that should not have been made, and say why."""
    actor = actor_of(request)
    require(actor, "custody.correct")
    done = actions.withdraw_entry(
        actor, custody_id, entry_id, why=asked.why, now=moment_of(request), act_id=act_of(actor, key)
    )
    return _answer(telling.corrected(done))


@router.post(
    "/custodies/{custody_id}/entries/{entry_id}/confirmations",
    response=_ADDED,
    summary="Confirm a correction of somebody else",
    openapi_extra={"x-act": "custody.confirm_correction"},
)
def confirm(
    request: HttpRequest, custody_id: CustodyId, entry_id: EntryId, key: Key
) -> Status[answers.AddedAnswer]:
    """Confirm, as a second person, a correction that improves what is already due."""
    actor = actor_of(request)
    require(actor, "custody.confirm_correction")
    done = actions.confirm_correction(
        actor, custody_id, entry_id, now=moment_of(request), act_id=act_of(actor, key)
    )
    return _answer(telling.added(done))


@router.post(
    "/custodies/{custody_id}/breach-answers",
    response=_ADDED,
    summary="Answer a breach",
    openapi_extra={"x-act": "custody.answer_breach"},
)
def answer_breach(
    request: HttpRequest, custody_id: CustodyId, asked: Annotated[given.AnswerGiven, Body(...)], key: Key
) -> Status[answers.AddedAnswer]:
    """Say what followed from a breach: explained, referred, disciplined. It stays a breach."""
    actor = actor_of(request)
    require(actor, "custody.answer_breach")
    done = actions.answer_breach(
        actor, custody_id, now=moment_of(request), act_id=act_of(actor, key), **asked.model_dump()
    )
    return _answer(telling.added(done))


@router.post(
    "/custodies/{custody_id}/transfers",
    response=_ADDED,
    summary="Record that the person left for another place",
    openapi_extra={"x-act": "custody.add"},
)
def transfer(
    request: HttpRequest, custody_id: CustodyId, asked: Annotated[given.TransferGiven, Body(...)], key: Key
) -> Status[answers.AddedAnswer]:
    """Until the other place writes the arrival, the whereabouts are unconfirmed and that time runs."""
    actor = actor_of(request)
    done = actions.transfer(
        actor,
        custody_id,
        destination=asked.destination,
        left=told_or_none(asked.left, zone_of_custody(actor, custody_id), field="left"),
        in_charge=asked.in_charge,
        now=moment_of(request),
        act_id=act_of(actor, key),
    )
    return _answer(telling.added(done))


@router.post(
    "/custodies/{custody_id}/arrivals",
    response=_ADDED,
    summary="Record that the person arrived",
    openapi_extra={"x-act": "custody.move"},
)
def arrive(
    request: HttpRequest, custody_id: CustodyId, asked: Annotated[given.ArrivalGiven, Body(...)], key: Key
) -> Status[answers.AddedAnswer]:
    """The desk of the destination may write it, though it did not hold the person before."""
    actor = actor_of(request)
    require(actor, "custody.move")
    done = actions.arrive(
        actor,
        custody_id,
        place=asked.place,
        arrived=told_or_none(asked.arrived, zone_of_place(asked.place), field="arrived"),
        cell=asked.cell or "",
        now=moment_of(request),
        act_id=act_of(actor, key),
    )
    return _answer(telling.added(done))


@router.post(
    "/persons/{person_id}/joins",
    response=_ADDED,
    summary="Say that two persons are one",
    openapi_extra={"x-act": "custody.join"},
)
def join(
    request: HttpRequest,
    person_id: Annotated[given.Id, Path(...)],
    asked: Annotated[given.JoinGiven, Body(...)],
    key: Key,
) -> Status[answers.AddedAnswer]:
    """All custodies of the other person show under this one; both ids survive."""
    actor = actor_of(request)
    require(actor, "custody.join")
    done = actions.join_persons(
        actor,
        keep=person_id,
        other=asked.other,
        why=asked.why,
        now=moment_of(request),
        act_id=act_of(actor, key),
    )
    return _answer(telling.added(done))


@router.post(
    "/joins/{entry_id}/splits",
    response=_ADDED,
    summary="Undo a joining",
    openapi_extra={"x-act": "custody.join"},
)
def split(
    request: HttpRequest, entry_id: EntryId, asked: Annotated[given.WithdrawalGiven, Body(...)], key: Key
) -> Status[answers.AddedAnswer]:
    """Each custody shows again under the person it was entered for."""
    actor = actor_of(request)
    require(actor, "custody.join")
    done = actions.split_persons(
        actor, joined_entry=entry_id, why=asked.why, now=moment_of(request), act_id=act_of(actor, key)
    )
    return _answer(telling.added(done))


Told = TypeVar("Told", answers.BookedAnswer, answers.AddedAnswer, answers.CorrectedAnswer)


def _answer(told: Told) -> Status[Told]:
    return Status(201 if told.is_new else 200, told)
