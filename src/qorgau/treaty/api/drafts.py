"""Reports in writing: begun with evidence and figures in place, saved block by block, issued."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Path, Query, Router, Status
from pydantic import Field

from qorgau.custody.api.given import Line, Words
from qorgau.custody.api.keys import act_of
from qorgau.lawbook import Language
from qorgau.treaty.actions import writing
from qorgau.treaty.actions.issuing import Issued, issue_draft
from qorgau.treaty.actions.revising import restore_version
from qorgau.treaty.api.acting import WRITE, Key, Named, ThingId, asking, by
from qorgau.treaty.api.documents import sent
from qorgau.treaty.api.given import Base, Given, Name
from qorgau.treaty.api.shapes import as_value, listed, shape_of
from qorgau.treaty.queries import drafts as queries
from qorgau.treaty.queries import inserting
from qorgau.treaty.writing.blocks import Cover
from qorgau.treaty.writing.difference import BlockDifference
from qorgau.treaty.writing.figures import FigureChange
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.setting import Form

router = Router(tags=["reports"])
BlockId = Annotated[Named, Path(..., description="A leaf such as 14(a), introduction, closing, or text-1.")]
Form_ = Annotated[Form, Query(Form.DOCX)]
Version = Annotated[int | None, Query(None, ge=1, le=10**9)]
_BINARY: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
FILE: dict[str, Any] = {"responses": {200: {"description": "The file.", "content": _BINARY}}}
_ONE = "/treaty/drafts/{thing_id}"
_BLOCK = f"{_ONE}/blocks/{{block_id}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A draft was saved; name this version as `base` of the next act."""

    draft: str
    version: int


SAVED: dict[int | str | frozenset[int], Any] = {200: shape_of(Saved)}
MADE: dict[int | str | frozenset[int], Any] = {201: shape_of(Saved)}


class DraftGiven(Given):
    """A report to begin; fill: with evidence and figures in place.

    periods: over which figures are counted, each "2025" or "2025-01-01..2025-06-30"; none: the years of its kind.
    """

    kind: ReportKind
    document: Name
    language: Language
    fill: bool = True
    periods: Annotated[list[Line], Field(default_factory=list, max_length=50)]


class BlockGiven(Given):
    """The words of a block; `[figure:ID]` calls a figure that the block holds, `[note: words]` makes a footnote."""

    base: Base
    text: Annotated[str, Field(max_length=60_000)]
    heading: Line | None = None


class NewBlockGiven(BlockGiven):
    """A block of one's own, put after another."""

    after: Name


class BaseGiven(Given):
    """Only which version was looked at."""

    base: Base


class RestorationGiven(BaseGiven):
    """Which version is to stand again."""

    version: Annotated[int, Field(strict=True, ge=1, le=10**9)]


class ThingsGiven(BaseGiven):
    """Lines of evidence and figures, by their ids."""

    evidence: Annotated[list[Name], Field(default_factory=list, max_length=500)]
    figures: Annotated[list[Name], Field(default_factory=list, max_length=500)]


class CoverGiven(BaseGiven):
    """What stands on the first page."""

    author: Words = ""
    number: Line = ""
    received_on: Line = ""
    session: Line = ""
    contact: Words = ""


@router.get(
    "/treaty/drafts",
    response=listed(queries.DraftLine),
    summary="The drafts of one's body",
    openapi_extra=by(*WRITE),
)
def drafts(request: HttpRequest, document: Annotated[Line, Query("")]) -> list[Any]:
    """The last saved first; those of other bodies are not told."""
    actor, _now = asking(request, WRITE)
    return list(as_value(queries.drafts(actor, document_id=document)))


