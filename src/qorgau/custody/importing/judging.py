"""A row as a booking or an entry, by the form table; or everything that is wrong with it, by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from qorgau.custody.api.given import BookingGiven, EntryGiven
from qorgau.custody.importing.faults import RowFault
from qorgau.custody.importing.foreign import text_of
from qorgau.custody.importing.rows import BOOKING, Row
from qorgau.custody.kind_forms import KindForm, form_of

Given = TypeVar("Given", bound=BaseModel)
_TIMES = ("apprehended", "delivered", "by_person", "happened")
_OF_ROW = frozenset({"kind", "key", "of", "custody"})
_PLAIN = ("place", "cell", "destination", "account_of", "confirmed")
_OBJECT = "object."
_YES_NO: Mapping[str, bool] = {"yes": True, "no": False, "true": True, "false": False}


def booking_in(row: Row) -> tuple[BookingGiven | None, list[RowFault]]:
    """The booking of a row, or its faults."""
    cells = {name: cell for name, cell in row.cells.items() if name not in {"kind", "key"}}
    known = set(BookingGiven.model_fields) | {f"{name}_until" for name in _TIMES[:3]}
    faults = [_unknown(row, name) for name in cells if name not in known]
    given: dict[str, Any] = {name: text_of(cell) for name, cell in cells.items() if name in known}
    for name in _TIMES[:3]:
        _join_time(given, name, said_by="")
    for name in ("admitted", "confirmed"):
        _as_truth(given, name)
    return _checked(row, BookingGiven, given, faults)


def entry_in(row: Row) -> tuple[EntryGiven | None, list[RowFault]]:
    """The entry of a row, or its faults."""
    form = form_of(row.text("kind"))
    if form is None:
        typed = row.text("kind")
        phrase = "import_no_such_kind" if typed else "import_kind_needed"
        values = {"typed": typed[:64], "booking": BOOKING} if typed else {"booking": BOOKING}
        return None, [RowFault(row=row.number, column="kind", phrase=phrase, values=values)]
    faults = list(_not_asked(row, form))
    return _checked(row, EntryGiven, _entry(row, form), faults)


def _entry(row: Row, form: KindForm) -> dict[str, Any]:
    facts = {each.name for each in form.asks}
    personal = {each.name for each in form.personal}
    given: dict[str, Any] = {
        "kind": form.kind,
        "facts": {name: text_of(cell) for name, cell in row.cells.items() if name in facts},
        "personal": {
            name: text_of(cell) for name, cell in row.cells.items() if name in personal and name not in facts
        },
        "objects": {
            name.removeprefix(_OBJECT): text_of(cell)
            for name, cell in row.cells.items()
            if name.startswith(_OBJECT)
        },
        **{
            name: text_of(row.cells[name])
            for name in (*_PLAIN, "happened", "happened_until")
            if name in row.cells and name not in facts
        },
    }
    _join_time(given, "happened", said_by=row.text("said_by"))
    given["happened"] = [given["happened"]] if "happened" in given else []
    _as_truth(given, "confirmed")
    return given


def _not_asked(row: Row, form: KindForm) -> Iterator[RowFault]:
    asked = {each.name for each in form.asks} | {each.name for each in form.personal}
    known = asked | _OF_ROW | set(_PLAIN) | {"happened", "happened_until", "said_by"}
    for name in row.cells:
        if name not in known and not name.startswith(_OBJECT):
            yield _unknown(row, name)


def _join_time(given: dict[str, Any], name: str, *, said_by: str) -> None:
    """A time and its end, from two columns."""
    until = given.pop(f"{name}_until", "")
    if name in given and (until or said_by):
        given[name] = {"at": given[name], "until": until, "said_by": said_by}


def _as_truth(given: dict[str, Any], name: str) -> None:
    word = str(given.get(name, "")).lower()
    if word in _YES_NO:
        given[name] = _YES_NO[word]


def _checked(
    row: Row, shape: type[Given], given: dict[str, Any], faults: list[RowFault]
) -> tuple[Given | None, list[RowFault]]:
    try:
        made = shape.model_validate(given)
    except ValidationError as error:
        faults += [_fault(row, each) for each in error.errors(include_url=False, include_input=False)]
        return None, faults
    return (None if faults else made), faults


def _fault(row: Row, each: Any) -> RowFault:
    location = [str(part) for part in each["loc"] if part not in ("facts", "personal", "objects")]
    phrase = "import_cell_needed" if each["type"] == "missing" else "import_cell_unfit"
    return RowFault(row=row.number, column=location[0] if location else "", phrase=phrase)


def _unknown(row: Row, name: str) -> RowFault:
    values = {"column": name[:100], "kind": row.text("kind")[:64]}
    return RowFault(row=row.number, column=name[:100], phrase="import_column_not_asked", values=values)
