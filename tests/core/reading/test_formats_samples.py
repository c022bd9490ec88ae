"""Real documents beside the repository: every paragraph, note and number comes in, at a bearable pace."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from qorgau.reading.formats import open_source
from qorgau.reading.source import Mended, Source

DOCUMENTS = Path(__file__).parents[3] / ".." / "shared" / "samples" / "documents"
pytestmark = pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason="the samples folder with documents beside the repository is missing"
)


@cache
def opened(name: str) -> Source:
    return open_source((DOCUMENTS / name).read_bytes(), name=name)


def numbers(source: Source) -> list[int]:
    return [int(found[1]) for line in source.body if (found := re.match(r"(\d{1,3})\. ", line.text))]


def test_observations_as_text_have_48_paragraphs_and_30_notes_each_called() -> None:
    source = opened("CAT_C_KAZ_CO_4.txt")
    assert numbers(source) == list(range(1, 49))
    assert [note.mark for note in source.notes] == ["*", *map(str, range(1, 30))]
    assert all(note.called_at is not None for note in source.notes)
    assert "[" not in "".join(line.text for line in source.body)
    assert {repair.what for repair in source.repairs} == {Mended.MIXED_SCRIPT}


def test_a_submission_as_text_has_its_bullets_and_notes() -> None:
    source = opened("NGO_list_of_issues_2022.txt")
    assert len(source.notes) == 7
    assert sum(line.text.startswith("· ") for line in source.body) == 14


def test_a_review_as_pdf_has_each_paragraph_and_recommendation_once_and_whole() -> None:
    source = opened("UPR_A_HRC_14_10_2010.pdf")
    found = numbers(source)
    paragraphs = found[: found.index(95) + 1]
    assert paragraphs == list(range(1, 96))
    rest = found[len(paragraphs) :]
    # 102 below paragraph 95, which 96 follows; below 97 another 26, and then 98.
    assert rest == [*range(1, 103), 96, 97, *range(1, 27), 98]
    assert [note.mark for note in source.notes] == ["*", "1", "2"]
    assert source.pages == 24


def test_recommendations_of_a_review_are_bold_and_narrative_is_not() -> None:
    source = opened("UPR_A_HRC_14_10_2010.pdf")
    starts = next(line.number for line in source.lines if line.text.startswith("95. "))
    numbered = [line for line in source.body if re.match(r"\d{1,3}\. ", line.text)]
    assert all((line.bold or 0) > 0.8 for line in numbered if line.number >= starts)
    assert all((line.bold or 0) < 0.2 for line in numbered if line.number < starts)
