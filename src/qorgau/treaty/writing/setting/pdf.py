"""A report as a PDF, in the layout of the United Nations, for archives and screen readers."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from qorgau.custody.document.typesetting import typeset
from qorgau.treaty.writing.report import Annex, Grid, Item, Report

_LAYOUTS = Path(__file__).parents[1] / "typst"


def print_report(report: Report) -> bytes:
    """The PDF; the same report gives the same bytes."""
    words = {
        "masthead": asdict(report.masthead),
        "language": report.language.value,
        "items": [_kinded(each) for each in report.items],
        "notes": list(report.notes),
        "annexes": [_annex(each) for each in report.annexes],
    }
    return typeset("report", words, dated=report.dated, folder=_LAYOUTS)


def _annex(annex: Annex) -> dict[str, Any]:
    items = [{"is": "grid" if isinstance(each, Grid) else "line", **asdict(each)} for each in annex.items]
    return {"label": annex.label, "title": annex.title, "items": items}


def _kinded(item: Item) -> dict[str, Any]:
    """The item with the name of what it is, by which the layout tells them apart."""
    return {"is": type(item).__name__.lower(), **asdict(item)}
