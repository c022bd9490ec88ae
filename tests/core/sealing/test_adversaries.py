"""The page that says who learns what names tests that exist."""

import re

import pytest
from tests.core.sealing.test_vectors import ROOT

PAGE = (ROOT / "docs/explanation/sealing.md").read_text(encoding="utf-8")
FOLDERS = [
    ROOT / "tests/core/sealing",
    ROOT / "tests/slices/sealing",
    ROOT / "tests/slices/mailboxes",
    ROOT / "tests/slices/complaints",
    ROOT / "tests/core/ledger",
]
TESTS = {
    name
    for folder in FOLDERS
    for file in folder.glob("test_*.py")
    for name in re.findall(r"^def test_(\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
}
QUOTED = [word.split(": ")[-1] for word in re.findall(r"`([^`]+)`", PAGE)]
NAMED = sorted({word for word in QUOTED if re.fullmatch(r"\w+…?", word) and word.count("_") >= 3})


@pytest.mark.parametrize("name", NAMED)
def test_a_line_about_an_adversary_names_a_test_that_is_there(name: str) -> None:
    if name.endswith("…"):
        assert [each for each in TESTS if each.startswith(name.removesuffix("…"))]
    else:
        assert name in TESTS


def test_every_line_about_an_adversary_names_a_test_or_says_that_it_does_not_protect() -> None:
    rows = [
        line
        for line in PAGE.splitlines()
        if line.startswith("| ") and not line.startswith(("| learns", "| tries"))
    ]
    assert len(rows) > 15
    assert [row for row in rows if "**not protected**" not in row and "`" not in row] == []
