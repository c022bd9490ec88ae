"""Verbs that need nothing but files: `treaty read`, and `treaty link` of two files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from qorgau.lawbook import Language
from qorgau.lawbook.strict_yaml import LawFileError
from qorgau.wording import language_option

KINDS = (
    "concluding_observations", "list_of_issues", "state_report", "state_replies", "follow_up_reply",
    "follow_up_assessment", "ngo_submission", "upr_report", "visit_report", "commission_report", "other",
)  # fmt: skip
_PATH = click.Path(path_type=Path, allow_dash=True)


class Refused(click.ClickException):
    """A refusal, shown as its own sentence."""

    exit_code = 2


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "json_to", type=_PATH, help="Write what was understood as JSON; `-` writes it here.")
@click.option("--kind", type=click.Choice(KINDS), help="What the document is, where the reader is wrong.")
@click.option("--whole", is_flag=True, help="Show every text whole.")
@language_option
def read(files: Sequence[Path], json_to: Path | None, kind: str | None, whole: bool, lang: str) -> None:
    """Read FILES (DOCX, PDF, TXT, HTML): what each asks, of whom, by when, and what it rests on.

    One file gives one JSON object; several give a list of them.
    """
    with refusals(lang):
        from qorgau.treaty.console.files import STANDARD_OUTPUT, FileRefusal, know_words, opened, write_json
        from qorgau.treaty.console.reading import document_lines

        know_words()
        from qorgau.reading import as_json
        from qorgau.reading.document import DocumentKind

        language, values, failed = Language(lang), [], False
        for place, path in enumerate(files):
            try:
                document = opened(path, language, kind=DocumentKind(kind) if kind else None)
            except FileRefusal as refusal:
                click.echo(f"Error: {refusal}", err=True)
                failed = True
                continue
            if json_to is None:
                show(("",) if place else ())
                show(document_lines(document, language, whole=whole))
            else:
                values.append(as_json(document))
        if json_to is not None and values:
            found: Any = values[0] if len(files) == 1 else values
            if json_to == STANDARD_OUTPUT:
                click.echo(json.dumps(found, ensure_ascii=False, indent=2))
            else:
                write_json(found, json_to, language)
        if failed:
            sys.exit(Refused.exit_code)


@click.command()
@click.argument("names", nargs=-1, required=True)
@click.option(
    "--as", "account", default="", help="With ids instead of files: who asks, by id or sign-in name."
)
@click.option("--most", type=click.IntRange(1, 50), default=3, show_default=True, help="Candidates for each.")
@click.option(
    "--judge",
    type=click.Choice(["confirmed", "refused"]),
    help="With two ids: say whether they are the same.",
)
@click.option("--reason", default="", help="With --judge: why.")
@click.option(
    "--by-meaning", is_flag=True, help="Also rank by the optional multilingual model: qorgau[semantic]."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--whole", is_flag=True, help="Show every text whole.")
@language_option
def link(
    names: Sequence[str],
    account: str,
    most: int,
    judge: str | None,
    reason: str,
    by_meaning: bool,
    as_json: bool,
    whole: bool,
    lang: str,
) -> None:
    """Link the recommendations of two FILES; or, with --as, of two documents or of one recommendation of an instance."""
    if judge and by_meaning:
        raise click.UsageError("--by-meaning ranks proposals; --judge makes none. Leave one of them out.")
    if account:
        from qorgau.treaty.console.desk_linking import linked_on_the_desk

        linked_on_the_desk(
            names, account, judge=judge, reason=reason, most=most, by_meaning=by_meaning, as_json=as_json,
            lang=lang,
        )  # fmt: skip
        return
    if len(names) != 2 or judge:
        raise click.UsageError("name two files; or say with --as ACCOUNT who asks, and name ids.")
    with refusals(lang):
        from qorgau.treaty.console.files import know_words, opened

        know_words()
        from qorgau.treaty.console.linking import link_json, link_lines, linked, meaning_model

        language = Language(lang)
        embed = meaning_model(language) if by_meaning else None
        left, right = (opened(Path(name), language) for name in names)
        found = linked(left, right, most=most, embed=embed)
        if as_json:
            click.echo(json.dumps(link_json(found), ensure_ascii=False, indent=2))
        else:
            show(link_lines(found, language, whole=whole))


def show(lines: Iterable[str]) -> None:
    """Print lines; whoever stops reading them ends the command quietly."""
    for line in lines:
        click.echo(line)


@contextmanager
def refusals(lang: str) -> Iterator[None]:
    """A file that cannot be read or written ends the command with its sentence and code 2."""
    from qorgau.treaty.console.files import FileRefusal

    try:
        yield
    except (FileRefusal, LawFileError) as refusal:
        raise Refused(str(refusal)) from refusal
