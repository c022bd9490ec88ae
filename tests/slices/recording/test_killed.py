"""A process killed at any moment loses nothing that it acknowledged and leaves the tree intact."""

import os
import random
import signal
import subprocess
import sys
import time

from tests.slices.recording.small_slice import CustodyRow

from qorgau.recording.batches import integrate_now, sign_durable
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.verification import verify_record

KILLS = 10


def test_no_acknowledged_entry_is_lost_when_writers_are_killed(store):
    acknowledged = {}
    with start(store, "a") as one, start(store, "b") as other:
        hosts = (one, other)
        for turn in range(KILLS):
            children = [start_child(host) for host in hosts]
            for host, child in zip(hosts, children, strict=True):
                # Every other time it is killed as it starts; else once it has acknowledged something.
                if turn % 2:
                    acknowledged |= read_answers(host, at_most=1)
                time.sleep(random.uniform(0, 0.06))
                os.kill(child, signal.SIGKILL)
                acknowledged |= read_answers(host)

    stored = {entry.id: bytes(entry.commitment).hex() for entry in StoredEntry.objects.all()}
    assert len(acknowledged) >= KILLS
    assert acknowledged.items() <= stored.items()
    sign_durable()
    assert verify_record(as_of=2_000).findings == ()
    integrate_now(as_of=3_000)
    assert verify_record(as_of=3_000).findings == ()
    live = list(CustodyRow.objects.order_by("custody_id").values())
    rebuild(as_of=3_000)
    assert list(CustodyRow.objects.order_by("custody_id").values()) == live


def start(store, name):
    command = [sys.executable, "-m", "tests.slices.recording.killed_writer", name]
    more = {"DJANGO_SETTINGS_MODULE": "qorgau.config.settings"}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **store.spawn(**more)
    )


def start_child(host):
    host.stdin.write("go\n")
    host.stdin.flush()
    for line in host.stdout:
        word, _, rest = line.partition(" ")
        if word == "started":
            return int(rest)
    raise AssertionError("the writer ended early")


def read_answers(host, at_most=None):
    """What the child acknowledged, up to its end or to so many answers."""
    answers = {}
    while len(answers) != at_most:
        word, *rest = host.stdout.readline().split() or ["ended"]
        if word == "ended":
            break
        entry_id, commitment = rest
        answers[entry_id] = commitment
    return answers
