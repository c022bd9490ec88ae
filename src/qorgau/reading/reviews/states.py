"""Names of States as recommendations of a universal periodic review give them in parentheses."""

from __future__ import annotations

import re
from functools import cache

from qorgau.reading.reviews import other_names

NAMES = """
Afghanistan;Albania;Algeria;Andorra;Angola;Antigua and Barbuda;Argentina;Armenia;Australia;Austria;Azerbaijan;Bahamas;Bahrain;
Bangladesh;Barbados;Belarus;Belgium;Belize;Benin;Bhutan;Bolivia;Bosnia and Herzegovina;Botswana;Brazil;Brunei Darussalam;Bulgaria;
Burkina Faso;Burundi;Cabo Verde;Cape Verde;Cambodia;Cameroon;Canada;Central African Republic;Chad;Chile;China;Colombia;Comoros;Congo;
Costa Rica;Côte d’Ivoire;Croatia;Cuba;Cyprus;Czechia;Czech Republic;Democratic People’s Republic of Korea;
Democratic Republic of the Congo;Denmark;Djibouti;Dominica;Dominican Republic;Ecuador;Egypt;El Salvador;Equatorial Guinea;Eritrea;
Estonia;Eswatini;Swaziland;Ethiopia;Fiji;Finland;France;Gabon;Gambia;Georgia;Germany;Ghana;Greece;Grenada;Guatemala;Guinea;
Guinea-Bissau;Guyana;Haiti;Holy See;Honduras;Hungary;Iceland;India;Indonesia;Iran;Iraq;Ireland;Israel;Italy;Jamaica;Japan;Jordan;
Kazakhstan;Kenya;Kiribati;Kuwait;Kyrgyzstan;Lao People’s Democratic Republic;Latvia;Lebanon;Lesotho;Liberia;Libya;
Libyan Arab Jamahiriya;Liechtenstein;Lithuania;Luxembourg;Madagascar;Malawi;Malaysia;Maldives;Mali;Malta;Marshall Islands;
Mauritania;Mauritius;Mexico;Micronesia;Monaco;Mongolia;Montenegro;Morocco;Mozambique;Myanmar;Namibia;Nauru;Nepal;Netherlands;
New Zealand;Nicaragua;Niger;Nigeria;North Macedonia;the former Yugoslav Republic of Macedonia;Norway;Oman;Pakistan;Palau;Palestine;
State of Palestine;Panama;Papua New Guinea;Paraguay;Peru;Philippines;Poland;Portugal;Qatar;Republic of Korea;Republic of Moldova;
Moldova;Romania;Russian Federation;Rwanda;Saint Kitts and Nevis;Saint Lucia;Saint Vincent and the Grenadines;Samoa;San Marino;
Sao Tome and Principe;Saudi Arabia;Senegal;Serbia;Seychelles;Sierra Leone;Singapore;Slovakia;Slovenia;Solomon Islands;Somalia;
South Africa;South Sudan;Spain;Sri Lanka;Sudan;Suriname;Sweden;Switzerland;Syrian Arab Republic;Syria;Tajikistan;Tanzania;
United Republic of Tanzania;Thailand;Timor-Leste;Togo;Tonga;Trinidad and Tobago;Tunisia;Turkey;Türkiye;Turkmenistan;Tuvalu;Uganda;
Ukraine;United Arab Emirates;United Kingdom;United Kingdom of Great Britain and Northern Ireland;United States;
United States of America;Uruguay;Uzbekistan;Vanuatu;Venezuela;Viet Nam;Vietnam;Yemen;Zambia;Zimbabwe;Brunei;Russia;
Kingdom of the Netherlands;Plurinational State of Bolivia;Bolivarian Republic of Venezuela;Islamic Republic of Iran;UK;USA;DPRK;
Federated States of Micronesia;European Union
"""
# "Iran (Islamic Republic of)" stands in parentheses of its own.
INNER = re.compile(
    r"\s*\((?:Islamic Republic of|Bolivarian Republic of|Plurinational State of|Federated States of|State of|Kingdom of the|Republic of"
    r"|République islamique d[’']|République bolivarienne du|État plurinational de|États fédérés de|República Islámica del|República Bolivariana de|Estado Plurinacional de|Estados Federados de)\)",
    re.IGNORECASE,
)


def plain(name: str) -> str:
    """A name for comparing: straight apostrophes, one space, no article, lower case."""
    text = re.sub(r"\s+", " ", name.replace("'", "’").replace("`", "’")).strip(" ,;.").lower()
    return re.sub(r"^the (?!former)", "", text)


# Russian reports name States in Russian: a few capitalised words without a number.
RUSSIAN = re.compile(
    r"[А-ЯЁ][А-ЯЁа-яё’'-]+(?:[ -]+(?:[А-ЯЁ][А-ЯЁа-яё’'-]+|и|и/или|[а-яё]{2,}|\([А-ЯЁа-яё ]+\))){0,7}"
)
KNOWN = frozenset(plain(name) for name in NAMES.replace("\n", "").split(";"))


@cache
def _known_elsewhere() -> frozenset[str]:
    """The names in other languages, put together only where a report is in one of them."""
    return frozenset(plain(name) for name in other_names.names())


def is_state(name: str) -> bool:
    """Whether it is the name of a State, with or without its form of government in parentheses."""
    bare = plain(INNER.sub("", name))
    first = bare.split(",")[0].strip()
    return bare in KNOWN or first in KNOWN or bare in _known_elsewhere()


def names_in(text: str) -> tuple[str, ...]:
    """The States listed in a pair of parentheses; empty unless all of it is names of States."""
    names: list[str] = []
    for part in re.split(r"\s*[;,/]\s*", text.strip()):
        names.extend(_by_and(part))
    names = [re.sub(r"\s+", " ", name).strip() for name in _reunited(names) if name.strip()]
    return tuple(names) if names and all(is_state(name) or RUSSIAN.fullmatch(name) for name in names) else ()


_AND = re.compile(r"\s+(?:and|et|y|e)\s+")


def _by_and(part: str) -> list[str]:
    """ "Bosnia and Herzegovina" is one State, "France and Spain" are two."""
    part = re.sub(r"^(?:and|et|y)\s+", "", part.strip())
    if is_state(part):
        return [part]
    for cut in _AND.finditer(part):
        if is_state(part[: cut.start()]):
            return [part[: cut.start()], *_by_and(part[cut.end() :])]
    return [part]


def _reunited(names: list[str]) -> list[str]:
    """ "Iran, Islamic Republic of" was cut at its comma."""
    whole: list[str] = []
    for name in names:
        if whole and re.fullmatch(
            r"(?:Islamic |Bolivarian |Plurinational )?(?:Republic|State) of", name.strip(), re.IGNORECASE
        ):
            whole[-1] = f"{whole[-1]} ({name.strip()})"
        else:
            whole.append(name)
    return whole
