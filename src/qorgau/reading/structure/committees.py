"""Which committee a document is of, or is addressed to: by its name, its short name or its treaty, in five languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAMES = (
    ("SPT", r"Sub-?committee on Prevention|\bSPT\b|Подкомитет\w* по предупреждению|Sous-Comité pour la prévention|Subcomité para la Prevención|Азаптау\w*\s(?:\w+\s)*алдын алу\w*\s(?:жөніндегі\s)?(?:кіші|шағын)"),
    ("CEDAW", r"(?:Committee on (?:the )?)?Elimination of (?:All Forms of )?Discrimination [Aa]gainst Women|(?:Комитет\w* по )?ликвидации (?:всех форм )?дискриминации в отношении женщин|discrimination à l[’']égard des femmes|Discriminación contra la Mujer|Әйелдерге қатысты кемсіту\w*(?: барлық нысандарын\w*)?(?: жою)?(?: жөніндегі комитет\w*)?"),
    ("CERD", r"(?:Committee on (?:the )?)?Elimination of (?:All Forms of )?Racial Discrimination|(?:Комитет\w* по )?ликвидации (?:всех форм )?расовой дискриминации|discrimination raciale|Discriminación Racial|Нәсілдік кемсіту\w*(?: барлық нысандарын\w*)?(?: жою)?(?: жөніндегі комитет\w*)?"),
    ("CESCR", r"Committee on Economic,? Social,? and Cultural Rights|Комитет\w* по экономическим|droits économiques|Derechos Económicos|Экономикалық,? әлеуметтік және мәдени құқықтар (?:жөніндегі |туралы )?комитет\w*"),
    ("CRPD", r"Committee on the Rights of (?:Persons|People) with Disabilities|Комитет\w* по правам (?:инвалидов|лиц с инвалидностью)|droits des personnes handicapées|Personas con Discapacidad|Мүгедект\w+(?: бар)?(?: адамдар\w*)? құқықтары (?:жөніндегі |туралы )?комитет\w*"),
    ("CMW", r"Migrant Workers and Members of Their Families|Committee on Migrant Workers|трудящихся-мигрантов|travailleurs migrants|trabajadores migratorios|Еңбекші[- ]мигранттар\w*"),
    ("CED", r"Committee (?:on|against) Enforced Disappearances?|Комитет\w* по насильственным исчезновениям|Comité (?:des|contre les) disparitions forcées|Desapariciones Forzadas|Desaparición Forzada|Күш\w+ (?:жоғал\w+|жоқ болу) (?:кету )?(?:жөніндегі |туралы )?комитет\w*"),
    ("CRC", r"Committee on the Rights of the Child|Комитет\w* по правам реб[её]нка|droits de l[’']enfant|Derechos del Niño|Бала(?:ның)? құқықтары (?:жөніндегі |туралы )?комитет\w*"),
    ("CAT", r"Committee [Aa]gainst Torture|Комитет\w* (?:ООН )?против пыток|Comité contre la torture|Comité contra la Tortura|Азаптау\w*ға қарсы (?:БҰҰ )?комитет\w*"),
    ("CCPR", r"Human Rights Committee|Комитет\w* (?:ООН )?по правам человека|Comité des droits de l[’']homme|Comité de Derechos Humanos|Адам құқықтары (?:жөніндегі )?комитет\w*"),
)  # fmt: skip
# What a title calls a committee or its treaty by; in running text such words may speak of anything.
_SHORT = (
    ("CEDAW", r"(?-i:CEDAW|КЛДЖ)"),
    ("CERD", r"(?-i:I?CERD|М?КЛРД)"),
    ("CESCR", r"(?-i:I?CESCR|CDESC|PIDESC|МПЭСКП)|Covenant on Economic|Пакт\w* об экономических"),
    ("CRPD", r"(?-i:CRPD|КПИ)|Convention on the Rights of Persons with Disabilities|Конвенци\w+ о правах (?:инвалидов|лиц с инвалидностью)|Мүгедект\w+(?: бар)?(?: адамдар\w*)? құқықтары туралы конвенция\w*"),
    ("CMW", r"(?-i:CMW|ICRMW)"),
    ("CED", r"(?-i:CED|ICPPED)|Protection of All Persons from Enforced Disappearance|Конвенци\w+ для защиты всех лиц от насильственных"),
    ("CRC", r"(?-i:(?:UN)?CRC|КПР)|Convention on the Rights of the Child|Конвенци\w+ о правах реб[её]нка|Convención sobre los Derechos del Niño|Бала құқықтары туралы конвенция\w*"),
    ("CAT", r"(?-i:(?:UN)?CAT)|Convention against Torture|Конвенци\w+ (?:ООН )?против пыток|Convention contre la torture|Convención contra la Tortura|Азаптау\w*ға қарсы конвенция\w*"),
    ("CCPR", r"(?-i:I?CCPR|PIDCP|МПГПП)|Covenant on Civil|Пакт\w* о гражданских|Pacte international relatif aux droits civils|Pacto Internacional de Derechos Civiles|Азаматтық және саяси құқықтар туралы\s(?:халықаралық\s)?пакт\w*"),
)  # fmt: skip
# The review of all States by one another is no committee; what is addressed to it names it so.
_REVIEW = r"Universal Periodic Review|(?-i:\bUPR\b|\bУПО\b|\bEPU\b)|Универсальн\w+ периодическ\w+ обзор\w*|Examen périodique universel|Examen Periódico Universal|Әмбебап мерзімд[іi]\w+ шолу\w*"
_ADDRESSED = re.compile(
    r"(?:\b(?:to|before|for|addressed\s+to)\s+(?:the\s+)?(?:members\s+of\s+the\s+)?|\b(?:в|для|перед)\s+|"
    r"(?:\bau|\bdevant\s+le|\bpour\s+le|\bauprès\s+du|à\s+l[’']attention\s+du|\bal|\bante\s+el|\bpara\s+el)\s+)"
    r"(?:(?:UN|United\s+Nations|ООН|БҰҰ)\s+)?(?:Committee\s+on\s+(?:the\s+)?|Comit[ée]\s+(?:\w+\s+){1,3})?$",
    re.IGNORECASE,
)
# Languages that say "to" by the ending: "Комитету", "комитетке", "комитетіне".
_BY_ENDING = re.compile(r"^(?:под)?комитету\b|комитет(?:ке|іне)$|шолу(?:ға|ына)$", re.IGNORECASE)
_TREATY = re.compile(r"(?:conven|covenant|pact|конвенц|пакт)", re.IGNORECASE)
_BY_SOMEBODY = re.compile(r"\b(?:by|from)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_OTHER_CONVENTION = re.compile(r"\W{0,3}(?:Coalition|Alliance|Network|Platform|Centre|Center|Forum)\b")
_LONGEST_TITLE = 260
_ROOTS = {"CESCR": "E/C.12", "SPT": "CAT/OP"}


def _compiled(names: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns; a name may go on in the next line."""
    spaced = ((code, pattern.replace(" ", r"\s+")) for code, pattern in names)
    return tuple((code, re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)) for code, pattern in spaced)


