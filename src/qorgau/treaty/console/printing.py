"""Lines that fit a terminal of eighty columns and hold no sign that a terminal obeys."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date

from qorgau.lawbook import Language
from qorgau.wording import say, say_day

WIDTH = 80
_SHORT = 150


def clean(text: str) -> str:
    """One line of a stranger's text: what a terminal could take for an order is shown as a question mark."""
    joined = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in joined)


def wrapped(first: str, text: str, *, rest: str = "    ") -> Iterator[str]:
    """A text after a beginning of its own, its further lines indented."""
    found = textwrap.wrap(
        clean(text), WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    yield from found or [first.rstrip()]


def shortened(text: str, *, whole: bool, most: int = _SHORT) -> str:
    """The text, or its beginning."""
    said = clean(text)
    return said if whole or len(said) <= most else said[:most].rsplit(" ", 1)[0] + " …"


def label(name: str, language: Language, text: str, *, width: int = 16) -> Iterator[str]:
    """A name of the column, and what stands there; nothing where there is nothing."""
    if text:
        yield from wrapped(f"  {say(f'treaty.cli_{name}', language):<{width}}", text, rest=" " * (width + 2))


def title(name: str, language: Language, count: int) -> Iterator[str]:
    """A blank line, and the title of a part with how many there are."""
    yield ""
    yield f"{say(f'treaty.cli_{name}', language)}: {count}"


def day(on: date | None, language: Language) -> str:
    """A day in words, or that there is none."""
    return say_day(on, language) if on else say("treaty.cli_no_day", language)


def number(value: float) -> str:
    """3,880 as 3 880: a thin gap is read alike in the three languages."""
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", " ")
