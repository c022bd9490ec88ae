"""`qorgau law bodies` and `qorgau law findings`: who may do what, and where the law itself falls short."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.tree import Tree

from qorgau.clock import now, zone_named
from qorgau.lawbook import Language, LawFileError, load, pack_names
from qorgau.lawbook.bodies import Bodies, Body, UnknownBodyError
from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.law_findings import LawFinding, read_law_findings
from qorgau.wording import in_language, language_option, say

_day = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--pack", default="kz", show_default=True, help="Whose institutions.")
@click.option("--on", type=_day, help="As the tree stood on that day; today by default.")
@click.option("--tied", nargs=2, metavar="BODY BODY", help="Only say what ties these two on that day.")
@language_option
def bodies(pack: str, on: datetime | None, tied: tuple[str, str] | None, lang: str) -> None:
    """Show the institutions as a tree on a day, and what each may do; or what ties two of them."""
    found = read_bodies(_file(pack, "bodies.yaml"))
    day = on.date() if on else zone_named(load(pack_names()).zone).local(now()).date()
    out = Console(highlight=False, soft_wrap=True)
    try:
        if tied:
            _show_tie(found, tied, day, out, Language(lang))
        else:
            _show_tree(found, day, out, Language(lang))
    except UnknownBodyError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)


def _show_tie(found: Bodies, pair: tuple[str, str], day: date, out: Console, language: Language) -> None:
    way = found.tied(*pair, day)
    if way is None:
        out.print(f"{say('not_tied', language)} ({day})")
        return
    out.print(
        f"{say('tied', language)} ({day}): "
        + " – ".join(_title(found.bodies[body], language) for body in way)
    )


def _show_tree(found: Bodies, day: date, out: Console, language: Language) -> None:
    standing = {name: body for name, body in found.bodies.items() if body.span.holds(day)}
    branches: dict[str, Tree] = {}
    roots: list[Tree] = []
    waiting = sorted(standing, key=lambda name: len(found.path(name, day)))
    for name in waiting:
        parent = standing[name].parent_on(day)
        label = _label(found, standing[name], day, language)
        branches[name] = branches[parent].add(label) if parent else Tree(label)
        if not parent:
            roots.append(branches[name])
    out.print(f"[bold]{say('institutions_on', language)} {day}[/]")
    for root in roots:
        out.print(root)


def _label(found: Bodies, body: Body, day: date, language: Language) -> str:
    proposed = f" [yellow]({say('proposal', language)})[/]" if body.proposed else ""
    does = [
        in_language(found.competences[c.what], language)
        for c in body.competences
        if c.span.holds(day) and c.what in found.competences
    ]
    flag = f"\n[dim]! {escape(in_language(body.flag, language))}[/]" if body.flag else ""
    return (
        f"{_title(body, language)}{proposed} [dim]{body.id}[/]"
        + "".join(f"\n  · {item}" for item in does)
        + flag
    )


def _title(body: Body, language: Language) -> str:
    return escape(in_language(body.title, language))


@click.command()
@click.option("--pack", default="kz", show_default=True, help="Whose law.")
@language_option
def findings(pack: str, lang: str) -> None:
    """List where national law itself allows or lacks what the standards forbid or require."""
    out = Console(highlight=False, soft_wrap=True)
    for finding in read_law_findings(_file(pack, "findings.yaml")).values():
        _show_finding(finding, out, Language(lang))


def _show_finding(finding: LawFinding, out: Console, language: Language) -> None:
    until = f" {say('until', language)} {finding.until}" if finding.until else ""
    out.print(f"[bold]{escape(in_language(finding.title, language))}[/] [dim]{finding.id}[/]")
    articles = f" ({', '.join(finding.articles)})" if finding.articles else ""
    out.print(
        f"  {say('law_says', language)}: {escape(in_language(finding.law, language))}{escape(articles)}"
    )
    sources = ", ".join(finding.sources)
    out.print(
        f"  {say('standard_says', language)}: {escape(in_language(finding.standard, language))} ({escape(sources)})"
    )
    out.print(
        f"  {say('since', language)} {finding.since}{until} · {say('status_' + finding.status.value, language)}\n"
    )


def _file(pack: str, name: str) -> Path:
    path = law_folder() / pack / name
    if not path.is_file():
        raise LawFileError(f"the pack `{pack}` has no {name}.")
    return path
