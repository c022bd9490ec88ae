"""A sealed envelope goes from screen to camera in numbered pictures."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).with_name("frames_there_and_back.mjs")


@pytest.fixture(scope="module")
def told() -> Any:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is missing, so no picture was made")
    done = subprocess.run([node, str(SCRIPT)], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_narrative_of_this_size_takes_five_pictures_of_version_26(told: Any) -> None:
    version_26_with_border = 121 + 8
    assert (told["count"], told["modules"]) == (5, version_26_with_border)


def test_a_camera_that_reads_them_in_any_order_and_twice_gets_the_same_envelope(told: Any) -> None:
    assert told["intact"]
    assert told["counted"] == [1, 2]
    assert told["envelope"]


def test_a_picture_of_something_else_counts_for_nothing(told: Any) -> None:
    assert told["stranger"] is None


def test_a_picture_that_was_changed_gives_no_envelope(told: Any) -> None:
    assert told["forged"] in (None, "refused")


def test_the_signs_are_those_of_rfc_9285(told: Any) -> None:
    assert told["base45"] == ["QED8WEX0", "ietf!"]
