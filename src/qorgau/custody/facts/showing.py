"""Entries, verdicts and clocks of a custody as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qorgau.custody.facts.assessing import Judged, judged
from qorgau.custody.facts.clocks import Clock
from qorgau.custody.facts.known import Known, known_of
from qorgau.custody.facts.lateness import late_by
from qorgau.custody.facts.law import law
from qorgau.custody.facts.reasons import WHY, why_of
from qorgau.custody.facts.record import ShownClock, ShownEntry, ShownVerdict
from qorgau.custody.facts.relations import LOOKS
from qorgau.custody.facts.standing import ENTERED_AS, OF_THE_ENTRY, key_of, needs_confirmation
from qorgau.custody.facts.story import story_of
from qorgau.custody.kind_forms import form_of
from qorgau.recording.history import RecordedEntry

_MEDICAL_FIELD = "medical"
_NEVER = 1 << 60


def shown_entries(known: Known, *, medical: bool) -> tuple[ShownEntry, ...]:
    """Every entry but the looks at the record, each with what became of it."""
    counted = {key_of(each) for each in known.standing.counted}
    corrected = _corrected_by(known.entries)
    return tuple(
        _shown(
            each,
            known,
            counts=key_of(each) in counted,
            corrected_by=corrected.get(each.entry.id, ()),
            medical=medical,
        )
        for each in known.entries
        if each.entry.kind not in LOOKS
    )


def _corrected_by(entries: Iterable[RecordedEntry]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for each in entries:
        if each.entry.corrects is not None:
            wrong = each.entry.corrects.entry
            found[wrong] = (*found.get(wrong, ()), each.entry.id)
    return found


def _shown(
    each: RecordedEntry, known: Known, *, counts: bool, corrected_by: tuple[str, ...], medical: bool
) -> ShownEntry:
    entry = each.entry
    form, kind = form_of(entry.kind), law().book.kinds.get(entry.kind)
    confirmed = known.standing.confirmed.get(entry.id)
    personal = {name: value for own in each.personal.values() for name, value in own.items()}
    personal.pop(WHY, None)
    if not medical:
        personal.pop(_MEDICAL_FIELD, None)
    own_word = str(entry.facts.get(ENTERED_AS, "")) or next((t.said_by for t in entry.happened), "")
    return ShownEntry(
        id=entry.id,
        kind=entry.kind,
        title=kind.title if kind else {},
        group=form.group if form else "record",
        happened=tuple(entry.happened),
        recorded=entry.recorded,
        received=each.received,
        by=entry.by or "",
        body=entry.for_body,
        own_word=own_word,
        facts={name: value for name, value in entry.facts.items() if name not in OF_THE_ENTRY},
        personal=personal,
        objects={role: tuple(ids) for role, ids in entry.objects.items()},
        counts=counts,
        late_by=late_by(each),
        corrects=entry.corrects,
        why=why_of(each),
        corrected_by=corrected_by,
        needs_confirmation=needs_confirmation(each) and confirmed is None,
        confirmed_by=(confirmed.entry.by or "") if confirmed else "",
    )


def shown_verdicts(found: Iterable[Judged]) -> tuple[ShownVerdict, ...]:
    """Verdicts with their safeguards, in the order of the law."""
    return tuple(
        ShownVerdict(safeguard=each.safeguard, subject_role=each.role, verdict=each.verdict) for each in found
    )


def shown_clocks(known: Known, *, as_of: int) -> tuple[ShownClock, ...]:
    """Every clock that started: those that still run by when they run out, then the others."""
    clocks = [_shown_clock(each) for each in known.clocks(as_of=as_of)]
    return tuple(sorted(clocks, key=lambda each: (not each.is_running, each.due_at or _NEVER)))


def _shown_clock(each: Clock) -> ShownClock:
    return ShownClock(
        safeguard=each.safeguard,
        basis=each.basis,
        subject_role=each.role,
        subject=each.subject,
        clock=each.clock,
        state=each.clock.state,
        own_word_only=each.own_word_only,
        due_from=each.due_from,
        due_at=each.due_at,
        has_figure=each.has_figure,
        is_running=each.is_running,
    )


def by_word(known: Known, found: Iterable[Judged], *, as_of: int) -> Mapping[str, tuple[ShownVerdict, ...]]:
    """Verdicts by the word of each source that differs: where several tell of one event, or a span is given."""
    usual = {_key(each): each.verdict.state for each in found}
    plain = story_of(known.standing, plain_words=True)
    answers: dict[str, tuple[ShownVerdict, ...]] = {}
    for word in _words_that_differ(known):
        own = judged(plain, as_of=as_of, touched_only=True, word_of=word)
        differ = [each for each in own if usual.get(_key(each)) != each.verdict.state]
        if differ:
            answers[word] = shown_verdicts(differ)
    return answers


def _key(each: Judged) -> tuple[str, str, str, str]:
    return each.safeguard.id, each.verdict.basis, each.role, each.verdict.subject


def _words_that_differ(known: Known) -> list[str]:
    """The sources of every event of which more than one source tells."""
    told: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for each in known.standing.counted:
        form = form_of(each.entry.kind)
        if form is None or not form.identified_by:
            continue
        event = (each.entry.kind, tuple(each.entry.objects.get(form.identified_by, ())))
        told.setdefault(event, set()).update(source.said_by for source in each.entry.happened)
    return sorted({word for words in told.values() if len(words) > 1 for word in words})


def if_confirmed(known: Known, *, as_of: int) -> tuple[ShownVerdict, ...]:
    """The verdicts that would change if the corrections that wait were confirmed."""
    if not known.standing.waiting:
        return ()
    then = known_of(known.custody, known.entries, with_waiting=True)
    if then is None:
        return ()
    usual = {_key(each): each.verdict for each in known.judged(as_of=as_of, touched_only=True)}
    return shown_verdicts(
        each for each in then.judged(as_of=as_of, touched_only=True) if usual.get(_key(each)) != each.verdict
    )
