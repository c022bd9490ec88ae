"""Senders of recommendations: each grades on its own scale, and what was never read is marked."""

from pathlib import Path

import pytest

from qorgau.lawbook import Language, LawFileError, load
from qorgau.lawbook.committees import Scale, SenderKind
from qorgau.lawbook.committees_reading import DOCUMENT_KINDS, read_committees
from qorgau.reading.document import DocumentKind

BOOK = load(["kz"])
GRADE = 'titled: {title: {en: "a", ru: "б", kk: "ә"}, verified: "yes", source: "CAT"}'


@pytest.mark.parametrize("code", "CAT CCPR CERD CEDAW CRC CRPD CED CESCR CMW".split())
def test_every_treaty_body_says_how_its_symbols_begin_and_under_which_article_states_report(
    code: str,
) -> None:
    committee = BOOK.committees[code]
    assert committee.kind is SenderKind.TREATY_BODY
    assert committee.letters
    assert committee.reports_under
    limit = committee.word_limit("state_report")
    assert limit is not None
    assert (limit.words, limit.verified) == (21200, True)


@pytest.mark.parametrize("code", "SPT UPR OMBUDSPERSON NPM TRUTH_COMMISSION".split())
def test_others_who_recommend_owe_no_reports_under_a_treaty(code: str) -> None:
    assert BOOK.committees[code].reports_under == ""


def test_three_words_of_the_committee_against_torture_were_read_and_no_other() -> None:
    grades = BOOK.committees["CAT"].grades
    assert {grade.code for grade in grades if grade.verified} == {
        "substantive_steps",
        "partially_implemented",
        "not_implemented",
    }


def test_the_committee_against_torture_is_never_given_letters() -> None:
    assert not any(grade.letter for grade in BOOK.committees["CAT"].grades)


def test_letters_of_other_committees_are_unverified() -> None:
    lettered = [grade for one in BOOK.committees.values() for grade in one.grades if grade.letter]
    assert lettered
    assert not any(grade.verified for grade in lettered)


def test_a_reply_and_its_implementation_are_graded_apart() -> None:
    committee = BOOK.committees["CAT"]
    kinds = [{grade.code for grade in committee.scale(scale)} for scale in Scale]
    assert all(kinds[:2])
    assert not kinds[0] & kinds[1]


def test_the_committee_against_torture_chooses_at_most_four_to_be_answered_in_a_year() -> None:
    rule = BOOK.committees["CAT"].follow_up
    assert rule is not None
    assert (rule.most, str(rule.within), rule.verified) == (4, "1 year", True)


def test_a_word_limit_names_a_kind_of_document_that_is_read() -> None:
    assert set(DOCUMENT_KINDS) == {kind.value for kind in DocumentKind}


def test_a_committee_is_named_differently_in_each_language() -> None:
    for committee in BOOK.committees.values():
        assert len({committee.name[language] for language in Language}) == len(Language)


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        ("committees:\n  CAT: {kind: club}", 2, "`club` is not one of"),
        ("committees:\n  CAT:\n    kind: national\n    name: {en: a, ru: b}", 4, "missing in kk"),
        ("committees:\n  CAT:\n    kind: national\n    nmae: x", 4, "Did you mean `name`?"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, text: str, line: int, complaint: str) -> None:
    path = tmp_path / "committees.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LawFileError, match=f"line {line}:") as caught:
        read_committees(path)
    assert complaint in str(caught.value)


def test_one_code_in_two_scales_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "committees.yaml"
    path.write_text(
        'committees:\n  X:\n    kind: national\n    name: {en: "a", ru: "б", kk: "ә"}\n'
        '    short: {en: "a", ru: "б", kk: "ә"}\n    scales:\n'
        f"      implementation: {{{GRADE}}}\n      reply: {{{GRADE}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(LawFileError, match="stands in two scales"):
        read_committees(path)
