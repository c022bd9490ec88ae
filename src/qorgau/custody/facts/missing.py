"""Who should be with the person, or told, and is not yet."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.custody.facts.ends import ENDS, said_only
from qorgau.custody.facts.moments import Moments, at
from qorgau.custody.facts.record import Identity, Missing

SAID_ENDED = ("said_released", "said_escaped", "said_died")
WHO = ("parent", "lawyer", "interpreter", "doctor", "relative", "consul", "judge", *SAID_ENDED)
"""The words of Missing.who; phrases `custody.missing_<who>` title them."""


def missing_of(moments: Moments, identity: Identity, *, ended: bool) -> tuple[Missing, ...]:
    """Who is still missing, each with the kind that one button adds; nobody once custody has ended."""
    return () if ended else tuple(_missing(moments, identity))


def _missing(moments: Moments, identity: Identity) -> Iterator[Missing]:
    ends = said_only(each for kind in sorted(ENDS) for each in moments.of.get(kind, ()))
    for kind, since in {each.entry.kind: at(each) for each in ends}.items():
        yield Missing(who=f"said_{kind.lower()}", adds="", asked_at=since)
    if identity.is_child and not moments.any("ParentArrived"):
        yield Missing(who="parent", adds="ParentArrived" if moments.any("ParentTold") else "ParentTold")
    if not moments.any("LawyerMet"):
        asked = moments.first_at("LawyerRequested")
        called = moments.any("LawyerCalled")
        yield Missing(who="lawyer", adds="LawyerMet" if called else "LawyerCalled", asked_at=asked)
    if _needs_interpreter(moments) and not moments.any("InterpreterProvided"):
        asked = moments.first_at("InterpreterRequested")
        yield Missing(who="interpreter", adds="InterpreterProvided", asked_at=asked)
    if (asked := _doctor_wanted_since(moments)) is not None:
        yield Missing(who="doctor", adds="MedicallyExamined", asked_at=asked)
    if not moments.any("RelativeTold", "ParentTold", "ParentArrived"):
        yield Missing(who="relative", adds="RelativeTold")
    if identity.foreign_national == "yes":
        yield from _consul(moments)
    if (asked := _waits(moments, "HearingRequested", "HearingHeld")) is not None:
        yield Missing(who="judge", adds="HearingHeld", asked_at=asked)


def _needs_interpreter(moments: Moments) -> bool:
    return moments.any("InterpreterRequested") or moments.last_fact("understands_language") == "no"


def _doctor_wanted_since(moments: Moments) -> int | None:
    """Since when a doctor is wanted: asked for, an injury seen, or admitted; None once one came after."""
    since = [
        _waits(moments, kind, "MedicallyExamined")
        for kind in ("MedicalExaminationRequested", "InjurySeen", "Admitted")
    ]
    return min((t for t in since if t is not None), default=None)


def _waits(moments: Moments, begins: str, ends: str) -> int | None:
    """The first beginning after which no end came."""
    ended = at(moments.of[ends][-1]) if ends in moments.of else None
    waiting = (at(each) for each in moments.of.get(begins, ()))
    return next((t for t in waiting if ended is None or t > ended), None)


def _consul(moments: Moments) -> Iterator[Missing]:
    if not moments.any("ConsulOffered", "ConsulTold"):
        yield Missing(who="consul", adds="ConsulOffered")
    elif not moments.any("ConsulTold") and moments.last_fact("accepted", "ConsulOffered") == "yes":
        yield Missing(who="consul", adds="ConsulTold", asked_at=moments.first_at("ConsulOffered"))
