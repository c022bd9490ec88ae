"""A terminal in a place of detention: the network is cut, a visitor carries the envelope out, the receipt proves it."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browsing import PHONE, chromium, run_command
from tests.journeys.complaining import (
    CANARY,
    INSTANCE,
    Reception,
    device,
    go_on,
    open_box,
    reception,
    seal,
    show_kept,
    step,
)

from qorgau.sealing.envelope import open_narrative, read_envelope

__all__ = ["reception"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


def arrive(page: Page, reception: Reception, *, language: str = "en") -> None:
    """Stand before the terminal once it is ready for a cut."""
    page.goto(f"/kiosk/{reception.places['station']}/{language}/")
    page.evaluate(READY)


# The worker stands for the page, and holds the page itself and the keys.
READY = """async () => {
    const here = () => caches.match(location.pathname, { ignoreVary: true });
    while (!(navigator.serviceWorker.controller && (await here()) && (await caches.match("/sealed/manifests.json"))))
        await new Promise((done) => setTimeout(done, 100));
}"""


def complain(page: Page, *, text: str = CANARY) -> list[str]:
    """From the first screen to the eight words, anonymously, to the first body."""
    page.locator("[data-service=complain]").click()
    go_on(page)
    longest = int(page.locator("#f-text").get_attribute("maxlength") or 0)
    page.fill("#f-text", text[:longest])
    go_on(page)
    go_on(page)
    if len(text) > longest:
        page.fill("#f-accused", text[:300])
    go_on(page)
    page.locator("#named-anonymous").check()
    go_on(page)
    page.locator("[data-body-choice] input").first.check()
    go_on(page)
    return seal(page)


def ask(page: Page, service: str) -> None:
    """Use another service up to the eight words."""
    page.locator(f"[data-service={service}]").click()
    go_on(page)
    if service == "doctor":
        page.locator("#hurts-head").check()
    if service == "ask":
        page.fill("#f-question", "When may I call?")
    go_on(page)
    seal(page)


def test_carried_out_of_a_place_without_network_and_proven_on_another_machine(
    browser: Browser, reception: Reception, tmp_path: Path
) -> None:
    with device(browser, reception.site) as terminal:
        page = terminal.page
        arrive(page, reception)
        terminal.context.set_offline(True)
        page.reload()
        assert "network is cut" in page.locator("[data-offline-note]").inner_text()
        words = complain(page)
        assert page.locator("[data-not-registered] h1").first.is_visible()
        show_kept(page, words)
        with page.expect_download() as saved:
            page.locator("[data-save-sealed]").click()
        carried = tmp_path / "envelope.sealed"
        saved.value.save_as(carried)
        stored = page.evaluate(STORED)
        page.locator("form [data-end]").click()
        assert step(page) == "home"
        assert page.locator("#f-text").input_value() == ""

    assert CANARY not in stored
    assert not any(word in carried.read_text() for word in (CANARY, " ".join(words)))

    with device(browser, reception.site, viewport=PHONE) as visitor:
        page = visitor.page
        page.goto("/carry-out/en/")
        page.set_input_files("[data-sealed-files]", carried)
        page.locator("[data-carried] li", has_text="Registered").wait_for()
        page.evaluate(TIDY)
        (posted,) = visitor.posted("/sealed/envelopes")
    key = reception.secrets["special_prosecutors"]["identity"]
    assert open_narrative(read_envelope(posted).narrative, key)[0].text == CANARY

    run_command("ledger", "integrate", "--now", environment=reception.site.environment)
    with device(browser, reception.site) as elsewhere:
        open_box(elsewhere.page, words)
        assert "Special prosecutors" in elsewhere.page.locator("[data-status]").inner_text()
        assert "public log" in elsewhere.page.locator("[data-proof]").inner_text()
        with elsewhere.page.expect_download() as saved:
            elsewhere.page.locator("[data-box-receipt]").click()
        receipt = tmp_path / "note.txt"
        saved.value.save_as(receipt)
        checker = tmp_path / "receipt-check.html"
        elsewhere.page.goto("/receipt/en/")
        with elsewhere.page.expect_download() as saved:
            elsewhere.page.locator("a[download]").click()
        saved.value.save_as(checker)

    trust, cosigned = witnessed(reception, receipt, tmp_path)
    with device(browser, reception.site, offline=True) as machine:
        page = machine.page
        page.goto(checker.as_uri())
        assert verdict(page, receipt, trust) == "not_proof_yet"
        assert verdict(page, cosigned, trust) == "proven"
        forged = tmp_path / "forged.txt"
        forged.write_text(cosigned.read_text().replace("index ", "index 1"))
        assert verdict(page, forged, trust) == "refused"
        assert verdict(page, carried, trust) == "no_receipt"
        assert [each.url for each in machine.sent if each.url.startswith("http")] == []


STORED = """async () => {
    const base = await new Promise((done) => (indexedDB.open("sealed").onsuccess = ({ target }) => done(target.result)));
    const asked = base.transaction("envelopes").objectStore("envelopes").getAll();
    return JSON.stringify(await new Promise((done) => (asked.onsuccess = () => done(asked.result))));
}"""


# Nothing is left of the envelope on the visitor's device; ends with the test's own time limit otherwise.
TIDY = """async () => {
    while ((await indexedDB.databases()).length) await new Promise((done) => setTimeout(done, 100));
}"""


def verdict(page: Page, receipt: Path, trust: Path) -> str:
    part = page.locator("section[lang=en]")
    part.locator("[name=receipt]").set_input_files(receipt)
    part.locator("[name=trust]").set_input_files(trust)
    box = part.locator("[data-verdict]")
    # What it said of another receipt is no answer about this one.
    box.evaluate("(box) => { box.dataset.verdict = '' }")
    part.locator("form button").click()
    expect(box).to_have_attribute("data-verdict", re.compile(r"\w"))
    return box.get_attribute("data-verdict") or ""


def witnessed(reception: Reception, receipt: Path, folder: Path) -> tuple[Path, Path]:
    """A trust file of three witnesses, and the receipt as two of them vouched for it."""
    environment = reception.site.environment
    keys = run_command("record", "init", environment=environment)
    log, promise = (
        next(word for line in keys.splitlines() for word in line.split() if word.startswith(f"{name}+"))
        for name in (INSTANCE, f"{INSTANCE}/promise")
    )
    witnesses = [
        {"key": witness_key(folder / body, body, log), "body": body, "outside_the_state": body == "coalition"}
        for body in ("npm", "bar", "coalition")
    ]
    trust = folder / "trust.json"
    group = {"qorgau_trust": 1, "origin": INSTANCE, "log": log, "promise": promise, "needed": 2}
    trust.write_text(json.dumps({**group, "witnesses": witnesses}))
    head, checkpoint = receipt.read_text().split("\n\n", 1)
    (folder / "checkpoint").write_text(checkpoint)
    signed = set()
    for body in ("npm", "coalition"):
        out = folder / f"{body}.checkpoint"
        cosign(folder / body, folder / "checkpoint", out)
        signed |= {line for line in out.read_text().splitlines() if line.startswith("— ")}
    text = checkpoint.split("\n\n")[0]
    cosigned = folder / "cosigned.txt"
    own = [line for line in checkpoint.splitlines() if line.startswith("— ")]
    more = sorted(signed - set(own))
    cosigned.write_text(f"{head}\n\n{text}\n\n" + "".join(f"{line}\n" for line in [*own, *more]))
    return trust, cosigned


def witness_key(folder: Path, body: str, log: str) -> str:
    told = ledger("witness", "init", str(folder), "--name", f"{body}.example", "--log", log)
    return next(word for word in told.split() if word.startswith(f"{body}.example+"))


def cosign(folder: Path, checkpoint: Path, out: Path) -> None:
    ledger("witness", "cosign", str(checkpoint), "--folder", str(folder), "--out", str(out))


def ledger(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "qorgau.ledger", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_waited_goes_out_by_itself_when_the_network_returns(
    browser: Browser, reception: Reception
) -> None:
    with device(browser, reception.site) as terminal:
        arrive(terminal.page, reception)
        terminal.context.set_offline(True)
        complain(terminal.page)
        terminal.context.set_offline(False)
        terminal.page.locator("[data-registered] h1").first.wait_for()


def test_every_service_sends_equally_many_bytes_and_shows_eight_words(
    browser: Browser, reception: Reception
) -> None:
    with device(browser, reception.site) as terminal:
        arrive(terminal.page, reception)
        for service in ("doctor", "rights", "ask"):
            ask(terminal.page, service)
            terminal.page.locator("header [data-end]").click()
        # As much as fits, in letters of two bytes.
        complain(terminal.page, text="ұ" * 5000)
        posts = [json.loads(each) for each in terminal.posted("/sealed/envelopes")]
    assert len(posts) == 4
    assert len({(len(each["narrative"]), len(each["identity"])) for each in posts}) == 1
    assert len({each["box_ed"] for each in posts}) == 4


def test_whoever_walks_away_is_counted_down_and_wiped(browser: Browser, reception: Reception) -> None:
    with device(browser, reception.site) as terminal:
        page = terminal.page
        page.clock.install()
        page.goto(f"/kiosk/{reception.places['station']}/en/")
        page.locator("[data-service=complain]").click()
        go_on(page)
        page.fill("#f-text", CANARY)
        page.clock.run_for(95_000)
        assert page.locator("[data-countdown-box]").is_visible()
        assert int(page.locator("[data-countdown-number]").inner_text()) <= 30
        page.locator("[data-stay]").click()
        assert page.locator("#f-text").input_value() == CANARY
        page.clock.run_for(125_000)
        assert step(page) == "home"
        assert page.locator("#f-text").input_value() == ""


def test_the_keyboard_on_the_screen_writes_three_languages(browser: Browser, reception: Reception) -> None:
    with device(browser, reception.site, language="kk") as terminal:
        page = terminal.page
        page.goto(f"/kiosk/{reception.places['station']}/kk/")
        page.locator("[data-service=ask]").click()
        go_on(page)
        page.locator("#f-question").click()
        for key in ("shift", "қ", "а", "й", "space", "to-en", "a", "b", "erase", "to-ru", "ё"):
            page.locator(f"[data-keyboard] [data-key='{key}']").click()
        assert page.locator("#f-question").input_value() == "Қай aё"


def test_nothing_is_read_aloud_before_the_warning(browser: Browser, reception: Reception) -> None:
    with device(browser, reception.site) as terminal:
        page = terminal.page
        page.add_init_script(SPEAKING)
        page.goto(f"/kiosk/{reception.places['station']}/en/")
        page.locator("[data-listen]").click()
        expect(page.locator("[data-earphones]")).to_be_visible()
        assert page.evaluate("spoken") == []
        page.locator("[data-earphones-in]").click()
        (said,) = page.evaluate("spoken")
        assert "What do you need?" in said
        page.goto(f"/kiosk/{reception.places['station']}/kk/")
        page.locator("[data-listen]").click()
        expect(page.locator("[data-no-voice]")).to_be_visible()


# Chromium without a sound card has no voices: one that speaks English, and notes what it was given.
SPEAKING = """
globalThis.spoken = [];
globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(globalThis, "speechSynthesis", { value: {
    speaking: false, cancel() {}, speak(said) { spoken.push(said.text); },
    getVoices: () => [{ lang: "en-GB", localService: true }] } });
"""
