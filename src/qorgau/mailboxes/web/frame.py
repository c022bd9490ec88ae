"""What every page of the complainants needs to know, and no page learns who asks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from qorgau.access.request import moment_of
from qorgau.custody.facts.law import zone
from qorgau.mailboxes.queries import manifests
from qorgau.mailboxes.web.offered import offered_bodies, offered_places
from qorgau.recording.log_keys import log_keys
from qorgau.wording.templatetags.wording import active_language

TROUBLES = (
    "sealing",
    "too_long",
    "keys",
    "answer",
    "network",
    "refused",
    "words",
    "word_count",
    "file",
    "letter",
)
"""What the scripts may have to say; each has its words as `mailboxes.trouble_...`."""


def frame() -> dict[str, Any]:
    """What all pages share."""
    return {
        "quick_exit": settings.QORGAU_QUICK_EXIT,
        "origin": log_keys().origin,
        "promise_key": str(log_keys().promise.verifier),
        "troubles": TROUBLES,
    }


def choices(request: HttpRequest) -> dict[str, Any]:
    """What complainants choose from; the same for everybody, so that the page itself tells nothing."""
    language = active_language()
    now = moment_of(request)
    today = zone("").local(now).date()
    receiving = [row.body for row in manifests(on=now)]
    return frame() | {
        "regions": offered_places(language),
        "bodies": offered_bodies(receiving, language, today=today),
        "today": today.isoformat(),
    }
