"""Which papers a case needs, and the particulars each is written from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """A paper that somebody signs."""

    REGISTER = "register"  # a complaint is entered in the register, without a check before
    REFUSE = "refuse"  # a body tied to the accused does not get the case
    CLOSE = "close"  # a case is closed, with its ground and what was not done
    NOTICE = "notice"  # a decision is served, and time for an appeal begins
    SUMMONS = "summons"  # somebody is called to a hearing
    FINDING = "finding"  # what the hearing found, and the penalty it recommends
    PENALTY = "penalty"  # the penalty that was imposed, beside the one recommended
    APPEAL = "appeal"  # what became of an appeal


@dataclass(frozen=True, kw_only=True)
class OfficerLine:
    """One officer of the case: what is alleged, what was found, what was recommended and what imposed."""

    name: str
    unit: str = ""
    allegation: str = ""
    finding: str = ""
    recommended: str = ""
    imposed: str = ""


@dataclass(frozen=True, kw_only=True)
class StepLine:
    """One act of a complete investigation: done on a day, or the reason why not."""

    title: str
    done_on: str = ""
    why_not: str = ""


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """What is known for a paper, already in the paper's language; what is unknown stays empty and is left blank.

    dated: seconds since 1970 (UTC); path: the bodies that tie, from the accused's to the refused one;
    marks: what national law allows and the Convention forbids; others: bodies that are not tied.
    """

    case: str
    body: str
    dated: int
    dated_on: str
    instance: str = ""
    to: str = ""
    lodged_on: str = ""
    registered_on: str = ""
    way: str = ""
    about: str = ""
    place: str = ""
    act_on: str = ""
    competent: str = ""
    competent_by: str = ""
    refused_body: str = ""
    path: tuple[str, ...] = ()
    tie_on: str = ""
    others: tuple[str, ...] = ()
    officers: tuple[OfficerLine, ...] = ()
    steps: tuple[StepLine, ...] = ()
    ground: str = ""
    reasons: str = ""
    marks: tuple[str, ...] = ()
    decision: str = ""
    decided_on: str = ""
    decided_by: str = ""
    served_on: str = ""
    appeal_to: str = ""
    appeal_until: str = ""
    appealed_on: str = ""
    outcome: str = ""
    hearing_at: str = ""
    hearing_where: str = ""
    law: tuple[str, ...] = ()
    synthetic: bool = False
