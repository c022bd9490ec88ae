"""Programs for the tests of the API: a token for anybody, and a client that sends it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client
from tests.slices.access.people import appoint
from tests.slices.custody.desk import Desk

from qorgau.access import actions
from qorgau.access.actions.recording_acts import CONSOLE
from qorgau.access.actor import Actor
from qorgau.access.models import Account
from qorgau.clock import now

BOOKING: dict[str, Any] = {
    "family_name": "Сарыбаев",
    "given_name": "Ерлан",
    "birth": "1990-05-01",
    "gender": "male",
    "foreign_national": "no",
    "where": "Abay avenue 10",
    "by_whom": "Sergeant, patrol 4",
    "ground": "criminal",
    "ordered_by": "Investigator of station 3",
}


def token_for(who: Actor) -> str:
    """A token under an appointment of this actor, made as an administrator makes it."""
    account = Account.objects.filter(id=who.account).first() or Account.objects.create(
        id=who.account,
        sign_in_name=f"{who.role.value}-{who.account}",
        name=who.name,
        language=who.language.value,
        sessions_stamp="",
        opened_at=now() - 1000,
    )
    held = appoint(account, who)
    return actions.make_token(CONSOLE, held.id, title="test", days=3, now=now()).text


@dataclass
class Program:
    """A client with a token; nothing but the token says who it is."""

    token: str
    language: str = "en"

    def __post_init__(self) -> None:
        self.client = Client(raise_request_exception=False)

    def get(self, path: str, **query: Any) -> HttpResponse:
        return self.client.get(f"/api/v1{path}", query, headers=self._headers())

    def post(self, path: str, body: Any = None, *, key: str | None = None) -> HttpResponse:
        return self._sent("post", path, json.dumps({} if body is None else body), "application/json", key)

    def put(self, path: str, body: Any) -> HttpResponse:
        return self._sent("put", path, json.dumps(body), "application/json", None)

    def send(
        self, path: str, content: bytes | str, media_type: str, *, key: str | None = None
    ) -> HttpResponse:
        return self._sent("post", path, content, media_type, key)

    def _sent(
        self, method: str, path: str, content: bytes | str, media_type: str, key: str | None
    ) -> HttpResponse:
        headers = {**self._headers(), **({"Idempotency-Key": key} if key else {})}
        send = getattr(self.client, method)
        answer: HttpResponse = send(f"/api/v1{path}", content, content_type=media_type, headers=headers)
        return answer

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "Accept-Language": self.language}


def booking_at(desk: Desk, **more: Any) -> dict[str, Any]:
    """A booking an hour ago at the desk's station, on its own clock."""
    at = now() - 3600
    return {"place": desk.station, **BOOKING, "apprehended": written(at), **more}


def written(at: int) -> str:
    """An instant as a program may write it, with its offset."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S+00:00")
