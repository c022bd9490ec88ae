"""Hostile bundles: each is refused by name, and nothing of it is stored."""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.slices.recording.small_slice import opened
from tests.slices.recording.two_instances import (
    CENTRE,
    DESK,
    MORNING,
    NIGHT,
    Opened,
    Pair,
    pair,
    put_together,
    signed_by_the_desk,
    stored,
    taken_apart,
    with_entries,
)
from tests.slices.store import Store

from qorgau.ledger.checkpoint import Checkpoint, sign_checkpoint
from qorgau.ledger.commitment import commit, new_salt
from qorgau.ledger.entry import Entry, canonical
from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.batches import integrate_now
from qorgau.recording.bundles.bundle_keys import opening_key
from qorgau.recording.bundles.bundled import BundledEntry, read_bundled
from qorgau.recording.bundles.cards import Card, own_card
from qorgau.recording.bundles.manifest import Manifest, sign_manifest
from qorgau.recording.bundles.opening import open_bundle
from qorgau.recording.bundles.packing import LARGEST_FILE, Label
from qorgau.recording.bundles.refusals import (
    BundleAltered,
    BundleRefused,
    CardRefused,
    ForeignEntry,
    NotABundle,
    NotForUs,
    OriginForked,
    UnknownOrigin,
)
from qorgau.recording.bundles.trusted import trust, trusted_cards
from qorgau.recording.bundles.writing import _name
from qorgau.recording.keystore.secrets import held_secrets
from qorgau.recording.log_keys import log_keys


@pytest.fixture
def both(sqlite_store: Store, sqlite_template: Path, tmp_path: Path) -> Pair:
    made = pair(sqlite_store, sqlite_template, tmp_path)
    made.typed_at_desk(opened(1), opened(2))
    return made


@pytest.fixture
def genuine(both: Pair) -> bytes:
    (bundle,) = both.carried()
    return bundle


@pytest.fixture
def inside(both: Pair, genuine: bytes) -> Opened:
    return taken_apart(genuine, opening=opening_key(), card=trusted_cards()[DESK])


@pytest.fixture
def rebuilt(both: Pair) -> Callable[..., bytes]:
    """Put together by the desk itself, with its own keys: a desk that was taken over."""

    def build(inside: Opened, **more: object) -> bytes:
        values = {"sign": signed_by_the_desk, "recipients": [opening_key().to_public()], **more}
        with both.at_desk():
            return put_together(inside, **values)

    return build


def refused(bundle: bytes, refusal: type[BundleRefused], *, match: str | None = None) -> None:
    with pytest.raises(refusal, match=match):
        open_bundle(bundle)
    assert stored() == []
    assert held_secrets(["person-1", "person-2"]) == {}


def made_up(**more: object) -> BundledEntry:
    values = {"instance": DESK, "id": "made-up", "kind": "Noted", "recorded": NIGHT, "for_body": "police",
              "objects": {"custody": ["custody-1"]}}  # fmt: skip
    entry = Entry(**{**values, **more})
    body, salt = canonical(entry), new_salt()
    return BundledEntry(entry=entry, body=body, salt=salt, commitment=commit(body, salt=salt), received=NIGHT)


def without_keys(inside: Opened) -> Opened:
    return Opened(replace(inside.manifest, persons=0), ())


def test_a_bundle_put_together_as_it_was_is_taken(inside: Opened, rebuilt: Callable[..., bytes]) -> None:
    assert len(open_bundle(rebuilt(inside)).entries) == 2


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_bit_anywhere_is_refused(genuine: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(genuine) - 1))
    bit = data.draw(st.integers(0, 7))
    altered = bytearray(genuine)
    altered[place] ^= 1 << bit
    with pytest.raises(BundleRefused):
        open_bundle(bytes(altered))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_bundle_cut_short_anywhere_is_refused(genuine: bytes, data: st.DataObject) -> None:
    with pytest.raises(BundleRefused):
        open_bundle(genuine[: data.draw(st.integers(0, len(genuine) - 1))])


@pytest.mark.parametrize(
    "junk", [b"", b"\n", b"{}", b"PK\x03\x04" * 100, b'{"qorgau_bundle": 2}\n', b"[1]\n", b"\xff\n"]
)
def test_a_file_that_is_something_else_is_refused(both: Pair, junk: bytes) -> None:
    refused(junk, NotABundle)


def test_a_file_larger_than_any_bundle_is_refused_before_it_is_read(both: Pair) -> None:
    refused(b"x" * (LARGEST_FILE + 1), NotABundle, match="at most")


def test_a_small_bundle_that_unpacks_to_gigabytes_is_refused(both: Pair) -> None:
    label = json.dumps({"qorgau_bundle": 1, "origin": DESK, "to": [CENTRE]}).encode()
    bomb = gzip.compress(bytes(400 * 1024 * 1024), 9)
    locked = pyrage.encrypt(bomb, [opening_key().to_public()])
    assert len(locked) < 1_000_000
    refused(label + b"\n" + locked, NotABundle, match="unpacks to more than")


