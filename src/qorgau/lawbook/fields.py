"""Reading the parts that many law files share: needed keys, texts in all languages, days, yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from qorgau.lawbook.reading import read_date, read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node
from qorgau.lawbook.words import Confirmed, Language

Keys = Mapping[str, Node]


def need(node: Node, keys: Keys, key: str) -> Node:
    """The value of a key that must be there."""
    found = keys.get(key)
    if found is None:
        raise node.fail(f"`{key}` is missing.")
    return found


def full_text(node: Node) -> Text:
    """A text that is there in every language, or an error that names the missing ones."""
    text = read_text(node)
    missing = [language.value for language in Language if not text.get(language)]
    if missing:
        raise node.fail(f"the text is missing in {', '.join(missing)}.")
    return text


def optional_text(keys: Keys, key: str) -> Text:
    """A text in every language, or nothing."""
    return full_text(keys[key]) if key in keys else {}


def optional_word(keys: Keys, key: str) -> str:
    """A single value, or nothing."""
    return keys[key].text() if key in keys else ""


def optional_words(keys: Keys, key: str) -> tuple[str, ...]:
    """A list of single values, or none."""
    return keys[key].texts() if key in keys else ()


def optional_items(keys: Keys, key: str) -> tuple[Node, ...]:
    """The parts of a list, or none."""
    return keys[key].items() if key in keys else ()


def optional_date(keys: Keys, key: str) -> date | None:
    """A civil day, or none."""
    return read_date(keys[key]) if key in keys else None


def yes(keys: Keys, key: str, *, otherwise: bool = False) -> bool:
    """Whether a key says yes; it may say yes or no and nothing else."""
    return keys[key].one_of(("yes", "no")) == "yes" if key in keys else otherwise


def whole(node: Node) -> int:
    """A whole number of digits alone."""
    text = node.text()
    if not re.fullmatch(r"\d+", text):
        raise node.fail(f"`{text}` is no whole number. Write it without spaces or a unit.")
    return int(text)


def decimal(node: Node) -> float:
    """A number, with a point where it has a fraction."""
    text = node.text()
    if not re.fullmatch(r"\d+(\.\d+)?", text):
        raise node.fail(f"`{text}` is no number. Write digits, with a point for a fraction.")
    return float(text)


def read_confirmed(node: Node, keys: Keys) -> Confirmed:
    """How far a text was checked; it must be said."""
    return Confirmed(need(node, keys, "confirmed").one_of([word.value for word in Confirmed]))
