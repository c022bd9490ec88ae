"""Which parties of a procedure somebody may be, or act for, by their role."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.access.roles import Role

PARTIES: Mapping[Role, tuple[str, ...]] = {
    Role.LAWYER: ("representative", "victim", "defence"),
    Role.NPM_MEMBER: ("npm",),
    Role.NGO_WORKER: ("ngo", "representative", "victim"),
    Role.DOCTOR: ("doctor",),
}

FROM_OUTSIDE = frozenset({Role.NGO_WORKER, Role.NPM_MEMBER})
"""Roles that follow a case from outside and record what other bodies did in it."""


def candidates(role: Role) -> tuple[str, ...]:
    """The parties that somebody in this role may be."""
    return PARTIES.get(role, ())
