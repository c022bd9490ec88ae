"""The verdicts in words: what was owed, until when, when it was done, by how much, and by which source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from qorgau.clock import Interval
from qorgau.custody.citing import cited
from qorgau.custody.document.contents import Copy, Ruling
from qorgau.custody.document.instants import brief_span
from qorgau.custody.document.naming import source
from qorgau.custody.facts.law import weighs
from qorgau.custody.facts.record import ShownVerdict
from qorgau.lawbook import Basis, Duration, Language, NoFigure, Shape
from qorgau.safeguards import Note, State, Verdict
from qorgau.wording import explained, in_language, say, say_plural, say_span

_WORST_FIRST = (State.BREACHED, State.LATE, State.OPEN, State.CANNOT_TELL, State.MET)


def rulings(verdicts: Sequence[ShownVerdict], copy: Copy) -> tuple[Ruling, ...]:
    """The verdicts that say anything about this custody, the worst first."""
    said = [each for each in verdicts if each.verdict.state in _WORST_FIRST]
    ordered = sorted(said, key=lambda each: (_WORST_FIRST.index(each.verdict.state), _due(each.verdict)))
    return tuple(_ruling(each, copy) for each in ordered)


def binding(verdicts: Sequence[ShownVerdict]) -> tuple[ShownVerdict, ...]:
    """What speaks to this State: treaties, standards and recommendations."""
    return tuple(each for each in verdicts if not _is_comparison(each))


def comparisons(verdicts: Sequence[ShownVerdict]) -> tuple[ShownVerdict, ...]:
    """What is not in force here: proposals, and the law of other countries that is held beside ours."""
    return tuple(each for each in verdicts if _is_comparison(each))


def tally(verdicts: Sequence[ShownVerdict], language: Language) -> str:
    """How many verdicts are met, late and so on."""
    counted = Counter(each.verdict.state for each in verdicts)
    parts = [
        f"{explained('states', state.value, language)} {counted[state]}"
        for state in _WORST_FIRST
        if counted[state]
    ]
    return ", ".join(parts) or say("custody.paper_no_verdict", language)


def _is_comparison(shown: ShownVerdict) -> bool:
    # A comparator is told by its rule alone (decision 45), on whatever basis it is asked about.
    return shown.verdict.basis is Basis.PROPOSAL or not weighs(shown.safeguard, Basis.STANDARD)


def _due(verdict: Verdict) -> int:
    return verdict.due.latest if verdict.due else 0


def _ruling(shown: ShownVerdict, copy: Copy) -> Ruling:
    verdict, language = shown.verdict, copy.language
    by_word = tuple(_by_word(shown, copy))
    return Ruling(
        owed=in_language(shown.safeguard.title, language),
        basis=explained("bases", verdict.basis.value, language),
        state=verdict.state.value,
        verdict=explained("states", verdict.state.value, language),
        due=_when(verdict.due, copy) or _without_figure(shown, language),
        done=_when(verdict.met, copy),
        by_how_much=_by_how_much(verdict, language),
        source=_source(verdict, language),
        notes=tuple(_notes(verdict, language, differ=not by_word)),
        by_word=by_word,
        used=_used(verdict, copy.record.as_of),
    )


def _when(moment: Interval | None, copy: Copy) -> str:
    if moment is None:
        return ""
    return brief_span(moment.earliest, moment.latest, copy.record.zone, copy.language)


def _without_figure(shown: ShownVerdict, language: Language) -> str:
    limit = _limit(shown.verdict)
    if isinstance(limit, NoFigure):
        return explained("no_figure", limit.value, language)
    return say("never", language) if shown.safeguard.shape is Shape.NEVER else ""


def _by_how_much(verdict: Verdict, language: Language) -> str:
    if verdict.delay is not None and verdict.met is not None and isinstance(_limit(verdict), Duration):
        _, most = verdict.delay
        late, spare = say_span(max(most, 0), language), say_span(max(-most, 0), language)
        key, span = ("paper_late_by", late) if most > 0 else ("paper_to_spare", spare)
        return say(f"custody.{key}", language, span=span)
    if verdict.elapsed is not None and verdict.state is not State.BREACHED and verdict.elapsed[1]:
        key = "paper_took" if verdict.met is not None else "paper_running_for"
        return say(f"custody.{key}", language, span=say_span(verdict.elapsed[1], language))
    return ""


def _by_word(shown: ShownVerdict, copy: Copy) -> Iterator[str]:
    """How the same safeguard stands by each word, where that is another answer."""
    own = shown.verdict
    key = (own.safeguard, own.basis, own.subject)
    answer = _answer(own, copy.language)
    for said_by, verdicts in sorted(copy.record.by_word.items()):
        for each in (other.verdict for other in verdicts):
            if (each.safeguard, each.basis, each.subject) == key and _answer(each, copy.language) != answer:
                yield f"{source(said_by, copy.language)}: {_answer(each, copy.language)}"


def _answer(verdict: Verdict, language: Language) -> str:
    state = explained("states", verdict.state.value, language)
    has_figure = isinstance(_limit(verdict), Duration) and verdict.met is not None
    more = _by_how_much(verdict, language) if has_figure else ""
    return f"{state}, {more}" if more else state


def _used(verdict: Verdict, as_of: int) -> int | None:
    if verdict.due is None or verdict.triggered is None or not isinstance(_limit(verdict), Duration):
        return None
    began = verdict.triggered.earliest
    whole = verdict.due.latest - began
    until = verdict.met.latest if verdict.met else as_of
    return max(until - began, 0) * 1000 // whole if whole > 0 else None


def _limit(verdict: Verdict) -> object:
    return verdict.limit.limit if verdict.limit else None


def _source(verdict: Verdict, language: Language) -> str:
    if verdict.limit is None:
        return ""
    checked = verdict.limit.confirmed.value
    mark = f" ({say(checked, language)})" if checked == "memory" else ""
    return f"{cited(verdict.limit.source, language)}{mark}"


def _notes(verdict: Verdict, language: Language, *, differ: bool) -> Iterator[str]:
    if verdict.reason is not None and verdict.state is State.CANNOT_TELL:
        yield explained("reasons", verdict.reason.value, language)
    # That the text is unconfirmed stands beside the source; how the words differ stands word by word.
    unsaid = {Note.UNCONFIRMED} if differ else {Note.UNCONFIRMED, Note.ACCOUNTS_DIFFER}
    for note in sorted(verdict.notes - unsaid):
        yield explained("notes", note.value, language)
    if len(verdict.clocks) > 1:
        yield say_plural("custody.paper_worst_of", len(verdict.clocks), language)
