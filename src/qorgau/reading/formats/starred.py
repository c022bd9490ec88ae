"""Notes marked with stars: of the title, often typed into another note, and called by a star that is plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qorgau.reading.formats.settling import NoteDraft
from qorgau.reading.repairing import Call, Draft, Edit, edited

_STARRED = re.compile(r"\s*(\*{1,4}|[†‡§])\s+(?=\S)")
# A title stands at the beginning and is short; elsewhere a star is not looked for.
_LINES_OF_TITLE, _LONGEST_TITLE, _MOST = 60, 1000, 12


def starred_apart(key: str, mark: str, paragraphs: Sequence[str]) -> Iterator[NoteDraft]:
    """A note, and before it those of other marks that stand in the same piece of the file."""
    own: list[str] = []
    starred: list[tuple[str, list[str]]] = []
    for text in paragraphs:
        found = _STARRED.match(text)
        if found and found[1] != mark:
            starred.append((found[1], [text[found.end() :]]))
        else:
            own.append(text[found.end() :] if found and not own else text)
    for other, texts in starred:
        yield NoteDraft(f"{key}{other}", other, " ".join(texts))
    text = " ".join(" ".join(own).split())
    yield NoteDraft(key, mark, text.removeprefix(mark).lstrip() if not mark.isalnum() else text)


def call_stars(drafts: Sequence[Draft], notes: Sequence[NoteDraft]) -> tuple[list[Draft], list[NoteDraft]]:
    """Finds where notes marked with signs are called from in the title, and takes the signs out there."""
    drafts = list(drafts)
    called = {call.key for draft in drafts for call in draft.calls}
    waiting = [note for note in notes if note.key not in called and not note.mark.isalnum()]
    for note in waiting[:_MOST]:
        wanted = re.compile(rf"(?<=[\w”\"’).])\s?{re.escape(note.mark)}(?!\*)(?=\s|$)")
        for at, draft in enumerate(drafts[:_LINES_OF_TITLE]):
            found = wanted.search(draft.text) if len(draft.text) < _LONGEST_TITLE else None
            if found:
                drafts[at] = _called(draft, found, note.key)
                break
    return drafts, list(notes)


def _called(draft: Draft, found: re.Match[str], key: str) -> Draft:
    shorter = edited(draft, [Edit(found.start(), found.end(), "")])
    return replace(shorter, calls=(*shorter.calls, Call(key, found.start())))
