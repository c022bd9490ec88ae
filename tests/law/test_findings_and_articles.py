"""Findings about the law tell the same story as the articles in their versions."""

from dataclasses import replace
from datetime import date

import pytest

from qorgau.lawbook import Language, load
from qorgau.lawbook.law_findings import Status
from qorgau.lawbook.law_findings_lint import _gaps, _unsaid, finding_gaps

BOOK = load(["kz"])
FINDING = BOOK.findings["definition_lacks_severe_pain"]
ARTICLE = BOOK.articles["kz/cc_146"]


def test_our_findings_and_articles_agree() -> None:
    assert list(finding_gaps(BOOK)) == []


def test_every_article_that_a_leaf_names_beside_a_finding_is_held_against_it() -> None:
    """What the Committee asks to be changed is found from the finding as from the article."""
    for asked in BOOK.catalogue["CAT/C/KAZ/CO/4"].leaves:
        held = {
            article for name in asked.measured_by.findings for article in BOOK.findings[name].held_against
        }
        if asked.measured_by.findings and asked.measured_by.articles and asked.id != "10":
            assert held & set(asked.measured_by.articles), asked.id


def test_a_finding_without_a_language_is_found() -> None:
    spoken = replace(
        FINDING, disputed_by=({Language.EN: "The State's delegation.", Language.RU: "Делегация."},)
    )
    assert list(_unsaid(spoken)) == ["`disputed_by` is missing in kk."]


@pytest.mark.parametrize(
    ("finding", "elements", "complaint"),
    [
        (FINDING, ("nothing",), "has no element `nothing`"),
        (FINDING, (), "name the elements"),
        (FINDING, ("intent",), "it is open, though"),
        (
            replace(FINDING, status=Status.MENDED, until=date(2023, 3, 17)),
            ("severe_pain",),
            "lacks an element then",
        ),
    ],
)
def test_a_finding_that_contradicts_its_article_is_found(finding, elements, complaint) -> None:
    (gap,) = _gaps(finding, ARTICLE, elements)
    assert complaint in gap
