"""A clock's bar as markup: the whiteboard draws fifty of them, so it is put together without a template."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from qorgau.lawbook import Language
from qorgau.portal.site.components.clock_drawing import ClockDrawing, Mark
from qorgau.portal.site.components.clock_words import state_word

_ALLOWED = '<rect class="q-clock__allowed" x="{0.start}" y="6" width="{0.length}" height="10" rx="2"/>'
_USED = '<rect class="q-clock__used" x="{0.start}" y="6" width="{0.length}" height="10" rx="2"/>'
_OVER = '<rect class="q-clock__over" x="{0.start}" y="6" width="{0.length}" height="10"/>'
_DUE = (
    '<svg x="{0.start}" y="0" overflow="visible"><path class="q-clock__due" d="M0 0v22"/>'
    '<path class="q-clock__flag" d="M0 0h7l-2 2.5 2 2.5H0z"/></svg>'
)
_DONE = (
    '<svg x="{0.start}" y="11" overflow="visible"><circle class="q-clock__done" r="6"/>'
    '<path class="q-clock__tick" d="m-2.8.2 1.9 1.9L2.9-2"/></svg>'
)
_NOW = '<svg x="{0.start}" y="0" overflow="visible"><path class="q-clock__now" d="M0 4v14M-4 22l4-5 4 5z"/></svg>'
_KNOWN_STATES = 64


@lru_cache(maxsize=_KNOWN_STATES)
def state_markup(state: str, language: Language) -> SafeString:
    """The state of a clock: colour, shape and word."""
    shown = {"state": state, "word": state_word(state, language)}
    return render_to_string("site/components/state.html", shown)


def clock_markup(
    state: str, drawing: ClockDrawing, *, sentence: str, times: Sequence[str], language: Language
) -> SafeString:
    """The state and how it stands in words, the bar with its marks, and the row of times if there are any."""
    said = f' <span class="q-clock__sentence">{escape(sentence)}</span>' if sentence else ""
    spans = "".join(f"<span>{escape(time)}</span>" for time in times)
    # What is put in unescaped are numbers of this house and markup that is escaped already.
    return mark_safe(  # noqa: S308
        f'<div class="q-clock q-clock--{escape(state)}">\n'
        f'<p class="q-clock__line">{state_markup(state, language)}{said}</p>\n'
        '<svg class="q-clock__bar" width="100%" height="22" aria-hidden="true" focusable="false">\n'
        '<rect class="q-clock__track" x="0" y="6" width="100%" height="10" rx="2"/>\n'
        f"{_mark(_ALLOWED, drawing.allowed)}{_mark(_USED, drawing.used)}{_mark(_OVER, drawing.over)}"
        f"{_mark(_DUE, drawing.due)}{_mark(_DONE, drawing.done)}{_mark(_NOW, drawing.now)}</svg>\n"
        + (f'<p class="q-clock__times">{spans}</p>\n' if spans else "\n")
        + "</div>\n"
    )


def _mark(markup: str, mark: Mark | None) -> str:
    return "\n" if mark is None else markup.format(mark) + "\n"
