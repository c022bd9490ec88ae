"""What must hold for the procedures of a pack beside the other law: words known, sources cited, somebody to act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from qorgau.lawbook.bodies import Bodies
from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import Lawbook
from qorgau.lawbook.procedure import ConditionName, Mark, Move, Procedure
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import LawFileError
from qorgau.lawbook.words import Language


def procedure_findings(
    book: Lawbook, root: Path, cited: frozenset[str], owed_by: frozenset[str]
) -> Iterator[str]:
    """Everything wrong with the procedures, one plain sentence each."""
    trees = _trees(root, book)
    yield from (
        f"conditions.yaml: `{name}` has no words. Add its title and `fails`."
        for name in ConditionName
        if name not in book.conditions
    )
    for procedure in book.procedures.values():
        found = (
            *_word_findings(procedure, book, owed_by),
            *_source_findings(procedure, cited),
            *_actor_findings(procedure, trees),
            *_text_findings(procedure),
        )
        yield from (f"{procedure.path}: {problem}" for problem in found)


def _trees(root: Path, book: Lawbook) -> list[Bodies]:
    found = []
    for pack in book.packs:
        path = root / pack / "bodies.yaml"
        try:
            found += [read_bodies(path)] if path.is_file() else []
        except LawFileError:
            continue  # told by the finding on the file itself
    return found


def _word_findings(procedure: Procedure, book: Lawbook, owed_by: frozenset[str]) -> Iterator[str]:
    if procedure.per not in book.roles:
        yield f"`per: {procedure.per}` is no role in vocabulary/roles.yaml."
    for move in procedure.moves.values():
        if move.records and move.records not in book.kinds:
            yield f"`{move.id}` records `{move.records}`, which is not in vocabulary/kinds.yaml."
        if move.opens and move.opens not in book.procedures:
            yield f"`{move.id}` opens `{move.opens}`, which is no procedure."
        if move.within and move.within.owed_by not in owed_by | book.parties.keys():
            yield f"`{move.id}`: `owed_by: {move.within.owed_by}` is no role of a body and no party."
        for rule in move.safeguards:
            if rule not in book.safeguards:
                yield f"`{move.id}` is watched by `{rule}`, which is no safeguard."
    for name, words in book.conditions.items():
        for kind in words.shown_by:
            if kind not in book.kinds:
                yield f"conditions.yaml: `{name}` is shown by `{kind}`, which is not in vocabulary/kinds.yaml."


def _source_findings(procedure: Procedure, cited: frozenset[str]) -> Iterator[str]:
    for source in dict.fromkeys(sources_of(procedure)):
        if not source.startswith(tuple(cited)):
            yield f"the source `{source}` begins with no symbol of sources.yaml."


def sources_of(procedure: Procedure) -> Iterator[str]:
    """Every source a procedure rests on or is measured by."""
    yield procedure.source
    yield from (mark.source for mark in marks_of(procedure))
    for move in procedure.moves.values():
        yield move.source
        yield from (condition.source for condition in move.only_if)
        yield from (rule.source for ground in move.grounds.values() for rule in ground.rules)
        yield from (limit.source for limit in (move.within.limits if move.within else ()))


def marks_of(procedure: Procedure) -> Iterator[Mark]:
    """Every mark a procedure can leave, its flags and gaps included."""
    yield from procedure.flags
    yield from (mark for stage in procedure.stages.values() for mark in stage.marks)
    for move in procedure.moves.values():
        yield from move.marks
        yield from (mark for ground in move.grounds.values() for mark in ground.marks)


def _actor_findings(procedure: Procedure, trees: list[Bodies]) -> Iterator[str]:
    """No move without somebody who may make it, from the day on which the law knows it."""
    for move in procedure.moves.values():
        competences = [word for word in move.done_by if word not in procedure.parties]
        for word in competences:
            if not any(word in tree.competences for tree in trees):
                yield f"`{move.id}`: `done_by: {word}` is no competence of bodies.yaml and no party."
        if competences == list(move.done_by):
            for day in _days(move):
                if not any(_somebody(tree, procedure, move, day) for tree in trees):
                    yield f"`{move.id}`: on {day} no body has a competence of its `done_by`."


def _days(move: Move) -> tuple[date, ...]:
    """The first day of a move, counted from when bodies.yaml begins to know competences, and the last known one."""
    begins = max(move.term.since, date(2018, 1, 1))
    return (begins, date(2023, 6, 1)) if move.term.until is None and begins < date(2023, 6, 1) else (begins,)


def _somebody(tree: Bodies, procedure: Procedure, move: Move, day: date) -> bool:
    return any(
        tree.competent(word, day, basis=basis) for word in move.done_by for basis in procedure.bases(move)
    )


def _text_findings(procedure: Procedure) -> Iterator[str]:
    for name, text in texts_of(procedure).items():
        missing = [language.value for language in Language if not text.get(language)]
        if missing:
            yield f"`{name}` is missing in {', '.join(missing)}."
    if not procedure.signed_off:
        yield "`signed_off` is missing; write {lawyer: pending, on: pending} until a lawyer has read it."


def texts_of(procedure: Procedure) -> Mapping[str, Text]:
    """Every text of a procedure by where it stands."""
    found: dict[str, Text] = {"title": procedure.title, "explain": procedure.explain}
    for stage in procedure.stages.values():
        found |= {f"{stage.id}.title": stage.title, f"{stage.id}.meaning": stage.meaning}
    for move in procedure.moves.values():
        found[f"{move.id}.title"] = move.title
        found |= {f"{move.id}.{ground.id}": ground.title for ground in move.grounds.values()}
        found |= {f"{move.id}.within": move.within.title} if move.within else {}
    found |= {f"mark {number}": mark.text for number, mark in enumerate(marks_of(procedure), 1)}
    return found
