"""The doctor, injuries seen, and what is done about them."""

from qorgau.demo.chance import HOUR, MINUTE
from qorgau.demo.course.telling import Telling

_PARTS = ("face", "back", "left_arm", "right_arm", "chest", "head", "left_leg", "right_hand")
_SORTS = {"bruise": 5.0, "abrasion": 4.0, "swelling": 2.0, "wound": 1.0, "fracture": 0.3}


def examined(told: Telling, at: int, *, number: int = 1) -> None:
    """A doctor's examination some time after that instant, if there is one."""
    chance = told.chance
    if number == 1 and chance.likely(0.08):
        told.tell("MedicalExaminationRequested", at + 5 * MINUTE, word="person")
    if told.lapses(0.8):
        return
    when = at + (chance.between(5, 20) * HOUR if told.lapses(0.6) else chance.around(35))
    injured = chance.likely(0.07)
    watched = told.lapses(1.3)
    told.tell(
        "MedicallyExamined",
        when,
        word="doctor" if chance.likely(0.3) else "place_doctor",
        objects={"examination": told.object("examination", number)},
        officer_in_sight="yes" if watched else "no",
        officer_in_hearing="yes" if watched and chance.likely(0.5) else "no",
        doctor_asked_for_officer="yes" if watched and chance.likely(0.2) else "no",
        fee_charged="yes" if chance.likely(0.01) else "no",
        injuries_found="yes" if injured else "no",
        more={"injury_form_completed": "no" if told.lapses() else "yes"} if injured else None,
    )
    if injured:
        _injury(told, when, number)


def _injury(told: Telling, at: int, number: int) -> None:
    chance = told.chance
    signs = chance.likely(0.4)
    told.tell(
        "InjurySeen",
        at + MINUTE,
        word="place_doctor",
        objects={"examination": told.object("examination", number)},
        personal={"described": "as drawn on the body chart (demo)"},
        body_part=chance.one_of(_PARTS),
        injury_kind=chance.weighed(_SORTS),
        severity=chance.weighed({"minor": 6, "moderate": 3, "serious": 1}),
        signs_of_torture="yes" if signs else "no",
    )
    if not told.lapses(1.5):
        told.tell("InjuryReported", at + chance.around(90), word="place_doctor")
    if chance.likely(0.1):
        told.tell("TakenToHospital", at + HOUR, personal={"where": "city hospital (demo)"})
        told.tell("ReturnedFromHospital", at + chance.between(4, 40) * HOUR)
