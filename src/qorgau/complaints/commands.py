"""The command `complaints`: the inbox, cases, registering, routing, moves, officers, sums, import; as an account."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qorgau.clock.wall import now
from qorgau.lawbook import Language
from qorgau.lawbook.strict_yaml import LawFileError
from qorgau.recording.starting import start_django
from qorgau.wording import language_option

if TYPE_CHECKING:
    from pydantic import BaseModel

    from qorgau.access.actor import Actor

EXIT_FOUND = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_AS = click.option("--as", "account", required=True, help="Who acts: an account, by its id or sign-in name.")
_KEY = click.option("--key", default="", help="A key of your own: the same key again changes nothing.")
_JSON = click.option("--json", "as_json", is_flag=True, help="As JSON, as the API gives it.")
_REASONS = click.option("--reasons", default="", help="Why; encrypted under the complaint's own key.")


class Refused(click.ClickException):
    """A refusal, shown as its own sentence."""

    exit_code = 2


@click.group()
def complaints() -> None:
    """List, show and register complaints, route them, make moves of procedures, count, import."""


@complaints.command("list")
@_AS
@click.option("--body", default="", help="Only what this body has before it.")
@click.option(
    "--status", default="", help="Only those that stand so: received, opened, assigned, under_way …"
)
@click.option("--order", type=click.Choice(["due", "age", "new"]), default="due", show_default=True)
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Which page.")
@_JSON
@language_option
def list_(account: str, body: str, status: str, order: str, page: int, as_json: bool, lang: str) -> None:
    """List the complaints within reach, by what runs out next."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        actor = _actor(account, lang)
        found = console.inbox(actor, body=body, status=status, order=order, page=page, now=now())
        _told(found, console_lines.inbox_lines(found), as_json=as_json)


@complaints.command()
@_AS
@click.argument("complaint_id")
@click.option("--as-of", default="", help="Judge as of this time, on the clock of the place; now without it.")
@click.option("--known-at", default="", help="By what was received by then; --as-of without it.")
@_JSON
@language_option
def show(account: str, complaint_id: str, as_of: str, known_at: str, as_json: bool, lang: str) -> None:
    """Show the case COMPLAINT_ID. That it was opened is an entry."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        actor = _actor(account, lang)
        found = console.opened(actor, complaint_id, as_of=as_of, known_at=known_at, now=now())
        _told(found, console_lines.case_lines(found), as_json=as_json)


@complaints.command()
@_AS
@click.argument("said", nargs=-1, required=True)
@_KEY
@_JSON
@language_option
def register(account: str, said: tuple[str, ...], key: str, as_json: bool, lang: str) -> None:
    """Register a complaint from SAID: way=paper to_body=… about=… complainant.name=… officer.name=… narrative=…."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        done = console.register(_actor(account, lang), _pairs(said, lang), key=key, now=now())
        _told(done, console_lines.act_lines(done), as_json=as_json)


@complaints.command()
@_AS
@click.argument("complaint_id")
@click.argument("said", nargs=-1, required=True)
@_KEY
@_JSON
@language_option
def state(account: str, complaint_id: str, said: tuple[str, ...], key: str, as_json: bool, lang: str) -> None:
    """State what COMPLAINT_ID says, in SAID: about=torture act_on=2025-03-01 accused_body=…; of a sealed one after opening it."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        done = console.state(_actor(account, lang), complaint_id, _pairs(said, lang), key=key, now=now())
        _told(done, console_lines.act_lines(done), as_json=as_json)


@complaints.command()
@_AS
@click.argument("complaint_id")
@click.argument("body")
@_REASONS
@_KEY
@_JSON
@language_option
def assign(
    account: str, complaint_id: str, body: str, reasons: str, key: str, as_json: bool, lang: str
) -> None:
    """Give COMPLAINT_ID to BODY. A tied body is refused; the refusal is recorded with the way that ties it."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        actor = _actor(account, lang)
        done = console.assign(actor, complaint_id, body, reasons=reasons, key=key, now=now())
        _told(done, console_lines.act_lines(done), as_json=as_json)


@complaints.command()
@_AS
@click.argument("run_id")
@click.argument("move_id")
@click.argument("said", nargs=-1)
@_KEY
@_JSON
@language_option
def move(
    account: str, run_id: str, move_id: str, said: tuple[str, ...], key: str, as_json: bool, lang: str
) -> None:
    """Make the move MOVE_ID in RUN_ID; SAID: ground=… reasons=… happened=… officers=A,B why_not.CONDITION=… and facts."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        done = console.move(_actor(account, lang), run_id, move_id, _pairs(said, lang), key=key, now=now())
        _told(done, console_lines.act_lines(done), as_json=as_json)


@complaints.command()
@_AS
@click.argument("complaint_id")
@click.option(
    "--begin", "procedure", default="", help="Begin this procedure, for instance kz/criminal_investigation."
)
@click.option("--reviews", default="", help="With --begin: the decision that an appeal reviews.")
@click.option("--body", default="", help="With --begin: who has to decide in it.")
@_KEY
@_JSON
@language_option
def runs(
    account: str,
    complaint_id: str,
    procedure: str,
    reviews: str,
    body: str,
    key: str,
    as_json: bool,
    lang: str,
) -> None:
    """Show the procedures of COMPLAINT_ID, where each stands and which moves are open (* yours); or begin one."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        actor = _actor(account, lang)
        if procedure:
            done = console.begin(
                actor, complaint_id, procedure, reviews=reviews, body=body, key=key, now=now()
            )
            _told(done, console_lines.act_lines(done), as_json=as_json)
            return
        found = console.runs(actor, complaint_id, now=now())
        _told(found, (line for each in found for line in console_lines.run_lines(each)), as_json=as_json)


