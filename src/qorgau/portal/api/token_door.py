"""Who asks: by a token in the Authorization header. A session's cookie opens nothing here."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest
from ninja.security import HttpBearer

from qorgau.access.actor import Actor
from qorgau.access.queries import actor_of_token
from qorgau.access.request import moment_of
from qorgau.portal.api.problems import asked_language

PER_MINUTE = 1200
"""Requests a minute that one token may make of one server process, unless QORGAU_API_PER_MINUTE says else."""

_MINUTE = 60
_MOST_TOKENS = 10_000
_LONGEST_TOKEN = 200


class TooOften(Exception):  # noqa: N818 - read aloud: "too often"
    """This token asked more often than it may."""

    def __init__(self, seconds: int) -> None:
        """Keep after how many seconds it may ask again."""
        super().__init__(seconds)
        self.seconds = seconds


@dataclass
class _Minute:
    begun: int
    asked: int


class Pace:
    """Counts what each token asks in a minute; in memory, for one process."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._minutes: dict[str, _Minute] = {}
        self._lock = threading.Lock()

    def count(self, token: str, *, at: int, most: int) -> None:
        """Count one request; raises TooOften beyond `most`."""
        with self._lock:
            if len(self._minutes) >= _MOST_TOKENS:
                self._minutes.clear()
            minute = self._minutes.setdefault(token, _Minute(at, 0))
            if at - minute.begun >= _MINUTE or at < minute.begun:
                minute.begun, minute.asked = at, 0
            minute.asked += 1
            if minute.asked > most:
                raise TooOften(max(1, minute.begun + _MINUTE - at))


PACE = Pace()


class Token(HttpBearer):
    """`Authorization: Bearer qorgau_…`: a token that an administrator made for an appointment."""

    def __call__(self, request: HttpRequest) -> Actor | None:
        """Forget whoever a cookie says is asking, then read the token."""
        request.actor = None  # type: ignore[attr-defined]
        found: Actor | None = super().__call__(request)
        return found

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor of the token, speaking the language that was asked for."""
        at = moment_of(request)
        if not token or len(token) > _LONGEST_TOKEN:
            return None
        actor = actor_of_token(token, at)
        if actor is None:
            return None
        request.actor = actor  # type: ignore[attr-defined]
        request.actor = replace(actor, language=asked_language(request))  # type: ignore[attr-defined]
        digest = hashlib.sha256(token.encode()).hexdigest()
        PACE.count(digest, at=at, most=int(getattr(settings, "QORGAU_API_PER_MINUTE", PER_MINUTE)))
        return actor


def anybody(request: HttpRequest) -> bool:
    """The door without a token: whoever comes from one address asks no more often than one token may."""
    request.actor = None  # type: ignore[attr-defined]
    where = f"address {request.META.get('REMOTE_ADDR', '')}"
    most = int(getattr(settings, "QORGAU_API_PER_MINUTE", PER_MINUTE))
    PACE.count(hashlib.sha256(where.encode()).hexdigest(), at=moment_of(request), most=most)
    return True
