"""Which sorts of place the synthetic country has, how many, and how large."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text

EN, RU, KK = Language.EN, Language.RU, Language.KK
ADULTS = ("men", "women")
EVERYBODY = ("men", "women", "children")

# Shares of all custodies; they add up to about 1, and only their order resembles the country.
WEIGHTS: Mapping[str, float] = {
    "almaty": 0.13, "astana": 0.09, "shymkent": 0.08, "karaganda": 0.07, "turkistan": 0.07,
    "almaty_region": 0.06, "jambyl": 0.06, "aktobe": 0.05, "east_kazakhstan": 0.05, "pavlodar": 0.04,
    "kostanay": 0.04, "kyzylorda": 0.04, "mangystau": 0.04, "atyrau": 0.04, "jetisu": 0.03,
    "akmola": 0.03, "abai": 0.03, "west_kazakhstan": 0.03, "north_kazakhstan": 0.02, "ulytau": 0.02,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Sort:
    """One sort of place: its names (`{n}` its number, `{town}` the town), its body, its cells.

    count: from the region's weight to how many there are; regions: only there, if any are named.
    """

    kind: str
    fact: str
    body: str
    said_by: str
    name: Text
    cells: tuple[tuple[str, ...], ...] = ()
    beds: int = 4
    space_tenths: int = 40
    official: bool = True
    count: Callable[[float], int] = lambda weight: 1
    regions: frozenset[str] = frozenset()


def _many(whom: tuple[str, ...], times: int) -> tuple[tuple[str, ...], ...]:
    return (whom,) * times


_MEN, _WOMEN, _CHILDREN = ("men",), ("women", "mothers_with_infants"), ("children",)
_NAMES = "(demo)", "(демо)", "(демо)"


def _named(en: str, ru: str, kk: str) -> Text:
    return {EN: f"{en} {_NAMES[0]}", RU: f"{ru} {_NAMES[1]}", KK: f"{kk} {_NAMES[2]}"}


SORTS: tuple[Sort, ...] = (
    Sort(
        kind="station", fact="station", body="police", said_by="police_entry", beds=3,
        name=_named("Police station No. {n}, {town}", "Отдел полиции № {n}, {town}", "№ {n} полиция бөлімі, {town}"),
        cells=(_MEN, ("women", "children")), count=lambda weight: 2 + round(weight * 30),
    ),
    Sort(
        kind="ivs", fact="ivs", body="police", said_by="place_entry", space_tenths=35,
        name=_named("Temporary detention centre No. {n}, {town}", "Изолятор временного содержания № {n}, {town}",
                    "№ {n} уақытша ұстау изоляторы, {town}"),
        cells=(*_many(_MEN, 5), _WOMEN, _WOMEN, _CHILDREN), count=lambda weight: 2 if weight > 0.06 else 1,
    ),
    Sort(
        kind="sizo", fact="sizo", body="penitentiary_committee", said_by="place_entry", space_tenths=30,
        name=_named("Remand centre No. {n}, {town}", "Следственный изолятор № {n}, {town}",
                    "№ {n} тергеу изоляторы, {town}"),
        cells=(*_many(_MEN, 7), *_many(_WOMEN, 2), _CHILDREN), beds=2,
    ),
    Sort(
        kind="special_reception", fact="special_reception", body="police", said_by="place_entry",
        name=_named("Special reception centre, {town}", "Специальный приёмник, {town}", "Арнаулы қабылдау орны, {town}"),
        cells=(*_many(_MEN, 3), _WOMEN), beds=6,
    ),
    Sort(
        kind="reception_distribution_centre", fact="reception_distribution_centre", body="police",
        said_by="place_entry", cells=(_MEN, _WOMEN), beds=8,
        name=_named("Reception and distribution centre, {town}", "Приёмник-распределитель, {town}",
                    "Қабылдау-бөлу орны, {town}"),
        regions=frozenset({"almaty", "astana", "karaganda", "shymkent", "aktobe"}),
    ),
    Sort(
        kind="colony", fact="prison", body="penitentiary_committee", said_by="place_entry", beds=40,
        name=_named("Correctional institution No. {n}, {town}", "Исправительное учреждение № {n}, {town}",
                    "№ {n} түзеу мекемесі, {town}"),
        cells=_many(_MEN, 4), space_tenths=25,
    ),
    Sort(
        kind="hospital", fact="hospital", body="ministry_of_health", said_by="hospital_entry", space_tenths=70,
        name=_named("Closed hospital ward, {town}", "Закрытое отделение больницы, {town}",
                    "Аурухананың жабық бөлімшесі, {town}"),
        cells=(("men", "patients"), ("men", "patients"), ("women", "patients")),
    ),
    Sort(
        kind="residential_institution", fact="care_home", body="ministry_of_labour", said_by="hospital_entry",
        name=_named("Closed care home, {town}", "Закрытый интернат, {town}", "Жабық интернат, {town}"),
        cells=(("men", "patients"), ("women", "patients"), ("children", "patients")), space_tenths=60,
        regions=frozenset({"almaty_region", "karaganda", "kostanay", "pavlodar", "turkistan", "abai", "ulytau"}),
    ),
    Sort(
        kind="guardroom", fact="guardroom", body="ministry_of_defence", said_by="place_entry", cells=(_MEN, _MEN),
        name=_named("Garrison guardroom, {town}", "Гарнизонная гауптвахта, {town}", "Гарнизондық гауптвахта, {town}"),
        regions=frozenset({"almaty", "astana", "karaganda", "jambyl", "mangystau", "jetisu"}),
    ),
    Sort(
        kind="special_premises", fact="transit_zone", body="border_service", said_by="migration_entry",
        name=_named("Transit zone of the airport, {town}", "Транзитная зона аэропорта, {town}",
                    "Әуежайдың транзит аймағы, {town}"),
        cells=(EVERYBODY,), beds=6, regions=frozenset({"almaty", "astana", "shymkent", "atyrau"}),
    ),
    Sort(
        kind="sports_hall", fact="sports_hall", body="police", said_by="police_entry", official=False,
        name=_named("Sports hall No. {n}, {town}", "Спортивный зал № {n}, {town}", "№ {n} спорт залы, {town}"),
        count=lambda weight: 2 if weight > 0.07 else 1,
        regions=frozenset({"almaty", "shymkent", "jetisu", "jambyl", "kyzylorda", "aktobe", "astana"}),
    ),
    Sort(
        kind="military_unit", fact="military_unit", body="ministry_of_defence", said_by="police_entry", official=False,
        name=_named("Barracks No. {n}, {town}", "Казарма № {n}, {town}", "№ {n} казарма, {town}"),
        regions=frozenset({"almaty", "jetisu", "kyzylorda"}),
    ),
)  # fmt: skip

UNITS: Mapping[str, Text] = {
    "police": _named("Police of {region}", "Полиция: {region}", "{region} полициясы"),
    "courts": _named("Investigative court of {region}", "Следственный суд: {region}", "{region} тергеу соты"),
    "duty_prosecutor": _named(
        "Duty prosecutor of {region}", "Дежурный прокурор: {region}", "{region} кезекші прокуроры"
    ),
}
