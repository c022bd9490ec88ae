"""What is wrong with what somebody typed: field by field, in their language, with how to mend it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.wording import in_language, say


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing to mend: where, the field it stands in ("" for the whole) and the phrase that says it.

    A value that is a text of the law is said in the reader's language.
    """

    where: str
    key: str
    values: Mapping[str, str | int | Text] = field(default_factory=dict)

    def said(self, language: Language) -> str:
        """The sentence in a language."""
        words = {
            name: value if isinstance(value, str | int) else in_language(value, language)
            for name, value in self.values.items()
        }
        return say(f"places.{self.key}", language, **words)


class Unfit(ValueError):  # noqa: N818 - read aloud: "unfit"
    """What was typed cannot be recorded; nothing was stored."""

    def __init__(self, faults: Sequence[Fault], *, language: Language) -> None:
        """Keep the faults; the message says them all in one language."""
        self.faults = tuple(faults)
        super().__init__(" ".join(fault.said(language) for fault in faults))
