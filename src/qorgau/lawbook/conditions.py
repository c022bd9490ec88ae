"""Conditions a rule may put on a person or an entry: named predicates or closed forms, nothing else.

A condition is asked of one entry. Its answer is `True`, `False` or `None`: not known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Asked(Protocol):
    """What a condition may look at: one entry, within the history of its subject."""

    @property
    def civil_date(self) -> int:
        """The proleptic day number (date.toordinal) of the entry at the place."""
        ...

    def fact(self, name: str) -> str | None:
        """A fact of this very entry, as text; None when the entry does not say."""
        ...

    def attribute(self, name: str) -> str | None:
        """The subject's attribute as last known; None when no entry says."""
        ...


class Scope(StrEnum):
    """Where a closed form looks."""

    FACT = "fact"  # the entry itself
    ATTRIBUTE = "attribute"  # the subject, by any of its entries


class Op(StrEnum):
    """How a closed form compares."""

    IS = "is"
    IS_NOT = "is_not"
    IN = "in"
    BELOW = "below"
    AT_LEAST = "at_least"
    KNOWN = "known"  # yes: somebody said it; no: nobody did


_TRUTHS = frozenset({"true", "false", "yes", "no"})


def _same(one: str, other: str) -> bool:
    """Equal texts; the words of truth are the same however a file writes them (True, TRUE, true)."""
    return one == other or (one.casefold() == other.casefold() and one.casefold() in _TRUTHS)


@dataclass(frozen=True, slots=True)
class Compare:
    """`{attribute: age, below: 50}`: one value against constants."""

    scope: Scope
    name: str
    op: Op
    values: tuple[str, ...]

    def ask(self, entry: Asked) -> bool | None:
        value = entry.fact(self.name) if self.scope is Scope.FACT else entry.attribute(self.name)
        return self.answer(value)

    def answer(self, value: str | None) -> bool | None:
        """The answer for one value; None when it is missing or is no number where one is needed."""
        if self.op is Op.KNOWN:
            return (value is not None) == (self.values[0] == "yes")
        if value is None:
            return None
        if self.op in {Op.IS, Op.IN}:
            return any(_same(value, one) for one in self.values)
        if self.op is Op.IS_NOT:
            return not _same(value, self.values[0])
        try:
            number = float(value)
        except ValueError:
            return None
        below = number < float(self.values[0])
        return below if self.op is Op.BELOW else not below


@dataclass(frozen=True, slots=True)
class Named:
    """A documented Python predicate, such as `child`."""

    name: str
    reads_facts: tuple[str, ...]
    reads_attributes: tuple[str, ...]
    reads_date: bool
    function: Callable[[Asked], bool | None]

    def ask(self, entry: Asked) -> bool | None:
        return self.function(entry)


@dataclass(frozen=True, slots=True)
class Not:
    """True where the inner condition is false."""

    inner: Condition

    def ask(self, entry: Asked) -> bool | None:
        answer = self.inner.ask(entry)
        return None if answer is None else not answer


@dataclass(frozen=True, slots=True)
class All:
    """True where every part is true; one false part decides, whatever is unknown."""

    parts: tuple[Condition, ...]

    def ask(self, entry: Asked) -> bool | None:
        answers = [part.ask(entry) for part in self.parts]
        if False in answers:
            return False
        return None if None in answers else True


@dataclass(frozen=True, slots=True)
class Any:
    """True where some part is true."""

    parts: tuple[Condition, ...]

    def ask(self, entry: Asked) -> bool | None:
        answers = [part.ask(entry) for part in self.parts]
        if True in answers:
            return True
        return None if None in answers else False


Condition = Compare | Named | Not | All | Any

EVERYONE: Condition = All(())


def reads(condition: Condition) -> tuple[frozenset[str], frozenset[str], bool]:
    """What a condition looks at: names of facts, names of attributes, and whether it reads the date."""
    if isinstance(condition, Compare):
        name = frozenset({condition.name})
        empty: frozenset[str] = frozenset()
        return (name, empty, False) if condition.scope is Scope.FACT else (empty, name, False)
    if isinstance(condition, Named):
        facts, attributes = condition.reads_facts, condition.reads_attributes
        return frozenset(facts), frozenset(attributes), condition.reads_date
    parts = (condition.inner,) if isinstance(condition, Not) else condition.parts
    below = [reads(part) for part in parts]
    return (
        frozenset().union(*(facts for facts, _, _ in below)),
        frozenset().union(*(attributes for _, attributes, _ in below)),
        any(dated for _, _, dated in below),
    )
