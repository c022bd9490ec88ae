"""Who acts: one person in one of their appointments, as every slice sees them."""

from dataclasses import dataclass

from qorgau.access.roles import Role
from qorgau.lawbook import Language


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A person acting in one role, for one body.

    account: opaque id, the `by` of entries; name: as colleagues see it, never written in clear facts;
    places, regions: ids the appointment names; said_by: whose word their entries are (sources-of-entries.yaml).
    """

    account: str
    name: str
    role: Role
    body: str
    places: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    language: Language = Language.KK
    said_by: str
