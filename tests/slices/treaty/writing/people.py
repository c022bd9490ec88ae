"""Who writes reports in these tests, and the catalogue that they write about."""

from __future__ import annotations

from dataclasses import dataclass

from tests.slices.access.people import actor

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.clock import zone_named
from qorgau.custody.times import read_when
from qorgau.lawbook import Language
from qorgau.treaty import actions as treaty
from qorgau.treaty.actions.writing import new_draft
from qorgau.treaty.writing.kinds import ReportKind

SYMBOL = "CAT/C/KAZ/CO/4"
NOW = read_when("2026-11-21 09:00", zone_named("Asia/Almaty")).earliest


@dataclass(frozen=True)
class Writers:
    """Those who write: for the council, for a ministry, for two organisations; and one who only counts."""

    council: Actor
    colleague: Actor
    ministry: Actor
    coalition: Actor
    other: Actor
    analyst: Actor


def writers() -> Writers:
    """The recommendations of the catalogue are tracked; nothing else is in the record."""
    who = Writers(
        council=actor(Role.COUNCIL_SECRETARY, body="interagency_council"),
        colleague=actor(Role.COUNCIL_SECRETARY, body="interagency_council", language=Language.RU),
        ministry=actor(Role.FOCAL_POINT, body="mia"),
        coalition=actor(Role.NGO_WORKER, body="coalition"),
        other=actor(Role.NGO_WORKER, body="other_ngo"),
        analyst=actor(Role.ANALYST, body="university"),
    )
    treaty.take_catalogue(who.council, SYMBOL, now=NOW)
    return who


def begun(
    who: Actor,
    kind: ReportKind = ReportKind.FOLLOW_UP,
    *,
    language: Language = Language.EN,
    fill: bool = False,
    act_id: str | None = None,
) -> str:
    return new_draft(who, kind, SYMBOL, language, now=NOW, fill=fill, act_id=act_id)
