"""Tell the treaty cycle of a synthetic past: by the slice's own acts, each on its day, and each only once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from qorgau.custody.actions.at_hand import made_id
from qorgau.demo.chance import DAY
from qorgau.demo.course.telling import Sent
from qorgau.demo.loading import load, refuse_unmarked
from qorgau.lawbook import Language
from qorgau.reading.structure.languages import language_of
from qorgau.recording.drafts import Draft
from qorgau.recording.record import Acknowledgement
from qorgau.treaty.actions.acting import STORED_BY, Done, held_entry
from qorgau.treaty.seats import country, today
from qorgau.wording import say_day


class CycleTelling:
    """What was done on which day before the last moment of the demo. until, now: seconds since 1970 (UTC)."""

    def __init__(self, *, folder: Path, until: int, now: int) -> None:
        """Begin with nothing told."""
        self._folder, self.until, self._now = folder, until, now
        self._turn = 0

    def ago(self, days: int) -> int:
        """An instant so many days before the end, later than any asked for before on that day."""
        self._turn += 1
        return self.until - days * DAY + self._turn

    def day(self, days: int) -> date:
        """The civil day so many days before the end; after it, if days are below zero."""
        return today(country(), self.until) - timedelta(days=days)

    def once(self, name: str, act: Callable[[str], Done]) -> str:
        """Do the act under this name, unless it was done in an earlier run; gives the id of what it made."""
        key = f"demo/treaty/{name}"
        made = made_id(f"treaty/{key}")
        return made if held_entry(made) is not None else act(key).made

    @contextmanager
    def in_the_past(self) -> Iterator[None]:
        """Acts within keep their own day of receipt, and no promise is given for them."""
        refuse_unmarked(self._folder)
        before = STORED_BY.set(self._store)
        try:
            yield
        finally:
            STORED_BY.reset(before)

    def _store(
        self, drafts: Sequence[Draft], received: int, first: Callable[[], None] | None
    ) -> tuple[Acknowledgement, ...]:
        if first is not None:
            first()
        course = [Sent(draft=_as_read_back(each), received=received) for each in drafts]
        load([course], folder=self._folder, now=self._now)
        return ()


def _as_read_back(draft: Draft) -> Draft:
    """The draft with its facts in the order in which the record gives them back: they are folded before they are there."""
    return replace(draft, facts=json.loads(json.dumps(draft.facts, sort_keys=True)))


def paper(name: str, **days: date) -> bytes:
    """A document that we wrote, with its days put in as its language writes them."""
    text = files("qorgau.demo").joinpath("papers", name).read_text(encoding="utf-8")
    spoken = Language(language_of(text))
    return text.format(**{name: say_day(day, spoken) for name, day in days.items()}).encode()
