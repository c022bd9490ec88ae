"""The check as a terminal table: first what was read and refused, then each safeguard by basis."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.markup import escape

from qorgau.clock import show_instant, zone_named
from qorgau.lawbook import Language
from qorgau.portal.checking.result import STATES, CheckResult, Row
from qorgau.wording import in_language, say

COLOURS = {"met": "green", "late": "yellow", "breached": "red", "open": "blue", "cannot_tell": "magenta"}
_SHOWN_REFUSALS = 5


def show(result: CheckResult, console: Console, *, language: Language) -> None:
    """Print the whole result."""
    _show_reading(result, console, language)
    checked = [row for row in result.rows if row.is_checked and row.clocks]
    if checked:
        _show_verdicts(checked, console, language)
    else:
        console.print(say("nothing_applied", language))
    _show_silent(result, console, language)
    console.print(f"\n{result.seconds:.2f} s")


def _show_reading(result: CheckResult, console: Console, language: Language) -> None:
    refused = len(result.refusals)
    counts = [f"{n:,}" for n in (result.rows_read, refused, result.entries, result.subjects)]
    console.print(
        f"[bold]{escape(result.log_name)}[/]: {say('summary', language).format(*counts, result.role)}"
    )
    for reason, count in sorted(result.refused_by_reason.items()):
        console.print("  " + say("refused_because", language).format(f"{count:,}", reason))
    for refusal in result.refusals[:_SHOWN_REFUSALS]:
        place = f"{say(result.row_unit, language)} {refusal.row}"
        console.print(f"    {place}: {escape(refusal.message)}. {escape(refusal.mend)}", style="dim")
    if refused > _SHOWN_REFUSALS:
        console.print(
            "    " + say("and_more", language).format(f"{refused - _SHOWN_REFUSALS:,}"), style="dim"
        )
    for note in result.notes:
        console.print(f"  {escape(note)}", style="dim")
    packs = ", ".join(result.packs) or say("rules_only", language)
    console.print(say("law_line", language).format(packs, _as_of(result, language)) + "\n")


def _as_of(result: CheckResult, language: Language) -> str:
    if result.as_of is None:
        return say("closed_end", language)
    shown = f"{show_instant(result.as_of, zone_named(result.zone))} {result.zone}"
    return say("last_time", language).format(shown) if result.as_of_is_last_entry else shown


def _show_verdicts(rows: list[Row], console: Console, language: Language) -> None:
    """A heading line per safeguard, then a line of aligned counts per basis."""
    headings = [
        say(word, language) for word in ("basis", "applicable", *STATES, "median_delay", "worst_delay")
    ]
    lines = [_cells(row, language) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(headings, *lines, strict=True)]
    console.print(_line(headings, widths, ["bold"] * len(headings)))
    previous = ""
    for row, cells in zip(rows, lines, strict=True):
        if row.safeguard.id != previous:
            console.print(
                f"[bold]{escape(in_language(row.safeguard.title, language))}[/] [dim]{row.safeguard.id}[/]"
            )
        previous = row.safeguard.id
        styles = ["", "", *(COLOURS[s] if row.counts[s] else "dim" for s in STATES), "", ""]
        console.print(_line(cells, widths, styles) + _without_figure(row, language))


def _without_figure(row: Row, language: Language) -> str:
    if row.median_answer_hours is None:
        return ""
    hours = show_hours(row.median_answer_hours, language)
    return f"  [dim]{say('no_figure_after', language).format(hours)}[/]"


def _cells(row: Row, language: Language) -> list[str]:
    counts = [f"{row.counts[state]:,}" for state in STATES]
    delays = [show_hours(row.median_delay_hours, language), show_hours(row.worst_delay_hours, language)]
    return [say(row.basis.value, language), f"{row.applicable:,}", *counts, *delays]


def _line(cells: list[str], widths: list[int], styles: list[str]) -> str:
    """The first cell to the left, the numbers to the right."""
    padded = [cells[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(cells[1:], widths[1:], strict=True))]
    return "  " + "  ".join(
        f"[{style}]{text}[/]" if style else text for text, style in zip(padded, styles, strict=True)
    )


def show_hours(hours: float | None, language: Language) -> str:
    """Hours as a person reads them: `40 min`, `7.5 h`, `3.2 days`."""
    if hours is None:
        return ""
    if hours < 1:
        return f"{hours * 60:.0f} {say('short_min', language)}"
    if hours < 72:
        return f"{hours:.1f} {say('short_h', language)}"
    return f"{hours / 24:.1f} {say('days_other', language)}"


def _show_silent(result: CheckResult, console: Console, language: Language) -> None:
    """Silence is not breach: name what the log would have to record."""
    unchecked = {row.safeguard.id: row.missing for row in result.rows if not row.is_checked}
    idle = {row.safeguard.id for row in result.rows if row.is_checked and not row.clocks}
    if unchecked:
        lacking = Counter(kind for missing in unchecked.values() for kind in missing)
        names = ", ".join(f"{kind} ({count})" for kind, count in lacking.most_common(12))
        more = " ..." if len(lacking) > 12 else ""
        console.print(
            "\n" + say("not_checked_line", language).format(len(unchecked), names + more), style="dim"
        )
    if idle:
        console.print(say("idle_line", language).format(len(idle)), style="dim")
