"""Ten codes on paper, each good once, for when the second factor is lost."""

import base64
import secrets

from qorgau.access.models import Account, RecoveryCode
from qorgau.access.sign_in.boxes import digest

HOW_MANY = 10
_BYTES = 10  # 80 bits: sixteen letters


def new_codes(account: Account) -> list[str]:
    """Make ten codes, shown this once; older ones stop working."""
    codes = [_written(secrets.token_bytes(_BYTES)) for _ in range(HOW_MANY)]
    RecoveryCode.objects.filter(account=account).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(digest=_digest(account, code), account=account) for code in codes
    )
    return codes


def is_right(account: Account, code: str, *, now: int) -> bool:
    """Whether it is an unused code of this account; it is then used."""
    held = RecoveryCode.objects.filter(digest=_digest(account, code), account=account, used_at__isnull=True)
    return held.update(used_at=now) == 1


def left(account: Account) -> int:
    """How many codes are still unused."""
    return RecoveryCode.objects.filter(account=account, used_at__isnull=True).count()


def _written(raw: bytes) -> str:
    text = base64.b32encode(raw).decode().lower()
    return "-".join(text[place : place + 4] for place in range(0, len(text), 4))


def _digest(account: Account, code: str) -> str:
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return digest(f"{account.id}\0{plain}", use="recovery")
