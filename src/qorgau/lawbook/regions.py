"""The regions of a country: names, zones and since when, read strictly from `law/PACK/regions.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from qorgau.clock import zone_named
from qorgau.lawbook.reading import read_date, read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import LawFileError, Node, read_yaml
from qorgau.lawbook.words import Language

_KEYS = frozenset({"kind", "iso", "zone", "since", "part_of", "title", "centre"})
_NEEDED = ("kind", "iso", "zone", "title", "centre")
_ISO = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


class RegionKind(StrEnum):
    """What a region is in the country's division."""

    REGION = "region"  # an oblast
    CITY = "city"  # a city that stands beside the oblasts


@dataclass(frozen=True, slots=True)
class Region:
    """One region; `since` is None where it stood before anything this project records."""

    id: str
    title: Text
    kind: RegionKind
    iso: str
    zone: str
    centre: Text
    since: date | None = None
    part_of: str = ""  # the region it belonged to until `since`


def read_regions(path: Path) -> Mapping[str, Region]:
    """Read one file; raises LawFileError with file and line for anything unclear."""
    root = read_yaml(path, name=f"{path.parent.name}/{path.name}")
    listed = root.mapping()
    found = {name: _region(name, node) for name, node in listed.items()}
    seen: dict[str, str] = {}
    for name, region in found.items():
        if region.part_of and region.part_of not in found:
            raise listed[name].fail(
                f"`{name}` was part of `{region.part_of}`, which is no region of this file."
            )
        if seen.setdefault(region.iso, name) != name:
            raise listed[name].fail(f"`{name}` and `{seen[region.iso]}` have the same code {region.iso}.")
    return found


def _region(id: str, node: Node) -> Region:
    keys = node.mapping(_KEYS)
    for key in _NEEDED:
        if key not in keys:
            raise node.fail(f"`{id}`: `{key}` is missing.")
    if ("since" in keys) != ("part_of" in keys):
        raise node.fail(f"`{id}`: `since` and `part_of` belong together: write both or neither.")
    return Region(
        id=id,
        title=_whole_text(keys["title"]),
        kind=RegionKind(keys["kind"].one_of([kind.value for kind in RegionKind])),
        iso=_iso(keys["iso"]),
        zone=_zone(keys["zone"]),
        centre=_whole_text(keys["centre"]),
        since=read_date(keys["since"]) if "since" in keys else None,
        part_of=keys["part_of"].text() if "part_of" in keys else "",
    )


def _whole_text(node: Node) -> Text:
    text = read_text(node)
    if missing := [language.value for language in Language if not text.get(language)]:
        raise node.fail(f"the name is missing in {', '.join(missing)}.")
    return text


def _iso(node: Node) -> str:
    code = node.text()
    if not _ISO.fullmatch(code):
        raise node.fail(f"`{code}` is no code of ISO 3166-2. Write it like KZ-75.")
    return code


def _zone(node: Node) -> str:
    name = node.text()
    try:
        return zone_named(name).name
    except ValueError as error:
        raise LawFileError(f"{node.place}: {error}") from error
