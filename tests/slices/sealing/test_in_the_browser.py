"""Sealing in Chromium, under the policy of the site's own pages: no evaluation, no WebAssembly, nothing from elsewhere."""

import base64
import io
import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from tests.browsing import chromium
from tests.core.sealing.hostile import photo
from tests.core.sealing.people import CODE, INSPECTORATE, MAILBOX, NPM, ORIGIN
from tests.core.sealing.test_vectors import CHECKS, FOLDER, ROOT
from tests.core.sealing.vectors import made_by_python

from qorgau.sealing.envelope import check_P, open_narrative, read_envelope

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
CANARY = "CANARY-CAMERA-4410"
MANIFESTS = {"to": INSPECTORATE.manifest.as_group(), "npm": NPM.manifest.as_group()}


class UnderPolicy(SimpleHTTPRequestHandler):
    """Serves one folder under the site's policy, in silence."""

    timeout = 5

    def end_headers(self) -> None:
        """Every answer carries the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *said: object) -> None:
        """Nothing is logged."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    yield from chromium()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with the bundled modules."""
    esbuild = ROOT / "node_modules/.bin/esbuild"
    if shutil.which("node") is None or not esbuild.exists():
        pytest.skip("node or its packages are missing (make assets), so no bundle could be built")
    folder = tmp_path_factory.mktemp("bundle")
    bundled = [str(esbuild), str(FOLDER / "in_browser.js"), "--bundle", "--minify", "--format=iife"]
    subprocess.run(
        [*bundled, "--target=es2022", "--charset=utf8", "--loader:.txt=text", f"--outfile={folder}/page.js"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (folder / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><script src="page.js" defer></script>'
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(UnderPolicy, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, opened; an error in its console or a breach of its policy fails the test."""
    context = browser.new_context()
    troubles: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.goto(address)
    page.wait_for_function("document.title === 'ready'")
    yield page
    context.close()
    assert [each for each in troubles if "favicon" not in each and "404" not in each] == []


def test_chromium_opens_what_python_sealed(page: Page) -> None:
    assert page.evaluate("given => window.sealing.check(given)", made_by_python()) == CHECKS


def test_python_opens_what_chromium_sealed(page: Page) -> None:
    posted = page.evaluate(
        "([raw, origin, text, to]) => window.sealing.sealed(raw, origin, text, to)",
        [CODE.raw.hex(), ORIGIN, "Браузерден жазылды.", MANIFESTS],
    )
    envelope = read_envelope(posted)
    narrative, nonce = open_narrative(envelope.narrative, NPM.identity)
    check_P(narrative, nonce, envelope.P)
    assert (narrative.text, envelope.box_ed) == ("Браузерден жазылды.", MAILBOX.box_ed)


@pytest.mark.parametrize(
    ("kind", "media"), [("jpeg", "image/jpeg"), ("png", "image/png"), ("webp", "image/webp")]
)
def test_a_photo_leaves_without_what_the_camera_wrote(page: Page, kind: str, media: str) -> None:
    taken = base64.b64encode(photo(kind, canary=CANARY)).decode()
    drawn = base64.b64decode(
        page.evaluate("([photo, type]) => window.sealing.drawnAnew(photo, type)", [taken, media])
    )
    assert CANARY.encode() not in drawn
    picture = Image.open(io.BytesIO(drawn))
    assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (120, 80), {})


@pytest.mark.parametrize("media", ["image/svg+xml", "image/jpeg"])
def test_a_drawing_or_what_is_no_picture_is_refused_and_not_sent_as_it_is(page: Page, media: str) -> None:
    said = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode()
    refused = page.evaluate("([photo, type]) => window.sealing.drawnAnew(photo, type)", [said, media])
    assert refused == "PhotoNotReadable"


def test_a_phone_twenty_times_slower_still_seals_within_half_a_minute(page: Page) -> None:
    taken = page.evaluate("([origin, to]) => window.sealing.timings(origin, to, 20)", [ORIGIN, MANIFESTS])
    print(json.dumps({name: round(milliseconds, 1) for name, milliseconds in taken.items()}))
    assert 20 * (taken["mailbox"] + taken["seal"]) < 30_000
