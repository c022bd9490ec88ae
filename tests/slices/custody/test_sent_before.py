"""A form sent again after it was edited: the first entry stands, and the person is told so, not shown a fault."""

from tests.slices.access.people import signed_in
from tests.slices.custody.desk import at, booking, open_desk, typed, yesterday
from tests.slices.store import Store

from qorgau.clock import now
from qorgau.custody.actions import book
from qorgau.recording.drafts import new_entry_id
from qorgau.recording.models import StoredEntry


def test_a_form_sent_again_with_other_content_is_told_and_changes_nothing(sqlite_store: Store) -> None:
    desk = open_desk()
    apprehended, delivered = (at(f"{yesterday()} {hour}") for hour in ("01:00", "01:50"))
    custody = book(
        desk.officer, booking(desk, apprehended=apprehended, delivered=delivered), now=now()
    ).custody
    client = signed_in("custody_officer", places=[desk.station])
    form = {
        "act_id": new_entry_id(),
        "happened_0": typed(yesterday()),
        "happened_1": "02:00",
        "said_by": "police_entry",
    }
    address = f"/custody/{custody}/add/RightsExplained/"
    assert client.post(address, {**form, "fact_understood": "yes"}).status_code == 302
    again = client.post(address, {**form, "fact_understood": "no"})
    assert again.status_code == 409
    assert StoredEntry.objects.filter(kind="RightsExplained").count() == 1
