"""`qorgau serve` opens the register to nobody by accident, and says what is missing before it starts."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]


def serve(*options: str, data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QORGAU_DATA": str(data), **settings}
    command = [sys.executable, "-m", "qorgau.portal.cli", "serve", *options]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize(
    "settings",
    [{}, {"QORGAU_ALLOWED_HOSTS": "desk.example"}, {"QORGAU_TLS": "1"}],
    ids=["nothing set", "no TLS", "no name"],
)
def test_another_address_needs_a_name_and_tls(tmp_path: Path, settings: dict[str, str]) -> None:
    done = serve("--host", "0.0.0.0", data=tmp_path, **settings)
    assert done.returncode == 2
    assert "QORGAU_ALLOWED_HOSTS" in done.stderr or "QORGAU_TLS" in done.stderr


def test_errors_in_pages_are_never_shown_to_others(tmp_path: Path) -> None:
    settings = {"QORGAU_ALLOWED_HOSTS": "desk.example", "QORGAU_TLS": "1", "QORGAU_DEBUG": "1"}
    done = serve("--host", "0.0.0.0", data=tmp_path, **settings)
    assert done.returncode == 2
    assert "QORGAU_DEBUG" in done.stderr


def test_a_record_that_was_not_set_up_is_not_served(tmp_path: Path) -> None:
    done = serve(data=tmp_path)
    assert done.returncode == 2
    assert "qorgau record init" in done.stderr


def test_the_lock_of_the_assets_holds_hashes_and_no_registrys_addresses() -> None:
    text = (REPO / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)
    assert not any("resolved" in package for package in packages.values())
    assert not re.search(r"registry\.|npmjs", text)


def test_the_styles_name_no_file_of_others() -> None:
    styles = REPO / "src/qorgau/portal/site/static/site/site.css"
    if not styles.exists():
        pytest.skip("the assets are not built (make assets)")
    text = styles.read_text(encoding="utf-8")
    for address in re.findall(r"url\(\"?([^)\"]+)", text):
        assert (styles.parent / address).is_file(), address
    assert "GDS Transport" not in text
    assert "crest" not in text