def test_something_put_behind_the_content_is_refused(both: Pair, genuine: bytes) -> None:
    label, _, locked = genuine.partition(b"\n")
    packed = pyrage.decrypt(locked, [opening_key()]) + b"more"
    refused(
        label + b"\n" + pyrage.encrypt(packed, [opening_key().to_public()]), BundleAltered, match="behind"
    )


def test_an_unknown_origin_is_refused_with_the_way_to_trust_it(both: Pair, inside: Opened) -> None:
    stranger = SigningKey.create("stranger.example/bundle", KeyUse.NOTE)
    manifest = replace(inside.manifest, origin="stranger.example")
    forged = put_together(
        replace(inside, manifest=manifest),
        sign=lambda each: sign_manifest(each, stranger),
        recipients=[opening_key().to_public()],
    )
    refused(forged, UnknownOrigin, match="qorgau bundle trust")


def test_a_manifest_signed_with_another_key_in_the_name_of_the_desk_is_refused(
    both: Pair, inside: Opened
) -> None:
    impostor = SigningKey.create(f"{DESK}/bundle", KeyUse.NOTE)
    forged = put_together(
        inside, sign=lambda each: sign_manifest(each, impostor), recipients=[opening_key().to_public()]
    )
    refused(forged, BundleAltered, match="not the one its origin signed")


def test_a_manifest_changed_after_signing_is_refused(inside: Opened, rebuilt: Callable[..., bytes]) -> None:
    def signed_then_changed(manifest: Manifest) -> str:
        return signed_by_the_desk(manifest).replace(f'"written_at":{MORNING}', f'"written_at":{NIGHT}')

    refused(rebuilt(inside, sign=signed_then_changed), BundleAltered, match="changed after signing")


def test_a_checkpoint_signed_by_the_log_cannot_pass_for_a_manifest(
    inside: Opened, rebuilt: Callable[..., bytes]
) -> None:
    def checkpoint(_manifest: Manifest) -> str:
        made = Checkpoint(origin=DESK, size=256, root=bytes(32))
        return str(sign_checkpoint(made, log_keys().log))

    refused(rebuilt(inside, sign=checkpoint), BundleAltered)


def test_a_bundle_for_somebody_else_is_refused_though_it_can_be_opened(
    inside: Opened, rebuilt: Callable[..., bytes]
) -> None:
    other = replace(inside.manifest, to=("other.example",))
    refused(rebuilt(replace(inside, manifest=other)), NotForUs, match="Pass it on")
    relabelled = rebuilt(replace(inside, manifest=other), label=Label(origin=DESK, to=(CENTRE,)))
    refused(relabelled, NotForUs, match="By its manifest")


def test_a_bundle_locked_for_another_key_says_what_to_do(
    inside: Opened, rebuilt: Callable[..., bytes]
) -> None:
    other = pyrage.x25519.Identity.generate().to_public()
    refused(rebuilt(inside, recipients=[other]), NotForUs, match="qorgau bundle card")


def test_an_entry_that_claims_to_be_first_recorded_here_is_refused(
    inside: Opened, rebuilt: Callable[..., bytes]
) -> None:
    forged = with_entries(without_keys(inside), [made_up(instance=CENTRE)])
    refused(rebuilt(forged), ForeignEntry, match=CENTRE)


def test_an_entry_of_a_third_instance_is_refused(inside: Opened, rebuilt: Callable[..., bytes]) -> None:
    forged = with_entries(without_keys(inside), [made_up(instance="third.example")])
    refused(rebuilt(forged), ForeignEntry, match="ask third.example")


def test_a_desk_cannot_erase_anybody_at_the_centre(inside: Opened, rebuilt: Callable[..., bytes]) -> None:
    erasure = made_up(kind="PersonErased", objects={"person": ["person-9"]}, facts={"ground": "none"})
    refused(rebuilt(with_entries(without_keys(inside), [erasure])), ForeignEntry, match="never carried")


def test_an_entry_whose_bytes_do_not_give_its_commitment_is_refused(
    inside: Opened, rebuilt: Callable[..., bytes]
) -> None:
    entry = replace(made_up(), salt=new_salt())
    refused(rebuilt(with_entries(without_keys(inside), [entry])), BundleAltered, match="commitment")


def test_an_entry_that_the_manifest_does_not_name_is_refused(
    inside: Opened, rebuilt: Callable[..., bytes]
) -> None:
    forged = with_entries(without_keys(inside), [made_up()])
    named = replace(forged.manifest, entries=("0" * 64,))
    refused(rebuilt(replace(forged, manifest=named)), BundleAltered, match="not the one that the manifest")


