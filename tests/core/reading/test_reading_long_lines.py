"""A file of signs without an end takes time by its length, not by its square: no paper keeps the desk waiting."""

from collections.abc import Callable
from time import process_time

import pytest

from qorgau.reading import read_document
from qorgau.reading.citing import article_lists, articles
from qorgau.reading.citing.passage import Passage
from qorgau.reading.source import Place
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


_OBSERVATIONS = (
    "Concluding observations on the fourth periodic report of Kazakhstan\n\nCommittee against Torture\n\n"
    "Definition of torture\n\n9. The Committee is concerned that the definition is incomplete.\n\n"
    "10. The State party should:\n\n"
)


def test_a_list_that_begins_anew_without_end_is_read_in_time_by_its_length() -> None:
    long = _OBSERVATIONS + "(i) Ratify;\n" * 8_000
    assert _seconds(lambda: read_document(long.encode(), "list.txt")) < 9


def test_of_a_list_begun_anew_a_leaf_completes_the_words_right_above_it() -> None:
    again = "(a) First:\n(i) ratify it;\n(ii) publish it;\n(a) Second:\n(i) repeal it;\n(ii) amend it.\n"
    found = read_document((_OBSERVATIONS + again).encode(), "list.txt").recommendations
    told = [(each.lead or "").rpartition(":")[0].rpartition(" ")[2] for each in found]
    assert told == ["First", "First", "Second", "Second"]


def test_parts_from_the_first_to_the_ten_thousandth_are_not_each_named() -> None:
    found = [item.name for each in article_lists.find("art. 1 (1)-(9999)") for item in each.items]
    assert found == ["1(1)", "1(9999)"]


def test_a_bare_article_is_looked_for_among_those_before_it_once() -> None:
    long = "art. 7, " * 20_000
    passage = Passage(long, Place(1, 0, len(long)))
    assert _seconds(lambda: articles.found(passage, None)) < 9


def _seconds(act: Callable[[], object]) -> float:
    begun = process_time()
    act()
    return process_time() - begun
