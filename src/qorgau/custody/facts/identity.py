"""Who the person is, as last recorded."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.custody.facts.moments import Moments
from qorgau.custody.facts.record import Identity
from qorgau.recording.history import RecordedEntry

ADULT = 18


def person_of(moments: Moments) -> tuple[str, str]:
    """(the person the custody shows under, the person it was entered for): they differ once joined."""
    entered = next((each.entry.objects["person"][0] for each in moments.recorded
                    if each.entry.kind not in ("PersonsJoined", "PersonsSplit")), "")  # fmt: skip
    return _followed(entered, moments), entered


def _followed(person: str, moments: Moments) -> str:
    """The person that others were joined into, one joining after another."""
    seen: set[str] = set()
    into = _joined(moments)
    while person in into and person not in seen:
        seen.add(person)
        person = into[person]
    return person


def _joined(moments: Moments) -> Mapping[str, str]:
    undone = {about for each in moments.of.get("PersonsSplit", ()) for about in each.entry.objects["about"]}
    return {
        str(each.entry.facts["other"]): str(each.entry.facts["keep"])
        for each in moments.of.get("PersonsJoined", ())
        if each.entry.id not in undone
    }


def identity_of(moments: Moments) -> Identity:
    """The identity that the entries give; empty where nobody knows it or where it was erased."""
    person, entered = person_of(moments)
    told = moments.of.get("IdentityRecorded", ())
    said = _said(told, entered)
    age = _whole(moments.last_fact("age"))
    return Identity(
        person=person,
        name=shown_name(said),
        family_name=said.get("family_name", ""),
        given_name=said.get("given_name", ""),
        patronymic=said.get("patronymic", ""),
        born_on=said.get("born_on", ""),
        name_status=moments.last_fact("name_status", "IdentityRecorded") or "unknown",
        age=age,
        gender=moments.last_fact("gender") or "",
        # An unknown age is treated by the child's rules until known.
        is_child=age is None or age < ADULT,
        age_is_known=age is not None,
        foreign_national=moments.last_fact("foreign_national") or "",
    )


def shown_name(said: Mapping[str, str]) -> str:
    """Family name, given name and patronymic, as far as they are known."""
    parts = (said.get(name, "") for name in ("family_name", "given_name", "patronymic"))
    return " ".join(part for part in parts if part)


def _said(told: tuple[RecordedEntry, ...], person: str) -> dict[str, str]:
    """Each personal field as the last entry that gives it."""
    said: dict[str, str] = {}
    for each in told:
        said.update({name: str(value) for name, value in each.personal.get(person, {}).items()})
    return said


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdigit() else None
