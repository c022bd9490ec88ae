"""Documents: the list, taking one in, the reader's page, and what makes its recommendations tracked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qorgau.access.actor import Actor
from qorgau.access.permission import may
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.web.asked import number
from qorgau.custody.web.fields import said
from qorgau.lawbook import Language
from qorgau.reading.document import DocumentKind
from qorgau.reading.source import SourceError
from qorgau.treaty import actions
from qorgau.treaty.actions.documents import LARGEST_FILE
from qorgau.treaty.facts.told import DocumentLine, DocumentPage
from qorgau.treaty.facts.words import Fix, Sender
from qorgau.treaty.queries import document_file, documents
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book, country, today
from qorgau.treaty.web.form import TreatyForm, one_of
from qorgau.treaty.web.opening import found_or_404, seen_document
from qorgau.treaty.web.reader import mended_said, reader_of
from qorgau.treaty.web.words import body_word, committee_word, language_word, phrase
from qorgau.wording import say, say_day, say_instant, say_plural
from qorgau.wording.templatetags.wording import active_language

_LONGEST_NAME = 200
OF_A_PARAGRAPH = (Fix.PARAGRAPH_KIND, Fix.HEADING, Fix.PARAGRAPH_TEXT, Fix.SPLIT, Fix.JOIN)
"""What the margin of a paragraph offers to correct."""


class TakeForm(TreatyForm):
    """A file to take in."""

    file = forms.FileField(label=said("treaty.field_file"), help_text=said("treaty.field_file_hint"))
    sender = one_of("treaty.field_sender", required=False, hint="treaty.field_sender_hint")
    kind = one_of("treaty.field_kind", required=False, hint="treaty.field_kind_hint")
    held_back = forms.BooleanField(
        label=said("treaty.field_held_back"), required=False, help_text=said("treaty.field_held_back_hint")
    )

    def __init__(self, *args: Any, language: Language, **kwargs: Any) -> None:
        """Offer who it can be from."""
        super().__init__(*args, **kwargs)
        self.offer(
            "sender", [(each.value, phrase("sender", each.value, language)) for each in Sender], or_none=True
        )
        kinds = [("", say("treaty.kind_by_reader", language)), *_kinds(language)]
        self.offer("kind", kinds)


def _kinds(language: Language) -> list[tuple[str, str]]:
    """What a document can be, in words."""
    return [(each.value, phrase("document", each.value, language)) for each in DocumentKind]


@permit("treaty.see")
@require_GET
def documents_page(request: HttpRequest) -> HttpResponse:
    """The documents that the actor may see, the newest first."""
    actor, language, typed = actor_of(request), active_language(), request.GET.dict()
    senders = {each.value for each in Sender}
    kinds = {each.value for each in DocumentKind}
    found = documents(
        actor,
        sender=typed.get("sender", "") if typed.get("sender") in senders else "",
        kind=typed.get("kind", "") if typed.get("kind") in kinds else "",
        text=typed.get("text", "")[:_LONGEST_NAME],
        page=number(request, "page"),
    )
    shown = {
        "lines": [document_said(each, language) for each in found.lines],
        "total": found.total,
        "previous": found.page - 1 if found.page > 1 else None,
        "next": found.page + 1 if found.page < found.pages else None,
        "choices": _choices(typed, language),
        "text": typed.get("text", ""),
        "is_narrowed": any(typed.get(name) for name in ("sender", "kind", "text")),
        "may_take": may(actor, "treaty.take"),
    }
    return render(request, "treaty/documents.html", shown)


def _choices(typed: dict[str, str], language: Language) -> list[dict[str, Any]]:
    options = {
        "sender": [(each.value, phrase("sender", each.value, language)) for each in Sender],
        "kind": _kinds(language),
    }
    return [
        {
            "name": name,
            "title": say(f"treaty.filter_{name}", language),
            "options": words,
            "chosen": typed.get(name, ""),
            "blank": say("treaty.any", language),
        }
        for name, words in options.items()
    ]


def document_said(line: DocumentLine, language: Language) -> dict[str, Any]:
    """A document in a list."""
    return {
        "line": line,
        "kind": phrase("document", line.kind, language),
        "from": _from(line, language),
        "language": language_word(line.language, language),
        "is_to_track": line.recommendations > 0,
        "adopted": say_day(line.adopted, language) if line.adopted else "",
        "taken": say_instant(line.taken_at, country(), language),
        "body": body_word(line.body, language),
        "count": say_plural("treaty.count", line.recommendations, language),
        "corrections": say_plural("treaty.corrections", line.corrections, language)
        if line.corrections
        else "",
    }


def _from(line: DocumentLine, language: Language) -> str:
    """Who wrote it: a committee by its name, others by what they are and to whom they wrote."""
    sender = phrase("sender", line.sender.value, language)
    committee = committee_word(line.committee, language) if line.committee else ""
    if line.sender in (Sender.NGO, Sender.STATE) and committee:
        return say("treaty.from_to", language, sender=sender, committee=committee)
    return committee or sender


@permit("treaty.take")
@require_http_methods(["GET", "POST"])
def take_page(request: HttpRequest) -> HttpResponse:
    """Take a document in; it is read at once, and shown with how it was understood."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    form = TakeForm(request.POST or None, request.FILES or None, language=language)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            done = actions.take_document(
                actor,
                file.read(),
                name=str(file.name)[-_LONGEST_NAME:],
                held_back=bool(form.cleaned_data["held_back"]),
                sender=Sender(form.given("sender")) if form.given("sender") else None,
                kind=DocumentKind(form.given("kind")) if form.given("kind") else None,
                now=now,
            )
        except TreatyRefusal as refusal:
            form.refused(refusal)
        except SourceError as error:
            form.add_error("file", say("treaty.cannot_read", language, why=error.said(language)))
        else:
            key = "treaty.taken" if done.is_new else "treaty.taken_before"
            messages.success(request, say(key, language))
            return _taken(request, done.made)
    shown = {"form": form, "most_mebibytes": LARGEST_FILE // 2**20}
    return render(request, "treaty/take.html", shown, status=422 if form.errors else 200)


def _taken(request: HttpRequest, document_id: str) -> HttpResponse:
    """To the document; a script that sent the file is told the address, so that the page itself goes there."""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"to": reverse("treaty:document", args=[document_id])})
    return redirect("treaty:document", document_id)


