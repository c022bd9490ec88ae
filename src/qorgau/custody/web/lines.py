"""What a record page shows, line by line: clocks, verdicts, entries, each ready for its template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qorgau.clock import Interval, Zone
from qorgau.custody.citing import cited
from qorgau.custody.facts.record import CustodyRecord, ShownClock, ShownEntry, ShownVerdict
from qorgau.custody.kind_forms import kind_forms
from qorgau.custody.web.facts_said import facts_in_words
from qorgau.custody.web.titles import source_title
from qorgau.lawbook import Basis, Language, Safeguard
from qorgau.lawbook.safeguard import DatedLimit
from qorgau.ledger.entry import Happened
from qorgau.safeguards import ClockVerdict, Note, State, Verdict
from qorgau.wording import in_language, say, say_instant, say_limit, say_span

_ORDER = (State.BREACHED, State.LATE, State.CANNOT_TELL, State.OPEN, State.MET)
_ASIDE = frozenset({State.NOT_APPLICABLE, State.NOT_CHECKED})


_CARRIED_AFTER = 60


@dataclass(frozen=True, kw_only=True)
class ClockLine:
    """A clock as the clock bar draws it, with the rule it belongs to."""

    safeguard: Safeguard
    basis: Basis
    subject: str
    state: State
    triggered_at: int
    due_at: int | None
    met_at: int | None
    own_word_only: bool


@dataclass(frozen=True, kw_only=True)
class VerdictLine:
    """A verdict in one line of a table."""

    shown: ShownVerdict
    state: State
    times: str
    spare: str
    limit: str
    source: str
    own_word_only: bool
    is_answerable: bool
    answered: str
    by_word: tuple[tuple[str, str], ...] = ()

    @property
    def safeguard(self) -> Safeguard:
        """The rule."""
        return self.shown.safeguard

    @property
    def verdict(self) -> Verdict:
        """The engine's answer."""
        return self.shown.verdict


@dataclass(frozen=True, kw_only=True)
class EntryLine:
    """An entry of the timeline."""

    entry: ShownEntry
    title: str
    when: tuple[str, ...]
    typed: str
    by: str
    said: tuple[tuple[str, str], ...]
    can_correct: bool

    @property
    def style(self) -> str:
        """How the timeline draws it."""
        if not self.entry.counts:
            return "corrected"
        return "late_entry" if self.entry.late_by else ""


def clock_line(shown: ShownClock) -> ClockLine:
    """A clock for the bar: where an end is uncertain, the later one stands."""
    clock = shown.clock
    return ClockLine(
        safeguard=shown.safeguard,
        basis=shown.basis,
        subject=shown.subject,
        state=shown.state,
        triggered_at=clock.triggered.earliest,
        due_at=shown.due_at,
        met_at=clock.met.latest if clock.met else None,
        own_word_only=shown.own_word_only,
    )


def verdict_lines(
    verdicts: tuple[ShownVerdict, ...], record: CustodyRecord, language: Language
) -> tuple[list[VerdictLine], list[VerdictLine]]:
    """The verdicts by how bad they are, and apart from them those that have nothing to say."""
    lines = [_verdict_line(each, record, language) for each in verdicts]
    told = [line for line in lines if line.state not in _ASIDE]
    told.sort(key=lambda line: (_ORDER.index(line.state), line.safeguard.id))
    return told, [line for line in lines if line.state in _ASIDE]


def _verdict_line(shown: ShownVerdict, record: CustodyRecord, language: Language) -> VerdictLine:
    verdict = shown.verdict
    answer = next(
        (a for a in record.answers if (a.safeguard, a.basis) == (verdict.safeguard, verdict.basis.value)),
        None,
    )
    bad = verdict.state in (State.BREACHED, State.LATE)
    return VerdictLine(
        shown=shown,
        state=verdict.state,
        times=times_of(verdict, record.zone, language),
        spare=spare_of(verdict, record.as_of, language),
        limit=say_limit(verdict.limit, language) if verdict.limit else "",
        source=cited(verdict.limit.source, language) if verdict.limit else "",
        own_word_only=Note.OWN_ENTRY_ONLY in verdict.notes,
        is_answerable=bad and answer is None,
        answered=say(f"custody.outcome_{answer.outcome}", language) if answer else "",
        by_word=_by_word(verdict, record, language),
    )


