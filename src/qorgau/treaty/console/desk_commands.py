"""Verbs on an instance: list, due, show, take, catalogue, accept, report, export; each as an account."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qorgau.clock.wall import now
from qorgau.lawbook import Language
from qorgau.recording.starting import start_django
from qorgau.treaty.console.answering import dumped, put, told
from qorgau.treaty.console.file_commands import KINDS, Refused, refusals, show
from qorgau.wording import language_option

if TYPE_CHECKING:
    from qorgau.access.actor import Actor

STATES = ("open", "assigned", "planned", "under_way", "said_done", "replied", "overdue", "assessed")
SENDERS = (
    "treaty_body",
    "upr",
    "subcommittee",
    "npm",
    "ombudsperson",
    "truth_commission",
    "ngo",
    "state",
    "other",
)
DUE = (
    "follow_up",
    "next_report",
    "simplified_procedure",
    "plan",
    "planned_action",
    "clearance",
    "ngo_input",
    "other",
)
REPORTS = (
    "follow_up_report",
    "periodic_report",
    "list_of_issues_reply",
    "ngo_alternative_report",
    "ngo_submission",
)
FORMS = ("json", "csv", "xlsx", "uhri", "uhri_json", "nrtd")
AS = click.option("--as", "account", required=True, help="Who acts: an account, by its id or sign-in name.")
JSON = click.option("--json", "as_json", is_flag=True, help="As JSON.")
_DAY = click.DateTime(["%Y-%m-%d"])
_OUT = click.Path(path_type=Path, allow_dash=True)


def filtered(command: Callable[..., Any]) -> Callable[..., Any]:
    """The filters of the board, the same for a list and an export."""
    options = (
        click.option("--subject", default="", help="Only this subject, by its code."),
        click.option("--body", default="", help="Only what this body answers for."),
        click.option("--state", type=click.Choice(STATES), help="Only what stands so."),
        click.option("--sender", type=click.Choice(SENDERS), help="Only what these asked."),
        click.option("--committee", default="", help="Only this committee, for instance CAT."),
        click.option("--cycle", default="", help="Only this cycle."),
        click.option("--document", default="", help="Only this document, by id or symbol."),
        click.option("--follow-up", is_flag=True, help="Only what was chosen for follow-up."),
        click.option("--text", default="", help="Only what holds every one of these words."),
    )
    for each in reversed(options):
        command = each(command)
    return command


@click.command("list")
@AS
@filtered
@click.option("--order", type=click.Choice(["due", "id", "new"]), default="due", show_default=True)
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Which page.")
@JSON
@language_option
def list_(account: str, order: str, page: int, as_json: bool, lang: str, **filters: Any) -> None:
    """List the recommendations, by what is due next."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty.console import desk, desk_lines

        found = desk.listed(actor, filters, order=order, page=page, now=now())
        told(found, desk_lines.board_lines(found, actor.language), as_json=as_json)


