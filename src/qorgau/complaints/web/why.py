"""Why a clock of a case stands as it does: the rule, the arithmetic, the entries."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.facts.case import Case
from qorgau.complaints.web.clock_lines import ClockLine, clock_line
from qorgau.complaints.web.events import EventLine, event_lines
from qorgau.complaints.web.opening import seen_case
from qorgau.custody.facts.clocks import Clock
from qorgau.lawbook import Language
from qorgau.wording import explained, in_language, say, say_instant, say_span
from qorgau.wording.templatetags.wording import active_language


@permit("complaints.see")
@require_GET
def why(request: HttpRequest, complaint_id: str) -> HttpResponse:
    """Explain one clock; the address names the safeguard, the basis, the subject and when it began."""
    language = active_language()
    case = seen_case(actor_of(request), complaint_id, now=moment_of(request))
    clock = _asked(request, case)
    line = clock_line(clock, zone=case.zone, as_of=case.as_of, language=language)
    return render(
        request,
        "complaints/why.html",
        {
            "complaint_id": case.complaint,
            "number": case.number or case.complaint,
            "zone": case.zone,
            "as_of": case.as_of,
            "line": line,
            "rows": _rows(line, clock, case, language),
            "said": _said(clock, language),
            "entries": _entries(clock, case, language),
        },
    )


def _asked(request: HttpRequest, case: Case) -> Clock:
    wanted = tuple(request.GET.get(name, "") for name in ("safeguard", "basis", "subject"))
    began = request.GET.get("began", "")
    for each in case.clocks:
        named = (each.safeguard.id, each.basis.value, each.subject) == wanted
        if named and began in ("", str(each.clock.triggered.earliest)):
            return each
    raise Http404


def _rows(line: ClockLine, clock: Clock, case: Case, language: Language) -> list[tuple[str, str]]:
    passed = clock.clock.elapsed
    rows: list[tuple[str, Any]] = [
        ("basis", say(line.basis, language)),
        ("source", line.source),
        ("limit", line.limit),
        ("began", say_instant(line.triggered_at, case.zone, language)),
        ("due", say_instant(line.due_at, case.zone, language) if line.due_at is not None else ""),
        ("met", say_instant(line.met_at, case.zone, language) if line.met_at is not None else ""),
        ("passed", say_span(passed[1], language) if passed and not line.spare else ""),
    ]
    return [(say(f"complaints.why_{key}", language), value) for key, value in rows if value]


def _said(clock: Clock, language: Language) -> list[str]:
    rule, reason = clock.safeguard, clock.clock.reason
    said = [in_language(text, language) for text in (rule.explain, rule.interpretation) if text]
    if reason is not None:
        said.append(explained("reasons", reason.value, language, part="says"))
    if not clock.has_figure:
        said.append(say("complaints.why_no_figure", language))
    return said


def _entries(clock: Clock, case: Case, language: Language) -> list[EventLine]:
    ids = {f"e-{each}" for each in (*clock.clock.trigger_ids, *clock.clock.answer_ids)}
    return [each for each in event_lines(case, language) if each.anchor in ids]
