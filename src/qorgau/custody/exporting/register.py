"""The custodies an actor may export, as neutral events: what counts, by whose word, and nothing personal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.custody.entries import CUSTODY, PERSON
from qorgau.custody.facts.known import Known, known_of
from qorgau.custody.facts.law import law
from qorgau.custody.facts.relations import WISHES
from qorgau.custody.facts.standing import OF_THE_ENTRY, key_of
from qorgau.custody.kind_forms import fact_known, form_of
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import within_reach
from qorgau.eventlog.writing import Event, Export, Meaning, Thing, Told
from qorgau.lawbook import Language
from qorgau.recording.history import RecordedEntry, history
from qorgau.wording import in_language

_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which custodies are wanted; empty for all. with_names: names and dates of birth stand beside persons."""

    place: str = ""
    region: str = ""
    only_held: bool = False
    with_names: bool = False


@dataclass(frozen=True)
class _Custodies:
    """The ids, gone through anew each time and never held at once."""

    rows: QuerySet[CustodyRow]

    def __iter__(self) -> Iterator[Known]:
        for custody in self.rows.values_list("custody_id", flat=True).iterator(chunk_size=_AT_ONCE):
            known = known_of(custody, history(CUSTODY, custody))
            if known is not None:
                yield known


@dataclass(frozen=True)
class _Events:
    custodies: _Custodies

    def __iter__(self) -> Iterator[Event]:
        for known in self.custodies:
            counted = sorted(known.standing.counted, key=lambda each: known.standing.order[key_of(each)])
            yield from (_event(each) for each in counted if each.entry.kind in _exported())


@dataclass(frozen=True)
class _Persons:
    """Each person with name and date of birth."""

    custodies: _Custodies

    def __iter__(self) -> Iterator[Thing]:
        for known in self.custodies:
            identity = known.identity
            said = {"name": identity.name, "born_on": identity.born_on, "name_status": identity.name_status}
            yield Thing(role=PERSON, id=known.entered_for, attributes={k: v for k, v in said.items() if v})


def wanted(actor: Actor, asked: Asked) -> QuerySet[CustodyRow]:
    """The custodies that the actor may export (custody.export), and see where names are asked."""
    rows = within_reach(CustodyRow.objects.all(), actor, "custody.export")
    if asked.with_names:
        require(actor, "custody.see")
        rows = within_reach(rows, actor, "custody.see")
    named = {"place_id": asked.place, "region": asked.region}
    rows = rows.filter(**{name: value for name, value in named.items() if value})
    return (rows.filter(is_here=True) if asked.only_held else rows).order_by("custody_id")


def register_export(actor: Actor, asked: Asked, *, as_of: int) -> Export:
    """The register as an export; its events are read when it is written."""
    custodies = _Custodies(wanted(actor, asked))
    return Export(
        name="custody register",
        role=CUSTODY,
        zone=law().book.zone,
        events=_Events(custodies),
        things=_Persons(custodies) if asked.with_names else (),
        observes=_exported(),
        meanings=_meanings(actor.language),
        about=[
            ("instance law", law().whole_hash),
            ("as of", str(as_of)),
            ("place", asked.place or "all within reach"),
            ("region", asked.region or "all within reach"),
            ("names", "yes" if asked.with_names else "no"),
            ("entries", "those that count: what was replaced or withdrawn is left out"),
        ],
    )


def _exported() -> frozenset[str]:
    """The kinds of an export: by whom a person does not wish to be found is for nobody's spreadsheet."""
    return law().observed - WISHES


def _event(each: RecordedEntry) -> Event:
    entry = each.entry
    return Event(
        id=entry.id,
        kind=entry.kind,
        happened=[Told(source.earliest, source.latest, source.said_by) for source in entry.happened],
        recorded=entry.recorded,
        by=entry.by,
        body=entry.for_body,
        objects={role: tuple(ids) for role, ids in entry.objects.items()},
        facts={name: value for name, value in entry.facts.items() if name not in OF_THE_ENTRY},
    )


def _meanings(language: Language) -> Mapping[str, Meaning]:
    found = {kind: Meaning(title=in_language(form.title, language)) for kind in sorted(law().observed)
             if (form := form_of(kind)) is not None}  # fmt: skip
    facts = {each.name for kind in law().observed if (form := form_of(kind)) for each in form.asks}
    for name in sorted(facts):
        if (known := fact_known(name)) is not None:
            found[name] = Meaning(title=in_language(known.title, language))
    return found
