"""The Committee's own text, where it is at hand: it takes the place of our paraphrase on the same forty-seven objects."""

from pathlib import Path

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import CATALOGUE, PEOPLE, at, catalogued, leaf

from qorgau.treaty import actions, queries

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "samples" / "documents" / "CAT_C_KAZ_CO_4.txt"


def test_the_document_and_the_catalogue_speak_of_the_same_forty_seven_recommendations(store: Store) -> None:
    if not SAMPLE.is_file():
        pytest.skip(f"{SAMPLE.name} is not at hand")
    catalogued()
    before = queries.board(None, queries.Asked(size=500), as_of=at("2024-01-15"))
    document = actions.take_document(
        PEOPLE.secretary, SAMPLE.read_bytes(), name=SAMPLE.name, now=at("2024-01-10")
    ).made
    actions.accept_document(PEOPLE.secretary, document, now=at("2024-01-10", 11))
    after = queries.board(None, queries.Asked(size=500), as_of=at("2024-01-15"))
    assert {line.id for line in after.lines} == {line.id for line in before.lines}
    assert {line.leaf: line.due for line in after.lines} == {line.leaf: line.due for line in before.lines}
    assert not any(line.paraphrased for line in after.lines)
    shown = queries.recommendation(None, leaf("14(a)"), as_of=at("2024-01-15"))
    assert shown.paraphrases == {"ru", "kk"}
    assert shown.document is not None
    assert shown.document.symbol == CATALOGUE
