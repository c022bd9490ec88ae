"""How a custody ends: release, death, escape; and the way from one place to another."""

from qorgau.demo.chance import DAY, HOUR, MINUTE
from qorgau.demo.country import PlacePlan
from qorgau.demo.course.telling import ENDS, Telling


def released(told: Telling, at: int) -> None:
    """The release, as a rule one that somebody outside can confirm."""
    chance = told.chance
    also = {"relative": (at, at)} if chance.likely(0.25) else None
    draft = told.tell("Released", at, also=also, verifiable="no" if told.lapses(0.4) else "yes")
    if chance.likely(0.006):
        _mistyped(told, at)
    if not told.lapses() and chance.likely(0.6):
        told.tell("RegisterFieldRecorded", at + chance.between(1, 30) * MINUTE, field="release")
    if chance.likely(0.15):
        told.tell("PropertyReturned", draft.recorded)


def _mistyped(told: Telling, at: int) -> None:
    """A wrong record, meant so: a release typed a month too early, and corrected."""
    last = told.sent.pop().draft
    early = told.plan.apprehended_at - 30 * DAY
    wrong = told.tell("Released", early, typed=last.recorded, verifiable="yes")
    told.correct(wrong, at + 5 * HOUR, "The month was mistyped.", last)


def died(told: Telling, at: int) -> None:
    """A death in custody, reported late by careless desks."""
    chance = told.chance
    told.tell("Died", at, personal={"described": "found in the cell (demo)"})
    reported = at + (chance.between(30, 90) * HOUR if told.lapses(2) else chance.around(40))
    told.tell("DeathReported", reported)
    told.tell("RelativeToldOfDeath", reported + chance.around(120))
    if not told.lapses():
        tied = "yes" if told.lapses(1.5) else "no"
        told.tell("DeathInvestigationOpened", reported + DAY, word="prosecutor", institutional_tie=tied)


def came_out(told: Telling) -> None:
    """Whoever's arrival nobody wrote down was released some weeks later, and that was written."""
    if not any(each.draft.kind in ENDS for each in told.sent):
        last = max(each.draft.happened[0].latest for each in told.sent)
        released(told, last + told.chance.between(2, 40) * DAY)


def escaped(told: Telling, at: int) -> None:
    """An escape."""
    told.tell("Escaped", at)


def moved(told: Telling, at: int, to: PlacePlan, *, number: int = 1) -> int | None:
    """A transfer; gives when the person arrived, None where nobody wrote that they did."""
    chance = told.chance
    transfer = {"transfer": told.object("transfer", number)}
    told.tell("Transferred", at, objects={**transfer, "destination": to.id}, place=to.fact)
    if not told.lapses():
        told.tell("RegisterFieldRecorded", at + 5 * MINUTE, field="transfer")
    if told.lapses(0.03):
        return None
    came = at + chance.around(80)
    told.place = to
    told.tell("Arrived", came, objects=transfer)
    if not told.lapses(1.2):
        told.tell("RelativeTold", came + chance.around(260))
    return came
