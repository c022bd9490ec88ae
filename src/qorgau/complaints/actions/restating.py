"""An entry said anew: the same kind and objects, another time or other codes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qorgau.complaints.actions.at_hand import AtHand, checked_word
from qorgau.complaints.actions.stating import checked_body, checked_day
from qorgau.complaints.entries import MOVED, SERVED_AT
from qorgau.complaints.facts.corrections import CODES
from qorgau.complaints.facts.register import institution
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.facts.standing import OF_THE_ENTRY
from qorgau.custody.kind_forms import Asks, fact_known
from qorgau.custody.times import When
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry

CODED_BODIES = frozenset({"accused_body", "served_body"})
"""Codes that are an institution or a unit of it."""
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


def changeable(kind: str, facts: Mapping[str, object]) -> tuple[str, ...]:
    """The codes of the entry that may be given another value; a move is withdrawn and made anew."""
    if kind == MOVED:
        return ()
    asked = [*facts]
    if kind == SERVED_AT:
        asked += ["served_since", "served_until"]
    return tuple(name for name in dict.fromkeys(asked) if name in CODES and fact_known(name) is not None)


def checked_codes(wrong: RecordedEntry, typed: Mapping[str, str], *, now: int) -> dict[str, str | int]:
    """The codes that change, each as the vocabulary has it."""
    offered = changeable(wrong.entry.kind, wrong.entry.facts)
    found: dict[str, str | int] = {}
    for name, value in typed.items():
        checked_word(name, offered, field=name)
        if value != str(wrong.entry.facts.get(name, "")):
            found[name] = _checked(name, value, now=now)
    _check_span({**wrong.entry.facts, **found})
    return found


def _checked(name: str, value: str, *, now: int) -> str | int:
    known = fact_known(name)
    if value == "" or known is None:
        return ""
    if name in CODED_BODIES:
        return institution(checked_body(value, field=name))
    if name == "sha256":
        return _fingerprint(value)
    if known.sort is Asks.WORD:
        return checked_word(value, known.words, field=name)
    if known.sort is Asks.YES_NO:
        return checked_word(value, ("yes", "no"), field=name)
    if known.sort is Asks.DATE:
        return checked_day(value, field=name, now=now, may_come=name == "served_until")
    return _number(name, value)


def _fingerprint(value: str) -> str:
    if not _FINGERPRINT.fullmatch(value):
        raise ComplaintRefusal("no_fingerprint", field="sha256", typed=value)
    return value


def _number(name: str, value: str) -> int:
    if not value.isdecimal():
        raise ComplaintRefusal("no_such_word", field=name, typed=value, known="0 … 9")
    return int(value)


def _check_span(facts: Mapping[str, object]) -> None:
    since, until = str(facts.get("served_since", "")), str(facts.get("served_until", ""))
    if since and until and until <= since:
        raise ComplaintRefusal("ends_before_it_begins", field="served_until", begins=since, ends=until)


def restated(hand: AtHand, wrong: RecordedEntry, *, happened: When | None, part: str) -> Draft:
    """The entry once more by this actor, at another time if one is given."""
    told = wrong.entry.happened
    if happened is not None:
        said_by = told[0].said_by if told else hand.actor.said_by
        told = (happened.told_by(said_by),)
    return Draft(
        id=hand.id(part),
        kind=wrong.entry.kind,
        recorded=hand.now,
        by=hand.actor.account,
        for_body=wrong.entry.for_body,
        objects=dict(wrong.entry.objects),
        happened=told,
        facts={name: value for name, value in wrong.entry.facts.items() if name not in OF_THE_ENTRY},
        personal={person: dict(own) for person, own in wrong.personal.items()},
        sealed=dict(wrong.entry.sealed),
    )
