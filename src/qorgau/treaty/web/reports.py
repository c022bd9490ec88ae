"""Reports: the list of drafts, beginning one, its page, its first page, its files, and issuing it."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qorgau.access.actor import Actor
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.recording.drafts import new_entry_id
from qorgau.treaty.actions.issuing import issue_draft
from qorgau.treaty.actions.saving import COVER
from qorgau.treaty.actions.writing import discard_draft, new_draft, set_cover
from qorgau.treaty.queries import Asked, board, documents
from qorgau.treaty.queries.draft_periods import periods_of
from qorgau.treaty.queries.draft_rows import own_draft
from qorgau.treaty.queries.drafts import Rendered, drafts, issued, issued_file, kinds_for
from qorgau.treaty.queries.drafts import render as rendered
from qorgau.treaty.queries.evidence_figures import say_period
from qorgau.treaty.queries.reach import own_bodies
from qorgau.treaty.queries.second_person import has_second_person, wrote_any
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import country
from qorgau.treaty.web.draft_form import BasedForm, seen_draft, words_said
from qorgau.treaty.web.form import TreatyForm, few_of, one_line, one_of
from qorgau.treaty.web.opening import found_or_404
from qorgau.treaty.web.report_kept import moved_meanwhile
from qorgau.treaty.web.report_words import block_line
from qorgau.treaty.web.words import LANGUAGES, body_word, phrase
from qorgau.treaty.writing.blocks import Cover
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.setting import Form
from qorgau.wording import say, say_instant
from qorgau.wording.templatetags.wording import active_language

_MOST_DOCUMENTS = 300
_PARTED = re.compile(r"[,;\s]+")
_COVER = ("author", "number", "received_on", "session", "contact")


class NewForm(TreatyForm):
    """Which report, on which document, in which language."""

    kind = few_of("treaty.field_report_kind")
    document = one_of("treaty.field_report_document")
    language = few_of("treaty.field_language")
    periods = one_line("treaty.field_periods", required=False, hint="treaty.field_periods_hint")

    def __init__(self, *args: Any, actor: Actor, now: int, language: Language, **kwargs: Any) -> None:
        """Offer the kinds that the actor may write, and the documents that are tracked."""
        super().__init__(*args, **kwargs)
        kinds = kinds_for(actor)
        self.offer("kind", [(each.value, phrase("writing_kind", each.value, language)) for each in kinds])
        self.fields["kind"].initial = kinds[0].value
        self.offer("document", tracked_documents(actor, now=now), or_none=True)
        self.offer("language", [(code, title) for code, title in LANGUAGES.items() if code != "kk"])
        self.fields["language"].initial = "ru" if language is not Language.EN else "en"


class CoverForm(BasedForm):
    """What stands on the first page and follows from nothing else."""

    author = one_line("treaty.cover_author", required=False)
    number = one_line("treaty.cover_number", required=False, hint="treaty.cover_number_hint")
    received_on = one_line("treaty.cover_received", required=False, hint="treaty.cover_received_hint")
    session = one_line("treaty.cover_session", required=False)
    contact = one_line("treaty.cover_contact", required=False)


def tracked_documents(actor: Actor, *, now: int) -> list[tuple[str, str]]:
    """Documents whose recommendations are tracked: those that were taken in, and those of the catalogue."""
    found = {
        each.stem: each.symbol or each.title
        for each in documents(actor, size=_MOST_DOCUMENTS).lines
        if each.accepted
    }
    for line in board(actor, Asked(size=500, order="new"), as_of=now).lines:
        found.setdefault(line.stem, line.symbol or line.stem)
    return sorted(found.items(), key=lambda pair: pair[1])


@permit("treaty.see")
@require_GET
def reports_page(request: HttpRequest) -> HttpResponse:
    """The drafts of one's own body, and the reports that were issued."""
    actor, language = actor_of(request), active_language()
    writes = bool(kinds_for(actor))
    shown = {
        "may_write": writes,
        "drafts": [
            _line(each, each.saved_at, language)
            for each in (drafts(actor) if writes else ())
            if not each.issued
        ],
        "issued": [
            {**_line(each, each.issued_at, language), "is_ours": writes and each.body in own_bodies(actor)}
            for each in issued(actor)
        ],
        "forms": [each.value for each in Form],
    }
    return render(request, "treaty/reports.html", shown)


def _line(each: Any, at: int, language: Language) -> dict[str, Any]:
    return {
        "id": each.id,
        "kind": phrase("writing_kind", each.kind.value, language),
        "stem": each.stem,
        "language": LANGUAGES.get(each.language.value, each.language.value),
        "body": body_word(each.body, language),
        "when": say_instant(at, country(), language),
        "version": each.version,
        "words": each.words,
    }


