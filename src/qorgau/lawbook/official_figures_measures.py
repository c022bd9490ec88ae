"""The closed list of figures that the record itself can count, with the rule by which each is counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from qorgau.lawbook.fields import full_text, need, optional_word, optional_words
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml

_KEYS = frozenset("title unit counted population rule of apart_by entries objects".split())


class MeasureUnit(StrEnum):
    """What a figure of the record is given in."""

    PERSONS = "persons"
    CUSTODIES = "custodies"
    COMPLAINTS = "complaints"
    OFFICERS = "officers"
    PLACES = "places"
    DAYS = "days"
    PERCENT = "percent"


class Counted(StrEnum):
    """Over what a figure is counted."""

    OVER_A_PERIOD = "over_a_period"  # what happened within it
    AT_A_MOMENT = "at_a_moment"  # what there is then; it says the moment, and no period


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure counted from the record. `of`: the figure it is a share of.

    `apart_by`: nothing is counted by two figures of one whole with the same word here.
    """

    id: str
    title: Text
    unit: MeasureUnit
    counted: Counted
    population: Text  # who or what is looked at
    rule: Text  # what counts, in one plain sentence
    objects: str  # the role whose objects are counted
    entries: tuple[str, ...]  # kinds of entries it rests on
    of: str = ""
    apart_by: str = ""


def read_measures(path: Path, *, name: str = "") -> dict[str, Measure]:
    """Read `figures/measures.yaml`, by code."""
    root = read_yaml(path, name=name or f"{path.parent.name}/{path.name}")
    listed = need(root, root.mapping(frozenset({"measures"})), "measures").mapping()
    return {code: _measure(code, node, frozenset(listed)) for code, node in listed.items()}


def _measure(id: str, node: Node, known: frozenset[str]) -> Measure:
    keys = node.mapping(_KEYS)
    return Measure(
        id=id,
        title=full_text(need(node, keys, "title")),
        unit=MeasureUnit(need(node, keys, "unit").one_of([unit.value for unit in MeasureUnit])),
        counted=Counted(need(node, keys, "counted").one_of([word.value for word in Counted])),
        population=full_text(need(node, keys, "population")),
        rule=full_text(need(node, keys, "rule")),
        objects=optional_word(keys, "objects"),
        entries=optional_words(keys, "entries"),
        apart_by=optional_word(keys, "apart_by"),
        of=keys["of"].one_of(sorted(known)) if "of" in keys else "",
    )
