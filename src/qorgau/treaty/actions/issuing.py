"""A draft is issued: both files are fixed, byte by byte, and the record holds their hashes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.treaty.actions.acting import Act, held_entry
from qorgau.treaty.actions.saving import DraftMoved
from qorgau.treaty.entries import DOCUMENT, REPORT, REPORT_ISSUED
from qorgau.treaty.models.drafts import DraftRow, IssuedReportRow
from qorgau.treaty.queries.draft_rows import own_draft, writing_of
from qorgau.treaty.queries.editions import composed
from qorgau.treaty.queries.second_person import needs_second_person
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.storing import content, hash_of, keep_content
from qorgau.treaty.writing.composing import Composed
from qorgau.treaty.writing.setting import MEDIA_TYPES, Form, set_report


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedFile:
    """One file of an issued report."""

    form: Form
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A report was issued. entry: the id of what the record holds of it."""

    report: str
    version: int
    entry: str
    files: tuple[IssuedFile, ...]


def issue_draft(actor: Actor, draft_id: str, *, base: int, now: int, act_id: str | None = None) -> Issued:
    """Issue the version that the actor looked at; it can never be changed again.

    Four eyes: whoever saved any version of it does not issue it, as long as another of the body may. Raises DraftMoved where
    somebody saved another one meanwhile, and TreatyRefusal where it was issued before or a second person is needed.
    """
    row, act = own_draft(actor, draft_id), Act.of(actor, act_id, now=now)
    if row.frozen:
        return _issued_before(row, act)
    if row.version != base:
        raise DraftMoved(row.version)
    if needs_second_person(actor, row, now=now):
        raise TreatyRefusal("draft_needs_second")
    made = composed(writing_of(row), version=row.version, at=now, issued=True)
    files = {form: set_report(made.report, form) for form in Form}
    draft = act.draft(
        REPORT_ISSUED,
        objects={REPORT: [draft_id], DOCUMENT: [row.document_id] if row.document_id else []},
        facts=_facts(row, made, files),
    )
    act.store([draft], made=draft_id, first=lambda: _freeze(row, files, now=now))
    told = (IssuedFile(form=form, sha256=hash_of(data), size=len(data)) for form, data in files.items())
    return Issued(report=draft_id, version=row.version, entry=draft.id, files=tuple(told))


def _issued_before(row: DraftRow, act: Act) -> Issued:
    """The answer to the very act that issued it, sent again; any other is refused."""
    found = IssuedReportRow.objects.filter(report_id=row.draft_id).first()
    if found is None or held_entry(act.id()) is None:
        raise TreatyRefusal("draft_issued")
    names = {Form.DOCX: found.sha256_docx, Form.PDF: found.sha256_pdf}
    told = (
        IssuedFile(form=form, sha256=name, size=len(content(name) or b"")) for form, name in names.items()
    )
    return Issued(report=row.draft_id, version=found.version, entry=act.id(), files=tuple(told))


def _facts(row: DraftRow, made: Composed, files: Mapping[Form, bytes]) -> dict[str, str | int]:
    return {
        "kind": row.kind,
        "on": row.stem,
        "language": row.language,
        "version": row.version,
        "words": made.count.counted,
        "sha256_docx": hash_of(files[Form.DOCX]),
        "sha256_pdf": hash_of(files[Form.PDF]),
    }


def _freeze(row: DraftRow, files: Mapping[Form, bytes], *, now: int) -> None:
    """In the entry's own transaction: either all of it is issued, or nothing."""
    mine = DraftRow.objects.filter(draft_id=row.draft_id, version=row.version, frozen=False)
    if not mine.update(frozen=True):
        raise DraftMoved(row.version)
    for form, data in files.items():
        keep_content(data, MEDIA_TYPES[form], now=now)
