"""Whom a notice goes to: read from one table, strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qorgau.access.roles import Role
from qorgau.lawbook import Basis
from qorgau.lawbook.strict_yaml import Node, read_yaml

TABLE = Path(__file__).with_name("routes.yaml")
Levels = tuple[tuple[Role, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Routes:
    """The table: levels of roles by the body that owes the duty."""

    by_owner: Mapping[str, Levels]
    otherwise: Levels
    escalates_after: int
    by_mail: frozenset[Basis]

    def levels(self, owed_by: str) -> Levels:
        """The levels for a duty of that body."""
        return self.by_owner.get(owed_by, self.otherwise)

    def told(self, owed_by: str, *, up_to: int) -> frozenset[Role]:
        """Everybody told when it has gone up to that level."""
        return frozenset(role for level in self.levels(owed_by)[: up_to + 1] for role in level)


@lru_cache(maxsize=1)
def routes() -> Routes:
    """The table, once read."""
    keys = read_yaml(TABLE).mapping(frozenset({"escalates_after_minutes", "by_mail", "routes", "otherwise"}))
    return Routes(
        by_owner={owner: _levels(node) for owner, node in keys["routes"].mapping().items()},
        otherwise=_levels(keys["otherwise"]),
        escalates_after=int(keys["escalates_after_minutes"].text()) * 60,
        by_mail=frozenset(Basis(word) for word in keys["by_mail"].texts()),
    )


def _levels(node: Node) -> Levels:
    roles = [each.value for each in Role]
    return tuple(tuple(Role(each.one_of(roles)) for each in level.items()) for level in node.items())
