"""The map that reads an export back, so that it can be checked like any other log."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.eventlog.logmap import LogMap, Naming, TimeColumn
from qorgau.eventlog.writing.csv_export import GUARD
from qorgau.eventlog.writing.events import Export
from qorgau.eventlog.writing.layout import EARLIEST, KIND, LATEST, RECORDED, SAID_BY, Layout, Part
from qorgau.eventlog.writing.sheet_export import EXACT, SHEET
from qorgau.eventlog.writing.survey import Survey
from qorgau.eventlog.writing.xes_export import NAME, TIME

_CASE_OF_XES = f"case:{NAME}"


def map_for_csv(export: Export, survey: Survey, layout: Layout) -> LogMap:
    """As the columns are named; the guard is taken off."""
    return _map(export, survey, layout, {}, delimiter=",", encoding="utf-8", header=1, guard=GUARD)


def map_for_parquet(export: Export, survey: Survey, layout: Layout) -> LogMap:
    """As the columns are named."""
    return _map(export, survey, layout, {})


def map_for_sheet(export: Export, survey: Survey, layout: Layout) -> LogMap:
    """Times from the exact columns: a sheet's own dates know no offset, and a repeated hour none."""
    exact = {name: name + EXACT for name in (EARLIEST, LATEST, RECORDED)}
    return _map(export, survey, layout, exact, sheet=SHEET, header=1)


def map_for_xes(export: Export, survey: Survey, layout: Layout) -> LogMap:
    """By the standard's keys; the case is the trace's name."""
    case = layout.names(Part.ROLE)[export.role]
    return _map(export, survey, layout, {KIND: NAME, EARLIEST: TIME, case: _CASE_OF_XES})


def _map(
    export: Export, survey: Survey, layout: Layout, renamed: Mapping[str, str], **layout_of_file: object
) -> LogMap:
    def column(name: str) -> str:
        return renamed.get(name, name)

    roles = {role: column(name) for role, name in layout.names(Part.ROLE).items()}
    subject = Naming(columns=(roles.pop(export.role),))
    return LogMap(
        log=export.name,
        role=export.role,
        subject=subject,
        zone=export.zone,
        kind=Naming(columns=(column(KIND),)),
        times=(TimeColumn(column=column(EARLIEST), latest=column(LATEST)),),
        recorded=TimeColumn(column=column(RECORDED)) if survey.recorded else None,
        source=Naming(columns=(column(SAID_BY),)),
        objects={role: Naming(columns=(name,)) for role, name in roles.items()},
        facts=layout.names(Part.FACT),
        observes=export.observes if export.observes is not None else frozenset(survey.kinds),
        **layout_of_file,  # type: ignore[arg-type]
    )
