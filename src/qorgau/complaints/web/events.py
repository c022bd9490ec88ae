"""The timeline of a case: each entry once, a move by its own title together with what it recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qorgau.access.queries import account_names
from qorgau.complaints.entries import ASSIGNMENT_REFUSED, REPRISAL
from qorgau.complaints.facts.case import Case, CaseEntry
from qorgau.complaints.facts.law import procedure
from qorgau.complaints.web.needed import kind_recorded
from qorgau.complaints.web.words import body_path, body_word, entry_title, facts_said, personal_said
from qorgau.lawbook import Language
from qorgau.lawbook.procedure import Move
from qorgau.mailboxes.entries import IDENTITY_RELEASED
from qorgau.procedures import MOVE_MADE
from qorgau.wording import in_language, say, say_instant

_LOUD = frozenset({ASSIGNMENT_REFUSED, REPRISAL, "ComplaintSentBack", "RefusedByCourt"})
_SAID_APART = frozenset({"move", "move_ground", "tie_path"})
_OF_A_RELEASE = frozenset({"released_to", "ground"})


@dataclass(frozen=True, kw_only=True)
class EventLine:
    """One event; style as the timeline's.

    confirms: what the second person's button says.
    entry: its id; state: corrected, waits or nothing; why: the reason of a correction, and corrects: of which.
    """

    title: str
    when: str
    by: str
    anchor: str
    style: str
    said: tuple[tuple[str, str], ...]
    entry: str = ""
    state: str = ""
    why: str = ""
    corrects: str = ""
    may_correct: bool = False
    may_confirm: bool = False
    confirms: str = ""


def event_lines(case: Case, language: Language) -> list[EventLine]:
    """The newest last, as it happened; what was corrected stands where it stood."""
    every = (*case.entries, *case.set_aside)
    names = account_names(each.by for each in every)
    shown = _without_companions(every)
    stood = {each.id: each for each in shown}
    said = [each for each in shown if not each.withdraws or each.corrects in stood]
    return [_line(each, case, names, language, stood.get(each.corrects)) for each in sorted(said, key=_began)]


def entry_line(entry: CaseEntry, case: Case, language: Language) -> EventLine:
    """One entry alone."""
    return _line(entry, case, account_names([entry.by]), language, None)


def _without_companions(every: Sequence[CaseEntry]) -> list[CaseEntry]:
    """Each move once, without what it recorded beside itself."""
    made = [(each, _move_of(each)) for each in every if each.kind == MOVE_MADE]
    beside = {
        (each.recorded, each.by, kind_recorded(move))
        for each, move in made
        if move is not None and move.records
    }
    return [each for each in every if each.withdraws or (each.recorded, each.by, each.kind) not in beside]


def when_said(entry: CaseEntry, case: Case, language: Language) -> str:
    """When it happened; of a sealed entry the hour only."""
    said = say_instant(_began(entry), case.zone, language)
    return f"{said} ({say('complaints.the_hour', language)})" if entry.way_sealed else said


def _began(entry: CaseEntry) -> int:
    return min((each.earliest for each in entry.happened), default=entry.recorded)


def _line(
    entry: CaseEntry, case: Case, names: Mapping[str, str], language: Language, wrong: CaseEntry | None
) -> EventLine:
    move = _move_of(wrong if wrong and entry.withdraws else entry)
    who = [body_word(entry.body, language), names.get(entry.by, "")]
    return EventLine(
        title=_title(entry, move, language),
        when=when_said(entry, case, language),
        by=" · ".join(each for each in who if each),
        anchor=f"e-{entry.id}",
        style=_style(entry),
        said=(*_ground(entry, move, language), *_path(entry, language), *_facts(entry, case, language)),
        entry=entry.id,
        state=_state(entry),
        why=entry.why,
        corrects=entry.corrects,
        may_correct=entry.may_correct,
        may_confirm=entry.may_confirm,
        confirms=_confirms(entry, language),
    )


def _confirms(entry: CaseEntry, language: Language) -> str:
    """What the button of a second person says."""
    release = entry.kind == IDENTITY_RELEASED
    return say("complaints.confirm_release" if release else "custody.confirm_correction", language)


def _title(entry: CaseEntry, move: Move | None, language: Language) -> str:
    title = entry_title(entry.kind, move.title if move else None, language)
    return say("complaints.withdrawn_entry", language, title=title) if entry.withdraws else title


def _style(entry: CaseEntry) -> str:
    if not entry.counts and not entry.withdraws and not entry.waits:
        return "corrected"
    return "breach" if entry.kind in _LOUD and not entry.withdraws else ""


def _state(entry: CaseEntry) -> str:
    if entry.waits:
        return "waits"
    return "corrected" if not entry.counts and not entry.withdraws else ""


def _facts(entry: CaseEntry, case: Case, language: Language) -> tuple[tuple[str, str], ...]:
    said = _SAID_APART | (_OF_A_RELEASE if entry.kind == IDENTITY_RELEASED else frozenset())
    facts = {name: value for name, value in entry.facts.items() if name not in said}
    personal = [line for each in entry.personal.values() for line in personal_said(each, language)]
    hidden = [("", say("complaints.personal_hidden", language))] if entry.hidden else []
    return (*_release(entry, language), *facts_said(facts, case.zone, language), *personal, *hidden)


def _release(entry: CaseEntry, language: Language) -> tuple[tuple[str, str], ...]:
    """To whom, and on what ground: what a second member of the mechanism has to know to confirm it."""
    if entry.kind != IDENTITY_RELEASED:
        return ()
    ground = str(entry.facts.get("ground", ""))
    return (
        (
            say("complaints.released_to", language),
            body_word(str(entry.facts.get("released_to", "")), language),
        ),
        (say("complaints.release_ground", language), say(f"complaints.release_ground_{ground}", language)),
    )


def _ground(entry: CaseEntry, move: Move | None, language: Language) -> tuple[tuple[str, str], ...]:
    ground = str(entry.facts.get("move_ground", ""))
    known = move.grounds.get(ground) if move else None
    if known is None:
        return ()
    return ((say("complaints.move_ground", language), in_language(known.title, language)),)


def _path(entry: CaseEntry, language: Language) -> tuple[tuple[str, str], ...]:
    path = str(entry.facts.get("tie_path", ""))
    if not path:
        return ()
    return ((say("complaints.path", language), " → ".join(body_path(path.split(">"), language))),)


def _move_of(entry: CaseEntry) -> Move | None:
    known = procedure(str(entry.facts.get("procedure", "")))
    return known.moves.get(str(entry.facts.get("move", ""))) if known else None
