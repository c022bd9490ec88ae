"""Versions of a draft and their difference, and figures that read otherwise when they are counted again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qorgau.access.queries import account_names
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.recording.drafts import new_entry_id
from qorgau.treaty.actions.revising import correct_issued, restore_version
from qorgau.treaty.actions.writing import take_recounted
from qorgau.treaty.queries.drafts import difference, versions
from qorgau.treaty.queries.inserting import recounted
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import country
from qorgau.treaty.web.draft_form import BasedForm, seen_draft
from qorgau.treaty.web.form import TreatyForm
from qorgau.treaty.web.opening import found_or_404
from qorgau.treaty.web.report_words import difference_line, figure_line
from qorgau.treaty.web.words import phrase
from qorgau.treaty.writing.figures import FigureChange
from qorgau.wording import say, say_instant
from qorgau.wording.templatetags.wording import active_language


@permit("treaty.see")
@require_GET
def versions_page(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Every version, and what changed between two of them."""
    actor, language = actor_of(request), active_language()
    found = seen_draft(actor, draft_id)
    held = versions(actor, draft_id)
    names = account_names({each.account for each in held})
    older = _number(request, "older", max(1, found.version - 1))
    newer = _number(request, "newer", found.version)
    with found_or_404():
        changes = difference(actor, draft_id, older, newer)
    shown = {
        "draft": found.line,
        "act_id": new_entry_id(),
        "older": older,
        "newer": newer,
        "changes": [difference_line(each, language) for each in changes],
        "versions": [
            {
                "number": each.number,
                "who": names.get(each.account, ""),
                "when": say_instant(each.saved_at, country(), language),
                "what": phrase("writing_what", each.what, language),
                "blocks": ", ".join(each.blocks),
                "words": each.words,
            }
            for each in held
        ],
    }
    return render(request, "treaty/versions.html", shown)


class RestoreForm(BasedForm):
    """Which version to go back to."""

    number = forms.IntegerField(min_value=1)


@permit("treaty.see")
@require_POST
def restore(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Make an older version the next one."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    seen_draft(actor, draft_id)
    form = RestoreForm(request.POST)
    try:
        if form.is_valid():
            number = int(form.cleaned_data["number"])
            restore_version(actor, draft_id, number, base=form.based_on, now=now)
            messages.success(request, say("treaty.restored", language, number=number))
    except TreatyRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect("treaty:report_versions", draft_id)


@permit("treaty.see")
@require_POST
def correct(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Begin a new draft with all that an issued report says."""
    actor, now = actor_of(request), moment_of(request)
    seen_draft(actor, draft_id)
    form = TreatyForm(request.POST)
    try:
        made = correct_issued(actor, draft_id, now=now, act_id=form.act if form.is_valid() else None)
    except TreatyRefusal as refusal:
        messages.error(request, refusal.said(active_language()))
        return redirect("treaty:report", draft_id)
    return redirect("treaty:report", made)


def _number(request: HttpRequest, name: str, otherwise: int) -> int:
    typed = request.GET.get(name, "")
    return int(typed) if typed.isdecimal() and len(typed) <= 6 else otherwise


class RecountForm(BasedForm):
    """The changed figures that one has seen."""

    figures = forms.MultipleChoiceField(required=False)


@permit("treaty.see")
@require_http_methods(["GET", "POST"])
def recount_page(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Count every figure anew; what differs is shown before it is taken."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = seen_draft(actor, draft_id)
    changed = recounted(actor, draft_id, now=now)
    form = RecountForm(request.POST or None, initial={"base": found.version})
    field = form.fields["figures"]
    assert isinstance(field, forms.MultipleChoiceField)
    field.choices = [(each.before.id, each.before.title) for each in changed if each.after is not None]
    if request.method == "POST" and form.is_valid():
        try:
            take_recounted(actor, draft_id, form.several("figures"), base=form.based_on, now=now)
        except TreatyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("treaty.saved", language))
            return redirect("treaty:report", draft_id)
    shown = {
        "form": form,
        "draft": found.line,
        "version": found.version,
        "changes": [_change(each, language) for each in changed],
    }
    return render(request, "treaty/recount.html", shown, status=422 if form.errors else 200)


def _change(each: FigureChange, language: Language) -> dict[str, Any]:
    return {
        "id": each.before.id,
        "title": each.before.title,
        "blocks": ", ".join(f"§ {block}" for block in each.blocks),
        "before": figure_line(each.before, language),
        "after": figure_line(each.after, language) if each.after is not None else None,
    }
