"""Which accounts a demo has: one for every role, some appointed where the known stories are told."""

from dataclasses import dataclass

OFFICER, NIGHT_OFFICER, HEAD = "demo-officer", "demo-night-officer", "demo-head"
PROSECUTOR, COURT, LAWYER, RELATIVE = "demo-prosecutor", "demo-court", "demo-lawyer", "demo-relative"

_STATION = "demo-almaty-station-1"
_PLACES = (_STATION, "demo-almaty-ivs-1")
_POLICE = "demo-police-almaty"


@dataclass(frozen=True, kw_only=True)
class AccountPlan:
    """One account and its appointment; role and said_by as in access.roles."""

    id: str
    name: str
    role: str
    body: str
    said_by: str
    places: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    @property
    def sign_in_name(self) -> str:
        """What one types to sign in."""
        return self.id.removeprefix("demo-")


ACCOUNTS = (
    AccountPlan(id=OFFICER, name="Custody officer (demo)", role="custody_officer", body=_POLICE,
                said_by="police_entry", places=_PLACES),
    AccountPlan(id=NIGHT_OFFICER, name="Custody officer of the night (demo)", role="custody_officer", body=_POLICE,
                said_by="police_entry", places=_PLACES),
    AccountPlan(id=HEAD, name="Head of the station (demo)", role="head_of_place", body=_POLICE,
                said_by="police_entry", places=_PLACES),
    AccountPlan(id=PROSECUTOR, name="Duty prosecutor (demo)", role="duty_prosecutor",
                body="demo-duty_prosecutor-almaty", said_by="prosecutor", regions=("almaty",)),
    AccountPlan(id=COURT, name="Court registry (demo)", role="court_registry", body="demo-courts-almaty",
                said_by="court", regions=("almaty",)),
    AccountPlan(id="demo-inspector", name="Inspector (demo)", role="inspector", body="prosecutors_office",
                said_by="prosecutor", regions=("almaty", "astana", "jetisu")),
    AccountPlan(id="demo-npm", name="Member of the preventive mechanism (demo)", role="npm_member", body="npm",
                said_by="npm"),
    AccountPlan(id="demo-doctor", name="Doctor (demo)", role="doctor", body="ministry_of_health",
                said_by="place_doctor", places=_PLACES),
    AccountPlan(id=LAWYER, name="Lawyer (demo)", role="lawyer", body="demo", said_by="lawyer"),
    AccountPlan(id=RELATIVE, name="Sister of a client (demo)", role="relative", body="demo", said_by="relative"),
    AccountPlan(id="demo-complaints", name="Complaints officer (demo)", role="complaints_officer",
                body="prosecutors_office", said_by="prosecutor"),
    AccountPlan(id="demo-investigator", name="Investigator of complaints (demo)", role="investigator",
                body="special_prosecutors", said_by="prosecutor"),
    AccountPlan(id="demo-inspectorate", name="Police inspectorate (demo)", role="complaints_officer", body="kpi",
                said_by="investigator_entry"),
    AccountPlan(id="demo-special-prosecutor", name="Desk of the special prosecutors (demo)",
                role="complaints_officer", body="special_prosecutors", said_by="prosecutor"),
    AccountPlan(id="demo-committee", name="Member of the discipline committee (demo)", role="committee_member",
                body="spadc", said_by="investigator_entry"),
    AccountPlan(id="demo-minister", name="Office of the minister (demo)", role="minister_office", body="mia",
                said_by="state_report"),
    AccountPlan(id="demo-coalition", name="Case worker of the coalition (demo)", role="ngo_worker", body="coalition",
                said_by="ngo"),
    AccountPlan(id="demo-council", name="Secretariat of the interagency council (demo)", role="council_secretary",
                body="interagency_council", said_by="state_report"),
    AccountPlan(id="demo-council-second", name="Second secretary of the interagency council (demo)",
                role="council_secretary", body="interagency_council", said_by="state_report"),
    AccountPlan(id="demo-focal-mia", name="Focal point of the Ministry of Internal Affairs (demo)", role="focal_point",
                body="mia", said_by="state_report"),
    AccountPlan(id="demo-focal-prosecutor", name="Focal point of the prosecutor's office (demo)", role="focal_point",
                body="prosecutors_office", said_by="state_report"),
    AccountPlan(id="demo-analyst", name="Analyst (demo)", role="analyst", body="ombudsperson",
                said_by="unknown_source"),
    AccountPlan(id="demo-administrator", name="Administrator (demo)", role="administrator", body="demo",
                said_by="unknown_source"),
)  # fmt: skip
