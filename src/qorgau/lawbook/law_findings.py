"""Findings about the law itself: what national law allows or lacks against the standards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from qorgau.lawbook.reading import read_date, read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.lawbook.words import Confirmed

_NEEDED = ("title", "law", "standard", "sources", "since", "status", "confirmed", "facts")
_KEYS = frozenset((*_NEEDED, "articles", "until", "disputed_by", "safeguards", "note", "held_against"))


class Status(StrEnum):
    """Where a finding about the law stands."""

    OPEN = "open"  # the law still says so, as far as the sources go
    PARTLY_MENDED = "partly_mended"  # changed, and not far enough
    MENDED = "mended"  # no longer so since `until`
    DISPUTED = "disputed"  # the State reads its law differently
    TO_CHECK = "to_check"  # the sources are older than a change that is known of


@dataclass(frozen=True, slots=True)
class LawFinding:
    """One place where the law itself falls short."""

    id: str
    title: Text
    law: Text
    standard: Text
    sources: tuple[str, ...]
    since: date
    status: Status
    confirmed: Confirmed
    facts: tuple[str, ...]
    articles: tuple[str, ...] = ()
    until: date | None = None
    disputed_by: tuple[Text, ...] = ()
    safeguards: tuple[str, ...] = field(default=())  # rules that watch what happens in the meantime
    note: str = ""
    held_against: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # article -> elements

    def stood_on(self, day: date) -> bool:
        """Whether the law said so on a civil day."""
        return self.since <= day and (self.until is None or day < self.until)


def read_law_findings(path: Path) -> dict[str, LawFinding]:
    """Read `law/PACK/findings.yaml`; raises LawFileError with file and line."""
    root = read_yaml(path, name=f"{path.parent.name}/{path.name}")
    listed = root.mapping(frozenset({"findings"})).get("findings")
    if listed is None:
        raise root.fail("the file needs its findings under `findings:`.")
    return {name: _finding(name, node) for name, node in listed.mapping().items()}


def _finding(name: str, node: Node) -> LawFinding:
    keys = node.mapping(_KEYS)
    for key in _NEEDED:
        if key not in keys:
            raise node.fail(f"`{key}` is missing.")
    texts = {key: keys[key].texts() if key in keys else () for key in ("articles", "safeguards")}
    found = LawFinding(
        id=name,
        title=read_text(keys["title"]),
        law=read_text(keys["law"]),
        standard=read_text(keys["standard"]),
        sources=keys["sources"].texts(),
        since=read_date(keys["since"]),
        status=Status(keys["status"].one_of([status.value for status in Status])),
        confirmed=Confirmed(keys["confirmed"].one_of([word.value for word in Confirmed])),
        facts=keys["facts"].texts(),
        disputed_by=tuple(map(read_text, keys["disputed_by"].items())) if "disputed_by" in keys else (),
        until=read_date(keys["until"]) if "until" in keys else None,
        note=keys["note"].text() if "note" in keys else "",
        held_against={
            article: elements.texts()
            for article, elements in (
                keys["held_against"].mapping().items() if "held_against" in keys else ()
            )
        },
        **texts,
    )
    if (found.status is Status.MENDED) != (found.until is not None):
        raise node.fail(f"`{name}`: a mended finding says `until`, and only a mended one does.")
    if (found.status is Status.DISPUTED) and not found.disputed_by:
        raise node.fail(f"`{name}`: a disputed finding says `disputed_by` whom and how.")
    return found
