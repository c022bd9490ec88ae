"""The board: what was recommended, what is due first, and where each stands; for the desk and for the public."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_GET

from qorgau.access.actor import Actor
from qorgau.access.permission import may
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.web.asked import number
from qorgau.lawbook import Language
from qorgau.treaty.facts.told import Board, Line
from qorgau.treaty.facts.words import StandsAt
from qorgau.treaty.queries import Asked, board
from qorgau.treaty.queries.texts import texts_in
from qorgau.treaty.seats import book
from qorgau.treaty.web.board_filters import GROUPS, filters
from qorgau.treaty.web.words import (
    STANDS_COLOURS,
    body_word,
    code_words,
    committee_word,
    day_said,
    days_colour,
    days_left,
    phrase,
    tags_of,
)
from qorgau.wording import in_language, say
from qorgau.wording.templatetags.wording import active_language

_GROUPED, _LISTED = 500, 50
_FORMS = ("xlsx", "csv", "json")
_PLAIN = ("subject", "body", "sender", "committee", "cycle", "document")
_LONGEST_QUESTION = 200


@permit("treaty.see")
@require_GET
def board_page(request: HttpRequest) -> HttpResponse:
    """The recommendations that the actor may see."""
    actor = actor_of(request)
    shown = page_of(request, actor, now=moment_of(request))
    shown["may_take"] = may(actor, "treaty.take")
    return render(request, "treaty/board.html", shown)


def page_of(request: HttpRequest, actor: Actor | None, *, now: int, listed: int = _LISTED) -> dict[str, Any]:
    """Everything the board shows; listed: so many on a page."""
    language, typed = active_language(), request.GET.dict()
    group = typed.get("group", "") if typed.get("group") in GROUPS else ""
    asked = asked_of(typed, page=number(request, "page"), size=_GROUPED if group else listed)
    found = board(actor, asked, as_of=now)
    lines = lines_said(found.lines, language)
    return {
        "as_of": now,
        "total": found.total,
        "groups": grouped(lines, found.lines, group, language),
        "group": group,
        "counts": _counts(found, asked, language),
        "filters": filters(actor, found, typed, now=now, language=language),
        "text": typed.get("text", ""),
        "is_narrowed": any(typed.get(name) for name in (*_PLAIN, "state", "follow_up", "due", "text")),
        "previous": found.page - 1 if found.page > 1 else None,
        "next": found.page + 1 if found.page < found.pages else None,
        "exports": _exports(request),
    }


def asked_of(typed: Mapping[str, str], *, page: int = 1, size: int = _LISTED) -> Asked:
    """What the address asks; an unknown word asks nothing."""
    state = typed.get("state", "")
    plain: dict[str, Any] = {name: typed.get(name, "")[:_LONGEST_QUESTION] for name in _PLAIN}
    order = typed.get("order", "")
    return Asked(
        **plain,
        state=StandsAt(state) if state in {each.value for each in StandsAt} else "",
        follow_up=typed.get("follow_up") == "yes",
        days_left=_days_left(typed.get("due", "")),
        text=typed.get("text", "")[:_LONGEST_QUESTION],
        order=order if order in ("due", "id", "new") else "due",
        page=page,
        size=size,
    )


def _days_left(word: str) -> int | None:
    if word == "overdue":
        return -1
    return int(word) if word in ("30", "90", "365") else None


def lines_said(found: tuple[Line, ...], language: Language) -> list[dict[str, Any]]:
    """Lines in words; the recommendation itself in the page's language where the record has it."""
    texts = texts_in(language.value, [line.id for line in found])
    return [line_said(line, language, texts) for line in found]


def line_said(line: Line, language: Language, texts: Mapping[str, str]) -> dict[str, Any]:
    """One line in words."""
    own = line.id in texts
    return {
        "line": line,
        "text": texts.get(line.id, line.text),
        "text_language": language.value if own else line.language,
        **_heading(line, language),
        "from": committee_word(line.committee, language)
        if line.committee
        else phrase("sender", line.sender.value, language),
        "subjects": [title for _, title in code_words("subjects", line.subjects, language)],
        "lead": body_word(line.lead, language),
        "contributing": len(line.contributing),
        "stands": phrase("stands", line.stands.at.value, language),
        "stands_colour": STANDS_COLOURS[line.stands.at],
        "why": line.stands.said(language),
        "due": day_said(line, language),
        "left": days_left(line.days_left, language),
        "left_colour": days_colour(line.days_left),
        "tags": tags_of(line, language),
    }


def _heading(line: Line, language: Language) -> dict[str, str]:
    """Under what heading it stands; in the catalogue's words where the record has the heading in another language."""
    asked = book().asked(line.id)
    if asked is None or (line.language == language.value and line.heading):
        return {"heading": line.heading, "heading_language": line.language}
    return {"heading": in_language(asked.title, language), "heading_language": language.value}


def grouped(
    lines: list[dict[str, Any]], found: tuple[Line, ...], group: str, language: Language
) -> list[dict[str, Any]]:
    """The lines under headings; one without a heading where no grouping is asked for."""
    if not group:
        return [{"title": "", "lines": lines}] if lines else []
    groups: dict[str, list[dict[str, Any]]] = {}
    for said, line in zip(lines, found, strict=True):
        for title in _headings(line, group, language):
            groups.setdefault(title, []).append(said)
    ordered = groups if group == "due" else dict(sorted(groups.items(), key=lambda each: -len(each[1])))
    return [{"title": title, "lines": held} for title, held in ordered.items()]


def _headings(line: Line, group: str, language: Language) -> list[str]:
    """Where a line stands: under each of its subjects and bodies."""
    if group == "subject":
        found = [title for _, title in code_words("subjects", line.subjects, language)]
    elif group == "body":
        found = [body_word(each, language) for each in (line.lead, *line.contributing) if each]
    elif group == "state":
        found = [phrase("stands", line.stands.at.value, language)]
    else:
        found = [day_said(line, language)] if line.due else []
    return found or [say(f"treaty.none_{group}", language)]


def _counts(found: Board, asked: Asked, language: Language) -> list[dict[str, Any]]:
    return [
        {
            "code": state.value,
            "title": phrase("stands", state.value, language),
            "means": say(f"treaty.stands_{state.value}_means", language),
            "count": found.counts.get(state, 0),
            "colour": STANDS_COLOURS[state],
            "chosen": asked.state == state,
        }
        for state in StandsAt
    ]


def _exports(request: HttpRequest) -> list[tuple[str, str]]:
    """The files of what is shown, where this instance makes them."""
    query = request.GET.urlencode()
    try:
        return [(form.upper(), f"{reverse('treaty:export', args=[form])}?{query}") for form in _FORMS]
    except NoReverseMatch:
        return []
