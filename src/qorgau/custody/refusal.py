"""Why the custody desk refuses something: a phrase in three languages, with its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qorgau.lawbook import Language
from qorgau.wording import in_language, say


class CustodyRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """Something was asked of the desk that cannot be; `said` gives the sentence in a language.

    key: the phrase (custody/refusals/phrases.yaml); field: the field of the form it belongs to, or "".
    """

    def __init__(self, key: str, *, field: str = "", **values: object) -> None:
        """Keep the phrase and its values; the text of the error itself is English."""
        self.key, self.field, self.values = f"custody.{key}", field, values
        super().__init__(self.said(Language.EN))

    def said(self, language: Language) -> str:
        """The sentence in that language."""
        return say(
            self.key, language, **{name: _worded(value, language) for name, value in self.values.items()}
        )


def _worded(value: object, language: Language) -> object:
    """A value in the language: a text of the vocabulary, an instant that is still to be written, or itself."""
    if callable(value):
        return value(language)
    return in_language(value, language) if isinstance(value, Mapping) else value


class NeedsConfirmation(CustodyRefusal):
    """What was typed may be true, but is so unusual that it must be confirmed: send it again with `confirmed`."""

    def __init__(self, warnings: Sequence[CustodyRefusal]) -> None:
        """Keep each warning; the first one is the error's own sentence."""
        self.warnings = tuple(warnings)
        first = self.warnings[0]
        super().__init__(first.key.removeprefix("custody."), field=first.field, **first.values)


class NoSuchCustody(CustodyRefusal):
    """There is no such custody, or the actor may not know that there is one."""

    def __init__(self) -> None:
        """The same words in both cases, so that the answer tells nothing."""
        super().__init__("no_such_custody")
