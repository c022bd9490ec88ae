"""What desks, doctors and courts are to do when, made from a course. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qorgau.custody.entries import Booking, NameStatus, NewEntry
from qorgau.custody.kind_forms import form_of
from qorgau.custody.times import When
from qorgau.demo.chance import HOUR, MINUTE
from qorgau.demo.course.plan import CustodyPlan
from qorgau.demo.course.telling import Sent
from qorgau.recording.drafts import Draft

_BOOKED = frozenset({"Apprehended", "Delivered", "Registered", "IdentityRecorded", "RegisterFieldRecorded"})
_BEGINS = {
    "QuestioningEnded": "QuestioningBegan",
    "TransportEnded": "TransportBegan",
    "RestraintRemoved": "RestraintApplied",
    "HearingHeld": "HearingRequested",
    "Arrived": "Transferred",
    "RecordingDestroyed": "RecordingMade",
}
_UNREGISTERED_WAIT = 8 * HOUR
"""Those whom no desk registered are booked so long after their delivery: nothing can be added before."""


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act of somebody: at which moment of the story, in which custody, by which word, at which place.

    booking: for the first act of a custody; new: for every other.
    """

    at: int
    key: str
    custody: str
    word: str
    place: str
    booking: Booking | None = None
    new: NewEntry | None = None


def acts_of(plan: CustodyPlan, sent: Sequence[Sent]) -> Iterator[Act]:
    """The acts of one custody, the booking first; corrections and further accounts are left out.

    Of some nobody ever wrote the apprehension: nothing of them can be booked, so nothing is done.
    """
    drafts = [each.draft for each in sent]
    if not any(draft.kind == "Apprehended" and draft.corrects is None for draft in drafts):
        return
    booking = _booking(plan, drafts)
    yield booking
    place, begun = plan.station.id, dict[str, int]()
    for number, draft in enumerate(drafts):
        place = draft.objects.get("place", (place,))[0]
        if draft.kind not in _BOOKED and draft.corrects is None:
            act = _entry(draft, f"{plan.label}-{number}", booking, place)
            # A desk cannot enter an end before it has entered the beginning.
            at = max(act.at, begun.get(_BEGINS.get(draft.kind, ""), 0) + 1)
            begun[draft.kind] = at
            yield replace(act, at=at)


def _booking(plan: CustodyPlan, drafts: Sequence[Draft]) -> Act:
    of = {draft.kind: draft for draft in reversed(drafts) if draft.corrects is None}
    person, act, delivered = plan.person, of["Apprehended"], of["Delivered"]
    registered = of["Registered"].recorded if "Registered" in of else delivered.recorded + _UNREGISTERED_WAIT
    named = "family_name" in _personal(of.get("IdentityRecorded"))
    told = {account.said_by: account for account in act.happened}
    own = told.get(plan.station.said_by, act.happened[0])
    at = max(registered, own.latest, delivered.happened[0].latest)
    booking = Booking(
        place=plan.station.id,
        apprehended=When(earliest=own.earliest, latest=own.latest),
        ground=plan.ground,
        name_status=NameStatus.GIVEN if named else NameStatus.REFUSED,
        family_name=person.name.family if named else "",
        given_name=person.name.given if named else "",
        birth=person.born_on.isoformat(),
        gender="female" if person.woman else "male",
        foreign_national="yes" if person.foreign else "no",
        where=_personal(act).get("where", ""),
        by_whom=_personal(act).get("officers", ""),
        delivered=When.at(max(delivered.happened[0].earliest, own.earliest)),
        video_recorded=str(act.facts.get("video_recorded", "")),
    )
    return Act(
        at=at,
        key=f"{plan.label}-booking",
        custody=plan.label,
        word="",
        place=plan.station.id,
        booking=booking,
    )


def _entry(draft: Draft, key: str, booking: Act, place: str) -> Act:
    form = form_of(draft.kind)
    asked = {fact.name for fact in form.asks} if form else set()
    asks_place = form is not None and form.place in ("place", "cell")
    new = NewEntry(
        kind=draft.kind,
        happened=tuple(
            When(earliest=each.earliest, latest=each.latest, said_by=each.said_by) for each in draft.happened
        ),
        facts={name: value for name, value in draft.facts.items() if name in asked},
        personal={name: str(value) for name, value in _personal(draft).items()},
        objects={"account": draft.objects["account"][0]} if "account" in draft.objects else {},
        place=place if asks_place else "",
        cell=draft.objects.get("cell", ("",))[0],
        destination=draft.objects.get("destination", ("",))[0],
    )
    # Nothing can be added to a custody before it is booked, nor before it happened.
    at = max(draft.recorded, booking.at + MINUTE, *(each.latest for each in draft.happened))
    return Act(at=at, key=key, custody=booking.custody, word=draft.happened[0].said_by, place=place, new=new)


def _personal(draft: Draft | None) -> dict[str, str]:
    values = next(iter(draft.personal.values()), {}) if draft else {}
    return {name: str(value) for name, value in values.items()}
