"""Articles that a text cites: those of the committee's own treaty apart from national codes and other treaties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from qorgau.reading.citing import article_lists, codes
from qorgau.reading.citing.article_lists import Item
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


_TOGETHER: Final = re.compile(
    r"[\s,;(]*(?:(?:and|or|и|или|as\s+well\s+as|а\s+также)\s*)?(?:read\s+)?(?:alone\s+)?(?:and\s+)?(?:(?:in\s+conjunction|together|jointly)\s+with\s*)?[\s,]*",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(r"[(\[]\s*(?:see\s+(?:also\s+)?|см\.?\s+)?$")
_BEFORE: Final = 40  # so far back a bracket opens around what is named
_LAST_WORD: Final = re.compile(r"\)[\s.;]*\Z")
_HEADING_GOES_ON: Final = re.compile(r"\s*(?:$|\n|[:.–—-]\s)")


@dataclass(frozen=True, slots=True)
class _Mention:
    """One "articles 2 and 16 of ..." by offsets, with its numbers."""

    start: int
    end: int
    items: tuple[Item, ...]
    belongs: Belongs = Belongs.UNKNOWN
    instrument: str | None = None
    code: str | None = None


def found(passage: Passage, committee: str | None) -> tuple[ArticleCited, ...]:
    """Every article cited in a passage, in order, with what it belongs to."""
    treaty = treaty_of(committee)
    told: list[_Mention] = []
    known = _Known()
    for listed in article_lists.find(passage.text):
        mention = _Mention(listed.start, listed.end, listed.items)
        told.append(known.add(_told(passage.text, mention, treaty, known)))
    return tuple(
        ArticleCited(
            item.name,
            one.belongs,
            one.instrument,
            one.code,
            passage.part(item.start, item.end),
            item.start,
            item.end,
        )
        for one in _shared(passage.text, told)
        for item in one.items
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """Mentions of which it is told to what they belong: the last of each number and of each belonging, with its order."""

    by_number: dict[str, tuple[int, _Mention]] = field(default_factory=dict)
    by_belonging: dict[Belongs, tuple[int, _Mention]] = field(default_factory=dict)

    def add(self, mention: _Mention) -> _Mention:
        """Keeps a mention where it is told; the mention itself."""
        if mention.belongs is not Belongs.UNKNOWN:
            self.by_belonging[mention.belongs] = (mention.start, mention)
            self.by_number.update(dict.fromkeys(_numbers(mention), (mention.start, mention)))
        return mention

    def of_number(self, numbers: set[str]) -> _Mention | None:
        """The last that names one of these numbers."""
        return _last([self.by_number[each] for each in numbers & self.by_number.keys()])

    def last(self, belongs: Belongs | None) -> _Mention | None:
        """The last that belongs there, or anywhere."""
        return _last([one for what, one in self.by_belonging.items() if belongs in (what, None)])


def _last(found: list[tuple[int, _Mention]]) -> _Mention | None:
    return max(found, key=lambda one: one[0])[1] if found else None


def _told(text: str, mention: _Mention, treaty: Treaty | None, earlier: _Known) -> _Mention:
    """What a mention belongs to: by the name after it, the name before it, or its form."""
    own = (
        treaty is not None
        and _is_own_form(text, mention)
        and treaty.could_be([item.name for item in mention.items])
    )
    # "... in the Criminal Code (arts. 1 and 4)." at the very end names the treaty's articles that a concern rests on
    last = own and _LAST_WORD.match(text, mention.end) is not None
    named = _named_after(text, mention.end) or (None if last else _named_before(text, mention.start))
    if named is not None:
        return _of_name(mention, named, treaty, earlier)
    if own and treaty is not None:
        return replace(mention, belongs=Belongs.TREATY, instrument=treaty.name)
    return _like_before(mention, earlier)


_NAME_END: Final = r"(?:Codes?|Conventions?|Covenants?|Constitution|Act|Laws?|Protocols?|Statute|Rules|Regulations?|Charter|Declaration|Decree|Order|Ordinance|Treaty|Principles|Edict)"
_WORD: Final = r"(?:[A-Z][\w’'.()-]*|of|on|and|the|for|against|to|in|or|its|his|No\.?\s?[\w-]+|\d{4})"
_AFTER: Final = re.compile(
    rf"\s*,?\s*(?:of|in|from|under|to)\s+(?:the\s+)?(?P<name>(?:(?P<same>same|said|aforementioned|above-mentioned|that|this)\s+)?(?:{_WORD}\s+){{0,9}}?{_NAME_END}\b"
    rf"(?:\s+(?:of|on|for|against|relating|concerning)(?:\s+{_WORD}){{1,12}}(?<=\w))?)",
)
_NAME_LENGTH: Final = 160
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
    for pattern in (_SAME, _code_after(), _AFTER, _ABBREVIATED, _RUSSIAN):
        if match := pattern.match(text, at):
            return match.groupdict().get("name") or f"same {match['what']}"
    return None


def _named_before(text: str, at: int) -> str | None:
    """The name that stands before: "the Criminal Code (arts. 146 and 362)", "Convention, art. 2"."""
    before = _name_before().search(text[max(0, at - _NAME_LENGTH) : at])
    return before["name"] if before else None


@lru_cache(maxsize=1)
def _code_after() -> re.Pattern[str]:
    lead = r"\s*,?\s*(?:(?:of|in|under)\s+)?(?:the\s+|its\s+)?(?:\w+\s+)?"
    return re.compile(rf"{lead}(?P<name>{codes.any_name()})")


@lru_cache(maxsize=1)
def _name_before() -> re.Pattern[str]:
    name = rf"(?P<name>(?:{codes.any_name()})|(?:{_WORD}\s+){{0,6}}{_NAME_END})"
    return re.compile(rf"{name}\s*[,(]\s*(?:in\s+its\s+|in\s+)?$")


def _of_name(mention: _Mention, name: str, treaty: Treaty | None, earlier: _Known) -> _Mention:
    if name.startswith("same "):
        return _as_the_last(mention, name, earlier)
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


def _as_the_last(mention: _Mention, name: str, earlier: _Known) -> _Mention:
    wanted = Belongs.NATIONAL if re.search(r"law|code|act|decree", name) else None
    if one := earlier.last(wanted):
        return replace(mention, belongs=one.belongs, instrument=one.instrument, code=one.code)
    return replace(mention, belongs=wanted or Belongs.UNKNOWN, instrument=name)


def _is_own_form(text: str, mention: _Mention) -> bool:
    """Whether "(arts. 2 and 16)", or a heading "Article 1: ...", speaks of the committee's treaty."""
    if _OPENING.search(text[max(0, mention.start - _BEFORE) : mention.start]):
        return True
    begins = not text[text.rfind("\n", 0, mention.start) + 1 : mention.start].strip()
    return bool(begins and _HEADING_GOES_ON.match(text, mention.end))


def _like_before(mention: _Mention, earlier: _Known) -> _Mention:
    """An article named bare is the one of that number named before, if one was."""
    if one := earlier.of_number(_numbers(mention)):
        return replace(mention, belongs=one.belongs, instrument=one.instrument, code=one.code)
    return mention


def _numbers(mention: _Mention) -> set[str]:
    return {item.name.partition("(")[0] for item in mention.items}


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
