"""Programs of the people in the tests of complaints, and a complaint as they send it."""

from dataclasses import replace
from typing import Any

import pytest
from tests.slices.custody.api.programs import Program, token_for

from qorgau.access.actor import Actor
from qorgau.clock import now

TORTURE: dict[str, Any] = {
    "way": "paper",
    "to_body": "prosecutors_office",
    "happened": "2026-03-02 09:00",
    "complainant": {"name": "Invented Complainant"},
    "narrative": "They beat me.",
    "particulars": {
        "about": "torture",
        "act_on": "2026-03-01",
        "accused_body": "police",
        "officers": [{"name": "Sergeant Invented", "body": "police", "since": "2019-01-01"}],
    },
}


def program(who: Actor, **more: Any) -> Program:
    """A program of a person of these tests, each with an account of their own."""
    return Program(token_for(replace(who, **more)))


def later(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    """Let the clock on the wall go on: nobody has to wait for it."""
    for reader in ("access.request", "access.middleware", "portal.site.middleware"):
        monkeypatch.setattr(f"qorgau.{reader}.now", lambda: now() + seconds)
