"""A file of signs without an end takes time by its length, not by its square: no paper keeps the desk waiting."""

from collections.abc import Callable
from time import process_time

import pytest

from qorgau.reading.citing import article_lists
from qorgau.reading.structure.sentences import sentences
from qorgau.reading.submissions.telling import LISTS
from qorgau.reading.submissions.urging import urges


@pytest.mark.parametrize("pump", ["А. ", "A. B. ", "см. "])
def test_dots_after_short_words_are_looked_back_at_once_each(pump: str) -> None:
    assert _seconds(lambda: sentences(pump * (100_000 // len(pump)))) < 5


def test_blank_lines_are_searched_for_a_list_once() -> None:
    assert _seconds(lambda: LISTS.search(":\n" * 25_000)) < 5
    assert LISTS.search("Intro\n\n - Recommendations:\n")


@pytest.mark.parametrize("pump", ["A. B. ", "the Government to ", "A.", "Ab of "])
def test_a_name_without_an_end_is_no_author(pump: str) -> None:
    assert _seconds(lambda: urges(pump * (50_000 // len(pump)))) < 5
    assert urges("The Kazakhstan Bureau for Human Rights recommends that the law be changed.")


def test_articles_without_an_end_are_each_looked_around_once() -> None:
    long = "art. 1; " * 12_000
    assert _seconds(lambda: list(article_lists.find(long))) < 8
    named = [item.name for each in article_lists.find("part 2 of article 67") for item in each.items]
    assert named == ["67(2)"]


def _seconds(act: Callable[[], object]) -> float:
    begun = process_time()
    act()
    return process_time() - begun
