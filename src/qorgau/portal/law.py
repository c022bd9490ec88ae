"""`qorgau law`: prove the law files, list them, explain one rule."""

from __future__ import annotations

import sys
from datetime import date

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from qorgau.lawbook import DatedLimit, Language, Lawbook, LimitLine, Safeguard, load, pack_names
from qorgau.lawbook.lint import findings as lint_findings
from qorgau.portal.institutions import bodies, findings
from qorgau.portal.procedures import procedures
from qorgau.portal.treaty_law import articles, recommendations
from qorgau.wording import in_language, language_option, say, say_condition, say_limit


@click.group()
def law() -> None:
    """The law as data: prove it, list it, have a rule explained."""


law.add_command(bodies)
law.add_command(findings)
law.add_command(procedures)
law.add_command(articles)
law.add_command(recommendations)


@law.command()
def lint() -> None:
    """Prove every pack: files read strictly, words known, sources cited, all three languages there."""
    book = load(pack_names())
    found = list(lint_findings(book))
    for finding in found:
        click.echo(finding)
    dated = sum(len(line.dated) for rule in book.safeguards.values() for line in rule.limits)
    click.echo(
        f"{len(book.packs)} packs, {len(book.safeguards)} safeguards, {dated} dated values, "
        f"{len(book.procedures)} procedures, {len(book.kinds)} kinds, {_treaty_count(book)}: "
        f"{len(found)} findings."
    )
    sys.exit(1 if found else 0)


def _treaty_count(book: Lawbook) -> str:
    asked = sum(len(catalogue.asked) for catalogue in book.catalogue.values())
    return (
        f"{len(book.articles)} articles against {len(book.standards)} standards, {asked} recommendations, "
        f"{len(book.official_figures.figures)} stated figures"
    )


@law.command(name="list")
@click.option("--pack", "packs", multiple=True, help="Only these packs (repeatable); all by default.")
@language_option
def list_(packs: tuple[str, ...], lang: str) -> None:
    """List every safeguard with its shape, latest limit and basis."""
    language = Language(lang)
    book = load(packs or pack_names())
    out = Console(highlight=False, soft_wrap=True)
    for rule in book.safeguards.values():
        if packs and rule.id.split("/")[0] not in packs:
            continue
        limits = dict.fromkeys(say_limit(line.dated[-1], language) for line in rule.limits)
        bases = ", ".join(say(basis.value, language) for basis in rule.bases)
        out.print(f"[bold]{escape(in_language(rule.title, language))}[/] [dim]{rule.id}[/]")
        out.print(
            f"  {say(rule.shape.value, language)}: {'; '.join(limits)} · {bases} · {say(rule.confirmed.value, language)}"
        )


@law.command()
@click.argument("safeguard")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Only what was in force on that date.")
@language_option
def explain(safeguard: str, on: object, lang: str) -> None:
    """Explain one safeguard: its limits over time, its sources, and what it means in plain words."""
    book = load(pack_names())
    day = on.date() if hasattr(on, "date") else None
    _explain(book, _find(book, safeguard), day, Language(lang))


def _find(book: Lawbook, name: str) -> Safeguard:
    known = book.safeguards
    matches = [known[key] for key in known if key == name or key.endswith(f"/{name}")]
    if len(matches) == 1:
        return matches[0]
    close = sorted(key for key in known if name.split("/")[-1][:6] in key)
    hint = f" Did you mean: {', '.join(close[:6])}?" if close else " `qorgau law list` shows them all."
    raise click.UsageError(f"there is no one safeguard `{name}`.{hint}")


def _explain(book: Lawbook, rule: Safeguard, day: date | None, language: Language) -> None:
    out = _console()
    out.print(f"[bold]{in_language(rule.title, language)}[/]")
    out.print(
        f"{rule.id} · {say(rule.shape.value, language)} · {say('per', language)}: {_role(book, rule, language)}"
    )
    if rule.explain:
        out.print(f"\n[bold]{say('explained', language)}.[/] {in_language(rule.explain, language)}")
    if rule.interpretation:
        out.print(f"\n[bold]{say('reading', language)}.[/] {in_language(rule.interpretation, language)}")
    out.print()
    rows = [(line, dated) for line in rule.limits for dated in _in_force(line, day)]
    if day is not None:
        out.print(f"[bold]{say('in_force', language)} {day}:[/]")
    out.print(_limits_table(rows, language) if rows else say("nothing_in_force", language))
    for dispute in rule.disputed_by:
        out.print(f"\n[bold]{say('disputed', language)}:[/] {in_language(dispute, language)}")
    lawyer = rule.signed_off.get("lawyer", "pending")
    out.print(
        f"\n{say('signed_off', language)}: {say('pending', language) if lawyer == 'pending' else lawyer}"
    )


def _role(book: Lawbook, rule: Safeguard, language: Language) -> str:
    role = book.roles.get(rule.per)
    return in_language(role.title, language) if role else rule.per


def _in_force(line: LimitLine, day: date | None) -> list[DatedLimit]:
    """All dated values, or on a day the latest value of each basis that had begun and not ended."""
    if day is None:
        return list(line.dated)
    begun = {d.basis: d for d in line.dated if d.since <= day}
    return [d for d in begun.values() if d.until is None or day < d.until]


def _limits_table(rows: list[tuple[LimitLine, DatedLimit]], language: Language) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("since", "applies_to", "limit", "basis", "source", "checked"):
        table.add_column(say(heading, language), overflow="fold")
    for line, dated in sorted(rows, key=lambda row: row[1].since):
        ends = f" {say('until', language)} {dated.until}" if dated.until else ""
        table.add_row(
            f"{dated.since}{ends}",
            say_condition(line.applies_to, language),
            say_limit(dated, language),
            say(dated.basis.value, language),
            dated.source,
            say(dated.confirmed.value, language),
        )
    return table


def _console() -> Console:
    return Console(highlight=False, soft_wrap=False)
