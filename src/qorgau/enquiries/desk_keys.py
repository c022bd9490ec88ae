"""The enquiry desk's own keys, and what follows from them: numbers, codes and digests."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from pathlib import Path

from django.conf import settings

from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.recording.secret_files import kept_text, random_text
from qorgau.recording.secret_folder import secret_folder

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs that are not taken for one another; a code holds 160 bits in 8 groups of 4."""
_LOOK_ALIKE = str.maketrans("АВЕЗКМНРСТУХ", "ABE3KMHPCTYX")
"""A code is Latin; somebody who types it on a Cyrillic keyboard means the same."""
_GROUPS, _OF_GROUP = 8, 4


def number_of(act: str) -> str:
    """The number of the enquiry made by this act: twelve digits that follow from nothing else."""
    drawn = int.from_bytes(_keyed(b"number", act)[:16]) % 10**12
    return _grouped(f"{drawn:012}")


def code_of(act: str) -> str:
    """The code of the enquiry made by this act: sent twice, it is the same; stored it is nowhere."""
    drawn = int.from_bytes(_keyed(b"code", act)[:20])
    signs = (_LETTERS[drawn >> 5 * place & 31] for place in range(_GROUPS * _OF_GROUP))
    return _grouped("".join(signs))


def opens_with(number: str, code: str) -> str:
    """The digest by which an answer is found: a wrong code and an unknown number are one and the same miss."""
    digits = "".join(sign for sign in unicodedata.normalize("NFKC", number) if sign.isdigit())
    spelled = unicodedata.normalize("NFKC", code).upper().translate(_LOOK_ALIKE)
    signs = "".join(sign for sign in spelled if sign in _LETTERS)
    return _keyed(b"fetch", f"{digits}/{signs}").hex()


def quota_key(what: str, value: str, day: int) -> str:
    """The digest under which a day's questions of one address or document are counted."""
    return _keyed(b"quota", f"{what}\0{value}\0{day}").hex()


def answer_key() -> SigningKey:
    """The key by which this instance signs answers; made at first need, beside the log's own keys."""
    return _answer_key(secret_folder(), settings.QORGAU_INSTANCE)


def _answer_key(folder: Path, instance: str) -> SigningKey:
    made = kept_text(
        folder / "answer.key", lambda: SigningKey.create(f"{instance}/answer", KeyUse.NOTE).written()
    )
    return SigningKey.read(made)


def _grouped(signs: str) -> str:
    return "-".join(signs[at : at + _OF_GROUP] for at in range(0, len(signs), _OF_GROUP))


def _keyed(use: bytes, text: str) -> bytes:
    key = random_text(secret_folder() / "enquiry.key").encode()
    return hmac.digest(key, b"qorgau/enquiry/" + use + b"\0" + text.encode(), hashlib.sha256)
