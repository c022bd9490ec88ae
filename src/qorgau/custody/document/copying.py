"""Making a copy of a custody record for somebody: asked of the permissions, entered as a look, then printed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from qorgau.access.actor import Actor
from qorgau.access.models import Account
from qorgau.access.roles import Role
from qorgau.custody.actions import open_record
from qorgau.custody.document.contents import Audience, Copy, Names
from qorgau.custody.document.record_events import NEVER_PRINTED
from qorgau.custody.entries import usual_ground
from qorgau.custody.facts.record import CustodyRecord
from qorgau.custody.queries import record
from qorgau.custody.queries.reach import seen_whereabouts
from qorgau.custody.queries.record import MEDICAL
from qorgau.lawbook import Language
from qorgau.places.queries import NotListed, body_title, places
from qorgau.places.queries import cell as listed_cell
from qorgau.recording.receipts import receipt_of

_FOR = {Role.LAWYER: Audience.LAWYER, Role.NPM_MEMBER: Audience.LAWYER}


def usual_reader(actor: Actor) -> Audience:
    """For whom a copy is meant if nobody says: a lawyer takes the lawyer's, a desk prints the person's."""
    return _FOR.get(actor.role, Audience.PERSON)


def make_copy(actor: Actor, custody_id: str, *, audience: Audience, language: Language, now: int) -> Copy:
    """The copy that this actor may make now; that it was made counts as a look and is an entry.

    Raises NotPermitted for a role that takes no copies, and NoSuchCustody where there is none or it is
    out of reach: the two are not told apart.
    """
    seen_whereabouts(actor, custody_id, act="custody.document")
    open_record(actor, custody_id, because=usual_ground(actor.role), now=now)
    seen = record(actor, custody_id, as_of=now)
    return Copy(
        record=seen,
        names=names_in(seen),
        audience=audience,
        language=language,
        instance=settings.QORGAU_INSTANCE,
        receipt=_receipt(seen),
        without_medical=actor.role not in MEDICAL,
        synthetic=is_synthetic(),
    )


def names_in(seen: CustodyRecord) -> Names:
    """How everything is called that the record names."""
    where = seen.whereabouts
    accounts = {each.by for each in seen.entries} | {each.confirmed_by for each in seen.entries}
    accounts |= {each.account for each in seen.openings} | {each.by for each in seen.answers}
    bodies = {each.body for each in seen.entries} | {each.body for each in seen.openings} | {seen.body}
    found = places(_named(seen, "place") | {where.place, where.destination} - {""})
    return Names(
        places={key: each.name for key, each in found.items()},
        cells=_cells(_named(seen, "cell") | {where.cell}),
        bodies={body: body_title(body) for body in bodies - {""}},
        accounts=dict(Account.objects.filter(id__in=accounts - {""}).values_list("id", "name")),
    )


def is_synthetic() -> bool:
    """Whether everything here is invented, so that every paper must say so."""
    marked = Path(settings.QORGAU_DATA) / "SYNTHETIC.json"
    return bool(getattr(settings, "QORGAU_SYNTHETIC", False)) or marked.exists()


def _named(seen: CustodyRecord, role: str) -> set[str]:
    return {each for entry in seen.entries for each in entry.objects.get(role, ())}


def _cells(ids: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in sorted({*ids} - {""}):
        try:
            found[each] = listed_cell(each).name
        except NotListed:
            continue  # a cell that nobody listed stands with its id
    return found


def _receipt(seen: CustodyRecord) -> str:
    """The receipt of the last entry shown: later looks at the record change nothing on the paper."""
    shown = [each for each in seen.entries if each.kind not in NEVER_PRINTED]
    last = max(shown, key=lambda each: (each.received, each.id), default=None)
    return str(receipt_of(last.id)) if last else ""
