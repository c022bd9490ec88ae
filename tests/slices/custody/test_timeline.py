"""The timeline is short enough to read at night, still holds every entry, and speaks no machine's language."""

import re

import pytest
from tests.slices.custody.desk import NIGHT, Desk, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.custody import actions, queries
from qorgau.custody.facts.record import CustodyRecord
from qorgau.custody.web.timeline import Together, timeline_of
from qorgau.lawbook import Language

LATER = instant("2026-11-24 12:00")
FIELD = "RegisterFieldRecorded"


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk) -> CustodyRecord:
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody
    return queries.record(desk.head, custody, as_of=LATER)


def test_the_register_fields_of_one_booking_share_a_line(desk: Desk) -> None:
    shown = timeline_of(booked(desk), desk.head, Language.EN)
    together = [line for line in shown if isinstance(line, Together)]
    alone = [line for line in shown if not isinstance(line, Together) and line.entry.kind == FIELD]
    assert len(together) == 1
    assert len(together[0].fields) > 1
    assert alone == []


def test_no_entry_is_lost_when_fields_share_a_line(desk: Desk) -> None:
    record = booked(desk)
    shown = timeline_of(record, desk.head, Language.KK)
    ids = [
        each.entry.id for line in shown for each in (line.lines if isinstance(line, Together) else (line,))
    ]
    assert sorted(ids) == sorted(entry.id for entry in record.timeline if entry.kind != "RecordOpened")


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
def test_what_an_entry_says_is_in_words(desk: Desk, language: Language) -> None:
    shown = timeline_of(booked(desk), desk.head, language)
    values = [word for line in shown if not isinstance(line, Together) for pair in line.said for word in pair]
    assert values != []
    assert [word for word in values if re.search(r"_|\d{4}-\d\d", word)] == []
