"""What all addresses of mailboxes have in common: anybody may ask, nothing is set, nothing is logged."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import RawPostDataException, UnreadablePostError
from django.views.decorators.csrf import csrf_exempt

from qorgau.access.web.guard import public
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.sealing.refusal import SealingRefusal

_log = logging.getLogger("qorgau.mailboxes.quiet")
_STEP = 4096
_AGAIN_IN = "30"

Door = Callable[..., HttpResponse]


def discreet_door(view: Door) -> Door:
    """Let anybody ask; answer refusals in words, and faults without a trace of who asked what."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _answered(view, request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    answer.keeps_awake = False  # type: ignore[attr-defined]
    # No session is used, so there is nothing that a forged request could act with.
    return public(csrf_exempt(answer))


def body_of(request: HttpRequest, *, most: int) -> bytes:
    """The bytes sent; raises MailboxRefusal for more than fit."""
    length = request.headers.get("Content-Length", "0")
    if not length.isdigit() or int(length) > most:
        raise MailboxRefusal("too_large", most=most)
    try:
        content = request.read(most + 1)
    except (UnreadablePostError, RawPostDataException) as error:
        raise MailboxRefusal("not_json") from error
    if len(content) > most:
        raise MailboxRefusal("too_large", most=most)
    return content


def evenly_sized(group: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
    """JSON filled up with spaces to whole steps of 4 KiB, so that its length tells little."""
    data = json.dumps(group, ensure_ascii=False).encode()
    filled = data.ljust(-(-len(data) // _STEP) * _STEP)
    response = HttpResponse(filled, content_type="application/json", status=status)
    if status in (202, 429):
        response.headers["Retry-After"] = _AGAIN_IN
    return response


def gone() -> HttpResponse:
    """There is nothing under this address."""
    return JsonResponse({"state": "not_there"}, status=404)


def _answered(view: Door, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        return view(request, *args, **kwargs)
    except MailboxRefusal as refusal:
        return evenly_sized(refusal.as_json(), status=400)
    except SealingRefusal:
        return evenly_sized(MailboxRefusal("malformed").as_json(), status=400)
    except Exception as error:
        # Django would log the time and the address; the kind of fault is all that is needed.
        _log.error("an address of mailboxes failed: %s", type(error).__name__)
        return evenly_sized({"state": "keep", "again_in": int(_AGAIN_IN)}, status=429)
