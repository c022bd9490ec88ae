"""What forbids erasure: a period of retention, an open case, a duty to keep. Slices say so."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from qorgau.recording.refusal import RecordingRefusal


class StillHeld(RecordingRefusal):
    """Something forbids erasing the person now."""


class RetentionUnknown(RecordingRefusal):
    """No slice has said how long anything must be kept, so nothing may be erased."""


class HoldKind(StrEnum):
    """Why something is kept."""

    RETENTION = "retention"
    """The law says for how long it is kept; every instance needs at least one such rule."""
    HOLD = "hold"
    """A case is open, or a duty to keep runs."""


@dataclass(frozen=True, kw_only=True)
class Hold:
    """A reason to keep; `why` gives a sentence while it applies to the person, None otherwise.

    why: from the person's id and an instant (seconds since 1970, UTC).
    """

    name: str
    kind: HoldKind
    why: Callable[[str, int], str | None]


_HOLDS: dict[str, Hold] = {}


def register_hold(hold: Hold) -> None:
    """Say what keeps a person's data; called in a slice's AppConfig.ready()."""
    _HOLDS[hold.name] = hold


def withdraw_hold(name: str) -> None:
    """Take a reason back, for instances that are set up differently and for tests."""
    _HOLDS.pop(name, None)


def refuse_if_held(person_id: str, *, as_of: int) -> None:
    """Raise unless a retention rule is known and nothing keeps the person's data any longer."""
    if not any(hold.kind is HoldKind.RETENTION for hold in _HOLDS.values()):
        raise RetentionUnknown(
            "No part of this instance says how long data on persons are kept, so nobody can be erased. "
            "Register a rule of retention with `register_hold`."
        )
    reasons = [reason for hold in _HOLDS.values() if (reason := hold.why(person_id, as_of))]
    if reasons:
        raise StillHeld(
            f"{person_id} cannot be erased now: {' '.join(reasons)} Ask again when that has ended."
        )
