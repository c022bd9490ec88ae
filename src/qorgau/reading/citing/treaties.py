"""The treaties that committees watch over, by the names that texts give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Treaty:
    """A committee's own treaty: how many articles it has, and how texts name it in full or in short."""

    name: str
    articles: int
    short: str
    full: str

    def is_named(self, name: str) -> bool:
        """Whether a name means this treaty: "the Convention" in a text of its committee does."""
        plain = re.sub(r"\s+", " ", name.strip())
        return bool(
            re.fullmatch(self.short, plain, re.IGNORECASE) or re.search(self.full, plain, re.IGNORECASE)
        )

    def could_be(self, articles: Sequence[str]) -> bool:
        """Whether the treaty has articles of these numbers."""
        numbers = [re.match(r"\d+", name) for name in articles]
        return all(match is not None and int(match.group()) <= self.articles for match in numbers)


_CONVENTION: Final = r"(?:the |same |this |that |said )?(?:UN |United Nations )?Convention|(?:данн\w+ |настоящ\w+ |указанн\w+ )?Конвенци\w+"
_COVENANT: Final = r"(?:the |same |this |that |said )?Covenant|(?:данн\w+ |настоящ\w+ )?Пакт\w*"

_TREATIES: Final = {
    "CAT": Treaty("Convention against Torture", 33, rf"{_CONVENTION}|(?:UN)?CAT", r"Convention against Torture|Конвенци\w+ (?:\w+ )?против пыток"),
    "SPT": Treaty("Optional Protocol to the Convention against Torture", 37, r"(?:the )?(?:Optional )?Protocol|OPCAT|(?:Факультативн\w+ )?Протокол\w*", r"Optional Protocol|Факультативн\w+ протокол"),
    "CCPR": Treaty("International Covenant on Civil and Political Rights", 53, rf"{_COVENANT}|ICCPR|CCPR|МПГПП", r"Covenant on Civil|Пакт\w* о гражданских"),
    "CESCR": Treaty("International Covenant on Economic, Social and Cultural Rights", 31, rf"{_COVENANT}|ICESCR|CESCR|МПЭСКП", r"Covenant on Economic|Пакт\w* об экономических"),
    "CERD": Treaty("International Convention on the Elimination of All Forms of Racial Discrimination", 25, rf"{_CONVENTION}|I?CERD|МКЛРД", r"All Forms of Racial Discrimination|расовой дискриминации"),
    "CEDAW": Treaty("Convention on the Elimination of All Forms of Discrimination against Women", 30, rf"{_CONVENTION}|CEDAW|КЛДЖ", r"Discrimination against Women|дискриминации в отношении женщин"),
    "CRC": Treaty("Convention on the Rights of the Child", 54, rf"{_CONVENTION}|(?:UN)?CRC|КПР", r"^(?!.*Protocol).*Rights of the Child|^(?!.*ротокол).*правах ребенка"),
    "CRPD": Treaty("Convention on the Rights of Persons with Disabilities", 50, rf"{_CONVENTION}|(?:UN)?CRPD|КПИ", r"Rights of Persons with Disabilities|правах инвалидов"),
    "CED": Treaty("International Convention for the Protection of All Persons from Enforced Disappearance", 45, rf"{_CONVENTION}|ICPPED|CED", r"Enforced Disappearance|насильственных исчезновений"),
    "CMW": Treaty("International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families", 93, rf"{_CONVENTION}|CMW|ICRMW", r"Migrant Workers|трудящихся-мигрантов"),
}  # fmt: skip


def treaty_of(committee: str | None) -> Treaty | None:
    """The treaty of a committee by its code, or None."""
    return _TREATIES.get(committee or "")
