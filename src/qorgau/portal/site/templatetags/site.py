"""The components of the pages as template tags: `{% load site %}`. Each is shown at /gallery/."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape as html_escape
from typing import Any
from urllib.parse import urlencode

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from qorgau.clock import Zone, now
from qorgau.portal.site.components import tab_panels
from qorgau.portal.site.components.clock_drawing import draw_clock
from qorgau.portal.site.components.clock_markup import clock_markup, state_markup
from qorgau.portal.site.components.clock_words import clock_sentence, clock_times
from qorgau.portal.site.form_markup import FramedField
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

register = template.Library()
register.tag("tabs", tab_panels.tabs)
register.tag("tab", tab_panels.tab)

_NOTICE_STYLES = {"success": "success", "error": "problem", "warning": "problem"}
_PREVIOUS_PAGES = 2


@register.inclusion_tag("site/components/mark.html")
def mark() -> dict[str, Any]:
    """The mark of the site, as decoration."""
    return {}


@register.inclusion_tag("site/components/button.html")
def button(
    text: str, href: str = "", *, name: str = "", value: str = "", style: str = "", small: bool = False
) -> dict[str, Any]:
    """A button that sends a form, or a link that looks like one; style: secondary, warning or inverse."""
    return {"text": text, "href": href, "name": name, "value": value, "style": style, "small": small}


@register.inclusion_tag("site/components/back_link.html")
def back_link(href: str, text: str = "") -> dict[str, Any]:
    """A link to the page one came from."""
    return {"href": href, "text": text or say("site.back", active_language())}


_TOLD = "errors_told"


@register.inclusion_tag("site/components/breadcrumbs.html")
def breadcrumbs(*words: str) -> dict[str, Any]:
    """Where one is: `{% breadcrumbs "Places" "/places/" "Cell 4" %}`; the last needs no address."""
    pairs = [(words[at], words[at + 1] if at + 1 < len(words) else "") for at in range(0, len(words), 2)]
    return {"crumbs": pairs}


@register.inclusion_tag("site/components/error_summary.html")
def error_summary(*shown: forms.BaseForm) -> dict[str, Any]:
    """All errors of the forms on the page, each a link to its field; told once, though a whole form brings its own."""
    untold = [form for form in shown if form is not None and form.errors and not hasattr(form, _TOLD)]
    for form in untold:
        setattr(form, _TOLD, True)
    return {"rows": [row for form in untold for row in _errors_of(form)]}


def _errors_of(form: forms.BaseForm) -> list[tuple[str, str]]:
    rows = [("", str(error)) for error in form.non_field_errors()]
    for field in form:
        rows += [(_anchor(field), f"{field.label}: {error}") for error in field.errors]
    return rows


def _anchor(field: BoundField) -> str:
    return field.first_id if isinstance(field, FramedField) else str(field.auto_id)


@register.simple_tag
def tag(text: str, colour: str = "grey") -> SafeString:
    """A word in a coloured box; colour: grey, green, blue, amber, red, violet, teal."""
    return format_html('<strong class="govuk-tag q-tag q-tag--{}">{}</strong>', colour, text)


@register.simple_tag
def state_tag(state: str) -> SafeString:
    """The state of a clock: colour, shape and word."""
    return state_markup(str(state), active_language())


@register.inclusion_tag("site/components/shape.html")
def state_shape(state: str) -> dict[str, Any]:
    """Only the shape of a state, as decoration beside its word."""
    return {"state": str(state)}


@register.simple_tag(takes_context=True)
def clock_bar(
    context: template.Context, clock: Any, *, zone: Zone | None = None, state: str = "", brief: bool = False
) -> SafeString:
    """A clock as a bar; it has `triggered_at`, `due_at`, `met_at` (instants or None) and `state`.

    The moment is the page's `as_of`; the zone is the page's `zone` unless given. brief: no row of times.
    """
    at = context.get("as_of") or now()
    language, shown = active_language(), str(state or clock.state)
    times = {"triggered_at": clock.triggered_at, "due_at": clock.due_at, "met_at": clock.met_at}
    where = zone or context["zone"]
    return clock_markup(
        shown,
        draw_clock(**times, now=at),
        sentence=clock_sentence(shown, **times, now=at, language=language),
        times=[] if brief else clock_times(**times, zone=where, language=language),
        language=language,
    )


@register.simple_block_tag
def summary_list(content: SafeString, *, style: str = "") -> SafeString:
    """A list of keys and values, made of `summary_row`; style: `q-summary--tight` or empty."""
    return format_html('<dl class="govuk-summary-list {}">{}</dl>', style, content)


@register.simple_block_tag
def summary_row(
    content: SafeString, key: str, *, href: str = "", action: str = "", hidden: str = ""
) -> SafeString:
    """One row of a summary list, with a link such as `Change` behind it; hidden: what it changes, said aloud."""
    link = SafeString("")
    if href:
        spoken = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden or key)
        link = format_html(
            '<dd class="govuk-summary-list__actions"><a class="govuk-link" href="{}">{}{}</a></dd>',
            href, action, spoken,
        )  # fmt: skip
    return format_html(
        '<div class="govuk-summary-list__row{}"><dt class="govuk-summary-list__key">{}</dt>'
        '<dd class="govuk-summary-list__value">{}</dd>{}</div>',
        "" if href else " govuk-summary-list__row--no-actions",
        key,
        content,
        link,
    )


@register.simple_block_tag
def table(content: SafeString, caption: str, *, hide_caption: bool = False, style: str = "") -> SafeString:
    """A table around plain `<thead>` and `<tbody>`; it scrolls by itself on a phone.

    style: `q-table--cards` shows each row as a card on a phone; cells then carry `data-label`.
    """
    return format_html(
        '<div class="q-table-frame" role="region" tabindex="0" aria-label="{}"><table class="govuk-table q-table {}">'
        '<caption class="{}">{}</caption>{}</table></div>',
        caption,
        style,
        "govuk-visually-hidden" if hide_caption else "govuk-table__caption govuk-table__caption--m",
        caption,
        content,
    )


@register.simple_block_tag
def notice(content: SafeString, title: str = "", *, style: str = "") -> SafeString:
    """A notification banner; style: `success`, `error`, or empty for what is important."""
    language = active_language()
    kind = _NOTICE_STYLES.get(style, "")
    said = title or say("site.done" if kind == "success" else "site.important", language)
    return format_html(
        '<section class="govuk-notification-banner q-notice {}" role="{}" aria-label="{}" data-module="govuk-notification-banner">'
        '<div class="govuk-notification-banner__header"><p class="govuk-notification-banner__title">{}</p></div>'
        '<div class="govuk-notification-banner__content">{}</div></section>',
        f"govuk-notification-banner--{kind} q-notice--{kind}" if kind else "",
        "alert" if kind else "region",
        said,
        said,
        content,
    )


@register.simple_block_tag
def inset(content: SafeString) -> SafeString:
    """Words set apart from the rest."""
    return format_html('<div class="govuk-inset-text">{}</div>', content)


@register.simple_block_tag
def details(content: SafeString, summary: str, *, is_open: bool = False) -> SafeString:
    """Words that open on request."""
    return format_html(
        '<details class="govuk-details"{}><summary class="govuk-details__summary">'
        '<span class="govuk-details__summary-text">{}</span></summary>'
        '<div class="govuk-details__text">{}</div></details>',
        mark_safe(" open") if is_open else "",
        summary,
        content,
    )


@register.simple_block_tag
def warning(content: SafeString) -> SafeString:
    """A warning, which begins with that word for those who listen."""
    return format_html(
        '<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span>'
        '<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">{}</span>{}</strong></div>',
        say("site.warning", active_language()),
        content,
    )


@register.simple_block_tag
def timeline(content: SafeString) -> SafeString:
    """What happened, one `event` after another."""
    return format_html('<ol class="moj-timeline q-timeline">{}</ol>', content)


@register.simple_block_tag
def event(
    content: SafeString, title: str, *, when: str, by: str = "", anchor: str = "", style: str = ""
) -> SafeString:
    """One event of a timeline; style: `corrected`, `late_entry`, `breach` or empty."""
    return format_html(
        '<li class="moj-timeline__item {}"{}><div class="moj-timeline__header"><h3 class="moj-timeline__title">{}</h3>{}</div>'
        '<p class="moj-timeline__date">{}</p><div class="moj-timeline__description">{}</div></li>',
        f"q-timeline__item--{style}" if style else "",
        format_html(' id="{}"', anchor) if anchor else "",
        title,
        format_html('<p class="moj-timeline__byline">{}</p>', by) if by else "",
        when,
        content,
    )


@register.inclusion_tag("site/components/pagination.html", takes_context=True)
def pagination(
    context: template.Context, page: Any, *, name: str = "page", label: str = ""
) -> dict[str, Any]:
    """Links to the pages of a list; `page` is Django's Page, the other questions of the address are kept."""
    kept = context["request"].GET.copy()

    def address(number: int) -> str:
        kept[name] = str(number)
        return f"?{kept.urlencode()}"

    shown = page.paginator.get_elided_page_range(page.number, on_each_side=_PREVIOUS_PAGES, on_ends=1)
    links = [(number, address(number) if isinstance(number, int) else "") for number in shown]
    return {
        "page": page,
        "label": label,
        "links": links if page.paginator.num_pages > 1 else [],
        "previous": address(page.number - 1) if page.has_previous() else "",
        "next": address(page.number + 1) if page.has_next() else "",
    }


