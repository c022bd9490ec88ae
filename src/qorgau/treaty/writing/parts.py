"""A draft in parts, each under its hash: what did not change from one version to the next is kept once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.stored import from_text, to_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """names: hashes of the head and of each block, in order; contents: what stands under each."""

    names: tuple[str, ...]
    contents: Mapping[str, str]


def taken_apart(writing: Writing) -> Parts:
    """The head, which is the draft without its blocks, and then every block."""
    whole = json.loads(to_text(writing))
    blocks = whole.pop("blocks")
    texts = [_text(each) for each in (whole, *blocks)]
    names = tuple(hashlib.sha256(each.encode()).hexdigest() for each in texts)
    return Parts(names=names, contents=dict(zip(names, texts, strict=True)))


def put_together(parts: Parts) -> Writing:
    """The draft that was taken apart."""
    head, *blocks = (json.loads(parts.contents[name]) for name in parts.names)
    return from_text(_text({**head, "blocks": blocks}))


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
