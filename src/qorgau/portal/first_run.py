"""What `make run` does before it serves: set the record up, fill it with a synthetic country, make accounts."""

import importlib
import sys
from importlib.util import find_spec

import click

from qorgau.portal.cli import cli


def main() -> None:
    """Do each step that this version has; each may be run again and then adds nothing."""
    _run("record", "init")
    if find_spec("qorgau.demo.commands"):
        _run("demo")
    if find_spec("qorgau.access.commands") and "demo" in _commands_of_access():
        _run("access", "demo")


def _run(*words: str) -> None:
    try:
        cli.main(list(words), standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)


def _commands_of_access() -> list[str]:
    group = importlib.import_module("qorgau.access.commands").access
    assert isinstance(group, click.Group)
    return list(group.commands)


if __name__ == "__main__":
    main()
