"""What a body is called: an institution, a unit of the inventory, an organisation outside the State."""

from __future__ import annotations

from qorgau.complaints.facts.law import bodies
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.places.queries import body_title
from qorgau.treaty.seats import book
from qorgau.wording import in_language, say


def body_name(body: str, language: Language) -> str:
    """The name; of one that nobody knows that it is an organisation, with its id; nothing for none."""
    return in_language(body_names(body), language)


def body_names(body: str) -> Text:
    """The same in every language."""
    if not body:
        return dict.fromkeys(Language, "")
    known = bodies().bodies.get(body)
    if known is not None:
        return known.title
    if body in book().organisations:
        return book().organisations[body]
    title = body_title(body)
    if any(title[language] != body for language in Language):
        return title
    return {language: say("treaty.organisation", language, id=body) for language in Language}
