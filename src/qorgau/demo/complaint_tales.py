"""How complaints go: lawfully or not, quickly or not; each tale stops at the stage it is given."""

from __future__ import annotations

from collections.abc import Callable

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.complaints.entries import (
    FORWARDED,
    NPM_CONTACT,
    PROTECTION_ASKED,
    REFUSED_BY_COURT,
    REPRISAL,
    SENT_BACK,
    TRANSFER_ASKED,
    WITHDRAWN,
)
from qorgau.demo.chance import DAY, Chance, id_of
from qorgau.demo.complaint_telling import CRIMINAL, DISCIPLINE, CaseTelling, OfficerPlan, actor
from qorgau.demo.names import Style, invented_name

DESK = actor("demo-special-prosecutor", Role.COMPLAINTS_OFFICER, "special_prosecutors")
INVESTIGATOR = actor("demo-investigator", Role.INVESTIGATOR, "special_prosecutors")
POLICE = actor("demo-police-investigator", Role.INVESTIGATOR, "police")
SUPERVISOR = actor("demo-complaints", Role.COMPLAINTS_OFFICER, "prosecutors_office")
INSPECTORATE = actor("demo-inspectorate", Role.COMPLAINTS_OFFICER, "kpi")
COMMITTEE = actor("demo-committee", Role.COMMITTEE_MEMBER, "spadc")
MINISTER = actor("demo-minister", Role.MINISTER_OFFICE, "mia")
UNIT = actor("demo-psu", Role.COMPLAINTS_OFFICER, "psu")
APPEAL = "kz/appeal_against_closing"
COURT = actor("demo-court", Role.COURT_REGISTRY, "courts")
REVIEW = actor("demo-court", Role.COURT_REGISTRY, "investigative_courts")
NPM = actor("demo-npm", Role.NPM_MEMBER, "npm")
COALITION = actor("demo-coalition", Role.NGO_WORKER, "coalition")
DOCTORS = actor("demo-forensic", Role.INVESTIGATOR, "forensic_centre")

_OFFICERS = 16
_SAID = {
    "torture": "They hurt me until I signed.",
    "ill_treatment": "They kept me standing all night.",
    "other": "They shouted at me and took my things.",
}


_RECEIVED_BY = {
    "special_prosecutors": DESK,
    "prosecutors_office": SUPERVISOR,
    "kpi": INSPECTORATE,
    "coalition": COALITION,
}


def _officer(told: CaseTelling, turn: int = 0) -> OfficerPlan:
    """One of the few officers whom complaints of the demo name, some of them more than once."""
    number = (told.chance.between(1, _OFFICERS) + turn) % _OFFICERS
    chance = Chance(told.plan.seed, "officer", number)
    name = invented_name(chance, chance.one_of((Style.KAZAKH, Style.RUSSIAN)), woman=chance.likely(0.1))
    officer = id_of(told.plan.seed, "officer", number)
    return OfficerPlan(id=officer, name=f"{name.in_full} (demo)", body="police", since="2019-02-01")


def _lodged(told: CaseTelling) -> None:
    told.lodge(_RECEIVED_BY[told.plan.to_body], narrative=_SAID[told.plan.about])


def opened(told: CaseTelling, stop: int) -> None:
    """Known at the desk; nobody has the case."""
    _lodged(told)
    told.officer(_officer(told), told.at(0.1), _RECEIVED_BY[told.plan.to_body])


def assigned(told: CaseTelling, stop: int) -> str:
    """The police are refused torture and get ill-treatment, which is marked; stop 0 or 1 tells which."""
    _lodged(told)
    told.officer(_officer(told), told.at(0.1), _RECEIVED_BY[told.plan.to_body])
    ill = told.plan.about == "ill_treatment"
    if not ill and told.chance.likely(0.5):
        told.refuse("police_internal_security", told.at(0.5), SUPERVISOR)
    run = told.open_run(CRIMINAL, told.at(0.9), SUPERVISOR)
    told.assign(run, "police" if ill else "special_prosecutors", told.at(1), SUPERVISOR)
    return run


def investigated(told: CaseTelling, stop: int) -> str:
    """An investigation as far as `stop`: opened, victim heard, evidence, examination, suspect, suspended."""
    run, by = assigned(told, 0), _looks_into(told)
    told.move(run, "open_investigation", told.at(2), by)
    steps: tuple[Callable[[], object], ...] = (
        lambda: told.move(run, "hear_victim", told.at(3), by),
        lambda: told.move(
            run, "secure_recordings", told.at(4), by,
            facts={"sha256": id_of(told.plan.id, 1) + id_of(told.plan.id, 2), "holder": by.account},
        ),
        lambda: told.move(run, "visit_scene", told.at(4.2), by),
        lambda: told.move(run, "examine", told.at(6), DOCTORS),
        lambda: told.move(run, "name_suspect", told.at(8), by, officers=[_named(told)]),
        lambda: told.move(run, "suspend_suspect", told.at(9), MINISTER, officers=[_named(told)]),
    )  # fmt: skip
    for step in steps[:stop]:
        step()
    return run


