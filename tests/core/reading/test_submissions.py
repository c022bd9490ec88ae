"""Submissions of invented organisations in the layouts that organisations use."""

from __future__ import annotations

import pytest
from tests.core.reading.papers import submissions as papers
from tests.core.reading.papers.lines import of_lines
from tests.core.reading.papers.more_submissions import MORE
from tests.core.reading.papers.submissions import Written

from qorgau.reading import submissions
from qorgau.reading.document import Parts

ALL = (*papers.ALL, *MORE)


def read(written: Written) -> Parts:
    return submissions.read(of_lines(written.text))


def by_name(written: Written) -> str:
    return written.name


@pytest.mark.parametrize("written", ALL, ids=by_name)
def test_every_demand_is_found_with_its_article_and_nothing_else(written: Written) -> None:
    letters = {"question": "q", "recommendation": "r", "request": "p"}
    found = read(written).recommendations
    cut = [(each.id, letters[each.kind], each.text) for each in found]
    first_words = [
        (id_, kind, text[: len(wanted[2])])
        for (id_, kind, text), wanted in zip(cut, written.wanted, strict=False)
    ]
    assert (first_words, len(found)) == (list(written.wanted), len(written.wanted))


@pytest.mark.parametrize("written", ALL, ids=by_name)
def test_each_demand_stands_where_its_place_says(written: Written) -> None:
    source = of_lines(written.text)
    for each in submissions.read(source).recommendations:
        assert source.text[each.place.start : each.place.end].split() == each.text.split()
        assert source.lines[each.place.line - 1].start <= each.place.start


@pytest.mark.parametrize("written", ALL, ids=by_name)
def test_each_demand_is_a_leaf_of_a_paragraph_or_a_sentence_of_one(written: Written) -> None:
    parts = read(written)
    leaves = {leaf.id for paragraph in parts.paragraphs for leaf in paragraph.leaves}
    running = " ".join(paragraph.text for paragraph in parts.paragraphs)
    assert all(each.id in leaves or each.text in running for each in parts.recommendations)


def test_the_article_of_a_heading_is_kept_with_each_demand_below_it() -> None:
    found = read(papers.ISSUES_BY_ARTICLE).recommendations
    assert [each.article for each in found] == ["1", "1", "2", "2", "12, 13, 14"]


@pytest.mark.parametrize("written", [each for each in ALL if each.organisations], ids=by_name)
def test_organisations_that_sign_are_named_in_order(written: Written) -> None:
    assert read(written).organisations == written.organisations


def test_names_of_persons_who_wrote_it_are_not_kept() -> None:
    parts = read(papers.LEADS)
    kept = " ".join([*(each.text for each in parts.paragraphs), *parts.organisations])
    assert "Somebody Invented" not in kept
    assert "example.org" not in kept


def test_a_demand_in_a_chapter_and_in_the_summary_is_one_with_two_places() -> None:
    source = of_lines(papers.TWICE.text)
    found = submissions.read(source).recommendations
    again = [each for each in found if each.also_at]
    assert [each.id for each in again] == ["art2.1", "art2.2", "art16.1", "art16.2"]
    second = again[0].also_at[0]
    assert source.text[second.start : second.end].startswith("Tell everyone who is held the reason, in")


def test_a_summary_before_the_chapters_takes_the_article_of_the_chapter() -> None:
    text = """
    Alternative report
    Summary of recommendations
    1. Measure every cell and publish the result each year.
    Article 16. Conditions
    Nobody measured them.
    Recommendations:
    1. Measure every cell and publish the result each year.
    """
    found = submissions.read(of_lines(text)).recommendations
    assert [(each.id, len(each.also_at)) for each in found] == [("art16.1", 1)]


def test_a_bullet_with_two_questions_is_one_element_with_two_demands() -> None:
    found = read(papers.ISSUES_BY_ARTICLE).recommendations[1]
    assert [each.id for each in found.demands] == ["art1.2/1", "art1.2/2"]


def test_whom_a_list_addresses_is_kept() -> None:
    found = read(papers.PLAIN_LINES).recommendations
    assert [each.addressed_to for each in found] == [("Government of Synthetia",)] * 3 + [("Committee",)]


def test_a_sentence_that_only_says_should_is_unsure_and_a_doubt() -> None:
    parts = read(papers.PROSE)
    unsure = [each for each in parts.recommendations if each.confidence < 0.6]
    assert [each.id for each in unsure] == ["s1.2"]
    assert [doubt.place for doubt in parts.doubts] == [unsure[0].place]


def test_a_text_without_any_demand_is_a_doubt() -> None:
    parts = submissions.read(of_lines("Lamps were counted.\nThey were few."))
    assert (parts.recommendations, len(parts.doubts)) == ((), 1)


