"""Erasure: a person's key, salts and folds are destroyed; the fact of what happened stays."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connections

from qorgau.recording.consents import Authorities, ErasureRequest, consenting_bodies
from qorgau.recording.drafts import Draft
from qorgau.recording.folds import is_folded
from qorgau.recording.holds import refuse_if_held
from qorgau.recording.keystore.secrets import destroy_secrets
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import EntryObject, ErasedPerson, OutgoingNotice, StoredEntry
from qorgau.recording.record import Acknowledgement, record
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.salts import ERASURE, PERSON
from qorgau.recording.writer_turn import RECORD

_AT_ONCE = 1000
"""So many entries are fixed in one erasure entry, to stay within the size of an entry."""


class NobodyToErase(RecordingRefusal):
    """The record does not name this person, or has erased them already."""


class ChangedMeanwhile(RecordingRefusal):
    """Something was recorded of the person while the erasure was prepared."""


@dataclass(frozen=True, kw_only=True)
class Signed:
    """A request, the notes that consent to it, and the bodies whose notes count."""

    request: ErasureRequest
    consents: Sequence[str]
    authorities: Authorities


def erase(
    signed: Signed, *, by: str, for_body: str, entry_id: str, as_of: int
) -> tuple[Acknowledgement, ...]:
    """Erase a person, or refuse by name. The entries stay: their coded facts, times and places.

    First the record says so and the read tables are folded without the person's data; then the key
    is destroyed. If the second step is interrupted, `rebuild` and each batch take it up again.
    """
    person = signed.request.person_id
    _refuse_other_record(signed.request)
    refuse_if_held(person, as_of=as_of)
    bodies = consenting_bodies(signed.request, signed.consents, signed.authorities, as_of=as_of)
    entries = _entries_of(person)
    if not entries or ErasedPerson.objects.filter(person_id=person).exists():
        raise NobodyToErase(f"The record names no person {person}, or has erased them already.")
    drafts = _drafts(signed, bodies, entries, by=by, for_body=for_body, entry_id=entry_id, as_of=as_of)

    def remove_what_is_not_record() -> None:
        if _entries_of(person) != entries:
            raise ChangedMeanwhile(f"Something was just recorded of {person}. Start the erasure again.")
        OutgoingNotice.objects.filter(entry_id__in=entries).delete()

    answers = record(drafts, received=as_of, first=remove_what_is_not_record, also_fold=_named_with(person))
    destroy_secrets([person], at=as_of)
    _scrub_record()
    return answers


def _refuse_other_record(request: ErasureRequest) -> None:
    if request.origin != log_keys().origin:
        raise NobodyToErase(f"The request is for the record {request.origin}, this is {log_keys().origin}.")


def _entries_of(person: str) -> dict[str, str]:
    named = EntryObject.objects.filter(role=PERSON, object_id=person).values("entry_id")
    bodies = StoredEntry.objects.filter(id__in=named).order_by("id").values_list("id", "body")
    return {entry_id: hashlib.sha256(bytes(body)).hexdigest() for entry_id, body in bodies}


def _drafts(
    signed: Signed,
    bodies: Sequence[str],
    entries: dict[str, str],
    *,
    by: str,
    for_body: str,
    entry_id: str,
    as_of: int,
) -> list[Draft]:
    # Without its salt an entry's commitment can no longer be recomputed. Its bytes are fixed anew
    # here, by an entry whose own salt stays, so that what remains cannot be altered either.
    lines = [f"{each} {digest}" for each, digest in entries.items()]
    return [
        Draft(
            id=entry_id if start == 0 else f"{entry_id}.{start // _AT_ONCE}",
            kind=ERASURE,
            recorded=as_of,
            by=by,
            for_body=for_body,
            objects={PERSON: [signed.request.person_id]},
            facts={
                "ground": signed.request.ground,
                "consented": list(bodies),
                "consents": list(signed.consents) if start == 0 else [],
                "remains": lines[start : start + _AT_ONCE],
            },
        )
        for start in range(0, len(lines), _AT_ONCE)
    ]


def _named_with(person: str) -> list[tuple[str, str]]:
    named = EntryObject.objects.filter(role=PERSON, object_id=person).values("entry_id")
    together = EntryObject.objects.filter(entry_id__in=named).values_list("role", "object_id")
    return sorted({(role, each) for role, each in together.distinct() if is_folded(role)})


def _scrub_record() -> None:
    # The old rows of the read tables: overwritten in the file already, and now gone from the journal.
    # On PostgreSQL dead row versions go with the owner's next VACUUM, which the app may not run.
    connection = connections[RECORD]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
