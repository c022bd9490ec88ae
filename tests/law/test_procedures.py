"""Every worked case of a procedure comes out: where it stands, what is marked, what is refused, which clock says what."""

import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from qorgau.clock import Interval
from qorgau.lawbook import Lawbook, Safeguard, load, pack_names
from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.lint import findings as lint_findings
from qorgau.lawbook.procedure import Procedure
from qorgau.lawbook.procedure_cases import Try, VerdictTold, WorkedCase, read_cases
from qorgau.procedures import (
    MOVE_MADE,
    RUN_OPENED,
    Allowed,
    Attempt,
    Event,
    Finding,
    Refused,
    Standing,
    attempt,
    safeguards_of,
    standing,
)
from qorgau.safeguards import Entry, Verdict, assess, histories

BOOK = load(pack_names())
BODIES = read_bodies(law_folder() / "kz" / "bodies.yaml")
CASES = [case for path in sorted(law_folder().glob("*/procedures/cases/*.yaml")) for case in read_cases(path)]
OF_CASE = pytest.mark.parametrize("case", [pytest.param(case, id=case.place) for case in CASES])


@cache
def with_deadlines() -> Lawbook:
    """The law with every deadline of every procedure as a safeguard."""
    return BOOK.with_rules(rule for each in BOOK.procedures.values() for rule in safeguards_of(each))


def procedure_of(case: WorkedCase) -> Procedure:
    return BOOK.procedures[case.procedure]


def events_of(case: WorkedCase) -> list[Event]:
    return [
        Event(told.move, told.at, told.body, told.by, told.ground, told.facts, f"e{at}")
        for at, told in enumerate(case.moves)
    ]


def stands(case: WorkedCase) -> Standing:
    return standing(procedure_of(case), events_of(case), as_of=case.as_of, zone=case.zone, opened=case.opened)


def entries_of(case: WorkedCase) -> list[Entry]:
    """What the record holds of the case: the opening, each move that counted, and what the move records."""
    procedure, now = procedure_of(case), stands(case)
    told: list[tuple[int, str, dict[str, str], dict[str, tuple[str, ...]]]] = [
        (case.opened, RUN_OPENED, {"procedure": procedure.id}, {})
    ]
    for step in now.path:
        named = (
            {"officer": tuple(step.event.facts["officer"].split())} if "officer" in step.event.facts else {}
        )
        told.append((step.event.at, MOVE_MADE, {"procedure": procedure.id, "move": step.move.id}, {}))
        if step.move.records:
            told.append((step.event.at, step.move.records, dict(step.move.facts), named))
    told += [(entry.at, entry.kind, dict(entry.facts), dict(entry.objects)) for entry in case.entries]
    return [
        Entry(
            id=f"e{seq}",
            seq=seq,
            kind=kind,
            happened=Interval(at, at),
            facts=facts,
            objects={
                "person": ("p1",),
                "complaint": ("k1",),
                "investigation": ("i1",),
                "run": ("r1",),
                **named,
            },
        )
        for seq, (at, kind, facts, named) in enumerate(told, 1)
    ]


def verdict_of(case: WorkedCase, told: VerdictTold) -> Verdict:
    rule: Safeguard = with_deadlines().safeguards[told.safeguard]
    found = [
        verdict
        for history in histories(entries_of(case), role=rule.per, lawbook=BOOK, zone=case.zone)
        for verdict in assess(history, [rule], lawbook=BOOK, as_of=case.as_of)
        if verdict.basis is told.basis
    ]
    assert len(found) == 1, found
    return found[0]


@OF_CASE
def test_the_case_stands_where_the_story_says(case: WorkedCase) -> None:
    now = stands(case)
    assert (now.stage, now.ended) == (case.stage, case.ended)
    assert tuple(step.event.move for step in now.refused_steps) == case.refused
    assert case.open_moves <= {move.id for move in now.open_moves}


@OF_CASE
def test_the_way_carries_the_marks_that_the_story_names(case: WorkedCase) -> None:
    now = stands(case)
    on_the_way = {mark.name for step in now.path for mark in step.marks}
    of_conditions = {
        condition.name.value for move in procedure_of(case).moves.values() for condition in move.only_if
    }
    assert case.marks <= {mark.name for mark in now.marks}
    assert on_the_way - of_conditions <= case.marks


