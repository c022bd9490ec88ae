"""Why a verdict is what it is, for one subject: the entries, the line of law, the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rich.console import Console
from rich.markup import escape

from qorgau.clock import Interval, Zone, show_instant
from qorgau.eventlog.log import Log
from qorgau.lawbook import Language, Lawbook, Safeguard
from qorgau.portal.checking.outcome import Question, record_of
from qorgau.portal.checking.table import COLOURS
from qorgau.safeguards import Entry, Record, State, Verdict, assess, histories
from qorgau.wording import explained, in_language, say, say_limit, say_span

_SHOWN = frozenset({State.MET, State.LATE, State.BREACHED, State.OPEN, State.CANNOT_TELL})


class NoSuchSubjectError(ValueError):
    """The log names no such subject; the message lists some that it does name."""


def show_why(log: Log, question: Question, subject: str, console: Console, *, language: Language) -> None:
    """Print every verdict on one subject with its entries, its line of law and its arithmetic."""
    record = record_of(log, question)
    entries = _entries(log, record, subject)
    console.print(
        f"[bold]{escape(log.role)} {escape(subject)}[/]: {say('entries_of', language).format(len(entries))}"
    )
    for entry in entries:
        said = ", ".join(f"{name}: {value}" for name, value in entry.facts.items())
        by = f" · {_speaker(question.book, entry.by, language)}" if entry.by else ""
        kind = _kind(question.book, entry.kind, language)
        console.print(f"  {_when(entry.happened, record.zone, language)}  {kind}{by}  [dim]{escape(said)}[/]")
    for rule in question.safeguards:
        for place, verdict in enumerate(_verdicts(rule, entries, question, record, None)):
            if place == 0:
                console.print(f"\n[bold]{escape(in_language(rule.title, language))}[/] [dim]{rule.id}[/]")
            _show_verdict(rule, verdict, log, record.zone, console, language)
            _show_by_word(rule, verdict, entries, question, record, console, language)


def _kind(book: Lawbook, name: str, language: Language) -> str:
    """What happened, in the language; English readers see the name that law files use."""
    known = book.kinds.get(name)
    return name if known is None or language is Language.EN else in_language(known.title, language)


def _speaker(book: Lawbook, name: str, language: Language) -> str:
    known = book.speakers.get(name)
    return name if known is None else in_language(known.title, language)


def _entries(log: Log, record: Record, subject: str) -> list[Entry]:
    names = log.subjects.values
    if subject not in names:
        some = ", ".join(names[:5])
        raise NoSuchSubjectError(
            f"--why: the log names no {log.role} `{subject}`. It names, for example: {some}."
        )
    rows = np.flatnonzero(log.subjects.codes == names.index(subject))
    return sorted((record.entry(int(row)) for row in rows), key=lambda e: (e.happened.earliest, e.seq))


def _verdicts(
    rule: Safeguard, entries: list[Entry], question: Question, record: Record, word_of: str | None
) -> Iterator[Verdict]:
    for history in histories(entries, role=rule.per, lawbook=question.book, zone=record.zone):
        found = assess(
            history,
            [rule],
            lawbook=question.book,
            as_of=question.as_of,
            observed=record.observed,
            recorded=frozenset(record.facts),
            word_of=word_of,
        )
        yield from (verdict for verdict in found if verdict.state in _SHOWN)


def _show_verdict(
    rule: Safeguard, verdict: Verdict, log: Log, zone: Zone, console: Console, language: Language
) -> None:
    colour = COLOURS[verdict.state.value]
    of = "" if rule.per == log.role else f" ({rule.per} {escape(verdict.subject)})"
    notes = "".join(f"; {explained('notes', note.value, language)}" for note in sorted(verdict.notes))
    console.print(
        f"  {say(verdict.basis.value, language)}{of}: [{colour}]{say(verdict.state.value, language)}[/]"
        f"{_by(verdict, language)}{_because(verdict, language)}[dim]{notes}[/]"
    )
    if verdict.limit is not None:
        console.print(f"    {say_limit(verdict.limit, language)} · {escape(verdict.limit.source)}")
    if verdict.triggered is not None:
        console.print(f"    {_arithmetic(verdict, log, zone, language)}")


def _arithmetic(verdict: Verdict, log: Log, zone: Zone, language: Language) -> str:
    assert verdict.triggered is not None
    began = _when(verdict.triggered, zone, language) + _rows(verdict.trigger_ids, log, language)
    if verdict.met == verdict.triggered:
        return say("why_at", language).format(began)  # an act that was itself lawful or not: no time ran
    parts = [say("why_from", language).format(began)]
    if verdict.due is not None:
        parts.append(say("why_due", language).format(_when(verdict.due, zone, language)))
    if verdict.met is not None:
        ended = _when(verdict.met, zone, language) + _rows(verdict.answer_ids, log, language)
        parts.append(say("why_happened", language).format(ended))
    if verdict.elapsed is not None:
        parts.append(say("why_elapsed", language).format(_range(verdict.elapsed, language)))
    return ", ".join(parts)


def _rows(ids: tuple[str, ...], log: Log, language: Language) -> str:
    """Where the entries stand in the source."""
    lines = ", ".join(str(int(log.rows[int(row)])) for row in ids)
    return f" ({say(log.row_unit, language)} {lines})" if lines else ""


def _when(interval: Interval, zone: Zone, language: Language) -> str:
    first = show_instant(interval.earliest, zone)
    if interval.is_exact:
        return first
    return say("from_to", language).format(first, show_instant(interval.latest, zone))


def _by(verdict: Verdict, language: Language) -> str:
    if verdict.delay is None or verdict.state in {State.OPEN, State.CANNOT_TELL}:
        return ""
    least, most = sorted((abs(verdict.delay[0]), abs(verdict.delay[1])))
    if not most:
        return f", {say('at_the_limit', language)}"
    span = _range((least, most), language)
    return ", " + (say("to_spare", language).format(span) if verdict.state is State.MET else span)


def _range(span: tuple[int, int], language: Language) -> str:
    least, most = (say_span(seconds, language) for seconds in span)
    return least if least == most else say("from_to", language).format(least, most)


def _because(verdict: Verdict, language: Language) -> str:
    if verdict.reason is None:
        return ""
    possible = " / ".join(
        say(state.value, language) for state in verdict.possible if state is not State.CANNOT_TELL
    )
    return f" ({explained('reasons', verdict.reason.value, language)}{': ' + possible if possible else ''})"


def _show_by_word(
    rule: Safeguard,
    verdict: Verdict,
    entries: list[Entry],
    question: Question,
    record: Record,
    console: Console,
    language: Language,
) -> None:
    """Where sources give different times of one event: the verdict by each one's word."""
    if not verdict.gap:
        return
    told = False
    for source in sorted({entry.by for entry in entries if entry.by}):
        for own in _verdicts(rule, entries, question, record, source):
            if (
                own.basis is verdict.basis
                and own.subject == verdict.subject
                and own.state is not State.CANNOT_TELL
            ):
                if not told:
                    console.print(
                        f"    {say('sources_differ', language).format(say_span(verdict.gap, language))}",
                        style="dim",
                    )
                told = True
                state = say(own.state.value, language)
                speaker = say("word_of", language).format(_speaker(question.book, source, language))
                colour = COLOURS[own.state.value]
                console.print(f"      {speaker}: [{colour}]{state}[/]{_by(own, language)}")
