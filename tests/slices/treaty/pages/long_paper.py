"""A long synthetic document for the pages: parts with headings, paragraphs with and without leaves."""

from tests.core.reading.papers.paper import Block, Part
from tests.core.reading.papers.word import word_file

SYMBOL = "CAT/C/XSY/CO/9"
MASTHEAD = (
    "United Nations",
    SYMBOL,
    "Distr.: General",
    "9 June 2031",
    "Original: English",
    "Committee against Torture",
)
_CHAPTER = 90


def long_paper(paragraphs: int) -> bytes:
    """Concluding observations of so many paragraphs, in chapters of ninety; one word stands in paragraph 205 alone."""
    blocks = [
        Block(Part.TITLE, "Concluding observations on the ninth periodic report of Synthetia", bold=True)
    ]
    for number in range(1, paragraphs + 1):
        if number % _CHAPTER == 1:
            chapter = number // _CHAPTER
            blocks.append(
                Block(Part.HEADING, f"Invented chapter {chapter + 1}", f"{chr(65 + chapter)}.", bold=True)
            )
        blocks += _paragraph(number)
    return word_file(blocks, masthead=MASTHEAD)


def _paragraph(number: int) -> list[Block]:
    if number % 2:
        lamp = " A lantern stood there." if number == 205 else ""
        words = f"The Committee is concerned that {number + 200} cases of a made-up register were closed (art. 2).{lamp}"
        return [Block(Part.PARAGRAPH, words, f"{number}.")]
    words = (
        f"The State party should ensure that the invented clocks of region {number} are checked each month."
    )
    return [Block(Part.PARAGRAPH, words, f"{number}.", True)]
