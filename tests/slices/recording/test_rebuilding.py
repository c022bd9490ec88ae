"""Everything that is shown follows from the record alone: rebuilt and live tables are equal."""

import random

from tests.slices.recording.small_slice import CustodyRow, noted, opened

from qorgau.ledger.entry import Correction, CorrectionAct
from qorgau.recording.drafts import Notice
from qorgau.recording.models import OutgoingNotice
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.record import record


def rows():
    return list(CustodyRow.objects.order_by("custody_id").values())


def test_rebuilt_and_live_tables_are_equal(store):
    drafts = [opened(number) for number in range(4)]
    drafts += [noted(number, custody=number % 4) for number in range(12)]
    drafts += [
        noted(99, custody=2, kind="CustodyEnded"),
        opened(2, id="again", personal={"person-2": {"name": "Corrected"}}, corrects=Correction(
            instance="qorgau.localhost", entry="opened-2", act=CorrectionAct.REPLACES, why="misspelt")),
        noted(98, custody=1, corrects=Correction(
            instance="qorgau.localhost", entry="noted-1", act=CorrectionAct.WITHDRAWS, why="other person")),
    ]  # fmt: skip
    random.shuffle(drafts)
    for moment, draft in enumerate(drafts):
        record([draft], received=1_000 + moment)
    live = rows()

    rebuild(as_of=2_000)

    assert rows() == live
    assert {row["custody_id"]: row["name"] for row in live}["custody-2"] == "Corrected"
    assert [row["notes"] for row in live] == [3, 2, 3, 3]


def test_rebuilding_mends_a_row_that_was_changed_by_hand_and_sends_nothing(store):
    record([opened(1)], received=10, notices=[Notice(about="opened-1", kind="told", body={})])
    OutgoingNotice.objects.all().delete()
    live = rows()
    CustodyRow.objects.update(is_open=False, name="Somebody else")
    CustodyRow.objects.create(custody_id="ghost", person_id="nobody", notes=0, is_open=True)

    rebuild(as_of=2_000)

    assert rows() == live
    assert not OutgoingNotice.objects.exists()


def test_a_correction_that_is_itself_withdrawn_leaves_the_first_entry_standing(store):
    wrong = Correction(instance="qorgau.localhost", entry="noted-1", act=CorrectionAct.WITHDRAWS, why="?")
    undo = Correction(instance="qorgau.localhost", entry="noted-2", act=CorrectionAct.WITHDRAWS, why="!")
    record([opened(1), noted(1, custody=1)], received=10)
    record([noted(2, custody=1, corrects=wrong)], received=11)
    assert CustodyRow.objects.get().notes == 0

    record([noted(3, custody=1, corrects=undo)], received=12)

    assert CustodyRow.objects.get().notes == 1
