"""May this actor do this act, here? One table, `permissions.yaml`, read in one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from django.core.exceptions import PermissionDenied

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.lawbook import Language
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.wording import say

TABLE = Path(__file__).with_name("permissions.yaml")


class Reach(StrEnum):
    """How far a role's permission for an act goes."""

    EVERYWHERE = "everywhere"  # wherever it is
    REGION = "region"  # in the regions of the appointment
    PLACE = "place"  # at the places of the appointment
    BODY = "body"  # what the body of the appointment received or was given
    CASE = "case"  # where the actor is a party: a lawyer with a mandate, a named relative
    OWN = "own"  # what belongs to the actor: their entries, their account


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """Where the thing stands that somebody wants to act on.

    body: who answers for it; bodies: all that have it before them. parties: ids of the accounts whose
    case, or whose own, it is. What is unknown is left empty, and whoever needs it to be known is refused.
    """

    place: str | None = None
    region: str | None = None
    body: str | None = None
    bodies: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Permission:
    """One line of the table: an act, its title, and how far each role may do it."""

    act: str
    title: Text
    roles: Mapping[Role, Reach]


class NotPermitted(PermissionDenied):
    """The actor may not do this; the sentence says what, why and whom to ask, in their language."""

    def __init__(self, message: str, *, act: str) -> None:
        """Keep the act beside the sentence."""
        super().__init__(message)
        self.act = act


def require(actor: Actor | None, act: str, *, at: Whereabouts | None = None) -> None:
    """Raise NotPermitted unless the actor may do the act there.

    Without `at` only the role is asked: right for lists, which then show no more than `reach` allows.
    """
    far = reach(actor, act)
    if actor is None or far is None:
        raise _refusal(actor, act, "access.refused_role")
    if at is not None and not reaches(actor, far, at):
        raise _refusal(actor, act, f"access.refused_{far.value}")


def may(actor: Actor | None, act: str, *, at: Whereabouts | None = None) -> bool:
    """Whether `require` would let it pass: to show or hide a button, never instead of `require`."""
    far = reach(actor, act)
    return actor is not None and far is not None and (at is None or reaches(actor, far, at))


def reach(actor: Actor | None, act: str) -> Reach | None:
    """How far the actor may do this act; None for not at all, and for an act that is not in the table."""
    line = permissions().get(act)
    return None if line is None or actor is None else line.roles.get(actor.role)


def reaches(actor: Actor, far: Reach, at: Whereabouts) -> bool:
    """Whether a permission of this reach covers the whereabouts."""
    if far is Reach.EVERYWHERE:
        return True
    if far is Reach.REGION:
        return at.region in actor.regions
    if far is Reach.PLACE:
        return at.place in actor.places
    if far is Reach.BODY:
        return actor.body == at.body or actor.body in at.bodies
    return actor.account in at.parties


def act_title(act: str, language: Language) -> str:
    """The act in words; of an act that is not in the table, its name."""
    line = permissions().get(act)
    return line.title[language] if line else act


@lru_cache(maxsize=1)
def permissions() -> Mapping[str, Permission]:
    """The table, act by act; an unknown role, reach or language is an error that names its line."""
    return {act: _line(act, node) for act, node in read_yaml(TABLE).mapping().items()}


def _line(act: str, node: Node) -> Permission:
    keys = node.mapping(frozenset({"title", "roles"}))
    title = read_text(keys["title"])
    if missing := [language.value for language in Language if not title.get(language)]:
        raise node.fail(f"the act `{act}` has no title in {', '.join(missing)}. Write it.")
    roles = {_role(name, far): _reach(far) for name, far in keys["roles"].mapping().items()}
    return Permission(act=act, title=title, roles=roles)


def _role(name: str, node: Node) -> Role:
    if name not in set(Role):
        raise node.fail(f"`{name}` is not a role. The roles are: {', '.join(Role)}.")
    return Role(name)


def _reach(node: Node) -> Reach:
    return Reach(node.one_of([each.value for each in Reach]))


def _refusal(actor: Actor | None, act: str, why: str) -> NotPermitted:
    language = actor.language if actor else Language.EN
    return NotPermitted(
        say(why, language, act=act_title(act, language), role=_role_title(actor, language)), act=act
    )


def _role_title(actor: Actor | None, language: Language) -> str:
    return say(f"access.role_{actor.role.value}", language) if actor else say("access.nobody", language)
