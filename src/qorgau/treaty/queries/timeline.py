"""What happened to recommendations, and what other files say of them: of the entries on each what the actor may know."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from qorgau.access.actor import Actor
from qorgau.lawbook.safeguard import Text
from qorgau.ledger.entry import Entry
from qorgau.recording.history import RecordedEntry, histories, standing
from qorgau.treaty.entries import (
    ALTERNATIVE,
    DOCUMENT,
    LINK_JUDGED,
    RECOMMENDATION,
    RECOMMENDATION_TAKEN,
    REPLY,
    REPLY_CLEARED,
    REPLY_PREPARED,
    REPLY_RETURNED,
    REPLY_REVISED,
)
from qorgau.treaty.facts.entry_facts import named, of_kind, text
from qorgau.treaty.facts.files_of_one_symbol import confirmed_by_both, words_that_differ
from qorgau.treaty.facts.other_words import OtherWords
from qorgau.treaty.facts.told import TimelineLine
from qorgau.treaty.models import AlternativeRow, DocumentRow, ReplyRow
from qorgau.treaty.queries.held_back import Judged, Links
from qorgau.treaty.queries.lines import day_of
from qorgau.treaty.queries.reach import alternatives_seen, documents_seen, replies_seen, works_on
from qorgau.treaty.seats import book

_DAYS = ("on", "sent_on", "since")
_IN_WORK = (REPLY_PREPARED, REPLY_REVISED, REPLY_RETURNED, REPLY_CLEARED)


class Timelines:
    """The entries on these recommendations, with what they name looked up once for all of them."""

    def __init__(self, actor: Actor | None, keys: Collection[str]) -> None:
        """Read them; a few hundred recommendations at most."""
        found: Mapping[str, Sequence[RecordedEntry]] = histories(RECOMMENDATION, keys)
        self._entries = {key: standing(entries) for key, entries in found.items()}
        entries = list(chain.from_iterable(self._entries.values()))
        replies = replies_seen(ReplyRow.objects.filter(pk__in=_named(entries, REPLY)), actor)
        self._replies = {each.reply_id for each in replies}
        # To who has no part in a reply's clearance only the sending is told.
        self._in_work = {each.reply_id for each in replies if works_on(each, actor)}
        others = AlternativeRow.objects.filter(pk__in=_named(entries, ALTERNATIVE))
        self._alternatives = set(alternatives_seen(others, actor).values_list("alternative_id", flat=True))
        documents = DocumentRow.objects.filter(pk__in=_named(entries, DOCUMENT))
        self._documents = set(documents_seen(documents, actor).values_list("document_id", flat=True))
        self._unseen_links = _links_unseen(actor, entries)

    def lines(self, key: str) -> Iterator[TimelineLine]:
        """What happened to one of them, as far as the actor may know."""
        return (_told(each.entry) for each in self._entries[key] if not self._is_hidden(each.entry))

    def other_words(self, key: str) -> Iterator[OtherWords]:
        """What differs in the files that the actor may see."""
        entries = self._entries[key]
        taken = [each for each in of_kind(entries, RECOMMENDATION_TAKEN) if self._shows_file(each.entry)]
        for each in words_that_differ(taken, confirmed=confirmed_by_both(entries)):
            entry = each.entry
            yield OtherWords(
                text=text(entry, "text"),
                language=text(entry, "language"),
                document=text(entry, "document"),
                body=entry.for_body,
                at=entry.recorded,
            )

    def _shows_file(self, entry: Entry) -> bool:
        return not named(entry, DOCUMENT) or named(entry, DOCUMENT) in self._documents

    def _is_hidden(self, entry: Entry) -> bool:
        reply, alternative = named(entry, REPLY), named(entry, ALTERNATIVE)
        return (
            bool(reply and reply not in self._replies)
            or (entry.kind in _IN_WORK and reply not in self._in_work)
            or bool(alternative and alternative not in self._alternatives)
            or not self._shows_file(entry)
            or entry.id in self._unseen_links
        )


def _named(entries: Sequence[RecordedEntry], role: str) -> set[str]:
    return {name for each in entries for name in each.entry.objects.get(role, ())}


def _links_unseen(actor: Actor | None, entries: Sequence[RecordedEntry]) -> set[str]:
    """The entries on links that the actor may not know of."""
    told = {
        each.entry.id: Judged(
            left=text(each.entry, "left"),
            right=text(each.entry, "right"),
            body=each.entry.for_body,
            at=each.entry.recorded,
        )
        for each in of_kind(entries, LINK_JUDGED)
    }
    links = Links(actor, told.values())
    return {name for name, word in told.items() if not links.shows(word)}


def _told(entry: Entry) -> TimelineLine:
    day = next((text(entry, name) for name in _DAYS if text(entry, name)), "")
    return TimelineLine(
        at=entry.recorded,
        on=day_of(day),
        kind=entry.kind,
        text=_title(entry.kind),
        body=entry.for_body,
        entry=entry.id,
    )


def _title(kind: str) -> Text:
    return book().kinds[kind].title
