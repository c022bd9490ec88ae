"""Letters handed to the mail server, several over one connection."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.core.mail import get_connection

_log = logging.getLogger(__name__)
_Due = TypeVar("_Due")


def over_one_connection(due: Iterable[_Due], send: Callable[[_Due, Any], int]) -> int:
    """Send each over one connection; gives how many letters went. Where no server answers, none is tried."""
    connection = get_connection()
    try:
        # A server that is down is no fault of what is due: everything waits until it is back.
        connection.open()
    except OSError as error:
        _log.warning("the mail server cannot be reached: %s", error)
        return 0
    try:
        return sum(send(each, connection) for each in due)
    finally:
        connection.close()
