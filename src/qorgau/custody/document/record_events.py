"""The time line: every entry with both its times, whose word it is, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qorgau.custody.document.contents import Audience, Copy, Event, Line
from qorgau.custody.document.instants import brief
from qorgau.custody.document.naming import body, cell, fact_title, fact_value, place, source, told
from qorgau.custody.facts.record import ShownEntry
from qorgau.custody.kind_forms import form_of
from qorgau.ledger.entry import CorrectionAct
from qorgau.wording import in_language, say, say_span

NEVER_PRINTED = frozenset(
    {"NotToBeFoundBy", "MayBeFoundBy", "RecordOpened", "PersonLookedUp", "EnquiryReceived", "EnquiryAnswered"}
)
"""A wish not to be found is for no paper that others may read; who looked stands in a section of its own."""

LONG = 1200
"""Letters that surely fit a page; a longer entry may be broken."""

_WITHHELD: Mapping[Audience, frozenset[str]] = {
    Audience.PERSON: frozenset({"contact"}),
    Audience.LAWYER: frozenset({"contact"}),
    Audience.OFFICER: frozenset({"contact", "medical", "id_number", "address"}),
}
"""Personal fields that a copy leaves out, by its reader: how to reach third persons is nobody's."""


def events(copy: Copy) -> tuple[Event, ...]:
    """The entries in the order in which it happened, numbered."""
    shown = [each for each in copy.record.timeline if each.kind not in NEVER_PRINTED]
    numbers = {each.id: number for number, each in enumerate(shown, 1)}
    return tuple(_event(each, numbers, copy) for each in shown)


def _event(entry: ShownEntry, numbers: Mapping[str, int], copy: Copy) -> Event:
    zone, language = copy.record.zone, copy.language
    details, remarks = tuple(_details(entry, copy)), tuple(_remarks(entry, numbers, copy))
    return Event(
        number=numbers[entry.id],
        what=in_language(entry.title, language) if entry.title else entry.kind,
        happened=told(entry.happened, copy) or (say("custody.paper_no_time", language),),
        entered=brief(entry.recorded, zone, language),
        entered_by=_entered_by(entry, copy),
        details=details,
        remarks=remarks,
        stands=entry.counts,
        is_late=entry.late_by is not None,
        is_long=sum(map(len, remarks)) + sum(len(each.value) for each in details) > LONG,
    )


def _entered_by(entry: ShownEntry, copy: Copy) -> str:
    who = copy.names.accounts.get(entry.by, entry.by)
    word = source(entry.own_word, copy.language)
    return ", ".join(part for part in (who, body(entry.body, copy), word) if part)


def _details(entry: ShownEntry, copy: Copy) -> Iterator[Line]:
    language = copy.language
    for name, value in entry.facts.items():
        if label := fact_title(name, language):
            yield Line(label=label[:1].upper() + label[1:], value=fact_value(name, value, language))
    for role, called in (("place", place), ("cell", cell)):
        for each in entry.objects.get(role, ()):
            yield Line(label=say(f"custody.paper_{role}_label", language), value=called(each, copy))
    titles = {each.name: each.title for each in form.personal} if (form := form_of(entry.kind)) else {}
    for field, value in entry.personal.items():
        if field not in _WITHHELD[copy.audience] and str(value).strip():
            label = in_language(titles[field], language) if field in titles else field
            yield Line(label=_short(label), value=str(value))


def _short(label: str) -> str:
    """The label without what it tells the one who types."""
    return label.partition(",")[0].partition(":")[0]


def _remarks(entry: ShownEntry, numbers: Mapping[str, int], copy: Copy) -> Iterator[str]:
    language = copy.language
    if entry.late_by is not None:
        yield say("custody.paper_entered_late", language, span=say_span(entry.late_by, language))
    if entry.corrects is not None:
        key = "paper_replaces" if entry.corrects.act is CorrectionAct.REPLACES else "paper_withdraws"
        number = numbers.get(entry.corrects.entry, "?")
        yield say(f"custody.{key}", language, number=number, why=entry.why)
    if entry.needs_confirmation:
        yield say("custody.paper_waits_for_second", language)
    if entry.confirmed_by:
        who = copy.names.accounts.get(entry.confirmed_by, entry.confirmed_by)
        yield say("custody.paper_confirmed_by", language, who=who)
    if entry.corrected_by:
        by = ", ".join(str(numbers.get(each, "?")) for each in entry.corrected_by)
        key = "paper_no_longer_stands" if not entry.counts else "paper_correction_waits"
        yield say(f"custody.{key}", language, number=by)
