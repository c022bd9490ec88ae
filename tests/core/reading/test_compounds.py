"""A word broken at a line's end keeps a hyphen of its own, and loses one that only broke it; both are reported."""

from __future__ import annotations

import pytest

from qorgau.reading.formats import open_source
from qorgau.reading.repairing import Draft, mend
from qorgau.reading.source import Mended


def one(line: str, *others: str) -> str:
    """The line after repair, beside the other lines of its document; what was joined is always reported."""
    first = mend([Draft(line), *(Draft(each) for each in others)])[0]
    told = [(fix.what, fix.after) for fix in first.fixes if fix.what is Mended.SPLIT_WORD]
    assert bool(told) == (line != first.text)
    assert all(after is not None for _, after in told)
    return first.text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("its five- person unit", "its five-person unit"),
        ("twenty- five houses", "twenty-five houses"),
        ("the non- refoulement rule", "the non-refoulement rule"),
        ("privilege against self- incrimination", "privilege against self-incrimination"),
        ("their well- being", "their well-being"),
        ("gender- based violence", "gender-based violence"),
        ("inter- agency council", "inter-agency council"),
        ("HIV- positive persons", "HIV-positive persons"),
        ("non- State actors", "non-State actors"),
        ("an 18- year-old", "an 18-year-old"),
        ("in 2010- 2012", "in 2010-2012"),
        ("during COVID- 19", "during COVID-19"),
        ("судебно- медицинский эксперт", "судебно-медицинский эксперт"),
        ("уголовно- процессуального кодекса", "уголовно-процессуального кодекса"),
        ("доклад государства- участника", "доклад государства-участника"),
        ("какого- либо давления", "какого-либо давления"),
        ("с ВИЧ- инфекцией", "с ВИЧ-инфекцией"),
        ("18- летний", "18-летний"),
        ("қылмыстық- процестік заң", "қылмыстық-процестік заң"),
        ("сот- медициналық сараптама", "сот-медициналық сараптама"),
    ],
)
def test_a_compound_keeps_its_hyphen(broken: str, whole: str) -> None:
    assert one(broken) == whole


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("a recom- mendation", "a recommendation"),
        ("seven- teen houses", "seventeen houses"),
        ("the ten- sion", "the tension"),
        ("a state- ment", "a statement"),
        ("her law- yer", "her lawyer"),
        ("they all- ege", "they allege"),
        ("an ill- egal order", "an illegal order"),
        ("sex- ual violence", "sexual violence"),
        ("the long- er one", "the longer one"),
        ("the follow- ing", "the following"),
        ("RECOM- MENDATIONS", "RECOMMENDATIONS"),
        ("законо- дательство", "законодательство"),
        ("деятельно- сти", "деятельности"),
        ("само- управление", "самоуправление"),
        ("место содержа- ния", "место содержания"),
        ("азамат- тарды", "азаматтарды"),
        ("құқық- тық", "құқықтық"),
    ],
)
def test_a_word_that_only_the_line_broke_is_joined(broken: str, whole: str) -> None:
    assert one(broken) == whole


@pytest.mark.parametrize(
    "both", ["there is a fore deck", "he stood with me in court", "под стража; without there"]
)
def test_two_words_of_the_document_that_make_one_closed_word_are_joined(both: str) -> None:
    assert one("there- fore with- in", both) == "therefore within"


def test_two_parts_that_the_document_writes_alone_are_a_compound() -> None:
    assert one("the prison- monitoring body") == "the prisonmonitoring body"
    assert one("the prison- monitoring body", "A prison needs monitoring.") == "the prison-monitoring body"


def test_the_document_settles_it_by_the_word_with_another_ending() -> None:
    assert one("ка- кая право- нарушение", "нарушение; право; правонарушений") == "какая правонарушение"
    assert one("the care- taker", "two care-takers") == "the care-taker"
    assert one("its follow- up report", "following") == "its follow-up report"


def test_a_part_that_stands_alone_only_because_it_was_broken_off_is_no_word() -> None:
    assert one("the deten- tion", "the deten- tion") == "the detention"


def test_a_sign_that_only_marks_a_line_end_is_never_a_hyphen() -> None:
    assert one("a gender¬ based recom¬ mendation") == "a genderbased recommendation"
    assert mend([Draft("recom\u00ad mendation")])[0].text == "recommendation"


@pytest.mark.parametrize("sign", ["\ufffe", "\x02"])
def test_a_hyphen_that_a_converter_of_pdf_swallowed_comes_back(sign: str) -> None:
    assert one(f"its five{sign}person unit") == "its five-person unit"
    assert one(f"a recom{sign}mendation") == "a recommendation"
    assert one(f"in 2010{sign}2012") == "in 2010-2012"


def test_a_hyphen_before_a_shared_end_stays_as_it_is() -> None:
    for fine in ("5- and 10-year terms", "pre- and post-trial", "5- или 10-летний", "see CO/4- 5"):
        assert one(fine) == fine


def test_what_was_joined_stands_among_the_repairs_with_its_line() -> None:
    rows = "1. The mechanism has a small budget that the ministry sets each year, and its five-\nperson unit visits.\n"
    source = open_source((rows * 8).encode(), name="a.txt")
    told = [(each.line, each.before, each.after) for each in source.repairs if each.what is Mended.SPLIT_WORD]
    assert told[0] == (1, "five- person", "five-person")


@pytest.mark.parametrize(
    "listed",
    [
        "1- The Committee regrets it",
        "2- принять закон",
        "II- The house",
        "iv- the lamps",
        "as follows: 1- Keep; 2- Open it",
    ],
)
def test_a_number_before_a_hyphen_that_counts_a_list_stays_apart(listed: str) -> None:
    assert one(listed) == listed
