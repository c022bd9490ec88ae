"""What the board can be narrowed to, as the selects of its form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.treaty.facts.told import Board
from qorgau.treaty.facts.words import Sender, StandsAt
from qorgau.treaty.queries import Asked, board, documents
from qorgau.treaty.web.words import body_word, code_words, committee_word, phrase
from qorgau.wording import say, sort_key

GROUPS = ("subject", "body", "due", "state")
_DUE = ("overdue", "30", "90", "365")
_MOST_DOCUMENTS = 200
Choice = dict[str, Any]


def filters(
    actor: Actor | None, found: Board, typed: Mapping[str, str], *, now: int, language: Language
) -> dict[str, list[Choice]]:
    """The selects, those asked for most in front; each offers only what there is."""
    # What could be chosen does not shrink by what is chosen: asked of everything that the actor sees.
    every = found if not any(typed.values()) else board(actor, Asked(size=1), as_of=now)
    front = [
        _choice("subject", code_words("subjects", every.subjects, language), typed, language, sort=True),
        _choice("body", _titled(every.bodies, body_word, language), typed, language, sort=True),
        _choice("state", [(each.value, phrase("stands", each.value, language)) for each in StandsAt], typed, language),
        _choice("due", [(each, say(f"treaty.within_{each}", language)) for each in _DUE], typed, language),
    ]  # fmt: skip
    lines = documents(actor, size=_MOST_DOCUMENTS).lines
    stems = {line.stem: line.symbol or line.title for line in lines}
    cycles = sorted({line.cycle for line in lines if line.cycle})
    more = [
        _choice("sender", [(each.value, phrase("sender", each.value, language)) for each in Sender], typed, language),
        _choice("committee", _titled(every.committees, committee_word, language), typed, language, sort=True),
        _choice("cycle", [(each, each) for each in cycles], typed, language),
        _choice("document", list(stems.items()), typed, language),
        _choice("follow_up", [("yes", say("treaty.only_follow_up", language))], typed, language),
        _choice("order", [(each, say(f"treaty.order_{each}", language)) for each in ("due", "id", "new")], typed, language, blank=False),
        _choice("group", [(each, say(f"treaty.group_{each}", language)) for each in GROUPS], typed, language, blank_key="treaty.group_none"),
    ]  # fmt: skip
    return {
        "front": front,
        "more": [each for each in more if each["options"]],
        "open": [each for each in more if each["chosen"] and each["blank"]],
    }


def _choice(
    name: str,
    options: list[tuple[str, str]],
    typed: Mapping[str, str],
    language: Language,
    *,
    sort: bool = False,
    blank: bool = True,
    blank_key: str = "treaty.any",
) -> Choice:
    known = {code for code, _ in options}
    return {
        "name": name,
        "title": say(f"treaty.filter_{name}", language),
        "options": sorted(options, key=lambda pair: sort_key(pair[1], language)) if sort else options,
        "chosen": typed.get(name, "") if typed.get(name, "") in known else "",
        "blank": say(blank_key, language) if blank else "",
    }


def _titled(codes: Iterable[str], word: Any, language: Language) -> list[tuple[str, str]]:
    return [(code, word(code, language)) for code in codes]
