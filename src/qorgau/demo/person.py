"""A person of the demo: invented, with the few things that rules and registers ask of them."""

from dataclasses import dataclass
from datetime import date

from qorgau.demo.chance import Chance
from qorgau.demo.names import Name, Style, invented_name

_STYLES = {Style.KAZAKH: 62.0, Style.RUSSIAN: 24.0, Style.UZBEK: 9.0, Style.UYGHUR: 5.0}
_LANGUAGES = {Style.KAZAKH: "kk", Style.RUSSIAN: "ru", Style.UZBEK: "uz", Style.UYGHUR: "ug"}
_CITIZENSHIPS = {Style.UZBEK: "UZ", Style.UYGHUR: "CN", Style.RUSSIAN: "RU", Style.KAZAKH: "MN"}


@dataclass(frozen=True, kw_only=True)
class PersonPlan:
    """Who it is. age: completed years at the apprehension; language: what they speak best."""

    id: str
    name: Name
    style: Style
    woman: bool
    age: int
    born_on: date
    foreign: bool
    language: str
    with_infant: bool = False
    pregnant: bool = False
    intoxicated: bool = False

    @property
    def is_child(self) -> bool:
        """Under 18 when apprehended."""
        return self.age < 18

    @property
    def whom(self) -> str:
        """For whom a cell must be meant."""
        if self.is_child:
            return "children"
        if self.with_infant:
            return "mothers_with_infants"
        return "women" if self.woman else "men"

    @property
    def understands(self) -> bool:
        """Whether they understand the language of the proceedings."""
        return self.language in ("kk", "ru")

    @property
    def citizenship(self) -> str:
        """Two letters."""
        return _CITIZENSHIPS[self.style] if self.foreign else "KZ"


def plan_person(person_id: str, chance: Chance, on: date, *, age: int | None = None) -> PersonPlan:
    """Somebody apprehended on that civil day; age: given, or drawn."""
    style = chance.weighed(_STYLES)
    woman = chance.likely(0.14)
    years = _age(chance) if age is None else age
    foreign = chance.likely(0.55 if style is Style.UZBEK else 0.02)
    grown_woman = woman and years >= 18
    return PersonPlan(
        id=person_id,
        name=invented_name(chance, style, woman=woman),
        style=style,
        woman=woman,
        age=years,
        born_on=_born(chance, on, years),
        foreign=foreign,
        language=_language(chance, style, foreign=foreign),
        with_infant=grown_woman and chance.likely(0.04),
        pregnant=grown_woman and chance.likely(0.03),
        intoxicated=years >= 18 and chance.likely(0.12),
    )


def _age(chance: Chance) -> int:
    if chance.likely(0.06):
        return chance.between(14, 17)
    return 18 + min(chance.between(0, 47), chance.between(4, 60))


def _born(chance: Chance, on: date, age: int) -> date:
    """A day that makes them that old on the day of apprehension."""
    month, day = chance.between(1, 12), chance.between(1, 28)
    return date(on.year - age - ((month, day) > (on.month, on.day)), month, day)


def _language(chance: Chance, style: Style, *, foreign: bool) -> str:
    if foreign or chance.likely(0.15):
        return _LANGUAGES[style]
    return "ru" if style is Style.RUSSIAN or chance.likely(0.4) else "kk"
