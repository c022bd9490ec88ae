"""Several acts on a case in the same moment."""

import threading
from collections.abc import Callable

from django.db import connections

from qorgau.complaints.refusal import ComplaintRefusal


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act answered or refused with, all of them begun together."""
    ready, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def do(place: int, act: Callable[[], object]) -> None:
        ready.wait()
        try:
            answers[place] = act()
        except ComplaintRefusal as refusal:
            answers[place] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=do, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers
