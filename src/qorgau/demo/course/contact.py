"""Rights, language, lawyer, family and consul."""

from qorgau.demo.chance import HOUR, MINUTE, id_of
from qorgau.demo.course.telling import Telling
from qorgau.demo.names import invented_name

_LAWYERS = 240


def rights(told: Telling, came: int) -> None:
    """Rights explained, an interpreter where one is needed, the consul of a foreigner."""
    chance, person = told.chance, told.person
    if not told.lapses(0.6):
        known = person.understands or chance.likely(0.6)
        told.tell(
            "RightsExplained",
            came + chance.around(12),
            understood="yes" if known else "no",
            language=person.language if known else "ru",
            rights_card="yes" if chance.likely(0.8) else "no",
        )
    if not person.understands:
        asked = came + chance.around(25)
        told.tell("InterpreterRequested", asked, word="person", language=person.language)
        if not told.lapses(1.5):
            told.tell("InterpreterProvided", asked + chance.around(150), language=person.language)
    if person.foreign:
        _consul(told, came)


def _consul(told: Telling, came: int) -> None:
    chance = told.chance
    if told.lapses(1.5):
        return
    offered = came + chance.around(45)
    wants = chance.likely(0.7)
    told.tell("ConsulOffered", offered, accepted="yes" if wants else "no")
    if wants and not told.lapses():
        told.tell("ConsulTold", offered + chance.around(400))


def family(told: Telling, came: int) -> None:
    """A relative whom the person names is told; a child's parent is told and comes."""
    chance, person = told.chance, told.person
    if person.is_child:
        _parent(told, came)
        return
    relation = chance.weighed({"spouse": 4, "parent": 4, "sibling": 3, "friend": 1})
    name = invented_name(chance, person.style, woman=chance.likely(0.6)).in_full
    named = {"name": name, "contact": "demo contact"}
    if chance.likely(0.35):
        relative = {"relative": told.object("relative")}
        told.tell(
            "RelativeNamed",
            came + chance.around(20),
            word="person",
            objects=relative,
            personal=named,
            relation=relation,
        )
    if told.lapses(0.9):
        return
    at = came + (chance.between(5, 30) * HOUR if told.lapses() else chance.around(60))
    word = "relative" if chance.likely(0.3) else ""
    told.tell("RelativeTold", at, word=word, personal=named, relation=relation)


def _parent(told: Telling, came: int) -> None:
    chance = told.chance
    if told.lapses():
        return
    at = came + (chance.between(3, 14) * HOUR if told.lapses(1.5) else chance.around(25))
    name = invented_name(chance, told.person.style, woman=chance.likely(0.7)).in_full
    told.tell("ParentTold", at, personal={"name": name}, relation="parent")
    if chance.likely(0.85):
        there = at + chance.around(70)
        also = {"relative": (there, there)} if chance.likely(0.4) else None
        told.tell("ParentArrived", there, also=also, personal={"name": name}, relation="parent")


def lawyer(told: Telling, came: int) -> int | None:
    """The lawyer: asked for, called, met or turned away; gives when they met, if they did."""
    chance = told.chance
    if chance.likely(0.3 if told.plan.ground == "administrative" else 0.55):
        told.tell("LawyerRequested", came + chance.around(14), word="person")
    elif chance.likely(0.4):
        return None
    number = chance.between(1, _LAWYERS)
    if told.lapses(0.25):
        at = came + chance.around(180)
        reason = chance.weighed(
            {"secrecy_clearance": 2, "no_pass": 4, "secrecy_undertaking": 1, "client_declined": 2}
        )
        told.tell("LawyerTurnedAway", at, word="lawyer", reason=reason)
        if chance.likely(0.5):
            return None
    if told.lapses(0.6):
        return None
    called = came + chance.around(30)
    if chance.likely(0.5):
        told.tell("LawyerCalled", called)
    met = called + chance.around(70)
    _mandate(told, met - 5 * MINUTE, number)
    heard = "yes" if told.lapses(0.5) else "no"
    also = {"lawyer": (met, met)} if chance.likely(0.45) else None
    told.tell(
        "LawyerMet",
        met,
        also=also,
        officer_in_hearing=heard,
        officer_in_sight="yes" if chance.likely(0.3) else "no",
    )
    return met


def _mandate(told: Telling, at: int, number: int) -> None:
    if told.chance.likely(0.3):
        who = {"lawyer": id_of(told.plan.seed, "lawyer", number)}
        told.tell(
            "MandateGiven", at, word="lawyer", objects=who, personal={"name": f"Lawyer No. {number} (demo)"}
        )
