"""A stranger's file is read in a process of its own: one without end is refused, and nothing else changes."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.slices.treaty.cycle import OBSERVATIONS

from qorgau import reading
from qorgau.lawbook import Language
from qorgau.reading.document import Document
from qorgau.reading.source import SourceError
from qorgau.treaty import reader, reading_apart
from qorgau.treaty.reading_apart import ReadingError, read_apart


def plainly() -> Document:
    return reading.read_document(OBSERVATIONS.data, OBSERVATIONS.name)


def test_what_is_read_apart_is_what_is_read_here() -> None:
    assert reader.read_document(OBSERVATIONS.data, OBSERVATIONS.name) == plainly()


def test_a_file_without_end_is_refused_and_says_what_to_do_in_every_language() -> None:
    def endless() -> Document:
        while True:
            time.sleep(0.01)

    begun = time.monotonic()
    with pytest.raises(SourceError) as refused:
        read_apart(endless, "endless.txt", seconds=0.3)
    assert time.monotonic() - begun < 20
    for language in Language:
        assert "qorgau treaty read" in refused.value.said(language)
        assert "endless.txt" in refused.value.said(language)


def test_a_file_that_takes_all_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_apart, "MEMORY", 64 * 1024**2)

    def swelling() -> Document:
        bytearray(512 * 1024**2)
        return plainly()

    with pytest.raises(SourceError) as refused:
        read_apart(swelling, "bomb.docx")
    assert refused.value.reason.key == "file_takes_too_long"


def test_a_reader_that_ends_without_a_word_is_a_refusal() -> None:
    with pytest.raises(SourceError):
        read_apart(lambda: os._exit(3), "killed.pdf")


def test_a_file_does_not_wait_for_one_that_is_read_beside_it() -> None:
    def slow() -> Document:
        time.sleep(60)
        return plainly()

    quick = plainly()
    with ThreadPoolExecutor() as beside:
        begun = time.monotonic()
        first = beside.submit(read_apart, lambda: time.sleep(1) or quick, "quick.txt", seconds=30)
        time.sleep(0.3)
        second = beside.submit(read_apart, slow, "slow.txt", seconds=8)
        assert first.result() == quick
        assert time.monotonic() - begun < 7
        assert isinstance(second.exception(), SourceError)


def test_a_refusal_of_the_reader_comes_with_its_words_in_every_language() -> None:
    broken = b"PK\x03\x04" + b"\x00" * 200
    with pytest.raises(SourceError) as here:
        reading.read_document(broken, "a.docx")
    with pytest.raises(SourceError) as apart:
        reader.read_document(broken, "a.docx")
    assert apart.value.reason == here.value.reason
    assert [apart.value.said(each) for each in Language] == [here.value.said(each) for each in Language]


def test_a_fault_of_the_program_is_told_with_its_place() -> None:
    def faulty() -> Document:
        raise ZeroDivisionError

    with pytest.raises(ReadingError, match="ZeroDivisionError"):
        read_apart(faulty, "a.txt")
