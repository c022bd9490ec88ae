"""Take the pictures of the guides: a desk with the known stories and a part of the January, in Debian's Chromium.

Run by `make pictures`. Names and events are invented, and every page says so.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.browsing import chromium, run_command, served, visiting  # noqa: E402 - the path comes first
from tests.journeys.conftest import INSTANCE, Desk, sign_in_by_hand, speak  # noqa: E402

_HELD = "400"
_LARGEST = 250_000


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What is taken: by whom, in which language, at which address; then: what is done before it is taken."""

    name: str
    account: str
    address: str
    language: str = "en"
    phone: bool = False
    height: int = 900
    then: Callable[[Page], None] | None = None


def _national(page: Page) -> None:
    page.locator("a.govuk-tabs__tab[href='#national']").click()
    page.evaluate("document.querySelector('.govuk-tabs').scrollIntoView()")
    page.evaluate("document.activeElement.blur()")


def _list(page: Page) -> None:
    page.evaluate("document.querySelector('#board').scrollIntoView()")


_WHY = "why/?safeguard=kz/judge_within_48_hours&basis=national_law&subject=demo-judge-late"
PICTURES = (
    Picture(name="whiteboard", account="inspector", address="/board/", height=1000),
    Picture(name="child-at-night", account="officer", address="/custody/demo-child-at-night/", height=1000),
    Picture(name="register", account="officer", address="/custody/new/", height=1300),
    Picture(name="judge-late", account="prosecutor", address=f"/custody/demo-judge-late/{_WHY}", language="ru", height=1300),
    Picture(name="national-law", account="prosecutor", address="/custody/demo-judge-late/", then=_national),
    Picture(name="lawyer", account="lawyer", address="/lookup/demo-lawyer-turned-away/"),
    Picture(name="handover", account="officer", address="/handover/?place=demo-almaty-station-1", language="ru"),
    Picture(name="whiteboard-phone", account="officer", address="/board/", language="kk", phone=True, height=1100, then=_list),
)  # fmt: skip


def main() -> None:
    """Make the data, serve it, and take every picture; one that grew too large is an error."""
    with tempfile.TemporaryDirectory() as folder, _desk(Path(folder)) as desk:
        for browser in chromium():
            take(desk, browser)


def take(desk: Desk, browser: Browser) -> None:
    """Take every picture of this desk."""
    states: dict[str, object] = {}
    for picture in PICTURES:
        with visiting(browser, desk.site, language=picture.language, phone=picture.phone,
                      state=states.get(picture.account)) as page:  # fmt: skip
            if picture.account not in states:
                sign_in_by_hand(page, desk, picture.account)
                states[picture.account] = page.context.storage_state()
            speak(page, picture.language)
            _take(page, picture)


def _take(page: Page, picture: Picture) -> None:
    page.set_viewport_size({"width": 375 if picture.phone else 1280, "height": picture.height})
    answer = page.goto(picture.address)
    assert answer is not None
    assert answer.ok, f"{picture.address} answers {answer.status}"
    if picture.then:
        picture.then(page)
    page.evaluate("document.fonts.ready")
    _keep(page.screenshot(), HERE / f"{picture.name}.png")


def _keep(shot: bytes, path: Path) -> None:
    """In its true colours, as small as that goes: a repository keeps every picture for ever."""
    with Image.open(io.BytesIO(shot)) as image:
        image.convert("RGB").save(path, optimize=True)
    assert path.stat().st_size < _LARGEST, f"{path.name} has {path.stat().st_size} bytes"


@contextmanager
def _desk(data: Path) -> Iterator[Desk]:
    environment = {**os.environ, "QORGAU_DATA": str(data), "QORGAU_INSTANCE": INSTANCE}
    script = HERE.parents[1] / "tests" / "journeys" / "known_stories.py"
    made = subprocess.run(  # noqa: S603 - a script of this repository
        [sys.executable, str(script), _HELD], env=environment, capture_output=True, check=True
    )
    with served(data, QORGAU_INSTANCE=INSTANCE) as site:
        run_command("work", "--once", environment=site.environment)
        yield Desk(site, json.loads(made.stdout))


if __name__ == "__main__":
    main()
