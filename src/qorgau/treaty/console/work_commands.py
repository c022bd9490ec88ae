"""Verbs for desk work on an instance: import a list, assign, plan, state, correct; each as an account."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qorgau.clock.wall import now
from qorgau.lawbook import Language
from qorgau.treaty.console.answering import told
from qorgau.treaty.console.desk_commands import AS, JSON, on_the_desk
from qorgau.treaty.console.file_commands import Refused
from qorgau.wording import language_option

if TYPE_CHECKING:
    from qorgau.access.actor import Actor
    from qorgau.treaty.actions import Done

ACTION_STATES = ("planned", "under_way", "done", "stopped")
FIXES = (
    "paragraph_kind", "heading", "paragraph_text", "leaf_text", "split", "join", "is_recommendation", "id", "header",
)  # fmt: skip
EXIT_FOUND = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])
_KEY = click.option("--key", default="", help="A key of your own: the same key again changes nothing.")
_WITH = click.option("--with", "contributing", multiple=True, help="A body that contributes (repeatable).")


@click.command("import")
@AS
@click.argument("file", type=_FILE)
@click.option("--map", "map_file", type=_FILE, help="YAML: their columns and words, and ours.")
@click.option("--dry-run", is_flag=True, help="Judge every row and record none.")
@_KEY
@JSON
@language_option
def import_(
    account: str, file: Path, map_file: Path | None, dry_run: bool, key: str, as_json: bool, lang: str
) -> None:
    """Import the recommendations, bodies and actions of FILE: all rows, or none.

    FILE is a list (.csv, .xlsx, .json, .jsonl), what `export` writes, or what `read --json` writes, corrected by hand.
    What is tracked already keeps its words. Without --key the content is the key: the same file changes nothing.
    """
    with on_the_desk(account, lang) as actor, _import_refusals(lang):
        from qorgau.custody.importing.faults import RowsRefused
        from qorgau.treaty.console import importing

        try:
            done = importing.imported(actor, file, map_file=map_file, key=key, dry_run=dry_run, now=now())
        except RowsRefused as refused:
            for line in importing.fault_lines(refused, Language(lang)):
                click.echo(line, err=True)
            sys.exit(EXIT_FOUND)
        told(done, importing.imported_lines(done, Language(lang)), as_json=as_json)


@click.command()
@AS
@click.argument("names", nargs=-1, required=True)
@click.option("--lead", required=True, help="The body that answers for them, by its id.")
@_WITH
@click.option("--since", type=_DAY, help="From this day on; today without.")
@click.option("--reason", default="", help="By whose decision.")
@_KEY
@JSON
@language_option
def assign(
    account: str,
    names: Sequence[str],
    lead: str,
    contributing: tuple[str, ...],
    since: Any,
    reason: str,
    key: str,
    as_json: bool,
    lang: str,
) -> None:
    """Make a body answer for the recommendations NAMES (CAT/C/KAZ/CO/4#14(a))."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty import actions

        done = actions.make_responsible(
            actor, names, lead=lead, contributing=contributing, since=_day(since), reason=reason, now=now(),
            act_id=_act(actor, key),
        )  # fmt: skip
        _done(done, as_json=as_json)


@click.command()
@AS
@click.argument("names", nargs=-1, required=True)
@click.option("--what", required=True, help="What is to be done, in your own language.")
@click.option("--lead", required=True, help="The body that leads it, by its id.")
@_WITH
@click.option("--due", type=_DAY, required=True, help="By which day it will be done.")
@click.option("--budget", type=click.IntRange(0), help="In whole units of the currency.")
@click.option("--currency", default="", help="Three letters, such as KZT.")
@_KEY
@JSON
@language_option
def plan(
    account: str,
    names: Sequence[str],
    what: str,
    lead: str,
    contributing: tuple[str, ...],
    due: Any,
    budget: int | None,
    currency: str,
    key: str,
    as_json: bool,
    lang: str,
) -> None:
    """Put an action for the recommendations NAMES into the plan."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty import actions

        new = actions.NewAction(
            recommendations=names, what=what, lead=lead, due=due.date(), budget=budget, currency=currency,
            contributing=contributing,
        )  # fmt: skip
        _done(actions.plan_action(actor, new, now=now(), act_id=_act(actor, key)), as_json=as_json)


@click.command()
@AS
@click.argument("action")
@click.argument("state", type=click.Choice(ACTION_STATES))
@click.option("--on", type=_DAY, help="Since which day; today without.")
@click.option("--due", type=_DAY, help="A new day by which it will be done; needs --reason.")
@click.option("--reason", default="", help="Why it was stopped, or its day moved.")
@_KEY
@JSON
@language_option
def state(
    account: str, action: str, state: str, on: Any, due: Any, reason: str, key: str, as_json: bool, lang: str
) -> None:
    """Say how far the planned ACTION has come; `show` and `plan` tell its id."""
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty import actions
        from qorgau.treaty.facts.words import ActionState

        done = actions.state_action(
            actor, action, ActionState(state), on=_day(on), reason=reason, due=due.date() if due else None,
            now=now(), act_id=_act(actor, key),
        )  # fmt: skip
        _done(done, as_json=as_json)


@click.command()
@AS
@click.argument("document")
@click.argument("what", type=click.Choice(FIXES))
@click.argument("target")
@click.argument("value", default="")
@click.option("--place", default="", help="With `split`: the number of the second paragraph.")
@click.option("--reason", required=True, help="Why; it is kept beside what stood there before.")
@_KEY
@JSON
@language_option
def correct(
    account: str,
    document: str,
    what: str,
    target: str,
    value: str,
    place: str,
    reason: str,
    key: str,
    as_json: bool,
    lang: str,
) -> None:
    """Correct how DOCUMENT (id or symbol) was read: VALUE is to stand at TARGET.

    TARGET is a leaf such as 14(a), p3 for the fourth paragraph, or a field of the head such as symbol.
    """
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty import actions
        from qorgau.treaty.facts.words import Fix

        mend = actions.Correction(what=Fix(what), target=target, value=value, place=place)
        done = actions.correct_reading(
            actor, document, mend, reason=reason, now=now(), act_id=_act(actor, key)
        )
        _done(done, as_json=as_json)


def _done(done: Done, *, as_json: bool) -> None:
    from qorgau.treaty.console.desk_lines import done_lines

    told(done, done_lines(done), as_json=as_json)


def _day(typed: Any) -> Any:
    """The day that was typed, or today in the country."""
    from qorgau.treaty.seats import country, today

    return typed.date() if typed else today(country(), now())


def _act(actor: Actor, key: str) -> str | None:
    """The act of a key of one's own: two accounts may choose the same."""
    from qorgau.custody.api.keys import act_of

    return act_of(actor, key) if key else None


@contextmanager
def _import_refusals(lang: str) -> Iterator[None]:
    """A file that cannot be read as a whole ends the command with its sentence."""
    from qorgau.custody.importing.faults import ImportRefusal, RowsRefused

    try:
        yield
    except RowsRefused:
        raise
    except ImportRefusal as refusal:
        raise Refused(refusal.said(Language(lang))) from refusal
