"""Exports in other hands: `qorgau check` gives the demo's verdicts again, and pm4py counts the same."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.samples.eventlog.demo_events import DEMO, DEMO_MAP, ROOT, demo_export, demo_log, in_utc

from qorgau.eventlog.writing import Form, write_export
from qorgau.portal.check import check

PM4PY = ROOT / "out" / "pm4py-venv" / "bin" / "python"


def checked(log: Path, log_map: Path, out: Path) -> dict[str, Any]:
    arguments = [str(log), "--map", str(log_map), "--law", "kz", "--as-of", "2026-06-01", "--json", str(out)]
    done = CliRunner().invoke(check, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(out.read_text())
    return found


def readable_rows(folder: Path) -> Path:
    """The demo without the rows it refuses: an export has entries only."""
    refused = {refusal.row for refusal in demo_log().refusals}
    lines = DEMO.read_text(encoding="utf-8").splitlines(keepends=True)
    path = folder / "custody.csv"
    path.write_text("".join(line for number, line in enumerate(lines, start=1) if number not in refused))
    return path


def verdicts(result: dict[str, Any]) -> dict[str, Any]:
    """Everything but where rows stood, how long it took and what the reader says of the file."""
    return {key: result[key] for key in ("role", "zone", "as_of", "entries", "subjects", "safeguards")}


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX, Form.PARQUET, Form.XES])
def test_a_check_of_the_export_gives_the_verdicts_of_the_record(tmp_path: Path, form: Form) -> None:
    done = write_export(demo_export(), tmp_path / f"register{form.ending}")
    assert done.map_path is not None
    before = checked(readable_rows(tmp_path), DEMO_MAP, tmp_path / "before.json")
    after = checked(done.path, done.map_path, tmp_path / "after.json")
    assert verdicts(after) == verdicts(before)
    assert len(before["safeguards"]) > 50


def interpreter_with_pm4py() -> str:
    if importlib.util.find_spec("pm4py") is not None:
        return sys.executable
    if PM4PY.exists():
        return str(PM4PY)
    pytest.skip("pm4py is not installed, and there is no out/pm4py-venv; see docs/reference/exports.md")


def test_pm4py_reads_xes_and_ocel_and_counts_the_same(tmp_path: Path) -> None:
    python = interpreter_with_pm4py()
    export = demo_export()
    events = list(export.events)
    for form in (Form.XES, Form.OCEL_JSON, Form.OCEL_SQLITE):
        write_export(export, tmp_path / f"register{form.ending}")
    script = Path(__file__).parent / "read_by_pm4py.py"
    done = subprocess.run([python, script, tmp_path], capture_output=True, text=True, timeout=280, check=True)
    counts = json.loads(done.stdout)
    kinds = dict(Counter(event.kind for event in events))
    links = [(role, each) for event in events for role, ids in event.objects.items() for each in ids]
    cases = {each for role, each in links if role == "custody"}
    assert counts["xes"] == {"events": len(events), "cases": len(cases), "kinds": kinds}
    first, last = (choose(event.happened[0].earliest for event in events) for choose in (min, max))
    ocel = {
        "events": len(events),
        "objects": len(set(links)),
        "links": len(links),
        "kinds": kinds,
        "roles": dict(Counter(role for role, _ in set(links))),
        "first": in_utc(first),
        "last": in_utc(last),
    }
    assert counts["ocel.json"] == ocel
    assert counts["ocel.sqlite"] == ocel
    assert counts["constraints"]["broken"] == []
