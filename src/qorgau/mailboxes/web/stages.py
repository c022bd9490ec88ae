"""The words a mailbox may have to say about a complaint: every kind of entry, every body, every stage of a procedure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from qorgau.lawbook import Language
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import read_yaml
from qorgau.places.queries import body_titles
from qorgau.wording import in_language
from qorgau.wording.templatetags.wording import active_language


def stages() -> list[tuple[str, str]]:
    """Each word with its title in the page's language. All of them, so that the page tells nothing of whose it is."""
    language = active_language()
    return sorted({**_titles(language), **_bodies(language)}.items())


def _bodies(language: Language) -> dict[str, str]:
    return {body: in_language(title, language) for body, title in body_titles().items()}


@lru_cache(maxsize=4)
def _titles(language: Language) -> dict[str, str]:
    return {word: in_language(title, language) for word, title in _kinds()}


def _kinds() -> Iterator[tuple[str, Text]]:
    for pack in sorted(law_folder().glob("*/vocabulary/kinds.yaml")):
        for kind, node in read_yaml(pack).mapping().items():
            title = node.mapping().get("title")
            if title is not None:
                yield kind, read_text(title)
