"""The instances whose bundles are read here and for whom bundles are written: a file of their cards."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from qorgau.ledger.strict_json import read_json
from qorgau.recording.bundles.cards import Card
from qorgau.recording.bundles.refusals import CardRefused, UnknownOrigin

_FILE = "trusted-instances.json"


def trusted_cards() -> Mapping[str, Card]:
    """The cards by instance; none where nobody is trusted yet."""
    path = _path()
    if not path.exists():
        return {}
    cards = [Card.read(json.dumps(each).encode()) for each in read_json(path.read_bytes(), what=_FILE)]
    return {card.instance: card for card in cards}


def trust(card: Card, *, replace: bool = False) -> None:
    """Trust an instance from now on; another card of the same name only if it is said to replace it."""
    if card.instance == settings.QORGAU_INSTANCE:
        raise CardRefused(
            f"The card is of {card.instance}, which is this instance's own name. If another instance has "
            "the same name, give one of them another before it records anything."
        )
    known = dict(trusted_cards())
    before = known.get(card.instance)
    if before not in (None, card) and not replace:
        raise CardRefused(
            f"{card.instance} is trusted already with other keys. If it truly has new ones, compare the "
            f"fingerprint {card.fingerprint} with its operator and trust it with --replace."
        )
    known[card.instance] = card
    _store([json.loads(str(known[name])) for name in sorted(known)])


def trusted_card(instance: str) -> Card:
    """The card of an instance, or the way to come to trust it."""
    card = trusted_cards().get(instance)
    if card is None:
        raise UnknownOrigin(
            f"This instance does not know {instance}. If it should, ask its operator for its card (`qorgau "
            "bundle card` prints it), compare the fingerprint by telephone or in person, and run: qorgau "
            "bundle trust CARD"
        )
    return card


def _path() -> Path:
    folder: Path = settings.QORGAU_DATA
    return folder / _FILE


def _store(cards: list[object]) -> None:
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(json.dumps(cards, indent=1) + "\n")
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
