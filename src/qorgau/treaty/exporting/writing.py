"""A file of recommendations; that somebody took it along is noted like any other list they read."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from threading import Lock
from typing import Any

from qorgau.access.actions import note_list
from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.lawbook import Language
from qorgau.treaty import queries
from qorgau.treaty.exporting.following import followed
from qorgau.treaty.exporting.gathering import MOST, MOST_WITH_HISTORY, lines, pages
from qorgau.treaty.exporting.nrtd import nrtd_table
from qorgau.treaty.exporting.plain import plain_table
from qorgau.treaty.exporting.tables import csv_bytes, sheet_bytes
from qorgau.treaty.exporting.uhri import annotated, uhri_table
from qorgau.treaty.exporting.values import as_value
from qorgau.treaty.facts.told import Line
from qorgau.treaty.refusal import TreatyRefusal

ACT = "treaty.see"
_JSON, _SHEET = "application/json", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ExportForm(StrEnum):
    """What a file is for."""

    JSON = "json"  # everything with its history
    CSV = "csv"  # our own columns
    XLSX = "xlsx"  # our own columns as a workbook
    UHRI = "uhri"  # the workbook of the Universal Human Rights Index
    UHRI_JSON = "uhri_json"  # the same fields as JSON
    NRTD = "nrtd"  # the columns of the tracking database, as a workbook


MEDIA_TYPES = {
    ExportForm.JSON: _JSON,
    ExportForm.CSV: "text/csv; charset=utf-8",
    ExportForm.XLSX: _SHEET,
    ExportForm.UHRI: _SHEET,
    ExportForm.UHRI_JSON: _JSON,
    ExportForm.NRTD: _SHEET,
}
_NAMES = {
    ExportForm.JSON: "recommendations.json",
    ExportForm.CSV: "recommendations.csv",
    ExportForm.XLSX: "recommendations.xlsx",
    ExportForm.UHRI: "recommendations-uhri.xlsx",
    ExportForm.UHRI_JSON: "recommendations-uhri.json",
    ExportForm.NRTD: "recommendations-nrtd.xlsx",
}


_HISTORY = Lock()


class MadeForAnother(TreatyRefusal):
    """The file with the whole history is being made for somebody else; in some seconds it can be asked for again."""

    SECONDS = 10

    def __init__(self) -> None:
        """Say so."""
        super().__init__("export_busy", field="form", seconds=self.SECONDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file that is ready."""

    data: bytes
    name: str
    media_type: str
    rows: int


def write_export(actor: Actor, asked: queries.Asked, *, form: ExportForm | str, now: int) -> Exported:
    """The file of what the filters leave within the actor's reach; raises TreatyRefusal where it is too much for one."""
    require(actor, ACT)
    wanted = ExportForm(form)
    found = lines(actor, asked, as_of=now, most=_most(wanted))
    data = _bytes(actor, found, wanted, actor.language, now=now)
    note_list(actor, ACT, filters={**_noted(asked), "form": wanted.value}, rows=len(found), now=now)
    return Exported(data=data, name=_NAMES[wanted], media_type=MEDIA_TYPES[wanted], rows=len(found))


def public_export(asked: queries.Asked, *, form: ExportForm, language: Language, now: int) -> Exported:
    """The file of what anybody may see.

    One with the whole history is read from the entries for seconds: a process makes one at a time, so that nobody
    without an account keeps it from answering others. Raises MadeForAnother while it does.
    """
    if form is not ExportForm.JSON:
        return _public(asked, form=form, language=language, now=now)
    if not _HISTORY.acquire(blocking=False):
        raise MadeForAnother
    try:
        return _public(asked, form=form, language=language, now=now)
    finally:
        _HISTORY.release()


def _public(asked: queries.Asked, *, form: ExportForm, language: Language, now: int) -> Exported:
    found = lines(None, asked, as_of=now, most=_most(form))
    data = _bytes(None, found, form, language, now=now)
    return Exported(data=data, name=_NAMES[form], media_type=MEDIA_TYPES[form], rows=len(found))


def _bytes(
    actor: Actor | None, found: tuple[Line, ...], form: ExportForm, language: Language, *, now: int
) -> bytes:
    match form:
        case ExportForm.UHRI:
            return sheet_bytes(uhri_table(annotated(actor, found, as_of=now)))
        case ExportForm.UHRI_JSON:
            return _json([each.fields() for each in annotated(actor, found, as_of=now)])
        case ExportForm.JSON:
            return _json(_whole(actor, found, now=now))
        case ExportForm.NRTD:
            return sheet_bytes(nrtd_table(followed(actor, found, as_of=now), language))
    table = plain_table(followed(actor, found, as_of=now), language)
    return csv_bytes(table) if form is ExportForm.CSV else sheet_bytes(table)


def _most(form: ExportForm) -> int:
    return MOST_WITH_HISTORY if form is ExportForm.JSON else MOST


def _whole(actor: Actor | None, found: tuple[Line, ...], *, now: int) -> dict[str, Any]:
    told = [as_value(each) for each in pages(actor, found, as_of=now)]
    return {"form": "qorgau/recommendations/1", "as_of": now, "count": len(told), "recommendations": told}


def _json(found: Any) -> bytes:
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def _noted(asked: queries.Asked) -> dict[str, Any]:
    told = {
        name: value
        for name, value in asdict(asked).items()
        if value and name not in ("order", "page", "size")
    }
    return {name: str(value) for name, value in told.items()}
