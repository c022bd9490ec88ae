"""Regions are data: each has a name in three languages, a code and a zone that exists."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from qorgau.clock import zone_named
from qorgau.lawbook import LawFileError
from qorgau.lawbook.book import law_folder, load
from qorgau.lawbook.lint import findings
from qorgau.lawbook.regions import RegionKind, read_regions

GOOD = (
    "kind: region, iso: KZ-10, zone: Asia/Almaty, title: {en: A, ru: А, kk: А}, centre: {en: S, ru: С, kk: С}"
)
KZ = read_regions(law_folder() / "kz" / "regions.yaml")


def written(folder: Path, text: str) -> Path:
    path = folder / "xx" / "regions.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_kazakhstan_has_17_regions_and_3_cities_of_republican_significance() -> None:
    assert Counter(region.kind for region in KZ.values()) == {RegionKind.REGION: 17, RegionKind.CITY: 3}


def test_a_region_made_later_names_the_one_it_was_part_of() -> None:
    made = {name: region.part_of for name, region in KZ.items() if region.since is not None}
    assert made == {"abai": "east_kazakhstan", "jetisu": "almaty_region", "ulytau": "karaganda"}


def test_before_march_2024_the_west_of_the_country_was_an_hour_behind_almaty() -> None:
    noon = datetime(2022, 1, 5, 12)
    west, east = (zone_named(KZ[name].zone).instants_of(noon)[0] for name in ("west_kazakhstan", "almaty"))
    assert west - east == 3600


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: {" + GOOD.replace("KZ-10", "10") + "}", "no code of ISO 3166-2"),
        ("a: {" + GOOD.replace("Asia/Almaty", "Asia/Nowhere") + "}", "no IANA time zone"),
        ("a: {" + GOOD.replace(", kk: А", "") + "}", "missing in kk"),
        ("a: {" + GOOD.replace("kind: region", "kind: district") + "}", "not one of: region, city"),
        ("a: {" + GOOD + ", since: 2022-06-08}", "belong together"),
        ("a: {" + GOOD + ", since: 2022-06-08, part_of: b}", "no region of this file"),
        ("a: {" + GOOD + "}\nb: {" + GOOD + "}", "the same code"),
        ("a: {" + GOOD.replace("iso: KZ-10, ", "") + "}", "`iso` is missing"),
        ("a: {" + GOOD + ", people: 5}", "unknown key `people`"),
    ],
)
def test_a_slip_in_the_regions_is_named_with_its_line(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(LawFileError, match=why) as refused:
        read_regions(written(tmp_path, text + "\n"))
    assert "xx/regions.yaml, line" in str(refused.value)


def test_the_lint_of_a_pack_reads_its_regions(tmp_path: Path) -> None:
    for name in ("international", "xx"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").write_text("title: {en: T, ru: Т, kk: Т}\n", encoding="utf-8")
    (tmp_path / "xx" / "regions.yaml").write_text("a: {kind: region}\n", encoding="utf-8")
    found = list(findings(load(["xx"], folder=tmp_path), folder=tmp_path))
    assert any("xx/regions.yaml" in finding for finding in found)
