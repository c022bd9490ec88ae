"""Fetching: only the code's holder can ask, nobody can ask again with their words, and every answer is 16 KiB."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.sealing.people import MAILBOX, ORIGIN, sealed

from qorgau.sealing.answers import ANSWER_BYTES, Answer, AnswerTooLong, pack_answer, read_answer
from qorgau.sealing.canonical_json import NotReadable
from qorgau.sealing.codes import new_code
from qorgau.sealing.mailbox import Mailbox, WrongSignature
from qorgau.sealing.requests import Act, MalformedRequest, Request, require_request, sign_request

NONCE = "0f" * 32
REQUEST = sign_request(MAILBOX, nonce=NONCE, origin=ORIGIN)


def test_the_holder_of_the_code_may_ask() -> None:
    require_request(Request.from_group(REQUEST.as_group()), origin=ORIGIN)


@pytest.mark.parametrize(
    ("name", "value"), [("nonce", "1f" * 32), ("act", Act.DELETE), ("after", 1), ("signature", "00" * 64)]
)
def test_a_request_cannot_be_turned_into_another(name: str, value: object) -> None:
    with pytest.raises(WrongSignature):
        require_request(replace(REQUEST, **{name: value}), origin=ORIGIN)  # type: ignore[arg-type]


def test_a_request_to_one_instance_is_worth_nothing_at_another() -> None:
    with pytest.raises(WrongSignature):
        require_request(REQUEST, origin="log.example/other")


def test_the_same_code_has_another_mailbox_at_another_instance() -> None:
    code = new_code()
    here, there = Mailbox.of(code, origin=ORIGIN), Mailbox.of(code, origin="log.example/other")
    assert here.box_ed != there.box_ed
    assert here.box_x != there.box_x


@pytest.mark.parametrize(
    "change", [{"after": -1}, {"after": True}, {"act": "read"}, {"nonce": "x"}, {"more": 1}]
)
def test_a_request_in_another_form_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(MalformedRequest):
        Request.from_group(REQUEST.as_group() | change)


@given(count=st.integers(0, 6), words=st.text(alphabet=string.ascii_letters + " абвәғі", max_size=200))
def test_every_answer_has_16_kib_whatever_it_holds(count: int, words: str) -> None:
    messages, status = [MESSAGE] * count, {"last_act": words}
    packed = pack_answer(Answer(status=status, messages=messages))
    assert len(packed) == ANSWER_BYTES
    answer = read_answer(packed)
    assert answer.status == status
    assert list(answer.messages) == messages[: len(answer.messages)]
    assert answer.more == (len(answer.messages) < count)


def test_an_unknown_mailbox_is_answered_with_as_many_bytes() -> None:
    assert len(pack_answer(Answer())) == ANSWER_BYTES


def test_an_answer_cut_on_its_way_is_refused() -> None:
    with pytest.raises(NotReadable):
        read_answer(pack_answer(Answer())[:-1])


def test_a_status_that_does_not_fit_is_refused_and_not_sent_larger() -> None:
    with pytest.raises(AnswerTooLong):
        pack_answer(Answer(status={"words": "x" * ANSWER_BYTES}))


MESSAGE = sealed().narrative
