"""The roles in which a person may act here."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody was appointed as; one person may hold several appointments, and acts in one at a time."""

    CUSTODY_OFFICER = "custody_officer"  # books, adds entries, answers for the desk of a place
    HEAD_OF_PLACE = "head_of_place"  # answers for a place: confirms corrections, answers breaches
    DUTY_PROSECUTOR = "duty_prosecutor"  # watches the lawfulness of custody in a region
    COURT_REGISTRY = "court_registry"  # takes applications and enters hearings and decisions of judges
    INSPECTOR = "inspector"  # looks across places of a region, on behalf of a supervising body
    NPM_MEMBER = "npm_member"  # the national preventive mechanism: sees every place
    DOCTOR = "doctor"  # examines; medical entries are theirs alone
    LAWYER = "lawyer"  # sees the cases in which they hold a mandate
    RELATIVE = "relative"  # sees what the person held allowed, and the law entitles to
    COMPLAINTS_OFFICER = "complaints_officer"  # a body's desk for complaints: registers, opens, routes
    INVESTIGATOR = "investigator"  # investigates the complaints that their body was given
    COMMITTEE_MEMBER = "committee_member"  # hears a case, finds, and recommends a penalty
    MINISTER_OFFICE = "minister_office"  # imposes the penalty, or does not
    NGO_WORKER = "ngo_worker"  # keeps a case of a non-governmental organisation, from outside
    COUNCIL_SECRETARY = (
        "council_secretary"  # the interagency council's desk for recommendations: assigns, plans, sends
    )
    FOCAL_POINT = (
        "focal_point"  # a ministry's officer for reporting: plans its actions, prepares and clears replies
    )
    ANALYST = "analyst"  # counts, and sees no names
    ADMINISTRATOR = "administrator"  # opens accounts and appoints; sees nothing of custody


STAFF = frozenset(Role) - {Role.LAWYER, Role.RELATIVE}
"""Roles that must sign in with a second factor; lawyers and relatives may."""

SAYS: dict[Role, tuple[str, ...]] = {
    Role.CUSTODY_OFFICER: ("police_entry", "place_entry", "hospital_entry", "migration_entry"),
    Role.HEAD_OF_PLACE: ("police_entry", "place_entry", "hospital_entry", "migration_entry"),
    Role.DUTY_PROSECUTOR: ("prosecutor",),
    Role.COURT_REGISTRY: ("court",),
    Role.INSPECTOR: ("prosecutor", "ombudsperson", "police_entry"),
    Role.NPM_MEMBER: ("npm",),
    Role.DOCTOR: ("place_doctor", "doctor", "forensic_expert"),
    Role.LAWYER: ("lawyer",),
    Role.RELATIVE: ("relative",),
    Role.COMPLAINTS_OFFICER: ("prosecutor", "police_entry", "investigator_entry", "ombudsperson"),
    Role.INVESTIGATOR: ("investigator_entry", "prosecutor", "police_entry"),
    Role.COMMITTEE_MEMBER: ("investigator_entry", "state_report"),
    Role.MINISTER_OFFICE: ("state_report",),
    Role.NGO_WORKER: ("ngo",),
    Role.COUNCIL_SECRETARY: ("state_report",),
    Role.FOCAL_POINT: ("state_report", "prosecutor", "ombudsperson"),
    Role.ANALYST: ("unknown_source",),
    Role.ADMINISTRATOR: ("unknown_source",),
}
"""By whose word an entry of a role may stand (law/international/vocabulary/sources-of-entries.yaml); the first is usual."""
