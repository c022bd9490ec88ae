"""Questioning, and the recording of it."""

from qorgau.demo.chance import DAY, HOUR, MINUTE
from qorgau.demo.course.telling import Telling


def questioned(told: Telling, at: int, *, met_lawyer: bool, number: int = 1) -> int:
    """One questioning that begins at that instant; gives when it ended."""
    chance, person = told.chance, told.person
    session = {"questioning": told.object("questioning", number)}
    present = met_lawyer and not told.lapses(0.8)
    filmed = not told.lapses()
    facts = {"parent_present": "no" if told.lapses(1.5) else "yes"} if person.is_child else {}
    if not present and not person.is_child and chance.likely(0.5):
        facts["lawyer_refused_freely"] = "yes"
    told.tell(
        "QuestioningBegan",
        at,
        objects=session,
        personal={"officers": f"investigator {chance.between(1, 40)} (demo)"},
        video_recorded="yes" if filmed else "no",
        lawyer_present="yes" if present else "no",
        more=facts,
    )
    ended = at + chance.around(75)
    if filmed:
        _recording(told, ended - MINUTE, session, number)
    told.tell("QuestioningEnded", ended, objects=session)
    return ended


def _recording(told: Telling, at: int, session: dict[str, str], number: int) -> None:
    chance = told.chance
    recording = {"recording": told.object("recording", number)}
    whole = "no" if told.lapses(0.4) else "yes"
    told.tell(
        "RecordingMade", at, word="camera", objects={**session, **recording}, of="questioning", complete=whole
    )
    if chance.likely(0.3):
        told.tell("RecordingStored", at + HOUR, objects=recording)
    if told.lapses(0.3):
        told.tell("RecordingDestroyed", at + chance.between(3, 60) * DAY, objects=recording)
