"""Is article 146 in line with article 1 yet? Every day has its answer, and later law never changes an earlier one."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.lawbook import Confirmed, Language, LawFileError, load
from qorgau.lawbook.articles import (
    Article,
    ElementState,
    Holds,
    InLineAnswer,
    UnknownArticleError,
    Version,
    in_line,
)
from qorgau.lawbook.articles_lint import article_findings
from qorgau.lawbook.articles_reading import read_article

BOOK = load(["kz"])
TORTURE, ARTICLE_1 = "kz/cc_146", "international/cat_1"
PAIRS = [(one.id, standard) for one in BOOK.articles.values() for standard in one.bears_on]
DAYS = st.dates(date(1999, 1, 1), date(2030, 12, 31))
TEXT = dict.fromkeys(Language, "x")


@pytest.mark.parametrize(
    ("day", "answer", "missing"),
    [
        ("2001-12-31", InLineAnswer.CANNOT_TELL, set()),  # no version known
        ("2014-12-31", InLineAnswer.CANNOT_TELL, set()),  # its text is not known
        ("2015-01-01", InLineAnswer.PARTLY, {"severe_pain", "lawful_sanctions_only"}),
        ("2023-03-17", InLineAnswer.PARTLY, {"severe_pain", "lawful_sanctions_only"}),
        ("2026-01-01", InLineAnswer.PARTLY, {"severe_pain", "lawful_sanctions_only"}),
    ],
)
def test_article_146_against_article_1(day: str, answer: InLineAnswer, missing: set[str]) -> None:
    found = BOOK.in_line(TORTURE, ARTICLE_1, on=date.fromisoformat(day))
    assert found.answer is answer
    assert {state.element for state in found.missing} == missing


def test_the_committees_objections_stand_from_the_day_they_were_made() -> None:
    before, after = (BOOK.in_line(TORTURE, ARTICLE_1, on=date(2023, 5, day)) for day in (9, 10))
    assert before.objections == ()
    assert {one.objection.paragraph for one in after.objections} == {"9"}
    assert {one.objection.element for one in after.objections} == {"severe_pain", "lawful_sanctions_only"}


def test_penalties_of_article_146_are_not_in_line_with_article_4() -> None:
    assert (
        BOOK.in_line(TORTURE, "international/cat_4", on=date(2024, 1, 1)).answer is InLineAnswer.NOT_IN_LINE
    )


def test_suspended_sentences_came_into_line_in_2023() -> None:
    answers = [
        BOOK.in_line("kz/cc_63", "international/cat_4", on=day).answer
        for day in (date(2023, 3, 31), date(2023, 4, 1))
    ]
    assert answers == [InLineAnswer.NOT_IN_LINE, InLineAnswer.IN_LINE]


def test_the_time_before_a_judge_came_into_line_on_1_march_2018() -> None:
    answers = [
        BOOK.in_line("kz/cpc_131", "international/iccpr_9", on=day).answer
        for day in (date(2018, 2, 28), date(2018, 3, 1))
    ]
    assert answers == [InLineAnswer.NOT_IN_LINE, InLineAnswer.IN_LINE]


def test_torture_went_to_the_prosecutors_in_2023_and_ill_treatment_did_not() -> None:
    found = BOOK.in_line("kz/cpc_193", "international/cat_12", on=date(2023, 1, 1))
    assert found.answer is InLineAnswer.PARTLY
    assert [state.element for state in found.met] == ["torture_investigated_independently"]


def test_a_disputed_rule_gives_no_answer() -> None:
    found = BOOK.in_line("kz/cpc_181", "international/cat_12", on=date(2024, 1, 1))
    assert found.answer is InLineAnswer.CANNOT_TELL
    assert [state.element for state in found.disputed] == ["every_complaint_registered"]
    assert found.objections[0].objection.paragraph == "19(a)"


def test_a_version_whose_text_is_not_known_gives_no_answer_and_the_objection_stands() -> None:
    found = BOOK.in_line("kz/npm_visits", "international/opcat_20", on=date(2025, 6, 1))
    assert found.answer is InLineAnswer.CANNOT_TELL
    assert len(found.unknown) == 3
    changed = [version.since for one in found.objections for version in one.changed_since]
    assert set(changed) == {date(2025, 5, 13)}


def test_the_answer_is_only_as_sure_as_the_weakest_it_rests_on() -> None:
    assert BOOK.in_line(TORTURE, ARTICLE_1, on=date(2024, 1, 1)).confirmed is Confirmed.MEMORY
    assert (
        BOOK.in_line("kz/cec_154", "international/nmr_43", on=date(2024, 1, 1)).confirmed is Confirmed.OPENED
    )


def test_articles_and_standards_that_have_nothing_to_do_with_each_other_are_refused() -> None:
    with pytest.raises(UnknownArticleError, match="not held against"):
        BOOK.in_line(TORTURE, "international/nmr_43", on=date(2024, 1, 1))
    with pytest.raises(UnknownArticleError, match="kz/cc_146"):
        BOOK.in_line("kz/cc_999", ARTICLE_1, on=date(2024, 1, 1))


@given(st.sampled_from(PAIRS), DAYS, st.integers(1, 4000), st.sampled_from(Holds))
def test_a_later_version_never_changes_an_earlier_answer(
    pair: tuple[str, str], day: date, days: int, holds: Holds
) -> None:
    article, standard = BOOK.articles[pair[0]], BOOK.standards[pair[1]]
    later = _with_version(article, day + timedelta(days=days), holds)
    assert in_line(later, standard, on=day) == in_line(article, standard, on=day)


@given(st.sampled_from(PAIRS), DAYS)
def test_every_element_is_in_exactly_one_of_the_lists(pair: tuple[str, str], day: date) -> None:
    found = BOOK.in_line(*pair, on=day)
    listed = [state.element for state in (*found.met, *found.missing, *found.disputed)] + [*found.unknown]
    assert sorted(listed) == sorted(BOOK.articles[pair[0]].bears_on[pair[1]])


@given(st.sampled_from(PAIRS), DAYS)
def test_what_is_in_line_lacks_nothing_and_no_objection_stands(pair: tuple[str, str], day: date) -> None:
    found = BOOK.in_line(*pair, on=day)
    if found.answer is InLineAnswer.IN_LINE:
        assert [*found.missing, *found.disputed, *found.unknown, *found.objections] == []


@given(st.sampled_from(PAIRS), DAYS)
def test_a_version_that_has_everything_answers_every_objection(pair: tuple[str, str], day: date) -> None:
    article, standard = BOOK.articles[pair[0]], BOOK.standards[pair[1]]
    mended = _with_version(article, day, Holds.HAS)
    found = in_line(mended, standard, on=day)
    assert (found.answer, found.objections) == (InLineAnswer.IN_LINE, ())


def _with_version(article: Article, since: date, holds: Holds) -> Article:
    """The article with one more version, in which every element holds so."""
    names = [name for listed in article.bears_on.values() for name in listed]
    states = {name: ElementState(name, holds, Confirmed.MEMORY, "x") for name in names}
    kept = [version for version in article.versions if version.since != since]
    more = Version(since, TEXT, "x", Confirmed.MEMORY, states)
    return replace(article, versions=tuple(sorted([*kept, more], key=lambda version: version.since)))


def _stated(**holds: Holds) -> Article:
    """Article 146 with one version of 2020 alone, in which the elements named hold so and the others are had."""
    article = BOOK.articles[TORTURE]
    names = article.bears_on[ARTICLE_1]
    states = {
        name: ElementState(
            name,
            holds.get(name, Holds.HAS),
            Confirmed.MEMORY if holds.get(name) is Holds.UNKNOWN else Confirmed.OPENED,
            "x",
        )
        for name in names
    }
    version = Version(date(2020, 1, 1), TEXT, "x", Confirmed.OPENED, states)
    return replace(article, bears_on={ARTICLE_1: names}, versions=(version,), objections=())


@pytest.mark.parametrize("holds", [Holds.DISPUTED, Holds.UNKNOWN])
def test_one_element_that_is_disputed_or_unknown_leaves_the_answer_open(holds: Holds) -> None:
    found = in_line(_stated(intent=holds), BOOK.standards[ARTICLE_1], on=date(2021, 1, 1))
    assert found.answer is InLineAnswer.CANNOT_TELL


def test_what_is_not_known_makes_what_is_known_no_weaker() -> None:
    found = in_line(_stated(intent=Holds.UNKNOWN), BOOK.standards[ARTICLE_1], on=date(2021, 1, 1))
    assert found.confirmed is Confirmed.OPENED


@pytest.mark.parametrize(
    ("began", "is_since"),
    [
        (date(2023, 5, 10), False),
        (date(2023, 5, 11), True),
        (date(2024, 1, 1), True),
        (date(2024, 1, 2), False),
    ],
)
def test_changed_since_means_after_the_objection_and_by_the_day_asked(began: date, is_since: bool) -> None:
    article = _with_version(BOOK.articles["kz/cc_72"], began, Holds.LACKS)
    found = in_line(article, BOOK.standards["international/cat_4"], on=date(2024, 1, 1))
    assert [version.since for version in found.objections[0].changed_since] == [began] * is_since


FILE = """number: "1"
title: {en: "a", ru: "б", kk: "ә"}
bears_on: {international/cat_1: [severe_pain, intent]}
versions:
  2015-01-01:
    changed: {en: "a", ru: "б", kk: "ә"}
    source: "CC art. 1"
    confirmed: seed
    seen_on: 2023-01-01
    elements: {severe_pain: has, intent: lacks}
