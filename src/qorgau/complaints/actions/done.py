"""What an act on a complaint answers once it is durable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qorgau.lawbook.procedure import Mark
from qorgau.recording.record import Acknowledgement


@dataclass(frozen=True, kw_only=True)
class Done:
    """An act was recorded. made: role -> id of an object it made (run, officer, evidence, decision, hearing).

    marks: what a reader must know of a lawful act; the first acknowledgement is that of the act's own entry.
    improves: safeguards whose verdict, already due, it would make milder: it waits for a second person.
    """

    complaint: str
    entries: tuple[str, ...]
    acknowledgements: tuple[Acknowledgement, ...]
    made: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    improves: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether anything was stored just now."""
        return any(each.is_new for each in self.acknowledgements)
