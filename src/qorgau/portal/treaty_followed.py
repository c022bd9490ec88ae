"""What followed a document of recommendations, as `qorgau law recommendations SYMBOL` shows it."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from qorgau.lawbook import Language, Lawbook
from qorgau.lawbook.committees import Committee
from qorgau.lawbook.follow_up import Assessed, Cycle, Sent, SentPaper, Timeliness
from qorgau.wording import in_language, say, say_day


def show_followed(book: Lawbook, cycle: Cycle, out: Console, language: Language) -> None:
    """Its deadlines, what was sent and whether in time, and what the committee said of it."""
    out.print(f"\n[bold]{say('law.followed', language)}[/]")
    for due in cycle.due:
        out.print(f"  {say('law.due_' + due.what, language)}: {say_day(due.on, language)}")
    for paper in cycle.sent:
        out.print(f"  {_sent(cycle, paper, language)}")
    committee = book.committees[cycle.committee]
    for assessed in cycle.assessed:
        out.print(f"  {_assessed(committee, assessed, language)}")


def _sent(cycle: Cycle, paper: SentPaper, language: Language) -> str:
    day = paper.on or paper.no_later_than
    assert day is not None  # the reader refuses a paper with neither
    shown = say_day(day, language)
    when = shown if paper.on else say("law.no_later_than", language, day=shown)
    symbol = f" {paper.symbol}" if paper.symbol else ""
    count = f" ({paper.count})" if paper.count > 1 else ""
    title = escape(in_language(paper.title, language))
    late = f" · {_late(cycle, paper, language)}" if paper.what is Sent.REPLY else ""
    return f"{title}{count}{symbol}: {when}{late} [dim]({say('law.level_' + paper.level.value, language)})[/]"


def _late(cycle: Cycle, paper: SentPaper, language: Language) -> str:
    found, days = cycle.timeliness(paper)
    if found is Timeliness.LATE:
        return say("law.late_by", language, days=days)
    return say("law.came_" + found.value, language)


def _assessed(committee: Committee, assessed: Assessed, language: Language) -> str:
    grade = committee.grade(assessed.grade)
    title = in_language(grade.title, language) if grade else assessed.grade
    unverified = "" if grade and grade.verified else f", {say('law.unverified', language)}"
    day, level = say_day(assessed.on, language), say("law.level_" + assessed.level.value, language)
    return f"{assessed.recommendation}: {escape(title)}{unverified} · {day} [dim]({level})[/]"
