"""The trust file: pins that would let fewer bodies vouch than it seems are refused."""

import json
from dataclasses import replace
from typing import Any

import pytest

from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.trust import Trust, UntrustworthyTrust


def test_a_trust_file_read_again_says_the_same(trust: Trust) -> None:
    assert Trust.read(str(trust).encode()) == trust


def group_of(trust: Trust) -> dict[str, Any]:
    group: dict[str, Any] = json.loads(str(trust))
    return group


@pytest.mark.parametrize(
    "change",
    [
        {"origin": "other.example"},
        {"qorgau_trust": 2},
        {"needed": 1},
        {"needed": 4},
        {"needed": True},
        {"needed": "2"},
        {"log": None},
        {"log": "text"},
        {"witnesses": []},
        {"witnesses": {}},
        {"witnesses": [None]},
        {"more": 1},
    ],
    ids=str,
)
def test_a_trust_file_of_the_wrong_form_is_refused(trust: Trust, change: dict[str, Any]) -> None:
    with pytest.raises(LedgerRefusal):
        Trust.read(json.dumps({**group_of(trust), **change}).encode())


@pytest.mark.parametrize("field", ["log", "promise", "needed", "origin", "witnesses"])
def test_a_missing_pin_is_named(trust: Trust, field: str) -> None:
    group = group_of(trust)
    del group[field]
    with pytest.raises(UntrustworthyTrust, match=repr(field)):
        Trust.read(json.dumps(group).encode())


def test_a_key_written_twice_in_the_file_is_refused(trust: Trust) -> None:
    written = str(trust).replace('"needed": 2', '"needed": 2, "needed": 3')
    with pytest.raises(LedgerRefusal, match="twice"):
        Trust.read(written.encode())


@pytest.mark.parametrize("body", ["", None, 7, "\ud800"])
def test_a_witness_without_a_body_is_refused(trust: Trust, body: Any) -> None:
    group = group_of(trust)
    group["witnesses"][0]["body"] = body
    with pytest.raises(LedgerRefusal):
        Trust.read(json.dumps(group).encode())


@pytest.mark.parametrize("outside", [None, "yes", 1])
def test_outside_the_state_is_true_or_false(trust: Trust, outside: Any) -> None:
    group = group_of(trust)
    group["witnesses"][0]["outside_the_state"] = outside
    with pytest.raises(UntrustworthyTrust):
        Trust.read(json.dumps(group).encode())


def test_fewer_than_three_witnesses_or_none_outside_the_state_is_refused(trust: Trust) -> None:
    with pytest.raises(UntrustworthyTrust):
        replace(trust, witnesses=trust.witnesses[1:])
    inside = tuple(replace(each, outside_the_state=False) for each in trust.witnesses)
    with pytest.raises(UntrustworthyTrust):
        replace(trust, witnesses=inside)


def test_all_pinned_witnesses_may_be_asked_for(trust: Trust) -> None:
    assert replace(trust, needed=3).needed == 3


def test_one_key_under_two_names_is_not_two_witnesses(trust: Trust) -> None:
    first, second, third = trust.witnesses
    same = replace(second, key=replace(first.key, name="another.example"))
    with pytest.raises(UntrustworthyTrust):
        replace(trust, witnesses=(first, same, third))


def test_the_log_cannot_be_its_own_witness(trust: Trust) -> None:
    first, second, third = trust.witnesses
    own = replace(first, key=replace(trust.log, use=KeyUse.COSIGNATURE))
    with pytest.raises(UntrustworthyTrust):
        replace(trust, witnesses=(own, second, third))


def test_a_witness_named_like_the_log_is_refused(trust: Trust) -> None:
    first, second, third = trust.witnesses
    named = replace(first, key=replace(first.key, name=trust.log.name))
    with pytest.raises(UntrustworthyTrust):
        replace(trust, witnesses=(named, second, third))


def test_promises_need_a_key_of_their_own(trust: Trust) -> None:
    with pytest.raises(UntrustworthyTrust):
        replace(trust, promise=trust.log)


def test_two_witnesses_of_one_name_are_refused(trust: Trust) -> None:
    first, second, third = trust.witnesses
    with pytest.raises(UntrustworthyTrust):
        replace(
            trust,
            witnesses=(first, replace(second, key=replace(second.key, name=first.key.name)), third),
        )


def test_a_key_pinned_for_the_wrong_use_is_refused(trust: Trust) -> None:
    stranger = SigningKey(name="x.example", use=KeyUse.COSIGNATURE, seed=b"\x07" * 32).verifier
    with pytest.raises(UntrustworthyTrust):
        replace(trust, log=stranger)
    with pytest.raises(UntrustworthyTrust):
        replace(trust, promise=stranger)
    notary = replace(trust.witnesses[0], key=replace(stranger, use=KeyUse.NOTE))
    with pytest.raises(UntrustworthyTrust):
        replace(trust, witnesses=(notary, *trust.witnesses[1:]))
