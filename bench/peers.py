"""Peers that need an environment of their own: made under out/, run as a process, their answers read back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.rules import Rule
from bench.sepsis import KINDS, REPOSITORY

ENVIRONMENTS = REPOSITORY / "out" / "bench-venvs"
MINUTES_AT_MOST = 15


class PeerError(RuntimeError):
    """A peer could not be installed or run; says which and why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One peer: its name, its script and the pinned requirements of its environment."""

    name: str
    script: str
    requirements: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer said: seconds of checking alone, the rules timed, violating cases (None: dropped)."""

    seconds: float
    rules: tuple[str, ...]
    cases: dict[str, frozenset[int] | None]

    def wrong(self, right: dict[str, frozenset[int]]) -> dict[str, str]:
        """The rules it answers otherwise, with both counts."""
        return {
            rule: "dropped" if found is None else f"{len(found):,} of {len(right[rule]):,}"
            for rule, found in self.cases.items()
            if found != right[rule]
        }


PM4PY = Peer("pm4py", "pm4py_peer.py", "requirements-bench.txt")
DECLARE4PY = Peer("Declare4Py 2.2.0", "declare4py_peer.py", "requirements-bench-declare4py.txt")


def ask(peer: Peer, log_file: Path, rules: tuple[Rule, ...]) -> Answer:
    """Run a peer on a log; its environment is made first if it is not there."""
    python = _environment(peer)
    with tempfile.TemporaryDirectory() as folder:
        job, answer = Path(folder, "job.json"), Path(folder, "answer.json")
        asked = {"log": str(log_file), "kinds": KINDS, "answer": str(answer)}
        job.write_text(json.dumps({**asked, "rules": [rule.as_json() for rule in rules]}))
        _run(peer, [str(python), str(Path(__file__).with_name(peer.script)), str(job)])
        said = json.loads(answer.read_text())
    cases = {rule: None if found is None else frozenset(found) for rule, found in said["cases"].items()}
    return Answer(said["seconds"], tuple(said["rules"]), cases)


def _environment(peer: Peer) -> Path:
    home = ENVIRONMENTS / Path(peer.requirements).stem.removeprefix("requirements-")
    python, done = home / "bin" / "python", home / "complete"
    pinned = REPOSITORY / peer.requirements
    if done.exists() and done.read_text() == pinned.read_text():
        return python
    uv = str(Path(sys.executable).with_name("uv"))
    _run(peer, [uv, "venv", "-q", "--clear", "--python", sys.executable, str(home)])
    _run(peer, [uv, "pip", "install", "-q", "--require-hashes", "-r", str(pinned), "--python", str(python)])
    done.write_text(pinned.read_text())
    return python


def _run(peer: Peer, command: list[str]) -> None:
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    try:
        subprocess.run(command, check=True, capture_output=True, env=clean, timeout=60 * MINUTES_AT_MOST)
    except subprocess.TimeoutExpired:
        raise PeerError(f"{peer.name} was stopped after {MINUTES_AT_MOST} minutes.") from None
    except (subprocess.CalledProcessError, OSError) as error:
        last = (getattr(error, "stderr", b"") or b"").decode(errors="replace").strip().splitlines()[-1:]
        raise PeerError(f"{peer.name} did not run: {last[0] if last else error}") from error
