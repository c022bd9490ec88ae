"""Reads the words for recommendations strictly from `law/PACK/vocabulary/treaty/*.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from qorgau.lawbook.book import law_folder
from qorgau.lawbook.fields import full_text, need
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import LawFileError, Node, read_yaml
from qorgau.lawbook.treaty_vocabulary import (
    BodyCues,
    Code,
    Cue,
    Indicator,
    People,
    Strength,
    Subject,
    Target,
    Term,
    Theme,
    TreatyVocabulary,
)
from qorgau.lawbook.words import Confirmed, Language

T = TypeVar("T")
LEVELS = ("structural", "process", "outcome")
ATTRIBUTES = ("physical_integrity", "conditions", "use_of_force", "community_violence")
HEAVIEST = 5
# Each list with its own file; any other file in the folder is an error.
FILES = frozenset(
    "subjects people sdg_targets measures action_strength uhri_themes indicators bodies terms formulas".split()
)
_CODE = frozenset({"title", "cues", "confirmed"})


@lru_cache(maxsize=8)
def load_treaty_vocabulary(
    packs: tuple[str, ...] = ("international", "kz"), *, folder: Path | None = None
) -> TreatyVocabulary:
    """The words of the packs put together; raises LawFileError with file and line."""
    root = folder or law_folder()
    lists: dict[str, dict[str, Node]] = {name: {} for name in FILES}
    for pack in packs:
        for path in sorted((root / pack / "vocabulary" / "treaty").glob("*.yaml")):
            _take_file(path, path.relative_to(root.parent).as_posix(), lists)
    formulas = lists["formulas"]
    return TreatyVocabulary(
        subjects=_each(lists["subjects"], _subject),
        people=_each(lists["people"], _people),
        sdg_targets=_each(lists["sdg_targets"], _target),
        measures=_each(lists["measures"], _measure),
        strengths=_each(lists["action_strength"], _strength),
        themes=_each(lists["uhri_themes"], _theme),
        indicators=_each(lists["indicators"], _indicator),
        bodies=_each(lists["bodies"], _body),
        terms=_each(lists["terms"], _term),
        formulas=_formulas(formulas.get("formulas")),
        plain_words=_words(formulas.get("plain_words")),
        negations=_words(formulas.get("negations")),
    )


def _take_file(path: Path, shown: str, lists: dict[str, dict[str, Node]]) -> None:
    if path.stem not in FILES:
        raise LawFileError(f"{shown}: no such list. Known: {', '.join(sorted(FILES))}.")
    known = lists[path.stem]
    for name, node in read_yaml(path, name=shown).mapping().items():
        if name in known:
            raise node.fail(f"`{name}` stands already (first at {known[name].place}).")
        known[name] = node


def _each(nodes: Mapping[str, Node], read: Callable[[str, Node], T]) -> dict[str, T]:
    return {name: read(name, node) for name, node in nodes.items()}


def _subject(id: str, node: Node) -> Subject:
    keys = node.mapping(_CODE | {"broader", "themes", "indicators", "sdg", "people", "articles"})
    return Subject(
        id,
        _title(keys, node),
        _cues(keys.get("cues")),
        _confirmed(keys),
        broader=keys["broader"].text() if "broader" in keys else "",
        themes=_texts(keys, "themes"),
        indicators=_texts(keys, "indicators"),
        sdg=_texts(keys, "sdg"),
        people=_texts(keys, "people"),
        articles=_texts(keys, "articles"),
    )


def _people(id: str, node: Node) -> People:
    keys = node.mapping(_CODE | {"name"})
    name = keys["name"].text() if "name" in keys else ""
    return People(id, _title(keys, node), _cues(keys.get("cues")), _confirmed(keys), name=name)


def _theme(id: str, node: Node) -> Theme:
    keys = node.mapping(frozenset({"name", "confirmed"}))
    name = _need(keys, node, "name").text()
    return Theme(id, {Language.EN: name}, (), _confirmed(keys), name=name)


def _target(id: str, node: Node) -> Target:
    keys = node.mapping(_CODE)
    goal, point, part = id.partition(".")
    if not (point and part and goal.isdigit() and 1 <= int(goal) <= 17):
        raise node.fail(f'`{id}` is no target. Write it in quotes, as in `"16.3"`.')
    return Target(id, _title(keys, node), _cues(keys.get("cues")), _confirmed(keys), goal=int(goal))


def _measure(id: str, node: Node) -> Code:
    keys = node.mapping(_CODE)
    return Code(id, _title(keys, node), _cues(keys.get("cues")), _confirmed(keys))


def _strength(id: str, node: Node) -> Strength:
    keys = node.mapping(_CODE | {"rank", "explain"})
    rank = _need(keys, node, "rank")
    return Strength(
        id,
        _title(keys, node),
        _cues(keys.get("cues")),
        _confirmed(keys),
        rank=int(rank.one_of(["1", "2", "3", "4", "5"])),
        explain=_whole(_need(keys, node, "explain")),
    )


def _indicator(id: str, node: Node) -> Indicator:
    keys = node.mapping(frozenset({"title", "confirmed", "attributes", "level", "source"}))
    return Indicator(
        id,
        _title(keys, node),
        (),
        _confirmed(keys),
        attributes=tuple(item.one_of(ATTRIBUTES) for item in _need(keys, node, "attributes").items()),
        level=_need(keys, node, "level").one_of(LEVELS),
        source=_need(keys, node, "source").text(),
    )


def _body(id: str, node: Node) -> BodyCues:
    keys = node.mapping(frozenset({"cues", "subjects"}))
    return BodyCues(id, {}, _cues(_need(keys, node, "cues")), subjects=_texts(keys, "subjects"))


def _term(id: str, node: Node) -> Term:
    keys = node.mapping(frozenset({"title", *(language.value for language in Language)}))
    title = full_text(need(node, keys, "title"))
    forms = {Language(name): forms.texts() for name, forms in keys.items() if name != "title"}
    for language in Language:
        if not forms.get(language):
            raise node.fail(f"the term `{id}` has no form in {language.value}.")
    return Term(id, title, forms)


def _formulas(node: Node | None) -> tuple[Cue, ...]:
    listed = {} if node is None else node.mapping(frozenset(language.value for language in Language))
    return tuple(Cue(words, Language(name), 1) for name, forms in listed.items() for words in forms.texts())


def _words(node: Node | None) -> dict[Language, frozenset[str]]:
    listed = {} if node is None else node.mapping(frozenset(language.value for language in Language))
    return {Language(name): frozenset(words.text().split()) for name, words in listed.items()}


def _cues(node: Node | None) -> tuple[Cue, ...]:
    """Cues by language: `{en: {legal definition: 3}}`."""
    if node is None:
        return ()
    by_language = node.mapping(frozenset(language.value for language in Language))
    return tuple(
        Cue(words, Language(name), _weight(words, weight))
        for name, listed in by_language.items()
        for words, weight in listed.mapping().items()
    )


def _weight(words: str, node: Node) -> int:
    text = node.text()
    number = text.removeprefix("-")
    if not number.isdigit() or not 1 <= int(number) <= HEAVIEST:
        raise node.fail(
            f"`{words}` weighs `{text}`: write a whole number from 1 to 5, or below zero to speak against."
        )
    if not words.replace("...", "").strip(" =*"):
        raise node.fail("a cue needs a word.")
    return int(text)


def _title(keys: Mapping[str, Node], node: Node) -> Text:
    return _whole(_need(keys, node, "title"))


def _whole(node: Node) -> Text:
    text = read_text(node)
    if missing := [language.value for language in Language if not text.get(language)]:
        raise node.fail(f"missing in {', '.join(missing)}.")
    return text


def _confirmed(keys: Mapping[str, Node]) -> Confirmed:
    if "confirmed" not in keys:
        return Confirmed.MEMORY
    return Confirmed(keys["confirmed"].one_of([word.value for word in Confirmed]))


def _need(keys: Mapping[str, Node], node: Node, key: str) -> Node:
    if key not in keys:
        raise node.fail(f"`{key}` is missing.")
    return keys[key]


def _texts(keys: Mapping[str, Node], key: str) -> tuple[str, ...]:
    return keys[key].texts() if key in keys else ()
