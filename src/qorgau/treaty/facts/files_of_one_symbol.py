"""Several files may claim one symbol: the most trusted one's words stand, and those that differ are told beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import DOCUMENT, DOCUMENT_CONFIRMED
from qorgau.treaty.facts.entry_facts import named, of_kind, text, yes


def is_paraphrase(taken: RecordedEntry) -> bool:
    """Whether the words are ours."""
    return text(taken.entry, "words_are") == "paraphrase"


def confirmed_files(entries: Sequence[RecordedEntry]) -> frozenset[str]:
    """The documents whose bytes a body of the State and one outside it took in, each by itself."""
    return frozenset(named(each.entry, DOCUMENT) for each in of_kind(entries, DOCUMENT_CONFIRMED))


def distrust(taken: RecordedEntry, confirmed: Collection[str]) -> int:
    """The less the better: both sides hold the very file; a body whose task it is took it in; anybody did."""
    entry = taken.entry
    if text(entry, "listed_in"):
        # Words of somebody's list: any file goes before them, and the law's own catalogue.
        return 3
    if yes(entry, "confirmed") or text(entry, "document") in confirmed:
        return 0
    return 1 if yes(entry, "mandated") else 2


def words_that_stand(
    taken: Sequence[RecordedEntry], *, confirmed: Collection[str] = ()
) -> list[RecordedEntry]:
    """For each language the most trusted file's words, as they were accepted last; and ours.

    Of files trusted alike the first stands: whoever comes later may have forged one (decision 0147).
    """
    standing: dict[tuple[bool, str], RecordedEntry] = {}
    for each in sorted(taken, key=lambda one: distrust(one, confirmed)):
        place = is_paraphrase(each), text(each.entry, "language")
        held = standing.get(place)
        if held is None or text(held.entry, "document") == text(each.entry, "document"):
            standing[place] = each
    return list(standing.values())


def words_that_differ(
    taken: Sequence[RecordedEntry], *, confirmed: Collection[str] = ()
) -> list[RecordedEntry]:
    """What other files of the same symbol say in a language, where it is not what stands: each file's last word."""
    standing = words_that_stand([each for each in taken if not is_paraphrase(each)], confirmed=confirmed)
    said = {text(each.entry, "language"): _plain(each) for each in standing}
    files = {text(each.entry, "document") for each in standing}
    last: dict[tuple[str, str], RecordedEntry] = {}
    for each in taken:
        if not is_paraphrase(each) and text(each.entry, "document") not in files:
            last[text(each.entry, "document"), text(each.entry, "language")] = each
    return [each for each in last.values() if said.get(text(each.entry, "language")) != _plain(each)]


def _plain(taken: RecordedEntry) -> str:
    return " ".join(text(taken.entry, "text").split())
