"""Protection, reprisals, transfers, who takes part, and a wish to withdraw, which stops nothing."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Router, Status

from qorgau.access.request import actor_of
from qorgau.complaints import actions
from qorgau.complaints.api import answers, given
from qorgau.complaints.api.acting import (
    ACTED,
    CONFIRM,
    IDENTITY,
    MOVE,
    MOVE_OR_ASSIGN,
    MOVE_OR_EVIDENCE,
    CaseId,
    Key,
    ThingId,
    by,
    did,
    require_one,
)
from qorgau.complaints.api.reading import when_of

router = Router(tags=["complaints"])
Acted = Status[answers.CaseActAnswer]


@router.post(
    "/complaints/{complaint_id}/reprisals",
    response=ACTED,
    summary="Report a reprisal",
    openapi_extra=by(*MOVE_OR_EVIDENCE),
)
def reprisal(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.ReprisalGiven, Body(...)], key: Key
) -> Acted:
    """The procedure that looks into it begins with the report."""
    require_one(actor_of(request), MOVE_OR_EVIDENCE)
    when = when_of(asked.happened, complaint_id)
    return did(
        request,
        key,
        MOVE_OR_EVIDENCE,
        actions.report_reprisal,
        complaint_id,
        reasons=asked.reasons,
        established=asked.established,
        happened=when,
    )


@router.post(
    "/complaints/{complaint_id}/protection-wishes",
    response=ACTED,
    summary="Ask for a protection measure",
    openapi_extra=by(*MOVE_OR_EVIDENCE),
)
def ask_protection(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.MeasureGiven, Body(...)], key: Key
) -> Acted:
    """For the complainant, a witness or a family."""
    return did(
        request,
        key,
        MOVE_OR_EVIDENCE,
        actions.ask_protection,
        complaint_id,
        asked.measure,
        reasons=asked.reasons,
    )


@router.post(
    "/complaints/{complaint_id}/protections",
    response=ACTED,
    summary="Record that a protection measure was taken",
    openapi_extra=by(*MOVE_OR_EVIDENCE),
)
def protect(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.MeasureGiven, Body(...)], key: Key
) -> Acted:
    """Which, and why."""
    return did(
        request,
        key,
        MOVE_OR_EVIDENCE,
        actions.give_protection,
        complaint_id,
        asked.measure,
        reasons=asked.reasons,
    )


@router.post(
    "/complaints/{complaint_id}/transfer-wishes",
    response=ACTED,
    summary="Ask for a transfer to a place outside the accused body",
    openapi_extra=by(*MOVE_OR_EVIDENCE),
)
def transfer(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.ReasonsGiven, Body(...)], key: Key
) -> Acted:
    """The wish is an entry with its own time."""
    return did(request, key, MOVE_OR_EVIDENCE, actions.ask_transfer, complaint_id, reasons=asked.reasons)


@router.post(
    "/complaints/{complaint_id}/withdrawal-wishes",
    response=ACTED,
    summary="Record that the complainant asks to withdraw",
    openapi_extra=by(*MOVE_OR_EVIDENCE),
)
def withdraw(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.ReasonsGiven, Body(...)], key: Key
) -> Acted:
    """Nothing stops; the preventive mechanism is to speak with them in private."""
    return did(request, key, MOVE_OR_EVIDENCE, actions.withdrawal_asked, complaint_id, reasons=asked.reasons)


@router.post(
    "/complaints/{complaint_id}/contacts",
    response=ACTED,
    summary="Record that the mechanism spoke with the complainant",
    openapi_extra=by(*MOVE),
)
def contact(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.ReasonsGiven, Body(...)], key: Key
) -> Acted:
    """In private, after a wish to withdraw; only the preventive mechanism does."""
    return did(request, key, MOVE, actions.npm_contact, complaint_id, reasons=asked.reasons)


@router.post(
    "/complaints/{complaint_id}/links",
    response=ACTED,
    summary="Link two complaints about the same matter",
    openapi_extra=by(*MOVE_OR_ASSIGN),
)
def link(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.LinkGiven, Body(...)], key: Key
) -> Acted:
    """Each keeps its own course, clocks and receipt."""
    return did(request, key, MOVE_OR_ASSIGN, actions.link, complaint_id, asked.other, reasons=asked.reasons)


@router.post(
    "/complaints/{complaint_id}/parties",
    response=ACTED,
    summary="Let an account take part in the case",
    openapi_extra=by(*MOVE),
)
def name_party(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.PartyGiven, Body(...)], key: Key
) -> Acted:
    """A lawyer with a mandate, a doctor, an organisation."""
    return did(request, key, MOVE, actions.name_party, complaint_id, asked.account, asked.part)


@router.post(
    "/complaints/{complaint_id}/parties/{account_id}/endings",
    response=ACTED,
    summary="End an account's part in the case",
    openapi_extra=by(*MOVE),
)
def end_party(request: HttpRequest, complaint_id: CaseId, account_id: ThingId, key: Key) -> Acted:
    """What they entered stays."""
    return did(request, key, MOVE, actions.end_party, complaint_id, account_id)


@router.post(
    "/complaints/{complaint_id}/releases",
    response=ACTED,
    summary="Let another body know who complained",
    openapi_extra=by(*IDENTITY),
)
def release(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.ReleaseGiven, Body(...)], key: Key
) -> Acted:
    """On a ground that is named; the complainant may see the entry. To a body tied to the accused it waits (`waits`)."""
    return did(
        request,
        key,
        IDENTITY,
        actions.release_identity,
        complaint_id,
        asked.to_body,
        ground=asked.ground,
        reasons=asked.reasons,
    )


@router.post(
    "/complaints/{complaint_id}/entries/{entry_id}/confirmations",
    response=ACTED,
    summary="Confirm, as a second person, what waits for one",
    openapi_extra=by(*CONFIRM),
)
def confirm(request: HttpRequest, complaint_id: CaseId, entry_id: ThingId, key: Key) -> Acted:
    """A correction that would make a verdict milder, or telling a tied body who complained; never one's own."""
    return did(request, key, CONFIRM, actions.confirm_correction, complaint_id, entry_id)
