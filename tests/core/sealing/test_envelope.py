"""What leaves the device: equal bytes for every choice, readable to those chosen and to nobody else."""

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.sealing.people import (
    CANARY,
    INSPECTORATE,
    LAWYER,
    MAILBOX,
    NPM,
    PRISON,
    Body,
    narrative,
    sealed,
)

from qorgau.sealing.age_files import (
    NotForUs,
    new_identity,
    random_recipient,
    recipient_of,
    seal_to,
    sealed_size,
    unseal,
)
from qorgau.sealing.canonical_json import NotReadable
from qorgau.sealing.envelope import (
    Envelope,
    MalformedEnvelope,
    PlainTextDiffers,
    TooManyReaders,
    check_P,
    entry_facts,
    open_identity,
    open_narrative,
    read_envelope,
)
from qorgau.sealing.narrative import Identity
from qorgau.sealing.padding import TooLong
from qorgau.sealing.refusal import SealingRefusal

NAMED = Identity(
    name="Aigerim Example-Name", contact="sister, 8 700 000 00 00", safe="Sundays", particulars={"a": "b"}
)
CHOICES = st.fixed_dictionaries(
    {
        "identity": st.sampled_from([None, Identity(name="A"), NAMED]),
        "to": st.sampled_from([INSPECTORATE.manifest, NPM.manifest]),
        "chosen": st.sampled_from(
            [(), (LAWYER.manifest,), (LAWYER.manifest, PRISON.manifest), (NPM.manifest,)]
        ),
        "told": st.sampled_from([(), (LAWYER.manifest,), (LAWYER.manifest, INSPECTORATE.manifest)]),
        "text": st.text(max_size=300),
    }
)


def sizes(envelope: Envelope) -> tuple[int, int, int]:
    """What somebody who sees ciphertexts sees of an envelope."""
    return len(envelope.narrative), len(envelope.identity), envelope.narrative.count(b"-> X25519")


@settings(deadline=None, max_examples=40)
@given(choice=CHOICES)
def test_every_choice_gives_equal_bytes(choice: dict[str, object]) -> None:
    assert sizes(sealed(**choice)) == (4688, 1616, 5)  # type: ignore[arg-type]


def test_the_same_complaint_sealed_twice_shares_nothing_but_its_form() -> None:
    first, second = sealed(), sealed()
    assert first.P != second.P
    shared = set(first.narrative.splitlines()) & set(second.narrative.splitlines())
    assert shared <= {b"age-encryption.org/v1"}


def test_body_recovery_npm_and_those_chosen_read_the_narrative() -> None:
    envelope = sealed(chosen=(LAWYER.manifest,))
    for key in (INSPECTORATE.identity, INSPECTORATE.recovery, NPM.identity, LAWYER.identity):
        opened, nonce = open_narrative(envelope.narrative, key)
        check_P(opened, nonce, envelope.P)
        assert opened == narrative()


@pytest.mark.parametrize(
    "key",
    [PRISON.identity, NPM.recovery, MAILBOX.identity, LAWYER.identity],
    ids=["the prison", "the npm's recovery of identities", "the sender's code", "a lawyer not chosen"],
)
def test_nobody_else_reads_it_not_even_the_code_that_sent_it(key: str) -> None:
    with pytest.raises(NotForUs):
        open_narrative(sealed().narrative, key)


def test_the_receiving_body_does_not_read_who_wrote_but_the_npm_does() -> None:
    envelope = sealed(identity=NAMED)
    for key in (NPM.identity, NPM.recovery):
        assert open_identity(envelope.identity, key, box_ed=MAILBOX.box_ed) == NAMED
    for key in (INSPECTORATE.identity, INSPECTORATE.recovery, MAILBOX.identity):
        with pytest.raises(NotForUs):
            open_identity(envelope.identity, key, box_ed=MAILBOX.box_ed)


def test_whom_the_person_tells_reads_who_wrote() -> None:
    envelope = sealed(identity=NAMED, told=(LAWYER.manifest,))
    assert open_identity(envelope.identity, LAWYER.identity, box_ed=MAILBOX.box_ed).name == NAMED.name


def test_an_anonymous_envelope_opens_to_an_empty_identity() -> None:
    assert open_identity(sealed().identity, NPM.identity, box_ed=MAILBOX.box_ed) == Identity()


