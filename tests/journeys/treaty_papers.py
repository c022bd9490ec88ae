"""An issued report as somebody who got it sees it: the pages of its PDF, and the words of its Word file."""

from __future__ import annotations

import io
from dataclasses import dataclass

import docx
import pypdfium2
from lxml import etree
from PIL import Image


@dataclass(frozen=True)
class Pages:
    """The pages of a PDF: the words of each, and how much of each is ink."""

    words: tuple[str, ...]
    inked: tuple[float, ...]

    @property
    def text(self) -> str:
        """All words, with single blanks."""
        return " ".join(" ".join(self.words).split())


def pages_of(data: bytes) -> Pages:
    """Render every page to pixels, as a reader's screen does."""
    paper = pypdfium2.PdfDocument(data)
    try:
        words, inked = [], []
        for page in paper:
            words.append(page.get_textpage().get_text_range())
            inked.append(_ink(page.render(scale=1).to_pil()))
        return Pages(tuple(words), tuple(inked))
    finally:
        paper.close()


def _ink(picture: Image.Image) -> float:
    grey = picture.convert("L").histogram()
    return sum(grey[:128]) / sum(grey)


def word_text(data: bytes) -> str:
    """The paragraphs of a Word file, with single blanks."""
    return " ".join(" ".join(each.text for each in docx.Document(io.BytesIO(data)).paragraphs).split())


def word_footnotes(data: bytes) -> str:
    """The words of a Word file's footnotes, with single blanks."""
    package = docx.Document(io.BytesIO(data)).part.package
    parts = [each for each in package.iter_parts() if str(each.partname).endswith("/footnotes.xml")]
    return " ".join("".join("".join(etree.fromstring(part.blob).itertext()) for part in parts).split())
