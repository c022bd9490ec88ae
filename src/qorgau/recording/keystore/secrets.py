"""Keys of persons: made at first need, read for each use and never kept in memory, destroyed for good."""

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from django.db import connections

from qorgau.recording.keystore.router import KEYS
from qorgau.recording.refusal import RecordingRefusal

SECRET_BYTES = 32
_SALTS = "salts"
_AT_ONCE = 500


class PersonWasErased(RecordingRefusal):
    """A person's key was destroyed, so nothing more can be recorded of them."""


def held_secrets(persons: Collection[str]) -> dict[str, bytes]:
    """The keys of those persons who have one now."""
    return {person: secret for person, secret in _rows(persons) if secret is not None}


def all_secrets() -> dict[str, bytes]:
    """Every key in the store, for verification and rebuilding."""
    with connections[KEYS].cursor() as cursor:
        cursor.execute("SELECT person_id, secret FROM keystore_personkey WHERE secret IS NOT NULL")
        return {person: bytes(secret) for person, secret in cursor.fetchall()}


def needed_secrets(persons: Collection[str]) -> Mapping[str, bytes]:
    """The keys of these persons; a person seen for the first time gets one, an erased one is refused."""
    if not persons:
        return {}
    found = dict(_rows(persons))
    if unknown := [person for person in persons if person not in found]:
        _create(unknown)
        found = dict(_rows(persons))
    return {person: _still_held(person, secret) for person, secret in found.items()}


def adopt_secrets(secrets_by_person: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """Keep the keys that came with a bundle, where there is none yet; gives what is kept now.

    A person who was erased here keeps having no key: their value is None.
    """
    with connections[KEYS].cursor() as cursor:
        cursor.executemany(
            "INSERT INTO keystore_personkey (person_id, secret, destroyed_at) VALUES (%s, %s, NULL)"
            " ON CONFLICT (person_id) DO NOTHING",
            sorted(secrets_by_person.items()),
        )
    return known_secrets(list(secrets_by_person))


def known_secrets(persons: Sequence[str]) -> dict[str, bytes | None]:
    """The keys of those persons whom the store knows; None where the key was destroyed."""
    return {
        person: secret
        for start in range(0, len(persons), _AT_ONCE)
        for person, secret in _rows(persons[start : start + _AT_ONCE])
    }


def instance_secret() -> bytes:
    """The secret of this instance's salts, made at first need; it is never destroyed."""
    return _instance_secret(str(connections[KEYS].settings_dict["NAME"]))


def restore_instance_secret(secret: bytes) -> bool:
    """Take the secret of the salts from a backup; False where another one is in use already."""
    with connections[KEYS].cursor() as cursor:
        cursor.execute(
            "INSERT INTO keystore_instancesecret (name, secret) VALUES (%s, %s)"
            " ON CONFLICT (name) DO NOTHING",
            [_SALTS, secret],
        )
    return instance_secret() == secret


def destroy_secrets(persons: Iterable[str], *, at: int) -> int:
    """Destroy the keys of these persons; says how many were still there."""
    destroyed = 0
    with connections[KEYS].cursor() as cursor:
        for person in persons:
            cursor.execute(
                "UPDATE keystore_personkey SET secret = NULL, destroyed_at = %s"
                " WHERE person_id = %s AND secret IS NOT NULL",
                [at, person],
            )
            destroyed += cursor.rowcount
        if destroyed:
            _scrub()
    return destroyed


def _still_held(person: str, secret: bytes | None) -> bytes:
    if secret is None:
        raise PersonWasErased(
            f"The person {person} was erased, so nothing more can be recorded of them. "
            "If they are detained again, register them as a new person."
        )
    return secret


def _rows(persons: Collection[str]) -> list[tuple[str, bytes | None]]:
    if not persons:
        return []
    marks = ",".join(["%s"] * len(persons))
    with connections[KEYS].cursor() as cursor:
        cursor.execute(
            f"SELECT person_id, secret FROM keystore_personkey WHERE person_id IN ({marks})",  # noqa: S608
            list(persons),
        )
        return [(person, None if secret is None else bytes(secret)) for person, secret in cursor.fetchall()]


def _create(persons: Collection[str]) -> None:
    with connections[KEYS].cursor() as cursor:
        cursor.executemany(
            "INSERT INTO keystore_personkey (person_id, secret, destroyed_at) VALUES (%s, %s, NULL)"
            " ON CONFLICT (person_id) DO NOTHING",
            [(person, secrets.token_bytes(SECRET_BYTES)) for person in sorted(persons)],
        )


@lru_cache(maxsize=8)
def _instance_secret(database: str) -> bytes:
    with connections[KEYS].cursor() as cursor:
        cursor.execute(
            "INSERT INTO keystore_instancesecret (name, secret) VALUES (%s, %s)"
            " ON CONFLICT (name) DO NOTHING",
            [_SALTS, secrets.token_bytes(SECRET_BYTES)],
        )
        cursor.execute("SELECT secret FROM keystore_instancesecret WHERE name = %s", [_SALTS])
        (secret,) = cursor.fetchone()
        return bytes(secret)


def _scrub() -> None:
    # The freed bytes must go as well: from SQLite's journal, and from PostgreSQL's dead row versions.
    connection = connections[KEYS]
    with connection.cursor() as scrubbing:
        if connection.vendor == "sqlite":
            scrubbing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            scrubbing.execute("VACUUM keystore_personkey")
