"""`qorgau law procedures`: the ways a case can go, each with who may act, by when, what is refused and what is marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from qorgau.clock import now, zone_named
from qorgau.custody.citing import cited
from qorgau.lawbook import DatedLimit, Language, Lawbook, Move, Procedure, load, pack_names
from qorgau.lawbook.bodies import Bodies
from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.procedure import Effect, Ground, Mark, NamedCondition
from qorgau.procedures import actors, diagram
from qorgau.procedures.following import marks_on
from qorgau.wording import in_language, language_option, register_phrases, say, say_limit

register_phrases(Path(__file__).with_name("phrases.yaml"))


@click.command()
@click.argument("procedure", required=False)
@click.option(
    "--diagram",
    "picture",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Draw the procedure into this SVG file.",
)
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="As the law stood on that day; today by default."
)
@language_option
def procedures(procedure: str | None, picture: Path | None, on: datetime | None, lang: str) -> None:
    """List the procedures, or show one: its stages, moves, deadlines, grounds and marks; or draw it."""
    book, language = load(pack_names()), Language(lang)
    day = on.date() if on else zone_named(book.zone).local(now()).date()
    if procedure is None:
        if picture is not None:
            raise click.UsageError("say which procedure to draw: `qorgau law procedures ID --diagram FILE`.")
        _list(book, language)
        return
    known = _find(book, procedure)
    if picture is None:
        _show(known, day, language)
        return
    picture.write_text(diagram(known, None, language, cite=cited), encoding="utf-8")
    click.echo(str(picture))


def _find(book: Lawbook, name: str) -> Procedure:
    matches = [key for key in book.procedures if key == name or key.endswith(f"/{name}")]
    if len(matches) == 1:
        return book.procedures[matches[0]]
    raise click.UsageError(
        f"there is no one procedure `{name}`. Procedures: {', '.join(sorted(book.procedures))}."
    )


def _list(book: Lawbook, language: Language) -> None:
    out = _console()
    for known in book.procedures.values():
        out.print(f"[bold]{escape(in_language(known.title, language))}[/] [dim]{known.id}[/]")
        out.print(
            f"  {say('law.stages', language)}: {len(known.stages)}, "
            f"{say('law.moves', language)}: {len(known.moves)} · "
            f"{say(known.basis.value, language)} · {say(known.confirmed.value, language)}"
        )


def _show(known: Procedure, day: date, language: Language) -> None:
    out = _console()
    out.print(f"[bold]{escape(in_language(known.title, language))}[/] [dim]{known.id}[/]")
    out.print(
        f"{say(known.basis.value, language)} · {escape(cited(known.source, language))} · {say(known.confirmed.value, language)}"
    )
    out.print(f"{say('in_force', language)} {day}\n\n{escape(in_language(known.explain, language))}")
    bodies = _bodies(known)
    for stage in known.stages.values():
        ends = f" ({say('law.end', language)})" if stage.is_end else ""
        out.print(f"\n[bold]{escape(in_language(stage.title, language))}[/]{ends}")
        for mark in stage.marks:
            out.print(_said_against(mark, language))
        for move in known.moves.values():
            if stage.id in move.from_ and move.term.holds(day):
                for line in _move(known, move, stage.id, day, bodies, language):
                    out.print(line)
    for flag in known.flags:
        out.print(f"\n{_said_against(flag, language).strip()}")


def _bodies(known: Procedure) -> Bodies | None:
    path = law_folder() / known.id.partition("/")[0] / "bodies.yaml"
    return read_bodies(path) if path.is_file() else None


def _move(
    known: Procedure, move: Move, stage: str, day: date, bodies: Bodies | None, language: Language
) -> Iterator[str]:
    to = move.target(stage)
    arrow = "" if to == stage else f" → {escape(in_language(known.stages[to].title, language))}"
    yield f"  • {escape(in_language(move.title, language))}{arrow}"
    who = "; ".join(in_language(title, language) for title in actors(known, move, day, bodies))
    yield f"    [dim]{escape(who)} · {escape(cited(move.source, language))} · {say(move.confirmed.value, language)}[/]"
    yield from (_limit(limit, language) for limit in (move.within.limits if move.within else ()))
    yield from (_condition(asked, language) for asked in move.only_if if asked.term.holds(day))
    yield from (_said_against(mark, language) for mark in marks_on(move, None, day))
    for ground in move.grounds.values():
        yield from _ground(ground, day, language)


def _limit(limit: DatedLimit, language: Language) -> str:
    return (
        f"    {say('within', language)}: {say_limit(limit, language)} "
        f"[dim]({limit.since}, {escape(cited(limit.source, language))}, {say(limit.confirmed.value, language)})[/]"
    )


def _condition(asked: NamedCondition, language: Language) -> str:
    effect = {
        Effect.REFUSES: "law.else_refused",
        Effect.MARKS: "law.else_marked",
        Effect.ASKS_REASONS: "law.else_reasons",
    }[asked.effect]
    return f"    {escape(in_language(asked.words.title, language))} – [dim]{say(effect, language)}, {escape(cited(asked.source, language))}[/]"


def _ground(ground: Ground, day: date, language: Language) -> Iterator[str]:
    rule = ground.on(day)
    if rule is None:
        return
    word = f" – [red]{say('law.refused', language)}[/]" if rule.refused else ""
    yield f"    – {escape(in_language(ground.title, language))}{word} [dim]{escape(cited(rule.source, language))}[/]"
    yield from (f"  {_said_against(mark, language)}" for mark in ground.marks if mark.term.holds(day))


def _said_against(mark: Mark, language: Language) -> str:
    return f"    [yellow]▲ {escape(in_language(mark.text, language))}[/] [dim]{escape(cited(mark.source, language))}[/]"


def _console() -> Console:
    return Console(highlight=False, soft_wrap=True)