@permit("treaty.see")
@require_http_methods(["GET", "POST"])
def new_page(request: HttpRequest) -> HttpResponse:
    """Begin a report: a block for each recommendation, filled with what the record has."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    if not kinds_for(actor):
        messages.error(request, say("treaty.writes_none", language))
        return redirect("treaty:reports")
    form = NewForm(request.POST or None, actor=actor, now=now, language=language, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            made = new_draft(
                actor,
                ReportKind(form.given("kind")),
                form.given("document"),
                Language(form.given("language")),
                now=now,
                act_id=form.act,
                periods=_PARTED.split(form.given("periods")),
            )
        except TreatyRefusal as refusal:
            form.refused(refusal)
        else:
            return redirect("treaty:report", made)
    return render(request, "treaty/new_report.html", {"form": form}, status=422 if form.errors else 200)


@permit("treaty.see")
@require_GET
def report_page(request: HttpRequest, draft_id: str) -> HttpResponse:
    """A draft, block by block, with its words against the limit."""
    actor, language = actor_of(request), active_language()
    found = seen_draft(actor, draft_id)
    blocks = [block_line(each, found.words.blocks.get(each.id, 0), language) for each in found.writing.blocks]
    cover = found.writing.cover
    shown = {
        "draft": found.line,
        "kind": phrase("writing_kind", found.line.kind.value, language),
        "words": words_said(found.words, language, found.writing),
        "act_id": new_entry_id(),
        "blocks": blocks,
        "unanswered": sum(1 for each in blocks if each["unanswered"]),
        "cover": [(say(f"treaty.cover_{_key(name)}", language), getattr(cover, name)) for name in _COVER],
        "periods": "; ".join(
            say_period(each, language) for each in periods_of(found.writing, now=found.line.begun_at)
        ),
        "saved": say_instant(found.line.saved_at, country(), language),
        "forms": [each.value for each in Form],
    }
    return render(request, "treaty/report.html", shown)


def _key(name: str) -> str:
    return "received" if name == "received_on" else name


@permit("treaty.see")
@require_http_methods(["GET", "POST"])
def cover_page(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Say what stands on the first page."""
    actor, now = actor_of(request), moment_of(request)
    found = seen_draft(actor, draft_id)
    initial = {"base": found.version, **{name: getattr(found.writing.cover, name) for name in _COVER}}
    form = CoverForm(request.POST or None, initial=initial)
    moved = None
    if request.method == "POST" and form.is_valid():
        try:
            set_cover(
                actor,
                draft_id,
                Cover(**{name: form.given(name) for name in _COVER}),
                base=form.based_on,
                now=now,
            )
        except TreatyRefusal as refusal:
            moved = moved_meanwhile(
                actor,
                draft_id,
                COVER,
                base=form.based_on,
                now_stands=found.version,
                language=active_language(),
            )
            form.refused(refusal)
        else:
            return redirect("treaty:report", draft_id)
    title = say("treaty.cover", active_language())
    shown = {"form": form, "draft": found.line, "title": title, "moved": moved}
    return render(request, "treaty/report_form.html", shown, status=422 if form.errors else 200)


@permit("treaty.see")
@require_http_methods(["GET", "POST"])
def issue_page(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Look once more, and issue: both files are fixed and can never be changed."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = seen_draft(actor, draft_id)
    form = BasedForm(request.POST or None, initial={"base": found.version})
    if request.method == "POST" and form.is_valid():
        try:
            issue_draft(actor, draft_id, base=form.based_on, now=now, act_id=form.act)
        except TreatyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("treaty.issued_now", language))
            return redirect("treaty:reports")
    shown = {
        "form": form,
        "draft": found.line,
        "words": words_said(found.words, language, found.writing),
        "second": _second(actor, draft_id, now=now),
        "unanswered": [
            each.asked.label for each in found.writing.blocks if each.is_unanswered and each.asked
        ],
    }
    return render(request, "treaty/issue.html", shown, status=422 if form.errors else 200)


def _second(actor: Actor, draft_id: str, *, now: int) -> str:
    """Whether a second person is needed to issue it, or there is none, or the actor is the second one ("")."""
    row = own_draft(actor, draft_id)
    if row.frozen or not wrote_any(actor, row):
        return ""
    return "needed" if has_second_person(actor, row, now=now) else "none"


@permit("treaty.see")
@require_POST
def discard(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Throw a draft away with all its versions."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    seen_draft(actor, draft_id)
    try:
        discard_draft(actor, draft_id, now=now)
        messages.success(request, say("treaty.discarded", language))
    except TreatyRefusal as refusal:
        messages.error(request, refusal.said(language))
        return redirect("treaty:report", draft_id)
    return redirect("treaty:reports")


@permit("treaty.see")
@require_GET
def file_page(request: HttpRequest, draft_id: str, form: str) -> HttpResponse:
    """The draft as a file, in any of its versions."""
    actor, version = actor_of(request), request.GET.get("version", "")
    seen_draft(actor, draft_id)
    with found_or_404():
        found = rendered(actor, draft_id, _form(form), version=int(version) if version.isdecimal() else None)
    return _attached(found)


@permit("treaty.see")
@require_GET
def issued_page(request: HttpRequest, report_id: str, form: str) -> HttpResponse:
    """The very bytes that were issued."""
    with found_or_404():
        return _attached(issued_file(actor_of(request), report_id, _form(form)))


def _form(name: str) -> Form:
    if name not in {each.value for each in Form}:
        raise Http404
    return Form(name)


def _attached(found: Rendered) -> HttpResponse:
    header = content_disposition_header(True, found.name) or "attachment"
    return HttpResponse(found.data, content_type=found.content_type, headers={"Content-Disposition": header})
