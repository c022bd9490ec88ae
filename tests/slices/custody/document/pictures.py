"""What a reader sees of a PDF: its text, its fonts, its codes."""

import unicodedata
from pathlib import Path

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


def save(pdf: bytes, path: Path) -> Path:
    path.write_bytes(pdf)
    return path
