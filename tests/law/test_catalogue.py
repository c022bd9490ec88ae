"""The catalogue of CAT/C/KAZ/CO/4: every leaf, in our words, tied to what measures it."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from qorgau.lawbook import Language, LawFileError, load
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.recommendations import AskedKind
from qorgau.lawbook.recommendations_reading import read_catalogue
from qorgau.lawbook.treaty_lint import treaty_findings

BOOK = load(["kz"])
FOURTH = BOOK.catalogue["CAT/C/KAZ/CO/4"]
SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "documents" / "CAT_C_KAZ_CO_4.txt"
LETTERS = {12: "(a)(i) (a)(ii) (a)(iii) (a)(iv) (a)(v) (a)(vi) (b) (c)", 14: "(a) (b) (c)"}
LETTERS |= {16: "(a) (b) (c) (d)", 20: "(a) (b) (c) (d)", 22: "(a) (b) (c) (d)", 32: "(a) (b) (c) (d)"}
LETTERS |= {24: "(a) (b) (c) (d) (e) (f) (g) (h) (i)"}
UNDIVIDED = (10, 18, 26, 28, 30, 34, 36, 38, 40, 42, 44)
FILE = """symbol: X/1
committee: CAT
state: KAZ
cycle: "1"
title: {en: "a", ru: "б", kk: "ә"}
adopted: 2023-05-10
session: {number: "1", begins: 2023-05-01, ends: 2023-05-12}
confirmed: opened
asked:
"""
ASKED = (
    '{title: {en: "a", ru: "б", kk: "ә"}, asks: {en: "a", ru: "б", kk: "ә"}, subjects: [npm], bodies: [mia]'
)


def test_the_forty_seven_leaves_and_the_four_procedural_paragraphs_are_all_there() -> None:
    expected = {str(number) for number in UNDIVIDED}
    expected |= {f"{number}{letter}" for number, letters in LETTERS.items() for letter in letters.split()}
    assert {one.id for one in FOURTH.leaves} == expected
    assert len(FOURTH.leaves) == 47
    assert [one.id for one in FOURTH.procedural] == ["45", "46", "47", "48"]


def test_what_paragraph_16_asks_after_its_letters_stands_under_its_number() -> None:
    assert [one.id for one in FOURTH.asked.values() if one.kind is AskedKind.TAIL] == ["16"]


def test_paragraph_10_holds_five_demands_each_with_what_measures_it() -> None:
    demands = FOURTH.asked["10"].demands
    assert [one.id for one in demands] == ["10/1", "10/2", "10/3", "10/4", "10/5"]
    assert all(one.measured_by for one in demands)
    assert demands[3].measured_by.articles == ("kz/cc_67", "kz/cpc_612")


def test_four_leaves_were_due_on_12_may_2024_and_the_report_is_due_on_12_may_2027() -> None:
    assert FOURTH.follow_up_targets == ("14(a)", "24(a)", "28", "44")
    assert {FOURTH.asked[leaf].due for leaf in FOURTH.follow_up_targets} == {date(2024, 5, 12)}
    assert FOURTH.asked["48"].due == date(2027, 5, 12)


def test_the_committee_repeated_itself_on_the_ministry_of_justice_and_on_the_army() -> None:
    repeated = {one.id: one.reiterates[0] for one in FOURTH.asked.values() if one.reiterates}
    assert {leaf: (cited.symbol, cited.paragraph) for leaf, cited in repeated.items()} == {
        "18": ("CAT/C/KAZ/CO/3", "10"),
        "44": ("CAT/C/KAZ/CO/3", "25"),
    }


def test_a_recommendation_is_found_by_its_id_across_documents() -> None:
    asked = BOOK.asked("CAT/C/KAZ/CO/4#12(a)(iv)")
    assert asked is not None
    assert "kz/registered_after_apprehension" in asked.measured_by.safeguards
    assert BOOK.asked("CAT/C/KAZ/CO/4#99") is None
    assert BOOK.asked("CAT/C/KAZ/CO/9#10") is None


def test_who_answers_is_our_proposal() -> None:
    assert all(one.proposed and one.bodies for one in FOURTH.asked.values())


def test_most_leaves_are_measured_by_something_in_our_files() -> None:
    assert sum(bool(one.measured_by) for one in FOURTH.leaves) >= 38


def test_a_leaf_that_nothing_measures_says_what_would_in_three_languages() -> None:
    silent = [one.id for one in FOURTH.leaves if not one.measured_by]
    assert silent == ["16(d)", "20(d)", "22(c)", "22(d)", "24(e)", "24(i)", "32(b)", "40"]
    for one in FOURTH.asked.values():
        if one.id in silent or one.not_measured:
            assert len({one.not_measured[language] for language in Language}) == len(Language), one.id


def test_nothing_counts_for_the_army_what_happened_in_prisons() -> None:
    assert not FOURTH.asked["44"].measured_by.figures
    assert not FOURTH.asked["44"].measured_by.safeguards


def test_each_leaf_is_said_differently_in_each_language() -> None:
    for one in FOURTH.asked.values():
        for text in (one.title, one.asks):
            assert len({text[language] for language in Language}) == len(Language), one.id


@pytest.mark.skipif(not SAMPLE.is_file(), reason=f"the sample {SAMPLE.name} is not here")
def test_no_run_of_eight_words_is_the_documents_own() -> None:
    theirs = _words(SAMPLE.read_text(encoding="utf-8", errors="replace"))
    known = {tuple(theirs[at : at + 8]) for at in range(len(theirs))}
    for one in FOURTH.asked.values():
        ours = _words(one.asks[Language.EN])
        copied = [ours[at : at + 8] for at in range(len(ours) - 7) if tuple(ours[at : at + 8]) in known]
        assert copied == [], one.id


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ('  "12 (a)": ' + ASKED + "}", "no place in a document"),
        ('  "10": ' + ASKED + ", follow_up: maybe}", "`maybe` is not one of"),
        ('  "10": ' + ASKED + ", measured_by: {laws: [x]}}", "unknown key `laws`"),
        ('  "10": ' + ASKED + '}\n  "10": ' + ASKED + "}", "stands twice"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, asked: str, complaint: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(FILE + asked + "\n", encoding="utf-8")
    with pytest.raises(LawFileError, match=r"line 1\d:") as caught:
        read_catalogue(path)
    assert complaint in str(caught.value)


WRONG = {
    "10": ASKED + ", measured_by: {safeguards: [kz/nothing], figures: [nothing]}}",
    "18": ASKED + ", measured_by: {articles: [kz/nothing], findings: [nothing]}}",
    "26": ASKED + ", due: 2020-01-01}",
    "28": ASKED + ', follow_up: "yes"}',
    "30": ASKED + ", reiterates: [{symbol: CAT/C/XXX/CO/1, paragraph: '3'}]}",
    "34": ASKED.replace("[mia]", "[moon]").replace("[npm]", "[cheese]") + "}",
    "36": ASKED.replace("[mia]", "[mia, mia]") + "}",
}


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the proof says of our law with the fourth catalogue replaced by a wrong one."""
    root = tmp_path_factory.mktemp("wrong") / "law"
    shutil.copytree(law_folder(), root)
    text = FILE.replace("X/1", "CAT/C/KAZ/CO/4") + "".join(
        f'  "{leaf}": {one}\n' for leaf, one in WRONG.items()
    )
    (root / "kz" / "recommendations" / "cat_co_4.yaml").write_text(text, encoding="utf-8")
    cited = frozenset({"CAT/C/KAZ/CO/3", "CAT/C/KAZ/CO/4"})
    return list(treaty_findings(load(["kz"], folder=root), root, cited))


@pytest.mark.parametrize(
    "complaint",
    [
        "10: there is no safeguard `kz/nothing`",
        "26: nothing measures it. Say under `not_measured`",
        "10: there is no figure `nothing`",
        "18: there is no article `kz/nothing`",
        "18: there is no finding `nothing`",
        "26: due on 2020-01-01, before the document was adopted",
        "28: a leaf chosen for follow-up says by when",
        "30: there is no source `CAT/C/XXX/CO/1`",
        "34: there is no subject `cheese`",
        "34: there is no body `moon`",
        "36: the body `mia` stands twice",
        "`follow_up: yes` stands elsewhere",
    ],
)
def test_what_contradicts_another_file_is_found(wrong: list[str], complaint: str) -> None:
    assert any(complaint in problem for problem in wrong), wrong
