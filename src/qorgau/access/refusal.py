"""Why something about an account is refused: each refusal has a sentence of its own."""

from typing import Any

from qorgau.lawbook import Language
from qorgau.wording import say


class AccountRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """Something was asked of an account that must not be done; `key` names the sentence."""

    def __init__(self, key: str, **values: Any) -> None:
        """Keep the sentence's key, so that a page can say it in the reader's language."""
        super().__init__(say(key, Language.EN, **values))
        self.key, self.values = key, values

    def sentence(self, language: Language) -> str:
        """Why, in that language."""
        return say(self.key, language, **self.values)
