"""The addresses of a mirror: every ciphertext that the record names, by its hash, for who may keep a mirror."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET

from qorgau.access.permission import NotPermitted, require
from qorgau.access.queries import actor_of_token
from qorgau.access.request import moment_of
from qorgau.mailboxes import ciphertexts
from qorgau.mailboxes.door_frame import discreet_door, gone
from qorgau.mailboxes.models import ChunkRow, EnvelopeRow, MessageRow

_AT_ONCE = 1000
_LONGEST_TOKEN = 200
Door = Callable[..., HttpResponse]


def for_mirrors(view: Door) -> Door:
    """Let in who shows the token of an appointment that may mirror; a cookie opens nothing here."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        is_one = scheme == "Bearer" and 0 < len(token) <= _LONGEST_TOKEN
        try:
            require(actor_of_token(token, moment_of(request)) if is_one else None, "ciphertexts.mirror")
        except NotPermitted:
            return JsonResponse({"state": "refused"}, status=401)
        return view(request, *args, **kwargs)

    return discreet_door(require_GET(answer))


@for_mirrors
def listed(request: HttpRequest) -> HttpResponse:
    """The hashes that the record names, in order of hash, a thousand at a time."""
    after = request.GET.get("after", "")
    some = islice(_named(after), _AT_ONCE)
    return JsonResponse({"ciphertexts": [{"sha256": sha256, "kind": kind} for sha256, kind in some]})


@for_mirrors
def let_go(request: HttpRequest) -> HttpResponse:
    """Messages that the holder of the mailbox had deleted."""
    gone_by = MessageRow.objects.filter(deleted_at__isnull=False).order_by("sha256")
    return JsonResponse({"messages": list(gone_by.values_list("sha256", flat=True))})


@for_mirrors
def one(request: HttpRequest, sha256: str) -> HttpResponse:
    """One ciphertext."""
    content = ciphertexts.ciphertext(sha256)
    if content is None:
        return gone()
    return HttpResponse(content, content_type="application/octet-stream")


def named_ciphertexts() -> Iterator[tuple[str, str]]:
    """Every hash that the record names and nobody had deleted, with its kind, in order of hash."""
    yield from _named("")


def _named(after: str) -> Iterator[tuple[str, str]]:
    named = {
        sha256: kind
        for table, field, kind in _NAMING
        for sha256 in table.objects.filter(**{f"{field}__gt": after})
        .order_by(field)
        .values_list(field, flat=True)[:_AT_ONCE]
    }
    kept = MessageRow.objects.filter(sha256__gt=after, deleted_at__isnull=True).order_by("sha256")
    named |= dict.fromkeys(kept.values_list("sha256", flat=True)[:_AT_ONCE], "message")
    yield from sorted(named.items())


_NAMING = (
    (EnvelopeRow, "narrative", "narrative"),
    (EnvelopeRow, "identity", "identity"),
    (ChunkRow, "sha256", "chunk"),
)

mirror_addresses: list[URLPattern] = [
    path("sealed/mirror/ciphertexts.json", listed, name="mirror_list"),
    path("sealed/mirror/let-go.json", let_go, name="mirror_let_go"),
    path("sealed/mirror/ciphertexts/<str:sha256>", one, name="mirror_one"),
]
