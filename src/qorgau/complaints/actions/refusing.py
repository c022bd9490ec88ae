"""A case is refused to a body: recorded, so that somebody sees who was to have it, and then raised."""

from __future__ import annotations

from typing import NoReturn

from qorgau.complaints.actions.at_hand import AtHand
from qorgau.complaints.actions.conditions import has_a_move, tie
from qorgau.complaints.entries import ASSIGNMENT_REFUSED, About
from qorgau.complaints.facts import routing
from qorgau.complaints.facts.candidates import Tied
from qorgau.complaints.facts.course import PATH_SIGN
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.facts.register import institution
from qorgau.complaints.refusal import TiedBody
from qorgau.lawbook.safeguard import Text
from qorgau.procedures import in_names

TIED_THEN, TIED_NOW, NOT_COMPETENT = "tied_then", "tied_now", "not_competent"
_MAY_GO_TO_THE_TIED = frozenset({About.ILL_TREATMENT.value, About.OTHER.value})


def refuse_the_tied(hand: AtHand, body: str) -> None:
    """Refuse to bring torture, or what nobody classed yet, before a body tied to the accused.

    A procedure beside the criminal case may ask that very body for a move: a ministry imposes its discipline.
    """
    if (
        hand.known.is_outside
        or hand.known.about in _MAY_GO_TO_THE_TIED
        or has_a_move(hand, institution(body))
    ):
        return
    found = tie(hand, institution(body), hand.day())
    if found is not None:
        refuse(hand, body, found)


def refuse(hand: AtHand, body: str, found: Tied | None) -> NoReturn:
    """Record the refusal and raise it as TiedBody. found: what ties the body; None: it is not competent."""
    path = found.path if found else ()
    tied = TIED_THEN if found and found.then else TIED_NOW
    facts = {
        "body": body,
        "refused_because": tied if found else NOT_COMPETENT,
        "tie_path": PATH_SIGN.join(path),
    }
    done = hand.record([hand.draft(ASSIGNMENT_REFUSED, part="refused", facts=facts)])
    if found is None:
        what = routing.competence_for(hand.known.about)
        who = [each.title for each, _ in bodies().competent(what, hand.day())]
        raise TiedBody(
            "not_competent",
            path=(),
            entry=done.entries[0],
            field="body",
            body=_title(body),
            on=hand.day().isoformat(),
            who=lambda language: ", ".join(title[language] for title in who) or "–",
        )
    raise TiedBody(
        "tied",
        path=path,
        entry=done.entries[0],
        field="body",
        body=_title(body),
        way=in_names(bodies(), path),
        on=found.on,
    )


def _title(body: str) -> Text:
    return bodies().bodies[institution(body)].title
