"""A cell block complains from one address while a flood runs: later perhaps, but nobody is refused."""

import threading

import pytest
from django.db import connections
from tests.slices.mailboxes.asking import post, said
from tests.slices.mailboxes.bodies import NOW, Bodies, complain

from qorgau.clock import now
from qorgau.mailboxes import waiting
from qorgau.mailboxes.actions import receiving
from qorgau.mailboxes.models import EnvelopeRow
from qorgau.mailboxes.pace import Pace
from qorgau.recording.models import StoredEntry
from qorgau.sealing.envelope import Envelope

COMPLAINTS, FLOOD = 500, 300


def envelopes(bodies: Bodies, many: int) -> list[Envelope]:
    """Many different envelopes; sealing each anew would take longer than what is tested."""
    first = complain(bodies).envelope
    return [
        Envelope(
            to=first.to,
            box_ed=f"{number:064x}",
            narrative=first.narrative[:-4] + number.to_bytes(4, "big"),
            identity=first.identity,
            P=number.to_bytes(32, "big"),
        )
        for number in range(1, many + 1)
    ]


def send_all(sent: list[Envelope], statuses: list[int]) -> None:
    statuses += [post("/sealed/envelopes", each.as_json()).status_code for each in sent]
    connections["default"].close()


def test_of_500_complaints_from_one_address_under_a_flood_none_is_refused(
    embedded: Bodies, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = envelopes(embedded, COMPLAINTS + FLOOD)
    monkeypatch.setattr(receiving, "PACE", Pace(a_second=5.0, at_once=60.0))
    statuses: list[int] = []
    threads = [threading.Thread(target=send_all, args=(every[part::2], statuses)) for part in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert set(statuses) == {201, 202}
    assert statuses.count(202) > COMPLAINTS // 2, "the flood was one"
    assert EnvelopeRow.objects.count() == statuses.count(201)
    while waiting.how_many():
        assert receiving.register_waiting(now=now(), most=400)
    assert EnvelopeRow.objects.count() == COMPLAINTS + FLOOD
    assert StoredEntry.objects.filter(kind="ComplaintLodged").count() == COMPLAINTS + FLOOD


def test_what_was_killed_while_it_was_written_is_cleared_and_what_was_acknowledged_stays(
    embedded: Bodies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "PACE", Pace(a_second=0.0, at_once=0.0))
    (one,) = envelopes(embedded, 1)
    assert said(post("/sealed/envelopes", one.as_json()))["state"] == "waiting"
    (waiting.waiting_folder() / ".draft-0011").write_bytes(b'{"to": "half')
    later = now() + 3 * 3600
    assert receiving.register_waiting(now=later, most=10) == 1
    assert list(waiting.waiting_folder().iterdir()) == []


def test_the_queue_holds_no_more_than_its_bound(embedded: Bodies) -> None:
    kept = [waiting.put(f"{number}".encode(), now=NOW, most_files=5) for number in range(8)]
    assert kept == [True] * 5 + [False] * 3
    assert waiting.put(b"3", now=NOW, most_files=5), "what waits already is not put twice"
