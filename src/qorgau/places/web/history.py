"""One entry of a place's history in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qorgau.clock import Zone
from qorgau.lawbook import Language
from qorgau.places.past import Change
from qorgau.places.place import Cell
from qorgau.places.saying import FIELDS, say_area, say_body, say_field, say_groups, say_number
from qorgau.wording import say, say_instant


@dataclass(frozen=True)
class ToldChange:
    """An entry as the page shows it."""

    title: str
    when: str
    recorded: str
    by: str
    lines: tuple[str, ...]
    reason: str
    counts: bool


def told(change: Change, zone: Zone, language: Language, *, names: Mapping[str, str]) -> ToldChange:
    """The entry in words: what it did, since when, recorded when and by whom, and what is different.

    names: of the accounts that recorded, by id.
    """
    cell = change.cell_after or change.cell_before
    return ToldChange(
        title=say(f"places.did_{change.did}", language, name=cell.name if cell else ""),
        when=say_instant(change.at, zone, language),
        recorded=say("places.recorded_on", language, when=say_instant(change.recorded, zone, language)),
        by=_by(change, language, names),
        lines=tuple(_lines(change, language)),
        reason=change.reason,
        counts=change.counts,
    )


def _by(change: Change, language: Language, names: Mapping[str, str]) -> str:
    who = names.get(change.by or "", "")
    body = say_body(change.for_body, language)
    return say("places.recorded_by", language, who=who or change.by or "—", body=body)


def _lines(change: Change, language: Language) -> Iterator[str]:
    if change.cell_after is not None and change.did in {"CellListed", "CellChanged"}:
        yield from _cell_lines(change.cell_before, change.cell_after, language)
    if change.before is None or change.after is None or change.did != "PlaceChanged":
        return
    for field in FIELDS:
        before, after = say_field(field, change.before, language), say_field(field, change.after, language)
        if before != after:
            yield _line(field, before, after, language)


def _cell_lines(before: Cell | None, after: Cell, language: Language) -> Iterator[str]:
    old = dict(_cell_words(before, language)) if before else {}
    for field, words in _cell_words(after, language):
        if old.get(field, "") != words:
            yield (
                _line(field, old.get(field, ""), words, language)
                if before
                else f"{say(f'places.{field}', language)}: {words}"
            )


def _cell_words(cell: Cell, language: Language) -> Iterator[tuple[str, str]]:
    yield "cell_name", cell.name
    yield "capacity", say_number(cell.capacity, language)
    yield "area", say_area(cell.area_tenths, language)
    yield "for_whom", say_groups(cell.for_whom, language)


def _line(field: str, before: str, after: str, language: Language) -> str:
    unknown = say("places.unknown", language)
    title = say(f"places.{field}", language)
    return say("places.was_then", language, field=title, before=before or unknown, after=after or unknown)