@router.post("/treaty/drafts", response=MADE, summary="Begin a report", openapi_extra=by(*WRITE))
def begin(request: HttpRequest, asked: Annotated[DraftGiven, Body(...)], key: Key) -> Status[Any]:
    """One block for each recommendation that it answers."""
    actor, now = asking(request, WRITE)
    draft = writing.new_draft(
        actor, asked.kind, asked.document, asked.language, now=now, act_id=act_of(actor, key), fill=asked.fill,
        periods=asked.periods,
    )  # fmt: skip
    return Status(201, as_value(Saved(draft=draft, version=queries.draft(actor, draft).version)))


@router.get(_ONE, response=shape_of(queries.DraftSeen), summary="A draft", openapi_extra=by(*WRITE))
def draft(request: HttpRequest, thing_id: ThingId, version: Version) -> dict[str, Any]:
    """Its blocks with evidence and figures, and its words counted against the committee's limit."""
    actor, _now = asking(request, WRITE)
    return dict(as_value(queries.draft(actor, thing_id, version=version)))


@router.get(
    f"{_ONE}/versions", response=listed(queries.VersionLine), summary="Its versions", openapi_extra=by(*WRITE)
)
def versions(request: HttpRequest, thing_id: ThingId) -> list[Any]:
    """By whom, when, which blocks; the newest first."""
    actor, _now = asking(request, WRITE)
    return list(as_value(queries.versions(actor, thing_id)))


@router.get(
    f"{_ONE}/differences",
    response=listed(BlockDifference),
    summary="Two versions compared",
    openapi_extra=by(*WRITE),
)
def differences(
    request: HttpRequest,
    thing_id: ThingId,
    older: Annotated[int, Query(..., ge=1, le=10**9)],
    newer: Annotated[int, Query(..., ge=1, le=10**9)],
) -> list[Any]:
    """Block by block, word by word."""
    actor, _now = asking(request, WRITE)
    return list(as_value(queries.difference(actor, thing_id, older, newer)))


@router.get(f"{_ONE}/file", summary="The draft as a file", openapi_extra={**by(*WRITE), **FILE})
def render(request: HttpRequest, thing_id: ThingId, form: Form_, version: Version) -> HttpResponse:
    """As Word or PDF; of an issued report without a version, the very bytes that were issued."""
    actor, _now = asking(request, WRITE)
    made = queries.render(actor, thing_id, form, version=version)
    return sent(made.data, made.name, "application/octet-stream")


@router.get(
    f"{_BLOCK}/offers",
    response=shape_of(inserting.Offered),
    summary="What could be put into a block",
    openapi_extra=by(*WRITE),
)
def offers(request: HttpRequest, thing_id: ThingId, block_id: BlockId) -> dict[str, Any]:
    """Evidence and figures as the record reads now, and what it cannot tell."""
    actor, now = asking(request, WRITE)
    return dict(as_value(inserting.offered(actor, thing_id, block_id, now=now)))


@router.post(_BLOCK, response=SAVED, summary="Save a block", openapi_extra=by(*WRITE))
def save_block(
    request: HttpRequest, thing_id: ThingId, block_id: BlockId, asked: Annotated[BlockGiven, Body(...)]
) -> Any:
    """Refused with 409 `moved_meanwhile` where somebody saved the same block since `base`."""
    more = {"base": asked.base, "heading": asked.heading}
    return _saved(request, thing_id, writing.save_block, block_id, asked.text, **more)


@router.post(f"{_ONE}/blocks", response=SAVED, summary="Add a block", openapi_extra=by(*WRITE))
def add_block(request: HttpRequest, thing_id: ThingId, asked: Annotated[NewBlockGiven, Body(...)]) -> Any:
    """Under a heading of one's own."""
    more = {"heading": asked.heading or "", "text": asked.text, "after": asked.after, "base": asked.base}
    return _saved(request, thing_id, writing.add_block, **more)


@router.post(f"{_BLOCK}/removal", response=SAVED, summary="Take a block out", openapi_extra=by(*WRITE))
def remove_block(
    request: HttpRequest, thing_id: ThingId, block_id: BlockId, asked: Annotated[BaseGiven, Body(...)]
) -> Any:
    """The versions before still have it."""
    return _saved(request, thing_id, writing.remove_block, block_id, base=asked.base)


