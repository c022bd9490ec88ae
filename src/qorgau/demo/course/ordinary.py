"""The ordinary courses, one for each ground on which liberty is taken."""

from collections.abc import Callable

from qorgau.demo.chance import DAY, HOUR, MINUTE
from qorgau.demo.country import PlacePlan
from qorgau.demo.course import arrival, contact, ending, health, judge, questioning, staying
from qorgau.demo.course.plan import CustodyPlan
from qorgau.demo.course.telling import Sent, Telling, until_the_end


def course(plan: CustodyPlan) -> tuple[Sent, ...]:
    """All entries of one custody, from the apprehension to the end, in the order of the story."""
    told = Telling(plan)
    arrival.apprehended(told)
    came = arrival.delivered(told)
    arrival.registered(told, came)
    contact.rights(told, came)
    contact.family(told, came)
    _ways(plan)(told, came)
    if plan.long_ago:
        ending.came_out(told)
    return until_the_end(told.sent)


def _ways(plan: CustodyPlan) -> Callable[[Telling, int], None]:
    if plan.held_in is not None:
        return _in_a_hall
    if plan.ground == "criminal":
        return _criminal
    if plan.ground == "administrative":
        return _administrative
    return _by_order


def _administrative(told: Telling, came: int) -> None:
    """Three hours at the station; some are then arrested by a court for some days."""
    chance = told.chance
    contact.lawyer(told, came)
    if not chance.likely(0.12):
        stay = chance.between(185, 600) if told.lapses(0.5) else chance.between(20, 175)
        ending.released(told, came + stay * MINUTE)
        return
    taken = judge.decided(told, came + chance.between(30, 110) * MINUTE, held=True)
    _served(told, taken + HOUR, _at(told, "special_reception"), chance.between(2, 15))


def _by_order(told: Telling, came: int) -> None:
    """Migration, no fixed residence, treatment, military discipline: held by a decision, elsewhere."""
    chance = told.chance
    kinds = {
        "migration": ("reception_distribution_centre", "special_premises", "special_reception"),
        "no_residence": ("reception_distribution_centre", "special_reception"),
        "psychiatric": ("hospital",),
        "tuberculosis": ("hospital",),
        "military": ("guardroom", "special_reception"),
    }[told.plan.ground]
    place = next(found for kind in kinds if (found := _at(told, kind)))
    taken = came + 2 * HOUR
    if not told.lapses(0.5):
        taken = judge.decided(told, came + chance.between(1, 20) * HOUR, held=True)
    _served(told, taken + HOUR, place, chance.between(5, 45))


def _served(told: Telling, at: int, place: PlacePlan | None, length: int) -> None:
    if place is None:
        ending.released(told, at)
        return
    arrived = ending.moved(told, at, place)
    if arrived is not None:
        staying.admitted(told, arrived + 5 * MINUTE, place)
        staying.days(told, arrived, arrived + length * DAY)
        ending.released(told, arrived + length * DAY)


def _criminal(told: Telling, came: int) -> None:
    """The doctor, the lawyer, questions; a night in the IVS; the judge; release or the remand centre."""
    chance = told.chance
    health.examined(told, came)
    met = contact.lawyer(told, came)
    staying.welfare(told, came, came + 6 * HOUR)
    asked = came + chance.around(190)
    if met is not None and not told.lapses():
        asked = max(asked, met + 20 * MINUTE)
    ended = questioning.questioned(told, asked, met_lawyer=met is not None and met <= asked)
    if chance.likely(0.3):
        ending.released(told, ended + chance.around(120))
        return
    _detained(told, ended + chance.around(60))


def _detained(told: Telling, at: int) -> None:
    chance = told.chance
    ivs = _at(told, "ivs")
    assert ivs is not None
    arrived = ending.moved(told, at, ivs)
    if arrived is None:
        return
    staying.admitted(told, arrived, ivs)
    if chance.likely(0.12):
        judge.applied(told, arrived + chance.around(200))
    seen = judge.appeared(told)
    if seen is None:
        ending.released(told, told.plan.apprehended_at + chance.between(50, 140) * HOUR)
        return
    held = chance.likely(0.42)
    decided = judge.decided(told, max(seen, arrived), held=held)
    if held:
        _remanded(told, decided + chance.around(240))
    else:
        ending.released(told, decided + chance.around(70))


def _remanded(told: Telling, at: int) -> None:
    """Months in the remand centre; few ends are other than release."""
    chance = told.chance
    centre = _at(told, "sizo")
    assert centre is not None
    arrived = ending.moved(told, at, centre, number=2)
    if arrived is None:
        return
    staying.admitted(told, arrived, centre, number=4)
    length = chance.weighed({chance.between(5, 25): 3, chance.between(30, 70): 4, chance.between(80, 200): 3})
    staying.days(told, arrived, arrived + length * DAY)
    if length > 62:
        told.tell("DetentionReviewed", arrived + 60 * DAY, word="court")
    end = chance.weighed({ending.released: 0.985, ending.died: 0.01, ending.escaped: 0.005})
    end(told, arrived + length * DAY)


def _in_a_hall(told: Telling, came: int) -> None:
    """A sports hall or barracks instead of a place of detention; then out, or to the IVS."""
    chance = told.chance
    hall = told.plan.held_in
    assert hall is not None
    met = contact.lawyer(told, came)
    staying.placed(told, came + chance.around(60), hall, number=1)
    if chance.likely(0.35):
        health.examined(told, came + chance.around(300))
    if chance.likely(0.5):
        questioning.questioned(told, came + chance.around(400), met_lawyer=met is not None)
    left = came + chance.between(8, 70) * HOUR
    if chance.likely(0.6):
        ending.released(told, left)
    else:
        _detained(told, left)


def _at(told: Telling, kind: str) -> PlacePlan | None:
    found = told.plan.country.of(told.plan.station.region, kind)
    return told.chance.one_of(found) if found else None