@complaints.command()
@_AS
@click.argument("officer_id", default="")
@click.option("--name", default="", help="Find by name instead, in any spelling.")
@_JSON
@language_option
def officer(account: str, officer_id: str, name: str, as_json: bool, lang: str) -> None:
    """Show an officer across cases: allegations, findings, penalties, each apart; none of it is guilt."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        found = console.officers(_actor(account, lang), officer_id, name=name)
        lines = (line for each in found for line in console_lines.officer_lines(each))
        _told(found, lines, as_json=as_json)


@complaints.command()
@_AS
@_JSON
@language_option
def oversight(account: str, as_json: bool, lang: str) -> None:
    """Count what each body has, how old it is and how it ended."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        found = console.oversight(_actor(account, lang), now=now())
        _told(found, console_lines.oversight_lines(found), as_json=as_json)


@complaints.command()
@_AS
@click.option("--from", "from_", default="", help="From this day; from now without it.")
@click.option("--to", default="", help="To the end of this day; a year on without it.")
@_JSON
@language_option
def hearings(account: str, from_: str, to: str, as_json: bool, lang: str) -> None:
    """List the hearings within reach, in order of time."""
    with _refusals(lang):
        from qorgau.complaints import console, console_lines

        found = console.hearings(_actor(account, lang), from_=from_, to=to, now=now())
        _told(found, console_lines.hearing_lines(found), as_json=as_json)


@complaints.command("import")
@_AS
@click.argument("file", type=_FILE)
@click.option("--also", type=_FILE, help="A second file with several rows a complaint, such as findings.")
@click.option("--on", default="key", show_default=True, help="With --also: the column that joins the two.")
@click.option("--map", "map_file", type=_FILE, help="YAML: their columns and words, and ours.")
@click.option("--dry-run", is_flag=True, help="Judge every row and record none.")
@_KEY
@language_option
def import_(
    account: str,
    file: Path,
    also: Path | None,
    on: str,
    map_file: Path | None,
    dry_run: bool,
    key: str,
    lang: str,
) -> None:
    """Record every complaint of FILE (.json, .jsonl, .csv, .xlsx): all rows, or none.

    Without --key the content is the key: the same files are never recorded twice.
    """
    with _refusals(lang):
        from qorgau.complaints import console
        from qorgau.custody.console import fault_lines
        from qorgau.custody.importing.faults import RowsRefused

        actor = _actor(account, lang)
        try:
            said = console.import_file(
                actor, file, also=also, on=on, map_file=map_file, key=key, dry_run=dry_run, now=now()
            )
        except RowsRefused as refused:
            for line in fault_lines(refused, Language(lang)):
                click.echo(line, err=True)
            sys.exit(EXIT_FOUND)
        click.echo(said)


def _told(found: BaseModel | Sequence[BaseModel], lines: Iterable[str], *, as_json: bool) -> None:
    """The answer as JSON, or in lines."""
    if not as_json:
        for line in lines:
            click.echo(line)
    elif isinstance(found, Sequence):
        click.echo(json.dumps([each.model_dump() for each in found], ensure_ascii=False, indent=2))
    else:
        click.echo(found.model_dump_json(indent=2))


def _actor(account: str, lang: str) -> Actor:
    from qorgau.custody.console import actor_named

    return actor_named(account, language=Language(lang), now=now())


def _pairs(said: tuple[str, ...], lang: str) -> dict[str, str]:
    """`name=value` words; a word without = is refused."""
    from qorgau.wording import say

    for word in said:
        if "=" not in word:
            raise Refused(say("complaints.console_no_pair", Language(lang), word=word[:100]))
    return dict(word.split("=", 1) for word in said)


@contextmanager
def _refusals(lang: str) -> Iterator[None]:
    """A refusal ends the command with its sentence and code 2."""
    start_django()
    from django.core.exceptions import PermissionDenied
    from django.db import OperationalError, ProgrammingError

    from qorgau.access.refusal import AccountRefusal
    from qorgau.complaints.refusal import ComplaintRefusal
    from qorgau.custody.importing.faults import ImportRefusal
    from qorgau.custody.refusal import CustodyRefusal
    from qorgau.ledger.refusal import LedgerRefusal
    from qorgau.recording.refusal import RecordingRefusal
    from qorgau.wording import say

    language = Language(lang)
    try:
        yield
    except (ComplaintRefusal, CustodyRefusal) as refusal:
        where = f"{refusal.field}: " if refusal.field else ""
        raise Refused(where + refusal.said(language)) from refusal
    except ImportRefusal as refusal:
        raise Refused(refusal.said(language)) from refusal
    except AccountRefusal as refusal:
        raise Refused(refusal.sentence(language)) from refusal
    except (PermissionDenied, RecordingRefusal, LedgerRefusal, LawFileError) as refusal:
        raise Refused(str(refusal)) from refusal
    except (OperationalError, ProgrammingError) as error:
        raise Refused(say("complaints.console_no_record", language, why=str(error).strip())) from error
