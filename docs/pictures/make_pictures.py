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
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.browsing import chromium, run_command, served, visiting  # noqa: E402 - the path comes first
from tests.journeys.conftest import INSTANCE, Desk, sign_in_by_hand, speak  # noqa: E402

_HELD = "400"
_LARGEST = 250_000
_BETWEEN = 20
_COLOURS = 32


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What is taken: by whom ("" for anybody), in which language, at which address; then: what is done before it is taken."""

    name: str
    account: str
    address: str
    language: str = "en"
    phone: bool = False
    height: int = 900
    then: Callable[[Page], None] | None = None
    second: str = ""
    """Another account that works at the same time, and what both do."""
    both: Callable[[Page, Page], None] | None = None
    paper: bool = False
    """The first two pages of the draft's PDF instead of a page of the site."""


def _national(page: Page) -> None:
    page.locator("a.govuk-tabs__tab[href='#national']").click()
    page.evaluate("document.querySelector('.govuk-tabs').scrollIntoView()")
    page.evaluate("document.activeElement.blur()")


def _evidence(page: Page) -> None:
    page.locator("a.govuk-tabs__tab[href='#evidence']").click()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def _draft(page: Page) -> None:
    page.locator(_A_DRAFT).first.click()
    page.locator("[id='b-14(a)']").wait_for()
    page.evaluate("scrollTo(0, 0)")


def _conflict(page: Page, other: Page) -> None:
    """Two people have the same part open; who saves last is shown what the other changed."""
    _draft(page)
    part = f"{page.url}block/14(a)/"
    for each in (page, other):
        each.goto(part)
    words = other.locator("main [name=text]").input_value()
    other.fill("main [name=text]", words.replace("in spring", "in June"))
    other.locator("main form.q-entry button[type=submit]").click()
    other.wait_for_url("**/treaty/reports/*/*")
    other.locator("[id='b-14(a)']").wait_for()
    page.fill("main [name=text]", f"{words}\n\nTen cases were opened again. (demo)")
    page.locator("main form.q-entry button[type=submit]").click()
    page.locator(".govuk-error-summary").wait_for()
    page.evaluate(
        "document.activeElement.blur(); document.querySelector('main .govuk-caption-l').scrollIntoView()"
    )


def _sides(page: Page) -> None:
    for side, words in (("left", "Lantern"), ("right", "concluding observations")):
        document = page.locator(f"main select[name={side}] option", has_text=words).first.get_attribute(
            "value"
        )
        page.locator(f"main select[name={side}]").select_option(document)
    page.locator("main form button[type=submit]").click()
    page.locator("[data-sides] path").first.wait_for(state="attached")
    page.evaluate("document.activeElement.blur(); document.querySelector('[data-sides]').scrollIntoView()")


def _list(page: Page) -> None:
    page.evaluate("document.querySelector('#board').scrollIntoView()")