def test_one_entry_twice_is_refused(inside: Opened, rebuilt: Callable[..., bytes]) -> None:
    entry = made_up()
    refused(rebuilt(with_entries(without_keys(inside), [entry, entry])), BundleAltered, match="twice")


def test_an_entry_that_is_not_in_canonical_form_is_refused(
    inside: Opened, rebuilt: Callable[..., bytes]
) -> None:
    spaced = json.dumps(json.loads(made_up().body)).encode()
    entry = replace(made_up(), body=spaced)
    refused(rebuilt(with_entries(without_keys(inside), [entry])), BundleAltered, match="canonical")


def test_keys_of_persons_whom_no_entry_names_are_refused(
    inside: Opened, rebuilt: Callable[..., bytes]
) -> None:
    only_first = [read_bundled(inside.lines[inside.manifest.persons])]
    refused(rebuilt(with_entries(inside, only_first)), BundleAltered, match="person-2")


def test_a_key_that_does_not_open_the_persons_data_is_refused(
    inside: Opened, rebuilt: Callable[..., bytes]
) -> None:
    key = json.loads(inside.lines[0])
    other = json.dumps({"key": "A" * 43 + "=", "person": key["person"]}, separators=(",", ":"))
    lines = (other, *inside.lines[1:])
    refused(rebuilt(replace(inside, lines=lines)), BundleAltered, match="cannot be read with the key")


@pytest.mark.parametrize("line", ["", "null", "{}", '{"body":1}', "[" * 100_000, '{"a":' * 5_000])
def test_a_line_that_is_no_entry_is_refused(inside: Opened, rebuilt: Callable[..., bytes], line: str) -> None:
    bare = without_keys(inside)
    forged = Opened(replace(bare.manifest, entries=("0" * 64,)), (line,))
    refused(rebuilt(forged), BundleAltered)


def test_a_bundle_replayed_years_later_brings_nothing_and_changes_nothing(both: Pair, genuine: bytes) -> None:
    both.take(genuine)
    before = stored()
    (again,) = both.take(genuine, now=MORNING + 10**8)
    assert (again.new, stored()) == (0, before)


def test_a_desk_that_rewrote_its_log_is_noticed(
    both: Pair, genuine: bytes, rebuilt: Callable[..., bytes]
) -> None:
    with both.at_desk():
        integrate_now(as_of=NIGHT + 100)
    (honest,) = both.carried(written_at=MORNING + 1)
    both.take(honest)
    inside = taken_apart(honest, opening=opening_key(), card=trusted_cards()[DESK])
    with both.at_desk():
        size = int(inside.manifest.checkpoint.split("\n")[1])
        other = Checkpoint(origin=DESK, size=size, root=bytes(32))
        note = str(sign_checkpoint(other, log_keys().log))
    forked = replace(inside, manifest=replace(inside.manifest, checkpoint=note, written_at=MORNING + 2))
    with pytest.raises(OriginForked, match="rewritten"):
        both.take(rebuilt(forked))


@pytest.mark.parametrize("origin", ["../../etc/passwd", "a/../../b", "desk example", "деск"])
def test_a_bundles_file_name_never_leaves_its_folder(origin: str) -> None:
    name = _name(origin, number=1, written_at=NIGHT)
    assert (Path("stick") / name).parent == Path("stick")
    assert "/" not in name


def test_a_label_with_a_path_for_an_origin_is_only_an_unknown_origin(both: Pair) -> None:
    label = json.dumps({"qorgau_bundle": 1, "origin": "../../secret/log.key", "to": [CENTRE]}).encode()
    refused(label + b"\nage", UnknownOrigin)


def test_a_card_of_ones_own_name_or_with_foreign_keys_is_refused(both: Pair) -> None:
    with pytest.raises(CardRefused, match="own name"):
        trust(own_card())
    desk = trusted_cards()[DESK]
    with pytest.raises(CardRefused, match="keys of"):
        replace(desk, instance="third.example")


def test_new_keys_of_a_known_instance_must_be_said_to_replace_the_old(both: Pair) -> None:
    desk = trusted_cards()[DESK]
    new = replace(desk, opens=str(pyrage.x25519.Identity.generate().to_public()))
    with pytest.raises(CardRefused, match="--replace"):
        trust(new)
    trust(new, replace=True)
    assert trusted_cards()[DESK] == new
    assert Card.read(str(new).encode()) == new


def test_a_card_with_a_word_too_many_or_a_broken_key_is_refused(both: Pair) -> None:
    group = json.loads(str(own_card()))
    for broken in ({**group, "more": "x"}, {**group, "opens": "age1x"}, {**group, "log": group["log"][:-4]}):
        with pytest.raises((CardRefused, LedgerRefusal)):
            Card.read(json.dumps(broken).encode())
