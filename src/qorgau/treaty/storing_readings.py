"""A reading as bytes and back: every field of the document, so that a later program can correct and compare it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
import typing
import zlib
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from qorgau.reading.document import Document
from qorgau.treaty.storing import content

MEDIA_TYPE = "application/vnd.qorgau.reading+zlib"
T = TypeVar("T")


def written(document: Document) -> bytes:
    """The document as compressed JSON, keys in one order; what says nothing but its default is left out."""
    text = json.dumps(plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return zlib.compress(text.encode(), 6)


def read(data: bytes) -> Document:
    """The document that `written` wrote. What an older program did not know has its default."""
    return made(Document, json.loads(zlib.decompress(data)))


@lru_cache(maxsize=16)
def stored_reading(sha256: str) -> Document | None:
    """The reading of that name; None where its bytes are gone."""
    data = content(sha256)
    return None if data is None else read(data)


def plain(value: Any) -> Any:
    """A value with fields, and all within it, as JSON can hold it; `made` makes it again."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if not _says_default(field, getattr(value, field.name))
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items()}
    return value


def _says_default(field: dataclasses.Field[Any], value: object) -> bool:
    return (
        field.default is not dataclasses.MISSING
        and type(value) is type(field.default)
        and value == field.default
    )


def made(kind: type[T], held: Mapping[str, Any]) -> T:
    """The value of that kind that `plain` took apart."""
    types_of = _types(typing.cast(Any, kind))
    known = {name: _typed(types_of[name], value) for name, value in held.items() if name in types_of}
    return kind(**known)


@lru_cache(maxsize=64)
def _types(kind: Any) -> Mapping[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind) if field.init}


def _typed(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return None if value is None else _typed(_one_of(kind, value), value)
    if origin is tuple:
        inner = typing.get_args(kind)
        if inner[-1] is Ellipsis:
            return tuple(_typed(inner[0], each) for each in value)
        return tuple(_typed(each, part) for each, part in zip(inner, value, strict=True))
    if not isinstance(kind, type):
        return value
    if dataclasses.is_dataclass(kind):
        return made(kind, value)
    if issubclass(kind, Enum):
        return kind(value)
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    return float(value) if kind is float else value


def _one_of(kind: Any, value: object) -> Any:
    """The type that a value was of: what stands as a mapping was a value with fields, a reason and no plain text."""
    kinds = [each for each in typing.get_args(kind) if each is not type(None)]
    fitting = [each for each in kinds if dataclasses.is_dataclass(each) == isinstance(value, Mapping)]
    return (fitting or kinds)[0]