@pytest.mark.parametrize("written", ALL, ids=by_name)
def test_a_submission_looks_like_one(written: Written) -> None:
    assert submissions.looks_like(of_lines(written.text)) >= 0.6


def test_concluding_observations_do_not_look_like_a_submission() -> None:
    text = """
    United Nations
    CAT/C/XSY/CO/3
    Distr.: General
    Original: English
    Concluding observations on the third periodic report of Synthetia
    1. The Committee considered the report, and information of non-governmental organizations.
    """
    assert submissions.looks_like(of_lines(text)) < 0.3


def test_letters_within_one_line_are_as_many_demands() -> None:
    text = """
    Shadow report
    Recommendations
    The State party should: (a) light the corridors; (b) mend the clocks; and (c) count the keys.
    """
    found = submissions.read(of_lines(text)).recommendations
    assert [each.text.split()[0] for each in found] == ["light", "mend", "count"]


def test_what_others_recommended_is_not_read_even_where_it_is_numbered() -> None:
    text = """
    NGO submission
    Recommendations of the Committee
    Recommendation 8: Light the corridors.
    Our recommendations
    Recommendation 1: Mend the clocks.
    """
    found = submissions.read(of_lines(text)).recommendations
    assert [each.text for each in found] == ["Mend the clocks."]


def test_the_same_demand_as_a_sentence_in_a_chapter_and_as_a_line_of_the_summary_is_one() -> None:
    text = """
    NGO submission
    Key recommendations
    1. Light all corridors of stations at night.
    2. Ensure that doctors should be paid.
    Corridors
    We recommend that the Government light all corridors of stations at night, and pay for it.
    Doctors
    The State party should ensure that nurses should be paid.
    """
    found = submissions.read(of_lines(text)).recommendations
    assert [(each.id, len(each.also_at)) for each in found] == [("s1.1", 1), ("s1.2", 0), ("s2.1", 0)]


@pytest.mark.parametrize(
    ("heading", "counts"),
    [
        ("Recommendations from the NGO coalition", True),
        ("Recommendations for the implementation of the Protocol", True),
        ("Recommendations to the Committee", True),
        ("Recommendations of the authors", True),
        ("Recommendations from the previous cycle", False),
        ("Recommendations of the Committee", False),
        ("Recommendations received in the third cycle", False),
        ("Recommendations by UN treaty bodies", False),
        ("Status of recommendations", False),
        ("Рекомендации коалиции НПО", True),
        ("Рекомендации Комитета", False),
        ("Предыдущие рекомендации", False),
    ],
)
def test_a_heading_tells_whose_recommendations_follow(heading: str, counts: bool) -> None:
    text = f"NGO submission\n{heading}\n• Light all corridors."
    assert bool(submissions.read(of_lines(text)).recommendations) is counts


def test_an_issue_that_is_numbered_and_only_named_is_a_heading() -> None:
    text = """
    NGO submission
    Issue 1: Dark corridors
    Corridors are dark.
    Recommendations
    ☐ Light them.
    Issue 2: Late clocks
    Clocks are late.
    Recommendations
    ☐ Mend them.
    """
    found = submissions.read(of_lines(text)).recommendations
    assert [(each.id, each.heading) for each in found] == [
        ("s1.1", "Dark corridors"),
        ("s2.1", "Late clocks"),
    ]


@pytest.mark.parametrize(
    ("first", "named"),
    [
        (
            "Prepared by Open Lamps Network and the Union of Watchers",
            ("Open Lamps Network", "Union of Watchers"),
        ),
        ("Prepared by: Somebody Invented", ()),
        ("Lamp Watch Foundation, March 2031", ("Lamp Watch Foundation",)),
        ("Synthetia: NGO Coalition for Lamps", ("NGO Coalition for Lamps",)),
        ("Lamp Watch Foundation – Submission for the review of Synthetia", ("Lamp Watch Foundation",)),
        ("Report of the Committee on Lamps", ()),
    ],
)
def test_an_organisation_on_the_title_page_is_named_and_a_person_is_not(
    first: str, named: tuple[str, ...]
) -> None:
    assert submissions.read(of_lines(f"{first}\nCorridors are dark.")).organisations == named


def test_a_numbered_heading_with_an_article_ends_a_numbered_list() -> None:
    text = (
        "Joint submission of invented organisations to the Committee against Torture\n4. Redress (Article 14)\n"
        "Nobody has been paid by the invented fund since the lamps went out in all halls of the city.\nRecommendations:\n"
        "1. Pay the keepers of lamps.\n2. Open an office for keys.\n5. Darkness in the invented army (Article 16)\n"
        "The number of dark halls has not been made public since 2031.\n"
    )
    source = of_lines(text)
    found = submissions.read(source)
    assert [each.text for each in found.recommendations] == [
        "Pay the keepers of lamps.",
        "Open an office for keys.",
    ]
