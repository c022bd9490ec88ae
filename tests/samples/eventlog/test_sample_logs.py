"""The real logs of the samples folder, read by the maps proposed for them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qorgau.eventlog.log import Log, Reason
from qorgau.eventlog.logmap import LogMap, Naming
from qorgau.eventlog.map_writing import dump_map
from qorgau.eventlog.map_yaml import parse_map
from qorgau.eventlog.moments import Clock
from qorgau.eventlog.proposing import propose_map
from qorgau.eventlog.reading import read_log

SAMPLES = Path(__file__).parents[3] / ".." / "shared" / "samples"
pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the samples folder beside the repository is missing"
)


def proposed(name: str) -> tuple[LogMap, Log]:
    log_map = propose_map(SAMPLES / name)
    assert parse_map(dump_map(log_map), name="map.yaml") == replace(log_map, notes=())
    return log_map, read_log(SAMPLES / name, log_map)


def test_jail_stays_lost_am_and_pm_and_keep_every_possible_order() -> None:
    log_map, log = proposed("custody/broward_jail.csv.gz")
    assert log_map.clock is Clock.HALF_LOST
    assert any("In 206 rows" in note for note in log_map.notes)
    assert (log.rows_read, len(log.subjects.values)) == (7_214, 7_214)
    assert log.reasons() == {Reason.NO_TIME.value: 307}
    assert len(log) == 2 * (7_214 - 307)
    assert np.unique(log.latest - log.earliest).tolist() == [12 * 3600]


def test_jail_stays_with_clocks_taken_at_their_word_end_too_early_206_times() -> None:
    log_map = replace(propose_map(SAMPLES / "custody/broward_jail.csv.gz"), clock=Clock.FULL)
    log = read_log(SAMPLES / "custody/broward_jail.csv.gz", log_map)
    assert log.reasons() == {"no_time": 307, "end_before_start": 206}


def test_fines_are_dated_to_the_day_in_34_724_events() -> None:
    _, log = proposed("events/traffic_fines.csv.gz")
    assert (len(log), len(log.subjects.values), log.refusals) == (34_724, 10_000, ())
    assert (log.latest > log.earliest).all()


def hospital(log: Log) -> list[tuple[str | None, ...]]:
    columns = (log.subjects, log.kinds, log.facts["group"], log.facts["suspected"])
    return [(*(column[row] for column in columns), str(log.earliest[row])) for row in range(len(log))]


def test_the_hospital_log_is_the_same_as_csv_and_as_xes() -> None:
    from_csv = parse_map(
        "subject: {role: case, column: case_id, if_empty: NA}\nzone: Europe/Amsterdam\n"
        "times: [timestamp]\nkind: {column: activity}\n"
        "facts: {group: resource, suspected: infectionsuspected}\n",
        name="csv.yaml",
    )
    from_xes = parse_map(
        'subject: {role: case, column: "case:concept:name"}\nzone: Europe/Amsterdam\n'
        'times: ["time:timestamp"]\nkind: {column: "concept:name"}\n'
        'facts: {group: "org:group", suspected: InfectionSuspected}\n',
        name="xes.yaml",
    )
    one = read_log(SAMPLES / "events/sepsis.csv.gz", from_csv)
    other = read_log(SAMPLES / "events/Sepsis_Cases.xes.gz", from_xes)
    assert len(one) == len(other) == 15_214
    assert sorted(hospital(one), key=str) == sorted(hospital(other), key=str)


@pytest.mark.parametrize("name", ["events/sepsis.csv.gz", "events/Sepsis_Cases.xes.gz"])
def test_the_hospital_case_called_na_is_kept(name: str) -> None:
    _, log = proposed(name)
    assert (len(log), len(log.subjects.values), log.refusals) == (15_214, 1_050, ())
    assert "NA" in log.subjects.values


def test_the_hospital_case_without_a_name_is_refused_unless_the_map_restores_it() -> None:
    log_map = propose_map(SAMPLES / "events/sepsis.csv.gz")
    plain = replace(log_map, subject=replace(log_map.subject, if_empty=None))
    log = read_log(SAMPLES / "events/sepsis.csv.gz", plain)
    assert log.reasons() == {"no_subject": 24}
    assert (log.refusals[0].row, log.refusals[-1].row) == (443, 466)


def test_complaints_are_lodged_on_a_day() -> None:
    log_map, log = proposed("complaints/philadelphia_complaints.csv.gz")
    assert (log_map.role, log.observes) == ("complaint", {"ComplaintLodged"})
    assert (len(log), len(log.subjects.values)) == (3_388, 3_388)


def test_one_complaint_has_several_findings_and_error_cells_are_counted() -> None:
    log_map, log = proposed("complaints/philadelphia_findings.csv.gz")
    assert log_map.objects == {"officer": Naming(columns=("officer_id",))}
    assert (len(log), len(log.subjects.values)) == (8_839, 3_382)
    assert set(log.error_cells.values()) == {2}
