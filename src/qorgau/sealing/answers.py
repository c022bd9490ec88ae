"""Answers to a fetch: always 16 KiB, whether the mailbox holds much, little or does not exist."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qorgau.sealing.canonical_json import NotReadable, canonical_json, read_group
from qorgau.sealing.envelope import ciphertext_from
from qorgau.sealing.refusal import SealingRefusal

ANSWER_BYTES = 16_384


class AnswerTooLong(SealingRefusal):
    """The status alone does not fit into an answer."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a mailbox is told: its status by name, ciphertexts in order, and whether more wait."""

    status: Mapping[str, Any] = field(default_factory=dict)
    messages: Sequence[bytes] = ()
    more: bool = False


def pack_answer(answer: Answer) -> bytes:
    """JSON filled up with spaces to 16,384 bytes; messages that do not fit wait for the next fetch."""
    messages = list(answer.messages)
    while True:
        left = len(messages) < len(answer.messages)
        data = canonical_json(
            {
                "status": dict(answer.status),
                "messages": [base64.b64encode(each).decode() for each in messages],
                "more": int(answer.more or left),
            }
        )
        if len(data) <= ANSWER_BYTES:
            return data.ljust(ANSWER_BYTES)
        if not messages:
            raise AnswerTooLong(f"The status takes {len(data)} of {ANSWER_BYTES} bytes. Shorten it.")
        messages.pop()


def read_answer(data: bytes) -> Answer:
    """Read an answer; one of another size was cut or changed on the way."""
    if len(data) != ANSWER_BYTES:
        raise NotReadable(f"The answer has {len(data)} bytes, not {ANSWER_BYTES}. Fetch it again.")
    group = read_group(data, what="The answer")
    try:
        return Answer(
            status=group["status"],
            messages=tuple(ciphertext_from(each) for each in group["messages"]),
            more=bool(group["more"]),
        )
    except (KeyError, TypeError) as error:
        raise NotReadable(f"The answer lacks {error}. Fetch it again.") from error
