"""Words as somebody typed them, brought into the one spelling that the record holds; signs that deceive are refused."""

from __future__ import annotations

import re
import unicodedata

from qorgau.recording.refusal import RecordingRefusal

# Left behind by copying from elsewhere: nobody sees them, nobody misses them. Joiners belong to letters and stay.
_LEFT_BEHIND = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
# They turn the words beside them around, or are no signs at all; line feed and tab are told apart by the caller.
_DECEIVING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb]"
)
_LINE_ENDS = re.compile("\r\n?")


class DeceivingSign(RecordingRefusal):
    """A text holds a sign that cannot be seen and changes what is read; `sign` is its number, `U+202E`."""

    def __init__(self, sign: str, at: int) -> None:
        """Keep which sign stands where."""
        self.sign, self.at = sign, at
        super().__init__(
            f"The text holds {sign} at position {at}, which nobody sees and which changes what is read. "
            "Type the words anew instead of copying them."
        )


def on_one_line(text: str) -> str:
    """The words on one line, and a space for each sign that deceives: for those who cannot be asked to type anew."""
    told = _LEFT_BEHIND.sub("", unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", " ".join(_DECEIVING.sub(" ", told).split()))


def typed_text(text: str) -> str:
    """The words composed (NFC), trimmed, with plain line ends; raises DeceivingSign."""
    told = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).strip()
    told = unicodedata.normalize("NFC", _LEFT_BEHIND.sub("", told)).strip()
    if found := _DECEIVING.search(told):
        raise DeceivingSign(f"U+{ord(found[0]):04X}", found.start() + 1)
    return told
