"""The command `places`: list, show, add and import places, as whoever holds the machine."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qorgau.clock.wall import now
from qorgau.lawbook import Language
from qorgau.recording.starting import start_django
from qorgau.wording import language_option, say

if TYPE_CHECKING:
    from qorgau.access.actor import Actor
    from qorgau.places.place import Place

EXIT_FOUND = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FORMS = click.Choice(["csv", "table", "json"])


class Refused(click.ClickException):
    """A refusal, shown as its own sentence."""

    exit_code = 2


@click.group()
def places() -> None:
    """List, show, add and import places of detention, official and not."""


@places.command("list")
@click.option("--region", default="", help="Only this region, by its id in law/kz/regions.yaml.")
@click.option("--kind", default="", help="Only this kind, by its id in law/kz/bodies.yaml.")
@click.option("--body", default="", help="Only run by this institution.")
@click.option("--official/--unofficial", default=None, help="Only official ones, or only the others.")
@click.option("--closed", is_flag=True, help="Closed ones too.")
@click.option("--text", default="", help="Part of a name or settlement.")
@click.option("--format", "form", type=_FORMS, default="table", show_default=True)
@language_option
def list_(
    region: str, kind: str, body: str, official: bool | None, closed: bool, text: str, form: str, lang: str
) -> None:
    """List places, narrowed as asked."""
    with _refusals():
        from qorgau.places import queries

        wanted = queries.Wanted(
            region=region,
            kind=kind,
            body=body,
            official=official,
            closed=None if closed else False,
            text=text,
        )
        found = queries.places_seen_by(_console(lang), wanted)
        _print(found, form, Language(lang))


@places.command()
@click.argument("place_id")
@language_option
def show(place_id: str, lang: str) -> None:
    """Show PLACE_ID: what is said of it, its cells, and how many the standards have room for."""
    with _refusals():
        from qorgau.places.showing import shown_place

        for line in shown_place(place_id, as_of=now(), language=Language(lang)):
            click.echo(line)


@places.command()
@click.option("--name-kk", default="", help="Name in Kazakh.")
@click.option("--name-ru", default="", help="Name in Russian.")
@click.option("--name-en", default="", help="Name in English.")
@click.option("--kind", required=True, help="Kind, by its id in law/kz/bodies.yaml, such as ivs.")
@click.option("--official/--unofficial", required=True, help="Whether it is recognised for holding persons.")
@click.option("--region", required=True, help="Region, by its id in law/kz/regions.yaml.")
@click.option("--body", required=True, help="The institution that runs it, by its id in law/kz/bodies.yaml.")
@click.option("--unit", default="", help="The listed unit that runs it.")
@click.option("--settlement", default="", help="Settlement and address.")
@click.option("--capacity", default="", help="Persons.")
@click.option("--area", default="", help="Living space in square metres.")
@click.option(
    "--for", "for_whom", multiple=True, help="men, women, children, mothers_with_infants, patients."
)
@click.option("--opened-on", type=click.DateTime(["%Y-%m-%d"]), help="The first day; now without it.")
@language_option
def add(lang: str, opened_on: datetime | None, **said: Any) -> None:
    """List one place and print its id."""
    with _refusals():
        from qorgau.places import actions

        opened = date(opened_on.year, opened_on.month, opened_on.day) if opened_on else None
        click.echo(
            actions.list_place(_console(lang), _details(said), now=now(), since=actions.Since(day=opened))
        )


@places.command("import")
@click.argument("file", type=_FILE)
@click.option("--dry-run", is_flag=True, help="Only say what would be recorded and what is wrong.")
@language_option
def import_(file: Path, dry_run: bool, lang: str) -> None:
    """List every place of a CSV FILE that is not listed yet: all of them, or none.

    The columns are those of the export; kind, official, region, body and one name are needed.
    """
    with _refusals():
        from qorgau.places import importing

        language, moment = Language(lang), now()
        rows = importing.read_inventory(file.read_bytes(), now=moment, language=language)
        wrong = [row for row in rows if row.faults]
        for row in wrong:
            for sentence in importing.said_faults(row, language):
                click.echo(sentence, err=True)
        if wrong:
            click.echo(say("places.import_faults", language, count=len(wrong)), err=True)
            sys.exit(EXIT_FOUND)
        counts = {"new": sum(row.is_new for row in rows), "known": sum(bool(row.known) for row in rows)}
        if not dry_run:
            importing.record_inventory(_console(lang), rows, now=moment)
        click.echo(say("places.import_would" if dry_run else "places.import_did", language, **counts))


def _console(lang: str) -> "Actor":
    from qorgau.access.actions.recording_acts import CONSOLE

    return replace(CONSOLE, language=Language(lang))


def _details(said: dict[str, Any]) -> Any:
    from qorgau.places.details import PlaceDetails, whole_name
    from qorgau.places.place import ForWhom
    from qorgau.places.typed import read_area, read_count, read_words, tidy

    return PlaceDetails(
        name=whole_name(en=tidy(said["name_en"]), ru=tidy(said["name_ru"]), kk=tidy(said["name_kk"])),
        kind=said["kind"],
        official=said["official"],
        body=said["body"],
        region=said["region"],
        unit=said["unit"],
        settlement=tidy(said["settlement"]),
        capacity=read_count(said["capacity"], where="capacity"),
        area_tenths=read_area(said["area"], where="area"),
        for_whom=read_words(said["for_whom"], ForWhom, where="for_whom"),
    )


def _print(found: "tuple[Place, ...]", form: str, language: Language) -> None:
    from qorgau.places.exporting import COLUMNS, inventory_csv, row_of
    from qorgau.places.showing import place_table

    if form == "csv":
        click.echo(inventory_csv(found), nl=False)
    elif form == "json":
        rows = [dict(zip(COLUMNS, row_of(place), strict=True)) for place in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for line in place_table(found, language):
            click.echo(line)


@contextmanager
def _refusals() -> Iterator[None]:
    """A refusal ends the command with its sentence and code 2."""
    start_django()
    from django.core.exceptions import PermissionDenied
    from django.db import OperationalError, ProgrammingError

    from qorgau.ledger.refusal import LedgerRefusal
    from qorgau.places.faults import Unfit
    from qorgau.places.importing import UnreadableFile
    from qorgau.places.queries import NotListed
    from qorgau.places.typed import Untyped
    from qorgau.recording.refusal import RecordingRefusal

    try:
        yield
    except Untyped as wrong:
        raise Refused(wrong.fault.said(Language.EN)) from wrong
    except (Unfit, NotListed, UnreadableFile, PermissionDenied, RecordingRefusal, LedgerRefusal) as refusal:
        raise Refused(str(refusal.args[0] if refusal.args else refusal)) from refusal
    except (OperationalError, ProgrammingError) as error:
        raise Refused(
            f"The record could not be opened or is not set up: {str(error).strip()}. Check QORGAU_DATA and "
            "QORGAU_DATABASE_URL, or set it up with: qorgau record init"
        ) from error
