"""Who asked after whom was told to one desk, and no file carries it to another."""

from tests.slices.custody.desk import open_desk
from tests.slices.enquiries.asking import answered, asked, held
from tests.slices.recording.two_instances import Pair

from qorgau.carrying.queries import to_carry
from qorgau.recording.bundles.opening import open_bundle
from qorgau.recording.models import StoredEntry


def test_no_file_holds_an_enquiry_or_its_answer(embedded: Pair) -> None:
    with embedded.at_desk():
        desk = open_desk()
        son = held(desk)
        before = to_carry(desk.officer, since=None).entries
        answered(desk, asked(), son)
        asked()
        recorded = set(StoredEntry.objects.values_list("kind", flat=True))
        assert {"EnquiryReceived", "EnquiryAnswered"} <= recorded
        assert to_carry(desk.officer, since=None).entries == before
    carried = {each.bundled.entry.kind for data in embedded.carried() for each in open_bundle(data).entries}
    assert "Apprehended" in carried
    assert not {kind for kind in carried if kind.startswith("Enquiry")}
