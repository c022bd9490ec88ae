"""The known stories, tale by tale: who it is, when it began, and what was and was not done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qorgau.demo.accounts_plan import LAWYER, PROSECUTOR, RELATIVE
from qorgau.demo.chance import HOUR, MINUTE
from qorgau.demo.country import PlacePlan
from qorgau.demo.course.arrival import identified
from qorgau.demo.course.telling import Telling
from qorgau.demo.names import Style


@dataclass(frozen=True, kw_only=True)
class Tale:
    """One story.

    began: hours before the last moment; at_night: at the last 23:40 instead. tell: all that follows
    the act; it is given the telling, the moment of the act and the last moment of all.
    """

    shows: str
    tell: Callable[[Telling, int, int], None]
    began: int = 0
    at_night: bool = False
    age: int = 34
    woman: bool = False
    foreign: bool = False
    style: Style = Style.KAZAKH


def _brought_in(told: Telling, act: int, *, registered_after: int = 25 * MINUTE) -> int:
    """What a careful desk does at once; gives when the person came there."""
    came = act + 20 * MINUTE
    told.tell("Apprehended", act, typed=came, ground="criminal", video_recorded="yes", personal=_PATROL)
    told.tell("ReasonsGiven", act + MINUTE, typed=came, understood="yes")
    told.tell("Delivered", came, typed=came + MINUTE)
    at = came + registered_after
    told.tell(
        "Registered",
        at,
        typed=at,
        exact_date="yes",
        exact_time="yes",
        exact_place="yes",
        delivery_hours="yes",
    )
    identified(told, at + MINUTE)
    for minutes, field in enumerate(("identity", "deprivation", "ordering_authority"), start=2):
        told.tell("RegisterFieldRecorded", at + minutes * MINUTE, typed=at + minutes * MINUTE, field=field)
    told.tell("ProsecutorTold", at + HOUR, typed=at + HOUR)
    return came


_PATROL = {"where": "in the street (demo)", "officers": "patrol 7 (demo)"}


def _rights(told: Telling, at: int) -> None:
    told.tell(
        "RightsExplained", at, typed=at, understood="yes", language=told.person.language, rights_card="yes"
    )


def _admitted(told: Telling, at: int) -> None:
    ivs = told.plan.country.of(told.place.region, "ivs")[0]
    told.place = ivs
    told.tell(
        "Admitted",
        at,
        typed=at,
        objects={"placement": told.object("placement")},
        ground="criminal",
        commitment_order="yes",
    )
    _cell(told, at + 10 * MINUTE, ivs)
    told.tell(
        "MedicallyExamined",
        at + 20 * MINUTE,
        typed=at + 20 * MINUTE,
        word="place_doctor",
        objects={"examination": told.object("examination")},
        more=dict.fromkeys(("officer_in_sight", "officer_in_hearing", "fee_charged", "injuries_found"), "no"),
    )


def _cell(told: Telling, at: int, ivs: PlacePlan) -> None:
    cell = ivs.cell_for(told.person.whom, 0)
    assert cell is not None
    told.tell(
        "Placed",
        at,
        typed=at,
        objects={"placement": told.object("placement", 2), "cell": cell.id},
        ground="criminal",
    )


def _child_at_night(told: Telling, act: int, until: int) -> None:
    came = _brought_in(told, act, registered_after=10 * MINUTE)
    _rights(told, came + 16 * MINUTE)


def _judge_late(told: Telling, act: int, until: int) -> None:
    came = _brought_in(told, act)
    _rights(told, came + 5 * MINUTE)
    told.tell("RelativeTold", came + 40 * MINUTE, typed=came + 40 * MINUTE, relation="spouse")
    _admitted(told, came + 3 * HOUR)
    hearing = {"hearing": told.object("hearing")}
    told.tell("HearingRequested", came + 5 * HOUR, word="person", objects=hearing, typed=came + 5 * HOUR)
    answered = act + 50 * HOUR
    told.tell("HearingHeld", answered, word="court", objects=hearing, typed=answered)
    told.tell(
        "FirstAppeared", answered, word="court", typed=answered, in_person="yes", asked_about_treatment="yes"
    )
    told.tell(
        "DetentionDecided",
        answered + HOUR,
        word="court",
        typed=answered + HOUR,
        outcome="held",
        ground="criminal",
    )


def _did_not_arrive(told: Telling, act: int, until: int) -> None:
    came = _brought_in(told, act)
    _rights(told, came + 5 * MINUTE)
    told.tell("RelativeTold", came + HOUR, typed=came + HOUR, relation="parent")
    _admitted(told, came + 3 * HOUR)
    left = act + 40 * HOUR
    centre = told.plan.country.of(told.place.region, "sizo")[0]
    objects = {"transfer": told.object("transfer"), "destination": centre.id}
    told.tell(
        "Transferred",
        left,
        typed=left,
        objects=objects,
        place=centre.fact,
        personal={"officers": "escort 3 (demo)"},
    )


def _lawyer_turned_away(told: Telling, act: int, until: int) -> None:
    came = _brought_in(told, act)
    _rights(told, came + 5 * MINUTE)
    sister = {"relative": told.object("relative"), "account": RELATIVE}
    named = {"name": "Sister of a demo client", "contact": "demo contact"}
    told.tell(
        "RelativeNamed",
        came + 30 * MINUTE,
        word="person",
        objects=sister,
        personal=named,
        typed=came + 31 * MINUTE,
        relation="sibling",
    )
    told.tell("LawyerRequested", came + 32 * MINUTE, word="person", typed=came + 32 * MINUTE)
    mandate = {"lawyer": told.object("lawyer"), "account": LAWYER}
    told.tell(
        "MandateGiven",
        came + 3 * HOUR,
        objects=mandate,
        typed=came + 3 * HOUR,
        personal={"name": "Lawyer (demo)"},
        word="lawyer",
        account=LAWYER,
    )
    for after in (3 * HOUR + 10 * MINUTE, 4 * HOUR):
        told.tell(
            "LawyerTurnedAway",
            came + after,
            typed=came + after + 5 * MINUTE,
            reason="no_pass",
            word="lawyer",
            account=LAWYER,
        )


def _without_consul(told: Telling, act: int, until: int) -> None:
    came = _brought_in(told, act)
    told.tell(
        "RightsExplained",
        came + 10 * MINUTE,
        typed=came + 10 * MINUTE,
        understood="no",
        language="ru",
        rights_card="no",
    )
    told.tell(
        "InterpreterRequested",
        came + 15 * MINUTE,
        word="person",
        typed=came + 15 * MINUTE,
        language=told.person.language,
    )
    _admitted(told, came + 4 * HOUR)


def _referred(told: Telling, act: int, until: int) -> None:
    came = _brought_in(told, act, registered_after=7 * HOUR)
    _rights(told, came + 7 * HOUR)
    told.tell("RelativeTold", came + 8 * HOUR, typed=came + 8 * HOUR, relation="spouse")
    at = came + 12 * HOUR
    told.tell(
        "BreachAnswered",
        at,
        word="prosecutor",
        account=PROSECUTOR,
        typed=at,
        breach_outcome="referred",
        safeguard="kz/registered_after_apprehension",
        basis="national_law",
    )


TALES: Mapping[str, Tale] = {
    "child-at-night": Tale(
        shows="A child of 15 apprehended at 23:40; no parent has been told yet.",
        tell=_child_at_night,
        at_night=True,
        age=15,
    ),
    "judge-late": Tale(
        shows="Asked for a judge on the first day; heard after fifty hours.",
        tell=_judge_late,
        began=56,
        age=41,
    ),
    "did-not-arrive": Tale(
        shows="Left one place for another; nobody wrote that they arrived.",
        tell=_did_not_arrive,
        began=49,
        age=28,
    ),
    "lawyer-turned-away": Tale(
        shows="The lawyer with a mandate was turned away twice.", tell=_lawyer_turned_away, began=6, age=37
    ),
    "without-consul": Tale(
        shows="A foreigner whose consulate was not told, and who has no interpreter.",
        tell=_without_consul,
        began=20,
        age=30,
        foreign=True,
        style=Style.UZBEK,
    ),
    "referred": Tale(
        shows="Registered seven hours late; the breach was referred.",
        tell=_referred,
        began=22,
        age=52,
        woman=True,
    ),
}
