"""The packs are sound: words known, sources cited, three languages, examples on each side."""

from collections import Counter
from dataclasses import replace

import pytest

from qorgau.lawbook import Basis, Duration, Language, Shape, load, pack_names
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.examples import read_examples
from qorgau.lawbook.lint import findings
from qorgau.wording import say_condition

BOOK = load(pack_names())
EXAMPLES = [
    example for path in sorted((law_folder() / "examples").rglob("*.yaml")) for example in read_examples(path)
]
STATES_OF: dict[str, Counter[str]] = {}
for _example in EXAMPLES:
    for _expected in _example.expected:
        STATES_OF.setdefault(_expected.safeguard, Counter())[_expected.state] += 1


def test_the_packs_have_no_findings() -> None:
    assert list(findings(BOOK)) == []


def test_at_least_fifty_safeguards_stand_in_the_packs() -> None:
    assert len(BOOK.safeguards) >= 50


@pytest.mark.parametrize("shape", list(Shape))
def test_every_shape_is_in_real_use(shape: Shape) -> None:
    assert any(rule.shape is shape for rule in BOOK.safeguards.values())


@pytest.mark.parametrize("basis", list(Basis))
def test_every_basis_is_in_real_use(basis: Basis) -> None:
    assert any(basis in rule.bases for rule in BOOK.safeguards.values())


@pytest.mark.parametrize("name", sorted(BOOK.safeguards))
def test_every_safeguard_has_an_example_of_compliance_and_of_its_opposite(name: str) -> None:
    seen = STATES_OF.get(name, Counter())
    assert seen["met"] or seen["cannot_tell"] or seen["open"], "no example shows the duty kept"
    assert seen["late"] or seen["breached"], "no example shows the duty broken"


@pytest.mark.parametrize("name", sorted(STATES_OF))
def test_every_example_speaks_of_a_safeguard_that_exists(name: str) -> None:
    assert name in BOOK.safeguards


def test_a_figure_in_force_never_goes_back_to_an_earlier_date() -> None:
    for rule in BOOK.safeguards.values():
        for line in rule.limits:
            assert list(line.dated) == sorted(line.dated, key=lambda dated: dated.since)


def test_judge_limits_of_kazakhstan_fell_from_72_hours_on_1_march_2018() -> None:
    shown = {
        (str(dated.since), str(dated.limit))
        for rule in BOOK.safeguards.values()
        if rule.id.startswith("kz/")
        for line in rule.limits
        for dated in line.dated
        if isinstance(dated.limit, Duration) and "FirstAppeared" in rule.answers
    }
    assert {("2018-03-01", "48 hours"), ("2018-03-01", "24 hours")} <= shown
    assert any(limit == "72 hours" and since < "2018-03-01" for since, limit in shown)


def test_every_condition_a_line_may_have_is_said_in_three_languages() -> None:
    for rule in BOOK.safeguards.values():
        for line in rule.limits:
            said = {say_condition(line.applies_to, language) for language in Language}
            assert len(said) == len(Language), f"{rule.id}: {said}"


def test_whoever_disputes_a_safeguard_is_told_in_all_three_languages() -> None:
    found = [said for rule in BOOK.safeguards.values() for said in rule.disputed_by]
    assert len(found) >= 4
    assert all(set(said) == set(Language) and len(set(said.values())) == 3 for said in found)


def test_a_dispute_told_in_one_language_only_is_found() -> None:
    rule = BOOK.safeguards["kz/complaint_registered"]
    told = replace(rule, disputed_by=({Language.EN: "The State's delegation."},))
    book = replace(BOOK, safeguards={**BOOK.safeguards, rule.id: told})
    assert [each for each in findings(book) if "disputed_by" in each and "ru, kk" in each]
