"""How a verb on an instance answers: in lines, as JSON, or as a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from qorgau.lawbook import Language
from qorgau.treaty.console.file_commands import show


def told(found: Any, lines: Iterable[str], *, as_json: bool) -> None:
    """The answer as JSON, or in lines."""
    if as_json:
        click.echo(dumped(found))
    else:
        show(lines)


def dumped(found: Any) -> str:
    """Values as JSON."""
    from qorgau.treaty.exporting.values import as_value

    return json.dumps(as_value(found), ensure_ascii=False, indent=2)


def put(path: Path, data: bytes, lang: str) -> None:
    """Write a file, or its bytes to standard output; says what was written."""
    from qorgau.treaty.console.files import STANDARD_OUTPUT, write
    from qorgau.wording import say

    if path == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return
    write(path, data, Language(lang))
    click.echo(say("treaty.cli_written", Language(lang), path=path, size=len(data)), err=True)
