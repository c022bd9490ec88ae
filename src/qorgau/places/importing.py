"""An inventory from a CSV file: every row is read and judged before any is recorded."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.places import actions, queries
from qorgau.places.actions import Since
from qorgau.places.details import PlaceDetails, whole_name
from qorgau.places.exporting import COLUMNS, FORMULA_MARKS
from qorgau.places.faults import Fault, Unfit
from qorgau.places.place import Accessibility, ForWhom
from qorgau.places.typed import Untyped, read_area, read_count, read_day, read_words, tidy
from qorgau.wording import say

Value = TypeVar("Value")
NEEDED = ("kind", "official", "region", "body")
_LARGEST_FILE = 20_000_000
_LARGEST_FIELD = 10_000


class UnreadableFile(ValueError):  # noqa: N818 - read aloud: "unreadable file"
    """The file as a whole cannot be read."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the file: what it says, or what is wrong with it; known: the place it repeats, if listed."""

    number: int
    details: PlaceDetails
    place_id: str
    since: Since
    faults: tuple[Fault, ...]
    known: str = ""

    @property
    def is_new(self) -> bool:
        """Whether recording it would add a place."""
        return not self.faults and not self.known


def read_inventory(content: bytes, *, now: int, language: Language) -> tuple[Row, ...]:
    """Every row of the file, judged; raises UnreadableFile where there are no rows to speak of."""
    rows = [_row(number, cells, now=now) for number, cells in _cells(content, language)]
    return tuple(_alone(rows))


def record_inventory(actor: Actor, rows: Iterable[Row], *, now: int) -> tuple[str, ...]:
    """Record the new places of a file; gives their ids. Raises Unfit or NotPermitted before the first one."""
    all_rows = tuple(rows)
    if faults := [fault for row in all_rows for fault in row.faults]:
        raise Unfit(faults, language=actor.language)
    return actions.list_places(
        actor,
        [
            actions.NewPlace(row.details, since=row.since, place_id=row.place_id)
            for row in all_rows
            if row.is_new
        ],
        now=now,
    )


def said_faults(row: Row, language: Language) -> Iterator[str]:
    """What is wrong with a row, each with its number and column."""
    for fault in row.faults:
        told = {"row": row.number, "said": fault.said(language)}
        if fault.where:
            yield say("places.import_row", language, column=fault.where, **told)
        else:
            yield say("places.import_whole_row", language, **told)


def _cells(content: bytes, language: Language) -> Iterator[tuple[int, Mapping[str, str]]]:
    text = _text(content, language)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text), strict=True)
        _check_columns([tidy(name) for name in reader.fieldnames or ()], language)
        reader.fieldnames = [tidy(name) for name in reader.fieldnames or ()]
        for cells in reader:
            if any(tidy(value) for name, value in cells.items() if isinstance(value, str) and name):
                yield reader.line_num, {name: _unmarked(value or "") for name, value in cells.items() if name}
    except csv.Error as error:
        raise UnreadableFile(say("places.import_not_csv", language, why=str(error))) from error


