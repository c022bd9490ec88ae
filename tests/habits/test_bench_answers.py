"""The benchmark measures what it says: the peers' answers are the known ones, and ours are the same."""

import sys
from pathlib import Path

import numpy as np
import pytest

REPO = Path(__file__).resolve().parents[2]
if str(REPO) not in sys.path:  # the benchmark is no part of the package
    sys.path.append(str(REPO))

from bench import duckdb_peer, engine, numpy_peer  # noqa: E402
from bench.peers import Answer  # noqa: E402
from bench.rules import Template, bench_rules  # noqa: E402
from bench.sepsis import COPIES, SAMPLE, SepsisLog, read_xes, replicated, synthetic  # noqa: E402

RULES = bench_rules()
ON_THE_ORIGINAL = {"c04": 73, "c05": 261, "c17": 662, "c18": 47, "c19": 79, "c20": 185}
ON_SEVEN_COPIES = {"c04": 511, "c08": 1_218, "c09": 4_487}


@pytest.fixture(scope="module")
def sample() -> SepsisLog:
    if not SAMPLE.exists():
        pytest.skip("the sample log ../shared/samples/events/Sepsis_Cases.xes.gz is not on this machine")
    return read_xes(SAMPLE)


def by_hand(log: SepsisLog) -> dict[str, list[int]]:
    clustered = numpy_peer.clustered(log)
    return {rule.id: numpy_peer.violating(clustered, rule).tolist() for rule in RULES}


def by_duckdb(log: SepsisLog) -> dict[str, list[int]]:
    with duckdb_peer.connect(log, threads=1) as database:
        return {rule.id: duckdb_peer.violating(database, rule).tolist() for rule in RULES}


def by_the_engine(log: SepsisLog) -> dict[str, list[int]]:
    verdicts = engine.full_verdicts(engine.record_of(log), engine.safeguards())
    return {rule: cases.tolist() for rule, cases in engine.violating(verdicts).items()}


def test_the_rules_file_holds_the_twenty_rules_in_all_six_templates() -> None:
    assert [rule.id for rule in RULES] == [f"c{number:02}" for number in range(1, 21)]
    assert {rule.template for rule in RULES} == set(Template)


def test_the_sample_gives_the_known_answers(sample: SepsisLog) -> None:
    assert (len(sample), sample.cases) == (15_214, 1_050)
    found = by_hand(sample)
    assert {rule: len(found[rule]) for rule in ON_THE_ORIGINAL} == ON_THE_ORIGINAL


def test_seven_copies_give_the_known_answers(sample: SepsisLog) -> None:
    log = replicated(sample, copies=COPIES["1e5"])
    assert len(log) == 106_498
    found = by_hand(log)
    assert {rule: len(found[rule]) for rule in ON_SEVEN_COPIES} == ON_SEVEN_COPIES


def test_engine_duckdb_and_numpy_name_the_same_cases_of_the_sample(sample: SepsisLog) -> None:
    found = by_hand(sample)
    assert by_duckdb(sample) == found
    assert by_the_engine(sample) == found


@pytest.mark.parametrize("seed", [1, 2])
def test_engine_duckdb_and_numpy_name_the_same_cases_of_a_made_up_log(seed: int) -> None:
    log = replicated(synthetic(cases=120, seed=seed), copies=2)
    found = by_hand(log)
    assert sum(map(len, found.values())) > 0
    assert by_duckdb(log) == found
    assert by_the_engine(log) == found


def test_copies_arrive_in_order_of_time_and_keep_each_cases_own_order() -> None:
    one = synthetic(cases=50)
    log = replicated(one, copies=3)
    assert log.cases == 150
    assert (np.diff(log.second) >= 0).all()
    stories = sorted(_story(one, case) for case in range(one.cases))
    assert sorted(_story(log, case) for case in range(log.cases)) == sorted(stories * 3)


def _story(log: SepsisLog, case: int) -> tuple[tuple[int, int, int], ...]:
    """A case's events as (seconds since its first, kind, group), in order."""
    rows = np.flatnonzero(log.case == case)
    since = log.second[rows] - log.second[rows[0]]
    return tuple(zip(since.tolist(), log.kind[rows].tolist(), log.group[rows].tolist(), strict=True))


def test_a_peers_wrong_and_dropped_rules_are_named() -> None:
    answer = Answer(1.0, ("a", "b"), {"a": frozenset({1}), "b": None, "c": frozenset({2})})
    right = {"a": frozenset({1, 3}), "b": frozenset({1}), "c": frozenset({2})}
    assert answer.wrong(right) == {"a": "1 of 2", "b": "dropped"}
