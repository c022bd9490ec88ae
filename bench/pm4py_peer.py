"""pm4py on the rules it has a filter for; runs alone in its own environment.

    python pm4py_peer.py JOB.json           (written by bench.peers; answers in the file the job names)

Its timed "eventually follows" says whether SOME A is followed by B in time, not each A.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pm4py
from pm4py.algo.filtering.pandas.ltl import ltl_checker

FOREVER = float(1 << 40)


def read_log(path: str, kinds: list[str]) -> pd.DataFrame:
    """The log as the peer wants it."""
    with np.load(path) as columns:
        order = np.argsort(columns["case"], kind="stable")
        frame = pd.DataFrame(
            {
                "case:concept:name": columns["case"][order].astype(str),
                "concept:name": np.array(kinds)[columns["kind"][order]],
                "time:timestamp": pd.to_datetime(columns["second"][order], unit="s", utc=True),
            }
        )
    return pm4py.format_dataframe(frame)


def expressible(rule: dict[str, Any]) -> bool:
    """Whether a filter of the library comes near the rule: no condition, A before B."""
    return rule["template"] in {"response", "not_response"} and not rule["fact"] and not rule["same"]


def violating(log: pd.DataFrame, rule: dict[str, Any]) -> list[int]:
    """The cases the library's filter would name."""
    limit = FOREVER if rule["seconds"] is None else float(rule["seconds"])
    parameters = {ltl_checker.Parameters.TIMESTAMP_DIFF_BOUNDARIES: [(0.0, limit)]}
    kept = ltl_checker.eventually_follows(log, [rule["a"], rule["b"]], parameters=parameters)
    followed = set(kept["case:concept:name"])
    if rule["template"] == "not_response":
        return sorted(map(int, followed))
    started = set(log.loc[log["concept:name"] == rule["a"], "case:concept:name"])
    return sorted(map(int, started - followed))


def main(job_file: str) -> None:
    """Read the job, check, write the answers and the seconds."""
    job = json.loads(Path(job_file).read_text())
    log = read_log(job["log"], job["kinds"])
    rules = [rule for rule in job["rules"] if expressible(rule)]
    started = time.perf_counter()
    cases = {rule["id"]: violating(log, rule) for rule in rules}
    seconds = time.perf_counter() - started
    answer = {"seconds": seconds, "rules": [rule["id"] for rule in rules], "cases": cases}
    Path(job["answer"]).write_text(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
