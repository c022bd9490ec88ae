"""Why the treaty cycle refuses something: a phrase in three languages, with its values."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.lawbook import Language
from qorgau.wording import in_language, say


class TreatyRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """Something was asked that cannot be; `said` gives the sentence in a language.

    key: the phrase (treaty/refusals/phrases.yaml); field: the field of the form it belongs to, or "".
    """

    def __init__(self, key: str, *, field: str = "", **values: object) -> None:
        """Keep the phrase and its values; the text of the error itself is English."""
        self.key, self.field, self.values = f"treaty.{key}", field, values
        super().__init__(self.said(Language.EN))

    def said(self, language: Language) -> str:
        """The sentence in that language."""
        return say(
            self.key, language, **{name: _worded(value, language) for name, value in self.values.items()}
        )


def _worded(value: object, language: Language) -> object:
    return in_language(value, language) if isinstance(value, Mapping) else value


class NoSuchDocument(TreatyRefusal):
    """There is no such document, or the actor may not know that there is one."""

    def __init__(self) -> None:
        """The same words in both cases, so that the answer tells nothing."""
        super().__init__("no_such_document")


class NoSuchRecommendation(TreatyRefusal):
    """There is no such recommendation, or the actor may not know that there is one."""

    def __init__(self) -> None:
        """The same words in both cases."""
        super().__init__("no_such_recommendation")


class NoSuchThing(TreatyRefusal):
    """There is no such action, reply, report or other thing, or the actor may not know that there is one."""

    def __init__(self, thing: str) -> None:
        """Name what was asked for, as it was asked for."""
        super().__init__("no_such_thing", thing=thing)
