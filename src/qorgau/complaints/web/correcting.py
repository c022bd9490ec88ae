"""Correcting an entry of a case, withdrawing it, and confirming a correction as a second person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.actions import Corrected, Done, confirm_correction, correct_entry, withdraw_entry
from qorgau.complaints.actions.restating import CODED_BODIES, changeable
from qorgau.complaints.facts.case import Case, CaseEntry
from qorgau.complaints.facts.corrections import can_be_withdrawn
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.complaints.web.case_form import CaseForm, moment
from qorgau.complaints.web.choosing import body_choices, fact_choices
from qorgau.complaints.web.events import entry_line
from qorgau.complaints.web.opening import seen_case
from qorgau.complaints.web.words import personal_title
from qorgau.custody.kind_forms import Asks, fact_known
from qorgau.custody.web.fields import long_text, said, written
from qorgau.lawbook import Language
from qorgau.wording import in_language, say
from qorgau.wording.templatetags.wording import active_language

_LONG = frozenset({"narrative", "reasons", "description"})


class WithdrawalForm(CaseForm):
    """Why the entry should not have been made."""

    why = long_text(label=said("custody.why_wrong"))


class CorrectionForm(CaseForm):
    """What the entry says now, to be set right, and why it was wrong."""

    why = long_text(label=said("custody.why_wrong"))
    happened = moment("complaints.happened")

    def __init__(self, *args: Any, entry: CaseEntry, case: Case, **kwargs: Any) -> None:
        """Fill in what the entry says."""
        super().__init__(*args, **kwargs)
        self.entry, self.case = entry, case
        self.codes = changeable(entry.kind, entry.facts)
        if entry.happened:
            self.fields["happened"].initial = written(entry.happened[0].earliest, case.zone)
        for name in self.codes:
            self.fields[f"fact_{name}"] = _code(name, str(entry.facts.get(name, "")), active_language())
        for person, own in entry.personal.items():
            for name, text in own.items():
                self.fields[f"text_{person}_{name}"] = _text(name, str(text), active_language())

    def corrected(self, *, said_by: str) -> Corrected:
        """What was typed; a time that was left as it is stays to the second."""
        return Corrected(
            happened=self._moved(said_by),
            facts={name: self._code(name) for name in self.codes},
            texts={
                person: {name: self.given(f"text_{person}_{name}") for name in own}
                for person, own in self.entry.personal.items()
            },
        )

    def _moved(self, said_by: str) -> Any:
        told = self.entry.happened
        if told and self.given("happened") == written(told[0].earliest, self.case.zone):
            return None
        return self.when("happened", self.case.zone, said_by=said_by)

    def _code(self, name: str) -> str:
        found = self.cleaned_data.get(f"fact_{name}")
        return found.isoformat() if isinstance(found, date) else str(found or "")


def _code(name: str, value: str, language: Language) -> forms.Field:
    known = fact_known(name)
    if known is None:
        raise Http404
    label = in_language(known.title, language).capitalize()
    asked: dict[str, Any] = {"label": label, "initial": value, "required": False}
    if name in CODED_BODIES:
        return forms.ChoiceField(choices=[("", "–"), *body_choices(language)], **asked)
    if known.sort is Asks.WORD:
        return forms.ChoiceField(choices=[("", "–"), *fact_choices(name, language)], **asked)
    if known.sort is Asks.YES_NO:
        return forms.ChoiceField(
            choices=[("", "–"), ("yes", say("yes", language)), ("no", say("no", language))], **asked
        )
    return forms.DateField(**asked) if known.sort is Asks.DATE else forms.CharField(max_length=64, **asked)


def _text(name: str, value: str, language: Language) -> forms.Field:
    asked: dict[str, Any] = {
        "label": personal_title(name, language), "initial": value, "required": False,
    }  # fmt: skip
    return long_text(**asked) if name in _LONG else forms.CharField(max_length=4000, **asked)


@permit("complaints.correct")
@require_http_methods(["GET", "POST"])
def correct_page(request: HttpRequest, complaint_id: str, entry_id: str) -> HttpResponse:
    """Put a corrected entry beside one that was wrong."""
    actor, now = actor_of(request), moment_of(request)
    case, entry = _entry(request, complaint_id, entry_id)
    form = CorrectionForm(request.POST or None, entry=entry, case=case, prefix="new")
    if request.method == "POST" and form.is_valid():
        done = _tried(
            form,
            lambda: correct_entry(
                actor, complaint_id, entry_id, form.corrected(said_by=actor.said_by),
                why=form.given("why"), now=now, act_id=form.act,
            ),
        )  # fmt: skip
        if done:
            return _back(request, done)
    return _page(request, case, entry, form=form, withdrawal=WithdrawalForm(prefix="withdraw"))


@permit("complaints.correct")
@require_POST
def withdraw(request: HttpRequest, complaint_id: str, entry_id: str) -> HttpResponse:
    """Withdraw an entry that should never have been made."""
    actor, now = actor_of(request), moment_of(request)
    case, entry = _entry(request, complaint_id, entry_id)
    form = WithdrawalForm(request.POST, prefix="withdraw")
    if form.is_valid():
        done = _tried(
            form,
            lambda: withdraw_entry(
                actor, complaint_id, entry_id, why=form.given("why"), now=now, act_id=form.act
            ),
        )
        if done:
            return _back(request, done)
    fresh = CorrectionForm(None, entry=entry, case=case, prefix="new")
    return _page(request, case, entry, form=fresh, withdrawal=form)


@permit("complaints.confirm_correction")
@require_POST
def confirm(request: HttpRequest, complaint_id: str, entry_id: str) -> HttpResponse:
    """Confirm somebody else's correction; from then on it counts."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    seen_case(actor, complaint_id, now=now)
    form = CaseForm(request.POST)
    try:
        confirm_correction(
            actor, complaint_id, entry_id, now=now, act_id=form.act if form.is_valid() else None
        )
        messages.success(request, say("complaints.second_confirmed", language))
    except ComplaintRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect("complaints:case", complaint_id)


def _entry(request: HttpRequest, complaint_id: str, entry_id: str) -> tuple[Case, CaseEntry]:
    """The case and an entry of it that the actor may correct; anything else is not there."""
    case = seen_case(actor_of(request), complaint_id, now=moment_of(request))
    entry = next((each for each in case.entries if each.id == entry_id and each.may_correct), None)
    if entry is None:
        raise Http404
    return case, entry


def _tried(form: CaseForm, act: Callable[[], Done]) -> Done | None:
    try:
        return act()
    except ComplaintRefusal as refusal:
        form.refused(refusal)
        return None


def _back(request: HttpRequest, done: Done) -> HttpResponse:
    language = active_language()
    if done.improves:
        messages.warning(request, say("custody.corrected_waits", language))
    else:
        messages.success(request, say("custody.corrected_done", language))
    return redirect("complaints:case", done.complaint)


def _page(
    request: HttpRequest, case: Case, entry: CaseEntry, *, form: CorrectionForm, withdrawal: WithdrawalForm
) -> HttpResponse:
    shown = {
        "complaint_id": case.complaint,
        "number": case.number or case.complaint,
        "entry_id": entry.id,
        "line": entry_line(entry, case, active_language()),
        "form": form,
        "withdrawal": withdrawal if can_be_withdrawn(entry.kind) else None,
    }
    failed = bool((form.is_bound and form.errors) or (withdrawal.is_bound and withdrawal.errors))
    return render(request, "complaints/correct.html", shown, status=422 if failed else 200)
