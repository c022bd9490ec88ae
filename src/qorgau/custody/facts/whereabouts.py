"""Where the person is and was, replayed from the entries that say so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from qorgau.custody.facts.ends import ENDS, said_only
from qorgau.custody.facts.moments import Moments, at, named
from qorgau.custody.facts.record import Stay, Whereabouts
from qorgau.recording.history import RecordedEntry


class Status(StrEnum):
    """Where a custody stands."""

    HELD = "held"  # at a place
    IN_TRANSIT = "in_transit"  # apprehended and not yet brought anywhere, or being carried
    UNCONFIRMED = "unconfirmed"  # left one place for another, and nobody wrote the arrival
    RELEASED = "released"
    ESCAPED = "escaped"
    DIED = "died"


ENDED = frozenset({Status.RELEASED, Status.ESCAPED, Status.DIED})
_END = {"Released": Status.RELEASED, "Escaped": Status.ESCAPED, "Died": Status.DIED}
assert _END.keys() == ENDS
_ARRIVALS = frozenset({"Delivered", "Registered", "Admitted", "Placed", "Arrived"})
_BEGIN = frozenset({"Stopped", "Cordoned", "Apprehended"})


@dataclass(frozen=True, kw_only=True)
class Course:
    """What the replay has come to: where the person is now, and all stays so far, the open one last."""

    now: Whereabouts
    stays: tuple[Stay, ...] = field(default=())
    ended_at: int | None = None
    before_transport: str = ""


_NOWHERE = Whereabouts(
    status=Status.IN_TRANSIT, since=None, place="", cell="", region="", destination="", in_hospital=False
)


def course_of(moments: Moments) -> Course:
    """Replay everything that says where the person is."""
    course = Course(now=_NOWHERE)
    said = said_only(each for kind in ENDS for each in moments.of.get(kind, ()))
    for each in moments.ordered:
        course = _said(course, each) if each in said else _after(course, each)
    return course


def _said(course: Course, each: RecordedEntry) -> Course:
    """Somebody else says that custody ended: the person stays where they are until those who hold them say so."""
    word = next((source.said_by for source in each.entry.happened), "")
    now = replace(
        course.now,
        said_ended=_END[each.entry.kind],
        said_ended_by=word,
        said_ended_at=at(each),
        said_ended_in=each.entry.id,
    )
    return replace(course, now=now)


def _after(course: Course, each: RecordedEntry) -> Course:
    kind, t = each.entry.kind, at(each)
    if kind in _END:
        now = replace(course.now, status=_END[kind], since=t, destination="", in_hospital=False)
        return replace(course, now=now, stays=_closed(course.stays, t), ended_at=t)
    if course.ended_at is not None:
        return course
    if kind in _BEGIN and course.now.since is None:
        return replace(course, now=replace(course.now, since=t, region=_told(each, "region", course)))
    if kind in _ARRIVALS:
        return _arrived(course, each, t)
    return _moved(course, each, t)


def _arrived(course: Course, each: RecordedEntry, t: int) -> Course:
    place = named(each, "place") or course.now.place
    if not place or (each.entry.kind == "Registered" and course.stays):
        return course
    cell = named(each, "cell")
    stays = course.stays
    if not _is_there(course, place, cell):
        stays = (*_closed(stays, t), _stay(each, place, cell, t))
    since = course.now.since if _stays_put(course, place) else t
    now = Whereabouts(
        status=Status.HELD, since=since, place=place, cell=stays[-1].cell, region=_told(each, "region", course),
        destination="", in_hospital=course.now.in_hospital, said_ended=course.now.said_ended,
        said_ended_by=course.now.said_ended_by, said_ended_at=course.now.said_ended_at,
        said_ended_in=course.now.said_ended_in,
    )  # fmt: skip
    return replace(course, now=now, stays=stays)


def _is_there(course: Course, place: str, cell: str) -> bool:
    """Whether the open stay is that one already; an entry without a cell leaves the cell as it was."""
    last = course.stays[-1] if course.stays else None
    return last is not None and last.until_at is None and last.place == place and cell in ("", last.cell)


def _stays_put(course: Course, place: str) -> bool:
    return course.now.status is Status.HELD and course.now.place == place


def _moved(course: Course, each: RecordedEntry, t: int) -> Course:
    kind, now = each.entry.kind, course.now
    if kind == "Transferred":
        left = replace(
            now, status=Status.UNCONFIRMED, since=t, cell="", destination=named(each, "destination")
        )
        return replace(course, now=left, stays=_closed(course.stays, t))
    if kind == "TransportBegan" and now.status is Status.HELD:
        carried = replace(now, status=Status.IN_TRANSIT, since=t, destination=named(each, "destination"))
        return replace(course, now=carried, before_transport=now.status)
    if kind == "TransportEnded" and now.status is Status.IN_TRANSIT and course.before_transport:
        back = replace(now, status=Status(course.before_transport), since=t, destination="")
        return replace(course, now=back, before_transport="")
    if kind in ("TakenToHospital", "ReturnedFromHospital"):
        return replace(course, now=replace(now, in_hospital=kind == "TakenToHospital"))
    return course


def _told(each: RecordedEntry, fact: str, course: Course) -> str:
    return str(each.entry.facts.get(fact, "")) or course.now.region


def _stay(each: RecordedEntry, place: str, cell: str, t: int) -> Stay:
    placement = named(each, "placement")
    return Stay(
        id=placement or each.entry.id, placement=placement, place=place, cell=cell, from_at=t, until_at=None
    )


def _closed(stays: tuple[Stay, ...], t: int) -> tuple[Stay, ...]:
    if not stays or stays[-1].until_at is not None:
        return stays
    return (*stays[:-1], replace(stays[-1], until_at=max(t, stays[-1].from_at)))
