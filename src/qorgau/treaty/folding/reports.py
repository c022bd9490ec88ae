"""Fold the entry of an issued report into its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Model

from qorgau.recording.history import RecordedEntry, standing
from qorgau.treaty.entries import DOCUMENT, REPORT_ISSUED
from qorgau.treaty.models.drafts import IssuedReportRow


def fold_report(report_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The one row of an issued report."""
    # A report is issued once; whoever issued it again would be refused, and a replay must not think otherwise.
    issued = next((each.entry for each in standing(entries) if each.entry.kind == REPORT_ISSUED), None)
    if issued is None:
        return
    facts = issued.facts
    yield IssuedReportRow(
        report_id=report_id,
        kind=str(facts["kind"]),
        document_id=next(iter(issued.objects.get(DOCUMENT, ())), ""),
        stem=str(facts["on"]),
        language=str(facts["language"]),
        version=int(facts["version"]),
        words=int(facts["words"]),
        body_id=issued.for_body,
        account=issued.by or "",
        issued_at=issued.recorded,
        sha256_docx=str(facts["sha256_docx"]),
        sha256_pdf=str(facts["sha256_pdf"]),
    )
