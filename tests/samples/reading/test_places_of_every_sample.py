"""Every element of every sample document stands where its place says, whoever read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import DocumentKind

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / ".." / "shared" / "samples" / "documents"
KINDS = {
    "CAT_C_KAZ_CO_4.txt": DocumentKind.CONCLUDING_OBSERVATIONS,
    "NGO_list_of_issues_2022.txt": DocumentKind.NGO_SUBMISSION,
    "UPR_A_HRC_14_10_2010.pdf": DocumentKind.UPR_REPORT,
}


@pytest.mark.parametrize("name", KINDS)
def test_places_point_at_the_words(name: str) -> None:
    path = SAMPLES / name
    if not path.is_file():
        pytest.skip(f"the samples folder beside the repository is missing: {name}")
    document = read_document(path.read_bytes(), name)
    assert document.kind is KINDS[name]
    text = document.source.text
    spans = [(each.place, each.text) for each in document.paragraphs]
    spans += [(each.place, each.text) for each in document.recommendations]
    spans += [(leaf.place, leaf.text) for each in document.paragraphs for leaf in each.leaves]
    assert spans
    assert all(text[place.start : place.end] == words for place, words in spans)
