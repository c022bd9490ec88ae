"""Protection, transfer, withdrawal and reprisals of a case, each as a line."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.complaints.entries import (
    NPM_CONTACT,
    PROTECTION_ASKED,
    PROTECTION_GIVEN,
    REPRISAL,
    TRANSFER_ASKED,
    WITHDRAWALS,
)
from qorgau.complaints.facts.case import Case
from qorgau.complaints.web.events import when_said
from qorgau.complaints.web.words import body_word, entry_title, facts_said, personal_said
from qorgau.lawbook import Language

_KINDS = frozenset({PROTECTION_ASKED, PROTECTION_GIVEN, TRANSFER_ASKED, REPRISAL, NPM_CONTACT, *WITHDRAWALS})


@dataclass(frozen=True, kw_only=True)
class ProtectionLine:
    """Something that was asked, given, threatened or done for the person's safety."""

    title: str
    when: str
    body: str
    said: tuple[tuple[str, str], ...]


def protection_lines(case: Case, language: Language) -> list[ProtectionLine]:
    """Every one of them, the newest first."""
    found = [each for each in case.entries if each.kind in _KINDS]
    return [
        ProtectionLine(
            title=entry_title(each.kind, None, language),
            when=when_said(each, case, language),
            body=body_word(each.body, language),
            said=(
                *facts_said(each.facts, case.zone, language),
                *(line for texts in each.personal.values() for line in personal_said(texts, language)),
            ),
        )
        for each in reversed(found)
    ]
