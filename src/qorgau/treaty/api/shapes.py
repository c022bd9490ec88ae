"""Answers have the very shape of what queries tell; here that shape is told to the description of the API."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from inspect import getdoc
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field, create_model

from qorgau.custody.api.answers import Receipt
from qorgau.reading.document import Document
from qorgau.reading.reasons import Reason
from qorgau.treaty.exporting.values import as_value, computed

__all__ = ["DoneAnswer", "as_value", "listed", "shape_of"]

_NEVER_IN_JSON = (date, Decimal)


class DoneAnswer(BaseModel):
    """An act was recorded: a receipt for each entry."""

    made: str = Field(description="The id of what the act made or changed.")
    is_new: bool = Field(description="False where the same act had come in before; nothing was stored again.")
    note: str
    entries: list[Receipt]


@lru_cache(maxsize=256)
def shape_of(told: type) -> type[BaseModel]:
    """The shape of a value that queries tell, with its computed fields."""
    hints = get_type_hints(told)
    held = {each.name: (_in_json(hints[each.name]), ...) for each in fields(told)}
    also = {name: (_in_json(hint), ...) for name, hint in computed(told).items()}
    shape: type[BaseModel] = create_model(_name(told), __doc__=getdoc(told), **held, **also)  # type: ignore[call-overload]
    return shape


_PLAIN_ROOMS = frozenset({"facts", "queries", "actions", "api"})


def _name(told: type) -> str:
    """A name for the description: evidence of the record and evidence in a report are two shapes."""
    parts = told.__module__.split(".")
    room = parts[2] if parts[1] == "treaty" else parts[1]
    return f"Treaty{'' if room in _PLAIN_ROOMS else room.title()}{told.__name__}"


def listed(told: type) -> Any:
    """The shape of a list of such values."""
    return list[shape_of(told)]  # type: ignore[misc]


def _in_json(hint: Any) -> Any:
    """What a type becomes in JSON."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return Union[tuple(_in_json(each) for each in inside)]  # noqa: UP007 - built at run time
    if origin is not None and issubclass(origin, Mapping):
        return dict[str, _in_json(inside[1])]  # type: ignore[misc]
    if origin is not None and issubclass(origin, Sequence | Iterable):
        return list[_items(inside)]  # type: ignore[misc]
    return _plain(hint)


def _items(inside: tuple[Any, ...]) -> Any:
    kinds = [each for each in inside if each is not Ellipsis]
    return _in_json(kinds[0]) if len(set(kinds)) == 1 else Any


def _plain(hint: Any) -> Any:
    if hint is Document:
        return dict[str, Any]
    if hint is Reason:
        return str
    if not isinstance(hint, type):
        return Any
    if is_dataclass(hint):
        return shape_of(hint)
    if issubclass(hint, Enum):
        return str
    return str if issubclass(hint, _NEVER_IN_JSON) else hint
