"""Declare4Py on the benchmark's rules; runs alone in its own old environment.

    python declare4py_peer.py JOB.json      (written by bench.peers; answers in the file the job names)

Stated of this peer: a condition `is True` compares with the text "True", so the boolean is written
with `=`; `same` becomes a syntax error that drops the rule, so it is asked for in a model of its own.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pm4py
from Declare4Py.D4PyEventLog import D4PyEventLog
from Declare4Py.ProcessMiningTasks.ConformanceChecking.MPDeclareAnalyzer import MPDeclareAnalyzer
from Declare4Py.ProcessModels.DeclareModel import DeclareModel

_TEMPLATES = {
    "response": "Response",
    "precedence": "Precedence",
    "not_response": "Not Response",
    "absence": "Absence",
    "chain_response": "Chain Response",
    "responded_existence": "Responded Existence",
}
_OPS = {"is": "=", "below": "<", "at_least": ">="}


def read_log(path: str, kinds: list[str]) -> tuple[D4PyEventLog, list[int]]:
    """The log as the peer wants it, and the case number of each of its traces."""
    with np.load(path) as columns:
        order = np.argsort(columns["case"], kind="stable")
        frame = pd.DataFrame(
            {
                "case:concept:name": columns["case"][order].astype(str),
                "concept:name": np.array(kinds)[columns["kind"][order]],
                "time:timestamp": pd.to_datetime(columns["second"][order], unit="s", utc=True),
                "org:group": columns["group"][order].astype(str),
                "InfectionSuspected": _said(columns["infection"][order], bool),
                "Age": _said(columns["age"][order], int),
            }
        )
    log = pm4py.convert_to_event_log(pm4py.format_dataframe(frame))
    log.properties["pm4py:param:timestamp_key"] = "time:timestamp"
    log.properties["pm4py:param:activity_key"] = "concept:name"
    return D4PyEventLog(log=log), [int(trace.attributes["concept:name"]) for trace in log]


def _said(values: np.ndarray, kind: type) -> list[object]:
    return [kind(value) if value >= 0 else None for value in values.tolist()]


def constraint(rule: dict[str, Any]) -> str:
    """One rule in the peer's language."""
    on_a = ""
    if rule["fact"]:
        value = "True" if rule["value"] == "true" else rule["value"]
        on_a = f"A.{rule['fact']} {_OPS[rule['op']]} {value}"
    if rule["template"] == "absence":
        return f"Absence{rule['count']}[{rule['a']}] |{on_a} |"
    between = f"same {rule['same']}" if rule["same"] else ""
    limit = "" if rule["seconds"] is None else f"0,{rule['seconds']},s"
    return f"{_TEMPLATES[rule['template']]}[{rule['a']}, {rule['b']}] |{on_a} |{between} |{limit}"


def check(log: D4PyEventLog, numbers: list[int], rules: list[dict[str, Any]]) -> dict[str, list[int] | None]:
    """Violating cases per rule; None where the peer dropped the rule."""
    model = DeclareModel().parse_from_string("\n".join(constraint(rule) for rule in rules))
    with contextlib.redirect_stdout(io.StringIO()):  # it prints one line per trace it cannot check
        found = MPDeclareAnalyzer(log=log, declare_model=model, consider_vacuity=True).run()
    states = [[result.state.value == "Violated" for result in trace] for trace in found.model_check_res]
    if any(len(row) != len(rules) for row in states):
        return {rule["id"]: None for rule in rules}
    return {
        rule["id"]: sorted(numbers[i] for i, row in enumerate(states) if row[place])
        for place, rule in enumerate(rules)
    }


def main(job_file: str) -> None:
    """Read the job, check, write the answers and the seconds."""
    job = json.loads(Path(job_file).read_text())
    log, numbers = read_log(job["log"], job["kinds"])
    apart = [rule for rule in job["rules"] if rule["same"]]
    together = [rule for rule in job["rules"] if not rule["same"]]
    started = time.perf_counter()
    cases = check(log, numbers, together)
    seconds = time.perf_counter() - started
    for rule in apart:
        cases.update(check(log, numbers, [rule]))
    answer = {"seconds": seconds, "rules": [rule["id"] for rule in together], "cases": cases}
    Path(job["answer"]).write_text(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
