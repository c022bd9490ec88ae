"""`python -m bench` runs, writes what it measured, and says how it is used."""

import json
import re
import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
PAGE = REPO / "docs" / "reference" / "benchmarks.md"


def bench(*options: str) -> str:
    command = [sys.executable, "-m", "bench", *options]
    return subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=True).stdout


def test_a_run_writes_its_rows_with_the_ratio_of_the_same_run(tmp_path: Path) -> None:
    file = tmp_path / "out" / "bench.json"
    shown = bench("--only", "live", "--runs", "1", "--json", str(file))
    said = json.loads(file.read_text())
    assert said["machine"] in shown
    assert said["rows"]
    for row in said["rows"]:
        assert row["seconds"] > 0
        assert row["ratio"] > 0
        assert row["against"]


def test_every_option_of_the_benchmark_is_on_its_page() -> None:
    options = set(re.findall(r"--[a-z]+", bench("--help"))) - {"--help"}
    assert len(options) >= 5
    page = PAGE.read_text(encoding="utf-8")
    assert {option for option in options if f"`{option}" not in page} == set()
