"""The public cases of transparency-dev/merkle, where the samples folder is at hand."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from qorgau.ledger.proofs import verify_consistency, verify_inclusion
from qorgau.ledger.refusal import LedgerRefusal

SAMPLES = Path(__file__).parents[3] / "../shared/samples/merkle"
CASES = sorted(SAMPLES.rglob("*.json"))

pytestmark = pytest.mark.skipif(
    not CASES, reason="the samples folder ../shared/samples/merkle is not at hand"
)


def hashes(written: list[str] | None) -> list[bytes]:
    return [base64.b64decode(each) for each in written or []]


def check_inclusion(case: dict[str, Any]) -> None:
    verify_inclusion(
        base64.b64decode(case["leafHash"]),
        index=case["leafIdx"],
        size=case["treeSize"],
        root=base64.b64decode(case["root"]),
        proof=hashes(case["proof"]),
    )


def check_consistency(case: dict[str, Any]) -> None:
    verify_consistency(
        old_size=case["size1"],
        size=case["size2"],
        old_root=base64.b64decode(case["root1"]),
        root=base64.b64decode(case["root2"]),
        proof=hashes(case["proof"]),
    )


def test_the_suite_is_there_in_full() -> None:
    assert len(CASES) == 196


@pytest.mark.parametrize("path", CASES, ids=lambda path: str(path.relative_to(SAMPLES)))
def test_a_public_case_comes_out_as_its_authors_say(path: Path) -> None:
    case = json.loads(path.read_text())
    check = check_inclusion if "leafIdx" in case else check_consistency
    if case["wantErr"]:
        with pytest.raises(LedgerRefusal):
            check(case)
    else:
        check(case)
