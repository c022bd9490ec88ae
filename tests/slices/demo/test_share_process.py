"""A process that loads shares is started anew: it must get on its feet before it meets a slice."""

import os
import subprocess
import sys
from pathlib import Path

_FRESH = "from qorgau.demo.share_process import begin; begin(); from qorgau.demo.shares import load_in_shares; print('ready')"


def test_a_process_started_anew_can_load_shares(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", _FRESH],
        env={**os.environ, "QORGAU_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert answer.stdout.strip() == "ready", answer.stderr
