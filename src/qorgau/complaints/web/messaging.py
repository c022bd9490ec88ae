"""Sealed answers of a body: the file that the opener wrote goes into the complainant's mailbox unread."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files import File
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from qorgau.access.actor import Actor
from qorgau.access.permission import may
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.actions.answering import require_may_answer
from qorgau.complaints.facts.case import Case
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.complaints.web.altered import says_if_altered
from qorgau.complaints.web.opening import seen_case
from qorgau.custody.web.fields import said
from qorgau.lawbook import Language
from qorgau.mailboxes import ciphertexts
from qorgau.mailboxes import queries as mailboxes
from qorgau.mailboxes.actions import SealedMessage, send_message
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.sealing.envelope import ciphertext_from
from qorgau.sealing.refusal import SealingRefusal
from qorgau.wording import say, say_instant
from qorgau.wording.templatetags.wording import active_language

_LARGEST = 512 * 1024
_SEALED = b"age-encryption.org/v1\n"


class NotSealed(ValueError):  # noqa: N818 - read aloud: "not sealed"
    """A file that anybody could read was about to be stored."""


class MessageForm(forms.Form):
    """The sealed answer."""

    sealed = forms.FileField(
        label=said("complaints.message_text"), help_text=said("complaints.message_file_hint")
    )


def messages_of(case: Case, actor: Actor, language: Language) -> dict[str, Any]:
    """The mailbox of a case, for a body that may write to it."""
    at = mailboxes.whereabouts(case.complaint)
    if mailboxes.envelope(case.complaint) is None or not may(actor, "complaints.mailbox", at=at):
        return {"has_mailbox": False}
    lines = [
        {
            "id": row.message_id,
            "direction": say(
                "complaints.message_to"
                if row.direction == mailboxes.TO_MAILBOX
                else "complaints.message_from",
                language,
            ),
            "when": say_instant(row.hour, case.zone, language),
        }
        for row in mailboxes.complaint_messages(actor, case.complaint)
    ]
    refused = _why_not_answer(case, actor, language)
    form = None if refused else MessageForm()
    return {"has_mailbox": True, "box_messages": lines, "message_form": form, "message_refused": refused}


def _why_not_answer(case: Case, actor: Actor, language: Language) -> str:
    """Why this actor does not speak for the case; "" where they may."""
    try:
        require_may_answer(actor, case.complaint, case.as_of)
    except ComplaintRefusal as refusal:
        return refusal.said(language)
    return ""


@permit("complaints.mailbox")
@require_POST
def send(request: HttpRequest, complaint_id: str) -> HttpResponse:
    """Put the sealed file into the mailbox; one that is not sealed is refused and not kept."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    seen_case(actor, complaint_id, now=now)
    form = MessageForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise NotSealed
        send_message(actor, complaint_id, _sealed(form.cleaned_data["sealed"]), now=now)
        messages.success(request, say("complaints.message_sent", language))
    except NotSealed:
        messages.error(request, say("complaints.message_not_sealed", language))
    except MailboxRefusal as refusal:
        messages.error(request, refusal.says(language))
    except ComplaintRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect("complaints:case", complaint_id)


@permit("complaints.mailbox")
@require_GET
@says_if_altered
def message_file(request: HttpRequest, complaint_id: str, message_id: str) -> HttpResponse:
    """One sealed message, to be opened with the body's key elsewhere."""
    actor = actor_of(request)
    seen_case(actor, complaint_id, now=moment_of(request))
    if mailboxes.envelope(complaint_id) is None:
        raise Http404
    found = [
        each for each in mailboxes.complaint_messages(actor, complaint_id) if each.message_id == message_id
    ]
    kept = ciphertexts.ciphertext(found[0].sha256) if found else None
    if kept is None:
        raise Http404
    return HttpResponse(
        kept,
        content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="message-{found[0].seq}.age"'},
    )


def _sealed(uploaded: File[bytes]) -> SealedMessage:
    """The file as the opener writes it: an age file, or one in JSON with the hashes of its attachments."""
    if (uploaded.size or 0) > _LARGEST:
        raise NotSealed
    content = uploaded.read()
    if content.startswith(_SEALED):
        return SealedMessage(ciphertext=content)
    try:
        group = json.loads(content)
        inside = ciphertext_from(group["message"])
        files = [[str(chunk) for chunk in chunks] for chunks in group.get("files", [])]
    except (ValueError, KeyError, TypeError, AttributeError, SealingRefusal) as problem:
        raise NotSealed from problem
    if not inside.startswith(_SEALED):
        raise NotSealed
    return SealedMessage(ciphertext=inside, files=files)