@permit("treaty.take")
@require_POST
def take_catalogue(request: HttpRequest) -> HttpResponse:
    """Track what the law files hold, and what they know of what followed."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    try:
        for symbol in book().catalogue:
            actions.take_catalogue(actor, symbol, now=now)
            if may(actor, "treaty.assess") and symbol in book().follow_up:
                actions.take_follow_up(actor, symbol, now=now)
        messages.success(request, say("treaty.catalogue_taken", language))
    except TreatyRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect("treaty:board")


@permit("treaty.see")
@require_GET
def document_page(request: HttpRequest, document_id: str) -> HttpResponse:
    """One document, with notes in the margin and everything that can be corrected."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    page = seen_document(actor, document_id, now=now)
    shown = {
        **(read := reader_of(page, request.GET.dict(), language=language, to="treaty:recommendation")),
        "said": document_said(page.line, language),
        "corrections": mended_said(page.corrections, language),
        "misfits": mended_said(page.misfits, language),
        "may_correct": page.may_correct and not read["asked"].is_whole,
        "fixes": [each.value for each in OF_A_PARAGRAPH],
        "correct_href": reverse("treaty:correct", args=[page.line.id]),
        "document_kinds": _kinds(language),
        "untracked": len([each for each in page.document.recommendations if each.id not in page.tracked]),
        **_may(actor, page),
    }
    return render(request, "treaty/document.html", shown)


def _may(actor: Actor, page: DocumentPage) -> dict[str, bool]:
    takes = may(actor, "treaty.take")
    own = actor.body == page.line.body
    return {"may_take": takes, "may_publish": takes and own and page.line.held_back}


@permit("treaty.see")
@require_GET
def file_page(request: HttpRequest, document_id: str) -> HttpResponse:
    """The file itself, as it was taken in; always to be saved, never shown by the browser."""
    with found_or_404():
        found = document_file(actor_of(request), document_id)
    answer = HttpResponse(found.data, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = _attached(found.name)
    return answer


def _attached(name: str) -> str:
    from django.utils.http import content_disposition_header

    return content_disposition_header(True, name) or "attachment"


@permit("treaty.take")
@require_POST
def accept(request: HttpRequest, document_id: str) -> HttpResponse:
    """Track every recommendation of the document."""
    done = _did(
        request,
        document_id,
        lambda actor, key, now: actions.accept_document(actor, key, now=now),
        "treaty.accepted",
    )
    return redirect("treaty:document", done)


@permit("treaty.take")
@require_POST
def publish(request: HttpRequest, document_id: str) -> HttpResponse:
    """Let everybody see what one's own body held back."""

    def act(actor: Actor, key: str, now: int) -> object:
        return actions.publish_document(actor, key, on=today(country(), now), now=now)

    return redirect("treaty:document", _did(request, document_id, act, "treaty.published_now"))


@permit("treaty.take")
@require_POST
def read_again(request: HttpRequest, document_id: str) -> HttpResponse:
    """Read the kept file by the present program, as another kind of document where one is chosen; corrections stay."""
    chosen = request.POST.get("kind", "")
    kind = DocumentKind(chosen) if chosen in {each.value for each in DocumentKind} else None
    done = _did(
        request,
        document_id,
        lambda actor, key, now: actions.read_again(actor, key, kind=kind, now=now),
        "treaty.read_anew",
    )
    return redirect("treaty:document", done)


def _did(request: HttpRequest, document_id: str, act: Callable[[Actor, str, int], object], key: str) -> str:
    """Carry out a button's act and say how it went; gives the document's id."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    page = seen_document(actor, document_id, now=now)
    try:
        act(actor, page.line.id, now)
        messages.success(request, say(key, language))
    except TreatyRefusal as refusal:
        messages.error(request, refusal.said(language))
    except SourceError as error:
        messages.error(request, say("treaty.cannot_read", language, why=error.said(language)))
    return page.line.id
