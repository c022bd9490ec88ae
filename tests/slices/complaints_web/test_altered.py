"""Where the bytes of a complaint were altered on the disk, pages and programs are told so, and whom to tell."""

import pytest
from tests.slices.access.people import person, signed_in_as
from tests.slices.complaints_api.desks import program
from tests.slices.mailboxes.asking import fetch
from tests.slices.mailboxes.bodies import Bodies, Complainant, complain, open_bodies
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.lawbook import Language
from qorgau.mailboxes.actions import SealedMessage, lodge, send_message
from qorgau.mailboxes.models import CiphertextBlob, EnvelopeRow, MessageRow

RECEIVER = "special_prosecutors"


def alter(sha256: str) -> None:
    """As somebody with the disk would: one byte, the length kept."""
    blob = CiphertextBlob.objects.get(sha256=sha256)
    content = bytes(blob.bytes)
    CiphertextBlob.objects.filter(sha256=sha256).update(bytes=content[:-1] + bytes([content[-1] ^ 1]))


@pytest.fixture
def held(sqlite_store: Store) -> tuple[Complainant, str, Actor]:
    keys: Bodies = open_bodies(now())
    who = complain(keys)
    complaint = lodge(who.envelope, now=now()).complaint_id
    return who, complaint, person(Role.COMPLAINTS_OFFICER, body=RECEIVER)


@pytest.mark.parametrize("language", list(Language))
def test_every_page_that_would_give_it_out_says_whom_to_tell(
    held: tuple[Complainant, str, Actor], language: Language
) -> None:
    _, complaint, officer = held
    desk = signed_in_as(officer)
    desk.cookies["language"] = language.value
    send_message(officer, complaint, SealedMessage(ciphertext=b"age-encryption.org/v1\none"), now=now())
    row, message = EnvelopeRow.objects.get(), MessageRow.objects.get()
    alter(row.identity)
    alter(message.sha256)
    pages = {
        "open/": row.identity, "envelope.json": row.identity, "opener.zip": row.identity,
        f"messages/{message.message_id}/": message.sha256,
    }  # fmt: skip
    for page, altered in pages.items():
        answer = desk.get(f"/complaints/{complaint}/{page}")
        assert (page, answer.status_code) == (page, 409)
        assert altered in answer.content.decode()
        assert "qorgau mailbox verify" in answer.content.decode()
    assert desk.get(f"/complaints/{complaint}/").status_code == 200


def test_a_program_is_told_the_same_as_a_problem_of_its_own(held: tuple[Complainant, str, Actor]) -> None:
    _, complaint, officer = held
    altered = EnvelopeRow.objects.get().narrative
    alter(altered)
    answer = program(officer, account="program").get(f"/complaints/{complaint}/envelope")
    assert answer.status_code == 409
    assert (answer.json()["type"], answer.json()["sha256"]) == ("/api/#altered", altered)


def test_one_altered_answer_does_not_keep_the_others_from_their_reader(
    held: tuple[Complainant, str, Actor],
) -> None:
    who, complaint, officer = held
    for text in (b"one", b"two"):
        sealed = SealedMessage(ciphertext=b"age-encryption.org/v1\n" + text)
        send_message(officer, complaint, sealed, now=now())
    first, _ = MessageRow.objects.order_by("seq")
    alter(first.sha256)
    # The number that is missing is the gap that the reader's own page finds in the chain.
    assert fetch(who).status["numbers"] == [2]
