"""What the law itself gets wrong is held apart from what people do wrong."""

from datetime import date
from pathlib import Path

import pytest

from qorgau.lawbook import Language, LawFileError, load
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.law_findings import Status, read_law_findings
from qorgau.lawbook.strict_yaml import read_yaml

KZ = read_law_findings(law_folder() / "kz" / "findings.yaml")
BOOK = load(["kz"])

FINDING = """
findings:
  x:
    title: T
    law: L
    standard: S
    sources: [CC]
    since: 2015-01-01
    status: open
    confirmed: seed
    facts: [S4-024]
"""


def refused(folder: Path, old: str, new: str) -> str:
    path = folder / "findings.yaml"
    path.write_text(FINDING.replace(old, new), encoding="utf-8")
    with pytest.raises(LawFileError) as error:
        read_law_findings(path)
    return str(error.value)


def test_every_finding_is_written_in_three_languages() -> None:
    texts = [
        text for found in KZ.values() for text in (found.title, found.law, found.standard, *found.disputed_by)
    ]
    assert all(set(text) == set(Language) for text in texts)


def test_every_finding_cites_sources_of_the_pack() -> None:
    symbols = tuple(read_yaml(law_folder() / "kz" / "sources.yaml").mapping())
    cited = [source for found in KZ.values() for source in (*found.sources, *found.articles)]
    assert [source for source in cited if not source.startswith(symbols)] == []


def test_the_safeguards_a_finding_names_exist() -> None:
    named = {rule for found in KZ.values() for rule in found.safeguards}
    assert named <= BOOK.safeguards.keys()


def test_seventy_two_hours_were_the_law_until_the_last_day_of_february_2018() -> None:
    assert KZ["seventy_two_hours"].stood_on(date(2018, 2, 28))
    assert not KZ["seventy_two_hours"].stood_on(date(2018, 3, 1))


def test_the_scope_of_article_181_5_is_shown_as_disputed() -> None:
    assert KZ["check_without_registration"].status is Status.DISPUTED
    assert "economic" in KZ["check_without_registration"].disputed_by[0][Language.EN]


def test_a_restriction_the_standards_reject_is_no_safeguard() -> None:
    assert not {f"kz/{name}" for name in KZ} & BOOK.safeguards.keys()


def test_a_finding_without_source_is_refused(tmp_path: Path) -> None:
    assert "`sources` is missing" in refused(tmp_path, "    sources: [CC]\n", "")


def test_a_mended_finding_says_since_when(tmp_path: Path) -> None:
    assert "says `until`" in refused(tmp_path, "status: open", "status: mended")


def test_a_disputed_finding_says_by_whom(tmp_path: Path) -> None:
    assert "disputed_by" in refused(tmp_path, "status: open", "status: disputed")
