"""A connection that breaks off in the middle of a document leaves none of it in the record, by page or by API."""

import io
from collections.abc import Iterable
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.test import RequestFactory
from tests.slices.access.people import person
from tests.slices.custody.api.programs import token_for
from tests.slices.store import Store
from tests.slices.treaty.cycle import OBSERVATIONS, PEOPLE
from tests.slices.treaty.forged import observations

from qorgau.config.whole_bodies import BrokenOff, WholeBody, whole_bodies
from qorgau.treaty.models import DocumentRow

PAPER = observations()


class InPieces(io.RawIOBase):
    """A network that gives a few bytes at a time, and ends where the other side went away."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        return self._data.read(min(size, 7) if size > 0 else 7)

    def readline(self, size: int | None = -1) -> bytes:
        return self._data.readline(-1 if size is None else size)


def answered(data: bytes, announced: int, **environ: str) -> tuple[str, bytes]:
    """What the site answers to a request whose body is cut."""
    from django.core.handlers.wsgi import WSGIHandler

    said: list[str] = []

    def start(status: str, _headers: Any, _error: Any = None) -> None:
        said.append(status)

    made = RequestFactory().generic("POST", environ.pop("path"), b"").environ
    made |= {"wsgi.input": InPieces(data), "CONTENT_LENGTH": str(announced), **environ}
    parts: Iterable[bytes] = whole_bodies(WSGIHandler())(made, start)
    return said[0], b"".join(parts)


def uploaded(data: bytes, announced: int) -> tuple[str, bytes]:
    token = token_for(PEOPLE.secretary)
    path = {"path": "/api/v1/treaty/documents?name=paper.txt", "CONTENT_TYPE": "application/octet-stream"}
    return answered(data, announced, HTTP_AUTHORIZATION=f"Bearer {token}", **path)


def test_a_document_that_came_whole_is_taken_in(store: Store) -> None:
    status, told = uploaded(PAPER, len(PAPER))
    assert status.startswith("201"), told
    assert DocumentRow.objects.get().size == len(PAPER)


@pytest.mark.parametrize("came", [0, 1, len(PAPER) // 2, len(PAPER) - 1])
def test_half_a_document_is_refused_and_nothing_of_it_is_kept(sqlite_store: Store, came: int) -> None:
    status, told = uploaded(PAPER[:came], len(PAPER))
    assert status.startswith("400"), told
    assert b"/api/#unreadable" in told
    assert not DocumentRow.objects.exists()


def form(data: bytes) -> bytes:
    """A form as a browser sends it, with a file."""
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n\r\n'
    return head + data + b"\r\n--x--\r\n"


def request_of(body: bytes, announced: int) -> WSGIRequest:
    environ = RequestFactory().generic("POST", "/", b"").environ
    return WSGIRequest({
        **environ,
        "wsgi.input": WholeBody(InPieces(body), announced),
        "CONTENT_LENGTH": str(announced),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
    })  # fmt: skip


def test_a_form_that_came_whole_has_its_file() -> None:
    whole = form(OBSERVATIONS.data)
    assert request_of(whole, len(whole)).FILES["file"].read() == OBSERVATIONS.data


@pytest.mark.parametrize("left_out", [1, 9, 400])
def test_a_form_that_broke_off_has_no_file(left_out: int) -> None:
    whole = form(OBSERVATIONS.data)
    with pytest.raises((UnreadablePostError, MultiPartParserError, BrokenOff)):
        _ = request_of(whole[:-left_out], len(whole)).FILES["file"]


def test_lines_come_whole_and_the_last_one_too() -> None:
    body = WholeBody(InPieces(b"one\ntwo"), 7)
    assert [body.readline(), body.readline(2), body.readline(), body.read()] == [b"one\n", b"tw", b"o", b""]
    with pytest.raises(BrokenOff):
        WholeBody(InPieces(b"one"), 4).readline()


def test_somebody_without_a_token_is_refused_before_anything_is_read(sqlite_store: Store) -> None:
    person(PEOPLE.secretary.role, body=PEOPLE.secretary.body)
    path = {"path": "/api/v1/treaty/documents?name=paper.txt", "CONTENT_TYPE": "application/octet-stream"}
    status, _ = answered(PAPER[:10], len(PAPER), **path)
    assert status.startswith("401")