_A_DRAFT = "main article a[href^='/treaty/reports/']"
_WHY = "why/?safeguard=kz/judge_within_48_hours&basis=national_law&subject=demo-judge-late"
_REGISTER = "/treaty/recommendation/CAT-C-KAZ-CO-4/12(a)(iv)/"
# Most of what the demo tells lies some weeks back.
_YEAR = (datetime.now(UTC) - timedelta(days=45)).year
PICTURES = (
    Picture(name="whiteboard", account="inspector", address="/board/", height=1000),
    Picture(name="child-at-night", account="officer", address="/custody/demo-child-at-night/", height=1000),
    Picture(name="register", account="officer", address="/custody/new/", height=1300),
    Picture(name="judge-late", account="prosecutor", address=f"/custody/demo-judge-late/{_WHY}", language="ru", height=1300),
    Picture(name="national-law", account="prosecutor", address="/custody/demo-judge-late/", then=_national),
    Picture(name="lawyer", account="lawyer", address="/lookup/demo-lawyer-turned-away/"),
    Picture(name="handover", account="officer", address="/handover/?place=demo-almaty-station-1", language="ru"),
    Picture(name="whiteboard-phone", account="officer", address="/board/", language="kk", phone=True, height=1100, then=_list),
    Picture(name="recommendations", account="council", address="/treaty/?body=mia", height=1300),
    Picture(name="recommendation", account="council", address=f"{_REGISTER}?year={_YEAR}", height=1200, then=_evidence),
    Picture(name="document", account="council", address="/treaty/documents/CAT-C-KAZ-CO-90/", height=1250),
    Picture(name="report", account="council", address="/treaty/reports/", height=1200, then=_draft),
    Picture(name="report-pages", account="council", address="/treaty/reports/", then=_draft, paper=True),
    # After the others of that draft, for it is changed.
    Picture(name="report-conflict", account="council", address="/treaty/reports/", height=1150, second="council-second", both=_conflict),
    Picture(name="side-by-side", account="council", address="/treaty/side-by-side/", height=850, then=_sides),
    Picture(name="case", account="inspectorate", address="/complaints/demo-complaint-at-hearing/", language="ru", height=1200),
    Picture(name="complain", account="", address="/complain/", language="kk", phone=True, height=1000),
)  # fmt: skip


def main() -> None:
    """Make the data, serve it, and take every picture, or those named; one that grew too large is an error."""
    with tempfile.TemporaryDirectory() as folder, _desk(Path(folder)) as desk:
        for browser in chromium():
            take(desk, browser)


def take(desk: Desk, browser: Browser) -> None:
    """Take every picture of this desk."""
    wanted = sys.argv[1:] or [each.name for each in PICTURES]
    states: dict[str, object] = {}
    for picture in (each for each in PICTURES if each.name in wanted):
        with ExitStack() as visits:
            first, *more = (
                visits.enter_context(_at_work(desk, browser, account, picture, states))
                for account in (picture.account, *filter(None, [picture.second]))
            )
            _take(first, picture, *more)


@contextmanager
def _at_work(
    desk: Desk, browser: Browser, account: str, picture: Picture, states: dict[str, object]
) -> Iterator[Page]:
    """A page of that account, signed in once; of nobody without a name."""
    with visiting(browser, desk.site, language=picture.language, phone=picture.phone,
                  state=states.get(account)) as page:  # fmt: skip
        if account and account not in states:
            sign_in_by_hand(page, desk, account)
            states[account] = page.context.storage_state()
        speak(page, picture.language)
        yield page


def _take(page: Page, picture: Picture, *second: Page) -> None:
    page.set_viewport_size({"width": 375 if picture.phone else 1280, "height": picture.height})
    answer = page.goto(picture.address)
    assert answer is not None
    assert answer.ok, f"{picture.address} answers {answer.status}"
    if picture.then:
        picture.then(page)
    if picture.both:
        picture.both(page, *second)
    page.evaluate("document.fonts.ready")
    _keep(_pages(page) if picture.paper else page.screenshot(), HERE / f"{picture.name}.png")


def _pages(page: Page) -> bytes:
    """The first two pages of the draft that is shown, side by side."""
    paper = pypdfium2.PdfDocument(page.request.get(f"{page.url}file.pdf").body())
    sheets = [paper[number].render(scale=1.25).to_pil() for number in (0, 1)]
    both = Image.new("RGB", (sum(each.width for each in sheets) + _BETWEEN, sheets[0].height), "#888")
    both.paste(sheets[0], (0, 0))
    both.paste(sheets[1], (sheets[0].width + _BETWEEN, 0))
    shot = io.BytesIO()
    # Black, white and two reds: few colours are enough, and a page of letters in all of them is large.
    both.quantize(_COLOURS).save(shot, "PNG")
    return shot.getvalue()


def _keep(shot: bytes, path: Path) -> None:
    """As small as that goes without loss: a repository keeps every picture for ever."""
    with Image.open(io.BytesIO(shot)) as image:
        (image if image.mode == "P" else image.convert("RGB")).save(path, optimize=True)
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
