"""Items above leaves that demand something themselves, and leads that only say where or how. Written for the tests."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.structure.owning import stands_alone

LADDERS = """CAT/C/XSY/CO/3
Committee against Torture
Concluding observations on the third periodic report of Erewhon
B. Principal subjects of concern and recommendations
7. The Committee is concerned about ladders.
8. The State party should:
(a) Light the lamps before sunset;
(b) Set up a board that looks into each broken ladder, and in particular:
(i) Have it hear the keepers;
(ii) Print what it finds;
(c) Ensure that:
(i) Oil is bought in time;
(ii) Keys are counted.
"""


def test_an_item_above_leaves_that_demands_something_is_a_demand_before_its_first_leaf() -> None:
    found = {each.id: each for each in read_document(LADDERS.encode(), "a.txt").recommendations}
    assert list(found) == ["8(a)", "8(b)(i)", "8(b)(ii)", "8(c)(i)", "8(c)(ii)"]
    assert [(each.id, each.text) for each in found["8(b)(i)"].demands] == [
        ("8(b)/1", "Set up a board that looks into each broken ladder"),
        ("8(b)(i)/1", "Have it hear the keepers;"),
    ]
    assert found["8(b)(ii)"].demands == found["8(c)(i)"].demands == ()


def test_the_demand_of_an_item_stands_where_its_words_stand() -> None:
    document = read_document(LADDERS.encode(), "a.txt")
    above = next(each for each in document.recommendations if each.id == "8(b)(i)").demands[0]
    assert document.source.text[above.place.start : above.place.end] == above.text
    assert document.source.lines[above.place.line - 1].text.startswith("(b) Set up")


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("Count the keys of the town, inter alia by:", "Count the keys of the town"),
        ("Draw up a plan for ladders, with a budget, which should at least: (i)", "Draw up a plan for ladders, with a budget"),
        ("установить фонари на каждом углу, в том числе:", "установить фонари на каждом углу"),
        ("Mesurer chaque échelle du port, et en particulier :", "Mesurer chaque échelle du port"),
        ("Cuente las llaves de la ciudad, y para ello:", "Cuente las llaves de la ciudad"),
        ("Improve the lighting of harbours, in particular to:", "Improve the lighting of harbours"),
    ],
)  # fmt: skip
def test_a_few_words_lead_from_a_demand_to_its_items(words: str, alone: str) -> None:
    span = stands_alone(words, (0, len(words)))
    assert span is not None
    assert words[slice(*span)] == alone


@pytest.mark.parametrize(
    "words",
    [
        "Take steps to:",
        "Ensure, in law and in practice, that:",
        "Take measures, without any delay, to:",
        "In prisons for women and girls, provide:",
        "With regard to lamps of the harbour, ensure:",
        "В отношении фонарей старого порта, обеспечить:",
        "Pour les personnes privées de liberté, prévoir :",
        "Respecto de las personas presas, garantice:",
        "Oil lamps, ladders and the keys that the keepers of the harbour have lost:",
        "Count the keys, the lamps, the ladders and the oil",
    ],
)
def test_what_only_says_where_or_has_not_ended_demands_nothing_itself(words: str) -> None:
    assert stands_alone(words, (0, len(words))) is None
