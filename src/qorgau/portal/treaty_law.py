"""`qorgau law articles` and `qorgau law recommendations`: is the law in line yet, and what was asked of the State?"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from qorgau.clock import now, zone_named
from qorgau.lawbook import Language, Lawbook, load, pack_names
from qorgau.lawbook.articles import Article, ElementState, InLine, StandingObjection, Version
from qorgau.lawbook.recommendations import Asked, Catalogue, DemandAsked, MeasuredBy
from qorgau.portal.treaty_followed import show_followed
from qorgau.portal.treaty_page import catalogue_page
from qorgau.wording import in_language, knows, language_option, say, say_day, say_plural

_day = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("article", required=False)
@click.option("--on", type=_day, help="As the law stood on that day; today by default.")
@language_option
def articles(article: str | None, on: datetime | None, lang: str) -> None:
    """Say whether an article is in line with the standard it is held against; without one, list them all."""
    book = load(pack_names())
    day = on.date() if on else zone_named(book.zone).local(now()).date()
    out, language = Console(highlight=False, soft_wrap=True), Language(lang)
    if article is None:
        for known in book.articles.values():
            _list_article(book, known, day, out, language)
    else:
        _show_article(book, _article(book, article), day, out, language)


def _article(book: Lawbook, name: str) -> Article:
    matches = [one for one in book.articles.values() if name in _names(one)]
    if len(matches) == 1:
        return matches[0]
    shown = ", ".join(one.id for one in matches or book.articles.values())
    raise click.UsageError(f"there is no one article `{name}`. There are: {shown}.")


def _names(article: Article) -> set[str]:
    """What somebody may type for it: kz/cc_146, cc_146, 146, CC 146; also 63 for 63 (6), and 130 for 130, 131."""
    numbers = {article.number, *(part.split()[0] for part in article.number.split(", ") if part)}
    return {
        article.id,
        article.id.split("/")[1],
        *numbers,
        *(f"{article.code} {number}" for number in numbers),
    }


def _list_article(book: Lawbook, article: Article, day: date, out: Console, language: Language) -> None:
    out.print(f"[bold]{escape(_called(article, language))}[/] [dim]{article.id}[/]")
    for standard in article.bears_on:
        found = book.in_line(article.id, standard, on=day)
        title = escape(in_language(book.standards[standard].title, language))
        out.print(f"  {say('law.in_line_' + found.answer.value, language)} · {title}")


def _called(article: Article, language: Language) -> str:
    title = in_language(article.title, language)
    code = say(f"law.code_{article.code}", language) if knows(f"law.code_{article.code}") else article.code
    where = say("law.article", language, code=code, number=article.number) if article.number else ""
    return f"{where}. {title}" if where else title


def _show_article(book: Lawbook, article: Article, day: date, out: Console, language: Language) -> None:
    out.print(f"[bold]{escape(_called(article, language))}[/] [dim]{article.id}[/]")
    known = [version for version in article.versions if version.since <= day]
    for version in known:
        _show_version(version, out, language)
    if not known:
        out.print(say("nothing_in_force", language))
    for standard in article.bears_on:
        _show_answer(book, book.in_line(article.id, standard, on=day), out, language)


def _show_version(version: Version, out: Console, language: Language) -> None:
    law = f" · {version.law}" if version.law else ""
    out.print(f"\n{say('since', language)} {say_day(version.since, language)}{escape(law)}")
    out.print(f"  {escape(in_language(version.changed, language))}")
    checked = say(version.confirmed.value, language)
    out.print(f"  [dim]{say('source', language)}: {escape(version.source)} · {checked}[/]")
    if version.seen_on:
        out.print(f"  [dim]{say('law.seen_on', language)} {say_day(version.seen_on, language)}[/]")
    if version.note:
        out.print(f"  [dim]{escape(in_language(version.note, language))}[/]")


def _show_answer(book: Lawbook, found: InLine, out: Console, language: Language) -> None:
    standard = book.standards[found.standard]
    answer = say("law.in_line_" + found.answer.value, language)
    out.print(f"\n[bold]{escape(in_language(standard.title, language))}[/]")
    out.print(f"{say_day(found.on, language)}: [bold]{answer}[/]")
    groups = (("has", found.met), ("lacks", found.missing), ("disputed", found.disputed))
    for word, states in groups:
        for state in states:
            title = in_language(standard.elements[state.element].title, language)
            out.print(f"  {say('law.element_' + word, language)}: {escape(title)}{_checked(state, language)}")
    for element in found.unknown:
        title = in_language(standard.elements[element].title, language)
        out.print(f"  {say('law.element_unknown', language)}: {escape(title)}")
    for standing in found.objections:
        _show_objection(standing, out, language)


def _checked(state: ElementState, language: Language) -> str:
    note = f" – {escape(in_language(state.note, language))}" if state.note else ""
    return f" [dim]({say(state.confirmed.value, language)}){note}[/]"


def _show_objection(standing: StandingObjection, out: Console, language: Language) -> None:
    made = standing.objection
    place = say("law.paragraph", language, symbol=made.symbol, paragraph=made.paragraph)
    out.print(f"  ▲ {escape(in_language(made.says, language))} [dim]{escape(place)}, {made.made_on}[/]")
    days = ", ".join(say_day(version.since, language) for version in standing.changed_since)
    said = say("law.changed_since", language, days=days) if days else say("law.unchanged_since", language)
    out.print(f"    [dim]{said}[/]")


@click.command()
@click.argument("symbol", required=False)
@click.option(
    "--markdown", type=click.Path(dir_okay=False, path_type=Path), help="Write all as a page to FILE."
)
@language_option
def recommendations(symbol: str | None, markdown: Path | None, lang: str) -> None:
    """List what committees asked of the State; with a SYMBOL its leaves, with SYMBOL#LEAF one of them in full."""
    book = load(pack_names())
    out, language = Console(highlight=False, soft_wrap=True), Language(lang)
    if markdown is not None:
        markdown.write_text(catalogue_page(book, language), encoding="utf-8")
        click.echo(markdown)
        return
    if symbol is None:
        for catalogue in book.catalogue.values():
            _list_catalogue(catalogue, out, language)
        return
    stem, _, leaf = symbol.partition("#")
    found = book.catalogue.get(stem)
    if found is None:
        raise click.UsageError(f"nothing is known of `{stem}`. There are: {', '.join(book.catalogue)}.")
    if not leaf:
        _list_catalogue(found, out, language)
        for asked in found.asked.values():
            _list_asked(asked, out, language)
        if stem in book.follow_up:
            show_followed(book, book.follow_up[stem], out, language)
    elif leaf in found.asked:
        _show_asked(book, found.asked[leaf], out, language)
    else:
        raise click.UsageError(f"{stem} has no `{leaf}`. It has: {', '.join(found.asked)}.")


