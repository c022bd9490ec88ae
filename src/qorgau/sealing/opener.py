"""`qorgau open`: the local opener. Bodies open complaints here, not in a page that a server could alter."""

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click

from qorgau.sealing.opening.visible import visible_text

EXIT_REFUSED = 1
_SECONDS = 1800
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class Refused(click.ClickException):
    """A refusal of the opener, shown as its own sentence."""

    exit_code = EXIT_REFUSED


@click.command(name="open")
@click.argument("case", type=_FILE)
@click.option("--keys", "key_file", type=_FILE, required=True, envvar="QORGAU_KEY_FILE",
              help="The key file made by `qorgau keys`.")  # fmt: skip
@click.option("--passphrase-file", type=_FILE, envvar="QORGAU_PASSPHRASE_FILE",
              help="A file with the passphrase in its first line; else it is asked for.")  # fmt: skip
@click.option("--who", is_flag=True, help="Also open who wrote. The NPM's keys do; its release is an entry.")
@click.option("--pins", "pins_file", type=_FILE, envvar="QORGAU_PINS",
              help="The pinned vouchers, to check messages of bodies against.")  # fmt: skip
@click.option("--out", type=click.Path(file_okay=False, path_type=Path),
              help="A new folder for the text and the attachments drawn anew.")  # fmt: skip
@click.option("--answer", "answer_file", type=_FILE, help="A text to seal as an answer for the mailbox.")
@click.option("--answer-out", type=click.Path(dir_okay=False, path_type=Path),
              help="Where the sealed answer is written, to be uploaded at the desk.")  # fmt: skip
@click.option("--mechanism", default="npm", show_default=True,
              help="The preventive mechanism, which reads answers too.")  # fmt: skip
def open_sealed(
    case: Path,
    key_file: Path,
    passphrase_file: Path | None,
    who: bool,
    pins_file: Path | None,
    out: Path | None,
    answer_file: Path | None,
    answer_out: Path | None,
    mechanism: str,
) -> None:
    """Open a downloaded CASE in a process without network. Exit 1: refused, with the reason.

    Checks the envelope against its entry and its commitment, shows what was written as plain text and
    writes attachments only as pictures drawn anew or as text; nothing in them is run or followed.
    """
    if (answer_file is None) != (answer_out is None):
        raise click.UsageError(
            "Give --answer and --answer-out together: the text, and where to put it sealed."
        )
    passphrase = _passphrase(passphrase_file)
    if out is not None:
        _make_folder(out)
    answer = _opened_apart(
        {
            "case": str(case.resolve()),
            "keys": base64.b64encode(key_file.read_bytes()).decode(),
            "passphrase": passphrase,
            "who": who,
            "pins": pins_file.read_text(encoding="utf-8") if pins_file else None,
            "out": None if out is None else str(out.resolve()),
            "answer": answer_file.read_text(encoding="utf-8") if answer_file else None,
            "answer_out": str(answer_out.resolve()) if answer_out else None,
            "mechanism": mechanism,
        }
    )
    if "refused" in answer:
        raise Refused(visible_text(f"{answer['detector']}: {answer['refused']}"))
    # Made visible once more on this side: what comes through the pipe was written about a stranger's text.
    click.echo(visible_text(answer["text"]), nl=False)
    if not answer["isolated"]:
        click.echo(
            "This machine cannot cut a process off from the network: pictures and PDF stay closed.", err=True
        )


def _opened_apart(asked: dict[str, Any]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-I", "-m", "qorgau.sealing.opening"],
        input=json.dumps(asked).encode(),
        capture_output=True,
        timeout=_SECONDS,
        check=False,
        env={"LANG": "C.UTF-8"},
    )
    if done.returncode != 0:
        raise Refused(
            "The opener ended before it was done: the file asks for more memory or time than it may."
        )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _passphrase(file: Path | None) -> str:
    if file is not None:
        return file.read_text(encoding="utf-8").splitlines()[0]
    asked: str = click.prompt("Passphrase of the key file", hide_input=True)
    return asked


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        raise Refused(
            f"{out} is there already. Name a new folder, so that nothing is written over."
        ) from None