@router.post(
    f"{_BLOCK}/insertions", response=SAVED, summary="Put evidence and figures in", openapi_extra=by(*WRITE)
)
def insert(
    request: HttpRequest, thing_id: ThingId, block_id: BlockId, asked: Annotated[ThingsGiven, Body(...)]
) -> Any:
    """As they read now; a figure that others contradict brings them with it."""
    return _saved(request, thing_id, writing.insert, block_id, **asked.model_dump())


@router.post(
    f"{_BLOCK}/removals", response=SAVED, summary="Take evidence and figures out", openapi_extra=by(*WRITE)
)
def take_out(
    request: HttpRequest, thing_id: ThingId, block_id: BlockId, asked: Annotated[ThingsGiven, Body(...)]
) -> Any:
    """A figure that the text calls for stays."""
    return _saved(request, thing_id, writing.take_out, block_id, **asked.model_dump())


@router.get(f"{_ONE}/recounts", response=listed(FigureChange), summary="Figures that read otherwise by now",
            openapi_extra=by(*WRITE))  # fmt: skip
def recounted(request: HttpRequest, thing_id: ThingId) -> list[Any]:
    """Old beside new; nothing changes by itself."""
    actor, now = asking(request, WRITE)
    return list(as_value(inserting.recounted(actor, thing_id, now=now)))


@router.post(
    f"{_ONE}/recounts", response=SAVED, summary="Take what was counted anew", openapi_extra=by(*WRITE)
)
def take_recounted(request: HttpRequest, thing_id: ThingId, asked: Annotated[ThingsGiven, Body(...)]) -> Any:
    """Of the figures that are named."""
    return _saved(request, thing_id, writing.take_recounted, asked.figures, base=asked.base)


@router.post(f"{_ONE}/cover", response=SAVED, summary="Write the first page", openapi_extra=by(*WRITE))
def set_cover(request: HttpRequest, thing_id: ThingId, asked: Annotated[CoverGiven, Body(...)]) -> Any:
    """Author, number, day of receipt, session, contact."""
    cover = Cover(**asked.model_dump(exclude={"base"}))
    return _saved(request, thing_id, writing.set_cover, cover, base=asked.base)


@router.post(
    f"{_ONE}/restoration", response=SAVED, summary="Go back to an older version", openapi_extra=by(*WRITE)
)
def restore(request: HttpRequest, thing_id: ThingId, asked: Annotated[RestorationGiven, Body(...)]) -> Any:
    """It becomes the next version, and those between stay; 409 `moved_meanwhile` where anything was saved since `base`."""
    return _saved(request, thing_id, restore_version, asked.version, base=asked.base)


@router.post(f"{_ONE}/issue", response=shape_of(Issued), summary="Issue a report", openapi_extra=by(*WRITE))
def issue(request: HttpRequest, thing_id: ThingId, asked: Annotated[BaseGiven, Body(...)], key: Key) -> Any:
    """Both files are fixed, byte by byte, and the record holds their hashes."""
    actor, now = asking(request, WRITE)
    return as_value(issue_draft(actor, thing_id, base=asked.base, now=now, act_id=act_of(actor, key)))


@router.post(
    f"{_ONE}/discarding", response={204: None}, summary="Throw a draft away", openapi_extra=by(*WRITE)
)
def discard(request: HttpRequest, thing_id: ThingId) -> Status[None]:
    """With all its versions; what was issued stays."""
    actor, now = asking(request, WRITE)
    writing.discard_draft(actor, thing_id, now=now)
    return Status(204, None)


def _saved(request: HttpRequest, draft_id: str, act: Any, *of: object, **more: object) -> Any:
    """Do it for the version that was looked at, and give the new one."""
    actor, now = asking(request, WRITE)
    return as_value(Saved(draft=draft_id, version=act(actor, draft_id, *of, now=now, **more)))