@click.command()
@AS
@click.option("--until", type=_DAY, help="No later than this day.")
@click.option("--body", default="", help="Only what this body leads.")
@click.option("--what", type=click.Choice(DUE), help="Only this kind.")
@click.option("--all", "with_kept", is_flag=True, help="Also what was done.")
@click.option("--ics", type=_OUT, help="Write a calendar file; `-` writes it here.")
@JSON
@language_option
def due(
    account: str,
    until: Any,
    body: str,
    what: str | None,
    with_kept: bool,
    ics: Path | None,
    as_json: bool,
    lang: str,
) -> None:
    """List what is due and how many days are left; --ics gives it to any calendar."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty.console import desk, desk_lines

        day = until.date() if until else None
        lines = desk.due_lines(actor, until=day, body=body, what=what or "", with_kept=with_kept, now=now())
        if ics is None:
            told(lines, desk_lines.due_lines(lines, actor.language), as_json=as_json)
        else:
            put(ics, desk.calendar(lines, actor.language, now=now()), lang)


@click.command("show")
@AS
@click.argument("name")
@click.option("--year", type=click.IntRange(1990, 2100), help="Count the evidence over this calendar year.")
@JSON
@language_option
def show_(account: str, name: str, year: int | None, as_json: bool, lang: str) -> None:
    """Show the recommendation NAME (CAT/C/KAZ/CO/4#14(a)): who answers for it, what was said, what the record counts."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty.console import desk, desk_lines

        page, evidence = desk.shown(actor, name, year=year, now=now())
        if as_json:
            click.echo(dumped({"recommendation": page, "evidence": evidence}))
        else:
            show(desk_lines.page_lines(page, actor.language))
            show(desk_lines.evidence_lines(evidence, actor.language))


@click.command()
@AS
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--held-back", is_flag=True, help="Shown to your own body alone until it publishes.")
@click.option("--sender", type=click.Choice(SENDERS), help="Who it is from, where the reader is wrong.")
@click.option("--kind", type=click.Choice(KINDS), help="What each is, where the reader is wrong.")
@JSON
@language_option
def take(
    account: str,
    files: Sequence[Path],
    held_back: bool,
    sender: str | None,
    kind: str | None,
    as_json: bool,
    lang: str,
) -> None:
    """Take FILES in and read them; a file that is here already changes nothing."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty.console import desk, desk_lines

        for path in files:
            taken = desk.taken(actor, path, held_back=held_back, sender=sender, kind=kind, now=now())
            told(taken, desk_lines.taken_lines(taken), as_json=as_json)


@click.command()
@AS
@click.argument("symbol")
@click.option(
    "--follow-up", is_flag=True, help="Also the replies and assessments that the law files know of."
)
@JSON
@language_option
def catalogue(account: str, symbol: str, follow_up: bool, as_json: bool, lang: str) -> None:
    """Track what the law files say that SYMBOL asks for, in their words; `qorgau law recommendations` lists them."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty import actions
        from qorgau.treaty.console import desk_lines

        done = actions.take_catalogue(actor, symbol, now=now())
        told(done, desk_lines.done_lines(done), as_json=as_json)
        if follow_up:
            done = actions.take_follow_up(actor, symbol, now=now())
            told(done, desk_lines.done_lines(done), as_json=as_json)


@click.command()
@AS
@click.argument("document")
@click.argument("leaves", nargs=-1)
@JSON
@language_option
def accept(account: str, document: str, leaves: tuple[str, ...], as_json: bool, lang: str) -> None:
    """Accept the reading of DOCUMENT: its recommendations, or only LEAVES such as "14(a)", are followed from now on."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty import actions
        from qorgau.treaty.console import desk_lines

        done = actions.accept_document(actor, document, leaves=leaves or None, now=now())
        told(done, desk_lines.done_lines(done), as_json=as_json)


@click.command()
@AS
@click.argument("kind", type=click.Choice(REPORTS))
@click.argument("document")
@click.option("--form", type=click.Choice(["docx", "pdf"]), default="docx", show_default=True)
@click.option("--out", type=_OUT, help="Where to write it; beside you under its own name without.")
@click.option(
    "--draft", default="", help="This draft of your body; without, the last one of that kind, or a new one."
)
@click.option(
    "--in",
    "written_in",
    type=click.Choice(["en", "ru"]),
    default="en",
    show_default=True,
    help="Its language.",
)
@click.option(
    "--period",
    "periods",
    multiple=True,
    help="Count over this year (2025) or these days (2025-01-01..2025-06-30); repeatable. Without, by year since the last review.",
)
@language_option
def report(
    account: str,
    kind: str,
    document: str,
    form: str,
    out: Path | None,
    draft: str,
    written_in: str,
    periods: tuple[str, ...],
    lang: str,
) -> None:
    """Write a draft of the report KIND on DOCUMENT (id or symbol) into a file, with evidence and figures in place."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty.console import desk

        made, words = desk.reported(
            actor, kind, document, form=form, draft=draft, written_in=Language(written_in), periods=periods, now=now()
        )  # fmt: skip
        put(out or Path(made.name), made.data, lang)
        for line in words:
            click.echo(line, err=True)


@click.command()
@AS
@filtered
@click.option("--form", type=click.Choice(FORMS), default="xlsx", show_default=True)
@click.option("--out", type=_OUT, help="Where to write it; beside you under its own name without.")
@language_option
def export(account: str, form: str, out: Path | None, lang: str, **filters: Any) -> None:
    """Write the recommendations within reach as JSON, CSV, XLSX, or in the columns of UHRI or NRTD."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty.console import desk

        made = desk.exported(actor, filters, form=form, now=now())
        put(out or Path(made.name), made.data, lang)


@contextmanager
def on_the_desk(account: str, lang: str) -> Iterator[Actor]:
    """The actor; a refusal ends the command with its sentence and code 2."""
    start_django()
    from django.core.exceptions import PermissionDenied
    from django.db import OperationalError, ProgrammingError

    from qorgau.access.refusal import AccountRefusal
    from qorgau.custody.console import actor_named
    from qorgau.custody.refusal import CustodyRefusal
    from qorgau.ledger.refusal import LedgerRefusal
    from qorgau.reading.source import SourceError
    from qorgau.recording.refusal import RecordingRefusal
    from qorgau.treaty.refusal import TreatyRefusal
    from qorgau.wording import say

    language = Language(lang)
    try:
        with refusals(lang):
            yield actor_named(account, language=language, now=now())
    except (TreatyRefusal, CustodyRefusal) as refusal:
        raise Refused(refusal.said(language)) from refusal
    except AccountRefusal as refusal:
        raise Refused(refusal.sentence(language)) from refusal
    except SourceError as refusal:
        raise Refused(say("treaty.cli_not_read", language, why=refusal.said(language))) from refusal
    except (PermissionDenied, RecordingRefusal, LedgerRefusal) as refusal:
        raise Refused(str(refusal)) from refusal
    except (OperationalError, ProgrammingError) as error:
        raise Refused(say("complaints.console_no_record", language, why=str(error).strip())) from error
