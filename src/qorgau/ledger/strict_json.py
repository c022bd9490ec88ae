"""Read JSON so that every reader sees the same: no fractions, no repeated names, no null games."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from qorgau.ledger.refusal import LedgerRefusal

_LONGEST_INTEGER = 20


class MalformedJson(LedgerRefusal):
    """A text is not JSON, or is JSON that two readers could read differently."""


def read_json(data: bytes, *, what: str) -> Any:
    """Read JSON from UTF-8 bytes; `what` names the thing in the refusal."""
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_without_repeats,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
            parse_int=_short_integer,
        )
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise MalformedJson(f"{what} cannot be read as JSON: {error}. Take the original.") from error


def require_names(
    group: object, names: Sequence[str], *, at: str, refusal: type[LedgerRefusal]
) -> Mapping[str, Any]:
    """Give the group back if it has exactly these names."""
    if not isinstance(group, Mapping):
        raise refusal(f"{at} must be named values, with exactly: {', '.join(names)}.")
    if unknown := [name for name in group if name not in names]:
        raise refusal(f"{at} has the unknown name {unknown[0]!r}. Known: {', '.join(names)}.")
    if missing := [name for name in names if name not in group]:
        raise refusal(f"{at} lacks {missing[0]!r}. It needs: {', '.join(names)}.")
    return group


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) < len(pairs):
        raise MalformedJson("A name stands twice in one group, so readers could differ. Keep one.")
    return group


def _no_fraction(written: str) -> Any:
    raise MalformedJson(f"{written} is not a whole number. Use a smaller unit instead.")


def _short_integer(written: str) -> int:
    if len(written) > _LONGEST_INTEGER:
        raise MalformedJson(f"{written[:20]}... is beyond 2^53-1. Write it as text.")
    return int(written)
