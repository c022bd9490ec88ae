"""Who sees what: the one place where documents, replies and alternative reports are narrowed to an actor.

What a body holds back is shown to that body alone. What the State has not sent is shown to who prepares, clears or
sends it. actor None is the public, which sees whatever nobody holds back.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, Whereabouts, may, reach, require
from qorgau.access.roles import Role
from qorgau.complaints.facts.register import institution
from qorgau.reading.document import DocumentKind
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.words import ReplyStage, Sender
from qorgau.treaty.models import AlternativeRow, DocumentRow, RecommendationRow, ReplyRow

SEE, CORRECT = "treaty.see", "treaty.correct"
OF_THE_STATE = (Role.COUNCIL_SECRETARY, Role.FOCAL_POINT, Role.MINISTER_OFFICE, Role.INSPECTOR)
_OUT = (ReplyStage.SENT.value, ReplyStage.TAKEN.value)


def own_bodies(actor: Actor) -> frozenset[str]:
    """The body of the appointment, and the institution that it stands for."""
    return frozenset({actor.body, institution(actor.body)})


def require_seeing(actor: Actor | None) -> None:
    """Refuse an actor who may not see recommendations at all; the public sees its own pages."""
    if actor is not None:
        require(actor, SEE)


def require_for(actor: Actor, act: str, bodies: Iterable[str]) -> None:
    """Refuse the act unless the actor's reach covers one of these bodies."""
    concerned = frozenset(bodies)
    require(actor, act)
    if reach(actor, act) is Reach.BODY and not own_bodies(actor) & concerned:
        require(actor, act, at=Whereabouts(bodies=concerned - {actor.body}))


def may_for(actor: Actor | None, act: str, bodies: Iterable[str]) -> bool:
    """Whether `require_for` would let it pass: to show a button."""
    if actor is None or not may(actor, act):
        return False
    return reach(actor, act) is not Reach.BODY or bool(own_bodies(actor) & frozenset(bodies))


def documents_seen(rows: QuerySet[DocumentRow], actor: Actor | None) -> QuerySet[DocumentRow]:
    """Those that are nobody's alone, and those of the actor's own body."""
    public = Q(held_back=False) | ~Q(published_on="")
    return rows.filter(public if actor is None else public | Q(body_id=actor.body))


def recommendations_seen(
    rows: QuerySet[RecommendationRow], actor: Actor | None
) -> QuerySet[RecommendationRow]:
    """Those from documents that are nobody's alone; and what only the actor's own body tracks, while nobody else does."""
    public = Q(held_back=False)
    if actor is None:
        return rows.filter(public)
    everybodys = RecommendationRow.objects.filter(
        recommendation_id=OuterRef("recommendation_id"), held_back=False
    )
    own = Q(holders__contains=f"\n{actor.body}\n") & ~Exists(everybodys)
    return rows.filter(public | own)


def alternatives_seen(rows: QuerySet[AlternativeRow], actor: Actor | None) -> QuerySet[AlternativeRow]:
    """Those that their authors published, and those of the actor's own body."""
    public = ~Q(published_on="")
    return rows.filter(public if actor is None else public | Q(body_id=actor.body))


def replies_seen(rows: Iterable[ReplyRow], actor: Actor | None) -> list[ReplyRow]:
    """Those that were sent, and those in work that the actor has a part in."""
    return [row for row in rows if row.stage in _OUT or works_on(row, actor)]


def works_on(row: ReplyRow, actor: Actor | None) -> bool:
    """Whether the actor has a part in a reply that was not sent: the council, its lead and contributing bodies."""
    if actor is None:
        return False
    if actor.role is Role.COUNCIL_SECRETARY:
        return True
    concerned = {row.lead, *from_lines(row.bodies), row.prepared_body}
    acts = any(may(actor, act) for act in ("treaty.reply", "treaty.clear", "treaty.send"))
    return acts and bool(own_bodies(actor) & concerned)


def may_correct(actor: Actor | None, row: DocumentRow) -> bool:
    """Whether the actor may correct this document: one held back, its body alone; an organisation's, nobody of the State."""
    if actor is None or not may(actor, CORRECT):
        return False
    is_organisations = is_an_organisations(row)
    if is_organisations and actor.role in OF_THE_STATE:
        return False
    return row.body_id == actor.body or not (row.held_back or is_organisations)


def is_an_organisations(row: DocumentRow) -> bool:
    """Whether an organisation wrote it: it is mended by the organisation alone."""
    return row.sender == Sender.NGO or row.kind == DocumentKind.NGO_SUBMISSION
