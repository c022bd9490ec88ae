"""The duty desk's pages: what waits, one enquiry, and what nobody answered in time."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from qorgau.access.actions.looking import note_list
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.fields import long_text, said
from qorgau.custody.web.titles import fact_word, place_titles
from qorgau.enquiries.actions import Decision, answer
from qorgau.enquiries.answer_text import home_zone
from qorgau.enquiries.entries import Asking, IdentityCheck
from qorgau.enquiries.models import EnquiryRow
from qorgau.enquiries.queries import (
    Candidate,
    asking_of,
    candidates,
    enquiry_of,
    unanswered,
    unanswered_count,
    waiting,
)
from qorgau.enquiries.refusal import EnquiryRefusal
from qorgau.lawbook import Language
from qorgau.places.queries import regions
from qorgau.wording import in_language, say, say_day, say_instant
from qorgau.wording.templatetags.wording import active_language

NOBODY = "nobody"


class AnswerForm(ActForm):
    """How it was made sure who asks, and who is meant."""

    check = forms.ChoiceField(
        label=said("enquiries.field_check"),
        widget=forms.RadioSelect,
        choices=[(each.value, said(f"enquiries.check_{each.value}")) for each in IdentityCheck],
    )
    reason = long_text(
        label=said("enquiries.field_reason"), help_text=said("enquiries.field_reason_hint"), required=False
    )
    custody = forms.ChoiceField(
        label=said("enquiries.field_custody"),
        help_text=said("enquiries.field_custody_hint"),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, matches: list[tuple[str, str]], **kwargs: Any) -> None:
        """The choices are those whom the search found, and nobody."""
        super().__init__(*args, **kwargs)
        none = (NOBODY, say("enquiries.nobody_of_these", active_language()))
        self.fields["custody"].choices = [*matches, none]  # type: ignore[attr-defined]

    def decision(self) -> Decision:
        """What was decided."""
        chosen = self.given("custody")
        return Decision(
            check=IdentityCheck(self.given("check")),
            reason=self.given("reason"),
            custody="" if chosen == NOBODY else chosen,
        )


@permit("enquiry.answer")
@require_GET
def desk_page(request: HttpRequest) -> HttpResponse:
    """The enquiries that wait, the one due first first."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    rows = waiting(actor, now=now)
    note_list(actor, "enquiry.answer", filters={}, rows=len(rows), now=now)
    shown = {
        "lines": lines_of(rows, language, now=now),
        "late": unanswered_count(actor, now=now),
        "zone": home_zone(),
    }
    return render(request, "enquiries/desk.html", shown)


@permit("enquiry.answer")
@require_http_methods(["GET", "POST"])
def answer_page(request: HttpRequest, enquiry_id: str) -> HttpResponse:
    """One enquiry: who asks, who is sought, who was found; sent, the answer is signed."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    try:
        row = enquiry_of(actor, enquiry_id)
    except EnquiryRefusal as refusal:
        raise Http404(refusal.said(language)) from refusal
    asking = asking_of(enquiry_id)
    if asking is None or (row.answered_at is not None and request.method == "GET"):
        messages.info(request, say("enquiries.answered_before", language))
        return redirect("enquiries:desk")
    form = AnswerForm(request.POST or None, matches=_matches(candidates(actor, asking, now=now), language))
    if request.method == "POST" and form.is_valid():
        try:
            readable = answer(actor, enquiry_id, form.decision(), now=now)
            when = say_instant(readable, home_zone(), language)
            messages.success(request, say("enquiries.answered", language, when=when))
            return redirect("enquiries:desk")
        except EnquiryRefusal as refusal:
            form.add_error(refusal.field or None, refusal.said(language))
    return render(request, "enquiries/answer.html", _page(row, asking, form, language, now=now))


@permit("enquiry.see")
@require_GET
def unanswered_page(request: HttpRequest) -> HttpResponse:
    """The findings: promised and not answered, or answered late. Nobody is named."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    rows = unanswered(actor, now=now)
    note_list(actor, "enquiry.see", filters={}, rows=len(rows), now=now)
    shown = {"lines": lines_of(rows, language, now=now), "zone": home_zone()}
    return render(request, "enquiries/unanswered.html", shown)


def lines_of(rows: list[EnquiryRow], language: Language, *, now: int) -> list[dict[str, Any]]:
    """The rows with their spans and the names of their regions."""
    known = regions()
    return [
        {
            "row": row,
            "region": in_language(known[row.region].title, language) if row.region in known else row.region,
            "waits": (row.answered_at or now) - row.received_at,
            "overdue": max(0, (row.answered_at or now) - row.due_at),
            "left": max(0, row.due_at - now),
        }
        for row in rows
    ]


def _page(
    row: EnquiryRow, asking: Asking, form: AnswerForm, language: Language, *, now: int
) -> dict[str, Any]:
    return {
        "line": lines_of([row], language, now=now)[0],
        "asking": asking,
        "relation": fact_word("relation", asking.relation, language),
        "born_on": _day(asking.born_on, language),
        "form": form,
        "zone": home_zone(),
    }


def _matches(found: tuple[Candidate, ...], language: Language) -> list[tuple[str, str]]:
    titles = place_titles((each.place for each in found), language)
    return [(each.custody, _match(each, titles.get(each.place, ""), language)) for each in found]


def _match(each: Candidate, place: str, language: Language) -> str:
    born = (
        say("enquiries.born", language, day=_day(each.born_on, language))
        if each.born_on
        else say("enquiries.born_unknown", language)
    )
    return say(
        "enquiries.match",
        language,
        name=each.name,
        born=born,
        place=place or say("enquiries.not_said", language),
        status=say(f"custody.status_{each.status}", language),
        likeness=each.likeness,
    )


def _day(written: str, language: Language) -> str:
    try:
        return say_day(date.fromisoformat(written), language)
    except ValueError:
        return written