def _text(content: bytes, language: Language) -> str:
    if len(content) > _LARGEST_FILE:
        raise UnreadableFile(say("places.import_too_large", language, most=_LARGEST_FILE // 1_000_000))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(say("places.import_not_utf8", language, byte=error.start)) from error
    if "\0" in text:
        raise UnreadableFile(say("places.import_not_utf8", language, byte=text.index("\0")))
    return text


def _dialect(text: str) -> type[csv.Dialect]:
    head = text.split("\n", 1)[0]

    class Found(csv.excel):
        """Comma, semicolon or tab: whichever the head has most of."""

        delimiter = max(",;\t", key=head.count)

    return Found


def _check_columns(names: list[str], language: Language) -> None:
    needed = ", ".join((*NEEDED, "name_kk"))
    if unknown := [name for name in names if name not in COLUMNS]:
        known = ", ".join(COLUMNS)
        raise UnreadableFile(say("places.import_unknown_column", language, name=unknown[0][:50], known=known))
    missing = [name for name in NEEDED if name not in names]
    if not {"name_kk", "name_ru", "name_en"} & set(names):
        missing.append("name_kk")
    if missing:
        raise UnreadableFile(say("places.import_columns", language, missing=missing[0], needed=needed))


def _row(number: int, cells: Mapping[str, str], *, now: int) -> Row:
    faults: list[Fault] = []
    details, since = _details(cells, faults), _since(cells, faults)
    if len(max(cells.values(), key=len, default="")) > _LARGEST_FIELD:
        faults.append(Fault(where="", key="text_unfit", values={"most": _LARGEST_FIELD}))
    faults += actions.place_problems(details, now=now)
    same = queries.place_like(details) if not faults else None
    place_id = tidy(cells.get("id", ""))
    known = same.id if same else (place_id if place_id and queries.entries_so_far(place_id) else "")
    return Row(
        number=number, details=details, place_id=place_id, since=since, faults=tuple(faults), known=known
    )


def _details(cells: Mapping[str, str], faults: list[Fault]) -> PlaceDetails:
    said = {name: tidy(value) for name, value in cells.items()}
    looked = said.get("accessible", "")
    official = said.get("official", "")
    if official not in {"yes", "no"}:
        values = {"word": official[:50], "known": "yes, no"}
        faults.append(Fault(where="official", key="word_unknown", values=values))
    return PlaceDetails(
        name=whole_name(en=said.get("name_en", ""), ru=said.get("name_ru", ""), kk=said.get("name_kk", "")),
        kind=said.get("kind", ""),
        official=official == "yes",
        body=said.get("body", ""),
        region=said.get("region", ""),
        unit=said.get("unit", ""),
        settlement=said.get("settlement", ""),
        zone=said.get("zone", ""),
        capacity=_read(faults, lambda: read_count(said.get("capacity", ""), where="capacity")),
        area_tenths=_read(faults, lambda: read_area(said.get("area", ""), where="area")),
        for_whom=_read(
            faults, lambda: read_words(_words(said.get("for_whom", "")), ForWhom, where="for_whom")
        )
        or (),
        accessible=None if not looked else _accessible(looked, faults),
    )


def _accessible(text: str, faults: list[Fault]) -> tuple[Accessibility, ...]:
    words = [word for word in _words(text) if word != "none"]
    return _read(faults, lambda: read_words(words, Accessibility, where="accessible")) or ()


def _since(cells: Mapping[str, str], faults: list[Fault]) -> Since:
    return Since(day=_read(faults, lambda: read_day(cells.get("opened_on", ""), where="opened_on")))


def _read(faults: list[Fault], read: Callable[[], Value]) -> Value | None:
    """What was read, or nothing with the fault noted."""
    try:
        return read()
    except Untyped as wrong:
        faults.append(wrong.fault)
        return None


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _alone(rows: list[Row]) -> Iterator[Row]:
    """The rows, with a fault where the file says the same place twice."""
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        twice = [seen[key] for key in _keys(row) if key in seen]
        seen |= {key: row.number for key in _keys(row) if key not in seen}
        if twice:
            fault = Fault(where="", key="import_twice", values={"row": twice[0]})
            yield replace(row, faults=(*row.faults, fault))
        else:
            yield row


def _keys(row: Row) -> list[tuple[str, str, str]]:
    names = {name.casefold() for name in row.details.name.values() if name}
    keys = [(row.details.kind, row.details.region, name) for name in sorted(names)]
    return [*keys, ("", "", row.place_id)] if row.place_id else keys


def _unmarked(value: str) -> str:
    """The value without the apostrophe that keeps a spreadsheet from reading it as a formula."""
    return value[1:] if value.startswith("'") and value[1:].startswith(FORMULA_MARKS) else value
