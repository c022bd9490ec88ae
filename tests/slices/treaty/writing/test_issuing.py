"""A report is issued: the files are fixed, the record holds their hashes, the draft stands still."""

import hashlib

import pytest
from tests.slices.store import Store
from tests.slices.treaty.writing.people import NOW, Writers, begun, writers

from qorgau.ledger.entry_reading import read_entry
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.treaty.actions.issuing import issue_draft
from qorgau.treaty.actions.saving import DraftMoved
from qorgau.treaty.actions.writing import discard_draft, save_block
from qorgau.treaty.models import ContentBlob
from qorgau.treaty.models.drafts import IssuedReportRow
from qorgau.treaty.queries.drafts import draft, issued, issued_file, render
from qorgau.treaty.refusal import NoSuchThing, TreatyRefusal
from qorgau.treaty.storing import ContentAltered
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.setting import Form


@pytest.fixture
def who(store: Store) -> Writers:
    return writers()


@pytest.mark.parametrize("form", Form)
def test_the_record_holds_the_hash_of_the_very_bytes(who: Writers, form: Form) -> None:
    held = begun(who.council)
    made = issue_draft(who.council, held, base=1, now=NOW)
    data = render(who.council, held, form).data
    (file,) = [each for each in made.files if each.form is form]
    assert (hashlib.sha256(data).hexdigest(), len(data)) == (file.sha256, file.size)
    entry = read_entry(bytes(StoredEntry.objects.get(pk=made.entry).body))
    assert (entry.kind, entry.facts[f"sha256_{form.value}"]) == ("ReportIssued", file.sha256)


def test_what_was_issued_never_changes(who: Writers) -> None:
    held = begun(who.council)
    issue_draft(who.council, held, base=1, now=NOW)
    before = render(who.council, held, Form.PDF)
    for act in (
        lambda: save_block(who.council, held, "14(a)", "Later.", base=1, now=NOW + 1),
        lambda: discard_draft(who.council, held, now=NOW),
        lambda: issue_draft(who.council, held, base=1, now=NOW + 1),
    ):
        with pytest.raises(TreatyRefusal) as refused:
            act()
        assert refused.value.key == "treaty.draft_issued"
    assert render(who.council, held, Form.PDF) == before
    assert draft(who.council, held).line.issued


def test_the_same_act_of_issuing_sent_again_gives_the_same_answer(who: Writers) -> None:
    held, act = begun(who.council), "b" * 32
    assert issue_draft(who.council, held, base=1, now=NOW, act_id=act) == issue_draft(
        who.council, held, base=1, now=NOW + 9, act_id=act
    )
    assert StoredEntry.objects.filter(kind="ReportIssued").count() == 1


def test_a_version_that_the_issuer_has_not_seen_is_not_issued(who: Writers) -> None:
    held = begun(who.council)
    save_block(who.colleague, held, "14(a)", "Newer.", base=1, now=NOW)
    with pytest.raises(DraftMoved):
        issue_draft(who.council, held, base=1, now=NOW)
    assert not ContentBlob.objects.exists()
    assert not draft(who.council, held).line.issued


def test_an_issued_report_stays_when_everything_is_rebuilt(who: Writers) -> None:
    held = begun(who.council)
    issue_draft(who.council, held, base=1, now=NOW)
    before = IssuedReportRow.objects.values().get()
    rebuild(as_of=NOW)
    assert IssuedReportRow.objects.values().get() == before


def test_the_states_issued_reports_are_seen_by_all_who_follow_and_an_organisations_by_itself(
    who: Writers,
) -> None:
    of_state, of_coalition = begun(who.council), begun(who.coalition, ReportKind.ALTERNATIVE)
    issue_draft(who.council, of_state, base=1, now=NOW)
    issue_draft(who.coalition, of_coalition, base=1, now=NOW + 1)
    assert {line.id for line in issued(who.coalition)} == {of_state, of_coalition}
    for stranger in (who.council, who.other, who.analyst):
        assert [line.id for line in issued(stranger)] == [of_state]
        with pytest.raises(NoSuchThing):
            issued_file(stranger, of_coalition, "pdf")
    assert issued_file(who.other, of_state, "docx").data[:2] == b"PK"


def test_bytes_altered_where_they_are_kept_are_never_given_out(who: Writers) -> None:
    held = begun(who.council)
    issue_draft(who.council, held, base=1, now=NOW)
    ContentBlob.objects.filter(media_type="application/pdf").update(bytes=b"%PDF other")
    with pytest.raises(ContentAltered):
        render(who.council, held, Form.PDF)
