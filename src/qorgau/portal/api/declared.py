"""The OpenAPI 3.1 description: ninja's, with every error that may be answered declared beside it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from qorgau.portal.api.assembly import PREFIX, api
from qorgau.portal.api.problems import MEDIA_TYPE, Problem

_METHODS = frozenset({"get", "post", "put", "delete", "patch"})
_FAULT = {
    "type": "object",
    "description": "One thing that is wrong.",
    "required": ["field", "why", "mend"],
    "properties": {
        "row": {"type": "integer", "description": "The row of the file, where there is one."},
        "field": {"type": "string", "description": "The field or column; empty for the whole."},
        "why": {"type": "string"},
        "mend": {"type": "string"},
    },
}
_PROBLEM = {
    "type": "object",
    "description": "RFC 9457. The texts are in the language that Accept-Language asks for.",
    "required": ["type", "title", "status", "detail", "errors"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "act": {"type": "string", "description": "The act that is not permitted."},
        "path": {
            "type": "array",
            "items": {"type": "string"},
            "description": "The bodies by which a body is tied to the accused, from the one to the other.",
        },
        "entry": {"type": "string", "description": "The entry in which the refusal itself is kept."},
        "version": {"type": "integer", "description": "The version of a draft that stands now."},
        "rows": {"type": "integer"},
        "rows_refused": {"type": "integer"},
        "faults": {"type": "integer"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/Fault"}},
    },
}


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    """The description as programs read it."""
    found = dict(api.get_openapi_schema(path_prefix=PREFIX))
    schemas = {**found["components"]["schemas"], "Fault": _FAULT, "Problem": _PROBLEM}
    found["components"] = {**found["components"], "schemas": schemas, "responses": _responses()}
    for path, operations in found["paths"].items():
        for method, operation in operations.items():
            if method in _METHODS:
                _declare(operation, path)
    return found


def _declare(operation: dict[str, Any], path: str) -> None:
    answered = {str(each.status) for each in Problem if each is not Problem.OUR_FAULT}
    own = {str(status): told for status, told in operation["responses"].items()}
    problems = {status: {"$ref": f"#/components/responses/Problem{status}"} for status in sorted(answered)}
    operation["responses"] = {**own, **problems}


def _responses() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in Problem:
        known = found.setdefault(f"Problem{each.status}", _response())
        known["description"] = ", ".join(word for word in (known["description"], each.word) if word)
    found["Problem401"]["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    for status in (429, 503):
        found[f"Problem{status}"]["headers"] = {"Retry-After": {"schema": {"type": "string"}}}
    return found


def _response() -> dict[str, Any]:
    shape = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {"description": "", "content": {MEDIA_TYPE: shape}}
