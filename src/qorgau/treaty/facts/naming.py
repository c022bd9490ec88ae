"""How recommendations are named: as the United Nations cites them, in addresses, and as objects of entries."""

from __future__ import annotations

import hashlib
import re

SIGN = "#"
SHORT = 12
_LONGEST = 128
_OBJECT_SIGN = ":"
_NOT_IN_AN_OBJECT = re.compile(r"[^A-Za-z0-9._/@-]")
_NOT_IN_AN_ADDRESS = re.compile(r"[^A-Za-z0-9._-]+")


def stem_of(symbol: str | None, sha256: str) -> str:
    """What the ids of a document's recommendations begin with: its symbol, or the first twelve digits of its hash."""
    return symbol or sha256[:SHORT]


def joined(stem: str, leaf: str) -> str:
    """The public id of a recommendation, such as "CAT/C/KAZ/CO/4#14(a)"."""
    return f"{stem}{SIGN}{leaf}"


def split(recommendation: str) -> tuple[str, str]:
    """Stem and leaf of a public id."""
    stem, _, leaf = recommendation.partition(SIGN)
    return stem, leaf


def slug_of(stem: str) -> str:
    """The stem as it stands in an address: "CAT-C-KAZ-CO-4"."""
    return _NOT_IN_AN_ADDRESS.sub("-", stem)


def address_of(recommendation: str) -> tuple[str, str]:
    """The two parts of its address: the stem's and the leaf."""
    stem, leaf = split(recommendation)
    return slug_of(stem), leaf


def key_of(recommendation: str) -> str:
    """The same recommendation as an object of entries, whose ids hold neither brackets nor "#".

    "CAT/C/KAZ/CO/4#12(a)(iv)" becomes "CAT/C/KAZ/CO/4:12-a-iv". What fits into no id is told by its hash.
    """
    stem, leaf = split(recommendation)
    plain = leaf.replace(")(", "-").replace("(", "-").replace(")", "")
    key = f"{stem}{_OBJECT_SIGN}{plain}"
    fits = len(key) <= _LONGEST and stem[:1].isalnum() and stem.isascii()
    if fits and not _NOT_IN_AN_OBJECT.search(stem) and not _NOT_IN_AN_OBJECT.search(plain):
        return key
    return hashlib.sha256(f"qorgau/recommendation/v1\0{recommendation}".encode()).hexdigest()[:32]


def own_key_of(recommendation: str, body: str) -> str:
    """The object of the same recommendation in a document that a body holds back: that body's own, shared with nobody.

    Two bodies may hold back files of one symbol; neither may read, count or touch what the other tracks from its own.
    """
    return hashlib.sha256(
        f"qorgau/held-back-recommendation/v1\0{body}\0{recommendation}".encode()
    ).hexdigest()[:32]


def link_key(left: str, right: str) -> str:
    """The object of a link between two demands: the same whichever is named first."""
    first, second = sorted((left, right))
    return hashlib.sha256(f"qorgau/link/v1\0{first}\0{second}".encode()).hexdigest()[:32]
