"""Whose key it is: a server that swaps, holds back or brings back a key is refused."""

from dataclasses import replace

import pytest
from tests.core.sealing.people import NOT_AFTER, PINS, VOUCHER_KEYS, Body, vouched

from qorgau.sealing.manifest import (
    MalformedManifest,
    ManifestExpired,
    ManifestRefused,
    ManifestTooOld,
    PreviousKeyDidNotSign,
    SignedManifest,
    TooFewVouchers,
    WrongSuccession,
    check_manifest,
    current_manifest,
)
from qorgau.sealing.pins import Pins, UnusablePins

FIRST = Body("kz/kpi")
SECOND = Body("kz/kpi", epoch=2)
CHAIN = [vouched(FIRST), vouched(SECOND, previous=FIRST)]


def test_a_chain_signed_by_the_last_key_and_two_vouchers_gives_the_newest_keys() -> None:
    assert current_manifest(CHAIN, pins=PINS, as_of=NOT_AFTER) == SECOND.manifest


def test_it_reads_back_as_it_is_served() -> None:
    assert [SignedManifest.from_group(each.as_group()) for each in CHAIN] == CHAIN


def test_a_server_that_swaps_a_key_is_refused() -> None:
    evil = Body("kz/kpi", epoch=2)
    swapped = SignedManifest(manifest=evil.manifest, previous=CHAIN[1].previous, vouchers=CHAIN[1].vouchers)
    with pytest.raises(PreviousKeyDidNotSign):
        current_manifest([CHAIN[0], swapped], pins=PINS, as_of=0)


def test_the_bodys_own_word_without_vouchers_is_not_enough() -> None:
    for by in ((), ("bar",)):
        with pytest.raises(TooFewVouchers):
            current_manifest([vouched(FIRST, by=by)], pins=PINS, as_of=0)


def test_vouchers_without_the_bodys_previous_key_are_not_enough() -> None:
    with pytest.raises(PreviousKeyDidNotSign):
        current_manifest([CHAIN[0], vouched(SECOND, previous=Body("kz/kpi"))], pins=PINS, as_of=0)


def test_a_voucher_unknown_to_the_pins_does_not_count() -> None:
    renamed = replace(
        CHAIN[0], vouchers={"bar": CHAIN[0].vouchers["bar"], "mallory": CHAIN[0].vouchers["coalition"]}
    )
    with pytest.raises(TooFewVouchers, match="1 of 3"):
        current_manifest([renamed], pins=PINS, as_of=0)


def test_one_vouchers_signature_under_two_names_is_forged_not_counted_twice() -> None:
    doubled = replace(CHAIN[0], vouchers=dict.fromkeys(VOUCHER_KEYS, CHAIN[0].vouchers["bar"]))
    with pytest.raises(TooFewVouchers, match="forged"):
        current_manifest([doubled], pins=PINS, as_of=0)


@pytest.mark.parametrize("field", ["x25519", "recovery", "ed25519", "not_after", "epoch", "body"])
def test_no_field_can_be_changed_after_signing(field: str) -> None:
    other = Body("kz/other", epoch=3).manifest
    value = NOT_AFTER + 1 if field == "not_after" else getattr(other, field)
    changed = replace(CHAIN[1], manifest=replace(CHAIN[1].manifest, **{field: value}))
    with pytest.raises(ManifestRefused):
        check_manifest(changed, previous=FIRST.manifest, pins=PINS)


def test_an_old_list_cannot_bring_back_an_old_key() -> None:
    floors = Pins(origin=PINS.origin, vouchers=PINS.vouchers, floors={"kz/kpi": 2})
    with pytest.raises(ManifestTooOld):
        current_manifest(CHAIN[:1], pins=floors, as_of=0)


def test_keys_past_their_time_are_not_sealed_to() -> None:
    with pytest.raises(ManifestExpired):
        current_manifest(CHAIN, pins=PINS, as_of=NOT_AFTER + 1)


@pytest.mark.parametrize("chain", [CHAIN[1:], [CHAIN[0], CHAIN[0]], [CHAIN[1], CHAIN[0]]])
def test_an_epoch_left_out_repeated_or_moved_is_refused(chain: list[SignedManifest]) -> None:
    with pytest.raises(WrongSuccession):
        current_manifest(chain, pins=PINS, as_of=0)


def test_no_manifest_at_all_is_refused() -> None:
    with pytest.raises(MalformedManifest):
        current_manifest([], pins=PINS, as_of=0)


def test_the_recovery_key_must_be_another_than_the_daily_one() -> None:
    with pytest.raises(MalformedManifest):
        replace(FIRST.manifest, recovery=FIRST.manifest.x25519)


def test_pins_read_back_and_refuse_one_institution_that_stands_for_two() -> None:
    assert Pins.read(str(PINS).encode()) == PINS
    first, second, third = PINS.vouchers
    with pytest.raises(UnusablePins):
        Pins(origin=PINS.origin, vouchers=(first, second, replace(third, body=first.body)))
