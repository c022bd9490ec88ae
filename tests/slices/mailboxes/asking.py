"""Ask the sealed addresses as a page, a kiosk or a mirror does."""

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client
from tests.slices.mailboxes.bodies import Complainant

from qorgau.ledger.refusal import LedgerRefusal
from qorgau.mailboxes.mirror.source import NotThere, Unreachable
from qorgau.recording.log_keys import log_keys
from qorgau.sealing.answers import Answer, read_answer
from qorgau.sealing.envelope import Envelope
from qorgau.sealing.mailbox import Mailbox
from qorgau.sealing.requests import Act, sign_request


def post(path: str, body: bytes | str, **headers: str) -> HttpResponse:
    return Client().post(path, body, content_type="application/json", headers=headers)


def said(response: HttpResponse) -> Any:
    return json.loads(response.content)


def send(envelope: Envelope, **headers: str) -> HttpResponse:
    return post("/sealed/envelopes", envelope.as_json(), **headers)


def fetch_raw(mailbox: Mailbox, *, act: Act = Act.FETCH, after: int = 0) -> HttpResponse:
    nonce = said(post("/sealed/fetch/nonce", "{}"))["nonce"]
    request = sign_request(mailbox, nonce=nonce, origin=log_keys().origin, act=act, after=after)
    return post("/sealed/fetch", json.dumps(request.as_group()))


def fetch(who: Complainant, *, act: Act = Act.FETCH, after: int = 0) -> Answer:
    return read_answer(fetch_raw(who.mailbox, act=act, after=after).content)


class InProcess:
    """The instance as a mirror reads it, without a network; what it serves can be bent by a test."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.bent: dict[str, bytes | None] = {}

    def read(self, path: str) -> bytes:
        if path in self.bent:
            content = self.bent[path]
            if content is None:
                raise NotThere(path)
            return content
        response = Client().get(path, headers={"Authorization": f"Bearer {self.token}"})
        if response.status_code != 200:
            raise _refusal(path, response.status_code)
        return response.getvalue()


def _refusal(path: str, code: int) -> LedgerRefusal:
    return NotThere(path) if code == 404 else Unreachable(f"{path}: {code}")