@register.inclusion_tag("site/components/pagination.html")
def previous_next(previous: str = "", next: str = "", *, label: str = "") -> dict[str, Any]:
    """Links to the list's previous and next part, where its pages have no numbers."""
    return {"previous": previous, "next": next, "links": [], "label": label}


@register.simple_tag(takes_context=True)
def asking(context: template.Context, **changed: Any) -> str:
    """This page's address with other questions: `{% asking sort="due" page=None %}`."""
    kept = {key: value for key, value in context["request"].GET.dict().items() if key not in changed}
    kept.update({key: str(value) for key, value in changed.items() if value not in (None, "")})
    return f"?{urlencode(kept)}"


@register.simple_tag
def options(choices: Iterable[tuple[str, str]], chosen: str = "") -> SafeString:
    """The options of a select, value and words: a list of places is long, and a loop in a template is not short."""
    marks = {True: " selected", False: ""}
    shown = (
        f'<option value="{html_escape(value)}"{marks[value == chosen]}>{html_escape(words)}</option>'
        for value, words in choices
    )
    return mark_safe("".join(shown))  # noqa: S308 - both parts of each are escaped


@register.simple_tag
def list_of(*words: str) -> SafeString:
    """A plain list with points."""
    items = format_html_join("", "<li>{}</li>", ((word,) for word in words if word))
    return format_html('<ul class="govuk-list govuk-list--bullet">{}</ul>', items)
