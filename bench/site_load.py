"""People at their desks: processes that ask for pages over connections they keep, and tell how long each took."""

from __future__ import annotations

import http.client
import os
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from urllib.parse import urlencode

from qorgau.recording.drafts import new_entry_id

_TOKEN = "q" * 32


class WrongAnswer(RuntimeError):  # noqa: N818 - says what happened
    """The site gave something else than what is measured, so a time for it would mean nothing."""


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What each of them asks again and again; `{}` in the path stands for one of the custodies.

    status: of the right answer; adds: sends a form whose act has an id of its own.
    """

    port: int
    path: str
    sessions: Sequence[str]
    custodies: Sequence[str]
    status: int = 200
    adds: bool = False
    form: tuple[tuple[str, str], ...] = ()


def ask(asking: Asking, seconds: float, ready: Barrier) -> list[float]:
    """Ask until the time is over; gives the seconds of each answer. The first, which loads pages, is not counted."""
    chance = random.Random(os.getpid())
    session = asking.sessions[os.getpid() % len(asking.sessions)] if asking.sessions else ""
    connection = http.client.HTTPConnection("127.0.0.1", asking.port, timeout=60)
    _answered(connection, asking, session, chance)
    ready.wait(timeout=120)
    taken = []
    ends = time.perf_counter() + seconds
    while (before := time.perf_counter()) < ends:
        _answered(connection, asking, session, chance)
        taken.append(time.perf_counter() - before)
    return taken


def _answered(
    connection: http.client.HTTPConnection, asking: Asking, session: str, chance: random.Random
) -> None:
    path = asking.path.format(chance.choice(asking.custodies) if asking.custodies else "")
    headers = {"Cookie": f"sessionid={session}; csrftoken={_TOKEN}; language=en"}
    if asking.adds or asking.form:
        act = [("act_id", new_entry_id())] if asking.adds else []
        body = urlencode([*asking.form, *act, ("csrfmiddlewaretoken", _TOKEN)])
        connection.request(
            "POST", path, body, {**headers, "Content-Type": "application/x-www-form-urlencoded"}
        )
    else:
        connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    place = answer.headers.get("Location", "")
    if answer.status != asking.status or "/add/" in place or "sign-in" in place:
        raise WrongAnswer(f"{path}: {answer.status} {place} {content[:300]!r}")
