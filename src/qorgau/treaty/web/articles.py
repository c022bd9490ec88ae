"""Law reforms: articles of national law in their versions, and whether each is in line with a standard on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.request import moment_of
from qorgau.access.web import public
from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.lawbook.articles import Article
from qorgau.treaty.seats import book, country, today
from qorgau.treaty.web.form import on_day
from qorgau.treaty.web.language_asked import cached, lang_query
from qorgau.treaty.web.law_words import ANSWER_COLOURS, in_line_said, version_said
from qorgau.wording import in_language, say, say_day
from qorgau.wording.templatetags.wording import active_language


class DayForm(forms.Form):
    """On which day the law is asked about."""

    on = on_day("treaty.law_on", hint="treaty.law_on_hint")


@public
@require_GET
@cached
def articles_page(request: HttpRequest) -> HttpResponse:
    """Every article with its answers today."""
    language, day = active_language(), today(country(), moment_of(request))
    lines = [_line(each, day, language) for each in book().articles.values()]
    shown = {
        "lines": sorted(lines, key=lambda line: (line["rank"], line["title"])),
        "day": say_day(day, language),
        "lang_query": lang_query(request),
    }
    return render(request, "treaty/articles.html", shown)


@public
@require_GET
@cached
def article_page(request: HttpRequest, pack: str, name: str) -> HttpResponse:
    """One article: the answer on a chosen day, its versions, and what committees object to."""
    article = book().articles.get(f"{pack}/{name}")
    if article is None:
        raise Http404
    language, now = active_language(), today(country(), moment_of(request))
    form = DayForm(request.GET if "on" in request.GET else None, initial={"on": now})
    chosen = form.cleaned_data["on"] if form.is_bound and form.is_valid() else now
    shown = {
        "form": form,
        "lang_query": lang_query(request),
        "day_key": chosen.isoformat(),
        **_page(article, chosen, language),
    }
    return render(request, "treaty/article.html", shown, status=422 if form.errors else 200)


def _line(article: Article, day: date, language: Language) -> dict[str, Any]:
    answers = [(standard, book().in_line(article.id, standard, on=day)) for standard in article.bears_on]
    order = list(ANSWER_COLOURS)
    return {
        "address": article.id.split("/", 1),
        "number": article.number,
        "code": cited(article.code, language) if article.code else "",
        "title": in_language(article.title, language),
        "answers": [
            (
                standard_title(standard, language),
                say(f"treaty.in_line_{each.answer.value}", language),
                ANSWER_COLOURS[each.answer],
            )
            for standard, each in answers
        ],
        "since": say_day(article.versions[-1].since, language) if article.versions else "",
        "versions": len(article.versions),
        "objections": len(article.objections),
        "rank": -max((order.index(each.answer) for _, each in answers if each.answer != order[-1]), default=-1),
    }  # fmt: skip


def _page(article: Article, day: date, language: Language) -> dict[str, Any]:
    return {
        "number": article.number,
        "title": in_language(article.title, language),
        "code": cited(article.code, language) if article.code else "",
        "answers": [
            {
                "standard": standard_title(standard, language),
                **in_line_said(book().in_line(article.id, standard, on=day), language),
            }
            for standard in article.bears_on
        ],
        "versions": [version_said(each, article, language) for each in reversed(article.versions)],
        "day": say_day(day, language),
    }


def standard_title(standard: str, language: Language) -> str:
    """A provision of international law by name."""
    known = book().standards.get(standard)
    return in_language(known.title, language) if known is not None else standard
