"""The timeline of the record page: fields of the register that were completed together share one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.access.queries import account_names
from qorgau.custody.facts.record import CustodyRecord, ShownEntry
from qorgau.custody.queries.reach import sees
from qorgau.custody.web.lines import EntryLine, entry_line
from qorgau.custody.web.titles import fact_word
from qorgau.lawbook import Language
from qorgau.wording import say

_FIELD = "RegisterFieldRecorded"
_ONE_SITTING = 3600
_LOOK = "RecordOpened"  # has a page of its own, which the place does not see


@dataclass(frozen=True, kw_only=True)
class Together:
    """Fields of the register completed one after another: one line, with every entry within."""

    lines: tuple[EntryLine, ...]
    fields: tuple[str, ...]
    title: str

    @property
    def first(self) -> EntryLine:
        """The entry whose time and writer stand for all."""
        return self.lines[0]

    @property
    def each(self) -> tuple[tuple[str, EntryLine], ...]:
        """Every entry with the field it is about."""
        return tuple(zip(self.fields, self.lines, strict=True))

    @property
    def style(self) -> str:
        """How the timeline draws it: late as soon as one is."""
        return next((line.style for line in self.lines if line.style), "")


def timeline_of(found: CustodyRecord, actor: Actor, language: Language) -> list[EntryLine | Together]:
    """What happened, in order; looks at the record stand elsewhere."""
    names = account_names(entry.by for entry in found.entries)
    corrects = sees(actor, found.custody, act="custody.correct")
    lines = [
        entry_line(entry, found, language, names=names, corrects=corrects)
        for entry in found.timeline
        if entry.kind != _LOOK
    ]
    return list(_together(lines, language))


def _together(lines: list[EntryLine], language: Language) -> Iterator[EntryLine | Together]:
    """Each line in its order; a run of fields stands where its first one stood."""
    runs = _runs(lines)
    for line in lines:
        run = runs.get(line.entry.id)
        if run is None or len(run) == 1:
            yield line
        elif run[0] is line:
            yield _shared(tuple(run), language)


def _shared(run: tuple[EntryLine, ...], language: Language) -> Together:
    fields = tuple(fact_word("field", str(each.entry.facts.get("field", "")), language) for each in run)
    return Together(lines=run, fields=fields, title=say("custody.register_fields", language, count=len(run)))


def _runs(lines: list[EntryLine]) -> dict[str, list[EntryLine]]:
    """Entry -> the fields it was completed with: by one writer, by one word, within the hour of the first."""
    latest: dict[tuple[str, tuple[str, ...]], list[EntryLine]] = {}
    found: dict[str, list[EntryLine]] = {}
    for line in lines:
        if (mark := _mark(line.entry)) is None:
            continue
        run = latest.get(mark)
        if run is None or line.entry.at - run[0].entry.at > _ONE_SITTING:
            run = latest[mark] = []
        run.append(line)
        found[line.entry.id] = run
    return found


def _mark(entry: ShownEntry) -> tuple[str, tuple[str, ...]] | None:
    """What makes fields belong together: one writer, one word. Whatever was corrected keeps its own line."""
    if entry.kind != _FIELD or not entry.counts or entry.corrects or entry.needs_confirmation:
        return None
    return entry.by, tuple(each.said_by for each in entry.happened)
