"""Maps as YAML, read strictly: unknown and doubled keys are errors that name file and line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from zoneinfo import available_timezones

from qorgau.eventlog.logmap import LogMap, MapError, Naming, TimeColumn
from qorgau.eventlog.moments import Clock, DateOrder, Midnight
from qorgau.eventlog.time_formats import NUMBER_FORMATS, pattern_of_format
from qorgau.lawbook.strict_yaml import LawFileError, Node, parse_yaml

Word = TypeVar("Word", bound=StrEnum)

_READING_KEYS = frozenset({"zone", "clock", "dates", "midnight", "formats", "missing"})
_MAP_KEYS = _READING_KEYS | {
    "log", "subject", "times", "kind", "recorded", "source", "objects", "facts", "observes",
    "sheet", "header", "delimiter", "encoding", "guard",
}  # fmt: skip
_SUBJECT_KEYS = frozenset({"role", "column", "columns", "joined_by", "if_empty", "each"})
_NAMING_KEYS = frozenset({"always", "column", "columns", "joined_by", "names", "adding"})
_OBJECT_KEYS = frozenset({"column", "columns", "joined_by", "each"})
_WHEN_KEYS = _READING_KEYS | {"column", "date", "time"}
_TIME_KEYS = _WHEN_KEYS | {"between", "kind", "ends", "latest"}
_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}


def load_map(path: Path) -> LogMap:
    """Read a map from a YAML file; raises MapError with file, line, why and mend."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise MapError(f"{path.name}: there is no such file. Check the name of the map.") from None
    except UnicodeDecodeError as error:
        raise MapError(f"{path.name}: byte {error.start} is not UTF-8. Save the map as UTF-8.") from None
    return parse_map(text, name=path.name)


def parse_map(text: str, *, name: str) -> LogMap:
    """Read a map from YAML text; `name` is how messages call it."""
    try:
        return _map(parse_yaml(text, name=name), name=name)
    except LawFileError as error:
        raise MapError(str(error)) from error


def _map(node: Node, *, name: str) -> LogMap:
    keys = node.mapping(_MAP_KEYS)
    for needed in ("subject", "times", "zone"):
        if needed not in keys:
            raise node.fail(f"`{needed}:` is missing. {_WHAT[needed]}")
    role, subject = _subject(keys["subject"])
    kind = _naming(keys["kind"]) if "kind" in keys else None
    times = tuple(_time(item, kind=kind) for item in keys["times"].items())
    _check_ends(keys["times"], times)
    return LogMap(
        log=_text(keys, "log") or name.rsplit(".", 1)[0],
        role=role,
        subject=subject,
        times=times,
        zone=_zone(keys["zone"]),
        kind=kind,
        recorded=_recorded(keys.get("recorded")),
        source=_naming(keys["source"]) if "source" in keys else None,
        objects=_objects(keys.get("objects")),
        facts=_columns(keys.get("facts")),
        observes=frozenset(keys["observes"].texts()) if "observes" in keys else None,
        missing=_missing(keys),
        clock=_word(keys, "clock", Clock) or Clock.FULL,
        dates=_word(keys, "dates", DateOrder) or DateOrder.BY_VALUES,
        midnight=_word(keys, "midnight", Midnight) or Midnight.EXACT,
        formats=_formats(keys),
        sheet=_text(keys, "sheet"),
        header=_line(keys.get("header")),
        delimiter=_delimiter(keys.get("delimiter")),
        encoding=_text(keys, "encoding"),
        guard=_guard(keys.get("guard")),
    )


_WHAT = {
    "subject": "It says whom or which case a row is about: `subject: {role: custody, column: id}`.",
    "times": "It lists the columns that say when: `times: [{column: admitted, kind: Admitted}]`.",
    "zone": "It is the place's time zone by its IANA name, such as `zone: Asia/Almaty`.",
}


def _subject(node: Node) -> tuple[str, Naming]:
    keys = node.mapping(_SUBJECT_KEYS)
    if "role" not in keys:
        raise node.fail("`role:` is missing. It says what a subject is, such as `role: custody`.")
    if "each" in keys:
        keys["each"].one_of(["row"])
        return keys["role"].text(), Naming(each_row=True)
    columns = _column_or_columns(node, keys)
    subject = Naming(
        columns=columns,
        joined_by=_raw(keys, "joined_by", " "),
        if_empty=_text(keys, "if_empty"),
    )
    return keys["role"].text(), subject


def _column_or_columns(node: Node, keys: Mapping[str, Node]) -> tuple[str, ...]:
    if ("column" in keys) == ("columns" in keys):
        raise node.fail("say either `column:` or `columns:`, one of them.")
    return (keys["column"].text(),) if "column" in keys else keys["columns"].texts()


def _naming(node: Node) -> Naming:
    """A single word is always the same; a mapping names columns."""
    if isinstance(node.value, str):
        return Naming(always=node.text())
    keys = node.mapping(_NAMING_KEYS)
    if "always" in keys:
        return Naming(always=keys["always"].text())
    names = {key: child.text() for key, child in _mapping(keys, "names").items()}
    return Naming(
        columns=_column_or_columns(node, keys),
        joined_by=_raw(keys, "joined_by", " "),
        names=names,
        adding=_raw(keys, "adding", ""),
    )


