"""Pure: history and law in, verdicts out; one subject live, or a whole record at once.

One subject: `History.of(entries, zone=...)` or `histories(entries, role=..., ...)`, then `assess`.
As it happens: `Live`, which takes each entry as it comes and knows the next deadline.
A whole record: `Record` in columns, then `assess_record`. All give the same answers.
"""

from qorgau.safeguards.assess import assess
from qorgau.safeguards.assess_record import assess_record
from qorgau.safeguards.compiling import UncheckableRuleError
from qorgau.safeguards.history import Entry, History, histories
from qorgau.safeguards.live import Live, NextDue
from qorgau.safeguards.record import Column, GroupVerdicts, Record, RecordVerdicts
from qorgau.safeguards.verdict import SEVERITY, ClockVerdict, Note, Reason, State, Verdict

__all__ = [
    "SEVERITY",
    "ClockVerdict",
    "Column",
    "Entry",
    "GroupVerdicts",
    "History",
    "Live",
    "NextDue",
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
