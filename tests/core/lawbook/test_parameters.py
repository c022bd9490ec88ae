"""Dated values say what counted on which day, and from which source."""

from datetime import date
from pathlib import Path

import pytest

from qorgau.lawbook import Confirmed, LawFileError
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.parameters import parameter, read_parameter


def written(folder: Path, text: str) -> Path:
    path = folder / "xx" / "parameters" / "index.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_value_holds_from_its_first_day_until_the_next_one() -> None:
    mci = parameter("kz/mci", folder=law_folder())
    assert mci.value_on(date(2023, 12, 31)) == 3450
    assert mci.value_on(date(2024, 1, 1)) == 3692
    assert mci.value_on(date(2019, 12, 31)) is None


def test_a_value_from_memory_says_so() -> None:
    line = parameter("kz/mci", folder=law_folder()).dated_on(date(2021, 5, 5))
    assert line is not None
    assert line.confirmed is Confirmed.MEMORY


def test_parts_are_asked_by_name() -> None:
    least = parameter("kz/fund_payment_minimum", folder=law_folder())
    day = date(2021, 1, 1)
    assert [least.value_on(day, part=harm) for harm in ("moderate", "severe", "death")] == [30, 40, 50]
    assert least.value_on(day, part="slight") is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: T\nunit: KZT\n", "either `values` or `parts`"),
        ("title: T\nvalues:\n  2020-01-01: {value: 1, source: S, confirmed: seed}\n", "`unit` is missing"),
        (
            "title: T\nunit: KZT\nvalues:\n  2020-01-01: {value: 2 651, source: S, confirmed: seed}\n",
            "no whole number",
        ),
        ("title: T\nunit: KZT\nvalues:\n  2020-01-01: {value: 1, confirmed: seed}\n", "`source` is missing"),
        ("title: T\nunit: KZT\nvalues:\n  spring: {value: 1, source: S, confirmed: seed}\n", "no date"),
    ],
)
def test_a_slip_in_a_parameter_is_named_with_its_line(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(LawFileError, match=why) as refused:
        read_parameter(written(tmp_path, text))
    assert "xx/parameters/index.yaml, line" in str(refused.value)