def test_an_identity_moved_to_another_complaint_is_refused() -> None:
    with pytest.raises(NotReadable, match="another mailbox"):
        open_identity(sealed(identity=NAMED).identity, NPM.identity, box_ed="ab" * 32)


@settings(deadline=None, max_examples=60)
@given(at=st.integers(0, 4687), bit=st.integers(0, 7))
def test_any_flipped_bit_is_refused(at: int, bit: int) -> None:
    changed = bytearray(SEALED_ONCE.narrative)
    changed[at] ^= 1 << bit
    with pytest.raises(SealingRefusal):
        open_narrative(bytes(changed), INSPECTORATE.identity)


def test_a_narrative_swapped_for_another_does_not_give_the_commitment() -> None:
    other, nonce = open_narrative(sealed("I withdraw everything.").narrative, NPM.identity)
    with pytest.raises(PlainTextDiffers):
        check_P(other, nonce, sealed().P)


@settings(deadline=None, max_examples=30)
@given(text=st.text(max_size=400), other=st.text(max_size=400))
def test_p_and_sizes_tell_nothing_of_the_text(text: str, other: str) -> None:
    first, second = sealed(text), sealed(other)
    assert sizes(first) == sizes(second)
    assert (first.P == second.P) is False


def test_a_longer_text_shows_in_steps_of_4096_bytes_only() -> None:
    lengths = {len(sealed("я" * count).narrative) for count in range(1500, 4500, 250)}
    assert lengths == {4688, 4688 + 4096, 4688 + 2 * 4096}


def test_a_text_beyond_sixteen_steps_says_what_to_do() -> None:
    with pytest.raises(TooLong, match="attach"):
        sealed("я" * 40_000)


def test_a_third_chosen_reader_is_refused_since_it_would_show() -> None:
    with pytest.raises(TooManyReaders):
        sealed(chosen=(LAWYER.manifest, PRISON.manifest, Body("kz/other").manifest))


def test_the_post_reads_back_and_names_only_what_the_protocol_names() -> None:
    envelope = sealed()
    assert read_envelope(envelope.as_json()) == envelope
    assert set(json.loads(envelope.as_json())) == {"to", "box_ed", "narrative", "identity", "P", "files"}


def test_nothing_written_stands_in_what_is_posted_or_entered() -> None:
    envelope = sealed(identity=NAMED)
    posted = envelope.as_json() + json.dumps(entry_facts(envelope))
    ciphertexts = envelope.narrative + envelope.identity
    for secret in (CANARY, "Aigerim", "8 700", MAILBOX.identity, MAILBOX.box_x):
        assert secret not in posted
        assert secret.encode() not in ciphertexts


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("box_ed", "AB" * 32),
        ("P", "00"),
        ("narrative", "YWdl"),
        ("narrative", "no base64"),
        ("files", [["zz"]]),
        ("files", [[]]),
        ("files", {}),
        ("to", 5),
        ("extra", "x"),
    ],
)
def test_what_no_page_of_ours_posts_is_refused(name: str, value: object) -> None:
    group = json.loads(sealed().as_json()) | {name: value}
    with pytest.raises(SealingRefusal):
        read_envelope(json.dumps(group))


def test_an_envelope_whose_size_would_mark_its_sender_is_refused() -> None:
    odd = seal_to(b"x" * 4000, [INSPECTORATE.manifest.x25519] * 5)
    group = json.loads(sealed().as_json())
    group["narrative"] = base64.b64encode(odd).decode()
    with pytest.raises(MalformedEnvelope, match="not sealed by this protocol"):
        read_envelope(json.dumps(group))


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 262_144])
@pytest.mark.parametrize("readers", [1, 5])
def test_our_age_files_open_elsewhere_and_have_the_size_foretold(size: int, readers: int) -> None:
    key = new_identity()
    ciphertext = seal_to(
        b"\xc3" * size, [recipient_of(key), *(random_recipient() for _ in range(readers - 1))]
    )
    assert len(ciphertext) == sealed_size(size, readers=readers)
    assert unseal(ciphertext, key) == b"\xc3" * size


SEALED_ONCE = sealed()
