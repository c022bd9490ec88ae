"""Pages that are pictures are said to be unread; a file that is nearly all such is refused, whatever stamp it bears."""

from __future__ import annotations

import pytest
from tests.core.reading.papers.tables import set_by

from qorgau.reading.formats import open_source
from qorgau.reading.source import Mended, Source, SourceError

_PIXELS = '#let picture(w, h) = image(bytes((90, 120, 90, 200)), width: w, height: h, format: (encoding: "luma8", width: 2, height: 2))\n'
_TEXT = (
    "The lamps of the northern house were dark, and nobody came to light them again for a long while. " * 4
)


def opened(*pages: str, flipped: bool = False) -> Source:
    size = f"width: 150mm, height: 200mm, margin: 20mm, flipped: {str(flipped).lower()}"
    setting = f'#set page({size})\n#set text(font: "Libertinus Serif", size: 10pt)\n'
    return open_source(
        set_by(setting + _PIXELS + "#pagebreak()\n".join(f"{each}\n" for each in pages)), name="scan.pdf"
    )


def scan(stamp: str) -> str:
    return f"#place(picture(110mm, 150mm))\n#place(bottom + right)[{stamp}]\n"


def test_a_scan_that_bears_a_stamp_and_page_numbers_is_refused() -> None:
    with pytest.raises(SourceError, match=r"12 pages, and 11 of them .*\(1–9, 11–12\)"):
        opened(*(scan(f"Received 12 May 2034, page {at}") if at != 10 else _TEXT for at in range(1, 13)))


@pytest.mark.parametrize("flipped", [False, True])
def test_pages_that_are_pictures_among_pages_of_text_are_named(flipped: bool) -> None:
    size = "picture(160mm, 110mm)" if flipped else "picture(110mm, 150mm)"
    picture = f"#place({size})\n#place(bottom)[Annex]\n"
    source = opened(_TEXT, picture, f"Next: {_TEXT}", picture, picture, flipped=flipped)
    told = [repair.before for repair in source.repairs if repair.what is Mended.PICTURE_PAGES]
    assert told == ["2, 4–5 (3/5)"]


def test_a_picture_beside_text_and_a_scan_with_its_text_behind_it_are_read_as_text() -> None:
    behind = f"#place(picture(110mm, 150mm))\n{_TEXT}"
    source = opened("#picture(40mm, 40mm)\nShort.\n", behind, _TEXT)
    assert not [repair for repair in source.repairs if repair.what is Mended.PICTURE_PAGES]
