"""Read tables of complaints, folded from entries."""

from qorgau.complaints.models.alerts import AlertRow
from qorgau.complaints.models.case import (
    AssignmentRow,
    CaseHearingRow,
    DecisionRow,
    EvidenceRow,
    RunRow,
)
from qorgau.complaints.models.complaint import (
    CasePartyRow,
    ComplaintBodyRow,
    ComplaintClockRow,
    ComplaintOpeningRow,
    ComplaintRow,
)
from qorgau.complaints.models.officers import NamedRow, OfficerRow, ServiceRow

__all__ = [
    "AlertRow",
    "AssignmentRow",
    "CaseHearingRow",
    "CasePartyRow",
    "ComplaintBodyRow",
    "ComplaintClockRow",
    "ComplaintOpeningRow",
    "ComplaintRow",
    "DecisionRow",
    "EvidenceRow",
    "NamedRow",
    "OfficerRow",
    "RunRow",
    "ServiceRow",
]
