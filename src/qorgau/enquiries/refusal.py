"""Why an enquiry or its answer is refused: a phrase in three languages."""

from __future__ import annotations

from qorgau.lawbook import Language
from qorgau.wording import say


class EnquiryRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """Something was asked of the enquiry desk that cannot be; `said` gives the sentence in a language."""

    def __init__(self, key: str, *, field: str = "") -> None:
        """Keep the phrase (enquiries/phrases.yaml) and the field of the form it belongs to."""
        self.key, self.field = f"enquiries.{key}", field
        super().__init__(self.said(Language.EN))

    def said(self, language: Language) -> str:
        """The sentence in that language."""
        return say(self.key, language)
