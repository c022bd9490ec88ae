"""Turns by which papers ask with the verb far off, before the State, or as a duty. All are written for the tests."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document, ParagraphKind
from qorgau.reading.structure.procedure import is_of_the_cycle
from qorgau.reading.structure.verbs import recommends

ASKING = (
    "The State party, taking into account the recommendation in the invented world study on the lamps of schools, should mend them.",
    "In the light of general comment No. 8 (2006), the State party, with the help of the guild of keepers, must mend lamps.",
    "The authorities, after hearing keepers of all ports and their families, are strongly encouraged to mend lamps.",
    "Under no circumstances should the State party put out a lamp.",
    "In no case should lamps be lent.",
    "Nor should the State party rely on the moon.",
    "It is imperative that the State party mend lamps.",
    "It is therefore essential that every lamp of the harbour be mended.",
    "The Committee draws the attention of the State party to its obligation under article 14 to ensure that lamps burn.",
    "The Committee draws the State party’s attention to the need to mend lamps.",
    "The Committee reminds the State party of its obligation to provide oil.",
    "The Committee would also like to see lamps mended.",
    "The Committee trusts that the State party will mend lamps.",
    "The State party needs, as a matter of priority, to mend lamps.",
    "The State party would be well advised to mend lamps.",
)

ONLY_TOLD = (
    "The Committee reminds the State party of its obligations under article 6.",
    "The Committee draws the State party’s attention to its general comment No. 9 (1998).",
    "The Committee is concerned that the authorities, despite the law, should still count by hand.",
    "The Committee notes that, under the law, the State party, with help, should count lamps.",
    "The delegation stated that the Government, with help, should finish by May.",
    "The delegation said that it was imperative that the lamps be mended.",
    "While the State party, with the help of the guild, should by now have mended them, the Committee regrets that lamps are dark.",
)

COPIED = """CAT/C/XER/CO/2
Committee against Torture
Concluding observations on the second periodic report of Erewhon*
1. The Committee considered the second periodic report of Erewhon at its 900th meeting, held
on 10 May 2012, and adopted the present concluding observations.
C. Principal subjects of concern and recommendations
2. The Committee is concerned that the lamps of the harbour are lit late, and that the keepers
of the northern gate are not asked when they light them (art. 2).
3. The State party should:
(a) Count the lamps of the harbour each evening, and write into a book that anybody may read
* Adopted by the Committee at its forty-eighth session (7 May-1 June 2012).
GE.12-43210 (E)
*1243210*

CAT/C/XER/CO/2
2 GE.12-43210
how many of them were dark;
(b) Buy oil for the northern gate, where the lamps have stood empty since the last winter, and
say what it cost.
4. The Committee is concerned that ladders are short, and that the keepers of the southern gate
fall from them (art. 11).
CAT/C/XER/CO/2
GE.12-43210 3
5. The State party should give each keeper a ladder of an even height, and train all keepers of
the two gates in climbing it.
"""


@pytest.mark.parametrize("sentence", ASKING)
def test_a_request_is_told_wherever_its_verb_stands(sentence: str) -> None:
    assert recommends(sentence, "en")


@pytest.mark.parametrize("sentence", ONLY_TOLD)
def test_a_duty_that_is_only_told_of_asks_nothing(sentence: str) -> None:
    assert not recommends(sentence, "en")


def test_information_asked_for_within_months_and_under_an_article_is_of_the_cycle() -> None:
    assert is_of_the_cycle(
        "The Committee requests the State party, within 12 months and in accordance with article 35 (2) of the invented"
        " Convention, to provide information in writing on what was done about the recommendations in paragraphs 3 and 5."
    )


@pytest.fixture(scope="module")
def copied() -> Document:
    return read_document(COPIED.encode(), "a.txt")


def test_the_note_to_the_title_at_the_foot_of_a_copied_page_stays_out_of_the_leaf_it_cuts(
    copied: Document,
) -> None:
    assert copied.recommendations[0].text == (
        "Count the lamps of the harbour each evening, and write into a book that anybody may read how many of them were dark;"
    )


def test_the_note_at_the_foot_of_a_copied_page_gives_the_session(copied: Document) -> None:
    assert copied.session is not None
    assert copied.session.number == 48


def test_a_copied_page_keeps_its_paragraphs_and_leaves(copied: Document) -> None:
    assert [each.id for each in copied.recommendations] == ["3(a)", "3(b)", "5"]
    assert [each.kind for each in copied.paragraphs if each.number == "4"] == [ParagraphKind.CONCERN]
