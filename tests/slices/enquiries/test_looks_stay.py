"""Who looked is known on the instance where they looked, and is carried to no other."""

from pathlib import Path

import pytest
from tests.slices.custody.desk import NIGHT, booking, open_desk
from tests.slices.recording.two_instances import Pair, pair
from tests.slices.store import Store

from qorgau.custody import actions as custody
from qorgau.custody.entries import LookedBecause
from qorgau.enquiries.actions import look_up
from qorgau.recording.models import StoredEntry

HOUR = 3600
LOOKS = {"PersonLookedUp", "RecordOpened"}


@pytest.fixture
def embedded_pair(sqlite_store: Store, sqlite_template: Path, tmp_path: Path) -> Pair:
    return pair(sqlite_store, sqlite_template, tmp_path)


def kinds() -> set[str]:
    return set(StoredEntry.objects.values_list("kind", flat=True))


def looked_at() -> None:
    """Somebody is booked; a relative looks them up, and a prosecutor opens their record."""
    desk = open_desk()
    held = custody.book(desk.officer, booking(desk), now=NIGHT).custody
    account = desk.relative.account
    custody.name_relative(desk.officer, held, name="The relative", account=account, now=NIGHT + HOUR)
    look_up(desk.relative, held, now=NIGHT + 2 * HOUR)
    custody.open_record(desk.prosecutor, held, because=LookedBecause.SUPERVISION, now=NIGHT + 2 * HOUR)


def test_a_bundle_carries_the_custody_and_not_who_looked(embedded_pair: Pair) -> None:
    with embedded_pair.at_desk():
        looked_at()
        assert kinds() >= LOOKS
    embedded_pair.take(*embedded_pair.carried(written_at=NIGHT + 3 * HOUR), now=NIGHT + 4 * HOUR)
    assert "RelativeNamed" in kinds()
    assert not kinds() & LOOKS
