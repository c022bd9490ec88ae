"""Who may correct which entry of a case, and confirm what somebody else corrected."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, may
from qorgau.access.roles import Role
from qorgau.complaints.facts.corrections import led, stays_as_it_is
from qorgau.complaints.facts.known import Known
from qorgau.custody.facts.standing import Key, key_of
from qorgau.mailboxes.entries import IDENTITY_RELEASED
from qorgau.recording.history import RecordedEntry

CORRECT, CONFIRM = "complaints.correct", "complaints.confirm_correction"
_OWN_ALONE = frozenset({Role.LAWYER, Role.DOCTOR})
"""Their institution is shared by many who have nothing to do with each other."""


def is_own(actor: Actor, each: RecordedEntry) -> bool:
    """Whether the actor, or a colleague of their body, made the entry: nobody rewrites what others recorded."""
    if each.entry.by == actor.account:
        return True
    return each.entry.for_body == actor.body and actor.role not in _OWN_ALONE


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """What the actor may do to the entries of a case; led: those that are corrected with their move."""

    actor: Actor
    corrects: bool
    confirms: bool
    led: frozenset[Key]

    def may_correct(self, each: RecordedEntry) -> bool:
        """Whether this entry is the actor's to correct."""
        own = self.corrects and is_own(self.actor, each)
        return own and not stays_as_it_is(each) and key_of(each) not in self.led

    def may_confirm(self, each: RecordedEntry) -> bool:
        """Whether the actor may be the second person for it; for who complained, only one of the mechanism is."""
        fits = each.entry.kind != IDENTITY_RELEASED or self.actor.role is Role.NPM_MEMBER
        return self.confirms and fits and each.entry.by != self.actor.account


def allowed(actor: Actor, known: Known, where: Whereabouts, *, tied: bool) -> Allowed:
    """What the actor may do here; nobody whose body is tied to an accused is a second person."""
    corrects = may(actor, CORRECT, at=where)
    return Allowed(
        actor=actor,
        corrects=corrects,
        confirms=not tied and may(actor, CONFIRM, at=where),
        led=frozenset(led(known)) if corrects else frozenset(),
    )
