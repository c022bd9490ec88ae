"""What changed of late, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from qorgau.lawbook import Language
from qorgau.treaty.facts.naming import address_of, split
from qorgau.treaty.facts.typed_words import typed_in
from qorgau.treaty.queries.changes import Change, Changed
from qorgau.treaty.seats import country
from qorgau.treaty.web.words import body_word, phrase
from qorgau.wording import say, say_day, say_instant

_MOST_NAMED = 5


def change_said(change: Change, language: Language, names: Mapping[str, str]) -> dict[str, Any]:
    """One change: its sentence, when and by whom, and the page where it can be read."""
    return {
        "id": change.id,
        "at": change.at,
        "title": _title(change, language, names),
        "on": say_day(change.on, language) if change.on else "",
        "entered": say_instant(change.at, country(), language),
        "body": body_word(change.body, language) if change.body else "",
        "href": _href(change),
    }


def _title(change: Change, language: Language, names: Mapping[str, str]) -> str:
    key = f"treaty.changed_{change.what.value}"
    if change.what is Changed.ACTION:
        told = typed_in(change.titles, language)
        return say(key, language, title=told, state=phrase("action", change.state, language))
    if change.what in (Changed.DOCUMENT, Changed.ALTERNATIVE):
        return say(key, language, title=change.title)
    return say(key, language, where=_where(change, language, names))


def _where(change: Change, language: Language, names: Mapping[str, str]) -> str:
    """The recommendations by symbol and paragraph, those of one document together."""
    named: dict[str, list[str]] = {}
    for each in change.recommendations[:_MOST_NAMED]:
        stem, leaf = split(each)
        named.setdefault(stem, []).append(leaf)
    told = "; ".join(f"{names.get(stem, stem)} § {', '.join(leaves)}" for stem, leaves in named.items())
    further = len(change.recommendations) - _MOST_NAMED
    return f"{told} {say('treaty.and_more', language, count=further)}" if further > 0 else told


def _href(change: Change) -> str:
    if change.recommendations:
        return reverse("treaty:public_recommendation", args=address_of(change.recommendations[0]))
    return reverse("treaty:public_document", args=[change.document]) if change.document else ""
