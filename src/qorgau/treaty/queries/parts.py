"""What concerns recommendations: which actions, replies, alternative reports, assessments and days, of many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from qorgau.treaty.models import PartRow

Told = TypeVar("Told")


class Parts:
    """The ids of what concerns each of these recommendations, asked of the store at once."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Read them; a few hundred recommendations at most."""
        self.keys: Sequence[str] = tuple(dict.fromkeys(keys))
        self._keys_of = defaultdict[tuple[str, str], list[str]](list)
        rows = PartRow.objects.filter(key__in=self.keys).values_list("role", "thing_id", "key")
        for role, thing, key in rows.distinct():
            self._keys_of[role, thing].append(key)

    def things(self, role: str) -> set[str]:
        """Of all of them, of one sort."""
        return {thing for sort, thing in self._keys_of if sort == role}

    def dealt(self, role: str, told: Iterable[tuple[str, Told]]) -> Mapping[str, tuple[Told, ...]]:
        """To each recommendation what concerns it, in the order in which it is told; told: the id and the thing."""
        found = dict[str, list[Told]]((key, []) for key in self.keys)
        for name, each in told:
            for key in self._keys_of.get((role, name), ()):
                found[key].append(each)
        return {key: tuple(things) for key, things in found.items()}
