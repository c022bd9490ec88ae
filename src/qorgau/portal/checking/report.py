"""The check as one self-contained page with charts; it opens without a network and prints on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from qorgau.clock import show_instant, zone_named
from qorgau.lawbook import Language
from qorgau.portal.checking.charts import delays_chart, verdicts_chart
from qorgau.portal.checking.result import STATES, CheckResult, Row, WorstCase
from qorgau.portal.checking.table import show_hours
from qorgau.portal.checking.whole_file import write_whole
from qorgau.wording import in_language, say, say_condition, say_limit


def write_report(result: CheckResult, path: Path, *, worst: Sequence[WorstCase], language: Language) -> None:
    """Write the page; it appears whole or not at all."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    checked = [row for row in result.rows if row.is_checked and row.clocks]
    page = environment.get_template("report.html").render(
        result=result,
        rows=[_shown(row, language) for row in checked],
        silent=[_shown(row, language) for row in result.rows if not row.is_checked],
        idle=[_shown(row, language) for row in result.rows if row.is_checked and not row.clocks],
        worst=worst,
        states=STATES,
        as_of=_as_of(result, language),
        verdicts=Markup(verdicts_chart(checked, language)) if checked else "",  # noqa: S704 our own SVG
        delays=Markup(delays_chart(checked, language)),  # noqa: S704 our own SVG
        language=language.value,
        say=lambda word: say(word, language),
    )
    write_whole(path, page)


def _as_of(result: CheckResult, language: Language) -> str:
    if result.as_of is None:
        return say("closed_log", language)
    return f"{show_instant(result.as_of, zone_named(result.zone))} ({result.zone})"


def _no_figure(row: Row, language: Language) -> str:
    if row.median_answer_hours is None:
        return ""
    return say("no_figure_after", language).format(show_hours(row.median_answer_hours, language))


def _shown(row: Row, language: Language) -> dict[str, Any]:
    rule = row.safeguard
    lines = [
        {
            "who": say_condition(line.applies_to, language),
            "since": dated.since,
            "limit": say_limit(dated, language),
            "source": dated.source,
            "confirmed": say(dated.confirmed.value, language),
        }
        for line in rule.limits
        for dated in line.dated
        if dated.basis is row.basis
    ]
    return {
        "id": rule.id,
        "title": in_language(rule.title, language),
        "explain": in_language(rule.explain, language) if rule.explain else "",
        "interpretation": in_language(rule.interpretation, language) if rule.interpretation else "",
        "disputed_by": [in_language(said, language) for said in rule.disputed_by],
        "basis": say(row.basis.value, language),
        "applicable": row.applicable,
        "counts": [(state, row.counts[state]) for state in STATES],
        "clocks": row.clocks,
        "median": show_hours(row.median_delay_hours, language),
        "no_figure": _no_figure(row, language),
        "worst": show_hours(row.worst_delay_hours, language),
        "lines": lines,
        "missing": row.missing,
    }
