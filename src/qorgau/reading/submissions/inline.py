"""Lists written within one line: "(a) ...; (b) ...; and (c) ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qorgau.reading.submissions.demanding import demands

INLINE = re.compile(r"(?:(?<=\s)|^)\(?(?P<sign>[a-z]|[ivx]{1,4}|\d)\)\s+(?=\S)")


def inline_parts(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of "(a) ...; (b) ...; (c) ..." written within one line; the whole line where there are none."""
    signs = list(INLINE.finditer(text))
    signs = [each for at, each in enumerate(signs) if each["sign"] in _expected(at)]
    if len(signs) < 2 or len({each["sign"] for each in signs}) != len(signs):
        yield 0, len(text)
        return
    lead, first = text[: signs[0].start()].rstrip(), text[signs[0].end() : signs[1].start()]
    if lead and lead[-1] not in ":–—-" and demands(lead) and not demands(first):
        yield 0, len(text)  # "Publish (a) the number of complaints and (b) what became of them"
        return
    ends = [*(each.start() for each in signs[1:]), len(text)]
    for sign, end in zip(signs, ends, strict=True):
        yield sign.end(), sign.end() + len(text[sign.end() : end].rstrip())


def _expected(at: int) -> tuple[str, ...]:
    """What may stand at this place of a list: the letter, the roman figure or the number."""
    romans = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    return chr(ord("a") + at), str(at + 1), romans[at] if at < len(romans) else ""