def _looks_into(told: CaseTelling) -> Actor:
    """Who has the case: torture is the special prosecutors', ill-treatment goes to the police."""
    return POLICE if told.plan.about == "ill_treatment" else INVESTIGATOR


def _named(told: CaseTelling) -> str:
    """The officer whom this complaint names."""
    return next(name for each in told.entries for name in each.entry.objects.get("officer", ()))


def interrupted(told: CaseTelling, stop: int) -> None:
    """Nobody works on it: the authorities say that nobody was identified."""
    run = investigated(told, 3)
    told.move(
        run,
        "interrupt",
        told.at(40),
        _looks_into(told),
        ground="nobody_identified",
        reasons="Nobody was identified.",
    )


def closed(told: CaseTelling, stop: int) -> str:
    """Closed because the victim could not name an officer; stop 1: approved; 2: and served."""
    run = investigated(told, 2)
    told.move(
        run, "close", told.at(50), _looks_into(told), ground="officer_not_named",
        reasons="The victim was blindfolded and did not see who it was.",
        why_not={
            "scene_visited": "The room was refurbished (demo).",
            "forensic_examination_done": "No injuries were left by then (demo).",
            "officers_named_are_suspects": "One witness is not enough (demo).",
        },
    )  # fmt: skip
    if stop >= 1:
        told.move(run, "approve_closing", told.at(55), SUPERVISOR, reasons="Approved.")
    if stop >= 2:
        told.move(run, "serve_closing", told.at(58), SUPERVISOR)
    return run


def appealed(told: CaseTelling, stop: int) -> None:
    """The closing is appealed: to the prosecutor, then to the investigating court, which grants it."""
    closed(told, 2)
    known = told.hand(SUPERVISOR, told.at(60)).known
    run = next(each.id for each in known.runs if each.procedure.id == APPEAL)
    told.move(run, "serve", told.at(60), SUPERVISOR)
    told.move(run, "ask_prosecutor", told.at(62), SUPERVISOR, by_party="victim")
    if stop >= 1:
        other = actor("demo-complaints-2", Role.COMPLAINTS_OFFICER, "prosecutors_office")
        told.move(run, "prosecutor_refuses", told.at(70), other, reasons="The closing stands.")
    if stop >= 2:
        told.move(run, "ask_court", told.at(75), SUPERVISOR, by_party="victim")
    if stop >= 3:
        told.move(run, "court_grants", told.at(82), REVIEW, reasons="The victim need not name an officer.")


def convicted(told: CaseTelling, stop: int) -> None:
    """Referred to court; stop 1: convicted; 2: released early, which is marked."""
    run = investigated(told, 6)
    told.move(run, "refer_to_court", told.at(50), SUPERVISOR)
    if stop >= 1:
        told.move(run, "convict", told.at(110), COURT, ground="imprisonment")
    if stop >= 2:
        told.move(run, "release_early", told.at(140), COURT, ground="parole")


def minor(told: CaseTelling, stop: int) -> None:
    """A minor matter for the police's own standards unit; stop 2: decided."""
    _lodged(told)
    told.officer(_officer(told), told.at(0.1), INSPECTORATE)
    run = told.open_run(DISCIPLINE, told.at(0.5), INSPECTORATE)
    if stop >= 1:
        told.move(run, "grade_minor", told.at(1), INSPECTORATE, reasons="Rudeness without violence.")
    if stop >= 2:
        told.move(run, "decide_minor", told.at(20), UNIT, ground="founded", reasons="The recording shows it.")


def disciplined(told: CaseTelling, stop: int) -> str:
    """A serious matter: graded, heard, found, a penalty recommended, imposed, appealed, changed."""
    _lodged(told)
    told.officer(_officer(told), told.at(0.1), INSPECTORATE)
    run, officers = told.open_run(DISCIPLINE, told.at(0.5), INSPECTORATE), [_named(told)]
    told.move(run, "grade_serious", told.at(1), INSPECTORATE, reasons="A weapon was shown.")
    steps: tuple[Callable[[], object], ...] = (
        lambda: told.move(
            run, "open_inquiry", told.at(2), INSPECTORATE, facts={"body": "kpi"}, for_body="kpi", more={"body": "kpi"}
        ),
        lambda: told.move(run, "hear_complainant", told.at(4), INSPECTORATE),
        lambda: told.move(
            run, "refer_to_committee", told.at(12), INSPECTORATE, reasons="Heard and documented.",
            facts={"body": "spadc"},
        ),
        lambda: _heard(told, run, officers),
        lambda: told.move(
            run, "recommend", told.at(21), COMMITTEE, officers=officers, reasons="Unfit for service.",
            facts={"disciplinary_penalty": "dismissal"},
        ),
        lambda: told.note(FORWARDED, told.at(22), INSPECTORATE, body="mia"),
        lambda: told.move(
            run, "impose", told.at(24), MINISTER, officers=officers, ground="otherwise",
            reasons="First time.", facts={"disciplinary_penalty": "severe_reprimand"},
        ),
        lambda: _changed(told, run, officers),
    )  # fmt: skip
    for step in steps[:stop]:
        step()
    return run


