"""Several files may claim one symbol: the first one's words stand, and those that differ are told beside them."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.recording.history import RecordedEntry
from qorgau.treaty.facts.entry_facts import text


def is_paraphrase(taken: RecordedEntry) -> bool:
    """Whether the words are ours."""
    return text(taken.entry, "words_are") == "paraphrase"


def words_that_stand(taken: Sequence[RecordedEntry]) -> list[RecordedEntry]:
    """For each language the first file's words, as they were accepted last; and ours.

    Whoever comes later with another file of the same symbol replaces nothing: it could be a forged one.
    """
    standing: dict[tuple[bool, str], RecordedEntry] = {}
    for each in taken:
        place = is_paraphrase(each), text(each.entry, "language")
        held = standing.get(place)
        if held is None or text(held.entry, "document") == text(each.entry, "document"):
            standing[place] = each
    return list(standing.values())


def words_that_differ(taken: Sequence[RecordedEntry]) -> list[RecordedEntry]:
    """What other files of the same symbol say in a language, where it is not what stands: each file's last word."""
    standing = words_that_stand([each for each in taken if not is_paraphrase(each)])
    said = {text(each.entry, "language"): _plain(each) for each in standing}
    files = {text(each.entry, "document") for each in standing}
    last: dict[tuple[str, str], RecordedEntry] = {}
    for each in taken:
        if not is_paraphrase(each) and text(each.entry, "document") not in files:
            last[text(each.entry, "document"), text(each.entry, "language")] = each
    return [each for each in last.values() if said.get(text(each.entry, "language")) != _plain(each)]


def _plain(taken: RecordedEntry) -> str:
    return " ".join(text(taken.entry, "text").split())
