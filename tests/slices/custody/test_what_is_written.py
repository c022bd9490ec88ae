"""An entry writes what it changes and leaves the rest of its custody's rows as they stand."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections
from tests.slices.custody.desk import HOUR, NIGHT, booking, open_desk
from tests.slices.store import Store

from qorgau.custody import actions
from qorgau.custody.entries import LookedBecause, NewEntry
from qorgau.custody.models import ClockRow, CustodyRow, OpeningRow
from qorgau.recording.writer_turn import RECORD

Written = list[tuple[str, int]]


@contextmanager
def written_to(table: str) -> Iterator[Written]:
    """Statements that change the table, each with how many rows it was given."""
    found: Written = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if table in sql and not sql.lstrip().startswith("SELECT"):
            found.append((sql.split(maxsplit=1)[0], len(params) if many else 1))
        return execute(sql, params, many, context)

    with connections[RECORD].execute_wrapper(note):
        yield found


def test_of_all_clocks_a_meal_writes_only_those_it_changes(store: Store) -> None:
    desk = open_desk()
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody
    with written_to('"custody_clock"') as written:
        actions.add_entry(desk.officer, custody, NewEntry(kind="MealGiven"), now=NIGHT + HOUR)
    every = ClockRow.objects.filter(custody_id=custody).count()
    assert {verb for verb, _ in written} <= {"DELETE", "INSERT"}
    assert sum(rows for verb, rows in written if verb == "INSERT") < every / 2


def test_a_row_that_somebody_altered_is_put_right_by_the_next_entry(store: Store) -> None:
    desk = open_desk()
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody
    clock = ClockRow.objects.filter(custody_id=custody).order_by("clock_id")[0]
    ClockRow.objects.filter(pk=clock.pk).update(safeguard="kz/altered")
    ClockRow.objects.create(**{**_values(clock), "clock_id": f"{custody}/999"})
    actions.add_entry(desk.officer, custody, NewEntry(kind="WelfareChecked"), now=NIGHT + HOUR)
    assert ClockRow.objects.get(pk=clock.pk).safeguard == clock.safeguard
    assert not ClockRow.objects.filter(pk=f"{custody}/999").exists()


def test_a_look_changes_nothing_but_who_looked(store: Store) -> None:
    desk = open_desk()
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody
    before = CustodyRow.objects.values().get(custody_id=custody)
    with written_to('"custody_row"') as of_the_row, written_to('"custody_clock"') as of_the_clocks:
        actions.open_record(desk.prosecutor, custody, because=LookedBecause.SUPERVISION, now=NIGHT + HOUR)
    assert of_the_row == of_the_clocks == []
    assert CustodyRow.objects.values().get(custody_id=custody) == before
    assert [look.account for look in OpeningRow.objects.filter(custody_id=custody)] == [
        desk.prosecutor.account
    ]


def _values(row: ClockRow) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
