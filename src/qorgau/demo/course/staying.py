"""Admission to a place, cells, and the days there."""

from qorgau.demo.chance import DAY, HOUR, MINUTE
from qorgau.demo.country import PlacePlan
from qorgau.demo.course import health
from qorgau.demo.course.telling import Telling

_FIELDS = ("admission", "health", "emergency_contact", "injuries_and_complaints")


def admitted(told: Telling, at: int, place: PlacePlan, *, number: int = 1) -> None:
    """The person is received at a place, examined and given a cell."""
    chance = told.chance
    told.place = place
    told.tell(
        "Admitted",
        at,
        objects={"placement": told.object("placement", 2 * number)},
        ground=told.plan.ground,
        commitment_order="no" if told.lapses(0.3) else "yes",
        more=_company(told),
    )
    for field in _FIELDS:
        if not told.lapses() and chance.likely(0.25):
            told.tell("RegisterFieldRecorded", at + chance.between(1, 20) * MINUTE, field=field)
    health.examined(told, at, number=number + 1)
    placed(told, at + chance.around(30), place, number=2 * number + 1)
    if chance.likely(0.2):
        told.tell("PropertyTaken", at + 10 * MINUTE, personal={"items": "belt, telephone, keys (demo)"})


def placed(told: Telling, at: int, place: PlacePlan, *, number: int) -> None:
    """The person is put in a cell; where the place has none, in the place."""
    cell = place.cell_for(told.person.whom, told.chance.between(0, 99))
    objects = {"placement": told.object("placement", number), **({"cell": cell.id} if cell else {})}
    told.place = place
    told.tell("Placed", at, objects=objects, ground=told.plan.ground, more=_company(told))


def days(told: Telling, first: int, last: int) -> None:
    """Some of what a register holds of the days there: air, visits, welfare, a punishment."""
    chance = told.chance
    written = min(last, first + 3 * DAY)
    for day in range(first + DAY // 2, written, DAY):
        if not told.lapses(0.8):
            told.tell("OutdoorExerciseGiven", day + chance.between(0, 180) * MINUTE, minutes=_minutes(told))
    if last - first > 5 * DAY and chance.likely(0.3):
        told.tell(
            "VisitReceived",
            first + 4 * DAY,
            visitor_was=chance.weighed({"relative": 6, "clergy": 1, "npm": 1}),
        )
    if last - first > 12 * DAY and chance.likely(0.04):
        _solitary(told, first + 3 * DAY, last)


def welfare(told: Telling, first: int, last: int) -> None:
    """Meals and checks of the first hours, as careful desks write them down."""
    chance = told.chance
    if chance.likely(0.4):
        told.tell("MealGiven", first + chance.between(2, 6) * HOUR)
    if told.person.intoxicated and not told.lapses():
        for number, at in enumerate(range(first + 28 * MINUTE, min(last, first + 3 * HOUR), 28 * MINUTE)):
            if number < 6:
                told.tell("WelfareChecked", at)
    elif chance.likely(0.3):
        told.tell("WelfareChecked", first + chance.around(50))


def _solitary(told: Telling, begins: int, last: int) -> None:
    chance = told.chance
    length = chance.weighed({3: 3, 7: 3, 12: 2, 15: 2, 19: 2}) * DAY
    if not told.lapses():
        told.tell("SolitaryAuthorised", begins - HOUR)
    where = {"placement": told.object("placement", 90)}
    told.tell(
        "SolitaryStarted", begins, objects=where, reason=chance.weighed({"disciplinary": 3, "protection": 1})
    )
    for day in range(begins + DAY, min(begins + length, last), DAY):
        if not told.lapses():
            told.tell("MedicalVisitMade", day, word="place_doctor")
    if begins + length < last:
        told.tell("SolitaryEnded", begins + length, objects=where)


def _company(told: Telling) -> dict[str, str]:
    if not told.person.is_child:
        return {}
    return {"with_adults": "yes" if told.lapses() else "no"}


def _minutes(told: Telling) -> int:
    return told.chance.between(20, 50) if told.lapses() else told.chance.between(60, 90)
