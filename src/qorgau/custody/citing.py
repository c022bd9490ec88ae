"""A source of law as a Russian or Kazakh lawyer cites it: `CPC art. 131 (1)` is `УПК, ст. 131 (1)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qorgau.lawbook import Language
from qorgau.lawbook.strict_yaml import Node, read_yaml

TABLE = Path(__file__).with_name("citations.yaml")
_SYMBOL = re.compile(
    r"[A-Z]+/[^\s,]+"
)  # of a document of the United Nations; an address of a site begins otherwise
_NUMBER = re.compile(r"(\d[\d.-]*)")
_AND = {Language.RU: " и ", Language.KK: " және "}


@dataclass(frozen=True, kw_only=True)
class _Unit:
    """What is cited of a text: an article, a paragraph; and how several of them are called."""

    one: Mapping[Language, str]
    many: Mapping[Language, str]


@lru_cache(maxsize=2048)
def cited(source: str, language: Language) -> str:
    """The citation in that language; whatever of it the table does not know stands as it was."""
    if language is Language.EN:
        return source
    names, units, phrases = _table()
    name = next((each for each in names if source == each or source.startswith((f"{each} ", f"{each},"))), "")
    found = None if name else _SYMBOL.match(source)
    symbol = found[0] if found else ""
    if not name and not symbol:
        return source
    rest = source.removeprefix(name or symbol).lstrip(", ")
    told = names[name][language] if name else symbol
    for phrase, said in phrases.items():
        if rest.endswith(phrase):
            before = _part(rest.removesuffix(phrase).strip(" ,"), units, language)
            return " ".join(
                part for part in (f"{told}, {before}" if before else told, said[language]) if part
            )
    part = _part(rest, units, language)
    if not part or part.startswith("("):
        return f"{told} {part}".strip()
    return f"{told}, {part}"


def _part(rest: str, units: Mapping[str, _Unit], language: Language) -> str:
    word, _, number = rest.partition(" ")
    unit = units.get(word)
    if unit is None:
        return rest
    several = (word.endswith("s.") and word != "s.") or word.endswith("s")
    called = (unit.many if several else unit.one)[language]
    number = number.replace(" and ", _AND[language])
    if language is Language.RU:
        return f"{called} {number}"
    # 131 (1): the Kazakh word belongs to the number of the article, not to that of its part.
    return f"{number}-{called}" if several else _NUMBER.sub(rf"\1-{called}", number, count=1)


@lru_cache(maxsize=1)
def _table() -> tuple[
    Mapping[str, Mapping[Language, str]], Mapping[str, _Unit], Mapping[str, Mapping[Language, str]]
]:
    root = read_yaml(TABLE).mapping(frozenset({"names", "units", "phrases"}))
    names = {name: _both(node) for name, node in root["names"].mapping().items()}
    units = {
        word.text(): _Unit(one=_both(keys["one"]), many=_both(keys["many"]))
        for node in root["units"].mapping().values()
        for keys in (node.mapping(),)
        for word in keys["words"].items()
    }
    longest_first = dict(sorted(names.items(), key=lambda each: -len(each[0])))
    return longest_first, units, {key: _both(node) for key, node in root["phrases"].mapping().items()}


def _both(node: Node) -> Mapping[Language, str]:
    keys = node.mapping(frozenset({"ru", "kk"}))
    return {Language.RU: keys["ru"].text(), Language.KK: keys["kk"].text()}
