"""The mark of a synthetic instance: a file beside its databases that pages show and nothing can overlook."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from qorgau.demo.size import Size

MARKER = "SYNTHETIC.json"
INSTANCE = "demo.qorgau.localhost"
"""The name of a synthetic instance in its entries and its log."""


@dataclass(frozen=True, kw_only=True)
class Marker:
    """Which synthetic country a data folder holds; until: seconds since 1970 (UTC)."""

    size: Size
    seed: int
    until: int


def is_synthetic(folder: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether pages must say that all people and events here are invented."""
    return environment.get("QORGAU_DEMO") == "1" or (folder / MARKER).exists()


def read_marker(folder: Path) -> Marker | None:
    """The mark of this data folder, if it has one."""
    try:
        written = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Marker(size=Size(written["size"]), seed=int(written["seed"]), until=int(written["until"]))


def write_marker(folder: Path, marker: Marker) -> None:
    """Mark the folder, before anything synthetic is written into it."""
    about = "Every person, place and event in this folder's databases is invented."
    text = json.dumps({"about": about, **asdict(marker)}, indent=2)
    (folder / MARKER).write_text(text + "\n", encoding="utf-8")
