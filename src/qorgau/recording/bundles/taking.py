"""Take a bundle in: all of it or nothing, as often as it comes, with the keys that make names readable."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from qorgau.ledger.entry_reading import read_entry
from qorgau.ledger.lines import base64_from
from qorgau.recording.bundles.opening import Bundle, Carried
from qorgau.recording.bundles.received_kind import ORIGIN, RECEIVED
from qorgau.recording.bundles.refusals import EntryDiffers, ForeignEntry, KeyDiffers, OriginForked
from qorgau.recording.desk_clock import ClockCheck, OtherClock, Witness, check_clock
from qorgau.recording.drafts import Draft
from qorgau.recording.history import history
from qorgau.recording.keystore.secrets import adopt_secrets, known_secrets
from qorgau.recording.kinds import check_kind
from qorgau.recording.models import ErasedPerson, StoredEntry
from qorgau.recording.record import record
from qorgau.recording.salts import persons_behind

_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What a bundle brought, or would bring.

    new: entries stored; held: those the record had already; left_out: entries that name a person who was
    erased here; erased_there: persons whom the origin has erased and this record has not; clock: what the
    bundle says about this instance's clock.
    """

    origin: str
    new: int
    held: int
    left_out: tuple[str, ...]
    erased_there: tuple[str, ...]
    clock: ClockCheck


def take_in(
    bundle: Bundle, *, now: int, by: str | None = None, for_body: str | None = None, dry_run: bool = False
) -> Taken:
    """Store what is new, fold what it touches and record that it came; `received` of all of it is `now`.

    by, for_body: who carries it in, for the entry that says so. dry_run: only say what would be done.
    Raises a RecordingRefusal, and then nothing was stored.
    """
    held = _held(bundle.entries)
    coming = [each for each in bundle.entries if each.bundled.entry.id not in held]
    erased = _erased(bundle)
    left_out = [each for each in coming if erased.intersection(persons_behind(each.bundled.entry))]
    gone = {each.bundled.entry.id for each in left_out}
    new = [each for each in coming if each.bundled.entry.id not in gone]
    keys = {person: bundle.keys[person] for each in new for person in persons_behind(each.bundled.entry)}
    _check_keys(keys, known_secrets(sorted(keys)))
    drafts = [_draft(each) for each in new]
    for draft in drafts:
        check_kind(draft)
    _check_fork(bundle)
    taken = Taken(
        origin=bundle.manifest.origin,
        new=len(new),
        held=len(held),
        left_out=tuple(sorted(gone)),
        erased_there=_erased_only_there(bundle),
        clock=clock_by(bundle, now=now),
    )
    if new and not dry_run:
        _check_keys(keys, adopt_secrets(keys))
        receipt = _received(bundle, taken, now=now, by=by, for_body=for_body or settings.QORGAU_INSTANCE)
        record([*drafts, receipt], received=now)
    return taken


def clock_by(bundle: Bundle, *, now: int) -> ClockCheck:
    """What the bundle's times say about this instance's clock; the origin's may be the wrong one."""
    told = OtherClock(witness=Witness.BUNDLE, says=bundle.manifest.written_at, desk=now)
    return check_clock([told])


def _held(entries: Sequence[Carried]) -> set[str]:
    """The ids that the record holds already, each with the same bytes."""
    offered = {each.bundled.entry.id: each.bundled for each in entries}
    found = set()
    for ids in _chunks(sorted(offered)):
        for stored in StoredEntry.objects.filter(id__in=ids):
            if bytes(stored.body) != offered[stored.id].body:
                raise EntryDiffers(_two_entries(stored, offered[stored.id].entry.instance))
            found.add(stored.id)
    _refuse_our_name(entries, found)
    return found


def _two_entries(stored: StoredEntry, origin: str) -> str:
    ours = read_entry(bytes(stored.body))
    return (
        f"Two entries have the id {stored.id} and differ: here a {ours.kind} of {ours.instance}, in the bundle "
        f"one of {origin}. Nothing was stored. Find out which was altered: `qorgau ledger verify` on both "
        "instances names it; an entry is changed only by a correction, which has an id of its own."
    )


def _refuse_our_name(entries: Sequence[Carried], held: set[str]) -> None:
    for each in entries:
        entry = each.bundled.entry
        if entry.instance == settings.QORGAU_INSTANCE and entry.id not in held:
            raise ForeignEntry(
                f"The entry {entry.id} says that it was first recorded here, and the record does not hold it. "
                "Nothing was stored. Somebody else uses this instance's name, or forges its entries."
            )


def _erased(bundle: Bundle) -> set[str]:
    return {
        person
        for ids in _chunks(sorted(bundle.keys))
        for person in ErasedPerson.objects.filter(person_id__in=ids).values_list("person_id", flat=True)
    } | {person for person, secret in known_secrets(sorted(bundle.keys)).items() if secret is None}


def _erased_only_there(bundle: Bundle) -> tuple[str, ...]:
    held = known_secrets(list(bundle.manifest.erased))
    return tuple(sorted(person for person, secret in held.items() if secret is not None))


def _check_keys(carried: Mapping[str, bytes], known: Mapping[str, bytes | None]) -> None:
    for person, secret in carried.items():
        if known.get(person, secret) != secret:
            raise KeyDiffers(
                f"The person {person} has another key here than at the origin: two people were given one id, "
                "or one of the key stores was altered. Nothing was stored. Join them as one person only after "
                "asking both instances."
            )


def _check_fork(bundle: Bundle) -> None:
    newest = bundle.checkpoint
    if newest is None:
        return
    root = base64_from(newest.root)
    for each in history(ORIGIN, bundle.manifest.origin):
        facts = each.entry.facts
        if facts.get("log_size") == newest.size and facts.get("log_root") != root:
            raise OriginForked(
                f"The log of {bundle.manifest.origin} had the root {facts['log_root']} at {newest.size} leaves when "
                f"the entry {each.entry.id} was recorded, and has {root} now: its record was rewritten. Nothing was "
                "stored. Keep both bundles and tell the witnesses."
            )


def _draft(each: Carried) -> Draft:
    entry = each.bundled.entry
    return Draft(
        id=entry.id,
        kind=entry.kind,
        recorded=entry.recorded,
        for_body=entry.for_body,
        by=entry.by,
        objects=entry.objects,
        happened=entry.happened,
        facts=entry.facts,
        personal=each.personal,
        sealed=entry.sealed,
        corrects=entry.corrects,
        instance=entry.instance,
    )


def _received(bundle: Bundle, taken: Taken, *, now: int, by: str | None, for_body: str) -> Draft:
    manifest = bundle.manifest
    facts: dict[str, str | int] = {
        "manifest": bundle.digest,
        "written_at": manifest.written_at,
        "entries": taken.new,
        "held": taken.held,
        "left_out": len(taken.left_out),
        **taken.clock.facts(),
    }
    if bundle.checkpoint is not None:
        facts |= {"log_size": bundle.checkpoint.size, "log_root": base64_from(bundle.checkpoint.root)}
    return Draft(
        id=f"bundle-{bundle.digest}",
        kind=RECEIVED,
        recorded=now,
        by=by,
        for_body=for_body,
        objects={ORIGIN: [manifest.origin]},
        facts=facts,
    )


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
