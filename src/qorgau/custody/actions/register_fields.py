"""An entry that says enough also fills its field of the register, in the same append."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.access.actor import Actor
from qorgau.custody.entries import CUSTODY, PERSON, NameStatus
from qorgau.custody.facts.moments import Moments
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft

_KNOWN_BY = frozenset({NameStatus.GIVEN, NameStatus.DOCUMENTED})
_EACH_TIME = frozenset({"admission", "release", "transfer"})
"""Fields that belong to one event and are filled anew when it happens again."""


def fields_filled(draft: Draft, moments: Moments | None) -> tuple[str, ...]:
    """The fields of the register that this entry fills and that are not filled yet."""
    known = set() if moments is None else _filled(moments)
    return tuple(word for word in _fields(draft) if word in _EACH_TIME or word not in known)


def _filled(moments: Moments) -> set[str]:
    return {str(each.entry.facts.get("field", "")) for each in moments.of.get("RegisterFieldRecorded", ())}


def _fields(draft: Draft) -> Iterator[str]:
    """What an entry says in full; half of a field stays a gap."""
    said = {name for values in draft.personal.values() for name in values}
    exact = all(source.earliest == source.latest for source in draft.happened)
    kind, facts = draft.kind, draft.facts
    if kind == "IdentityRecorded" and facts.get("name_status") in _KNOWN_BY and "family_name" in said:
        yield "identity"
    if kind == "Admitted" and exact and draft.objects.get("place"):
        yield "admission"
    if kind == "MedicallyExamined":
        yield "health"
        if "injuries_found" in facts:
            yield "injuries_and_complaints"
    if kind == "Released" and exact:
        yield "release"
    if kind == "Transferred" and exact and draft.objects.get("destination") and "officers" in said:
        yield "transfer"
    if kind == "RelativeNamed" and {"name", "contact"} <= said:
        yield "emergency_contact"
    if kind == "PropertyTaken":
        yield "property"


def field_draft(actor: Actor, *, entry_id: str, custody: str, person: str, word: str, now: int,
                personal: dict[str, str] | None = None) -> Draft:  # fmt: skip
    """The entry that a field of the register was completed just now."""
    return Draft(
        id=entry_id,
        kind="RegisterFieldRecorded",
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects={PERSON: [person], CUSTODY: [custody]},
        happened=(Happened(said_by=actor.said_by, earliest=now, latest=now),),
        facts={"field": word},
        personal={person: personal} if personal else {},
    )
