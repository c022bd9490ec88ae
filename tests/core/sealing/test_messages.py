"""Messages: a reply, a withdrawal or a reprisal report that the server forges, drops or moves is noticed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.sealing.people import INSPECTORATE, LAWYER, MAILBOX, NPM, PRISON, hex_of, sealed
from tests.core.sealing.test_vectors import FOLDER, node

from qorgau.sealing.age_files import NotForUs
from qorgau.sealing.messages import (
    BOX,
    About,
    Message,
    MessageGap,
    MessageRefused,
    message_hash,
    open_message,
    require_chain,
    seal_from_body,
    seal_from_box,
)

NARRATIVE = message_hash(sealed().narrative)
KEYS = {"kz/kpi": [hex_of(INSPECTORATE.signing)]}


def said(
    text: str = "More happened.", *, seq: int = 1, prev: str = NARRATIVE, about: About = About.MESSAGE
) -> bytes:
    """What the holder of the code says."""
    message = Message(sender=BOX, to="kz/kpi", box=MAILBOX.box_ed, seq=seq, prev=prev, text=text, about=about)
    return seal_from_box(message, mailbox=MAILBOX, to=INSPECTORATE.manifest, npm=NPM.manifest)


def answered(
    text: str = "We ask the doctor.", *, seq: int = 1, prev: str = NARRATIVE, by: object = None
) -> bytes:
    """What the body answers."""
    message = Message(sender="kz/kpi", to=BOX, box=MAILBOX.box_ed, seq=seq, prev=prev, text=text)
    signing = by or INSPECTORATE.signing
    return seal_from_body(
        message, signing=signing, box_x=MAILBOX.box_x, own=INSPECTORATE.manifest, npm=NPM.manifest  # type: ignore[arg-type]
    )  # fmt: skip


def test_body_and_npm_read_what_the_mailbox_says_and_the_prison_does_not() -> None:
    ciphertext = said("They moved me to cell 3.", about=About.REPRISAL)
    for key in (INSPECTORATE.identity, INSPECTORATE.recovery, NPM.identity):
        assert open_message(ciphertext, key, keys={}).about is About.REPRISAL
    for key in (PRISON.identity, LAWYER.identity, MAILBOX.identity):
        with pytest.raises(NotForUs):
            open_message(ciphertext, key, keys={})


def test_the_code_reads_the_answer_and_knows_whose_it_is() -> None:
    assert open_message(answered(), MAILBOX.identity, keys=KEYS).text == "We ask the doctor."


def test_an_answer_signed_by_another_than_the_body_is_refused() -> None:
    with pytest.raises(MessageRefused):
        open_message(answered(by=PRISON.signing), MAILBOX.identity, keys=KEYS)


def test_an_answer_of_a_body_whose_keys_are_not_known_is_refused() -> None:
    with pytest.raises(MessageRefused):
        open_message(answered(), MAILBOX.identity, keys={})


def test_a_withdrawal_that_the_server_writes_itself_is_refused() -> None:
    forged = Message(
        sender=BOX,
        to="kz/kpi",
        box=MAILBOX.box_ed,
        seq=1,
        prev=NARRATIVE,
        text="I withdraw.",
        about=About.WITHDRAWAL,
    )
    ciphertext = seal_from_body(
        forged, signing=PRISON.signing, box_x=MAILBOX.box_x, own=INSPECTORATE.manifest, npm=NPM.manifest
    )
    with pytest.raises(MessageRefused):
        open_message(ciphertext, INSPECTORATE.identity, keys={})


@settings(deadline=None, max_examples=30)
@given(text=st.text(max_size=300), about=st.sampled_from(list(About)))
def test_every_message_has_the_size_of_a_complaint(text: str, about: About) -> None:
    assert len(said(text, about=about)) == len(answered(text)) == len(sealed(text).narrative) == 4688


def opened(ciphertexts: list[bytes]) -> list[tuple[bytes, Message]]:
    """Each ciphertext with its message."""
    return [(each, open_message(each, INSPECTORATE.identity, keys={})) for each in ciphertexts]


def three() -> list[bytes]:
    """Three messages of the mailbox in their order."""
    first = said("one")
    second = said("two", seq=2, prev=message_hash(first))
    return [first, second, said("three", seq=3, prev=message_hash(second))]


def test_a_whole_chain_is_accepted() -> None:
    require_chain(opened(three()), sender=BOX, box=MAILBOX.box_ed, narrative=NARRATIVE)


@pytest.mark.parametrize("order", [[1, 2], [0, 2], [1, 0, 2], [0, 0, 1], [0, 1, 1]])
def test_a_dropped_repeated_or_moved_message_is_noticed(order: list[int]) -> None:
    whole = opened(three())
    with pytest.raises(MessageGap):
        require_chain([whole[at] for at in order], sender=BOX, box=MAILBOX.box_ed, narrative=NARRATIVE)


def test_messages_of_another_complaint_do_not_fit_this_one() -> None:
    with pytest.raises(MessageGap):
        require_chain(opened(three()), sender=BOX, box=MAILBOX.box_ed, narrative="ab" * 32)


def test_what_was_signed_is_every_field() -> None:
    message = Message(sender=BOX, to="kz/kpi", box=MAILBOX.box_ed, seq=1, prev=NARRATIVE, text="x")
    changes = {
        "to": "kz/prison-4",
        "seq": 2,
        "prev": "ab" * 32,
        "text": "y",
        "about": About.WITHDRAWAL,
        "sender": "z",
    }
    changed = {replace(message, **{name: value}).signed_bytes for name, value in changes.items()}  # type: ignore[arg-type]
    assert len(changed) == len(changes)
    assert message.signed_bytes not in changed


def test_the_page_says_which_letters_of_which_body_are_not_there() -> None:
    held = node(str(FOLDER / "gaps.mjs")).splitlines()
    assert len(held) == 5
