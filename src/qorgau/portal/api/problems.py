"""A refusal as RFC 9457 problem+json: what, and each fault with its row, field, why and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from django.http import HttpRequest, HttpResponse

from qorgau.lawbook import Language
from qorgau.portal.site.middleware import known_language, language_of
from qorgau.wording import say

MEDIA_TYPE = "application/problem+json"
_OPENED, _CLOSED = "“«", "”»"


class Problem(Enum):
    """Every problem of the API: its word, and the status it is answered with."""

    UNREADABLE = ("unreadable", 400)
    NO_TOKEN = ("no_token", 401)
    NOT_PERMITTED = ("not_permitted", 403)
    NOT_FOUND = ("not_found", 404)
    NO_SUCH_METHOD = ("no_such_method", 405)
    NEEDS_CONFIRMATION = ("needs_confirmation", 409)
    KEY_USED = ("key_used", 409)
    NOT_RECORDED = ("not_recorded", 409)
    ALTERED = ("altered", 409)
    TIED_BODY = ("tied_body", 409)
    MOVE_REFUSED = ("move_refused", 409)
    MOVED_MEANWHILE = ("moved_meanwhile", 409)
    TOO_LARGE = ("too_large", 413)
    UNKNOWN_FORM = ("unknown_form", 415)
    UNFIT = ("unfit", 422)
    TOO_OFTEN = ("too_often", 429)
    OUR_FAULT = ("our_fault", 500)
    NOT_NOW = ("not_now", 503)

    @property
    def word(self) -> str:
        """The last part of its type, and of its phrases."""
        return self.value[0]

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self.value[1]


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that is wrong: in which row and field, why, and how to mend it."""

    field: str
    said: str
    row: int | None = None


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A problem with what is particular to it."""

    problem: Problem
    detail: str = ""
    faults: Sequence[Fault] = ()
    more: Mapping[str, str | int | list[str]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


def answer(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The refusal in the asker's language."""
    language = asked_language(request)
    problem = refused.problem
    body = {
        "type": f"/api/#{problem.word}",
        "title": say(f"api.{problem.word}", language),
        "status": problem.status,
        "detail": refused.detail or say(f"api.{problem.word}_detail", language),
        **refused.more,
        "errors": [_fault(each, language) for each in refused.faults],
    }
    response = HttpResponse(
        json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        status=problem.status,
        content_type=MEDIA_TYPE,
        headers=dict(refused.headers),
    )
    response.headers["Content-Language"] = language.value
    return response


def asked_language(request: HttpRequest) -> Language:
    """The language that Accept-Language asks for, else the account's; a browser's cookie has no say here."""
    header = request.headers.get("Accept-Language", "")
    wishes = (part.partition(";")[0].strip().lower().split("-")[0] for part in header[:500].split(","))
    if any(known_language(wish) is not None for wish in wishes):
        return _without_cookie(request)
    actor = getattr(request, "actor", None)
    return actor.language if actor is not None else Language.KK


def _without_cookie(request: HttpRequest) -> Language:
    bare = HttpRequest()
    bare.META = {"HTTP_ACCEPT_LANGUAGE": request.headers.get("Accept-Language", "")}
    return language_of(bare)


def _fault(each: Fault, language: Language) -> dict[str, str | int]:
    why, mend = why_and_mend(each.said)
    told: dict[str, str | int] = {
        "field": each.field,
        "why": why,
        "mend": mend or say("api.mend", language),
    }
    return told if each.row is None else {"row": each.row, **told}


def why_and_mend(sentence: str) -> tuple[str, str]:
    """Our refusals say first why, then how to mend it: the first sentence, and the rest.

    What somebody typed stands between quotation marks; a full stop in it ends nothing.
    """
    depth = 0
    for place, sign in enumerate(sentence):
        depth += (sign in _OPENED) - (sign in _CLOSED)
        ends = sign in ".?!" and depth <= 0 and sentence[place + 1 : place + 2] == " "
        if ends and sentence[place + 2 : place + 3].isupper():
            return sentence[: place + 1], sentence[place + 2 :].strip()
    return sentence, ""
