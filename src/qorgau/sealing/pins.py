"""The pins: who vouches for the keys of bodies, fixed in what was installed and not by the server."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from qorgau.sealing.canonical_json import read_group
from qorgau.sealing.refusal import SealingRefusal

VERSION = 1
_HEX_KEY = re.compile(r"[0-9a-f]{64}")


class UnusablePins(SealingRefusal):
    """Pins by which no manifest could be trusted."""


@dataclass(frozen=True, kw_only=True)
class Voucher:
    """Who vouches for bodies' keys: a name, the institution, and a signing key (hexadecimal)."""

    name: str
    body: str
    key: str


@dataclass(frozen=True, kw_only=True)
class Pins:
    """Three vouchers of three institutions, of whom two must sign; and epochs already known.

    floors: body -> the lowest epoch to accept, so that an old list cannot bring back an old key.
    """

    origin: str
    vouchers: tuple[Voucher, ...]
    needed: int = 2
    floors: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse pins in which one institution could stand in for two."""
        institutions = {each.body for each in self.vouchers}
        keys = {each.key for each in self.vouchers}
        names = {each.name for each in self.vouchers}
        if not len(self.vouchers) == len(institutions) == len(keys) == len(names) == 3 or self.needed != 2:
            raise UnusablePins("Pin three vouchers of three institutions, each with a key; two must sign.")
        if not all(_HEX_KEY.fullmatch(key) for key in keys):
            raise UnusablePins("The key of a voucher has 64 hexadecimal digits.")

    def __str__(self) -> str:
        """The pins as the file that goes into the page's bundle and to the opener."""
        return json.dumps(self.as_group(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    def as_group(self) -> dict[str, Any]:
        """The pins by name."""
        return {
            "qorgau_pins": VERSION,
            "origin": self.origin,
            "needed": self.needed,
            "vouchers": [{"name": v.name, "body": v.body, "key": v.key} for v in self.vouchers],
            "floors": dict(self.floors),
        }

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read a file of pins strictly."""
        group = read_group(data, what="The file of pins")
        try:
            if group["qorgau_pins"] != VERSION:
                raise UnusablePins(f"The pins are of version {group['qorgau_pins']}; known is {VERSION}.")
            vouchers = tuple(
                Voucher(name=str(v["name"]), body=str(v["body"]), key=str(v["key"]))
                for v in group["vouchers"]
            )
            floors = {str(body): int(epoch) for body, epoch in group["floors"].items()}
            needed = int(group["needed"])
            return cls(origin=str(group["origin"]), vouchers=vouchers, needed=needed, floors=floors)
        except (KeyError, TypeError, AttributeError) as error:
            raise UnusablePins(f"The file of pins lacks {error}. Take it as it was published.") from error
