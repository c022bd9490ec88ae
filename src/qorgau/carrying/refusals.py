"""Why files and cards are refused, as the pages say it: one word for each, with what to do in the phrases."""

from enum import StrEnum

from qorgau.recording.bundles import refusals as bundles
from qorgau.recording.keystore.secrets import PersonWasErased
from qorgau.recording.kinds import UnknownKind


class TooManyToCarry(bundles.BundleRefused):
    """So many entries that a page would keep a browser waiting too long."""


class NothingWasWritten(bundles.BundleRefused):
    """Somebody says that files arrived which were never written."""


class ReasonMissing(bundles.CardRefused):
    """Another card of a trusted instance without a word on why it has new keys."""


class Refused(StrEnum):
    """The reasons; `carrying.refused_<word>` says what it is and `carrying.mend_<word>` what to do."""

    NOT_A_BUNDLE = "not_a_bundle"
    """Something else, cut short, or larger than any bundle."""
    NOT_FOR_US = "not_for_us"
    """Written or locked for others."""
    UNKNOWN_ORIGIN = "unknown_origin"
    """From an instance that is not trusted here."""
    ALTERED = "altered"
    """Changed after it was written."""
    FOREIGN_ENTRY = "foreign_entry"
    """Speaks for an instance other than its own."""
    ENTRY_DIFFERS = "entry_differs"
    """Other bytes stand here under the same id."""
    KEY_DIFFERS = "key_differs"
    """A person has another key here."""
    FORKED = "forked"
    """The origin shows two histories."""
    UNKNOWN_KIND = "unknown_kind"
    """A newer version wrote it."""
    ERASED = "erased"
    """Somebody in it was erased meanwhile."""
    TOO_LARGE = "too_large"
    """More than one upload may be."""
    BAD_ZIP = "bad_zip"
    """An archive that is damaged, unpacks to too much, or holds no bundle."""
    EMPTY = "empty"
    """A file without a byte in it."""
    CARD = "card"
    """A card that cannot be trusted as it stands."""
    NO_REASON = "no_reason"
    """New keys without a reason."""
    NOTHING = "nothing"
    """Nothing was recorded in that time."""
    TOO_MANY = "too_many"
    """More entries than a page carries."""
    NOT_LAST = "not_last"
    """Not the files that were written last."""
    OTHER = "other"
    """Anything else the record refuses."""


_WORDS: dict[type[Exception], Refused] = {
    bundles.NotABundle: Refused.NOT_A_BUNDLE,
    bundles.NotForUs: Refused.NOT_FOR_US,
    bundles.UnknownOrigin: Refused.UNKNOWN_ORIGIN,
    bundles.BundleAltered: Refused.ALTERED,
    bundles.ForeignEntry: Refused.FOREIGN_ENTRY,
    bundles.EntryDiffers: Refused.ENTRY_DIFFERS,
    bundles.KeyDiffers: Refused.KEY_DIFFERS,
    bundles.OriginForked: Refused.FORKED,
    UnknownKind: Refused.UNKNOWN_KIND,
    PersonWasErased: Refused.ERASED,
    bundles.CardRefused: Refused.CARD,
    ReasonMissing: Refused.NO_REASON,
    bundles.NothingToCarry: Refused.NOTHING,
    TooManyToCarry: Refused.TOO_MANY,
    NothingWasWritten: Refused.NOT_LAST,
}


def refused_as(error: Exception) -> Refused:
    """The word for a refusal."""
    return next((_WORDS[kind] for kind in type(error).__mro__ if kind in _WORDS), Refused.OTHER)
