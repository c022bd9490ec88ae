"""Who answers to whom on which day, and who may therefore not investigate whom."""

from datetime import date
from pathlib import Path

import pytest

from qorgau.lawbook import Basis, Language, LawFileError
from qorgau.lawbook.bodies import Bodies, UnknownBodyError
from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import law_folder, load
from qorgau.lawbook.conditions import Compare, Condition, Not
from qorgau.lawbook.strict_yaml import read_yaml

KZ = read_bodies(law_folder() / "kz" / "bodies.yaml")
TODAY = date(2025, 2, 12)

ROOTS = """
bodies:
  moj: {title: Justice, kind: ministry, independent_root: "yes", source: S, confirmed: seed}
  mia: {title: Interior, kind: ministry, independent_root: "yes", source: S, confirmed: seed}
"""


def tree(folder: Path, more: str) -> Bodies:
    path = folder / "bodies.yaml"
    path.write_text(ROOTS + more, encoding="utf-8")
    return read_bodies(path)


def test_prisons_left_the_ministry_of_justice_for_that_of_internal_affairs_in_2011() -> None:
    assert KZ.root_on("penitentiary_committee", date(2010, 12, 31)) == "moj"
    assert KZ.root_on("penitentiary_committee", date(2011, 1, 1)) == "mia"


def test_before_2011_nothing_tied_the_prisons_to_the_police() -> None:
    assert KZ.tied("penitentiary_committee", "police", date(2010, 12, 31)) is None
    assert KZ.tied("penitentiary_committee", "police", TODAY) == ("penitentiary_committee", "mia", "police")


def test_internal_security_is_below_the_police_it_would_investigate() -> None:
    assert KZ.tied("police_internal_security", "police", TODAY) == ("police_internal_security", "police")
    assert KZ.path("police_internal_security", TODAY) == ("police_internal_security", "police", "mia")


def test_special_prosecutors_are_not_tied_to_the_police() -> None:
    assert KZ.tied("special_prosecutors", "police", TODAY) is None


def test_a_body_is_tied_to_itself() -> None:
    assert KZ.tied("police", "police", TODAY) == ("police",)


def test_a_committee_called_independent_inside_the_ministry_is_tied_to_every_officer() -> None:
    assert KZ.tied("spadc", "psu", TODAY) == ("spadc", "mia", "police", "psu")
    assert KZ.bodies["spadc"].proposed
    assert KZ.bodies["spadc"].flag[Language.EN]


def test_torture_belongs_to_special_prosecutors_alone_from_1_january_2023() -> None:
    before = {body.id for body, _ in KZ.competent("investigate_torture", date(2022, 12, 31))}
    after = {body.id for body, _ in KZ.competent("investigate_torture", date(2023, 1, 1))}
    assert before == {"police", "anti_corruption_agency", "special_prosecutors"}
    assert after == {"special_prosecutors"}


def test_a_proposed_competence_is_no_competence_in_force() -> None:
    assert KZ.bodies["special_prosecutors"].may("investigate_ill_treatment", date(2025, 6, 1)) is None
    assert KZ.bodies["special_prosecutors"].may(
        "investigate_ill_treatment", date(2025, 6, 1), basis=Basis.PROPOSAL
    )


def test_prison_medicine_moved_to_the_ministry_of_health_in_two_steps() -> None:
    def giver(what: str, day: date) -> list[str]:
        return [body.id for body, _ in KZ.competent(what, day)]

    assert giver("prison_medicine_remand", date(2022, 6, 30)) == ["penitentiary_committee"]
    assert giver("prison_medicine_remand", date(2022, 7, 1)) == ["ministry_of_health"]
    assert giver("prison_medicine_colony", date(2022, 12, 31)) == ["penitentiary_committee"]
    assert giver("prison_medicine_colony", date(2023, 1, 1)) == ["ministry_of_health"]