def _time(node: Node, *, kind: Naming | None) -> TimeColumn:
    """One item of `times:`; a single word is the name of the column."""
    if isinstance(node.value, str):
        keys: Mapping[str, Node] = {"column": node}
    else:
        keys = node.mapping(_TIME_KEYS)
    if "kind" not in keys and kind is None:
        raise node.fail("what happened at this time? Say `kind:` here or for the whole map.")
    if "latest" in keys and "column" not in keys:
        raise keys["latest"].fail("`latest:` stands beside `column:`, which says the earliest.")
    return replace(
        _when(node, keys),
        latest=_text(keys, "latest"),
        kind=_naming(keys["kind"]) if "kind" in keys else None,
        ends=_text(keys, "ends"),
    )


def _recorded(node: Node | None) -> TimeColumn | None:
    if node is None or isinstance(node.value, str):
        return None if node is None else TimeColumn(column=node.text())
    return _when(node, node.mapping(_WHEN_KEYS))


def _when(node: Node, keys: Mapping[str, Node]) -> TimeColumn:
    said = [key for key in ("column", "date", "between") if key in keys]
    if len(said) != 1:
        raise node.fail("say one of `column:`, `date:` (with or without `time:`) and `between:`.")
    if "time" in keys and "date" not in keys:
        raise keys["time"].fail("`time:` stands beside `date:`; a column with both is `column:`.")
    return TimeColumn(
        column=_text(keys, "column"),
        date=_text(keys, "date"),
        time=_text(keys, "time"),
        between=_between(keys.get("between")),
        zone=_zone(keys["zone"]) if "zone" in keys else None,
        clock=_word(keys, "clock", Clock),
        dates=_word(keys, "dates", DateOrder),
        midnight=_word(keys, "midnight", Midnight),
        formats=_formats(keys),
        missing=_missing(keys),
    )


def _between(node: Node | None) -> tuple[str, str] | None:
    if node is None:
        return None
    ends = node.texts()
    if len(ends) != 2:
        raise node.fail("`between:` has two dates: `between: [2015-01-01, 2019-12-31]`.")
    return ends[0], ends[1]


def _check_ends(node: Node, times: tuple[TimeColumn, ...]) -> None:
    if not times:
        raise node.fail(f"no time is listed. {_WHAT['times']}")
    known = [time.name for time in times]
    for time in times:
        if time.ends is not None and time.ends not in known:
            raise node.fail(
                f"`{time.name}` ends `{time.ends}`, which is not a time of this map. "
                f"Name one of: {', '.join(known)}."
            )


def _columns(node: Node | None) -> dict[str, str]:
    """Name -> column; a list keeps the columns' own names."""
    if node is None:
        return {}
    if isinstance(node.value, Mapping):
        return {name: child.text() for name, child in node.value.items()}
    return {name: name for name in node.texts()}


def _objects(node: Node | None) -> dict[str, Naming]:
    """Role -> what names the object: a column, several, or the row itself."""
    found: dict[str, Naming] = {}
    for role, child in ({} if node is None else node.mapping()).items():
        if isinstance(child.value, str):
            found[role] = Naming(columns=(child.text(),))
            continue
        keys = child.mapping(_OBJECT_KEYS)
        if "each" in keys:
            keys["each"].one_of(["row"])
            found[role] = Naming(each_row=True)
        else:
            columns = _column_or_columns(child, keys)
            found[role] = Naming(columns=columns, joined_by=_raw(keys, "joined_by", " "))
    return found


def _missing(keys: Mapping[str, Node]) -> frozenset[str]:
    return frozenset(keys["missing"].texts()) if "missing" in keys else frozenset()


def _formats(keys: Mapping[str, Node]) -> tuple[str, ...]:
    if "formats" not in keys:
        return ()
    for item in keys["formats"].items():
        try:
            if item.text() not in NUMBER_FORMATS:
                pattern_of_format(item.text())
        except ValueError as error:
            raise item.fail(f"{error}.") from error
    return keys["formats"].texts()


def _zone(node: Node) -> str:
    return node.one_of(_zones())


@lru_cache(maxsize=1)
def _zones() -> tuple[str, ...]:
    return tuple(sorted(available_timezones()))


def _word(keys: Mapping[str, Node], key: str, words: type[Word]) -> Word | None:
    return words(keys[key].one_of([word.value for word in words])) if key in keys else None


def _text(keys: Mapping[str, Node], key: str) -> str | None:
    return keys[key].text() if key in keys else None


def _raw(keys: Mapping[str, Node], key: str, default: str) -> str:
    """A text whose spaces count."""
    value = keys[key].value if key in keys else default
    return value if isinstance(value, str) else keys[key].text()


def _mapping(keys: Mapping[str, Node], key: str) -> Mapping[str, Node]:
    return keys[key].mapping() if key in keys else {}


def _line(node: Node | None) -> int | None:
    if node is None:
        return None
    if not node.text().isdecimal() or node.text() == "0":
        raise node.fail("`header:` is the number of the line or row with the names, from 1.")
    return int(node.text())


def _guard(node: Node | None) -> str | None:
    if node is None:
        return None
    if len(node.text()) != 1:
        raise node.fail("`guard:` is one sign, such as an apostrophe.")
    return node.text()


def _delimiter(node: Node | None) -> str | None:
    if node is None:
        return None
    sign = node.value if isinstance(node.value, str) else node.text()
    sign = _DELIMITERS.get(sign, sign)
    if len(sign) != 1:
        raise node.fail(f"`delimiter:` is one sign, or one of: {', '.join(_DELIMITERS)}.")
    return sign
