"""On what ground each role usually opens a file; the look says so."""

from __future__ import annotations

from qorgau.access.roles import Role
from qorgau.complaints.entries import LookedBecause

_BECAUSE = {
    Role.DUTY_PROSECUTOR: LookedBecause.SUPERVISION,
    Role.INSPECTOR: LookedBecause.SUPERVISION,
    Role.NPM_MEMBER: LookedBecause.SUPERVISION,
    Role.INVESTIGATOR: LookedBecause.CASE,
    Role.COMMITTEE_MEMBER: LookedBecause.CASE,
    Role.COURT_REGISTRY: LookedBecause.CASE,
    Role.DOCTOR: LookedBecause.HEALTH,
    Role.LAWYER: LookedBecause.DEFENCE,
}


def usual_ground(role: Role) -> LookedBecause:
    """Why somebody in this role opens a file: their duty, where nothing closer fits."""
    return _BECAUSE.get(role, LookedBecause.DUTY)
