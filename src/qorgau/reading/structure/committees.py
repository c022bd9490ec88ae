"""Which committee a document is of, by its name in four languages."""

from __future__ import annotations

import re

_NAMES = (
    ("SPT", r"Sub-?committee on Prevention|\bSPT\b|Подкомитет\w* по предупреждению|Sous-Comité pour la prévention|Subcomité para la Prevención"),
    ("CEDAW", r"Elimination of (?:All Forms of )?Discrimination [Aa]gainst Women|ликвидации (?:всех форм )?дискриминации в отношении женщин|discrimination à l’égard des femmes|Discriminación contra la Mujer"),
    ("CERD", r"Elimination of (?:All Forms of )?Racial Discrimination|ликвидации (?:всех форм )?расовой дискриминации|discrimination raciale|Discriminación Racial"),
    ("CESCR", r"Committee on Economic,? Social and Cultural Rights|Комитет\w* по экономическим|droits économiques|Derechos Económicos"),
    ("CRPD", r"Committee on the Rights of Persons with Disabilities|Комитет\w* по правам инвалидов|droits des personnes handicapées|Personas con Discapacidad"),
    ("CMW", r"Migrant Workers and Members of Their Families|трудящихся-мигрантов"),
    ("CED", r"Committee on Enforced Disappearances|Комитет\w* по насильственным исчезновениям|Comité des disparitions forcées|Desapariciones? Forzadas?"),
    ("CRC", r"Committee on the Rights of the Child|Комитет\w* по правам реб[её]нка|droits de l[’']enfant|Derechos del Niño"),
    ("CAT", r"Committee [Aa]gainst Torture|Комитет\w* (?:ООН )?против пыток|Comité contre la torture|Comité contra la Tortura"),
    ("CCPR", r"Human Rights Committee|Комитет\w* (?:ООН )?по правам человека|Comité des droits de l’homme|Comité de Derechos Humanos"),
)  # fmt: skip
_COMPILED = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _NAMES)
_ROOTS = {"CESCR": "E/C.12", "SPT": "CAT/OP"}


def committee_named(text: str) -> str | None:
    """The committee that a text names first."""
    found = [(match.start(), code) for code, pattern in _COMPILED if (match := pattern.search(text))]
    return min(found)[1] if found else None


def symbol_root(committee: str) -> str:
    """How the symbols of a committee begin: "CAT/C", "E/C.12"."""
    return _ROOTS.get(committee, f"{committee}/C")
