"""Why the complaints desk refuses something: a phrase in three languages, with its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.wording import in_language, say


class ComplaintRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """Something was asked that cannot be; `said` gives the sentence in a language.

    key: the phrase (complaints/refusals/phrases.yaml); field: the field of the form it belongs to, or "".
    """

    def __init__(self, key: str, *, field: str = "", **values: object) -> None:
        """Keep the phrase and its values; the text of the error itself is English."""
        self.key, self.field, self.values = f"complaints.{key}", field, values
        super().__init__(self.said(Language.EN))

    def said(self, language: Language) -> str:
        """The sentence in that language."""
        return say(
            self.key, language, **{name: _worded(value, language) for name, value in self.values.items()}
        )


def _worded(value: object, language: Language) -> object:
    if callable(value):
        return value(language)
    return in_language(value, language) if isinstance(value, Mapping) else value


class NoSuchComplaint(ComplaintRefusal):
    """There is no such complaint, or the actor may not know that there is one."""

    def __init__(self) -> None:
        """The same words in both cases, so that the answer tells nothing."""
        super().__init__("no_such_complaint")


class TiedBody(ComplaintRefusal):
    """A body may not be given a case, because it is tied to an accused. The refusal itself was recorded.

    path: the ids of bodies from the one to the other; entry: the AssignmentRefused entry.
    """

    def __init__(
        self, key: str, *, path: Sequence[str], entry: str = "", field: str = "", **values: object
    ) -> None:
        """Keep the way that ties them, and where the refusal is recorded."""
        self.path, self.entry = tuple(path), entry
        super().__init__(key, field=field, **values)


class MoveRefused(ComplaintRefusal):
    """The procedure does not allow the move; each reason stands in three languages."""

    def __init__(self, why: Sequence[Text], *, path: Sequence[str] = ()) -> None:
        """Keep every reason."""
        self.why, self.path = tuple(why), tuple(path)
        super().__init__("move_refused", why=lambda language: " ".join(text[language] for text in self.why))
