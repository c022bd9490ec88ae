"""The check as a terminal table: first what was read and refused, then each safeguard by basis."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.markup import escape

from qorgau.clock import show_instant, zone_named
from qorgau.lawbook import Language
from qorgau.portal.checking.result import STATES, CheckResult, Row
from qorgau.portal.phrases import in_language, say

COLOURS = {"met": "green", "late": "yellow", "breached": "red", "open": "blue", "cannot_tell": "magenta"}
_SHOWN_REFUSALS = 5


def show(result: CheckResult, console: Console, *, language: Language) -> None:
    """Print the whole result."""
    _show_reading(result, console)
    checked = [row for row in result.rows if row.is_checked and row.clocks]
    if checked:
        _show_verdicts(checked, console, language)
    else:
        console.print("No safeguard could be applied: see below what this log does not record.")
    _show_silent(result, console, language)
    console.print(f"\n{result.seconds:.2f} s")


def _show_reading(result: CheckResult, console: Console) -> None:
    refused = len(result.refusals)
    console.print(
        f"[bold]{result.log_name}[/]: {result.rows_read:,} rows read, {refused:,} refused, "
        f"{result.entries:,} entries, {result.subjects:,} subjects ({result.role})"
    )
    for reason, count in sorted(result.refused_by_reason.items()):
        console.print(f"  refused: {count:,} {reason}")
    for refusal in result.refusals[:_SHOWN_REFUSALS]:
        console.print(f"    {result.row_unit} {refusal.row}: {refusal.message}. {refusal.mend}", style="dim")
    if refused > _SHOWN_REFUSALS:
        console.print(
            f"    ... and {refused - _SHOWN_REFUSALS:,} more; all are in --json and --report.", style="dim"
        )
    for note in result.notes:
        console.print(f"  {note}", style="dim")
    console.print(f"Law: {', '.join(result.packs) or 'rules file only'}. Clocks run to: {_as_of(result)}.\n")


def _as_of(result: CheckResult) -> str:
    if result.as_of is None:
        return "the end of time (the log is closed, nothing stays open)"
    shown = f"{show_instant(result.as_of, zone_named(result.zone))} {result.zone}"
    return f"{shown}, the log's last time" if result.as_of_is_last_entry else shown


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
        console.print(_line(cells, widths, styles))


def _cells(row: Row, language: Language) -> list[str]:
    counts = [f"{row.counts[state]:,}" for state in STATES]
    delays = [show_hours(row.median_delay_hours), show_hours(row.worst_delay_hours)]
    return [say(row.basis.value, language), f"{row.applicable:,}", *counts, *delays]


def _line(cells: list[str], widths: list[int], styles: list[str]) -> str:
    """The first cell to the left, the numbers to the right."""
    padded = [cells[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(cells[1:], widths[1:], strict=True))]
    return "  " + "  ".join(
        f"[{style}]{text}[/]" if style else text for text, style in zip(padded, styles, strict=True)
    )


def show_hours(hours: float | None) -> str:
    """Hours as a person reads them: `40 min`, `7.5 h`, `3.2 days`."""
    if hours is None:
        return ""
    if hours < 1:
        return f"{hours * 60:.0f} min"
    return f"{hours:.1f} h" if hours < 72 else f"{hours / 24:.1f} days"


def _show_silent(result: CheckResult, console: Console, language: Language) -> None:
    """Silence is not breach: name what the log would have to record."""
    unchecked = {row.safeguard.id: row.missing for row in result.rows if not row.is_checked}
    idle = {row.safeguard.id for row in result.rows if row.is_checked and not row.clocks}
    if unchecked:
        lacking = Counter(kind for missing in unchecked.values() for kind in missing)
        names = ", ".join(f"{kind} ({count})" for kind, count in lacking.most_common(12))
        more = " ..." if len(lacking) > 12 else ""
        console.print(
            f"\nNot checked: {len(unchecked)} safeguards, since the log does not record: {names}{more}",
            style="dim",
        )
    if idle:
        console.print(f"Not applicable to anybody in this log: {len(idle)} safeguards.", style="dim")
