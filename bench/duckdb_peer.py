"""The rules as a good SQL author writes them for DuckDB: one ASOF join each, a count, a window."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from bench.rules import Rule, Template
from bench.sepsis import KINDS, SepsisLog

_FACTS = {"InfectionSuspected": "infection", "Age": "age", "org:group": "grp"}


def connect(log: SepsisLog, *, threads: int) -> duckdb.DuckDBPyConnection:
    """An in-memory database that holds the log; `seq` is the order of arrival, so of time and ties."""
    database = duckdb.connect(config={"threads": threads})
    columns = pa.table(
        {
            "case_id": log.case,
            "seq": np.arange(len(log), dtype=np.int32),
            "t": log.second,
            "kind": log.kind,
            "grp": log.group,
            "infection": log.infection,
            "age": log.age,
        }
    )
    database.register("columns_of_log", columns)
    database.execute("CREATE TABLE ev AS SELECT * FROM columns_of_log")
    return database


def violating(database: duckdb.DuckDBPyConnection, rule: Rule) -> NDArray[np.int64]:
    """The cases that violate the rule."""
    found = database.execute(query(rule)).fetchnumpy()["case_id"]
    return np.sort(np.asarray(found, dtype=np.int64))


def query(rule: Rule) -> str:
    """The SQL of one rule; it yields distinct case ids."""
    a = f"(SELECT * FROM ev WHERE kind = {KINDS.index(rule.a)}{_condition(rule)})"
    b = f"(SELECT * FROM ev WHERE kind = {KINDS.index(rule.b)})" if rule.b else ""
    same = f" AND x.{_FACTS[rule.same]} = y.{_FACTS[rule.same]}" if rule.same else ""
    near = "" if rule.seconds is None else f" AND abs(y.t - x.t) <= {rule.seconds}"
    match rule.template:
        case Template.ABSENCE:
            return f"SELECT case_id FROM {a} GROUP BY case_id HAVING count(*) >= {rule.count}"
        case Template.RESPONSE:
            return _anti(a, b, "<", near)
        case Template.PRECEDENCE:
            return _anti(b, a, ">", near)
        case Template.NOT_RESPONSE:
            return (
                f"SELECT DISTINCT x.case_id FROM {a} x ASOF JOIN {b} y"
                f" ON x.case_id = y.case_id{same} AND x.seq < y.seq WHERE true{near}"
            )
        case Template.CHAIN_RESPONSE:
            held = f"y.kind = {KINDS.index(rule.b)}{near}"
            return (
                f"SELECT DISTINCT x.case_id FROM {a} x ASOF LEFT JOIN ev y"
                f" ON x.case_id = y.case_id AND x.seq < y.seq WHERE y.seq IS NULL OR NOT ({held})"
            )
        case Template.RESPONDED_EXISTENCE:
            late, early = _unanswered(a, b, "<", near), _unanswered(a, b, ">", near)
            return f"SELECT DISTINCT case_id FROM ({late}) SEMI JOIN ({early}) USING (case_id, seq)"


def _anti(x: str, y: str, order: str, near: str) -> str:
    return f"SELECT DISTINCT case_id FROM ({_unanswered(x, y, order, near)})"


def _unanswered(x: str, y: str, order: str, near: str) -> str:
    """Each x whose nearest y on that side of it is missing or too far."""
    return (
        f"SELECT x.case_id, x.seq FROM {x} x ASOF LEFT JOIN {y} y"
        f" ON x.case_id = y.case_id AND x.seq {order} y.seq WHERE y.seq IS NULL OR NOT (true{near})"
    )


def _condition(rule: Rule) -> str:
    if not rule.fact:
        return ""
    column = _FACTS[rule.fact]
    if rule.op == "is":
        return f" AND {column} = {int(rule.value == 'true')}"
    return f" AND {column} >= 0 AND {column} {'<' if rule.op == 'below' else '>='} {int(rule.value)}"
