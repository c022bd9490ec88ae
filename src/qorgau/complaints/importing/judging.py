"""A complaint and its charges as they would be recorded, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from qorgau.clock import Zone
from qorgau.complaints.actions.at_hand import checked_word
from qorgau.complaints.actions.stating import checked_body
from qorgau.complaints.entries import About, Naming, Way
from qorgau.complaints.facts.law import zone as zone_of
from qorgau.complaints.importing.columns import FINDING_WORDS, PENALTY_WORDS, Left
from qorgau.complaints.importing.grouping import Group
from qorgau.complaints.importing.reading import Line
from qorgau.complaints.offered import Complainant, NewComplaint, Particulars
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.actions.at_hand import made_id
from qorgau.custody.kind_forms import fact_known
from qorgau.custody.times import When, read_when
from qorgau.ledger.plain_values import IDENTIFIER
from qorgau.places import queries as places
from qorgau.places.models import PlaceRow

W = TypeVar("W", bound=StrEnum)
_YES_NO = ("yes", "no")
_DAYS = ("registered_on", "sent_back_on", "refused_by_court_on", "closed_on")


@dataclass(frozen=True, kw_only=True)
class Charge:
    """What one row says of one officer: allegation, finding, penalty, each as a word and as it was given.

    officer: the id here, "" where nobody could say who it was. recommended, imposed: "" where there is none.
    """

    number: int
    officer: str
    name: str
    unit: str
    body: str
    allegation: str
    allegation_as_given: str
    finding: str
    finding_as_given: str
    recommended: str
    penalty: str
    penalty_as_given: str

    @property
    def is_found(self) -> bool:
        """Whether anybody came to a finding, whichever it is."""
        return bool(self.finding) and self.finding not in set(Left)

    @property
    def is_punished(self) -> bool:
        """Whether a penalty was imposed."""
        return bool(self.penalty) and self.penalty not in set(Left)


@dataclass(frozen=True, kw_only=True)
class JudgedComplaint:
    """A complaint that can be recorded. days: what happened to it elsewhere, by column."""

    key: str
    row: int
    new: NewComplaint
    classified_as: str
    charges: tuple[Charge, ...]
    days: Mapping[str, When] = field(default_factory=dict)
    sent_back_to: str = ""


def judged(group: Group, *, act: str, now: int) -> JudgedComplaint:
    """The complaint of these rows; raises a refusal that names the column."""
    cells = group.cells
    for name in ("lodged_on", "to_body"):
        if not cells.get(name):
            raise ComplaintRefusal("import_needed", field=name)
    zone = _zone(cells.get("place", ""))
    return JudgedComplaint(
        key=group.key,
        row=group.first.number,
        new=_new(cells, zone),
        classified_as=cells.get("classified_as", ""),
        charges=tuple(charge_of(line, act=act, now=now) for line in group.charges),
        days={name: _day(cells[name], zone, name) for name in _DAYS if cells.get(name)},
        sent_back_to=_sent_back_to(cells),
    )


def _zone(place: str) -> Zone:
    known = bool(place) and PlaceRow.objects.filter(pk=place).exists()
    return places.zone_of(place) if known else zone_of("")


def _sent_back_to(cells: Mapping[str, str]) -> str:
    to = cells.get("sent_back_to", "")
    if bool(to) != bool(cells.get("sent_back_on")):
        raise ComplaintRefusal("import_needed", field="sent_back_on" if to else "sent_back_to")
    if to and not _yes(cells, "outside"):
        raise ComplaintRefusal("only_outside", field="sent_back_to")
    return checked_body(to, field="sent_back_to") if to else ""


def _new(cells: Mapping[str, str], zone: Zone) -> NewComplaint:
    return NewComplaint(
        way=_word(cells, "way", Way, Way.IMPORT),
        to_body=cells["to_body"],
        happened=_day(cells["lodged_on"], zone, "lodged_on"),
        naming=_word(cells, "naming", Naming, Naming.CONFIDENTIAL),
        on_behalf=cells.get("on_behalf", "self"),
        complainant=Complainant(
            name=cells.get("complainant_name", ""),
            contact=cells.get("contact", ""),
            contact_safe=cells.get("contact_safe", ""),
        ),
        narrative=cells.get("narrative", ""),
        particulars=_particulars(cells),
        outside=_yes(cells, "outside"),
        number=cells.get("number", ""),
    )


def _particulars(cells: Mapping[str, str]) -> Particulars:
    allegation = cells.get("allegation", "")
    if allegation:
        checked_word(allegation, allegations(), field="allegation")
    return Particulars(
        about=About(checked_word(cells["about"], tuple(About), field="about")) if "about" in cells else None,
        allegation=allegation,
        act_on=cells.get("act_on", ""),
        place=_id(cells, "place"),
        place_type=_id(cells, "place_type"),
        region=_id(cells, "region"),
        accused_body=_id(cells, "accused_body"),
    )


def _id(cells: Mapping[str, str], column: str) -> str:
    typed = cells.get(column, "")
    if typed and not IDENTIFIER.fullmatch(typed):
        raise ComplaintRefusal("import_no_id", field=column, typed=typed[:100])
    return typed


def allegations() -> tuple[str, ...]:
    """The words for what is alleged."""
    return tuple(fact.words) if (fact := fact_known("allegation")) else ()


def charge_of(line: Line, *, act: str, now: int) -> Charge:
    """What one row says of one officer; raises a refusal that names the column."""
    for name, words in (("finding", FINDING_WORDS), ("penalty", PENALTY_WORDS),
                        ("penalty_recommended", PENALTY_WORDS), ("officer_allegation", allegations())):  # fmt: skip
        if line.text(name) and line.text(name) != Left.UNREADABLE:
            checked_word(line.text(name), tuple(words), field=name)
    reference = line.text("officer") or line.text("officer_name")
    body = line.text("officer_body")
    if (body or line.text("officer_unit")) and not reference:
        raise ComplaintRefusal("import_needed", field="officer")
    return Charge(
        number=line.number,
        officer=made_id(act, f"officer/{reference}") if reference else "",
        name=line.text("officer_name"),
        unit=line.text("officer_unit"),
        body=checked_body(body, field="officer_body") if body else "",
        allegation=line.text("officer_allegation"),
        allegation_as_given=line.text("officer_allegation_as_given"),
        finding=line.text("finding"),
        finding_as_given=line.text("finding_as_given"),
        recommended=line.text("penalty_recommended"),
        penalty=line.text("penalty"),
        penalty_as_given=line.text("penalty_as_given"),
    )


def _word(cells: Mapping[str, str], column: str, words: type[W], otherwise: W) -> W:
    return words(checked_word(cells.get(column, otherwise), tuple(words), field=column))


def _yes(cells: Mapping[str, str], column: str) -> bool:
    return checked_word(cells.get(column, "no"), _YES_NO, field=column) == "yes"


def _day(typed: str, zone: Zone, column: str) -> When:
    return read_when(typed, zone, field=column)
