"""The two settings of a report: Word, which the secretariat asks for, and PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from qorgau.treaty.writing.report import Report
from qorgau.treaty.writing.setting.pdf import print_report
from qorgau.treaty.writing.setting.typography import finished
from qorgau.treaty.writing.setting.word import write_report


class Form(StrEnum):
    """A kind of file that a report can be had as."""

    DOCX = "docx"  # Word: what the secretariat edits
    PDF = "pdf"  # for archives and screen readers


MEDIA_TYPES: Mapping[Form, str] = {
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.PDF: "application/pdf",
}
_PRESSES: Mapping[Form, Callable[[Report], bytes]] = {Form.DOCX: write_report, Form.PDF: print_report}


def set_report(report: Report, form: Form) -> bytes:
    """The file; the same report gives the same bytes."""
    return _PRESSES[form](finished(report))