def _by_word(verdict: Verdict, record: CustodyRecord, language: Language) -> tuple[tuple[str, str], ...]:
    """Source and state, for each source by whose own times the verdict would be another."""
    wanted = (verdict.safeguard, verdict.basis, verdict.subject)
    return tuple(
        (source_title(source, language), each.verdict.state.value)
        for source, verdicts in record.by_word.items()
        for each in verdicts
        if (each.verdict.safeguard, each.verdict.basis, each.verdict.subject) == wanted
        and each.verdict.state is not verdict.state
    )


def times_of(verdict: Verdict | ClockVerdict, zone: Zone, language: Language) -> str:
    """Due and done, as far as there are any."""
    parts = []
    if verdict.due and has_figure(verdict.limit):
        parts.append(say("custody.due", language, when=span_of(verdict.due, zone, language)))
    if verdict.met:
        parts.append(say("custody.done", language, when=span_of(verdict.met, zone, language)))
    return "; ".join(parts)


def has_figure(limit: DatedLimit | None) -> bool:
    """Whether the law gives a number."""
    return limit is not None and not isinstance(limit.limit, str) and limit.limit is not None


def spare_of(verdict: Verdict | ClockVerdict, as_of: int, language: Language) -> str:
    """By how much: late, overdue, to spare or left."""
    if not has_figure(verdict.limit):
        return ""
    if verdict.met is None and verdict.due is not None:
        left = verdict.due.latest - as_of
        if verdict.state is State.OPEN and left >= 0:
            return say("custody.left", language, span=say_span(left, language))
        if verdict.state in (State.BREACHED, State.OPEN):
            return say("custody.overdue_by", language, span=say_span(-left, language))
    if verdict.delay is None:
        return ""
    least, most = verdict.delay
    key = "custody.late_by" if least > 0 else "custody.to_spare"
    return say(key, language, span=say_span(least if least > 0 else most, language))


def span_of(interval: Interval, zone: Zone, language: Language) -> str:
    """An exact time, or between which two times it lies."""
    first = say_instant(interval.earliest, zone, language)
    if interval.is_exact:
        return first
    return say("custody.between", language, first=first, last=say_instant(interval.latest, zone, language))


def entry_line(
    entry: ShownEntry, record: CustodyRecord, language: Language, *, names: Mapping[str, str], corrects: bool
) -> EntryLine:
    """An entry as the timeline shows it."""
    return EntryLine(
        entry=entry,
        title=in_language(entry.title, language),
        when=tuple(happened_in_words(each, record.zone, language) for each in entry.happened),
        typed=_typed(entry, record.zone, language),
        by=names.get(entry.by, ""),
        said=facts_in_words(entry, language),
        can_correct=corrects and entry.counts and not entry.needs_confirmation and entry.kind in kind_forms(),
    )


def happened_in_words(happened: Happened, zone: Zone, language: Language) -> str:
    """When, and by whose word."""
    when = span_of(Interval(happened.earliest, happened.latest), zone, language)
    who = say("custody.by_word", language, who=source_title(happened.said_by, language))
    return f"{when} ({who})"


def _typed(entry: ShownEntry, zone: Zone, language: Language) -> str:
    when = say_instant(entry.recorded, zone, language)
    if entry.late_by is None:
        typed = say("custody.typed", language, when=when)
    else:
        typed = say("custody.typed_late", language, when=when, span=say_span(entry.late_by, language))
    if entry.received - entry.recorded < _CARRIED_AFTER:
        return typed
    # Typed at a desk without a network and carried here later: both times are shown.
    received = say("custody.received", language, when=say_instant(entry.received, zone, language))
    return f"{typed} · {received}"
