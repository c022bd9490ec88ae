"""What is read: keys to seal to, envelopes, messages, and how a complaint stands, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, Whereabouts, reach, require
from qorgau.mailboxes.entries import COMPLAINT
from qorgau.mailboxes.models import EnvelopeRow, ManifestRow, MessageRow
from qorgau.recording.history import RecordedEntry, history

TO_MAILBOX, FROM_MAILBOX = "to_mailbox", "from_mailbox"


@dataclass(frozen=True, kw_only=True)
class Status:
    """How a complaint stands, for whoever holds the code: words of phrases and ids, no names.

    state: a word such as `registered`; body: who has it; last: the last act's kind and its time;
    next: the next act's word and by when, where one is due. Times are whole days at the place (UTC seconds of that day's midnight).
    """

    state: str = "registered"
    body: str = ""
    last: str = ""
    last_on: int | None = None
    next: str = ""
    next_on: int | None = None

    def as_json(self) -> dict[str, str | int]:
        """The status as an answer; what is not known is left out."""
        known = {name: value for name, value in vars(self).items() if value not in ("", None)}
        return dict(sorted(known.items()))


StatusSource = Callable[[str], Status | None]
_SOURCES: list[StatusSource] = []


def register_status_source(source: StatusSource) -> None:
    """Say who knows how complaints stand; called in AppConfig.ready() of the slice that follows them."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def status_words(complaint_id: str) -> Status:
    """How the complaint stands; before any slice knows more: registered, and with whom."""
    for source in _SOURCES:
        if (known := source(complaint_id)) is not None:
            return known
    row = envelope(complaint_id)
    return Status(body=row.to_body if row else "")


def envelope(complaint_id: str) -> EnvelopeRow | None:
    """The envelope of a complaint; None where it came on paper or by word."""
    return EnvelopeRow.objects.filter(complaint_id=complaint_id).first()


def envelopes_of_box(box_ed: str) -> Sequence[EnvelopeRow]:
    """What was lodged under a mailbox, by hour."""
    return list(EnvelopeRow.objects.filter(box_ed=box_ed).order_by("hour", "complaint_id"))


def envelopes_near(complaint_id: str) -> Sequence[EnvelopeRow]:
    """The envelope whose id follows this one, whoever's it is: the same one each time, or none at all."""
    after = EnvelopeRow.objects.filter(complaint_id__gte=complaint_id).order_by("complaint_id").first()
    found = after or EnvelopeRow.objects.order_by("complaint_id").first()
    return [found] if found else []


def lodged_entry(complaint_id: str) -> RecordedEntry | None:
    """The entry of the envelope, as it stands in the record."""
    row = envelope(complaint_id)
    named = history(COMPLAINT, complaint_id) if row else ()
    return next((each for each in named if row and each.entry.id == row.entry_id), None)


def box_messages(box_ed: str, *, direction: str = "", after: int = 0) -> Sequence[MessageRow]:
    """The messages of a mailbox that were not deleted, in order; `after`: numbers greater than this."""
    rows = MessageRow.objects.filter(box_ed=box_ed, seq__gt=after, deleted_at__isnull=True)
    if direction:
        rows = rows.filter(direction=direction)
    return list(rows.order_by("direction", "seq", "message_id"))


def complaint_messages(actor: Actor, complaint_id: str) -> Sequence[MessageRow]:
    """The messages about a complaint, both ways, for a body that may write to its mailbox."""
    require(actor, "complaints.mailbox", at=whereabouts(complaint_id))
    rows = MessageRow.objects.filter(complaint_id=complaint_id, deleted_at__isnull=True)
    return list(rows.order_by("hour", "direction", "seq"))


def envelopes_to(actor: Actor) -> QuerySet[EnvelopeRow]:
    """What came in sealed for the actor's body (for the preventive mechanism: everything), newest hour first."""
    require(actor, "complaints.read_sealed")
    far = reach(actor, "complaints.read_sealed")
    seen = Q() if far is Reach.EVERYWHERE else Q(to_body=actor.body)
    return EnvelopeRow.objects.filter(seen).order_by("-hour", "complaint_id")


def whereabouts(complaint_id: str) -> Whereabouts:
    """Which bodies a sealed complaint is before: the one it was sent to."""
    row = envelope(complaint_id)
    for source in _BODIES:
        if found := source(complaint_id):
            return Whereabouts(body=row.to_body if row else None, bodies=found)
    return Whereabouts(body=row.to_body if row else None)


BodiesSource = Callable[[str], frozenset[str]]
_BODIES: list[BodiesSource] = []


def register_bodies_source(source: BodiesSource) -> None:
    """Say who knows which bodies a complaint is before; called in AppConfig.ready() of that slice."""
    if source not in _BODIES:
        _BODIES.append(source)


def manifests(*, on: int) -> Sequence[ManifestRow]:
    """The keys to seal to at that moment (seconds, UTC): of each body the newest that holds, by body."""
    newest: dict[str, ManifestRow] = {}
    for row in ManifestRow.objects.filter(published_at__lte=on).order_by("body", "epoch"):
        if row.not_after >= on and (row.revoked_at is None or row.revoked_at > on):
            newest[row.body] = row
    return [newest[body] for body in sorted(newest)]


def manifest_history() -> Iterator[ManifestRow]:
    """Every key ever published, in order, so that a reader can follow each from the first."""
    yield from ManifestRow.objects.order_by("body", "epoch")


def newest_manifest(body: str) -> ManifestRow | None:
    """The last keys that a body published, whether they still hold or not."""
    return ManifestRow.objects.filter(body=body).order_by("-epoch").first()
