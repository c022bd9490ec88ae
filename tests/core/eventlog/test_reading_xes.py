"""Event logs in XES: traces, lifecycles, defaults, and files that mean harm."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from qorgau.eventlog.log import Log, Reason, UnreadableLogError
from qorgau.eventlog.map_yaml import parse_map
from qorgau.eventlog.reading import read_log

MAP = """
subject: {role: case, column: "case:concept:name"}
zone: Europe/Amsterdam
times: ["time:timestamp"]
kind: {column: "concept:name"}
"""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<log xmlns="http://www.xes-standard.org/">\n'


def event(name: str, at: str, more: str = "") -> str:
    return (
        f'<event>\n<string key="concept:name" value="{name}"/>'
        f'<date key="time:timestamp" value="{at}"/>{more}</event>\n'
    )


def trace(case: str, *events: str, more: str = "") -> str:
    return f'<trace><string key="concept:name" value="{case}"/>{more}{"".join(events)}</trace>\n'


def read(tmp_path: Path, content: str, *, by: str = MAP, name: str = "log.xes") -> Log:
    path = tmp_path / name
    data = content.encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return read_log(path, parse_map(by, name="map.yaml"))


def test_each_event_is_an_entry_of_its_trace(tmp_path: Path) -> None:
    log = read(
        tmp_path,
        HEAD
        + trace("A", event("in", "2019-05-03T14:00:00+02:00"), event("out", "2019-05-03T12:30:00Z"))
        + trace("NA", event("in", "2019-05-04T14:00:00.123+02:00"))
        + "</log>",
        name="log.xes.gz",
    )
    assert [log.subjects[row] for row in range(3)] == ["A", "A", "NA"]
    assert (log.earliest[1] - log.earliest[0]).item() == 1800
    assert log.row_unit == "line"
    assert log.rows.tolist() == [3, 5, 8]


def test_attributes_of_the_trace_are_facts_of_its_events(tmp_path: Path) -> None:
    content = (
        HEAD
        + trace(
            "A",
            event("in", "2019-05-03T14:00:00Z", '<string key="ward" value="event"/>'),
            more='<int key="age" value="17"/><string key="ward" value="trace"/>'
            '<boolean key="urgent" value="true"/>',
        )
        + trace("B", event("in", "2019-05-03T14:00:00Z"))
        + "</log>"
    )
    by = MAP + 'facts: [age, ward, "case:ward", urgent]'
    log = read(tmp_path, content, by=by)
    told = {name: (texts[0], texts[1]) for name, texts in log.facts.items()}
    assert told == {
        "age": ("17", None),
        "ward": ("event", None),
        "case:ward": ("trace", None),
        "urgent": ("True", None),
    }


def test_nested_attributes_are_left_out(tmp_path: Path) -> None:
    nested = '<string key="a" value="1"><string key="concept:name" value="wrong"/></string>'
    log = read(tmp_path, HEAD + trace("A", event("in", "2019-05-03T14:00:00Z", nested)) + "</log>")
    assert log.kinds.values == ("in",)


def test_the_logs_defaults_fill_facts_but_never_times_or_placeholders(tmp_path: Path) -> None:
    defaults = (
        '<global scope="event"><string key="group" value="ward 1"/>'
        '<string key="role" value="UNKNOWN"/>'
        '<date key="time:timestamp" value="1970-01-01T00:00:00Z"/></global>'
    )
    told = '<string key="group" value="ward 2"/><string key="role" value="nurse"/>'
    timeless = '<event><string key="concept:name" value="in"/></event>\n'
    content = (
        HEAD
        + defaults
        + trace(
            "A", event("in", "2019-05-03T14:00:00Z", told), event("out", "2019-05-03T14:00:00Z"), timeless
        )
        + "</log>"
    )
    log = read(tmp_path, content, by=MAP + "facts: [group, role]")
    assert [log.facts["group"][row] for row in range(2)] == ["ward 2", "ward 1"]
    assert [log.facts["role"][row] for row in range(2)] == ["nurse", None]
    assert [refusal.reason for refusal in log.refusals] == [Reason.NO_TIME]


def test_the_lifecycle_may_be_a_fact_or_part_of_the_kind(tmp_path: Path) -> None:
    def step(name: str) -> str:
        return f'<string key="lifecycle:transition" value="{name}"/>'

    content = (
        HEAD
        + trace(
            "A",
            event("visit", "2019-05-03T14:00:00Z", step("start")),
            event("visit", "2019-05-03T15:00:00Z", step("complete")),
        )
        + "</log>"
    )
    plain = read(tmp_path, content, by=MAP + 'facts: ["lifecycle:transition"]')
    assert plain.kinds.values == ("visit",)
    assert plain.facts["lifecycle:transition"].values == ("start", "complete")
    kind = 'kind: {columns: ["concept:name", "lifecycle:transition"], joined_by: "+"}'
    joined = read(tmp_path, content, by=MAP.replace('kind: {column: "concept:name"}', kind))
    assert joined.kinds.values == ("visit+start", "visit+complete")


def test_events_that_share_a_line_are_numbered_instead(tmp_path: Path) -> None:
    content = HEAD + trace("A", event("in", "2019-05-03"), event("out", "2019-05-04")) + "</log>"
    log = read(tmp_path, content.replace("\n", ""))
    assert (log.row_unit, log.rows.tolist()) == ("event", [1, 2])


def test_a_trace_without_a_name_is_refused(tmp_path: Path) -> None:
    named = trace("A", event("in", "2019-05-03"))
    nameless = "<trace>" + event("in", "2019-05-03") + "</trace>"
    log = read(tmp_path, HEAD + named + nameless + "</log>")
    assert [refusal.reason for refusal in log.refusals] == [Reason.NO_SUBJECT]


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE log SYSTEM "http://127.0.0.1/log.dtd">',
    ],
)
def test_a_file_that_declares_entities_or_a_document_type_is_refused(tmp_path: Path, declared: str) -> None:
    body = trace("A", event("in", "2019-05-03"))
    with pytest.raises(UnreadableLogError, match="entities"):
        read(tmp_path, f'<?xml version="1.0"?>\n{declared}\n<log>{body}</log>')


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (HEAD + trace("A", event("in", "2019-05-03")), "broken"),
        ("<html><body/></html>", "not XES"),
        (HEAD + "<trace><string value='A'/></trace></log>", "not XES"),
        (HEAD + "</log>", "no event"),
        ("", "broken"),
    ],
)
def test_a_file_that_is_no_whole_log_is_an_error(tmp_path: Path, content: str, why: str) -> None:
    with pytest.raises(UnreadableLogError, match=why):
        read(tmp_path, content)
