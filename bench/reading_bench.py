"""Reading documents: pages of a PDF opened and understood, beside bare text extraction of the same file, and memory."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2

from bench.measure import Row, row, took
from qorgau.reading import read_document
from qorgau.reading.formats import open_source

SAMPLE = Path(__file__).parents[2] / "shared/samples/documents/UPR_A_HRC_14_10_2010.pdf"
_KIBIBYTES = 1024  # in a mebibyte


def rows(*, runs: int = 5) -> Iterator[Row]:
    """Pages per second, bare and ours in turn, of the sample or of a synthetic document in the same layout."""
    data, scale = _document()
    pages = bare(data)
    alone = took(lambda: bare(data), runs=runs)
    opened = took(lambda: open_source(data, name="bench.pdf"), runs=runs)
    whole = took(lambda: read_document(data, name="bench.pdf"), runs=runs)
    yield row("bare pypdfium2 text extraction", scale, alone, said=f"{pages / alone.best:,.0f} pages/s")
    against = ("bare text extraction", alone)
    yield row(
        "a PDF opened: lines, bold, notes, places", scale, opened, against=against,
        said=f"{pages / opened.best:,.0f} pages/s",
    )  # fmt: skip
    yield row(
        "a PDF understood: paragraphs, recommendations, figures", scale, whole, against=against,
        said=f"{pages / whole.best:,.0f} pages/s",
    )  # fmt: skip
    idle, extracted, understood = (_peak(work, data) for work in (_nothing, bare, _understood))
    yield Row(
        "memory of a process that reads it",
        scale,
        None,
        said=f"{understood:.0f} MiB at most; bare extraction {extracted:.0f}; the program itself {idle:.0f}",
    )


def bare(data: bytes) -> int:
    """The text of every page and nothing else; gives the number of pages."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            page.get_textpage().get_text_range()
        return len(document)
    finally:
        document.close()


def _understood(data: bytes) -> None:
    read_document(data, name="bench.pdf")


def _nothing(_: bytes) -> None:
    """Only what importing costs."""


def _document() -> tuple[bytes, str]:
    if SAMPLE.exists():
        data = SAMPLE.read_bytes()
        return data, f"{bare(data)} pages of a review"
    from tests.core.reading.papers.builders import review_pdf

    data = review_pdf().data
    return data, f"{bare(data)} synthetic pages"


def _peak(work: Callable[[bytes], object], data: bytes) -> float:
    """What a new process held at most while it did the work, in MiB."""
    context = multiprocessing.get_context("spawn")
    receive, send = context.Pipe(duplex=False)
    process = context.Process(target=_held, args=(work, data, send))
    process.start()
    held = float(receive.recv())
    process.join()
    return held


def _held(work: Callable[[bytes], object], data: bytes, send: multiprocessing.connection.Connection) -> None:
    work(data)
    # What getrusage gives begins with what the parent held when it started this process.
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kibibytes = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    send.send(int(kibibytes) / _KIBIBYTES)
