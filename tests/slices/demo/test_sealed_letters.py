"""The demo's sealed complaints: sealed for real, to be opened with its keys, and not made twice."""

from tests.slices.store import Store

from qorgau.clock import now
from qorgau.complaints.models import ComplaintRow
from qorgau.demo.sealed import LETTERS, SHOWN, code_of, lodge_letters, shown_codes
from qorgau.lawbook import Language
from qorgau.mailboxes import ciphertexts
from qorgau.mailboxes.checking import check_ciphertexts
from qorgau.mailboxes.demo_keys import DEMO_PASSPHRASE, demo_bodies, demo_folder
from qorgau.mailboxes.key_files import KeyFile
from qorgau.mailboxes.models import EnvelopeRow
from qorgau.recording.log_keys import log_keys
from qorgau.sealing.codes import read_code
from qorgau.sealing.envelope import open_narrative
from qorgau.sealing.mailbox import Mailbox

SEED = 2026


def test_every_letter_is_kept_opens_with_its_bodys_keys_and_says_that_it_is_invented(
    sqlite_store: Store,
) -> None:
    moment = now()
    demo_bodies(moment)
    assert lodge_letters(seed=SEED, now=moment) == len(LETTERS)
    assert lodge_letters(seed=SEED, now=moment + 7200) == 0
    assert list(check_ciphertexts()) == []
    assert ComplaintRow.objects.filter(is_sealed=True).count() == len(LETTERS)
    keys = {
        body: KeyFile.read(demo_folder() / f"{body}.keys", passphrase=DEMO_PASSPHRASE)
        for body in {each.to for each in LETTERS}
    }
    texts = set()
    for row in EnvelopeRow.objects.all():
        narrative, _ = open_narrative(
            ciphertexts.ciphertexts([row.narrative])[row.narrative], keys[row.to_body].identity
        )
        texts.add(narrative.text)
    assert texts == {each.text for each in LETTERS}
    assert all("(demo)" in text for text in texts)


def test_a_code_that_is_shown_opens_the_mailbox_of_its_letter(sqlite_store: Store) -> None:
    demo_bodies(now())
    lodge_letters(seed=SEED, now=now())
    for letter, words in shown_codes(SEED):
        mailbox = Mailbox.of(read_code(" ".join(words)), origin=log_keys().origin)
        assert EnvelopeRow.objects.get(box_ed=mailbox.box_ed).to_body == letter.to


def test_letters_are_written_in_all_languages_and_no_two_have_one_code() -> None:
    assert {each.language for each in LETTERS} == set(Language)
    assert len({code_of(SEED, number).raw for number in range(len(LETTERS))}) == len(LETTERS)
    assert set(SHOWN) < set(range(len(LETTERS)))
