"""Who may be given a complaint: competence by the law of the day, and independence on the dated tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qorgau.complaints.entries import About
from qorgau.complaints.facts.candidates import Candidate, Routing, Tied
from qorgau.complaints.facts.case import Officer
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.facts.officers import on_the_tree
from qorgau.complaints.saying import in_three
from qorgau.lawbook.bodies import Body, Competence
from qorgau.lawbook.procedure import Mark, Term
from qorgau.lawbook.words import Basis, Confirmed
from qorgau.procedures import Service as TreeService
from qorgau.procedures import independence

WHAT = {
    About.TORTURE: "investigate_torture",
    About.DEATH: "investigate_torture",
    About.ILL_TREATMENT: "investigate_ill_treatment",
}
"""The competence that each sort of complaint asks for; a death in custody goes the way of torture."""

CONTRARY = "contrary_to_the_convention"
NOT_YET_LAW = "not_yet_law"
TREATY_BODIES = ("committee_against_torture", "human_rights_committee")


def competence_for(about: str) -> str:
    """The competence asked for; what nobody classed goes the safer way, as torture."""
    return WHAT.get(About(about), "investigate_torture") if about in set(About) else "investigate_torture"


def routing(
    about: str,
    *,
    on: date,
    accused: Sequence[Officer] = (),
    accused_bodies: Sequence[str] = (),
    place_type: str = "",
    act_on: date | None = None,
) -> Routing:
    """The bodies that may be given the case on a day, each with what ties it to the accused.

    Before the complaint was opened nobody knows whom it names: then the bodies that run the place stand for the accused.
    """
    suspected = _suspected(accused, accused_bodies, place_type, act_on or on)
    found = [
        *_by_law(about, on, suspected, act_on),
        *_proposed(about, on, suspected, act_on),
    ]
    independent = [each for each in found if each.is_open]
    if independent or not found:
        return Routing(candidates=tuple(found), by_law_of=on.isoformat())
    says = (in_three("complaints.no_independent_body"),)
    return Routing(candidates=(*found, *_treaty_bodies()), by_law_of=on.isoformat(), says=says)


def _by_law(
    about: str, on: date, suspected: Sequence[tuple[str, TreeService]], act_on: date | None
) -> Iterator[Candidate]:
    for body, competence in bodies().competent(competence_for(about), on):
        tie = tie_of(body.id, suspected, act_on=act_on, today=on)
        marks = (_contrary(),) if tie is not None else ()
        yield Candidate(body=body.id, title=body.title, competence=competence, marks=marks, tie=tie)


def _proposed(
    about: str, on: date, suspected: Sequence[tuple[str, TreeService]], act_on: date | None
) -> Iterator[Candidate]:
    """Bodies to which somebody proposes to give such cases: an independent alternative, and not yet law."""
    for body, competence in proposed_for(about, on):
        if tie_of(body.id, suspected, act_on=act_on, today=on) is None:
            marks = (_not_yet(competence),)
            yield Candidate(body=body.id, title=body.title, competence=competence, marks=marks)


def proposed_for(about: str, on: date) -> tuple[tuple[Body, Competence], ...]:
    """The bodies to which somebody proposes to give such cases, and that do not have them by law."""
    what = competence_for(about)
    found = bodies().competent(what, on, basis=Basis.PROPOSAL)
    return tuple((body, competence) for body, competence in found if body.may(what, on) is None)


def tie_of(
    body: str, suspected: Sequence[tuple[str, TreeService]], *, act_on: date | None, today: date
) -> Tied | None:
    """What ties a body to an accused, at the time of the act, now, or in between; None for nothing."""
    for officer, service in suspected:
        tie = independence(bodies(), body=body, accused=(service,), act_on=act_on, today=today)
        if tie is not None:
            return Tied(
                body=body,
                officer=officer,
                path=tie.path,
                on=tie.on.isoformat(),
                then=tie.in_period or tie.on != today,
            )
    return None


def suspected_of(
    officers: Sequence[Officer], *, accused_bodies: Sequence[str] = (), place_type: str = "", on: date
) -> tuple[tuple[str, TreeService], ...]:
    """Each officer with each service; the accused bodies themselves, or who runs the place, where nobody is named."""
    return tuple(_suspected(officers, accused_bodies, place_type, on))


def _suspected(
    officers: Sequence[Officer], accused_bodies: Sequence[str], place_type: str, on: date
) -> list[tuple[str, TreeService]]:
    found = [(officer.id, service) for officer in officers for service in on_the_tree(officer.services)]
    found += [("", TreeService(body=body)) for body in accused_bodies]
    if not found and place_type:
        found = [("", TreeService(body=body.id)) for body in bodies().running(place_type, on)]
    return found


def _contrary() -> Mark:
    return Mark(
        text=in_three("complaints.contrary_mark"),
        source="CAT arts. 12-13",
        basis=Basis.TREATY,
        term=Term(date(1987, 6, 26)),
        confirmed=Confirmed.OPENED,
        name=CONTRARY,
    )


def _not_yet(competence: Competence) -> Mark:
    return Mark(
        text=in_three("complaints.proposed_mark"),
        source=competence.source,
        basis=Basis.PROPOSAL,
        term=Term(competence.span.since or date(2023, 1, 1)),
        confirmed=competence.confirmed,
        name=NOT_YET_LAW,
    )


def _treaty_bodies() -> Iterator[Candidate]:
    for name in TREATY_BODIES:
        yield Candidate(body=name, title=in_three(f"complaints.{name}"), competence=None, forum="treaty_body")


def known_body(id: str, on: date) -> Body | None:
    """The body as it stands on a day, or None."""
    found = bodies().bodies.get(id)
    return found if found is not None and found.span.holds(on) else None
