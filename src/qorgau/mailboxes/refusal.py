"""Why something sealed, or a body's keys, are refused: a word for programs and a sentence in three languages."""

from __future__ import annotations

from typing import Any

from qorgau.lawbook import Language
from qorgau.wording import say


class MailboxRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """Something was asked of mailboxes that cannot be; `problem` is the word, `says` the sentence.

    No sentence tells whether a mailbox or a complaint exists.
    """

    def __init__(self, problem: str, **values: Any) -> None:
        """Keep the word, whose sentence is `mailboxes.problem_<word>`."""
        self.problem, self.values = problem, values
        super().__init__(self.says(Language.EN))

    def says(self, language: Language) -> str:
        """What is wrong and how to mend it, in that language."""
        return say(f"mailboxes.problem_{self.problem}", language, **self.values)

    def as_json(self) -> dict[str, Any]:
        """The refusal as an answer."""
        says = {language.value: self.says(language) for language in Language}
        return {"state": "refused", "problem": self.problem, "says": says}
