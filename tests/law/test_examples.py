"""Every worked example beside the rules is reproduced to the minute."""

from collections.abc import Iterator

import pytest

from qorgau.lawbook import load, pack_names
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.examples import Example, Expected, read_examples
from qorgau.safeguards import Entry, Verdict, assess, histories

BOOK = load(pack_names())


def _examples() -> Iterator[object]:
    for path in sorted((law_folder() / "examples").rglob("*.yaml")):
        for example in read_examples(path):
            for expected in example.expected:
                yield pytest.param(example, expected, id=f"{expected.place}-{expected.safeguard}")


def entries_of(example: Example) -> list[Entry]:
    """The story's entries; whoever names no custody or person speaks of the only one there is."""
    one = {"person": ("p1",), "custody": ("c1",)}
    entries = [
        Entry(
            id=f"e{seq}",
            seq=seq,
            kind=told.kind,
            happened=told.at,
            by=told.by,
            facts=told.facts,
            objects={**one, **told.objects},
        )
        for seq, told in enumerate(example.entries, 1)
    ]
    if example.attributes and entries:
        first = entries[0]
        entries[0] = Entry(
            first.id,
            first.seq,
            first.kind,
            first.happened,
            first.by,
            {**example.attributes, **first.facts},
            first.objects,
        )
    return entries


def verdict_on(example: Example, expected: Expected) -> Verdict:
    """The one verdict the example speaks of."""
    rule = BOOK.safeguards[expected.safeguard]
    subjects = histories(entries_of(example), role=rule.per, lawbook=BOOK, zone=example.zone)
    verdicts = [
        verdict
        for history in subjects
        if expected.subject in (None, history.subject)
        for verdict in assess(
            history,
            [rule],
            lawbook=BOOK,
            as_of=example.as_of,
            observed=example.observes,
            word_of=expected.word_of,
        )
        if expected.basis in (None, verdict.basis)
    ]
    assert len(verdicts) == 1, f"{expected.place}: {len(verdicts)} verdicts fit; name `basis` or `subject`"
    return verdicts[0]


@pytest.mark.parametrize(("example", "expected"), list(_examples()))
def test_the_worked_example_comes_out(example: Example, expected: Expected) -> None:
    verdict = verdict_on(example, expected)
    assert verdict.state.value == expected.state, verdict
    if expected.by is not None:
        assert verdict.delay is not None, verdict
        least, most = sorted(abs(bound) for bound in verdict.delay)
        assert least <= expected.by[0] <= expected.by[1] <= most, verdict
    if expected.elapsed is not None:
        assert verdict.elapsed is not None, verdict
        assert verdict.elapsed[0] <= expected.elapsed[0] <= expected.elapsed[1] <= verdict.elapsed[1], verdict
    if expected.reason is not None:
        assert verdict.reason is not None, verdict
        assert verdict.reason.value == expected.reason, verdict
