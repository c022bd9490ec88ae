"""What `make run` does before it serves: set the record up, and once fill it with a synthetic country."""

import sys
from pathlib import Path

import click

from qorgau.portal.cli import cli

_DONE = "first-run-done"


def main() -> None:
    """Bring the instance to where it can be served; a run that was broken off is completed by the next."""
    _run("record", "init")
    from django.conf import settings

    done = Path(settings.QORGAU_DATA) / _DONE
    if done.exists():
        click.echo("The synthetic instance is there. New passwords for its accounts: make demo-passwords")
        return
    _run("demo")
    done.touch()


def _run(*words: str) -> None:
    try:
        cli.main(list(words), standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
