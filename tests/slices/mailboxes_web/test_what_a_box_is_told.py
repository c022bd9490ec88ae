"""Whoever comes back with eight words only is told what eight words cannot remember."""

from typing import Any

import pytest
from tests.slices.mailboxes.asking import fetch, said, send
from tests.slices.mailboxes.bodies import complain, open_bodies
from tests.slices.store import Store

from qorgau.clock import now
from qorgau.sealing.messages import message_hash


@pytest.fixture
def world(sqlite_store: Store) -> Any:
    return open_bodies(now())


def test_where_the_chain_begins_and_by_what_to_fetch_the_receipt(world: Any) -> None:
    who = complain(world)
    lodged = said(send(who.envelope))

    (told,) = fetch(who).status["lodged"]

    assert told["commitment"] == lodged["commitment"]
    assert told["narrative"] == message_hash(who.envelope.narrative)
    assert fetch(who).status["sent"] == {"number": 0, "hash": ""}


def test_a_mailbox_that_nobody_knows_is_told_nothing(world: Any) -> None:
    send(complain(world).envelope)
    assert set(fetch(complain(world)).status) == {"known"}
