"""The recovery key: any two of three holders open it, none alone, no two of one institution."""

from itertools import combinations

import pytest

from qorgau.sealing.age_files import NotForUs, new_identity, recipient_of
from qorgau.sealing.recovery import (
    Holder,
    HoldersNotIndependent,
    PairFile,
    WrongPair,
    finish,
    peel,
    split_recovery,
)

KEYS = {name: new_identity() for name in ("npm", "bar", "court")}
HOLDERS = [
    Holder(name=name, institution=f"i-{name}", recipient=recipient_of(key)) for name, key in KEYS.items()
]
SECRET = new_identity()
PAIRS = split_recovery(SECRET, HOLDERS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.outer}+{pair.inner}")
def test_each_pair_opens_it(pair: PairFile) -> None:
    peeled = peel(pair, outer_identity=KEYS[pair.outer])
    assert finish(peeled, inner_identity=KEYS[pair.inner], recovery=recipient_of(SECRET)) == SECRET


def test_there_is_a_file_for_each_pair() -> None:
    assert {(pair.outer, pair.inner) for pair in PAIRS} == set(combinations(KEYS, 2))


@pytest.mark.parametrize("alone", list(KEYS))
def test_nobody_opens_it_alone(alone: str) -> None:
    for pair in PAIRS:
        try:
            peeled = peel(pair, outer_identity=KEYS[alone])
        except NotForUs:
            continue
        with pytest.raises(NotForUs):
            finish(peeled, inner_identity=KEYS[alone], recovery=recipient_of(SECRET))


def test_one_institution_cannot_hold_two_parts() -> None:
    doubled = [
        *HOLDERS[:2],
        Holder(name="third", institution="i-npm", recipient=recipient_of(new_identity())),
    ]
    with pytest.raises(HoldersNotIndependent):
        split_recovery(SECRET, doubled)


def test_files_of_an_older_recovery_key_are_noticed() -> None:
    pair = PAIRS[0]
    peeled = peel(pair, outer_identity=KEYS[pair.outer])
    with pytest.raises(WrongPair):
        finish(peeled, inner_identity=KEYS[pair.inner], recovery=recipient_of(new_identity()))
