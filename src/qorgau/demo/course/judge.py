"""The judge: an application asked at any time, the first appearance, the decision."""

from qorgau.demo.chance import HOUR, MINUTE
from qorgau.demo.course.telling import Telling


def applied(told: Telling, at: int) -> None:
    """The person asks to be brought before a judge; some are heard at once, some late, some never."""
    chance = told.chance
    hearing = {"hearing": told.object("hearing")}
    told.tell("HearingRequested", at, word="person", objects=hearing)
    if not told.lapses(1.2):
        late = told.lapses(1.5)
        told.tell(
            "HearingHeld",
            at + chance.between(*((30, 90) if late else (2, 12))) * HOUR,
            word="court",
            objects=hearing,
        )


def appeared(told: Telling) -> int | None:
    """The first appearance, as a rule within 48 hours, for a child within 24; None if there was none."""
    chance = told.chance
    limit = 24 if told.person.is_child else 48
    if told.lapses(0.15):
        return None
    if told.lapses(0.5):
        after = chance.between(limit * 61, limit * 90)
    else:
        after = chance.between(limit * 60 // 3, limit * 60 - 20)
    at = told.plan.apprehended_at + after * MINUTE
    told.tell(
        "FirstAppeared",
        at,
        word="court" if chance.likely(0.7) else "",
        in_person="no" if told.lapses() else "yes",
        asked_about_treatment="yes" if chance.likely(0.6) else "no",
    )
    return at


def decided(told: Telling, at: int, *, held: bool) -> int:
    """The decision on detention; gives when it was taken."""
    when = at + told.chance.around(40)
    told.tell(
        "DetentionDecided",
        when,
        word="court",
        outcome="held" if held else "released",
        ground=told.plan.ground,
        by_court=f"demo-courts-{told.place.region}",
    )
    return when