def test_only_the_army_and_national_security_hold_people_outside_the_ministry_of_internal_affairs() -> None:
    custody = ("station", "ivs", "sizo", "colony", "special_reception", "guardroom", "nsc_facility")
    outside = {
        body.id
        for place in custody
        for body in KZ.running(place, TODAY)
        if KZ.root_on(body.id, TODAY) != "mia"
    }
    assert outside == {"ministry_of_defence", "national_security_committee"}


def test_a_body_does_not_stand_before_its_first_day() -> None:
    with pytest.raises(UnknownBodyError, match="2023-01-01"):
        KZ.root_on("constitutional_court", date(2022, 12, 31))


def test_a_body_nobody_described_is_asked_for_in_vain() -> None:
    with pytest.raises(UnknownBodyError, match="no body `militia`"):
        KZ.tied("police", "militia", TODAY)


def test_every_source_of_a_body_stands_among_the_sources_of_the_pack() -> None:
    symbols = tuple(read_yaml(law_folder() / "kz" / "sources.yaml").mapping())
    cited = [body.source for body in KZ.bodies.values()]
    cited += [line.source for body in KZ.bodies.values() for line in body.competences]
    assert [source for source in cited if not source.startswith(symbols)] == []


def test_every_title_stands_in_three_languages() -> None:
    titles = [*(b.title for b in KZ.bodies.values()), *(p.title for p in KZ.place_types.values())]
    titles += [*KZ.competences.values(), *(b.flag for b in KZ.bodies.values() if b.flag)]
    assert all(set(title) == set(Language) for title in titles)


def test_the_rule_on_official_places_names_every_place_that_is_not_official() -> None:
    rule = load(["kz"]).safeguards["kz/official_places_only"]
    named = {value for part in _parts(rule.act_only_if) if part.name == "place" for value in part.values}
    assert named == {place.id for place in KZ.place_types.values() if not place.official}


def _parts(condition: Condition) -> list[Compare]:
    if isinstance(condition, Compare):
        return [condition]
    inner = (condition.inner,) if isinstance(condition, Not) else getattr(condition, "parts", ())
    return [found for part in inner for found in _parts(part)]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("  x: {title: X, kind: unit, parent: nobody, source: S, confirmed: seed}\n", "no body of this file"),
        (
            (
                "  x: {title: X, kind: unit, parent: y, source: S, confirmed: seed}\n"
                "  y: {title: Y, kind: unit, parent: x, source: S, confirmed: seed}\n"
            ),
            "a circle on",
        ),
        (
            (
                "  x: {title: X, kind: unit, parent: {2004-01-01: moj, 2011-01-01: y}, source: S, confirmed: seed}\n"
                "  y: {title: Y, kind: unit, parent: {2004-01-01: mia, 2012-01-01: x}, source: S, confirmed: seed}\n"
            ),
            "a circle on 2012-01-01",
        ),
        (
            "  x: {title: X, kind: unit, from: 2001-01-01, parent: {2004-01-01: moj}, source: S, confirmed: seed}\n",
            "answers to nobody before 2004-01-01",
        ),
        (
            (
                "  x: {title: X, kind: unit, from: 2001-01-01, parent: y, source: S, confirmed: seed}\n"
                "  y: {title: Y, kind: unit, parent: moj, from: 2002-01-01, source: S, confirmed: seed}\n"
            ),
            "on days when `y` does not stand",
        ),
        (
            "  x: {title: X, kind: unit, source: S, confirmed: seed}\n",
            "either `parent:` or `independent_root",
        ),
        (
            '  x: {title: X, kind: unit, parent: mia, independent_root: "yes", source: S, confirmed: seed}\n',
            "either `parent:` or `independent_root",
        ),
        ("  x: {title: X, kind: office, parent: mia, source: S, confirmed: seed}\n", "is not one of"),
        (
            "  x: {title: X, kind: unit, parent: mia, from: 2020-01-01, until: 2020-01-01, source: S, confirmed: seed}\n",
            "before it begins",
        ),
    ],
)
def test_a_tree_that_cannot_be_is_refused_by_name(tmp_path: Path, more: str, why: str) -> None:
    with pytest.raises(LawFileError, match=why) as refused:
        tree(tmp_path, more)
    assert "bodies.yaml, line" in str(refused.value)
