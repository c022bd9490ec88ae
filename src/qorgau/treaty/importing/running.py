"""An import of recommendations is one append: every row is judged, and then everything is recorded, or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.custody.importing.faults import RowFault, RowsRefused, UnreadableImport
from qorgau.custody.importing.files import FileForm, form_of_name, read_rows
from qorgau.custody.importing.running import key_of_content
from qorgau.lawbook import Language
from qorgau.recording.at_once import held
from qorgau.recording.drafts import Draft
from qorgau.treaty.actions.acting import Act
from qorgau.treaty.actions.planning import adopted_on
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.naming import key_of
from qorgau.treaty.importing.drafting import Drafted, drafted
from qorgau.treaty.importing.judging import require_fit
from qorgau.treaty.importing.known import without_known
from qorgau.treaty.importing.listed import Sheet, fault, sheet_of
from qorgau.treaty.importing.mapping import ListMap
from qorgau.treaty.importing.ours import sheet_of_json
from qorgau.treaty.importing.wanted import Wanted
from qorgau.treaty.importing.words import Unfit
from qorgau.treaty.models import RecommendationRow
from qorgau.treaty.queries.reach import recommendations_seen, require_for
from qorgau.treaty.refusal import TreatyRefusal

TAKE, ASSIGN, PLAN, ASSESS = "treaty.take", "treaty.assign", "treaty.plan", "treaty.assess"
_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Imported:
    """An import that was recorded, or that could be. left: what the file holds and nobody may take over."""

    dry_run: bool
    rows: int
    recommendations: int
    new: int
    bodies: int
    actions: int
    replies: int
    assessments: int
    stored: int
    left: tuple[str, ...] = ()


def _nobody_waits() -> None:
    """Nobody looks at how far it is."""


def import_recommendations(
    actor: Actor,
    content: bytes,
    name: str,
    *,
    now: int,
    key: str = "",
    by: ListMap | None = None,
    dry_run: bool = False,
    judged: Callable[[], None] = _nobody_waits,
) -> Imported:
    """Record everything that the file says or nothing; the same file again changes nothing.

    What is tracked already keeps its words. Raises RowsRefused with every fault, UnreadableImport, NotPermitted.
    """
    require(actor, TAKE)
    act = Act(actor=actor, key=f"import/{key or key_of_content(actor, content)}", now=now)
    sheet = _fitting(_read(content, name, by, actor, today=act.today, judged=judged), act)
    read = len(sheet.wanted)
    # A list that goes back and forth between two offices adds only what is new in it.
    sheet = replace(sheet, wanted=tuple(without_known(sheet.wanted)))
    tracked = _tracked([key_of(each.id) for each in sheet.wanted])
    _require_acts(actor, sheet.wanted, tracked)
    faults = [
        *sheet.faults,
        *_too_early(sheet.wanted, act),
        *_before_adoption(sheet.wanted, act.actor.language),
    ]
    made = _drafted(act, sheet, name, faults, tracked)
    if faults or made is None:
        raise RowsRefused(sorted(faults, key=lambda each: each.row), rows=sheet.rows)
    if not sheet.wanted:
        raise UnreadableImport("import_empty")
    left = _not_yet(made.drafts)
    stored = 0
    if left and not dry_run:
        done = act.store(left, made=sheet.wanted[0].id)
        stored = sum(each.is_new for each in done.acknowledgements)
    return Imported(
        dry_run=dry_run, rows=sheet.rows, recommendations=read, new=made.new, bodies=made.bodies,
        actions=made.actions, replies=made.replies, assessments=made.assessments, stored=stored, left=sheet.left,
    )  # fmt: skip


def _read(
    content: bytes, name: str, by: ListMap | None, actor: Actor, *, today: date, judged: Callable[[], None]
) -> Sheet:
    form = form_of_name(name)
    if form is FileForm.JSON and content.lstrip()[:1] == b"{":
        try:
            return sheet_of_json(json.loads(content.decode("utf-8-sig")), actor.language, judged=judged)
        except Unfit as unfit:
            raise TreatyRefusal("import_not_ours", why=unfit.values["why"]) from unfit
        except (ValueError, RecursionError) as error:
            raise UnreadableImport("import_not_json", why=str(error)[:200]) from error
    return sheet_of(read_rows(content, form), by, actor.language, today=today, judged=judged)


def _fitting(sheet: Sheet, act: Act) -> Sheet:
    """The same with a fault for each that cannot be meant, before anything is looked up or made of it."""
    fit: list[Wanted] = []
    faults: list[RowFault] = []
    for each in sheet.wanted:
        try:
            require_fit(each, now=act.now)
            fit.append(each)
        except Unfit as unfit:
            faults.append(fault(each.number, unfit.column, unfit.said(act.actor.language)))
    return replace(sheet, wanted=tuple(fit), faults=(*sheet.faults, *faults))


def _require_acts(actor: Actor, found: Sequence[Wanted], tracked: Collection[str]) -> None:
    """Whoever may take documents in may not by that name bodies, plan for others, or enter assessments.

    Words without their document are taken from the council's secretary alone: nobody could check them.
    """
    if any(each.answering or each.replies or key_of(each.id) not in tracked for each in found):
        require(actor, ASSIGN)
    if any(each.assessments for each in found):
        require(actor, ASSESS)
    planned = [each for each in found if each.activities]
    rows = {row.key: row for row in _rows([key_of(each.id) for each in planned])}
    for each in planned:
        row = rows.get(key_of(each.id))
        for lead in {one.lead for one in each.activities}:
            require_for(actor, PLAN, [lead])
        if row is not None:
            # An action done makes a recommendation "said done": nobody says so of what another body answers for.
            require_for(actor, PLAN, [row.lead, *from_lines(row.contributing)])


def _drafted(
    act: Act, sheet: Sheet, name: str, faults: list[RowFault], tracked: Collection[str]
) -> Drafted | None:
    try:
        return drafted(act, sheet.wanted, tracked=tracked, source=name[-200:])
    except TreatyRefusal:
        # Which row it is, is found by making each alone: this happens only where something is wrong.
        for each in sheet.wanted:
            try:
                drafted(act, [each], tracked=tracked, source=name[-200:])
            except TreatyRefusal as refusal:
                faults.append(fault(each.number, refusal.field, refusal.said(act.actor.language)))
        return None


def _tracked(keys: Sequence[str]) -> frozenset[str]:
    """What everybody sees tracked; a copy that somebody holds back is no reason to say that it is."""
    found: set[str] = set()
    for at in range(0, len(keys), _AT_ONCE):
        rows = RecommendationRow.objects.filter(key__in=keys[at : at + _AT_ONCE])
        found.update(recommendations_seen(rows, None).values_list("key", flat=True))
    return frozenset(found)


def _too_early(found: Sequence[Wanted], act: Act) -> Iterator[RowFault]:
    """Who answered on a past day is a fact of that day; a later word does not change it."""
    days = {key_of(each.id): each for each in found if each.answering}
    for row in _rows(list(days)):
        each = days[row.key]
        if any(one.since.isoformat() < row.responsible_since for one in each.answering):
            why = Unfit("since", "before", recommendation=each.id, last=row.responsible_since)
            yield fault(each.number, "since", why.said(act.actor.language))


def _before_adoption(found: Sequence[Wanted], language: Language) -> Iterator[RowFault]:
    """Nobody answered or judged a document before it was adopted; pages refuse the same."""
    adopted = cache(lambda stem: adopted_on([stem]))
    for each in found:
        past = [("sent_on", one.sent_on) for one in each.replies]
        past += [("on", one.on) for one in each.assessments]
        first = adopted(each.stem) if past else None
        for column in dict.fromkeys(column for column, day in past if first is not None and day < first):
            refusal = TreatyRefusal("before_adoption", field=column, day=f"{first}")
            yield fault(each.number, column, refusal.said(language))


def _rows(keys: Sequence[str]) -> Iterator[RecommendationRow]:
    for at in range(0, len(keys), _AT_ONCE):
        yield from RecommendationRow.objects.filter(key__in=keys[at : at + _AT_ONCE])


def _not_yet(drafts: Sequence[Draft]) -> list[Draft]:
    """Those that this very import has not stored before."""
    known = held([each.id for each in drafts])
    return [each for each in drafts if each.id not in known]
