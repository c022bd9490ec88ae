"""The form table as JSON schemas, so that programs ask what pages ask."""

from __future__ import annotations

from typing import Any

from qorgau.custody.kind_forms import Asks, FactAsked, KindForm, PersonalField
from qorgau.lawbook import Language
from qorgau.wording import in_language

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TIME: dict[str, Any] = {"type": "string", "maxLength": 40}


def schema_of(form: KindForm, language: Language) -> dict[str, Any]:
    """The schema of an entry of this kind."""
    return {
        "$schema": _DIALECT,
        "$id": f"urn:qorgau:kind:{form.kind}",
        "title": in_language(form.title, language),
        "type": "object",
        "additionalProperties": False,
        "required": _required(form),
        "properties": {
            "kind": {"const": form.kind},
            "happened": {"type": "array", "maxItems": 8, "items": _when()},
            "facts": _object({each.name: _fact(each, language) for each in form.asks},
                             [each.name for each in form.asks if each.required]),
            "personal": _object({each.name: _personal(each, language) for each in form.personal},
                                [each.name for each in form.personal if each.required]),
            "objects": {"type": "object", "additionalProperties": {"type": "string", "maxLength": 128}},
            "account_of": {"type": "string", "maxLength": 128},
            "confirmed": {"type": "boolean"},
            **_places(form),
        },
        "x-group": form.group,
        "x-starts": form.starts,
        "x-ends": form.ends,
        "x-at": form.at,
        "x-added-by": sorted(form.added_by),
    }  # fmt: skip


def _required(form: KindForm) -> list[str]:
    asked = [part for part, own in (("facts", form.asks), ("personal", form.personal))
             if any(each.required for each in own)]  # fmt: skip
    return ["kind", *asked]


def _places(form: KindForm) -> dict[str, Any]:
    named = {"place": ("place",), "cell": ("place", "cell"), "destination": ("destination",)}
    return {role: {"type": "string", "maxLength": 128} for role in named.get(form.place, ())}


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": required,
    }


def _when() -> dict[str, Any]:
    spelled = _object({"at": _TIME, "until": _TIME, "said_by": {"type": "string"}}, ["at"])
    return {"anyOf": [_TIME, spelled]}


def _fact(asked: FactAsked, language: Language) -> dict[str, Any]:
    title = in_language(asked.title, language)
    if asked.sort is Asks.WORD:
        options = [
            {"const": word, "title": in_language(text, language)} for word, text in asked.words.items()
        ]
        return {"title": title, "oneOf": options}
    if asked.sort is Asks.YES_NO:
        return {"title": title, "enum": ["yes", "no"]}
    if asked.sort is Asks.NUMBER:
        return {"title": title, "type": "integer", "minimum": 0, "maximum": 999_999}
    if asked.sort is Asks.DATE:
        return {"title": title, "type": "string", "format": "date"}
    return {"title": title, "type": "string", "maxLength": 500}


def _personal(asked: PersonalField, language: Language) -> dict[str, Any]:
    return {"title": in_language(asked.title, language), "type": "string", "maxLength": 4000}
