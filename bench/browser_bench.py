"""Sealing in Debian's Chromium, by the very modules of the page; skipped where Chromium or Node's packages are missing."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Row

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "bench/sealing_in_browser.js"
ATTACHMENT_MIB = 20
_TITLES = {
    "code": "a code stretched to its mailbox, in Chromium",
    "envelope": "an envelope sealed, in Chromium",
    "attachment": f"an attachment of {ATTACHMENT_MIB} MB sealed, in Chromium",
}


def rows(*, runs: int = 5) -> Iterator[Row]:
    """One row for each kind of work."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    esbuild = ROOT / "node_modules/.bin/esbuild"
    if chromium is None or not esbuild.exists():
        yield Row(
            "sealing in Chromium", "", None, said="not measured: Chromium or Node's packages are missing"
        )
        return
    for name, took in _measured(chromium, esbuild, runs=runs).items():
        seconds = [each / 1000 for each in took]
        best, median = min(seconds), statistics.median(seconds)
        yield Row(
            _TITLES[name],
            f"{len(took)} times",
            median,
            said="one page, one thread",
            runs=len(took),
            best=best,
        )


def _measured(chromium: str, esbuild: Path, *, runs: int) -> dict[str, list[float]]:
    from playwright.sync_api import sync_playwright

    bundle = subprocess.run(
        [str(esbuild), str(SCRIPT), "--bundle", "--format=iife", "--log-level=error", "--loader:.txt=text"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        page = browser.new_page()
        # The browser's own cryptography is given to pages of this machine and to those over TLS only.
        page.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        page.goto("http://localhost/")
        page.add_script_tag(content=bundle)
        told: dict[str, list[float]] = page.evaluate(
            "asked => measureSealing(asked)", {"runs": runs, "bytes": ATTACHMENT_MIB}
        )
        browser.close()
    return told
