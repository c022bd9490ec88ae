"""Correcting an entry, withdrawing it, and confirming a correction as a second person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from qorgau.access.actor import Actor
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.actions import Corrected, confirm_correction, correct_entry, withdraw_entry
from qorgau.custody.facts.record import CustodyRecord, ShownEntry
from qorgau.custody.kind_forms import form_of
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.adding import EntryForm
from qorgau.custody.web.fields import long_text, said, written
from qorgau.custody.web.lines import entry_line
from qorgau.custody.web.names import name_of
from qorgau.custody.web.record import seen_record
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language


class CorrectionForm(EntryForm):
    """The entry's own form, filled with what it says, and why it was wrong."""

    why = long_text(label=said("custody.why_wrong"))

    def __init__(self, *args: Any, entry: ShownEntry, **kwargs: Any) -> None:
        """Fill in what the entry says now."""
        super().__init__(*args, initial=_as_typed(entry, kwargs["record"]), **kwargs)
        self.order_fields(["why", *(name for name in self.fields if name != "why")])


class WithdrawalForm(ActForm):
    """Why the entry should not have been made."""

    why = long_text(label=said("custody.why_wrong"))


@permit("custody.correct")
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, custody_id: str, entry_id: str) -> HttpResponse:
    """Put a corrected entry beside one that was wrong."""
    actor, now = actor_of(request), moment_of(request)
    found, entry = _entry(actor, custody_id, entry_id, now=now)
    table = form_of(entry.kind)
    if table is None:
        raise Http404
    form = CorrectionForm(
        request.POST or None, form=table, record=found, actor=actor, entry=entry, prefix="new"
    )
    if request.method == "POST" and form.is_valid():
        done = _tried(
            form,
            lambda: correct_entry(
                actor, custody_id, entry_id, form.entry(), why=form.given("why"), now=now,
                act_id=form.act, confirmed=form.is_confirmed,
            ),
        )  # fmt: skip
        if done:
            return _back(request, done)
    return _page(request, found, entry, form=form, withdrawal=WithdrawalForm(prefix="withdraw"))


@permit("custody.correct")
@require_POST
def withdraw(request: HttpRequest, custody_id: str, entry_id: str) -> HttpResponse:
    """Withdraw an entry that should never have been made."""
    actor, now = actor_of(request), moment_of(request)
    found, entry = _entry(actor, custody_id, entry_id, now=now)
    withdrawal = WithdrawalForm(request.POST, prefix="withdraw")
    if withdrawal.is_valid():
        done = _tried(
            withdrawal,
            lambda: withdraw_entry(
                actor, custody_id, entry_id, why=withdrawal.given("why"), now=now, act_id=withdrawal.act
            ),
        )
        if done:
            return _back(request, done)
    table = form_of(entry.kind)
    form = (
        CorrectionForm(None, form=table, record=found, actor=actor, entry=entry, prefix="new")
        if table
        else None
    )
    return _page(request, found, entry, form=form, withdrawal=withdrawal)


@permit("custody.confirm_correction")
@require_POST
def confirm(request: HttpRequest, custody_id: str, entry_id: str) -> HttpResponse:
    """Confirm somebody else's correction; from then on it counts."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    act = ActForm(request.POST)
    try:
        confirm_correction(actor, custody_id, entry_id, now=now, act_id=act.act if act.is_valid() else None)
        messages.success(request, say("custody.confirmed", language))
    except CustodyRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect("custody:record", custody_id)


def _entry(actor: Actor, custody_id: str, entry_id: str, *, now: int) -> tuple[CustodyRecord, ShownEntry]:
    found = seen_record(actor, custody_id, now=now)
    entry = next((each for each in found.entries if each.id == entry_id and each.counts), None)
    if entry is None:
        raise Http404
    return found, entry


def _tried(form: ActForm, act: Callable[[], Corrected]) -> Corrected | None:
    try:
        return act()
    except CustodyRefusal as refusal:
        form.refused(refusal)
        return None


def _back(request: HttpRequest, done: Corrected) -> HttpResponse:
    language = active_language()
    if done.needs_confirmation:
        messages.warning(request, say("custody.corrected_waits", language))
    else:
        messages.success(request, say("custody.corrected_done", language))
    return redirect("custody:record", done.custody)


def _page(
    request: HttpRequest,
    found: CustodyRecord,
    entry: ShownEntry,
    *,
    form: CorrectionForm | None,
    withdrawal: WithdrawalForm,
) -> HttpResponse:
    language = active_language()
    shown = {
        "record": found,
        "name": name_of(found, language),
        "line": entry_line(entry, found, language, names={}, corrects=False),
        "form": form,
        "withdrawal": withdrawal,
    }
    failed = bool((form and form.errors) or withdrawal.errors)
    return render(request, "custody/correct.html", shown, status=422 if failed else 200)


def _as_typed(entry: ShownEntry, record: CustodyRecord) -> dict[str, Any]:
    typed: dict[str, Any] = {f"fact_{name}": value for name, value in entry.facts.items()}
    typed |= {f"personal_{name}": value for name, value in entry.personal.items()}
    if entry.happened:
        first = entry.happened[0]
        typed |= {"happened": written(first.earliest, record.zone), "said_by": first.said_by}
        if first.latest != first.earliest:
            typed["until"] = written(first.latest, record.zone)
    for role in ("place", "cell", "destination"):
        if ids := entry.objects.get(role):
            typed[role] = ids[0]
    return typed
