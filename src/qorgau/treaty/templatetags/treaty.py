"""Tags of the treaty cycle's pages: `{% load treaty %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from qorgau.access.permission import may
from qorgau.reading.structure.languages import language_of
from qorgau.treaty.facts.leaf_words import id_label, leaf_label
from qorgau.treaty.web.language_asked import lang_query
from qorgau.wording.templatetags.wording import active_language

register = template.Library()
_ROOMS = (
    ("board", "treaty.see"),
    ("documents", "treaty.see"),
    ("choose_sides", "treaty.see"),
    ("calendar", "treaty.see"),
    ("articles", "treaty.see"),
    ("reports", "treaty.see"),
)


_PUBLIC_ROOMS = ("public_board", "articles", "public_calendar", "public_data")


@register.inclusion_tag("treaty/public_rooms.html", takes_context=True)
def public_rooms(context: template.Context) -> dict[str, Any]:
    """Links between the pages for everybody; the nearest one is marked, the language asked for stays."""
    request = context["request"]
    rooms = [(reverse(f"treaty:{name}"), name) for name in _PUBLIC_ROOMS]
    nearest = max((href for href, _ in rooms if request.path.startswith(href)), key=len, default="")
    query = lang_query(request)
    return {"public_rooms": [(href + query, f"treaty.room_{name}", href == nearest) for href, name in rooms]}


@register.filter
def spoken(text: str) -> SafeString:
    """Free text that says no language, with the language that its letters tell: a screen reader reads it aloud in it."""
    return format_html('<span lang="{}">{}</span>', language_of(text), text) if text else SafeString()


@register.filter
def quoted(text: str) -> SafeString:
    """The same between the quotation marks of its own language."""
    marks = "“{}”" if language_of(text) == "en" else "«{}»"
    return format_html(marks, spoken(text))


@register.filter
def leaf_name(leaf: str) -> str:
    """A paragraph or leaf as a page calls it."""
    return leaf_label(leaf, active_language())


@register.filter
def recommendation_name(recommendation: str) -> str:
    """A recommendation by its document and number."""
    return id_label(recommendation, active_language())


@register.inclusion_tag("treaty/rooms.html", takes_context=True)
def treaty_rooms(context: template.Context) -> dict[str, Any]:
    """Links to the other pages of the treaty cycle; the nearest one is marked."""
    path = context["request"].path
    actor = context.get("actor")
    rooms = [(reverse(f"treaty:{name}"), name) for name, act in _ROOMS if may(actor, act)]
    nearest = max((href for href, _ in rooms if path.startswith(href)), key=len, default="")
    return {"treaty_rooms": [(href, f"treaty.room_{name}", href == nearest) for href, name in rooms]}
