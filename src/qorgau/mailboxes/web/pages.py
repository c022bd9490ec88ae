"""The pages themselves: complaining, the mailbox, carrying out, checking a receipt."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.web import public
from qorgau.mailboxes.web.frame import choices, frame
from qorgau.mailboxes.web.headers import discreet
from qorgau.mailboxes.web.stages import stages
from qorgau.mailboxes.web.tongue import in_tongue
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

VERDICTS = ("proven", "promised", "promise_broken", "not_proof_yet", "refused", "no_receipt", "no_trust")
"""What checking a receipt may find."""


@public
@require_GET
@discreet(microphone=True)
@in_tongue
def complain_page(request: HttpRequest) -> HttpResponse:
    """Complain on the web, without an account; every step is on this one page, which the server sees once."""
    return render(request, "mailboxes/complain.html", choices(request) | {"home": "/complain/"})


@public
@require_GET
@discreet()
@in_tongue
def mailbox_page(request: HttpRequest) -> HttpResponse:
    """Open a mailbox by its eight words."""
    return render(request, "mailboxes/mailbox.html", frame() | {"home": "/mailbox/", "stages": stages()})


@public
@require_GET
@discreet(camera=True)
@in_tongue
def carry_out_page(request: HttpRequest) -> HttpResponse:
    """Take sealed envelopes over from a terminal without network, and send them on."""
    return render(request, "mailboxes/carry_out.html", frame() | {"home": "/carry-out/"})


@public
@require_GET
@discreet()
@in_tongue
def receipt_page(request: HttpRequest) -> HttpResponse:
    """Check a receipt in the browser; nothing is sent anywhere."""
    words = [_verdict(word) for word in VERDICTS]
    return render(request, "mailboxes/receipt.html", frame() | {"home": "/receipt/", "verdict_words": words})


def _verdict(word: str) -> tuple[str, str, str]:
    language = active_language()
    key = f"mailboxes.receipt_{word}"
    return word, say(key, language), say(f"{key}_more", language)
