"""A corpus made to betray its reader: opened case by case, it asks nobody for anything and runs nothing."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import typst
from tests.core.sealing.cases import case_file
from tests.core.sealing.hostile import hostile
from tests.core.sealing.people import INSPECTORATE
from tests.slices.sealing.test_opener import opened

from qorgau.sealing.opening.attachments import Kind, kind_of, rerendered
from qorgau.sealing.opening.drawing import pictures_of


class Listener:
    """Somebody who waits on 127.0.0.1 for a program to give its reader away."""

    def __init__(self) -> None:
        """Listen on a free port."""
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.2)
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.calls = 0
        self.ended = threading.Event()

    def listen(self) -> None:
        """Count who calls."""
        while not self.ended.is_set():
            try:
                self.socket.accept()[0].close()
                self.calls += 1
            except TimeoutError:
                continue


@contextmanager
def listening() -> Iterator[Listener]:
    """A listener that also heard a call of the test's own, so that silence means something."""
    listener = Listener()
    thread = threading.Thread(target=listener.listen)
    thread.start()
    try:
        yield listener
        heard = listener.calls
        socket.create_connection(listener.socket.getsockname(), timeout=5).close()
        while listener.calls == heard:
            thread.join(0.05)
    finally:
        listener.ended.set()
        thread.join()
        listener.socket.close()


def test_opening_the_whole_corpus_makes_no_request(tmp_path: Path) -> None:
    with listening() as listener:
        case = case_file(tmp_path, hostile(listener.address), text=f"See {listener.address}/narrative")
        shown = opened(case, INSPECTORATE, "--out", str(tmp_path / "out"))
        assert shown.exit_code == 0, shown.output
        assert listener.calls == 0
    assert listener.calls == 1


def test_what_draws_the_pages_asks_nobody_even_where_it_could(tmp_path: Path) -> None:
    with listening() as listener:
        for name, content in hostile(listener.address).items():
            if kind_of(content) is Kind.PAGES:
                draw_with_the_network_at_hand(tmp_path / name, content)
        assert listener.calls == 0
    assert listener.calls == 1


def draw_with_the_network_at_hand(folder: Path, content: bytes) -> None:
    """Draw the pages in this process, which could reach the listener."""
    folder.mkdir()
    (folder / "attachment").write_bytes(content)
    with suppress(typst.TypstError):
        assert all(page.startswith(b"\x89PNG") for page in pictures_of(folder, Kind.PAGES))


def test_what_is_written_are_pictures_plain_text_and_closed_files_only(tmp_path: Path) -> None:
    corpus = hostile("http://127.0.0.1:9")
    opened(case_file(tmp_path, corpus), INSPECTORATE, "--out", str(tmp_path / "out"))
    written = list((tmp_path / "out").iterdir())
    assert {path.suffix for path in written} == {".png", ".txt", ".bin"}
    numbers = {path.name.split("-")[1].split(".")[0] for path in written if path.name != "narrative.txt"}
    assert len(numbers) == len(corpus)
    for picture in (tmp_path / "out").glob("*.png"):
        assert picture.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    assert [path for path in written if path.stat().st_mode & 0o111] == []


@pytest.mark.parametrize(
    "name", ["linked.svg", "photo.jpg", "page.html", "page.pdf", "shell.sh", "playlist.m3u"]
)
def test_drawings_pages_and_scripts_are_shown_as_the_text_they_are(name: str) -> None:
    rendered = rerendered(hostile("http://127.0.0.1:9")[name], isolated=True)
    assert rendered.kind is Kind.TEXT
    assert rendered.pictures == ()


@pytest.mark.parametrize("name", ["bomb.png", "cut.png", "cut.pdf", "winword.doc", "office.docx"])
def test_what_breaks_bursts_or_is_unknown_stays_closed(name: str) -> None:
    rendered = rerendered(hostile("http://127.0.0.1:9")[name], isolated=True)
    assert rendered.kind is Kind.CLOSED
    assert rendered.why_closed


@pytest.mark.parametrize("name", ["opens.pdf", "bomb.png"])
def test_where_no_process_can_be_cut_off_nothing_is_decoded(name: str) -> None:
    assert rerendered(hostile("http://127.0.0.1:9")[name], isolated=False).kind is Kind.CLOSED
