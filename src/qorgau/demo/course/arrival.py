"""The apprehension, the way to the station, and the register."""

from dataclasses import replace

from qorgau.demo.chance import HOUR, MINUTE
from qorgau.demo.course.telling import Telling

_WHERE = ("at home", "in the street", "at a shop", "at a crossing", "in a car", "at work")


def apprehended(told: Telling) -> None:
    """The act itself, which starts the clocks; often the register gives another time than others do."""
    plan, chance = told.plan, told.chance
    act = plan.apprehended_at
    # The register's time is what desks write down; that it is later than the act is the usual lie.
    written = act + (chance.around(70) if told.lapses(1.2) else 0)
    if written != act and chance.likely(0.3):
        told.tell("Apprehended", act, word="lawyer", ground=plan.ground, typed=act + chance.around(500))
    told.tell(
        "Apprehended",
        written,
        also=_other_accounts(told, act, differs=written != act),
        typed=written + chance.around(45),
        personal={
            "where": f"{chance.one_of(_WHERE)} (demo)",
            "officers": f"patrol {chance.between(1, 90)} (demo)",
        },
        ground=plan.ground,
        video_recorded="no" if told.lapses() else "yes",
    )
    if not told.lapses(0.5):
        told.tell("ReasonsGiven", written + chance.between(0, 2) * MINUTE, understood=_understood(told))
    if chance.likely(0.08):
        told.tell(
            "RestraintApplied",
            act + MINUTE,
            objects={"restraint": told.object("restraint")},
            instrument="handcuffs",
        )
        told.tell("RestraintRemoved", act + 30 * MINUTE, objects={"restraint": told.object("restraint")})


def delivered(told: Telling) -> int:
    """The drive to the station; gives when the person came there."""
    plan, chance = told.plan, told.chance
    drive = chance.between(190, 420) * MINUTE if told.lapses(0.4) else chance.around(38, spread=0.5)
    came = plan.apprehended_at + min(drive, 12 * HOUR)
    if chance.likely(0.25):
        transport = {"transport": told.object("transport")}
        filmed = "no" if told.lapses() else "yes"
        told.tell(
            "TransportBegan", plan.apprehended_at + 4 * MINUTE, objects=transport, video_recorded=filmed
        )
        told.tell("TransportEnded", came - MINUTE, objects=transport)
    told.tell("Delivered", came)
    return came


def registered(told: Telling, came: int) -> None:
    """The entry in the register, with its fields; by some desks late, by some never."""
    chance = told.chance
    if told.lapses(0.2):
        return
    at = came + (chance.between(150, 900) * MINUTE if told.lapses(0.5) else chance.around(14))
    first = told.tell("Registered", at, more=_exactness(told))
    identity(told, at + MINUTE)
    for field in ("deprivation", "ordering_authority", "supervising_authority", "officers", "arrest_time"):
        if not told.lapses() and chance.likely(0.3):
            _field(told, at + chance.between(1, 6) * MINUTE, field)
    if chance.likely(0.01):
        right = replace(first, facts={**first.facts, "exact_place": "yes", "exact_time": "yes"})
        told.correct(first, at + chance.between(1, 30) * HOUR, "The place and the hour were left out.", right)
    if told.plan.ground == "criminal" and not told.lapses(0.5):
        told.tell("ProsecutorTold", at + chance.around(110))


def identity(told: Telling, at: int) -> None:
    """Who it is; a few refuse to say."""
    if told.chance.likely(0.02):
        looks = {"described_as": "tall, grey coat (demo)"}
        told.tell("IdentityRecorded", at, name_status="refused", personal=looks)
        return
    identified(told, at)
    if not told.lapses(0.5):
        _field(told, at, "identity")


def identified(told: Telling, at: int) -> None:
    """Who it is, by name."""
    person = told.person
    told.tell(
        "IdentityRecorded",
        at,
        typed=at,
        personal={
            "family_name": person.name.family,
            "given_name": person.name.given,
            **({"patronymic": person.name.patronymic} if person.name.patronymic else {}),
            "born_on": person.born_on.isoformat(),
            "id_number": f"DEMO-{person.id[-6:]}",
            "citizenship": person.citizenship,
        },
        more=_attributes(told),
    )


def _attributes(told: Telling) -> dict[str, str | int]:
    person = told.person
    said: dict[str, str | int] = {
        "name_status": "documented" if told.chance.likely(0.7) else "given",
        "age": person.age,
        "gender": "female" if person.woman else "male",
        "foreign_national": "yes" if person.foreign else "no",
        "understands_language": "yes" if person.understands else "no",
    }
    for name in ("pregnant", "with_infant", "intoxicated"):
        if getattr(person, name):
            said[name] = "yes"
    return said


def _field(told: Telling, at: int, field: str) -> None:
    filled = {
        "ordering_authority": {"ordered_by": f"duty investigator {told.chance.between(1, 40)} (demo)"},
        "supervising_authority": {"supervised_by": "duty prosecutor (demo)"},
        "officers": {"officers": f"patrol {told.chance.between(1, 90)} (demo)"},
    }
    told.tell("RegisterFieldRecorded", at, field=field, personal=filled.get(field))


def _exactness(told: Telling) -> dict[str, str]:
    words = ("exact_date", "exact_time", "exact_place", "delivery_hours")
    return {word: "no" if told.lapses(0.4) else "yes" for word in words}


def _other_accounts(told: Telling, act: int, *, differs: bool) -> dict[str, tuple[int, int]]:
    chance = told.chance
    if differs and chance.likely(0.6):
        who = chance.weighed({"person": 5, "camera": 2, "lawyer": 2})
        return {who: (act, act)}
    if chance.likely(0.05):
        # Somebody who was told of it by telephone knows the hour and not the minute.
        return {"relative": (act - 40 * MINUTE, act + 20 * MINUTE)}
    return {}


def _understood(told: Telling) -> str:
    return "yes" if told.person.understands or told.chance.likely(0.5) else "no"
