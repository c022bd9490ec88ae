"""Pure: history and law in, verdicts out; one subject live, or a whole record at once.

One subject: `History.of(entries, zone=...)` or `histories(entries, role=..., ...)`, then `assess`.
A whole record: `Record` in columns, then `assess_record`. Both give the same answers.
"""

from qorgau.safeguards.assess import assess
from qorgau.safeguards.assess_record import assess_record
from qorgau.safeguards.compiling import UncheckableRuleError
from qorgau.safeguards.history import Entry, History, histories
from qorgau.safeguards.record import Column, GroupVerdicts, Record, RecordVerdicts
from qorgau.safeguards.verdict import SEVERITY, ClockVerdict, Note, Reason, State, Verdict

__all__ = [
    "SEVERITY",
    "ClockVerdict",
    "Column",
    "Entry",
    "GroupVerdicts",
    "History",
    "Note",
    "Reason",
    "Record",
    "RecordVerdicts",
    "State",
    "UncheckableRuleError",
    "Verdict",
    "assess",
    "assess_record",
    "histories",
]
