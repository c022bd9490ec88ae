"""Proposed maps run, and say what they guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qorgau.eventlog.column_words import KINDS, SOLITARY_KINDS
from qorgau.eventlog.log import Log, UnreadableLogError
from qorgau.eventlog.logmap import LogMap, Naming
from qorgau.eventlog.map_writing import dump_map
from qorgau.eventlog.map_yaml import parse_map
from qorgau.eventlog.moments import Clock, DateOrder, Midnight
from qorgau.eventlog.proposing import propose_map
from qorgau.eventlog.reading import read_log
from qorgau.lawbook.strict_yaml import read_yaml


def proposed(tmp_path: Path, content: str, *, name: str = "log.csv") -> tuple[LogMap, Log]:
    """The proposal, written and read back, and the log it reads."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    log_map = propose_map(path)
    read_back = parse_map(dump_map(log_map), name="map.yaml")
    assert read_back == replace(log_map, notes=())
    return log_map, read_log(path, read_back)


def kinds(log_map: LogMap) -> dict[str, str]:
    return {time.name: time.kind.always or "" for time in log_map.times if time.kind}


def test_a_custody_register_in_english(tmp_path: Path) -> None:
    log_map, log = proposed(
        tmp_path,
        "booking_no,detainee,arrested_at,delivered_at,relative_told_at,judge_at,released_at,age\n"
        "1,P1,2025-02-12 03:00,2025-02-12 06:30,2025-02-12 08:10,2025-02-13 03:45,,15\n"
        "2,P2,2025-02-13 13:00,2025-02-13 15:30,,2025-02-14 13:45,2025-02-14 18:00,40\n",
    )
    assert kinds(log_map) == {
        "arrested_at": "Apprehended",
        "delivered_at": "Delivered",
        "relative_told_at": "RelativeTold",
        "judge_at": "FirstAppeared",
        "released_at": "Released",
    }
    assert (log_map.role, log_map.subject.columns) == ("custody", ("booking_no",))
    assert log_map.objects == {"person": Naming(columns=("detainee",))}
    assert log_map.facts == {"age": "age"}
    assert len(log) == 8


def test_a_register_of_solitary_confinement_in_russian(tmp_path: Path) -> None:
    log_map, log = proposed(
        tmp_path,
        "Журнал ШИЗО;;;\nЛичное дело;Дата водворения;Дата освобождения;Основание\n"
        "17;03.05.2019;13.05.2019;нарушение\n17;01.06.2019;по настоящее время;нарушение\n",
    )
    assert kinds(log_map) == {
        "Дата водворения": "SolitaryStarted",
        "Дата освобождения": "SolitaryEnded",
    }
    assert log_map.times[1].ends == "Дата водворения"
    assert log_map.role == "custody"
    assert log_map.objects == {"placement": Naming(each_row=True)}
    assert [log.objects["placement"][row] for row in range(3)] == ["3", "3", "4"]
    assert (len(log), log.missing_times) == (3, {"Дата освобождения": 1})


def test_a_log_of_complaints_keeps_the_incident_apart(tmp_path: Path) -> None:
    log_map, _ = proposed(
        tmp_path,
        "complaint_id,incident_date,date_received,closed_date,officer_id\n"
        "1,2019-05-01,2019-05-03,,77\n2,2019-05-01,2019-05-04,2020-01-01,78\n",
        name="complaints.csv",
    )
    assert kinds(log_map) == {"date_received": "ComplaintLodged", "closed_date": "ComplaintClosed"}
    assert log_map.facts == {"incident_date": "incident_date"}
    assert log_map.objects == {"officer": Naming(columns=("officer_id",))}


def test_short_words_tell_only_when_they_stand_alone(tmp_path: Path) -> None:
    log_map, _ = proposed(
        tmp_path,
        "id,Admitted to facility,Segregation from,To\n1,2019-05-01,2019-05-03,2019-05-04\n",
    )
    assert kinds(log_map)["To"] == "SolitaryEnded"
    assert kinds(log_map)["Admitted to facility"] != "SolitaryEnded"


def test_every_kind_a_proposal_may_name_is_in_the_laws_vocabulary() -> None:
    file = Path(__file__).parents[3] / "law/international/vocabulary/kinds.yaml"
    known = set(read_yaml(file).mapping())
    assert {kind for kind, _ in (*KINDS, *SOLITARY_KINDS)} <= known


