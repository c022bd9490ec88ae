"""May this be done? Every reason why not, in the three languages, or what the move will be marked with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from qorgau.lawbook.bodies import Bodies, UnknownBodyError
from qorgau.lawbook.procedure import Effect, Mark, Move, NamedCondition, Procedure
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Language
from qorgau.procedures.case import Allowed, Attempt, Event, Finding, Refused, Standing
from qorgau.procedures.conditions import mark_of, shown
from qorgau.procedures.deadlines import extended_to
from qorgau.procedures.following import marks_on, standing, whats_wrong
from qorgau.procedures.saying import say


def attempt(
    procedure: Procedure, now: Standing, wish: Attempt, *, bodies: Bodies | None = None
) -> Allowed | Refused:
    """Whether the move may be made, and with which marks; nothing is changed.

    The move is judged by the law of the day of `wish.at` and by where the case stood then. A condition
    that nobody states is read off the case's own entries; one that nobody can answer never refuses.
    `bodies` may be left out only where every actor of the procedure is a party.
    """
    events = [step.event for step in now.path]
    then = standing(procedure, events, as_of=wish.at, zone=now.zone, opened=min(now.opened, wish.at))
    event = Event(wish.move, wish.at, wish.body, wish.account, wish.ground, wish.facts)
    why = whats_wrong(procedure, then.stage, event, now.zone, offence=then.offence)
    if why:
        return Refused(why)
    move = procedure.moves[wish.move]
    day = date.fromordinal(now.zone.civil_day(wish.at))
    asked = tuple(_asked(move, then, wish, day))
    why = (
        *_actor_faults(procedure, move, wish.body, day, bodies),
        *(answer.why for answer in asked if answer.why),
        *_reason_faults(move, wish),
        *_extension_faults(move, then, event),
        *_later_faults(procedure, now, events, event),
    )
    if why:
        return Refused(why, next((answer.path for answer in asked if answer.why and answer.path), ()))
    ground = move.grounds.get(wish.ground) if wish.ground else None
    marks = (*marks_on(move, ground, day), *(answer.mark for answer in asked if answer.mark))
    return Allowed(move, move.target(then.stage), marks)


def actors(procedure: Procedure, move: Move, day: date, bodies: Bodies | None) -> tuple[Text, ...]:
    """Who may make a move on a day, by name: bodies with the competence, and parties."""
    found: dict[str, Text] = {}
    for word in move.done_by:
        if word in procedure.parties:
            found[word] = procedure.parties[word]
        elif bodies is not None:
            found |= {
                body.id: body.title
                for basis in procedure.bases(move)
                for body, _ in bodies.competent(word, day, basis=basis)
            }
    return tuple(found.values())


def may(procedure: Procedure, move: Move, body: str, day: date, bodies: Bodies | None) -> bool:
    """Whether a body or party is one of those who may make the move on a day."""
    if body in move.done_by and body in procedure.parties:
        return True
    if bodies is None:
        return False
    try:
        known = bodies.on(body, day)
    except UnknownBodyError:
        return False
    return any(known.may(word, day, basis=basis) for word in move.done_by for basis in procedure.bases(move))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one condition comes to: a reason why not, or a mark, or nothing."""

    why: Text | None = None
    mark: Mark | None = None
    path: tuple[str, ...] = ()


def _asked(move: Move, then: Standing, wish: Attempt, day: date) -> Iterator[_Answer]:
    for condition in move.only_if:
        if condition.term.holds(day):
            finding = wish.conditions.get(condition.name)
            finding = finding or shown(condition, then.procedure, then.path, account=wish.account)
            yield _answer(condition, finding, wish.why_not.get(condition.name, ""))


def _answer(condition: NamedCondition, finding: Finding, why_not: str) -> _Answer:
    fails = finding.why or condition.fails
    if finding.holds is True:
        return _Answer()
    if condition.effect is Effect.ASKS_REASONS:
        return (
            _Answer(mark=mark_of(condition, fails))
            if why_not.strip()
            else _Answer(say("reasons_why_not", condition=fails))
        )
    if finding.holds is None:
        open_ = say("condition_open", condition=_lowered(condition.words.title))
        return _Answer(mark=mark_of(condition, open_) if condition.effect is Effect.REFUSES else None)
    if condition.effect is Effect.REFUSES:
        return _Answer(why=fails, path=finding.path)
    return _Answer(mark=mark_of(condition, condition.says or fails), path=finding.path)


def _lowered(title: Text) -> Text:
    return {language: said[:1].lower() + said[1:] for language, said in title.items()}


def _actor_faults(
    procedure: Procedure, move: Move, body: str, day: date, bodies: Bodies | None
) -> Iterator[Text]:
    if not may(procedure, move, body, day, bodies):
        yield say("not_yours", move=move.title, who=_joined(actors(procedure, move, day, bodies)))


def _joined(titles: tuple[Text, ...]) -> Text:
    return {
        language: "; ".join(title.get(language, title[Language.EN]) for title in titles) or "–"
        for language in Language
    }


def _reason_faults(move: Move, wish: Attempt) -> Iterator[Text]:
    if move.reasons_required and not wish.reasons.strip():
        yield say("reasons_needed", move=move.title)


def _extension_faults(move: Move, then: Standing, event: Event) -> Iterator[Text]:
    """An extension names a day, and one that is later than every deadline it speaks of."""
    if not move.extends:
        return
    dues = [
        clock.due_at for clock in then.clocks if clock.move.id == move.extends and clock.due_at is not None
    ]
    until = extended_to(event)
    if not dues:
        yield say("nothing_to_extend")
    elif until is None:
        yield say("needs_new_date")
    elif then.zone.day_bounds(until)[1] <= max(dues):
        yield say("only_lengthens", day=date.fromordinal(then.zone.civil_day(max(dues))))


def _later_faults(procedure: Procedure, now: Standing, events: list[Event], event: Event) -> Iterator[Text]:
    """A move typed in late may not take the ground from under a step that came after it."""
    if not any(other.at > event.at for other in events):
        return
    whole = standing(procedure, [*events, replace(event)], as_of=now.as_of, zone=now.zone, opened=now.opened)
    if whole.refused_steps:
        yield say("falls_behind")
