"""The card of rights: numbered plain sentences in eight languages, each with the law it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qorgau.custody.document.typesetting import typeset
from qorgau.lawbook import Language
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml

CARD = Path("kz") / "rights_card.yaml"

Said = Mapping[str, str]
"""One text in every language of the card, by the language's key."""

_TEXTS = ("title", "intro", "given", "signature", "not_reviewed")


@dataclass(frozen=True, kw_only=True)
class CardLanguage:
    """A language, in one script, in which the card stands.

    key: as in addresses; name: as its speakers write it; tag: BCP 47; direction: ltr or rtl;
    called: as the staff calls it; signed_off: which lawyer, native in it, has read the text; `pending`
    for nobody.
    """

    key: str
    name: str
    tag: str
    direction: str
    called: Text
    signed_off: str

    @property
    def is_reviewed(self) -> bool:
        """Whether a lawyer who is a native speaker has read the text."""
        return self.signed_off != "pending"


@dataclass(frozen=True, kw_only=True)
class Right:
    """One numbered line of the card, the safeguards that watch over it, and the sources it rests on."""

    key: str
    number: int
    title: Said
    says: Said
    safeguards: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RightsCard:
    """The whole card."""

    languages: Mapping[str, CardLanguage]
    texts: Mapping[str, Said]
    rights: tuple[Right, ...]

    def text(self, part: str, language: CardLanguage) -> str:
        """The title, or another sentence beside the rights, in that language."""
        return self.texts[part][language.key]


def print_card(language: CardLanguage, *, dated: int, card: RightsCard | None = None) -> bytes:
    """The card in one language as a PDF of one page; dated: the instant the file is dated by."""
    card = card or rights_card()
    made = typeset("rights_card", _words(card, language), dated=dated)
    # The press takes all Uyghur for right-to-left; what is written in Cyrillic is turned back, byte for byte.
    return made if language.direction == "rtl" else made.replace(b"/Direction/R2L", b"/Direction/L2R")


def _words(card: RightsCard, language: CardLanguage) -> dict[str, object]:
    primary, _, rest = language.tag.partition("-")
    return {
        "language": primary,
        "script": {"Arab": "arab", "Hans": "hans", "Cyrl": "cyrl", "Latn": "latn"}.get(rest, ""),
        "direction": language.direction,
        "name": language.name,
        "called": [language.called[each] for each in Language if language.called[each] != language.name],
        **{part: card.text(part, language) for part in _TEXTS},
        "reviewed": language.is_reviewed,
        "rights": [
            {
                "title": right.title[language.key],
                "says": right.says[language.key],
                "sources": "; ".join(right.sources),
            }
            for right in card.rights
        ],
    }


@lru_cache(maxsize=4)
def rights_card(path: Path | None = None) -> RightsCard:
    """Read the card; a sentence missing in one language is an error that names its line."""
    root = read_yaml(path or law_folder() / CARD).mapping(frozenset({"languages", "lines", *_TEXTS}))
    languages = {key: _language(key, node) for key, node in root["languages"].mapping().items()}
    lines = root["lines"].mapping().items()
    return RightsCard(
        languages=languages,
        texts={part: _said(root[part], languages) for part in _TEXTS},
        rights=tuple(_right(key, number, node, languages) for number, (key, node) in enumerate(lines, 1)),
    )


def _language(key: str, node: Node) -> CardLanguage:
    found = node.mapping(frozenset({"name", "tag", "direction", "called", "signed_off"}))
    return CardLanguage(
        key=key,
        name=found["name"].text(),
        tag=found["tag"].text(),
        direction=found["direction"].one_of(["ltr", "rtl"]),
        called=read_text(found["called"]),
        signed_off=found["signed_off"].text(),
    )


def _right(key: str, number: int, node: Node, languages: Mapping[str, CardLanguage]) -> Right:
    found = node.mapping(frozenset({"safeguards", "sources", "title", "says"}))
    return Right(
        key=key,
        number=number,
        title=_said(found["title"], languages),
        says=_said(found["says"], languages),
        safeguards=found["safeguards"].texts(),
        sources=found["sources"].texts(),
    )


def _said(node: Node, languages: Mapping[str, CardLanguage]) -> Said:
    said = {key: each.text() for key, each in node.mapping(frozenset(languages)).items()}
    if missing := [key for key in languages if not said.get(key)]:
        raise node.fail(f"the card says this in no {', '.join(missing)}. Write it in every language.")
    return said
