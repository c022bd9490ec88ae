"""The proof of the treaty files finds what contradicts another file, the arithmetic, or what was never read."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qorgau.lawbook import load
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.strict_yaml import read_yaml
from qorgau.lawbook.treaty_lint import treaty_findings

BOOK = load(["kz"])
CITED = frozenset(
    word for pack in BOOK.packs for word in read_yaml(law_folder() / pack / "sources.yaml").mapping()
)
Proof = Callable[[str, str, str], list[str]]


@pytest.fixture
def proof(tmp_path: Path) -> Proof:
    """What the proof says of our law with one passage of one file replaced."""

    def changed(name: str, before: str, after: str) -> list[str]:
        root = tmp_path / "law"
        shutil.copytree(
            law_folder(), root, ignore=shutil.ignore_patterns("examples", "safeguards", "procedures")
        )
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert before in text, "the passage is no longer in the file: choose another"
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        return list(treaty_findings(replace(BOOK, folder=root), root, CITED))

    return changed


COMMITTEES, FOLLOW_UP = "international/committees.yaml", "kz/follow_up.yaml"
OFFICIAL, MEASURES = "kz/figures/official.yaml", "kz/figures/measures.yaml"


@pytest.mark.parametrize(
    ("name", "before", "after", "complaint"),
    [
        (COMMITTEES, "substantive_steps: {title", "substantive_steps: {letter: B, title", "has the letter B"),
        (COMMITTEES, "body: npm", "body: npn", "there is no body `npn`"),
        (COMMITTEES, "most: 4", "most: 3", "the committee chooses 3 at most"),
        (FOLLOW_UP, "on: 2027-05-12", "on: 2027-05-10", "4 years from 2023-05-12 end on 2027-05-12"),
        (FOLLOW_UP, "grade: partially_implemented", "grade: partly", "`partly` is no grade of CAT"),
        (FOLLOW_UP, 'recommendation: "13"', 'recommendation: "12"', "12 was assessed"),
        (FOLLOW_UP, '"24(a)", "28", "44"]', '"24(a)", "28"]', "stands elsewhere"),
        (FOLLOW_UP, 'source: "CAT/C/KAZ/CO/4 para. 45"', 'source: "the internet"', "begins with no symbol"),
        (FOLLOW_UP, "committee: CAT", "committee: CATS", "`CATS` is no code"),
        (OFFICIAL, 'value: "234"', 'value: "235"', "the sum of cases_aca_234, cases_sp_9 does not give"),
        (OFFICIAL, 'value: "53", unit: cases', 'value: "53", unit: officials', "is no part of `cases_3880`"),
        (OFFICIAL, 'value: "236"', 'value: "336"', "it is larger than `cases_329_state`"),
        (OFFICIAL, "begins: 2020-06-06", "begins: 2022-06-06", "before it begins"),
        (OFFICIAL, "units:\n", "units:\n  cats: {en: cats, ru: кошек, kk: мысық}\n", "`cats` is used by no"),
        (MEASURES, "entries: [Died]", "entries: [Dead]", "there is no kind `Dead`"),
        (MEASURES, "objects: officer", "objects: official", "there is no role `official`"),
        ("kz/articles/cc_72.yaml", "versions:", "verses:", "unknown key `verses`"),
    ],
)
def test_a_contradiction_is_found(proof: Proof, name: str, before: str, after: str, complaint: str) -> None:
    found = proof(name, before, after)
    assert any(complaint in problem for problem in found), found


def test_our_own_files_have_none(proof: Proof) -> None:
    assert proof(COMMITTEES, "committees:", "committees:") == []
