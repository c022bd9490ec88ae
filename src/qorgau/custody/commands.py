"""The command `custody`: book, add, show, list, import and export, as an account of this instance."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qorgau.clock.wall import now
from qorgau.lawbook import Language
from qorgau.recording.starting import start_django
from qorgau.wording import language_option

if TYPE_CHECKING:
    from qorgau.access.actor import Actor

EXIT_FOUND = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_AS = click.option("--as", "account", required=True, help="Who acts: an account, by its id or sign-in name.")
_KEY = click.option("--key", default="", help="A key of your own: the same key again changes nothing.")
_CONFIRMED = click.option("--confirmed", is_flag=True, help="What looks unusual is meant so.")


class Refused(click.ClickException):
    """A refusal, shown as its own sentence."""

    exit_code = 2


@click.group()
def custody() -> None:
    """Book, add entries, show records, list who is held; import and export."""


@custody.command()
@_AS
@click.argument("said", nargs=-1, required=True)
@_KEY
@_CONFIRMED
@language_option
def book(account: str, said: tuple[str, ...], key: str, confirmed: bool, lang: str) -> None:
    """Register a person from SAID: place=… apprehended="2026-01-05 02:10" ground=… and the like."""
    with _refusals(lang):
        from qorgau.custody import console

        click.echo(console.book(_actor(account, lang), _pairs(said), key=key, confirmed=confirmed, now=now()))


@custody.command()
@_AS
@click.argument("custody_id")
@click.argument("kind")
@click.argument("said", nargs=-1)
@_KEY
@_CONFIRMED
@language_option
def add(
    account: str, custody_id: str, kind: str, said: tuple[str, ...], key: str, confirmed: bool, lang: str
) -> None:
    """Add an entry of KIND to CUSTODY_ID; SAID: happened=… and facts and fields by name."""
    with _refusals(lang):
        from qorgau.custody import console

        cells = {**_pairs(said), "kind": kind, "custody": custody_id}
        click.echo(console.add(_actor(account, lang), cells, key=key, confirmed=confirmed, now=now()))


@custody.command()
@_AS
@click.argument("custody_id")
@click.option("--as-of", default="", help="Judge as of this time, on the clock of the place; now without it.")
@click.option("--known-at", default="", help="By what was received by then; --as-of without it.")
@click.option("--json", "as_json", is_flag=True, help="The whole record as JSON, as the API gives it.")
@language_option
def show(account: str, custody_id: str, as_of: str, known_at: str, as_json: bool, lang: str) -> None:
    """Show the record CUSTODY_ID: where the person is, entries, clocks. That it was opened is an entry."""
    with _refusals(lang):
        from qorgau.custody import console

        found = console.opened(_actor(account, lang), custody_id, as_of=as_of, known_at=known_at, now=now())
        if as_json:
            click.echo(found.model_dump_json(indent=2))
        else:
            for line in console.record_lines(found):
                click.echo(line)


@custody.command()
@_AS
@click.option("--place", default="", help="Only this place.")
@click.option("--region", default="", help="Only this region.")
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Which page.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, as the API gives it.")
@language_option
def held(account: str, place: str, region: str, page: int, as_json: bool, lang: str) -> None:
    """List everyone held within reach, by the next clock to run out."""
    with _refusals(lang):
        from qorgau.custody import console

        actor = _actor(account, lang)
        found = console.board(actor, place=place, region=region, page=page, now=now())
        if as_json:
            click.echo(found.model_dump_json(indent=2))
        else:
            for line in console.board_lines(found):
                click.echo(line)


@custody.command("import")
@_AS
@click.argument("file", type=_FILE)
@click.option("--map", "map_file", type=_FILE, help="YAML: `columns:` with their names and ours.")
@click.option("--dry-run", is_flag=True, help="Judge every row and record none.")
@_KEY
@_CONFIRMED
@language_option
def import_(
    account: str, file: Path, map_file: Path | None, dry_run: bool, key: str, confirmed: bool, lang: str
) -> None:
    """Record every booking and entry of FILE (.json, .jsonl, .csv, .xlsx): all rows, or none.

    Without --key the content is the key: the same file is never recorded twice.
    """
    with _refusals(lang):
        from qorgau.custody import console
        from qorgau.custody.importing.faults import RowsRefused

        actor = _actor(account, lang)
        try:
            said = console.import_file(
                actor, file, map_file=map_file, key=key, dry_run=dry_run, confirmed=confirmed, now=now()
            )
        except RowsRefused as refused:
            for line in console.fault_lines(refused, Language(lang)):
                click.echo(line, err=True)
            sys.exit(EXIT_FOUND)
        click.echo(said)


@custody.command()
@_AS
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--place", default="", help="Only this place.")
@click.option("--region", default="", help="Only this region.")
@click.option("--only-held", is_flag=True, help="Only those held now.")
@click.option("--with-names", is_flag=True, help="Names and dates of birth beside persons.")
@language_option
def export(
    account: str, file: Path, place: str, region: str, only_held: bool, with_names: bool, lang: str
) -> None:
    """Write the register to FILE: .csv .xlsx .parquet .xes .ocel.json .jsonocel .ocel.sqlite .sqlite."""
    with _refusals(lang):
        from qorgau.custody import console
        from qorgau.custody.exporting.register import Asked

        asked = Asked(place=place, region=region, only_held=only_held, with_names=with_names)
        for line in console.export_file(_actor(account, lang), asked, file, now=now()):
            click.echo(line)


@custody.command()
@click.argument("kind", default="")
@language_option
def kinds(kind: str, lang: str) -> None:
    """List the kinds of entries; with KIND, its JSON schema."""
    with _refusals(lang):
        from qorgau.custody import console
        from qorgau.custody.importing.forms_as_schema import schema_of
        from qorgau.custody.kind_forms import form_of

        if not kind:
            for line in console.kind_lines(Language(lang)):
                click.echo(line)
        elif (form := form_of(kind)) is not None:
            click.echo(json.dumps(schema_of(form, Language(lang)), ensure_ascii=False, indent=2))
        else:
            raise Refused(f"There is no kind {kind!r}. `qorgau custody kinds` lists them.")


def _actor(account: str, lang: str) -> Actor:
    from qorgau.custody.console import actor_named

    return actor_named(account, language=Language(lang), now=now())


def _pairs(said: tuple[str, ...]) -> dict[str, Any]:
    """`name=value` words; a word without = is refused."""
    for word in said:
        if "=" not in word:
            raise Refused(f"{word!r} is no name=value. Write for instance ground=criminal.")
    return dict(word.split("=", 1) for word in said)


@contextmanager
def _refusals(lang: str) -> Iterator[None]:
    """A refusal ends the command with its sentence and code 2."""
    start_django()
    from django.core.exceptions import PermissionDenied
    from django.db import OperationalError, ProgrammingError

    from qorgau.access.refusal import AccountRefusal
    from qorgau.custody.importing.faults import ImportRefusal
    from qorgau.custody.refusal import CustodyRefusal, NeedsConfirmation
    from qorgau.eventlog.writing import ExportError
    from qorgau.ledger.refusal import LedgerRefusal
    from qorgau.recording.refusal import RecordingRefusal

    language = Language(lang)
    try:
        yield
    except NeedsConfirmation as asked:
        warnings = " ".join(each.said(language) for each in asked.warnings)
        raise Refused(f"{warnings} If it is meant so, add --confirmed.") from asked
    except CustodyRefusal as refusal:
        where = f"{refusal.field}: " if refusal.field else ""
        raise Refused(where + refusal.said(language)) from refusal
    except ImportRefusal as refusal:
        raise Refused(refusal.said(language)) from refusal
    except AccountRefusal as refusal:
        raise Refused(refusal.sentence(language)) from refusal
    except (PermissionDenied, RecordingRefusal, LedgerRefusal, ExportError) as refusal:
        raise Refused(str(refusal)) from refusal
    except (OperationalError, ProgrammingError) as error:
        raise Refused(
            f"The record could not be opened or is not set up: {str(error).strip()}. Check QORGAU_DATA and "
            "QORGAU_DATABASE_URL, or set it up with: qorgau record init"
        ) from error
