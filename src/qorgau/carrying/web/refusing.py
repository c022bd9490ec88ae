"""A refusal as a sentence of the page: what it is, and what to do."""

from qorgau.carrying.refusals import Refused
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language


def in_words(word: Refused) -> str:
    """Both sentences in the language of the page."""
    language = active_language()
    return f"{say(f'carrying.refused_{word}', language)} {say(f'carrying.mend_{word}', language)}"
