"""One table of what may be entered on a custody: pages, API, command line, import and demo read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from qorgau.access.roles import Role
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml

TABLE = Path(__file__).with_name("kind_forms.yaml")
DESK = (Role.CUSTODY_OFFICER, Role.HEAD_OF_PLACE)
_KEYS = frozenset(
    {"group", "added_by", "acts", "touch", "starts", "ends", "at", "asks", "personal", "place", "by_word"}
)


class Touch(StrEnum):
    """How an entry is added."""

    ONE = "one"
    """One button: it happened now, by the word of the one who presses it. A form is offered beside it."""
    FORM = "form"
    """A form, because something must be said."""


class Asks(StrEnum):
    """What sort of answer a fact takes."""

    WORD = "word"
    """One of a closed list of words, each with a title."""
    YES_NO = "yes_no"
    """yes or no; not said is not no."""
    NUMBER = "number"
    """A whole number."""
    DATE = "date"
    """A day, written YYYY-MM-DD."""
    INSTANT = "instant"
    """A time at the place, written YYYY-MM-DD HH:MM."""
    TEXT = "text"
    """A short text that names no person."""


@dataclass(frozen=True, kw_only=True)
class FactAsked:
    """A fact that a form asks: its title, its sort, and its words where they are a closed list."""

    name: str
    title: Text
    sort: Asks
    words: Mapping[str, Text]
    required: bool


@dataclass(frozen=True, kw_only=True)
class PersonalField:
    """A field that is encrypted under the person's key."""

    name: str
    title: Text
    required: bool


@dataclass(frozen=True, kw_only=True)
class KindForm:
    """How entries of one kind are added.

    acts: any one of them (access/permissions.yaml) lets an actor add it. starts: role of the object that begins here (a new id); ends: role of the open object that ends;
    at: role of the open object it belongs to, where there is one; place: "", place, cell or destination.
    by_word: the source who usually says so, "" for the one who adds it.
    """

    kind: str
    title: Text
    group: str
    touch: Touch
    added_by: frozenset[Role]
    acts: tuple[str, ...]
    asks: tuple[FactAsked, ...]
    personal: tuple[PersonalField, ...]
    starts: str = ""
    ends: str = ""
    at: str = ""
    place: str = ""
    by_word: str = ""
    identified_by: str = ""

    def asked(self, fact: str) -> FactAsked | None:
        """The fact of that name, if the form asks it."""
        return next((each for each in self.asks if each.name == fact), None)


@lru_cache(maxsize=1)
def kind_forms() -> Mapping[str, KindForm]:
    """All kinds that may be added, in the order of the table."""
    root = read_yaml(TABLE).mapping(frozenset({"groups", "personal", "kinds"}))
    fields = {name: read_text(node.mapping()["title"]) for name, node in root["personal"].mapping().items()}
    return {
        kind: _form(kind, node, fields=fields, groups=tuple(root["groups"].mapping()))
        for kind, node in root["kinds"].mapping().items()
    }


@lru_cache(maxsize=1)
def group_titles() -> Mapping[str, Text]:
    """The groups of kinds, in the order of the page."""
    groups = read_yaml(TABLE).mapping()["groups"].mapping()
    return {name: read_text(node.mapping()["title"]) for name, node in groups.items()}


def form_of(kind: str) -> KindForm | None:
    """How entries of that kind are added; None if nobody adds them at the desk."""
    return kind_forms().get(kind)


def forms_for(role: Role) -> tuple[KindForm, ...]:
    """The kinds that this role may add, in the order of the table."""
    return tuple(form for form in kind_forms().values() if role in form.added_by)


def _form(kind: str, node: Node, *, fields: Mapping[str, Text], groups: tuple[str, ...]) -> KindForm:
    keys = node.mapping(_KEYS)
    known = _kinds().get(kind)
    if known is None:
        raise node.fail(f"the kind `{kind}` is not in vocabulary/kinds.yaml. Add it there or mend the name.")

    def word(key: str) -> str:
        return keys[key].text() if key in keys else ""

    return KindForm(
        kind=kind,
        title=read_text(known.mapping()["title"]),
        group=keys["group"].one_of(groups),
        touch=Touch(keys["touch"].one_of([each.value for each in Touch])) if "touch" in keys else Touch.FORM,
        added_by=_roles(keys["added_by"]),
        acts=keys["acts"].texts() if "acts" in keys else ("custody.add",),
        asks=tuple(_fact(each) for each in keys["asks"].items()) if "asks" in keys else (),
        personal=tuple(_field(each, fields) for each in keys["personal"].items())
        if "personal" in keys
        else (),
        starts=word("starts"),
        ends=word("ends"),
        at=word("at"),
        place=word("place"),
        by_word=word("by_word"),
        identified_by=known.mapping()["identified_by"].text() if "identified_by" in known.mapping() else "",
    )


def _roles(node: Node) -> frozenset[Role]:
    found: set[Role] = set()
    for each in node.items():
        word = each.one_of(("desk", *(role.value for role in Role)))
        found.update(DESK if word == "desk" else (Role(word),))
    return frozenset(found)


def _field(node: Node, fields: Mapping[str, Text]) -> PersonalField:
    name = node.text().removesuffix("!")
    if name not in fields:
        raise node.fail(f"the personal field `{name}` has no title above. Add it under `personal:`.")
    return PersonalField(name=name, title=fields[name], required=node.text().endswith("!"))


@lru_cache(maxsize=256)
def fact_known(name: str) -> FactAsked | None:
    """A fact as the vocabulary explains it, whether or not a form asks it."""
    return _explained(name, required=False) if name in _facts() else None


def _fact(node: Node) -> FactAsked:
    name = node.text().removesuffix("!")
    if name not in _facts():
        raise node.fail(f"the fact `{name}` is not explained in vocabulary/attributes.yaml.")
    return _explained(name, required=node.text().endswith("!"))


def _explained(name: str, *, required: bool) -> FactAsked:
    keys = _facts()[name].mapping()
    closed = not isinstance(keys["values"].value, str)
    return FactAsked(
        name=name,
        title=read_text(keys["title"]),
        sort=Asks.WORD if closed else Asks(keys["values"].one_of([each.value for each in Asks])),
        words={w: read_text(t) for w, t in keys["values"].mapping().items()} if closed else {},
        required=required,
    )


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, Node]:
    return _vocabulary("kinds").mapping()


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, Node]:
    root = _vocabulary("attributes").mapping()
    return {**root["facts"].mapping(), **root["attributes"].mapping()}


def _vocabulary(name: str) -> Node:
    path = law_folder() / "international" / "vocabulary" / f"{name}.yaml"
    return read_yaml(path, name=f"vocabulary/{name}.yaml")