def _verdicts() -> Iterator[object]:
    for case in CASES:
        for told in case.verdicts:
            yield pytest.param(case, told, id=f"{case.place}-{told.safeguard}")


@pytest.mark.parametrize(("case", "told"), list(_verdicts()))
def test_the_engine_of_safeguards_says_what_the_story_says(case: WorkedCase, told: VerdictTold) -> None:
    verdict = verdict_of(case, told)
    assert verdict.state.value == told.state, verdict
    if told.elapsed is not None:
        assert verdict.elapsed == (told.elapsed, told.elapsed)
    if told.broken_for is not None:
        assert verdict.met is not None
        assert case.as_of - verdict.met.earliest == told.broken_for


def _tries() -> Iterator[object]:
    for case in CASES:
        for one in case.tries:
            yield pytest.param(case, one, id=one.place)


@pytest.mark.parametrize(("case", "one"), list(_tries()))
def test_what_is_tried_is_allowed_or_refused_as_the_story_says(case: WorkedCase, one: Try) -> None:
    wish = Attempt(
        move=one.told.move,
        body=one.told.body,
        account=one.told.by,
        at=one.told.at,
        ground=one.told.ground,
        reasons=one.reasons,
        conditions={name: Finding(holds) for name, holds in one.conditions.items()},
        why_not=one.why_not,
        facts=one.told.facts,
    )
    answer = attempt(procedure_of(case), stands(case), wish, bodies=BODIES)
    if one.allowed:
        assert isinstance(answer, Allowed), answer
        assert {mark.name for mark in answer.marks} == one.marks
    else:
        assert isinstance(answer, Refused), answer
        assert all(len(why) == 3 and all(why.values()) for why in answer.why)


@pytest.mark.parametrize("name", sorted(BOOK.procedures))
def test_every_procedure_has_a_worked_case(name: str) -> None:
    assert any(case.procedure == name for case in CASES)


def test_there_are_the_seven_procedures_of_the_issue() -> None:
    assert set(BOOK.procedures) == {
        "kz/criminal_investigation",
        "kz/police_discipline",
        "kz/appeal_against_closing",
        "kz/exclusion_of_statement",
        "kz/reprisal",
        "international/individual_communication",
        "international/coalition_file",
    }


def test_every_ground_of_impunity_is_refused_for_torture_or_marked() -> None:
    criminal = BOOK.procedures["kz/criminal_investigation"]
    for move in ("close", "end_in_court", "release_early"):
        for name in {"amnesty", "limitation", "reconciliation", "pardon", "parole"}:
            ground = criminal.moves[move].grounds.get(name)
            if ground is None:
                continue
            today = ground.on(date(2025, 1, 1))
            assert today is not None
            assert today.refuses("torture") or ground.marks
            assert ground.marks, "what the law lets through for ill-treatment is marked"


def lint_with(tmp_path: Path, pack: str, change: tuple[str, str]) -> list[str]:
    """What the lint finds when one line of the criminal procedure is altered."""
    root = tmp_path / "law"
    shutil.copytree(law_folder(), root)
    path = root / "kz" / "procedures" / f"{pack}.yaml"
    text = path.read_text(encoding="utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    return list(lint_findings(load(pack_names(root), folder=root), folder=root))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("records: SceneVisited", "records: SceneLookedAt"), "SceneLookedAt"),
        (("done_by: [forensic_examination]", "done_by: [soothsayer]"), "soothsayer"),
        (("opens: kz/appeal_against_closing", "opens: kz/appeal"), "kz/appeal"),
        (("watched_by: [kz/complaint_registered]", "watched_by: [kz/complaint_filed]"), "kz/complaint_filed"),
        (('source: "CPC art. 181 (5)"', 'source: "Hearsay"'), "Hearsay"),
        (("owed_by: investigating_body", "owed_by: somebody"), "somebody"),
        (('ru: "прервать расследование", ', ""), "missing in ru"),
    ],
)
def test_the_lint_names_what_is_wrong(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    found = lint_with(tmp_path, "criminal_investigation", change)
    assert any(says in line for line in found), found


def test_the_lint_names_a_move_that_no_body_may_make(tmp_path: Path) -> None:
    found = lint_with(
        tmp_path, "criminal_investigation", ("done_by: [forensic_examination]", "done_by: [tell_the_truth]")
    )
    assert any("`examine`: on 2018-01-01 no body" in line for line in found), found
