"""A draft as text and back: the same draft gives the same text, so that a version can be named by its hash."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import (
    Asked,
    Block,
    BlockRole,
    Cover,
    Evidence,
    EvidenceKind,
    Tally,
    WordsOf,
    Writing,
)
from qorgau.treaty.writing.figures import Figure, Origin
from qorgau.treaty.writing.kinds import ReportKind

_FORM = 1
"""Drafts live long: a later form says so, and this one stays readable."""


class UnreadableDraft(ValueError):  # noqa: N818 - read aloud: "unreadable draft"
    """A stored draft has a form that this program does not know."""


def to_text(writing: Writing) -> str:
    """The draft as JSON, keys in one order."""
    return json.dumps({"form": _FORM, **asdict(writing)}, ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> Writing:
    """The draft that `to_text` wrote; raises UnreadableDraft."""
    held = json.loads(text)
    if held.pop("form", None) != _FORM:
        raise UnreadableDraft(
            "This draft was saved by a newer program. Bring this instance up to date and open it again."
        )
    return Writing(
        **{
            **held,
            "kind": ReportKind(held["kind"]),
            "language": Language(held["language"]),
            "cover": Cover(**held["cover"]),
            "blocks": tuple(_block(each) for each in held["blocks"]),
            # What was saved before periods could be chosen holds none.
            "periods": tuple(held.get("periods", ())),
        }
    )


def _block(held: Mapping[str, Any]) -> Block:
    return Block(
        **{
            **held,
            "role": BlockRole(held["role"]),
            "asked": _asked(held["asked"]) if held["asked"] else None,
            "evidence": tuple(_evidence(each) for each in held["evidence"]),
            "figures": tuple(
                Figure(**{**each, "origin": Origin(each["origin"])}) for each in held["figures"]
            ),
            "untold": tuple(held["untold"]),
        }
    )


def _evidence(held: Mapping[str, Any]) -> Evidence:
    # What was saved before duties were put into tables has no tally.
    told = held.get("tally")
    return Evidence(**{**held, "kind": EvidenceKind(held["kind"]), "tally": _tally(told) if told else None})


def _tally(held: Mapping[str, Any]) -> Tally:
    return Tally(**{**held, "states": tuple((state, count) for state, count in held["states"])})


def _asked(held: Mapping[str, Any]) -> Asked:
    return Asked(
        **{
            **held,
            "words_of": WordsOf(held["words_of"]),
            "headings": tuple(held["headings"]),
            "articles": tuple(held["articles"]),
        }
    )
