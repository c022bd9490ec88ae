"""A draft by its id, for its own body alone; whoever else asks is told that there is none."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db.models import QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import may, require
from qorgau.treaty.models.drafts import DraftPartRow, DraftRow, DraftVersionRow
from qorgau.treaty.queries.reach import own_bodies, require_for
from qorgau.treaty.refusal import NoSuchThing
from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.parts import Parts, put_together

WRITE_STATE, WRITE_CIVIL = "treaty.write_report", "treaty.write_alternative"


def act_for(kind: ReportKind) -> str:
    """The permission that writing such a report needs."""
    return WRITE_CIVIL if kind.is_civil else WRITE_STATE


def kinds_for(actor: Actor) -> tuple[ReportKind, ...]:
    """The kinds of report that the actor may write."""
    return tuple(kind for kind in ReportKind if may(actor, act_for(kind)))


def own_drafts(actor: Actor) -> QuerySet[DraftRow]:
    """The drafts of the actor's body, of the kinds that the actor may write."""
    kinds = kinds_for(actor)
    if not kinds:
        require(actor, WRITE_STATE)
    return DraftRow.objects.filter(body_id__in=own_bodies(actor), kind__in=kinds)


def own_draft(actor: Actor, draft_id: str) -> DraftRow:
    """One draft; raises NoSuchThing for one of another body, as for one that is not there."""
    row = own_drafts(actor).filter(draft_id=draft_id).first()
    if row is None:
        raise NoSuchThing("draft")
    require_for(actor, act_for(ReportKind(row.kind)), [row.body_id])
    return row


def writing_of(row: DraftRow, version: int | None = None) -> Writing:
    """What a draft says in one version, the last one unless another is named."""
    return put_together(_parts(row.draft_id, version_row(row, version)))


def version_row(row: DraftRow, version: int | None = None) -> DraftVersionRow:
    """One version; raises NoSuchThing."""
    wanted = row.version if version is None else version
    found = DraftVersionRow.objects.filter(draft_id=row.draft_id, number=wanted).first()
    if found is None:
        raise NoSuchThing("version")
    return found


def part_key(draft_id: str, name: str) -> str:
    """The row under which a draft keeps one part."""
    return f"{draft_id}:{name}"


def _parts(draft_id: str, version: DraftVersionRow) -> Parts:
    names = tuple(json.loads(version.parts))
    return Parts(names=names, contents=_contents(draft_id, names))


def _contents(draft_id: str, names: Iterable[str]) -> dict[str, str]:
    held = DraftPartRow.objects.filter(draft_id=draft_id, sha256__in=set(names))
    return dict(held.values_list("sha256", "content"))
