"""A police tick is not proof: whether a duty counts as done only by the word of the body that owes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from qorgau.custody.facts.law import Law
from qorgau.custody.facts.story import Story
from qorgau.lawbook import Safeguard, Shape
from qorgau.safeguards import ClockVerdict, Entry, Reason, State

_ANSWERED = frozenset({Shape.WITHIN, Shape.BEFORE, Shape.AT_MOST, Shape.EVERY})
What = tuple[str, str | None]  # the kind, and the field of the register where it names one


@dataclass(frozen=True)
class Words:
    """Who tells of what, and of when, in one custody."""

    law: Law
    of_entry: dict[str, list[Entry]] = field(default_factory=dict)
    of_what: dict[What, list[Entry]] = field(default_factory=dict)

    def own_word_only(self, rule: Safeguard, clock: ClockVerdict) -> bool:
        """Whether nobody but the body that owes the duty says that it was done, by that answer or in time."""
        if rule.shape not in _ANSWERED or not clock.answer_ids or not _is_done(clock):
            return False
        told = [entry for answer in clock.answer_ids for entry in self.of_entry.get(answer, ())]
        others = (entry for answer in told for entry in self._also(answer, clock))
        return bool(told) and all(self._speaks_for(entry.by, rule.owed_by) for entry in (*told, *others))

    def _also(self, answer: Entry, clock: ClockVerdict) -> Iterator[Entry]:
        """Other accounts of the same sort that would answer the clock as well as this one did."""
        until = clock.due.latest if clock.due is not None and clock.state is State.MET else None
        for entry in self.of_what.get(_what(answer), ()):
            after = entry.happened.latest >= clock.triggered.earliest
            if after and (until is None or entry.happened.earliest <= until):
                yield entry

    def _speaks_for(self, word: str | None, body: str) -> bool:
        speaker = self.law.book.speakers.get(word or "")
        return speaker is not None and body in speaker.speaks_for


def words_of(story: Story, law: Law) -> Words:
    """The words of a custody's entries."""
    words = Words(law)
    for entry in story.entries:
        words.of_entry.setdefault(entry.id, []).append(entry)
        words.of_what.setdefault(_what(entry), []).append(entry)
    return words


def _what(entry: Entry) -> What:
    return entry.kind, entry.facts.get("field")


def _is_done(clock: ClockVerdict) -> bool:
    """Done in time or late; or done, where the law has a word such as promptly and no figure."""
    if clock.state in (State.MET, State.LATE):
        return True
    return clock.state is State.CANNOT_TELL and clock.reason is Reason.NO_FIGURE and clock.met is not None
