"""The page of a recommendation: its words, who answers for it, what was done and said, and what the record shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actor import Actor
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.clock import Zone
from qorgau.lawbook import Language
from qorgau.treaty.facts.told import RecommendationPage
from qorgau.treaty.queries import proposals
from qorgau.treaty.queries.reach import may_for
from qorgau.treaty.seats import book, country
from qorgau.treaty.vocabulary import titles
from qorgau.treaty.web.acts_open import acts_open
from qorgau.treaty.web.board import line_said
from qorgau.treaty.web.due_words import due_said
from qorgau.treaty.web.evidence import evidence_said
from qorgau.treaty.web.following import (
    actions_said,
    alternatives_said,
    assessments_said,
    replies_said,
    responsible_said,
)
from qorgau.treaty.web.links import history_said, links_said, proposals_said
from qorgau.treaty.web.opening import seen_recommendation
from qorgau.treaty.web.words import LANGUAGES, body_word, code_words
from qorgau.wording import in_language, say, say_day, say_instant
from qorgau.wording.templatetags.wording import active_language

_CLASSES = (("subjects", "subjects"), ("people", "people"), ("measures", "measures"), ("sdg", "sdg"))


@permit("treaty.see")
@require_GET
def recommendation_page(request: HttpRequest, stem: str, leaf: str) -> HttpResponse:
    """One recommendation with everything that became of it."""
    actor, now = actor_of(request), moment_of(request)
    found = seen_recommendation(actor, stem, leaf, now=now)
    shown = page_of(found, actor, year=request.GET.get("year", ""), now=now, language=active_language())
    return render(request, "treaty/recommendation.html", shown)


def page_of(
    found: RecommendationPage, actor: Actor | None, *, year: str, now: int, language: Language
) -> dict[str, Any]:
    """Everything the page shows."""
    zone = country()
    may_link = may_for(actor, "treaty.link", ())
    return {
        "as_of": now,
        "zone": zone,
        "line": found.line,
        "said": line_said(found.line, language, _in_language(found, language)),
        "texts": texts_said(found, language),
        "other_words": [
            {
                "text": each.text,
                "language": each.language,
                "body": body_word(each.body, language),
                "on": say_instant(each.at, zone, language),
            }
            for each in found.other_words
        ],
        "demands": demands_said(found, language),
        "document": found.document,
        "classes": classes_said(found, language),
        "classes_by": body_word(found.classes_by, language),
        "classes_why": classes_why_said(found, language),
        "responsible": responsible_said(found, language),
        "actions": actions_said(found, actor, language),
        "replies": replies_said(found, actor, zone, language),
        "alternatives": alternatives_said(found, actor, zone, language),
        "assessments": assessments_said(found, language),
        "history": history_said(found, language),
        "links": links_said(found, language),
        "proposals": proposals_said(proposals(actor, found.line.id), language) if actor and may_link else [],
        "may_link": may_link,
        "due": [due_said(each, language) for each in found.due],
        "timeline": timeline_said(found, zone, language),
        "acts": acts_open(found, actor, language),
        **evidence_said(found, actor, year=year, now=now, language=language),
    }


def _in_language(found: RecommendationPage, language: Language) -> dict[str, str]:
    """Its words in the page's language, where the record has them."""
    own = found.texts.get(language.value)
    return {} if own is None else {found.line.id: own}


def demands_said(found: RecommendationPage, language: Language) -> list[tuple[str, str, str]]:
    """Each demand with its number and its language: in the reader's where the words are ours and the law's files have it."""
    own = found.line.language
    asked = book().asked(found.line.id) if own in found.paraphrases else None
    ours = {one.id: one.asks.get(language, "") for one in asked.demands} if asked else {}
    return [
        (name, ours[name], language.value) if ours.get(name) else (name, words, own)
        for name, words in found.demands
    ]


def texts_said(found: RecommendationPage, language: Language) -> list[dict[str, Any]]:
    """The words of the document first, then in the languages that the record has, the page's own in front."""
    own = found.line.language
    order = sorted(
        found.texts, key=lambda code: (code in found.paraphrases, code != own, code != language.value)
    )
    return [
        {
            "language": code,
            "title": LANGUAGES.get(code, code),
            "text": found.texts[code],
            "is_ours": code in found.paraphrases,
            "is_first": place == 0 or code == language.value,
        }
        for place, code in enumerate(order)
    ]


def classes_said(found: RecommendationPage, language: Language) -> list[tuple[str, list[str]]]:
    """What it is about, by sort."""
    rows = [
        (
            say(f"treaty.class_{name}", language),
            [title for _, title in code_words(kind, getattr(found.classes, name), language)],
        )
        for name, kind in _CLASSES
    ]
    if found.classes.strength:
        strength = [title for _, title in code_words("strengths", [found.classes.strength], language)]
        rows.append((say("treaty.class_strength", language), strength))
    return [row for row in rows if row[1]]


def classes_why_said(found: RecommendationPage, language: Language) -> list[dict[str, Any]]:
    """Why it was sorted so: each code by its title with the words that gave it, or a person's reason."""
    known = dict(pair for _, kind in _CLASSES for pair in code_words(kind, titles(kind), language))
    return [
        {"title": known.get(each.code, each.code), "words": each.words, "by_person": not each.code}
        for each in found.classes_why
    ]


def timeline_said(found: RecommendationPage, zone: Zone, language: Language) -> list[dict[str, str]]:
    """What happened, the latest first."""
    return [
        {
            "title": in_language(each.text, language),
            "when": say_instant(each.at, zone, language),
            "on": say_day(each.on, language) if each.on else "",
            "by": body_word(each.body, language),
            "anchor": f"e-{each.entry}",
        }
        for each in reversed(found.timeline)
    ]