def _heard(told: CaseTelling, run: str, officers: list[str]) -> None:
    told.move(run, "set_hearing", told.at(13), COMMITTEE, facts={"set_for": told.at(20)})
    told.move(run, "hear", told.at(20), COMMITTEE, facts={"victim_present": "yes"})
    told.move(run, "find", told.at(20.1), COMMITTEE, officers=officers, reasons="Three witnesses agree.")


def _changed(told: CaseTelling, run: str, officers: list[str]) -> None:
    told.move(run, "appeal", told.at(26), MINISTER, by_party="officer")
    told.note(FORWARDED, told.at(26.1), INSPECTORATE, body="courts")
    told.move(
        run, "change", told.at(29), COURT, officers=officers, reasons="The penalty is too mild for what was found.",
        facts={"disciplinary_penalty": "demotion"},
    )  # fmt: skip


def before_the_committee(told: CaseTelling, stop: int) -> None:
    """The hearing is tomorrow."""
    run = disciplined(told, 3)
    told.move(run, "set_hearing", told.at(30), COMMITTEE, facts={"set_for": told.plan.until + DAY})


def protected(told: CaseTelling, stop: int) -> None:
    """A reprisal is reported; stop 1: protection was given; 2: asked for and not given."""
    if stop == 2:
        _lodged(told)
        told.officer(_officer(told), told.at(0.1), DESK)
        told.refuse("police_internal_security", told.at(0.5), SUPERVISOR)
        run = told.open_run(CRIMINAL, told.at(0.9), SUPERVISOR)
        told.assign(run, "special_prosecutors", told.at(1), SUPERVISOR)
        told.move(run, "open_investigation", told.at(2), INVESTIGATOR)
    else:
        investigated(told, 1)
    told.note(REPRISAL, told.at(5), DESK, texts={"reasons": "Threatened with another place (demo)."})
    run = told.open_run("kz/reprisal", told.at(5), DESK)
    told.note(PROTECTION_ASKED, told.at(5.1), NPM, protection="no_contact")
    told.note(TRANSFER_ASKED, told.at(5.2), NPM)
    if stop == 1:
        told.move(run, "protect", told.at(6), DESK, facts={"protection": "transfer"})


def withdrawn(told: CaseTelling, stop: int) -> None:
    """Asked to withdraw: the case goes on; stop 1: the mechanism has met them."""
    investigated(told, 2)
    told.note(WITHDRAWN, told.at(5), DESK, texts={"reasons": "A letter in another hand (demo)."})
    if stop >= 1:
        told.note(NPM_CONTACT, told.at(5.8), NPM, texts={"reasons": "Met alone (demo)."})


def excluded(told: CaseTelling, stop: int) -> None:
    """Said in a trial that a statement was made under torture; stop 1: excluded."""
    _lodged(told)
    run = told.open_run("kz/exclusion_of_statement", told.at(1), COURT, body="courts")
    told.move(run, "challenge", told.at(2), COURT, by_party="defence")
    told.move(run, "order_inquiry", told.at(4), COURT)
    if stop >= 1:
        told.move(
            run, "exclude", told.at(30), COURT, ground="not_refuted", reasons="The State did not refute it."
        )


def communicated(told: CaseTelling, stop: int) -> None:
    """To a treaty body; stop 2: a violation was found."""
    investigated(told, 2)
    run = told.open_run("international/individual_communication", told.at(200), COALITION, body="coalition")
    told.move(run, "submit", told.at(210), COALITION, by_party="representative")
    told.move(run, "register", told.at(240), COALITION, by_party="treaty_body")
    told.move(run, "state_answers", told.at(400), COALITION, by_party="state")
    if stop >= 2:
        told.move(
            run,
            "find_violation",
            told.at(480),
            COALITION,
            by_party="treaty_body",
            reasons="Articles 12 and 13.",
        )


def coalition(told: CaseTelling, stop: int) -> None:
    """Followed by the coalition from outside."""
    _lodged(told)
    run = told.open_run("international/coalition_file", told.at(1), COALITION)
    told.move(run, next(iter(_first_moves(told, run))), told.at(2), COALITION)


def _first_moves(told: CaseTelling, run: str) -> list[str]:
    hand = told.hand(COALITION, told.at(2))
    known = hand.known.run(run)
    assert known is not None
    return [each.id for each in known.standing(as_of=hand.now, zone=hand.known.story.zone).open_moves]


def sent_back(told: CaseTelling, stop: int) -> None:
    """Made to a prosecutor, sent to the accused's department the next day, refused by a court."""
    _lodged(told)
    told.officer(_officer(told), told.at(0.1), COALITION)
    told.note(SENT_BACK, told.at(1), COALITION, body="police_internal_security")
    told.note(REFUSED_BY_COURT, told.at(20), COALITION, body="investigative_courts")
