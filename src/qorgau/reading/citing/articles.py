"""Articles that a text cites: those of the committee's own treaty apart from national codes and other treaties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from qorgau.reading.citing import codes
from qorgau.reading.citing.clean import dashes
from qorgau.reading.citing.passage import Passage
from qorgau.reading.citing.treaties import Treaty, treaty_of
from qorgau.reading.source import Place


class Belongs(StrEnum):
    """To what kind of text an article belongs."""

    TREATY = "treaty"  # the treaty that the committee watches over
    OTHER_TREATY = "other_treaty"  # another treaty, a protocol, a declaration
    NATIONAL = "national"  # a code or law of the State
    UNKNOWN = "unknown"  # the text does not say


@dataclass(frozen=True, slots=True)
class ArticleCited:
    """One article: "4(2)" of an instrument, as named; `code` is the key of a national code that is known."""

    article: str
    belongs: Belongs
    instrument: str | None
    code: str | None
    place: Place
    start: int
    end: int


def of(passage: Passage, committee: str | None) -> tuple[str, ...]:
    """The articles of the committee's own treaty, each once, in order."""
    own = [one.article for one in found(passage, committee) if one.belongs is Belongs.TREATY]
    return tuple(dict.fromkeys(own))


def national(passage: Passage, committee: str | None = None) -> tuple[ArticleCited, ...]:
    """The articles of national codes and laws."""
    return tuple(one for one in found(passage, committee) if one.belongs is Belongs.NATIONAL)


