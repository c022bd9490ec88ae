"""Rows of a list, in our words, as recommendations; several rows of one are one with several actions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from qorgau.custody.importing.faults import RowFault
from qorgau.custody.importing.files import ReadRows
from qorgau.lawbook import Language
from qorgau.lawbook.committees import SenderKind
from qorgau.treaty.facts.naming import split
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.facts.words import ActionState, Sender
from qorgau.treaty.importing.columns import EVERY, OF_A_RECOMMENDATION
from qorgau.treaty.importing.mapping import ListMap, map_for
from qorgau.treaty.importing.wanted import Activity, Answering, Step, Wanted
from qorgau.treaty.importing.words import (
    Unfit,
    body_named,
    codes_named,
    day_in,
    number_in,
    several,
    word_in,
    yes_in,
)
from qorgau.treaty.seats import book

_LEADING = re.compile(r"^(?:§+|paras?\.?|paragraphs?|пп?\.|пункты?|тармақ)\s*", re.IGNORECASE)
SENDERS = {
    SenderKind.TREATY_BODY: Sender.TREATY_BODY,
    SenderKind.SUBCOMMITTEE: Sender.SUBCOMMITTEE,
    SenderKind.REVIEW: Sender.UPR,
    SenderKind.NATIONAL: Sender.OTHER,
}
_KINDS = ("subjects", "people", "sdg", "measures")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What could be understood, and what is wrong with the rest; rows: how many there were."""

    wanted: tuple[Wanted, ...]
    faults: tuple[RowFault, ...]
    rows: int
    left: tuple[str, ...] = ()


def sheet_of(
    read: ReadRows, by: ListMap | None, language: Language, *, today: date, judged: Callable[[], None]
) -> Sheet:
    """Every row judged; judged: called after each, for whoever waits."""
    names = frozenset(name for row in read.rows for name in row.cells)
    known = by or map_for(names)
    held: dict[str, Wanted] = {}
    first: dict[str, tuple[int, Mapping[str, str]]] = {}
    faults = [*read.faults]
    told: set[str] = set()
    for row in read.rows:
        cells = known.cells(row.cells)
        faults += _unknown(row.number, cells, told, language)
        try:
            _add(row.number, cells, held, first, today=today)
        except Unfit as unfit:
            faults.append(fault(row.number, unfit.column, unfit.said(language)))
        judged()
    return Sheet(wanted=tuple(held.values()), faults=tuple(faults), rows=read.total)


def fault(row: int, column: str, sentence: str) -> RowFault:
    """A fault in words of this slice."""
    return RowFault(row=row, column=column, phrase="import_said", values={"said": sentence})


def _unknown(row: int, cells: Mapping[str, str], told: set[str], language: Language) -> list[RowFault]:
    """A column that nobody knows is told once, in the row where it first says something."""
    new = [name for name in cells if name not in EVERY and name not in told]
    told.update(new)
    return [
        fault(row, each[:100], Unfit(each, "column_unknown", name=each[:100]).said(language)) for each in new
    ]


def _add(
    number: int,
    cells: Mapping[str, str],
    held: dict[str, Wanted],
    first: dict[str, tuple[int, Mapping[str, str]]],
    *,
    today: date,
) -> None:
    stem, leaf = _named(cells)
    key = f"{stem}#{leaf}"
    activities = _activity(number, cells, key, today=today)
    if key in held:
        _require_same(cells, *first[key])
        held[key] = replace(held[key], activities=(*held[key].activities, *activities))
        return
    held[key] = replace(_wanted(number, cells, stem, leaf, today=today), activities=activities)
    first[key] = (number, cells)


def _named(cells: Mapping[str, str]) -> tuple[str, str]:
    if "#" in cells.get("id", ""):
        stem, leaf = split(cells["id"])
        if stem and leaf:
            return stem, leaf
    symbol = "".join(cells.get("symbol", "").split())
    leaf = "".join(_LEADING.sub("", cells.get("paragraph", "")).split())
    for column, said in (("symbol", symbol), ("paragraph", leaf)):
        if not said:
            raise Unfit(column, "needed")
    return symbol, leaf


def _require_same(cells: Mapping[str, str], row: int, before: Mapping[str, str]) -> None:
    for name in OF_A_RECOMMENDATION:
        if cells.get(name) and cells[name] != before.get(name):
            raise Unfit(name, "differs", row=row)