_FULL = _compiled(_NAMES)
_BRIEF = _compiled(tuple((code, rf"(?:{pattern})(?!\w)") for code, pattern in (*_SHORT, ("UPR", _REVIEW))))


@dataclass(frozen=True, slots=True, order=True)
class _Named:
    """A committee that a text names; what sorts first is what the text is of."""

    below: bool  # in running text, and not in a title or an address
    unaddressed: bool
    start: int
    code: str


def committee_named(text: str) -> str | None:
    """The committee that a text is addressed to, else the one it names first; a title's words before running text.

    "UPR" where that is the universal periodic review, which no committee holds.
    """
    found = [*_found(text, _FULL, everywhere=True), *_found(text, _BRIEF, everywhere=False)]
    return min(found).code if found else None


def _found(
    text: str, patterns: tuple[tuple[str, re.Pattern[str]], ...], *, everywhere: bool
) -> Iterator[_Named]:
    """Each naming; `everywhere`: in running text as well, where short names do not count."""
    for code, pattern in patterns:
        for match in pattern.finditer(text):
            below = _is_running(_line_of(text, match.start(), match.end()))
            before = text[max(0, match.start() - 80) : match.start()]
            if not everywhere and (below or _is_author(before, text[match.end() :])):
                continue
            # "the Protocol to the Convention" is addressed to nobody
            to_it = _ADDRESSED.search(before) and not _TREATY.match(match.group())
            addressed = bool(to_it or _BY_ENDING.search(match.group()))
            yield _Named(below, not addressed, match.start(), code)


def _is_author(before: str, after: str) -> bool:
    """Whether it only names who writes: "by the CRC Coalition"."""
    return bool(_BY_SOMEBODY.search(before) or _OTHER_CONVENTION.match(after))


def _line_of(text: str, start: int, end: int) -> str:
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    return text[left : right if right >= 0 else len(text)]


def _is_running(line: str) -> bool:
    """Whether a line is of running text: long, or of whole sentences."""
    return len(line) > _LONGEST_TITLE or bool(
        re.search(r"\w{3}[.;?!][\"”»]?\s*$|\w{3}\.\s+[^\W\d_]\w+\s+\w", line)
    )


def symbol_root(committee: str) -> str:
    """How the symbols of a committee begin: "CAT/C", "E/C.12"."""
    return _ROOTS.get(committee, f"{committee}/C")
