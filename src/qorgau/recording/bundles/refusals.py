"""Why a bundle is refused. Nothing of a refused bundle is stored."""

from qorgau.recording.refusal import RecordingRefusal


class BundleRefused(RecordingRefusal):
    """A bundle that is not taken in."""


class NotABundle(BundleRefused):
    """The file is something else, cut short, or larger than a bundle can be."""


class NotForUs(BundleRefused):
    """The bundle was written for other instances."""


class UnknownOrigin(BundleRefused):
    """The bundle comes from an instance that this one does not trust."""


class BundleAltered(BundleRefused):
    """Something in the bundle was changed, removed or added after it was written."""


class ForeignEntry(BundleRefused):
    """An entry claims another instance than the one that wrote the bundle."""


class EntryDiffers(BundleRefused):
    """The record holds other bytes under the same id."""


class KeyDiffers(BundleRefused):
    """A person has another key here than at the origin."""


class OriginForked(BundleRefused):
    """The origin's log shows two histories of one size."""


class CardRefused(BundleRefused):
    """A card that cannot be trusted as it stands."""


class NothingToCarry(BundleRefused):
    """There is no entry to be carried."""
