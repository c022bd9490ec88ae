"""Names of nobody: built from invented roots, each of which carries a mark that no ordinary name has.

A list of all real names does not exist, so it cannot be asked whether a name is real. Instead every
root is made of a beginning, a mark and an end; the marks are clusters of letters that names of these
languages do without. A name that holds none of its style's marks was not made here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qorgau.demo.chance import Chance


class Style(StrEnum):
    """After which language a name is shaped."""

    KAZAKH = "kazakh"
    """Cyrillic, family names in -ов, patronymics in -ұлы and -қызы."""
    RUSSIAN = "russian"
    """Cyrillic, family names in -ин, patronymics in -ович and -овна."""
    UZBEK = "uzbek"
    """Latin, family names in -ov, patronymics in o'g'li and qizi."""
    UYGHUR = "uyghur"
    """Latin, the father's name as family name."""


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """The parts a style's names are made of. Endings stand as (of a man, of a woman)."""

    beginnings: tuple[str, ...]
    marks: tuple[str, ...]
    given: tuple[tuple[str, ...], tuple[str, ...]]
    family: tuple[str, ...]
    family_endings: tuple[str, str]
    patronymic_endings: tuple[str, str]


_CYRILLIC_MARKS = ("фм", "жф", "цф", "шж", "хф", "фж")
_LATIN_MARKS = ("fm", "jf", "shj", "xf", "fj")

GRAMMARS: Mapping[Style, Grammar] = {
    Style.KAZAKH: Grammar(
        beginnings=("Әл", "Тұ", "Қо", "Ме", "Са", "Ыр", "Дө", "Ба", "Нұ", "Ке", "Жа", "Өр"),
        marks=_CYRILLIC_MARKS,
        given=(("ан", "ір", "ет", "ол", "ық", "ын"), ("гүн", "ира", "әш", "ыма", "ел", "ай")),
        family=("ан", "ір", "ек", "ом", "ұр", "ат", "ыш", "ел"),
        family_endings=("ов", "ова"),
        patronymic_endings=("ұлы", "қызы"),
    ),
    Style.RUSSIAN: Grammar(
        beginnings=("Ол", "Ту", "Ко", "Ве", "Да", "Ир", "Ло", "Бу", "Ми", "Ра", "Зе", "Са"),
        marks=_CYRILLIC_MARKS,
        given=(("ей", "ир", "он", "ей", "ал", "ун"), ("ина", "еля", "ия", "она", "ада", "уля")),
        family=("ар", "ел", "ош", "ун", "ат", "ем", "ик", "ог"),
        family_endings=("ин", "ина"),
        patronymic_endings=("ович", "овна"),
    ),
    Style.UZBEK: Grammar(
        beginnings=("O", "Tu", "Ko", "Me", "Sa", "Il", "Do", "Ba", "Nu", "Qa"),
        marks=_LATIN_MARKS,
        given=(("ur", "on", "ir", "al", "et"), ("ona", "iya", "era", "ula", "esh")),
        family=("an", "ir", "ol", "em", "ut", "ash"),
        family_endings=("ov", "ova"),
        patronymic_endings=(" o‘g‘li", " qizi"),
    ),
    Style.UYGHUR: Grammar(
        beginnings=("E", "Tö", "Qu", "Me", "Sa", "Il", "Dü", "Ba", "Nö", "Ka"),
        marks=_LATIN_MARKS,
        given=(("ün", "at", "ir", "al", "ej"), ("anem", "iye", "ire", "ula", "esh")),
        family=("an", "ir", "ol", "em", "üt", "ash"),
        family_endings=("", ""),
        patronymic_endings=("", ""),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Name:
    """One invented person's name; patronymic "" where the style has none."""

    family: str
    given: str
    patronymic: str

    @property
    def in_full(self) -> str:
        """Family name first, as registers write it."""
        return " ".join(part for part in (self.family, self.given, self.patronymic) if part)


def invented_name(chance: Chance, style: Style, *, woman: bool) -> Name:
    """A name in this style."""
    grammar = GRAMMARS[style]
    family = _root(chance, grammar, grammar.family)
    return Name(
        family=family + grammar.family_endings[woman],
        given=_root(chance, grammar, grammar.given[woman]),
        patronymic=_patronymic(chance, grammar, woman=woman),
    )


def marks_of(style: Style) -> tuple[str, ...]:
    """The clusters of letters of which every name of this style holds one in each of its words."""
    return GRAMMARS[style].marks


def _patronymic(chance: Chance, grammar: Grammar, *, woman: bool) -> str:
    ending = grammar.patronymic_endings[woman]
    return _root(chance, grammar, grammar.given[0]).rstrip("й") + ending if ending else ""


def _root(chance: Chance, grammar: Grammar, ends: tuple[str, ...]) -> str:
    return chance.one_of(grammar.beginnings) + chance.one_of(grammar.marks) + chance.one_of(ends)
