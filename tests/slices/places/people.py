"""Who acts in the tests of places, and what they say; names are made up."""

from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.access.roles import SAYS, Role
from qorgau.lawbook import Language
from qorgau.places.details import CellDetails, PlaceDetails, UnitDetails, whole_name
from qorgau.places.place import Accessibility, ForWhom

NOW = 1_795_327_200  # 22 November 2026, 06:00 UTC
DAY = 86_400


def actor(role: Role, **more: object) -> Actor:
    values = {
        "account": f"account-{role.value}",
        "name": f"The {role.value}",
        "role": role,
        "body": "police",
        "said_by": SAYS[role][0],
        "language": Language.EN,
    }
    return Actor(**{**values, **more})


ADMINISTRATOR = actor(Role.ADMINISTRATOR)
OFFICER = actor(Role.CUSTODY_OFFICER)
HEAD = actor(Role.HEAD_OF_PLACE)
INSPECTOR = actor(Role.INSPECTOR, regions=frozenset({"almaty"}), body="prosecutors_office")


def head_of(place_id: str) -> Actor:
    return replace(HEAD, places=frozenset({place_id}))


IVS = PlaceDetails(
    name=whole_name(en="IVS of the city police", ru="ИВС города", kk="Қаланың УҰИ"),
    kind="ivs",
    official=True,
    body="police",
    region="almaty",
    settlement="Almaty, Example street 1",
    capacity=20,
    area_tenths=800,
    for_whom=(ForWhom.MEN, ForWhom.WOMEN),
    accessible=(Accessibility.STEP_FREE,),
)
GYM = PlaceDetails(
    name=whole_name(ru="Спортзал школы № 5"),
    kind="sports_hall",
    official=False,
    body="police",
    region="almaty",
)
COLONY = PlaceDetails(
    name=whole_name(en="Colony 1", ru="Колония 1", kk="1-колония"),
    kind="colony",
    official=True,
    body="penitentiary_committee",
    region="karaganda",
    capacity=100,
    area_tenths=4_000,
    for_whom=(ForWhom.MEN,),
)
CELL = CellDetails(name="1", capacity=2, area_tenths=90, for_whom=(ForWhom.MEN,))
DEPARTMENT = UnitDetails(
    name=whole_name(
        en="City police department", ru="Департамент полиции города", kk="Қала полиция департаменті"
    ),
    institution="police",
    region="almaty",
)
