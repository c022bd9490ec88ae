"""What keeps a person's data; and what is left of a custody once the person was erased."""

import pytest
from django.conf import settings
from tests.slices.custody.desk import HOUR, NIGHT, Desk, booking, open_desk
from tests.slices.store import Store

from qorgau.custody import actions, queries
from qorgau.custody.entries import NewEntry
from qorgau.custody.holds import why_open, why_retained
from qorgau.custody.models import CustodyRow
from qorgau.recording.keystore.secrets import destroy_secrets
from qorgau.recording.rebuilding import rebuild

YEAR = 366 * 86_400


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


def released(desk: Desk) -> str:
    booked = actions.book(desk.officer, booking(desk), now=NIGHT)
    actions.add_entry(desk.officer, booked.custody, NewEntry(kind="Released"), now=NIGHT + HOUR)
    return booked.person


def test_whoever_is_held_is_kept(desk: Desk) -> None:
    booked = actions.book(desk.officer, booking(desk), now=NIGHT)
    assert why_open(booked.person, NIGHT + 50 * YEAR)
    actions.add_entry(desk.officer, booked.custody, NewEntry(kind="Released"), now=NIGHT + HOUR)
    assert why_open(booked.person, NIGHT + 2 * HOUR) is None


def test_without_a_figure_nothing_is_ever_erased_and_the_refusal_says_that_none_is_known(desk: Desk) -> None:
    why = why_retained(released(desk), NIGHT + 100 * YEAR)
    assert why is not None
    assert "QORGAU_RETENTION_YEARS" in why


def test_a_period_that_was_set_counts_in_civil_years_from_the_end_of_custody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "QORGAU_RETENTION_YEARS", 2, raising=False)
    person = released(desk)
    assert why_retained(person, NIGHT + YEAR)
    assert why_retained(person, NIGHT + 2 * YEAR) is None
    assert why_retained("nobody", NIGHT) is None


def test_with_the_key_the_name_goes_and_the_fact_of_the_deprivation_of_liberty_stays(desk: Desk) -> None:
    person = released(desk)
    before = CustodyRow.objects.get()
    destroy_secrets([person], at=NIGHT + 2 * HOUR)
    rebuild(as_of=NIGHT + 2 * HOUR)
    row = CustodyRow.objects.get()
    assert (row.name, row.family_key, row.born_on) == ("", "", "")
    assert (row.age, row.ground, row.apprehended_at, row.status) == (
        before.age, before.ground, before.apprehended_at, "released",
    )  # fmt: skip
    record = queries.record(desk.npm, row.custody_id, as_of=NIGHT + 3 * HOUR)
    assert all(not entry.personal for entry in record.entries)
    assert record.verdicts
