"""Everything that can be done before any lock: check, encrypt, canonicalise, commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from qorgau.ledger.commitment import commit
from qorgau.ledger.entry import Entry, canonical
from qorgau.ledger.promise import merge_deadline
from qorgau.recording.drafts import Draft
from qorgau.recording.keystore.secrets import instance_secret, needed_secrets
from qorgau.recording.kinds import check_kind
from qorgau.recording.personal import encrypt
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.salts import ERASURE, PERSON, persons_behind, salt_of


class PersonNotNamed(RecordingRefusal):
    """An entry holds personal data of somebody whom it does not name among its persons."""


class SameIdTwice(RecordingRefusal):
    """Two entries offered together have one id."""


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """An entry ready to be stored."""

    entry: Entry
    body: bytes
    salt: bytes
    commitment: bytes
    received: int
    merge_by: int


def prepare(drafts: Sequence[Draft], *, received: int) -> tuple[Prepared, ...]:
    """Prepare all drafts or refuse them all; nothing is stored but the keys of new persons."""
    if len({draft.id for draft in drafts}) < len(drafts):
        raise SameIdTwice("Two of the entries have the same id. Draw an id for each with `new_entry_id`.")
    for draft in drafts:
        check_kind(draft)
        _check_persons(draft)
    # A malformed draft must be refused before a key is made for a person it names.
    plain = [_entry(draft, personal={}) for draft in drafts]
    secrets = needed_secrets(sorted({person for draft in drafts for person in _persons(draft)}))
    return tuple(
        _prepared(_with_personal(entry, draft, secrets), secrets, received)
        for entry, draft in zip(plain, drafts, strict=True)
    )


def _check_persons(draft: Draft) -> None:
    # Erasure finds a person's entries by the objects they name; what it cannot find it cannot erase.
    if unnamed := draft.personal.keys() - set(draft.objects.get(PERSON, ())):
        raise PersonNotNamed(
            f"Entry {draft.id} holds personal data of {', '.join(sorted(unnamed))}, whom it does not "
            f"name. Name them among its objects, in the role {PERSON}."
        )


def _prepared(entry: Entry, secrets: Mapping[str, bytes], received: int) -> Prepared:
    body = canonical(entry)
    salt = salt_of(
        entry.id, instance=instance_secret(), persons=[secrets[each] for each in persons_behind(entry)]
    )
    return Prepared(
        entry=entry,
        body=body,
        salt=salt,
        commitment=commit(body, salt=salt),
        received=received,
        merge_by=merge_deadline(received=received, period=settings.QORGAU_BATCH_SECONDS),
    )


def _with_personal(entry: Entry, draft: Draft, secrets: Mapping[str, bytes]) -> Entry:
    if not draft.personal:
        return entry
    return _entry(
        draft,
        personal={
            person: encrypt(values, secret=secrets[person], entry_id=draft.id, person=person)
            for person, values in draft.personal.items()
        },
    )


def _entry(draft: Draft, *, personal: Mapping[str, str]) -> Entry:
    return Entry(
        instance=draft.instance or settings.QORGAU_INSTANCE,
        id=draft.id,
        kind=draft.kind,
        objects=draft.objects,
        happened=draft.happened,
        recorded=draft.recorded,
        by=draft.by,
        for_body=draft.for_body,
        facts=draft.facts,
        personal=personal,
        sealed=draft.sealed,
        corrects=draft.corrects,
    )


def _persons(draft: Draft) -> set[str]:
    if draft.kind == ERASURE:
        return set()
    return set(draft.objects.get(PERSON, ()))
