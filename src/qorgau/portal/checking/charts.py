"""The charts of a check, drawn as SVG; each has a title and the same numbers stand in the table."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import vl_convert

from qorgau.lawbook import Language
from qorgau.portal.checking.result import STATES, Row
from qorgau.wording import in_language, say

COLOURS = {
    "met": "#2a7f62",
    "late": "#e8a317",
    "breached": "#b3261e",
    "open": "#4a78b5",
    "cannot_tell": "#8a7fa8",
}
_FONT = "Noto Sans, DejaVu Sans, Arial, sans-serif"
_LABEL = 58


def verdicts_chart(rows: Sequence[Row], language: Language) -> str:
    """Stacked bars: of those a safeguard applied to, how many fared how; without rules nobody can tell."""
    rows = [row for row in rows if row.counts["cannot_tell"] < row.applicable]
    labels = _labels(rows, language)
    values = [
        {"row": label, "state": say(state, language), "order": order, "count": row.counts[state]}
        for row, label in zip(rows, labels, strict=True)
        for order, state in enumerate(STATES)
        if row.counts[state]
    ]
    chart = (
        alt.Chart(alt.Data(values=values))
        .mark_bar()
        .encode(
            y=alt.Y("row:N", sort=labels, title=None, axis=alt.Axis(labelLimit=470)),
            x=alt.X("count:Q", stack="normalize", title=None, axis=alt.Axis(format="%")),
            color=alt.Color(
                "state:N",
                title=None,
                scale=alt.Scale(
                    domain=[say(s, language) for s in STATES], range=[COLOURS[s] for s in STATES]
                ),
                legend=alt.Legend(orient="top"),
            ),
            order="order:Q",
        )
        .properties(width=520, height=alt.Step(22))
    )
    return _svg(chart)


def delays_chart(rows: Sequence[Row], language: Language) -> str:
    """From the median to the worst delay of each safeguard that was late, in hours on a log scale."""
    late = [row for row in rows if row.worst_delay_hours and row.median_delay_hours]
    if not late:
        return ""
    labels = _labels(late, language)
    values = [
        {
            "row": label,
            "median": max(row.median_delay_hours or 0, 0.01),
            "worst": max(row.worst_delay_hours or 0, 0.01),
        }
        for row, label in zip(late, labels, strict=True)
    ]
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("row:N", sort=labels, title=None, axis=alt.Axis(labelLimit=470))
    )
    scale = alt.Scale(type="log", nice=True)
    span = base.mark_rule(color=COLOURS["late"], strokeWidth=3).encode(
        x=alt.X("median:Q", scale=scale, title=say("delay_in_hours", language)), x2="worst:Q"
    )
    middle = base.mark_point(filled=True, size=70, color="#333333").encode(x=alt.X("median:Q", scale=scale))
    worst = base.mark_tick(thickness=3, color=COLOURS["breached"]).encode(x=alt.X("worst:Q", scale=scale))
    return _svg((span + middle + worst).properties(width=520, height=alt.Step(22)))


def _labels(rows: Sequence[Row], language: Language) -> list[str]:
    labels = []
    for row in rows:
        title = in_language(row.safeguard.title, language)
        short = title if len(title) <= _LABEL else title[: _LABEL - 1].rstrip() + "…"
        labels.append(f"{short} · {say(row.basis.value, language)}")
    seen: dict[str, int] = {}
    for i, label in enumerate(labels):
        seen[label] = seen.get(label, 0) + 1
        if seen[label] > 1:  # two long titles may be cut to the same words
            labels[i] = f"{label} ({seen[label]})"
    return labels


def _svg(chart: alt.Chart | alt.LayerChart) -> str:
    styled = (
        chart.configure(font=_FONT).configure_view(stroke=None).configure_axis(labelFontSize=12, grid=False)
    )
    return vl_convert.vegalite_to_svg(styled.to_dict())
