"""What somebody types as name=value words, as the shapes that the API takes; a name that nobody asked for is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from qorgau.complaints.api import given
from qorgau.complaints.refusal import ComplaintRefusal

S = TypeVar("S", bound=BaseModel)
_PARTS = ("complainant", "victim", "consents", "particulars")
_OFFICER = "officer"


def complaint_given(said: Mapping[str, str]) -> given.ComplaintGiven:
    """A new complaint: particulars by their plain names, others by complainant.name=… or officer.name=…."""
    told: dict[str, Any] = {}
    stated = {name: said[name] for name in said if name in given.ParticularsGiven.model_fields}
    for name, value in said.items():
        whose, dot, field = name.partition(".")
        if dot and whose in _PARTS:
            told.setdefault(whose, {})[field] = value
        elif not (name in stated or whose == _OFFICER):
            told[name] = value
    told["particulars"] = {**told.get("particulars", {}), **stated, "officers": _officers(said)}
    return shaped(given.ComplaintGiven, told)


def stated_given(said: Mapping[str, str]) -> given.StatedGiven:
    """What a complaint says, in codes, with the officer if one is named."""
    own = {name: value for name, value in said.items() if not name.startswith(f"{_OFFICER}.")}
    return shaped(given.StatedGiven, {**own, "officers": _officers(said)})


def particulars_given(said: Mapping[str, str]) -> given.ParticularsGiven:
    """The same of a complaint that came in clear, whose officers are named by an act of their own."""
    return shaped(given.ParticularsGiven, dict(said))


def move_given(move: str, said: Mapping[str, str]) -> given.MoveGiven:
    """A move: its own fields by name, why_not.CONDITION=…, officers and facts as they are called."""
    told: dict[str, Any] = {"move": move}
    for name, value in said.items():
        whose, dot, field = name.partition(".")
        if dot and whose == "why_not":
            told.setdefault("why_not", {})[field] = value
        elif name == "officers":
            told["officers"] = [each.strip() for each in value.split(",") if each.strip()]
        elif name in given.MoveGiven.model_fields:
            told[name] = value
        else:
            told.setdefault("facts", {})[name] = value
    return shaped(given.MoveGiven, told)


def _officers(said: Mapping[str, str]) -> list[dict[str, str]]:
    one = {name.partition(".")[2]: value for name, value in said.items() if name.startswith(f"{_OFFICER}.")}
    return [one] if one else []


def shaped(shape: type[S], told: Mapping[str, Any]) -> S:
    """The shape; refused by the first field that is missing, unknown or does not fit."""
    try:
        return shape.model_validate(told)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"] if not isinstance(part, int))
        phrases = {"missing": "console_needed", "extra_forbidden": "console_not_asked"}
        raise ComplaintRefusal(phrases.get(first["type"], "console_unfit"), field=where) from error