def _wanted(number: int, cells: Mapping[str, str], stem: str, leaf: str, *, today: date) -> Wanted:
    if not cells.get("text"):
        raise Unfit("text", "needed")
    committee, sender = _who(cells)
    language = cells.get("language", "").lower() or _guessed(cells["text"])
    texts = {code: cells[f"text_{code}"] for code in ("ru", "kk") if cells.get(f"text_{code}")}
    return Wanted(
        number=number,
        stem=stem,
        leaf=leaf,
        text=cells["text"],
        language=language,
        texts={code: words for code, words in texts.items() if code != language},
        sender=sender,
        committee=committee,
        state=cells.get("state", ""),
        cycle=cells.get("cycle", ""),
        symbol=cells.get("symbol", stem if "/" in stem else ""),
        heading=cells.get("heading", ""),
        follow_up=yes_in(cells.get("follow_up", ""), column="follow_up"),
        due=day_in(cells.get("due", ""), column="due"),
        report_due=day_in(cells.get("report_due", ""), column="report_due"),
        position=cells.get("position", ""),
        classes=_classes(cells),
        answering=_answering(cells, today=today),
    )


def _who(cells: Mapping[str, str]) -> tuple[str, Sender]:
    """The committee and what sort of sender it is; a list may name either."""
    committee, said = cells.get("committee", ""), cells.get("sender", "")
    if committee in set(Sender):
        committee, said = "", said or committee
    known = book().committees.get(committee)
    if committee and known is None:
        raise Unfit("committee", "no_word", typed=committee[:40], known=", ".join(sorted(book().committees)))
    if said:
        return committee, word_in(said, Sender, column="sender")
    return committee, SENDERS[known.kind] if known is not None else Sender.OTHER


def _guessed(text: str) -> str:
    """The language of a text that does not say it: by its letters."""
    letters = text.casefold()
    if any(sign in "әғқңөұүһі" for sign in letters):
        return "kk"
    return "ru" if any("а" <= sign <= "я" for sign in letters) else "en"


def _classes(cells: Mapping[str, str]) -> Classes:
    found = {name: codes_named(name, several(cells.get(name, "")), column=name) for name in _KINDS}
    strength = cells.get("strength", "")
    if strength:
        (strength,) = codes_named("strengths", (strength,), column="strength")
    return Classes(**found, strength=strength)


def _answering(cells: Mapping[str, str], *, today: date) -> tuple[Answering, ...]:
    if not cells.get("lead"):
        return ()
    lead = body_named(cells["lead"], column="lead")
    others = [body_named(each, column="contributing") for each in several(cells.get("contributing", ""))]
    since = day_in(cells.get("since", ""), column="since") or today
    contributing = tuple(body for body in dict.fromkeys(others) if body != lead)
    reason = cells.get("reason", "")
    return (Answering(lead=lead, contributing=contributing, since=since, reason=reason),)


def _activity(number: int, cells: Mapping[str, str], key: str, *, today: date) -> tuple[Activity, ...]:
    what = cells.get("activity", "")
    if not what:
        return ()
    due = day_in(cells.get("activity_due", ""), column="activity_due")
    if due is None:
        raise Unfit("activity_due", "needed")
    lead = cells.get("activity_lead") or cells.get("lead", "")
    if not lead:
        raise Unfit("activity_lead", "needed")
    others = several(cells.get("activity_contributing", ""))
    budget = number_in(cells.get("budget", ""), column="budget")
    if budget is not None and not re.fullmatch("[A-Z]{3}", cells.get("currency", "").upper()):
        raise Unfit("currency", "needed")
    return (
        Activity(
            key=f"{key}/{number}",
            what={_guessed(what): what},
            lead=body_named(lead, column="activity_lead"),
            contributing=tuple(body_named(each, column="activity_contributing") for each in others),
            due=due,
            budget=budget,
            currency=cells.get("currency", "").upper() if budget is not None else "",
            steps=_steps(cells, today=today),
        ),
    )


def _steps(cells: Mapping[str, str], *, today: date) -> tuple[Step, ...]:
    said = cells.get("activity_state", "")
    if not said or said == ActionState.PLANNED.value:
        return ()
    state = word_in(said, ActionState, column="activity_state")
    on = day_in(cells.get("activity_on", ""), column="activity_on")
    if on is None:
        raise Unfit("activity_on", "needed")
    reason = cells.get("activity_reason", "")
    if state is ActionState.STOPPED and not reason:
        raise Unfit("activity_reason", "needed")
    return (Step(state=state, on=on, reason=reason),)
