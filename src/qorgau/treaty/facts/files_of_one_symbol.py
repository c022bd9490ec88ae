"""Several files may claim one symbol: the most trusted one's words stand, and those that differ are told beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import DOCUMENT, DOCUMENT_CONFIRMED, RECOMMENDATION_TAKEN
from qorgau.treaty.facts.entry_facts import named, of_kind, text, yes


def is_paraphrase(taken: RecordedEntry) -> bool:
    """Whether the words are ours."""
    return text(taken.entry, "words_are") == "paraphrase"


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """What people of a body of the State and of one outside it said alike, each by themselves.

    files: documents whose very bytes both took in; words: of a document, those that both accepted in the file's place.
    """

    files: frozenset[str]
    words: frozenset[tuple[str, str]]


def confirmed_by_both(entries: Sequence[RecordedEntry]) -> Confirmed:
    """What both sides said of a recommendation's files."""
    files = frozenset(named(each.entry, DOCUMENT) for each in of_kind(entries, DOCUMENT_CONFIRMED))
    said = {
        state: {
            _words(each)
            for each in of_kind(entries, RECOMMENDATION_TAKEN)
            if text(each.entry, "by_state") == state
        }
        for state in ("yes", "no")
    }
    return Confirmed(files=files, words=frozenset(said["yes"] & said["no"]))


def distrust(taken: RecordedEntry, confirmed: Confirmed) -> int:
    """The less the better: both sides hold the very file; a body whose task it is took it in; anybody did.

    Words that a person put in the place of the file's are believed by who accepted them; those of a body that did not
    even take the file in come after everything that the file itself says (decision 0155).
    """
    entry = taken.entry
    if text(entry, "listed_in"):
        # Words of somebody's list: any file goes before them, and the law's own catalogue.
        return 4
    corrected = yes(entry, "corrected")
    is_confirmed = yes(entry, "confirmed") or text(entry, "document") in confirmed.files
    if is_confirmed and (not corrected or _words(taken) in confirmed.words):
        return 0
    if yes(entry, "mandated"):
        return 1
    return 3 if corrected and not yes(entry, "own") else 2


def words_that_stand(taken: Sequence[RecordedEntry], *, confirmed: Confirmed) -> list[RecordedEntry]:
    """For each language the most trusted file's words, as they were last accepted by who is trusted most; and ours.

    Of files trusted alike the first stands: whoever comes later may have forged one (decision 0147).
    """
    standing: dict[tuple[bool, str], RecordedEntry] = {}
    for each in sorted(taken, key=lambda one: distrust(one, confirmed)):
        place = is_paraphrase(each), text(each.entry, "language")
        held = standing.get(place)
        if held is None or _goes_on(held, each, confirmed):
            standing[place] = each
    return list(standing.values())


def _goes_on(held: RecordedEntry, later: RecordedEntry, confirmed: Confirmed) -> bool:
    """Whether it is the same file's later word, by somebody trusted as much."""
    of_one = text(held.entry, "document") == text(later.entry, "document")
    return of_one and distrust(later, confirmed) <= distrust(held, confirmed)


def words_that_differ(taken: Sequence[RecordedEntry], *, confirmed: Confirmed) -> list[RecordedEntry]:
    """What files of the same symbol say last in a language, where it is not what stands."""
    standing = words_that_stand([each for each in taken if not is_paraphrase(each)], confirmed=confirmed)
    said = {text(each.entry, "language"): _plain(each) for each in standing}
    last: dict[tuple[str, str], RecordedEntry] = {}
    for each in taken:
        if not is_paraphrase(each):
            last[text(each.entry, "document"), text(each.entry, "language")] = each
    return [each for each in last.values() if said.get(text(each.entry, "language")) != _plain(each)]


def _words(taken: RecordedEntry) -> tuple[str, str]:
    return text(taken.entry, "document"), text(taken.entry, "text")


def _plain(taken: RecordedEntry) -> str:
    return " ".join(text(taken.entry, "text").split())
