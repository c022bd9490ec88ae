"""Why a verdict is what it is: the line of law, the arithmetic, the entries, each source's word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.actions import answer_breach
from qorgau.custody.citing import cited
from qorgau.custody.entries import Outcome
from qorgau.custody.facts.record import CustodyRecord, ShownEntry, ShownVerdict
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.fields import long_text, said
from qorgau.custody.web.lines import has_figure, span_of, spare_of, times_of
from qorgau.custody.web.names import name_of
from qorgau.custody.web.record import seen_record
from qorgau.custody.web.titles import kind_title, source_title
from qorgau.lawbook import Language
from qorgau.safeguards import ClockVerdict, State
from qorgau.wording import explained, in_language, say, say_limit, say_span
from qorgau.wording.templatetags.wording import active_language


@dataclass(frozen=True, kw_only=True)
class Arithmetic:
    """One clock, step by step, in words."""

    state: State
    started: str
    limit: str
    due: str
    answered: str
    difference: str
    reason: str
    entries: tuple[ShownEntry, ...]


class AnswerForm(ActForm):
    """What followed from a breach."""

    outcome = forms.ChoiceField(
        label=said("custody.outcome"),
        choices=[(each.value, said(f"custody.outcome_{each.value}")) for each in Outcome],
        widget=forms.RadioSelect,
    )
    reason = long_text(label=said("custody.reason"))


@permit("custody.read")
@require_GET
def why(request: HttpRequest, custody_id: str) -> HttpResponse:
    """Explain one verdict; the address names the safeguard, the basis and the subject."""
    language = active_language()
    found = seen_record(actor_of(request), custody_id, now=moment_of(request))
    return render(request, "custody/why.html", _explained(found, _verdict(request, found), language))


@permit("custody.answer_breach")
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, custody_id: str) -> HttpResponse:
    """Say what followed from a breach or a lateness."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = seen_record(actor, custody_id, now=now)
    shown = _verdict(request, found)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_breach(
                actor, custody_id, safeguard=shown.safeguard.id, basis=shown.verdict.basis.value,
                outcome=Outcome(form.given("outcome")), reason=form.given("reason"), now=now,
                act_id=form.act,
            )  # fmt: skip
        except CustodyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("custody.answer_done", language))
            return redirect("custody:record", custody_id)
    context = {**_explained(found, shown, language), "form": form}
    return render(request, "custody/answer.html", context, status=422 if form.errors else 200)


def _verdict(request: HttpRequest, found: CustodyRecord) -> ShownVerdict:
    asked = tuple(request.GET.get(name, "") for name in ("safeguard", "basis", "subject"))
    for each in found.verdicts:
        verdict = each.verdict
        if (verdict.safeguard, verdict.basis.value) == asked[:2] and asked[2] in ("", verdict.subject):
            return each
    raise Http404


def _explained(found: CustodyRecord, shown: ShownVerdict, language: Language) -> dict[str, Any]:
    verdict, rule = shown.verdict, shown.safeguard
    return {
        "record": found,
        "zone": found.zone,
        "as_of": found.as_of,
        "name": name_of(found, language),
        "shown": shown,
        "rule": rule,
        "verdict": verdict,
        "says": in_language(rule.explain, language) if rule.explain else "",
        "reading": in_language(rule.interpretation, language) if rule.interpretation else "",
        "limit": say_limit(verdict.limit, language) if verdict.limit else "",
        "source": cited(verdict.limit.source, language) if verdict.limit else "",
        "articles": [cited(each, language) for each in rule.articles],
        "notes": [explained("notes", note.value, language, part="says") for note in sorted(verdict.notes)],
        "reason": explained("reasons", verdict.reason.value, language, part="says") if verdict.reason else "",
        "missing": ", ".join(in_language(kind_title(kind), language) for kind in verdict.missing),
        "arithmetic": [_arithmetic(clock, found, language) for clock in verdict.clocks],
        "by_word": _by_word(found, shown, language),
        "is_signed": rule.signed_off.get("lawyer") not in (None, "", "pending"),
    }


def _arithmetic(clock: ClockVerdict, found: CustodyRecord, language: Language) -> Arithmetic:
    ids = {*clock.trigger_ids, *clock.answer_ids}
    return Arithmetic(
        state=clock.state,
        started=span_of(clock.triggered, found.zone, language),
        limit=say_limit(clock.limit, language),
        due=span_of(clock.due, found.zone, language) if clock.due and has_figure(clock.limit) else "",
        answered=span_of(clock.met, found.zone, language) if clock.met else "",
        difference=spare_of(clock, found.as_of, language) or _elapsed(clock, language),
        reason=explained("reasons", clock.reason.value, language, part="says") if clock.reason else "",
        entries=tuple(entry for entry in found.timeline if entry.id in ids),
    )


def _elapsed(clock: ClockVerdict, language: Language) -> str:
    return say_span(clock.elapsed[1], language) if clock.elapsed else ""


def _by_word(found: CustodyRecord, shown: ShownVerdict, language: Language) -> list[dict[str, str]]:
    """The same rule by each source's own times, where they differ."""
    wanted = (shown.verdict.safeguard, shown.verdict.basis, shown.verdict.subject)
    lines = []
    for source, verdicts in found.by_word.items():
        for each in verdicts:
            verdict = each.verdict
            if (verdict.safeguard, verdict.basis, verdict.subject) == wanted:
                lines.append(
                    {
                        "who": source_title(source, language),
                        "state": verdict.state.value,
                        "times": times_of(verdict, found.zone, language),
                        "spare": spare_of(verdict, found.as_of, language),
                    }
                )
    return lines
