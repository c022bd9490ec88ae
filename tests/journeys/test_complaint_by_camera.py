"""A visitor's telephone reads the envelope off the terminal's screen with its camera."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests import browsing
from tests.browsing import chromium
from tests.journeys.complaining import CANARY, Reception, device, reception, show_kept
from tests.journeys.test_complaint_at_the_kiosk import arrive, complain

from qorgau.sealing.envelope import open_narrative, read_envelope

__all__ = ["reception"]

SIDE, REPEATED, FRAMES_PER_SECOND = 720, 6, 10


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


def film(pictures: list[list[int]], side: int, path: Path) -> None:
    """The pictures one after another as a camera would see them, as an uncompressed film (YUV4MPEG2)."""
    head = f"YUV4MPEG2 W{SIDE} H{SIDE} F{FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n".encode()
    colourless = bytes([128]) * (SIDE * SIDE // 2)
    with path.open("wb") as out:
        out.write(head)
        for picture in pictures:
            light = _placed(bytes(picture), side)
            out.write((b"FRAME\n" + light + colourless) * REPEATED)


def _placed(picture: bytes, side: int) -> bytes:
    """The picture in the middle of what the camera sees."""
    margin = (SIDE - side) // 2
    blank = bytes([255]) * SIDE
    edge = bytes([255]) * margin
    rest = bytes([255]) * (SIDE - side - margin)
    rows = [edge + picture[at * side : (at + 1) * side] + rest for at in range(side)]
    return blank * margin + b"".join(rows) + blank * (SIDE - side - margin)


GREY = """(canvas) => {
    const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return { width, light: Array.from({ length: width * width }, (_, at) => data[at * 4]) };
}"""


def shown(page: Page) -> tuple[list[list[int]], int]:
    """Every picture the terminal shows, stepped by hand."""
    page.locator("[data-hand-over]").click()
    page.locator("[data-qr-count]").wait_for()
    count = int(page.locator("[data-qr-count]").inner_text().split()[-1])
    pictures, width = [], 0
    for _ in range(count):
        seen = page.locator("[data-qr-picture]").evaluate(GREY)
        pictures.append(seen["light"])
        width = seen["width"]
        page.locator("[data-qr-on]").click()
    return pictures, width


def test_the_envelope_goes_by_light_from_one_screen_to_another_device(
    browser: Browser, reception: Reception, tmp_path: Path
) -> None:
    with device(browser, reception.site) as terminal:
        arrive(terminal.page, reception)
        terminal.context.set_offline(True)
        words = complain(terminal.page)
        show_kept(terminal.page, words)
        pictures, side = shown(terminal.page)
    assert len(pictures) == 7
    film([pictures[at] for at in (2, 0, 6, 4, 1, 3, 5)], side, tmp_path / "screen.y4m")

    posted = carried(reception, tmp_path / "screen.y4m")

    key = reception.secrets["special_prosecutors"]["identity"]
    assert open_narrative(read_envelope(posted).narrative, key)[0].text == CANARY


def carried(reception: Reception, seen: Path) -> bytes:
    """What a telephone sends on, whose camera looks at this film."""
    found = shutil.which("chromium") or pytest.skip("Chromium is missing")
    (running,) = browsing._OPEN
    flags = [
        "--no-sandbox",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={seen}",
    ]
    telephone = running.browser_type.launch(executable_path=found, args=flags)
    try:
        with device(telephone, reception.site) as visitor:
            visitor.context.grant_permissions(["camera"])
            visitor.page.goto("/carry-out/en/")
            visitor.page.locator("[data-scan]").click()
            visitor.page.locator("[data-carried] li", has_text="Registered").wait_for()
            (posted,) = visitor.posted("/sealed/envelopes")
            return posted
    finally:
        telephone.close()
