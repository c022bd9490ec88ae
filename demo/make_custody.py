"""Write demo/custody.csv: a synthetic custody log. No person, place or event in it is real.

Run `python demo/make_custody.py` to write it anew; the same seed gives the same bytes.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

SEED = 2025
CUSTODIES = 240
FACTS = (
    "born_on ground place official_place with_adults exact_date exact_time exact_place delivery_hours "
    "video_recorded lawyer_present parent_present officer_in_sight officer_in_hearing doctor_asked_for_officer "
    "fee_charged in_person about of"
).split()
COLUMNS = [
    "custody",
    "person",
    "kind",
    "at",
    "by",
    "questioning",
    "recording",
    "examination",
    "transport",
    "placement",
    "complaint",
    *FACTS,
]


@dataclass
class Story:
    """One deprivation of liberty, told entry by entry."""

    number: int
    chance: random.Random
    start: datetime
    age: int
    ground: str = ""
    rows: list[dict[str, str]] = field(default_factory=list)

    def tell(self, kind: str, after: timedelta, *, by: str = "police_entry", **more: str) -> None:
        """Add an entry some time after the apprehension."""
        at = (self.start + after).strftime("%Y-%m-%d %H:%M")
        self.rows.append(
            {
                "custody": f"C{self.number:04}",
                "person": f"P{self.number:04}",
                "kind": kind,
                "at": at,
                "by": by,
                **more,
            }
        )

    def likely(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self.chance.random() < share

    def minutes(self, middle: float, spread: float = 0.6) -> timedelta:
        """A skewed span around a middle, in whole minutes."""
        return timedelta(minutes=round(self.chance.lognormvariate(0, spread) * middle))


def story(number: int, chance: random.Random) -> Story:
    """One custody from apprehension to release or transfer."""
    start = datetime(2025, 1, 6, 8, 0) + timedelta(minutes=chance.randrange(0, 330 * 24 * 60))
    told = Story(number, chance, start, chance.choice([15, 16, 17] * 5 + [*range(18, 66)] * 2))
    child = told.age < 18
    _apprehension(told)
    delivered = told.minutes(95, 0.5)
    told.tell("Delivered", delivered, place="station")
    _registration(told, delivered)
    told.tell("RightsExplained", delivered + told.minutes(20))
    _contacts(told, delivered, child=child)
    _examination(told, delivered)
    if told.ground != "administrative":
        _questioning(told, delivered + told.minutes(260, 0.5), child=child)
        _placement(told, delivered, child=child)
    _judge(told, delivered, child=child)
    return told


def _apprehension(told: Story) -> None:
    year = told.start.year - told.age
    born = f"{year}-{told.chance.randrange(1, 13):02}-{told.chance.randrange(1, 29):02}"
    told.ground = told.chance.choices(
        ["criminal", "administrative", "no_residence", "migration"], [70, 22, 5, 3]
    )[0]
    recorded = told.minutes(50) if told.likely(0.18) else timedelta(0)
    told.tell("Apprehended", recorded, ground=told.ground, born_on=born)
    if recorded or told.likely(0.3):
        told.tell("Apprehended", timedelta(0), by=told.chance.choice(["person", "relative", "camera"]))
    told.tell("ReasonsGiven", recorded + timedelta(minutes=told.chance.randrange(0, 20)))
    told.tell(
        "TransportBegan",
        recorded + timedelta(minutes=5),
        transport=f"T{told.number:04}",
        video_recorded="yes" if told.likely(0.7) else "no",
    )


def _registration(told: Story, delivered: timedelta) -> None:
    if told.likely(0.06):
        return  # never registered
    told.tell(
        "Registered",
        delivered + told.minutes(25),
        exact_date="yes",
        exact_time="yes" if told.likely(0.9) else "no",
        exact_place="yes" if told.likely(0.95) else "no",
        delivery_hours="yes" if told.likely(0.85) else "no",
    )


def _contacts(told: Story, delivered: timedelta, *, child: bool) -> None:
    if told.likely(0.85):
        told.tell(
            "RelativeTold",
            delivered + told.minutes(140, 0.9),
            by=told.chance.choice(["police_entry", "police_entry", "relative"]),
        )
    if child and told.likely(0.9):
        told.tell("ParentTold", delivered + told.minutes(60, 0.9))
    if told.likely(0.5):
        told.tell("LawyerRequested", delivered + told.minutes(15), by="person")
    if told.likely(0.72):
        told.tell(
            "LawyerMet", delivered + told.minutes(75, 0.7), by=told.chance.choice(["police_entry", "lawyer"])
        )
    elif told.likely(0.3):
        told.tell("LawyerTurnedAway", delivered + told.minutes(120), by="lawyer")


def _examination(told: Story, delivered: timedelta) -> None:
    if not told.likely(0.88):
        return
    at, watched = delivered + told.minutes(80, 0.9), told.likely(0.25)
    told.tell(
        "MedicallyExamined",
        at,
        by="doctor",
        examination=f"E{told.number:04}",
        officer_in_sight="yes" if watched else "no",
        officer_in_hearing="yes" if watched and told.likely(0.5) else "no",
        doctor_asked_for_officer="yes" if watched and told.likely(0.3) else "no",
        fee_charged="no",
    )
    if told.likely(0.12):
        told.tell("InjurySeen", at, by="doctor")
        if told.likely(0.6):
            told.tell("InjuryReported", at + told.minutes(300), by="doctor")
        if told.likely(0.7):
            _complaint(told, at + told.minutes(600))


def _complaint(told: Story, at: timedelta) -> None:
    name = f"K{told.number:04}"
    told.tell(
        "ComplaintLodged",
        at,
        by="person",
        complaint=name,
        about=told.chance.choice(["torture", "ill_treatment"]),
    )
    if told.likely(0.7):
        told.tell("ComplaintRegistered", at + told.minutes(900), by="prosecutor", complaint=name)
    elif told.likely(0.6):
        told.tell("ComplaintSentBack", at + told.minutes(1500), by="prosecutor", complaint=name)


def _questioning(told: Story, at: timedelta, *, child: bool) -> None:
    name, filmed = f"Q{told.number:04}", told.likely(0.86)
    more = {"parent_present": "yes" if told.likely(0.7) else "no"} if child else {}
    told.tell(
        "QuestioningBegan",
        at,
        questioning=name,
        video_recorded="yes" if filmed else "no",
        lawyer_present="yes" if told.likely(0.7) else "no",
        **more,
    )
    told.tell("QuestioningEnded", at + told.minutes(70), questioning=name)
    if filmed:
        recording = f"R{told.number:04}"
        told.tell("RecordingMade", at, by="camera", recording=recording, of="questioning")
        if told.likely(0.25):
            told.tell(
                "RecordingDestroyed", timedelta(days=told.chance.randrange(12, 60)), recording=recording
            )


def _placement(told: Story, delivered: timedelta, *, child: bool) -> None:
    hall = told.likely(0.04)
    told.tell(
        "Placed",
        delivered + told.minutes(240),
        placement=f"L{told.number:04}",
        place="sports_hall" if hall else "temporary_detention_centre",
        official_place="no" if hall else "yes",
        with_adults="yes" if child and told.likely(0.2) else "no",
    )


def _judge(told: Story, delivered: timedelta, *, child: bool) -> None:
    if told.ground == "administrative":
        told.tell("Released", delivered + told.minutes(150, 0.25))
        return
    limit = 24 if child else 48
    at = timedelta(minutes=round(told.chance.triangular(6, limit * 1.25, limit * 0.85) * 60))
    if told.likely(0.25):
        told.tell("Released", at * 0.6)
        return
    told.tell("FirstAppeared", at, by="court", in_person="yes" if told.likely(0.8) else "no")
    if told.likely(0.4):
        told.tell("Released", at + told.minutes(240), by="court")
    else:
        moved = at + told.minutes(240)
        told.tell("Transferred", moved, place="remand_prison")
        if told.likely(0.75):
            told.tell("RelativeTold", moved + told.minutes(200), by="place_entry")
    if told.likely(0.08):
        days = told.chance.choice([3, 9, 14, 15, 16, 22])
        begun = at + timedelta(days=2)
        told.tell("SolitaryStarted", begun, by="place_entry", placement=f"S{told.number:04}")
        told.tell(
            "SolitaryEnded", begun + timedelta(days=days), by="place_entry", placement=f"S{told.number:04}"
        )


def rows() -> Iterator[dict[str, str]]:
    """All rows in the order in which a busy register gets them, a few of them spoilt."""
    chance = random.Random(SEED)  # a demo needs the same numbers each time, not secret ones
    told = [row for number in range(1, CUSTODIES + 1) for row in story(number, chance).rows]
    told.sort(key=lambda row: row["at"])
    told[100] = {**told[100], "at": "2025-02-31 10:00"}
    told[200] = {**told[200], "at": ""}
    told[300] = {**told[300], "custody": ""}
    yield from told


def main() -> None:
    """Write the log beside this script."""
    path = Path(__file__).with_name("custody.csv")
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows())


if __name__ == "__main__":
    main()
