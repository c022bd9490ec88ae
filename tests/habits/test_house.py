"""The house keeps its habits: rooms, sizes, no traces of a machine, one door loads one room."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
SOURCES = sorted((REPO / "src").rglob("*.py"))


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=REPO, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this checkout has no git, so tracked files cannot be listed")
    return [REPO / name for name in listed.stdout.splitlines() if (REPO / name).is_file()]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(REPO)))
def test_no_file_passes_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(REPO)))
def test_every_public_module_class_and_function_says_what_it_means(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not tree.body:
        return
    silent = [] if ast.get_docstring(tree) else ["the module"]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            silent += [] if ast.get_docstring(node) else [node.name]
    if "migrations" in path.parts:
        return
    assert silent == []


def test_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[len(lengths) * 9 // 10] <= 30


def test_no_file_names_a_path_of_a_machine_or_an_address_of_a_registry() -> None:
    homes = re.compile(r"(?<![\w.])/(?:work|root|home|farm)/\w")
    registries = re.compile(r"https?://[^\s\"')]*(?:pypi\.|npmjs|pythonhosted|registry\.)", re.IGNORECASE)
    for path in _tracked():
        if path.suffix in {".py", ".md", ".txt", ".in", ".toml", ".yaml", ".yml", ".json", ".html", ""}:
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not homes.search(text), path
            assert not registries.search(text), path


def test_lock_files_hold_hashes_and_no_addresses() -> None:
    for path in REPO.glob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "http" not in text


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("qorgau.portal.check", "django"),
        ("qorgau.portal.cli", "numba"),
        ("qorgau.portal.law", "numpy"),
        ("qorgau.ledger", "django"),
        ("qorgau.ledger", "numpy"),
    ],
)
def test_a_door_loads_only_what_it_needs(module: str, never: str) -> None:
    code = f"import sys, {module}; sys.exit({never!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"importing {module} loads {never}\n{done.stderr}"


def test_every_command_and_option_is_documented() -> None:
    import click

    from qorgau.portal.cli import cli

    text = (REPO / "docs/reference/commands.md").read_text(encoding="utf-8")
    missing: list[str] = []

    def walk(command: click.Command, name: str) -> None:
        if isinstance(command, click.Group):
            context = click.Context(command)
            for sub in command.list_commands(context):
                found = command.get_command(context, sub)
                assert found is not None
                walk(found, f"{name} {sub}")
            return
        if f"`{name}" not in text:
            missing.append(name)
        for option in command.params:
            if isinstance(option, click.Option) and not any(f"`{flag}" in text for flag in option.opts):
                missing.append(f"{name} {option.opts[0]}")

    walk(cli, "qorgau")
    assert missing == []