"""
OBJECTION = """objections:
  - {element: severe_pain, symbol: CAT/C/KAZ/CO/4, paragraph: "9", made_on: 2023-05-10, says: {en: "a", ru: "б", kk: "ә"}, confirmed: opened}
"""


def _read(tmp_path: Path, text: str) -> Article:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return read_article(path, id="kz/a")


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("intent: lacks", "intent: perhaps", "`perhaps` is not one of"),
        (", intent: lacks", "", "says nothing of: intent"),
        ("[severe_pain, intent]", "[intent, intent]", "stands twice"),
        ("  2015-01-01:", "  2015:", "is no date"),
        ("    confirmed: seed\n", "", "`confirmed` is missing"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, before: str, after: str, complaint: str) -> None:
    with pytest.raises(LawFileError, match=r"a\.yaml, line \d+:") as caught:
        _read(tmp_path, FILE.replace(before, after))
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (FILE + OBJECTION, "Write disputed, or lacks"),
        (FILE + OBJECTION.replace("2023-05-10", "2014-05-10"), "before the first version"),
        (FILE.replace("cat_1", "cat_99"), "there is no standard `international/cat_99`"),
        (FILE.replace("intent", "intention"), "no element `intention`"),
        (FILE.replace("CC art. 1", "Codex"), "begins with no symbol"),
        (FILE.replace("    seen_on: 2023-01-01\n", ""), "the last version says `seen_on`"),
        (FILE, "no article answers for `purpose`"),
    ],
)
def test_what_does_not_fit_together_is_found(tmp_path: Path, text: str, complaint: str) -> None:
    cited = frozenset({"CC", "CAT", "CAT/C/KAZ/CO/4"})
    standards = {ARTICLE_1: BOOK.standards[ARTICLE_1]}
    found = list(article_findings({"kz/a": _read(tmp_path, text)}, standards, cited))
    assert any(complaint in problem for problem in found), found
