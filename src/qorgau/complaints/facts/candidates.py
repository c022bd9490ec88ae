"""The bodies that might be given a case, and what ties each to the accused."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.lawbook.bodies import Competence
from qorgau.lawbook.procedure import Mark
from qorgau.lawbook.safeguard import Text


@dataclass(frozen=True, kw_only=True)
class Tied:
    """What ties a body to an officer of the case: the way through the tree, on which day, then or now."""

    body: str
    officer: str
    path: tuple[str, ...]
    on: str
    then: bool


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A body that might be given the case.

    competence: the line of law that gives it, None for an independent alternative; marked: by which source it is
    wrong although lawful; tie: what ties it to the accused; forum: "national" or "treaty_body".
    """

    body: str
    title: Text
    competence: Competence | None
    marks: tuple[Mark, ...] = ()
    tie: Tied | None = None
    forum: str = "national"

    @property
    def is_open(self) -> bool:
        """Whether nothing ties it to the accused."""
        return self.tie is None


@dataclass(frozen=True, kw_only=True)
class Routing:
    """Who may be given a complaint, and what must be said of that.

    says: sentences in three languages, such as that no independent national body exists.
    """

    candidates: tuple[Candidate, ...]
    by_law_of: str
    says: tuple[Text, ...] = ()

    @property
    def independent(self) -> tuple[Candidate, ...]:
        """The national bodies that nothing ties to the accused."""
        return tuple(each for each in self.candidates if each.is_open and each.forum == "national")
