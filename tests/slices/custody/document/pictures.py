"""What a reader sees of a PDF: its text, its fonts, its codes."""

import unicodedata

import pypdfium2
import zxingcpp


def pages_of(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def text_of(pdf: bytes) -> str:
    """The text of all pages with spaces and line ends made one."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (document[index].get_textpage().get_text_range() for index in range(len(document)))
    return unicodedata.normalize("NFC", " ".join(" ".join(pages).replace("\u00ad", "").split()))


def codes_in(pdf: bytes) -> list[str]:
    """The texts of the QR codes of all pages, in reading order."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for index in range(len(document)):
        picture = document[index].render(scale=4).to_pil()
        read = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
        found += sorted((index, each.position.top_left.x, each.text) for each in read)
    return [text for _, _, text in found]


def letters_outside(pdf: bytes) -> int:
    """How many letters stand, in whole or in part, beyond the edge of their page."""
    return sum(_outside(page) for page in pypdfium2.PdfDocument(pdf))


def _outside(page: pypdfium2.PdfPage) -> int:
    text, (width, height) = page.get_textpage(), page.get_size()
    boxes = (text.get_charbox(index) for index in range(text.count_chars()))
    return sum(left < 0 or bottom < 0 or right > width or top > height for left, bottom, right, top in boxes)
