"""Every read of drafts and of issued reports."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.treaty.facts.naming import slug_of
from qorgau.treaty.models.drafts import DraftRow, DraftVersionRow, IssuedReportRow
from qorgau.treaty.queries.draft_rows import kinds_for, own_draft, own_drafts, version_row, writing_of
from qorgau.treaty.queries.editions import composed
from qorgau.treaty.queries.reach import own_bodies, require_seeing
from qorgau.treaty.refusal import NoSuchThing
from qorgau.treaty.storing import content
from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.counting import WordCount
from qorgau.treaty.writing.difference import BlockDifference
from qorgau.treaty.writing.difference import difference as differing
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.setting import MEDIA_TYPES, Form, set_report

__all__ = [
    "DraftLine",
    "DraftSeen",
    "IssuedLine",
    "Rendered",
    "VersionLine",
    "difference",
    "draft",
    "drafts",
    "issued",
    "issued_file",
    "kinds_for",
    "render",
    "versions",
    "word_count",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A draft in a list; begun_at, saved_at: seconds since 1970 (UTC)."""

    id: str
    kind: ReportKind
    document: str
    stem: str
    language: Language
    body: str
    account: str
    begun_at: int
    saved_at: int
    version: int
    words: int
    issued: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSeen:
    """A draft in one version, with its words counted."""

    line: DraftLine
    version: int
    writing: Writing
    words: WordCount


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version in the history of a draft: by whom, when, by which act, and which blocks it touched."""

    number: int
    account: str
    saved_at: int
    what: str
    blocks: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A file of a report."""

    data: bytes
    name: str
    content_type: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedLine:
    """A report that was issued; files: the hash of each form."""

    id: str
    kind: ReportKind
    document: str
    stem: str
    language: Language
    version: int
    words: int
    body: str
    account: str
    issued_at: int
    files: dict[Form, str]


def drafts(actor: Actor, *, document_id: str = "") -> tuple[DraftLine, ...]:
    """The drafts of the actor's body, the last saved first."""
    rows = own_drafts(actor).order_by("-saved_at", "draft_id")
    chosen = rows.filter(document_id=document_id) if document_id else rows
    return tuple(_line(row) for row in chosen)


def draft(actor: Actor, draft_id: str, *, version: int | None = None) -> DraftSeen:
    """One draft of the actor's body; raises NoSuchThing."""
    row = own_draft(actor, draft_id)
    shown = version_row(row, version)
    writing = writing_of(row, shown.number)
    made = composed(writing, version=shown.number, at=shown.saved_at)
    return DraftSeen(line=_line(row), version=shown.number, writing=writing, words=made.count)


def versions(actor: Actor, draft_id: str) -> tuple[VersionLine, ...]:
    """The history of a draft, the newest version first."""
    row = own_draft(actor, draft_id)
    held = DraftVersionRow.objects.filter(draft_id=row.draft_id).defer("parts").order_by("-number")
    return tuple(
        VersionLine(
            number=each.number,
            account=each.account,
            saved_at=each.saved_at,
            what=each.what,
            blocks=tuple(each.blocks.split("\n")) if each.blocks else (),
            words=each.words,
        )
        for each in held
    )


def difference(actor: Actor, draft_id: str, older: int, newer: int) -> tuple[BlockDifference, ...]:
    """What changed between two versions."""
    row = own_draft(actor, draft_id)
    return differing(writing_of(row, older), writing_of(row, newer))


def word_count(actor: Actor, draft_id: str, *, version: int | None = None) -> WordCount:
    """How many words a version has, against the committee's limit."""
    return draft(actor, draft_id, version=version).words


def render(actor: Actor, draft_id: str, form: Form | str, *, version: int | None = None) -> Rendered:
    """The file of a draft in one version; of an issued report without a version, the very bytes that were issued."""
    row = own_draft(actor, draft_id)
    wanted = Form(form)
    if version is None and (issued := IssuedReportRow.objects.filter(report_id=draft_id).first()):
        return _issued_file(issued, wanted)
    shown = version_row(row, version)
    made = composed(writing_of(row, shown.number), version=shown.number, at=shown.saved_at)
    data = set_report(made.report, wanted)
    return _rendered(data, f"{_name(row.kind, row.stem, row.language)}-v{shown.number}", wanted)


def issued(actor: Actor, *, document_id: str = "") -> tuple[IssuedLine, ...]:
    """The reports that were issued here: those of the State, and those of the actor's own body."""
    rows = _issued_seen(actor).order_by("-issued_at", "report_id")
    chosen = rows.filter(document_id=document_id) if document_id else rows
    return tuple(_issued_line(row) for row in chosen)


def issued_file(actor: Actor, report_id: str, form: Form | str) -> Rendered:
    """The very bytes that were issued; raises NoSuchThing."""
    row = _issued_seen(actor).filter(report_id=report_id).first()
    if row is None:
        raise NoSuchThing("report")
    return _issued_file(row, Form(form))


def _issued_seen(actor: Actor) -> QuerySet[IssuedReportRow]:
    require_seeing(actor)
    of_the_state = [kind.value for kind in ReportKind if not kind.is_civil]
    # What an organisation issued is theirs to publish: as an alternative report, by an act of its own.
    return IssuedReportRow.objects.filter(Q(kind__in=of_the_state) | Q(body_id__in=own_bodies(actor)))


def _issued_file(row: IssuedReportRow, form: Form) -> Rendered:
    data = content(row.sha256_docx if form is Form.DOCX else row.sha256_pdf)
    if data is None:
        raise NoSuchThing("report")
    return _rendered(data, _name(row.kind, row.stem, row.language), form)


def _rendered(data: bytes, name: str, form: Form) -> Rendered:
    return Rendered(
        data=data,
        name=f"{name}.{form.value}",
        content_type=MEDIA_TYPES[form],
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _name(kind: str, stem: str, language: str) -> str:
    return f"{kind}-{slug_of(stem)}-{language}"


def _line(row: DraftRow) -> DraftLine:
    return DraftLine(
        id=row.draft_id,
        kind=ReportKind(row.kind),
        document=row.document_id,
        stem=row.stem,
        language=Language(row.language),
        body=row.body_id,
        account=row.account,
        begun_at=row.begun_at,
        saved_at=row.saved_at,
        version=row.version,
        words=row.words,
        issued=row.frozen,
    )


def _issued_line(row: IssuedReportRow) -> IssuedLine:
    return IssuedLine(
        id=row.report_id,
        kind=ReportKind(row.kind),
        document=row.document_id,
        stem=row.stem,
        language=Language(row.language),
        version=row.version,
        words=row.words,
        body=row.body_id,
        account=row.account,
        issued_at=row.issued_at,
        files={Form.DOCX: row.sha256_docx, Form.PDF: row.sha256_pdf},
    )
