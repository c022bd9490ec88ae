"""Bring entries in: the files, what they would bring, then what they brought."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from qorgau.access.actor import Actor
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.carrying.actions.bringing_in import Outcome, bring_in, look_at, refusal
from qorgau.carrying.refusals import Refused
from qorgau.carrying.resting import Upload, rest, resting, taken
from qorgau.carrying.uploads import MOST_BYTES, Offered, offered
from qorgau.clock import now as wall_clock
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

LONGEST_WAIT = 20
"""Seconds after which a page answers, even if files still wait: the next press goes on."""
_FORM_BYTES = 64 * 1024
_MIB = 1024 * 1024


class InMemory(MemoryFileUploadHandler):
    """Keeps every file of the upload in memory, whatever its size; how much may come was asked before."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Always take the file."""
        self.activated = True


# Django's own check of the token would read the whole upload first, into files and of any size.
@csrf_exempt
@permit("bundle.carry")
@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Ask for files; look at what was sent and say what it would bring."""
    if _length(request) > MOST_BYTES + _FORM_BYTES:
        return _ask(request, [refusal("", Refused.TOO_LARGE, f"At most {MOST_BYTES:,} bytes.")], status=413)
    request.upload_handlers = [InMemory(request)]
    return _bring(request)


@csrf_protect
def _bring(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return _ask(request, [])
    actor, now = actor_of(request), moment_of(request)
    files = offered(request.FILES.getlist("files"))
    looked = [_looked(actor, each, now) for each in files]
    if all(each.refused for each in looked):
        # Nothing of a refused file is kept, so there is nothing to come back to.
        return _ask(request, looked or [refusal("", Refused.EMPTY, "")], status=422)
    upload = rest(actor.account, looked, [each.data for each in files], now=now)
    return redirect("carrying:look", upload.token)


@permit("bundle.carry")
@require_http_methods(["GET", "POST"])
def look(request: HttpRequest, token: str) -> HttpResponse:
    """What the files would bring; on POST take them in, as many as the wait allows."""
    actor = actor_of(request)
    upload = resting(actor.account, token)
    if upload is None:
        # Another's upload and one that was swept away look the same from outside.
        messages.error(request, say("carrying.upload_gone", active_language()))
        return redirect("carrying:in")
    if request.method == "POST":
        _take(actor, upload)
        return redirect("carrying:look", token)
    return render(request, "carrying/look.html", _result(upload))


def _take(actor: Actor, upload: Upload) -> None:
    began = wall_clock()
    for place in upload.waiting:
        if wall_clock() - began >= LONGEST_WAIT:
            return
        outcome = bring_in(actor, upload.looked[place].name, upload.data(place), now=wall_clock())
        upload = taken(upload, place, outcome)


def _result(upload: Upload) -> dict[str, Any]:
    waiting = [upload.looked[place] for place in upload.waiting]
    refused = [each for each in upload.looked if each.refused]
    return {
        "upload": upload,
        "waiting": waiting,
        "done": [each for each in upload.done if not each.refused],
        "refused": [*refused, *(each for each in upload.done if each.refused)],
        "new": sum(each.new for each in (upload.done or waiting)),
        "all_new": sum(each.new for each in waiting),
    }


def _looked(actor: Actor, each: Offered, now: int) -> Outcome:
    if each.refused is not None:
        return refusal(each.name, each.refused, each.detail)
    return look_at(actor, each.name, each.data, now=now)


def _ask(request: HttpRequest, refused: list[Outcome], *, status: int = 200) -> HttpResponse:
    context = {"refused": refused, "most": MOST_BYTES // _MIB}
    return render(request, "carrying/in.html", context, status=status)


def _length(request: HttpRequest) -> int:
    written = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 19 else MOST_BYTES * 2
