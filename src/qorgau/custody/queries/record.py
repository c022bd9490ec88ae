"""One custody record."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import may
from qorgau.access.roles import Role
from qorgau.custody.entries import CUSTODY
from qorgau.custody.facts.known import known_of
from qorgau.custody.facts.law import law
from qorgau.custody.facts.missing import missing_of
from qorgau.custody.facts.record import CustodyRecord, Party, ShownEntry
from qorgau.custody.facts.register import register_of
from qorgau.custody.facts.relations import NOT_FOUND_BY, WISHES, answers_of, openings_of, parties_of
from qorgau.custody.facts.showing import by_word, if_confirmed, shown_clocks, shown_entries, shown_verdicts
from qorgau.custody.kind_forms import forms_for
from qorgau.custody.queries.reach import seen_whereabouts
from qorgau.custody.refusal import NoSuchCustody
from qorgau.recording.history import RecordedEntry, history

MEDICAL = frozenset({Role.DOCTOR, Role.LAWYER, Role.NPM_MEMBER})
"""Roles that see medical findings; the desk sees that an examination was made, and when."""

_OF_THE_FAMILY = frozenset({"RelativeNamed", "RelativeUnnamed"})
_SEE_WISHES = frozenset({Role.LAWYER, Role.NPM_MEMBER})
"""Who acts for the person, or watches over the place; whoever typed a wish does not read it there again."""


def record(actor: Actor, custody_id: str, *, as_of: int, known_at: int | None = None) -> CustodyRecord:
    """Everything about one custody as of an instant, by what this instance had received by known_at.

    Raises NoSuchCustody where there is none or the actor may not see it (custody.see).
    """
    where = seen_whereabouts(actor, custody_id)
    known_at = as_of if known_at is None else known_at
    entries = _received_by(history(CUSTODY, custody_id), known_at)
    known = known_of(custody_id, entries)
    if known is None:
        raise NoSuchCustody
    verdicts = known.judged(as_of=as_of)
    ended = known.course.ended_at is not None
    return CustodyRecord(
        custody=custody_id,
        as_of=as_of,
        known_at=known_at,
        zone=known.story.zone,
        law_hash=law().whole_hash,
        identity=known.identity,
        whereabouts=known.course.now,
        ground=known.moments.last_fact("ground") or "",
        body=known.body,
        apprehended=tuple(t for each in known.moments.of.get("Apprehended", ()) for t in each.entry.happened),
        entries=_for_eyes_of(actor, shown_entries(known, medical=actor.role in MEDICAL)),
        verdicts=shown_verdicts(verdicts),
        clocks=shown_clocks(known, as_of=as_of),
        by_word=by_word(known, verdicts, as_of=as_of),
        waiting=if_confirmed(known, as_of=as_of),
        missing=missing_of(known.moments, known.identity, ended=ended),
        register=register_of(known.moments),
        stays=known.course.stays,
        parties=_parties_for(actor, parties_of(known.moments, with_wishes=actor.role in _SEE_WISHES)),
        openings=openings_of(entries) if may(actor, "looks.see", at=where) else (),
        answers=answers_of(known.moments),
        may_add=frozenset(
            form.kind for form in forms_for(actor.role) if any(may(actor, act, at=where) for act in form.acts)
        ),
    )


def _for_eyes_of(actor: Actor, entries: tuple[ShownEntry, ...]) -> tuple[ShownEntry, ...]:
    """A relative does not read whom else the person named; nor the place, by whom they do not wish to be found."""
    if actor.role not in _SEE_WISHES:
        entries = tuple(each for each in entries if each.kind not in WISHES)
    if actor.role is not Role.RELATIVE:
        return entries
    return tuple(each for each in entries if each.kind not in _OF_THE_FAMILY or each.by == actor.account)


def _parties_for(actor: Actor, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    if actor.role is not Role.RELATIVE:
        return parties
    return tuple(each for each in parties if each.account == actor.account and each.role != NOT_FOUND_BY)


def _received_by(entries: tuple[RecordedEntry, ...], known_at: int) -> tuple[RecordedEntry, ...]:
    return tuple(each for each in entries if each.received <= known_at)