_ARTICLE: Final = r"\b(?:articles?|arts?\.?|стать[а-я]{1,3}|статей|ст\.|бап\w*)"
_PART: Final = r"(?:\s?\([0-9a-z]{1,4}\))"
_ITEM: Final = (
    rf"(?:No\.?\s*)?(?:\d{{1,4}}(?:-\d{{1,2}}(?!\d))?(?:\s?(?:bis|ter|quater)\b)?|[IVX]{{1,5}}\b){_PART}*"
)
_JOIN: Final = r"(?:\s*,\s*(?:and\s+|и\s+)?|\s+(?:and|or|to|и|или|по)\s+|\s*-\s*|\s*&\s*)"
_LIST: Final = rf"{_ITEM}(?:{_JOIN}(?:{_ITEM}|{_PART}))*"
_CITED: Final = re.compile(
    rf"{_ARTICLE}\s*(?P<list>{_LIST})(?P<para>,?\s+(?:paragraphs?|paras?\.?|пункт[а-я]*|част[а-я]+)\s+(?P<paras>\d+(?:(?:{_JOIN})\d+)*),?)?",
    re.IGNORECASE,
)
_BEFORE_PART: Final = re.compile(
    r"(?:\b(?:paragraphs?|parts?|част[ьи]|пункт[а-я]*)\s+(\d{1,2})\s+(?:of\s+)?(?:статьи\s+)?)$",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(
    r"(?P<dash>-)|(?P<to>\b(?:to|по)\b)|(?P<item>\d{1,4}|\b[IVX]{1,5}\b)|(?P<latin>bis|ter|quater)|(?P<part>\([0-9a-z]{1,4}\))",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(
    r"[\s,;(]*(?:(?:and|or|и|или|as\s+well\s+as|а\s+также)\s*)?(?:read\s+)?(?:alone\s+)?(?:and\s+)?(?:(?:in\s+conjunction|together|jointly)\s+with\s*)?[\s,]*",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(r"[(\[]\s*(?:see\s+(?:also\s+)?|см\.?\s+)?$")
_LINE_START: Final = re.compile(r"(?:^|\n)\s*$")
_HEADING_GOES_ON: Final = re.compile(r"\s*(?:$|\n|[:.–—-]\s)")


@dataclass(frozen=True, slots=True)
class _Mention:
    """One "articles 2 and 16 of ..." by offsets, with its numbers."""

    start: int
    end: int
    items: tuple[tuple[str, int, int], ...]
    belongs: Belongs = Belongs.UNKNOWN
    instrument: str | None = None
    code: str | None = None


def found(passage: Passage, committee: str | None) -> tuple[ArticleCited, ...]:
    """Every article cited in a passage, in order, with what it belongs to."""
    treaty = treaty_of(committee)
    mentions = list(_mentions(passage.text))
    told: list[_Mention] = []
    for mention in mentions:
        told.append(_told(passage.text, mention, treaty, told))
    return tuple(
        ArticleCited(name, one.belongs, one.instrument, one.code, passage.part(start, end), start, end)
        for one in _shared(passage.text, told)
        for name, start, end in one.items
    )


def _mentions(text: str) -> Iterator[_Mention]:
    for match in _CITED.finditer(dashes(text)):
        items = list(_items(text, match.start("list"), match["list"]))
        paras = re.findall(r"\d+", match["paras"] or "") or _leading_part(text[: match.start()])
        if len(items) == 1 and paras and "(" not in items[0][0]:
            name, start, end = items[0]
            items = [(f"{name}({para})", start, end) for para in paras]
        yield _Mention(match.start(), match.end(), tuple(items))


def _leading_part(before: str) -> list[str]:
    match = _BEFORE_PART.search(before)
    return [match[1]] if match else []


def _items(text: str, offset: int, words: str) -> Iterator[tuple[str, int, int]]:
    """The articles of a list; a long dash, or numbers that go up, mean all between; "146-1" is one article."""
    last = ""
    path: list[str] = []
    begun = done = 0
    dash = False
    glued = ""
    pieces: list[tuple[str, int, int]] = []
    for token in _TOKEN.finditer(words):
        kind, value = token.lastgroup, token.group()
        if kind in ("dash", "to"):
            glued = text[offset + token.start() : offset + token.end()]
            dash = True
            continue
        if kind == "part":
            between = words[done : token.start()]
            fresh = bool(between.strip())
            if path:
                path = [*path[:1], value] if fresh else [*path, value]
                if fresh:
                    pieces.append(("".join(path), begun, token.end()))
                elif pieces:
                    pieces[-1] = ("".join(path), pieces[-1][1], token.end())
            done = token.end()
            dash = False
            continue
        if kind == "latin":
            if pieces:
                path = [f"{path[0]} {value.lower()}"]
                pieces[-1] = (path[0], pieces[-1][1], token.end())
            done = token.end()
            continue
        number = _arabic(value)
        if dash and last.isdigit() and number.isdigit():
            low, high = int(last), int(number)
            if low < high <= low + 60:
                pieces += [(str(one), token.start(), token.end()) for one in range(low + 1, high)]
            elif glued == "-" and high < low:
                path = [f"{last}-{number}"]
                pieces[-1] = (path[0], pieces[-1][1], token.end())
                dash, done = False, token.end()
                continue
        dash = False
        last, path, begun, done = number, [number], token.start(), token.end()
        pieces.append((number, token.start(), token.end()))
    for name, start, end in pieces:
        yield name, offset + start, offset + end


def _arabic(value: str) -> str:
    if value.isdigit():
        return value
    total = 0
    worth = {"I": 1, "V": 5, "X": 10}
    numbers = [worth[letter] for letter in value.upper()]
    for index, number in enumerate(numbers):
        total += -number if index + 1 < len(numbers) and number < numbers[index + 1] else number
    return str(total)


def _told(text: str, mention: _Mention, treaty: Treaty | None, earlier: list[_Mention]) -> _Mention:
    """What a mention belongs to: by the name after it, the name before it, or its form."""
    named = _named_after(text, mention.end) or _named_before(text, mention.start)
    if named is not None:
        return _of_name(mention, named, treaty, earlier)
    if treaty is not None and _is_own_form(text, mention) and treaty.could_be(mention.items):
        return replace(mention, belongs=Belongs.TREATY, instrument=treaty.name)
    return _like_before(mention, earlier)


_NAME_END: Final = r"(?:Codes?|Conventions?|Covenants?|Constitution|Act|Laws?|Protocols?|Statute|Rules|Regulations?|Charter|Declaration|Decree|Order|Ordinance|Treaty|Principles|Edict)"
_WORD: Final = r"(?:[A-Z][\w’'.()-]*|of|on|and|the|for|against|to|in|or|its|his|No\.?\s?[\w-]+|\d{4})"
_AFTER: Final = re.compile(
    rf"\s*,?\s*(?:of|in|from|under|to)\s+(?:the\s+)?(?P<name>(?:(?P<same>same|said|aforementioned|above-mentioned|that|this)\s+)?(?:{_WORD}\s+){{0,9}}?{_NAME_END}\b"
    rf"(?:\s+(?:of|on|for|against|relating|concerning)(?:\s+{_WORD}){{1,12}}(?<=\w))?)",
)
_SAME: Final = re.compile(
    r"\s*,?\s*of\s+(?:the\s+(?:same|said)|that|this)\s+(?P<what>law|code|act|decree|convention|covenant)",
    re.IGNORECASE,
)
_ABBREVIATED: Final = re.compile(
    r"\s*,?\s*(?:of\s+(?:the\s+)?)?(?P<name>CAT|UNCAT|ICCPR|ICESCR|CRC|CEDAW|CRPD|CERD|ICERD|OPCAT|ECHR|ICPPED|UDHR|CPC|CC|CrPC|PEC|CAO|УПК|УК|УИК|КоАП|ГК|ГПК|РК)\b"
)
_RUSSIAN: Final = re.compile(
    r"\s*,?\s*(?P<name>(?:(?:названн|данн|настоящ|указанн|эт|т|Международн|Факультативн|Республик|Уголовн|Гражданск|Конституционн|Семейн|Трудов|Административн)[\w-]*\s+)*"
    r"(?:Конвенци|Пакт|Протокол|Конституци|Закон|Указ|Кодекс|[\w-]+\s+кодекс|Устав|Деклараци|Правил)\w*(?:\s+(?:о|об|против|Республики)\s+[\w\s-]{3,60})?)",
    re.IGNORECASE,
)


def _named_after(text: str, at: int) -> str | None:
    known = re.compile(
        rf"\s*,?\s*(?:(?:of|in|under)\s+)?(?:the\s+|its\s+)?(?:\w+\s+)?(?P<name>{codes.any_name()})"
    )
    for pattern in (_SAME, known, _AFTER, _ABBREVIATED, _RUSSIAN):
        if match := pattern.match(text, at):
            return match.groupdict().get("name") or f"same {match['what']}"
    return None


def _named_before(text: str, at: int) -> str | None:
    """The name that stands before: "the Criminal Code (arts. 146 and 362)", "Convention, art. 2"."""
    before = re.search(
        rf"(?P<name>(?:{codes.any_name()})|(?:{_WORD}\s+){{0,6}}{_NAME_END})\s*[,(]\s*(?:in\s+its\s+|in\s+)?$",
        text[:at],
    )
    return before["name"] if before else None


def _of_name(mention: _Mention, name: str, treaty: Treaty | None, earlier: list[_Mention]) -> _Mention:
    if name.startswith("same "):
        return _as_the_last(mention, name, earlier, treaty)
    if treaty is not None and treaty.is_named(name):
        return replace(mention, belongs=Belongs.TREATY, instrument=treaty.name)
    key = codes.key_of(name)
    if key is not None:
        return replace(mention, belongs=Belongs.NATIONAL, instrument=name, code=key)
    if _INTERNATIONAL.search(name):
        return replace(mention, belongs=Belongs.OTHER_TREATY, instrument=name)
    return replace(mention, belongs=Belongs.NATIONAL, instrument=name)


_INTERNATIONAL: Final = re.compile(
    r"Convention|Covenant|Protocol|Charter\b|Declaration|Statute|Treaty|Rules|Principles|ICCPR|ICESCR|CRC|CEDAW|CRPD|CERD|CAT|OPCAT|ECHR|ICPPED|UDHR|[Кк]онвенци|[Пп]акт|[Пп]ротокол|[Дд]еклараци|[Пп]равил"
)


def _as_the_last(mention: _Mention, name: str, earlier: list[_Mention], treaty: Treaty | None) -> _Mention:
    wanted = Belongs.NATIONAL if re.search(r"law|code|act|decree", name) else None
    for one in reversed(earlier):
        if one.belongs is not Belongs.UNKNOWN and (wanted is None or one.belongs is wanted):
            return replace(mention, belongs=one.belongs, instrument=one.instrument, code=one.code)
    return replace(mention, belongs=wanted or Belongs.UNKNOWN, instrument=name)


def _is_own_form(text: str, mention: _Mention) -> bool:
    """Whether "(arts. 2 and 16)", or a heading "Article 1: ...", speaks of the committee's treaty."""
    if _OPENING.search(text[: mention.start]):
        return True
    return bool(_LINE_START.search(text[: mention.start]) and _HEADING_GOES_ON.match(text, mention.end))


def _like_before(mention: _Mention, earlier: list[_Mention]) -> _Mention:
    """An article named bare is the one of that number named before, if one was."""
    numbers = {name.partition("(")[0] for name, _, _ in mention.items}
    for one in reversed(earlier):
        if one.belongs is not Belongs.UNKNOWN and numbers & {
            name.partition("(")[0] for name, _, _ in one.items
        }:
            return replace(mention, belongs=one.belongs, instrument=one.instrument, code=one.code)
    return mention


def _shared(text: str, told: list[_Mention]) -> list[_Mention]:
    """In "article 14, read in conjunction with article 2, of the Convention" both are of the Convention."""
    done: list[_Mention] = []
    for index in range(len(told) - 1, -1, -1):
        one = told[index]
        after = done[-1] if done else None
        if (
            one.belongs is Belongs.UNKNOWN
            and after is not None
            and _TOGETHER.fullmatch(text[one.end : after.start])
        ):
            one = replace(one, belongs=after.belongs, instrument=after.instrument, code=after.code)
        done.append(one)
    return done[::-1]
