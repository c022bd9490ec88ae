"""Which exception is which problem."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from qorgau.complaints.refusal import ComplaintRefusal, MoveRefused, NoSuchComplaint, TiedBody
from qorgau.custody.importing.faults import (
    ImportTooLarge,
    RowsRefused,
    UnknownImportForm,
    UnreadableImport,
)
from qorgau.custody.refusal import CustodyRefusal, NeedsConfirmation, NoSuchCustody
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.mailboxes.ciphertexts import CiphertextAltered
from qorgau.places.faults import Unfit
from qorgau.places.queries import NotListed
from qorgau.places.typed import Untyped
from qorgau.portal.api.problems import Fault, Problem, Refused, answer, asked_language
from qorgau.portal.api.token_door import TooOften
from qorgau.reading.source import SourceError
from qorgau.recording.record import EntryConflict
from qorgau.recording.refusal import RecordingRefusal
from qorgau.treaty.actions.saving import DraftMoved
from qorgau.treaty.exporting.writing import MadeForAnother
from qorgau.treaty.refusal import NoSuchDocument, NoSuchRecommendation, NoSuchThing, TreatyRefusal
from qorgau.wording import in_language, say

_LOG = logging.getLogger("qorgau.api")
_SAID = frozenset({
    "missing", "extra_forbidden", "string_too_long", "string_too_short", "string_type", "string_unicode",
    "string_pattern_mismatch", "int_type", "int_parsing", "enum", "bool_parsing", "bool_type", "list_type",
    "dict_type", "model_attributes_type", "too_long", "greater_than_equal", "less_than_equal",
})  # fmt: skip
"""Faults of form that have a sentence of their own (api.form_...); others share one."""


_SENT_BEFORE = ("complaints.sent_before", "treaty.sent_before")


def refuse_by(api: NinjaAPI) -> None:
    """Answer every exception of the rooms below with its problem."""
    for kind, told in _PROBLEMS.items():
        api.add_exception_handler(kind, _handler(told))


def _handler(
    told: Callable[[HttpRequest, Any], Refused],
) -> Callable[[HttpRequest, Any], HttpResponse]:
    return lambda request, error: answer(request, told(request, error))


def _no_token(request: HttpRequest, _error: AuthenticationError) -> Refused:
    return Refused(problem=Problem.NO_TOKEN, headers={"WWW-Authenticate": 'Bearer realm="qorgau"'})


def _not_permitted(request: HttpRequest, error: PermissionDenied) -> Refused:
    act = getattr(error, "act", "")
    return Refused(problem=Problem.NOT_PERMITTED, detail=str(error), more={"act": act} if act else {})


def _not_found(request: HttpRequest, error: Exception) -> Refused:
    if isinstance(error, CustodyRefusal | ComplaintRefusal | TreatyRefusal):
        return Refused(problem=Problem.NOT_FOUND, detail=error.said(asked_language(request)))
    return Refused(problem=Problem.NOT_FOUND)


def _custody(request: HttpRequest, error: CustodyRefusal) -> Refused:
    said = error.said(asked_language(request))
    return Refused(problem=Problem.UNFIT, detail=said, faults=[Fault(field=error.field, said=said)])


def _said_of_a_field(request: HttpRequest, error: ComplaintRefusal | TreatyRefusal) -> Refused:
    if error.key in _SENT_BEFORE:
        return Refused(problem=Problem.KEY_USED)
    said = error.said(asked_language(request))
    return Refused(problem=Problem.UNFIT, detail=said, faults=[Fault(field=error.field, said=said)])


def _moved(request: HttpRequest, error: DraftMoved) -> Refused:
    """The version that stands now, to be looked at first."""
    return Refused(
        problem=Problem.MOVED_MEANWHILE,
        detail=error.said(asked_language(request)),
        more={"version": error.version},
    )


def _no_document(request: HttpRequest, error: SourceError) -> Refused:
    """The reader's own sentences in the asker's language."""
    said = error.said(asked_language(request))
    return Refused(problem=Problem.UNFIT, detail=said, faults=[Fault(field="file", said=said)])


def _tied(request: HttpRequest, error: TiedBody) -> Refused:
    """The way that ties the body to the accused, and the entry that keeps the refusal."""
    said = error.said(asked_language(request))
    return Refused(
        problem=Problem.TIED_BODY,
        detail=said,
        faults=[Fault(field=error.field, said=said)],
        more={"path": list(error.path), "entry": error.entry},
    )


def _move_refused(request: HttpRequest, error: MoveRefused) -> Refused:
    language = asked_language(request)
    return Refused(
        problem=Problem.MOVE_REFUSED,
        detail=error.said(language),
        faults=[Fault(field="move", said=in_language(each, language)) for each in error.why],
        more={"path": list(error.path)},
    )


def _unconfirmed(request: HttpRequest, error: NeedsConfirmation) -> Refused:
    language = asked_language(request)
    faults = [Fault(field=each.field, said=each.said(language)) for each in error.warnings]
    return Refused(problem=Problem.NEEDS_CONFIRMATION, faults=faults)


def _place(request: HttpRequest, error: Unfit) -> Refused:
    language = asked_language(request)
    faults = [Fault(field=each.where, said=each.said(language)) for each in error.faults]
    return Refused(problem=Problem.UNFIT, faults=faults)


def _untyped(request: HttpRequest, error: Untyped) -> Refused:
    said = error.fault.said(asked_language(request))
    return Refused(problem=Problem.UNFIT, faults=[Fault(field=error.fault.where, said=said)])


def _form(request: HttpRequest, error: ValidationError) -> Refused:
    language = asked_language(request)
    faults = [Fault(field=_place_of(each["loc"]), said=_said(each, language)) for each in error.errors[:100]]
    return Refused(problem=Problem.UNFIT, faults=faults)


def _place_of(location: tuple[Any, ...]) -> str:
    """`body.happened.0.at`, without the names that only our own code knows."""
    parts = [str(part) for part in location if str(part) not in {"asked", "body", "query", "path"}]
    return ".".join(parts)[:200]


def _said(each: dict[str, Any], language: Any) -> str:
    word = each["type"] if each["type"] in _SAID else "other"
    limits = {name: value for name, value in each.get("ctx", {}).items() if isinstance(value, int | str)}
    named = {"max_length": "", "min_length": "", "ge": "", "le": "", "expected": ""}
    return say(f"api.form_{word}", language, **{**named, **limits})


def _unreadable(request: HttpRequest, error: Exception) -> Refused:
    return Refused(problem=Problem.UNREADABLE)


def _http(request: HttpRequest, error: HttpError) -> Refused:
    known = {each.status: each for each in reversed(Problem)}
    return Refused(problem=known.get(error.status_code, Problem.UNREADABLE))


def _too_large(request: HttpRequest, error: Exception) -> Refused:
    said = error.said(asked_language(request)) if isinstance(error, ImportTooLarge) else ""
    return Refused(problem=Problem.TOO_LARGE, detail=said)


def _unknown_form(request: HttpRequest, error: UnknownImportForm) -> Refused:
    return Refused(problem=Problem.UNKNOWN_FORM)


def _unreadable_import(request: HttpRequest, error: UnreadableImport) -> Refused:
    language = asked_language(request)
    said = error.said(language)
    return Refused(
        problem=Problem.UNREADABLE, detail=said, faults=[Fault(field=error.field, said=said, row=error.row)]
    )


def _rows(request: HttpRequest, error: RowsRefused) -> Refused:
    language = asked_language(request)
    faults = [Fault(field=each.column, said=each.said(language), row=each.row) for each in error.shown]
    return Refused(
        problem=Problem.UNFIT,
        detail=error.said(language),
        faults=faults,
        more={"rows": error.rows, "rows_refused": error.rows_refused, "faults": len(error.faults)},
    )


def _key_used(request: HttpRequest, error: EntryConflict) -> Refused:
    return Refused(problem=Problem.KEY_USED)


def _not_recorded(request: HttpRequest, error: Exception) -> Refused:
    return Refused(problem=Problem.NOT_RECORDED, detail=str(error))


def _altered(request: HttpRequest, error: CiphertextAltered) -> Refused:
    said = error.said(asked_language(request))
    return Refused(problem=Problem.ALTERED, detail=said, more={"sha256": error.sha256})


def _too_often(request: HttpRequest, error: TooOften) -> Refused:
    return Refused(problem=Problem.TOO_OFTEN, headers={"Retry-After": str(error.seconds)})


def _not_now(request: HttpRequest, error: Exception) -> Refused:
    _LOG.warning("The record could not be asked: %s", type(error).__name__)
    return Refused(problem=Problem.NOT_NOW, headers={"Retry-After": "5"})


def _made_for_another(request: HttpRequest, error: MadeForAnother) -> Refused:
    return Refused(
        problem=Problem.NOT_NOW,
        detail=error.said(asked_language(request)),
        headers={"Retry-After": str(error.SECONDS)},
    )


def _out_of_time(request: HttpRequest, error: OverflowError) -> Refused:
    said = say("api.out_of_time", asked_language(request))
    return Refused(problem=Problem.UNFIT, detail=said, faults=[Fault(field="", said=said)])


def _our_fault(request: HttpRequest, error: Exception) -> Refused:
    # Without what the request carried: it may name somebody.
    _LOG.error("A request of the API failed: %s %s", request.method, request.resolver_match, exc_info=error)
    return Refused(problem=Problem.OUR_FAULT)


_PROBLEMS: dict[type[Exception], Callable[[HttpRequest, Any], Refused]] = {
    AuthenticationError: _no_token,
    PermissionDenied: _not_permitted,
    Http404: _not_found,
    NoSuchCustody: _not_found,
    NoSuchComplaint: _not_found,
    TiedBody: _tied,
    MoveRefused: _move_refused,
    ComplaintRefusal: _said_of_a_field,
    NoSuchDocument: _not_found,
    NoSuchRecommendation: _not_found,
    NoSuchThing: _not_found,
    DraftMoved: _moved,
    MadeForAnother: _made_for_another,
    TreatyRefusal: _said_of_a_field,
    SourceError: _no_document,
    NotListed: _not_found,
    NeedsConfirmation: _unconfirmed,
    CustodyRefusal: _custody,
    Unfit: _place,
    Untyped: _untyped,
    ValidationError: _form,
    HttpError: _http,
    UnreadablePostError: _unreadable,
    RequestDataTooBig: _too_large,
    ImportTooLarge: _too_large,
    UnknownImportForm: _unknown_form,
    UnreadableImport: _unreadable_import,
    RowsRefused: _rows,
    EntryConflict: _key_used,
    CiphertextAltered: _altered,
    RecordingRefusal: _not_recorded,
    LedgerRefusal: _not_recorded,
    TooOften: _too_often,
    OperationalError: _not_now,
    InterfaceError: _not_now,
    OverflowError: _out_of_time,
    Exception: _our_fault,
}
