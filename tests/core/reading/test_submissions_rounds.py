"""Twenty-three further submissions, written for measuring before the reader saw them; now each is read without a mistake.

They came in six rounds (a-e, f-i, j-m, n-q, r-t, u-w); how the first reading of each round went is said in docs/explanation/reading.md.
"""

from __future__ import annotations

import html
import io
from pathlib import Path

import docx
import pytest

from qorgau.reading import submissions
from qorgau.reading.document import DocumentKind, Parts
from qorgau.reading.formats import open_source
from qorgau.reading.structure import header_of

PAPERS = sorted((Path(__file__).parent / "papers" / "rounds").glob("*.txt"))


def wanted(paper: Path) -> list[tuple[str, str]]:
    lines = paper.with_suffix(".wanted").read_text(encoding="utf-8").splitlines()
    return [(id_, words) for id_, _, words in (line.partition(" ") for line in lines)]


def found(parts: Parts, paper: Path) -> list[tuple[str, str]]:
    pairs = zip(sorted(parts.recommendations, key=lambda each: each.place.start), wanted(paper), strict=False)
    return [(each.id, each.text[: len(words)]) for each, (_, words) in pairs]


def as_word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def as_page(text: str) -> bytes:
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())
    return f"<!doctype html><html><body>{paragraphs}</body></html>".encode()


@pytest.mark.parametrize("form", ["txt", "docx", "html"])
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_every_demand_is_found_in_each_form_of_file(paper: Path, form: str) -> None:
    text = paper.read_text(encoding="utf-8")
    data = {"txt": str.encode, "docx": as_word, "html": as_page}[form](text)
    parts = submissions.read(open_source(data, name=f"{paper.stem}.{form}"))
    assert (found(parts, paper), len(parts.recommendations)) == (wanted(paper), len(wanted(paper)))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_each_is_told_for_a_submission(paper: Path) -> None:
    source = open_source(paper.read_bytes(), name=paper.name)
    assert header_of(source).kind is DocumentKind.NGO_SUBMISSION