def _list_catalogue(catalogue: Catalogue, out: Console, language: Language) -> None:
    count = say_plural("law.recommendations", len(catalogue.leaves), language)
    adopted = say_day(catalogue.adopted, language)
    out.print(f"[bold]{catalogue.symbol}[/] {escape(in_language(catalogue.title, language))}")
    out.print(f"  {say('law.adopted', language)} {adopted} · {count}")


def _list_asked(asked: Asked, out: Console, language: Language) -> None:
    due = f" · {say('law.due', language)} {say_day(asked.due, language)}" if asked.due else ""
    measured = "" if asked.measured_by else f" · {say('law.unmeasured', language)}"
    out.print(f"{asked.id:>11}  {escape(in_language(asked.title, language))}[dim]{due}{measured}[/]")


def _show_asked(book: Lawbook, asked: Asked, out: Console, language: Language) -> None:
    out.print(f"[bold]{asked.id} {escape(in_language(asked.title, language))}[/]")
    out.print(escape(in_language(asked.asks, language)))
    if asked.due:
        out.print(f"{say('law.due', language)} {say_day(asked.due, language)}")
    for cited in asked.reiterates:
        place = say("law.paragraph", language, symbol=cited.symbol, paragraph=cited.paragraph)
        out.print(f"{say('law.reiterates', language)}: {place}")
    proposed = f" ({say('law.bodies_proposed', language)})" if asked.proposed else ""
    out.print(f"{say('law.bodies', language)}{proposed}: {', '.join(asked.bodies)}")
    _show_measures(book, asked.measured_by, out, language)
    for demand in asked.demands:
        _show_demand(book, demand, out, language)


def _show_demand(book: Lawbook, demand: DemandAsked, out: Console, language: Language) -> None:
    out.print(f"\n[bold]{demand.id} {escape(in_language(demand.title, language))}[/]")
    out.print(escape(in_language(demand.asks, language)))
    _show_measures(book, demand.measured_by, out, language)


def _show_measures(book: Lawbook, by: MeasuredBy, out: Console, language: Language) -> None:
    if not by:
        out.print(f"[dim]{say('law.unmeasured', language)}[/]")
    titled = {
        "law.by_safeguards": [(one, book.safeguards[one].title) for one in by.safeguards],
        "law.by_figures": [(one, book.measures[one].title) for one in by.figures],
        "law.by_articles": [(one, book.articles[one].title) for one in by.articles],
    }
    for key, listed in titled.items():
        for name, title in listed:
            out.print(f"  {say(key, language)}: {escape(in_language(title, language))} [dim]{name}[/]")
