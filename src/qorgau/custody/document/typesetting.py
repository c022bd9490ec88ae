"""Words and a layout become a PDF: the same words give the same bytes, and no text is ever read as markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from qorgau.custody.document.letters import Letters, letters_of

LAYOUTS = Path(__file__).with_name("typst")
_ROOMS = Path(__file__).parents[2]
FONT_PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic", "manimgx_fonts_cjk")
"""Where the fonts come from: Latin and Cyrillic, Arabic, Chinese. All under the SIL Open Font License."""

_ARABIC, _CHINESE = "\u0600-\u06ff", "\u2e80-\u9fff\uff00-\uffef"
_UNBROKEN = re.compile(rf"[^\s{_ARABIC}{_CHINESE}]{{28}}(?=\S)|[{_ARABIC}]{{40}}(?=\S)")
"""So much without a space may be broken anywhere: off the edge of the paper it would be lost.

Longer than any word of the cards; Arabic letters change their shape at a break, Chinese ones need none.
"""

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
"""For archives and for screen readers; both refuse a letter that no font draws."""


class NoFonts(LookupError):  # noqa: N818 - read aloud: "no fonts"
    """A font package is not installed; the message names it."""


def typeset(
    layout: str, words: Mapping[str, Any], *, dated: int, drawings: Sequence[str] = (), folder: Path = LAYOUTS
) -> bytes:
    """The PDF of a layout, filled with words.

    words: texts, numbers, lists and mappings as the layout asks for them. They reach the layout as
    data, so that `#import` or `$x$` in a name is printed as it was typed. dated: the instant that the
    file gives as its own date (seconds since 1970, UTC). drawings: SVG of ours, never of a reader's.
    folder: where the layout lies; another slice's layout shares `/custody/document/typst/look.typ`.
    """
    legible = {**_legible(words, drawable()), "drawings": list(drawings)}
    made = typst.compile(
        folder / f"{layout}.typ",
        root=_ROOMS,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"words": json.dumps(legible, ensure_ascii=False, sort_keys=True)},
        pdf_standards=STANDARDS,
        timestamp=dated,
        format="pdf",
    )
    if not isinstance(made, bytes):
        raise TypeError(f"The layout {layout} gave no single PDF.")
    return made


@lru_cache(maxsize=1)
def drawable() -> Letters:
    """Every letter the installed fonts can draw."""
    return letters_of([font for folder in font_folders() for font in sorted(folder.rglob("*.tt[fc]"))])


def font_folders() -> tuple[Path, ...]:
    """The folders of the font packages; raises NoFonts."""
    return tuple(_folder(package) for package in FONT_PACKAGES)


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise NoFonts(
            f"The fonts of {package.replace('_', '-')} are not installed, so documents cannot be printed. "
            "Run `make` once more: it installs everything in requirements.txt."
        )
    return Path(found.submodule_search_locations[0])


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        # Libertinus Serif, which the typesetter brings along, is the face of reports to committees; others name their own.
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=list(font_folders()),
    )


def _legible(value: Any, letters: Letters) -> Any:
    if isinstance(value, str):
        return _UNBROKEN.sub("\\g<0>\u200b", letters.legible(value))
    if isinstance(value, Mapping):
        return {key: _legible(each, letters) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_legible(each, letters) for each in value]
    return value