def test_a_register_in_kazakh(tmp_path: Path) -> None:
    log_map, _ = proposed(
        tmp_path, "Іс нөмірі,Ұсталған уақыты,Жеткізілген уақыты\n1,2025-02-12 03:00,2025-02-12 05:00\n"
    )
    assert kinds(log_map) == {"Ұсталған уақыты": "Apprehended", "Жеткізілген уақыты": "Delivered"}


def test_an_end_that_stands_before_its_start_in_the_file(tmp_path: Path) -> None:
    log_map, _ = proposed(
        tmp_path, "inmate_id,released,admitted\n1,2019-05-04,2019-05-03\n2,2019-05-06,2019-05-05\n"
    )
    assert [time.name for time in log_map.times] == ["admitted", "released"]
    assert log_map.times[1].ends == "admitted"


def test_an_activity_log_with_a_start_and_an_end(tmp_path: Path) -> None:
    log_map, log = proposed(
        tmp_path,
        "Case ID,Activity,Start Timestamp,Complete Timestamp,Resource\n"
        + "".join(
            f"{case},{what},2019-05-0{day} 10:00:00,2019-05-0{day} 11:00:00,R\n"
            for case in (1, 2)
            for day, what in ((1, "A"), (2, "B"))
        ),
    )
    assert log_map.subject.columns == ("Case ID",)
    assert set(log.kinds.values) == {"A started", "A", "B started", "B"}


def test_lost_am_and_pm_are_seen_in_many_rows_only(tmp_path: Path) -> None:
    def register(rows: int) -> str:
        times = (f"{row},2019-05-{row % 28 + 1:02} {row % 12 + 1:02}:{row % 60:02}" for row in range(rows))
        return "case,admitted\n" + "\n".join(times) + "\n"

    assert proposed(tmp_path, register(100))[0].clock is Clock.HALF_LOST
    assert proposed(tmp_path, register(20))[0].clock is Clock.FULL


def test_midnights_everywhere_are_days_without_a_clock(tmp_path: Path) -> None:
    rows = "".join(f"{row % 5},a,2019-05-{row % 28 + 1:02}T00:00:00+02:00\n" for row in range(60))
    log_map, log = proposed(tmp_path, "case,activity,time\n" + rows)
    assert log_map.midnight is Midnight.WHOLE_DAY
    assert log_map.zone == "Europe/Paris"
    assert (log.latest - log.earliest == 86_399).all()


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        ("3/5/19 13/5/19", DateOrder.DAY_FIRST),
        ("3/5/19 5/13/19", DateOrder.MONTH_FIRST),
        ("3/5/19 4/5/19", DateOrder.DAY_FIRST),
        ("13/5/19 5/13/19", DateOrder.BY_VALUES),
        ("2019-05-03 03.05.2019", DateOrder.BY_VALUES),
    ],
)
def test_the_order_of_day_and_month_is_proved_or_doubted(
    tmp_path: Path, dates: str, order: DateOrder
) -> None:
    rows = "".join(f"{row},{day}\n" for row, day in enumerate(dates.split()))
    log_map, _ = proposed(tmp_path, "case,admitted\n" + rows)
    assert log_map.dates is order


def test_a_table_without_dates_gets_a_period_and_a_doubt(tmp_path: Path) -> None:
    log_map, log = proposed(tmp_path, "complaint_id,finding\n1,a\n1,b\n2,a\n")
    assert log_map.times[0].between is not None
    assert len(log.subjects.values) == 2
    assert any("No column holds dates" in note for note in log_map.notes)


def test_a_table_without_ids_gives_each_row_its_own_subject(tmp_path: Path) -> None:
    log_map, log = proposed(
        tmp_path, "facility,placed,removed\nA,2019-05-03,2019-05-04\nA,2019-05-03,2019-05-04\n"
    )
    assert log_map.subject.each_row
    assert len(log.subjects.values) == 2


def test_an_assumed_encoding_is_written_into_the_map(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes("дело,дата задержания\nдело о краже,03.05.2019\n".encode("windows-1251"))
    assert propose_map(path).encoding == "windows-1251"


def test_a_table_with_nothing_in_it_gets_no_map(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLogError):
        proposed(tmp_path, "case,admitted\n")
