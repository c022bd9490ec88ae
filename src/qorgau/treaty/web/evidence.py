"""Live evidence in words: verdicts by basis, figures with how they were counted, the law on its dates, official figures."""

from __future__ import annotations

from typing import Any

from qorgau.access.actor import Actor
from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.safeguards import State
from qorgau.treaty.evidence import (
    CountedFigure,
    Evidence,
    OfficialGroup,
    Period,
    SafeguardCount,
    evidence,
    last_public_year,
    usual_year,
)
from qorgau.treaty.facts.told import RecommendationPage
from qorgau.treaty.seats import book, country, today
from qorgau.treaty.web.law_words import answer_said, finding_said
from qorgau.treaty.web.words import body_word, phrase
from qorgau.wording import in_language, say, say_day, say_instant

_YEARS = 6
_STATES = (State.MET, State.LATE, State.BREACHED, State.OPEN, State.CANNOT_TELL)
_ELSEWHERE = (State.NOT_CHECKED, State.NOT_APPLICABLE)


def evidence_said(
    found: RecommendationPage, actor: Actor | None, *, year: str, now: int, language: Language
) -> dict[str, Any]:
    """What measures the recommendation, over one calendar year."""
    last = last_public_year(now) if actor is None else today(country(), now).year
    years = [str(each) for each in range(last, last - _YEARS, -1)]
    chosen = year if year in years else str(last if actor is None else usual_year(now))
    told = evidence(actor, found.line.id, as_of=now, period=Period.year(int(chosen)))
    return {
        "years": years,
        "year": chosen,
        "evidence": told,
        "counted_at": say_instant(told.counted_at, country(), language),
        "period": _period(told.period, told.as_of, language),
        "safeguards": [_safeguard(each, language) for each in told.safeguards],
        "figures": [_figure(each, told.as_of, language) for each in told.figures],
        "law": [answer_said(each, language) for each in told.law],
        "findings": [finding_said(each, language) for each in told.findings],
        "not_measured": in_language(told.not_measured, language) if told.not_measured else "",
        "official": [_official(each, language) for each in told.official],
        "ties": _ties(found, told, language),
    }


def _period(period: Period, as_of: int, language: Language) -> str:
    """Of a period that still runs, the days that had passed."""
    last = min(period.to, today(country(), as_of))
    return say("treaty.period", language, first=say_day(period.from_, language), last=say_day(last, language))


def _safeguard(each: SafeguardCount, language: Language) -> dict[str, Any]:
    apart = [state for state in _ELSEWHERE if each.counts.get(state.value)]
    return {
        "id": each.safeguard,
        "title": in_language(each.title, language),
        "basis": say(each.basis, language) if each.basis else "",
        "source": cited(each.source, language),
        "states": [
            (state.value, str(each.counts.get(state.value, 0)))
            for state in (*_STATES, *apart)
        ],
        "own": str(each.own_entry_only),
        "total": str(each.total),
        "rule": in_language(each.rule, language),
    }  # fmt: skip


def _figure(each: CountedFigure, as_of: int, language: Language) -> dict[str, Any]:
    return {
        "id": each.id,
        "title": in_language(each.title, language),
        "value": str(each.value),
        "of": str(each.of) if each.of is not None else "",
        "share": each.share_percent or "",
        "unit": in_language(each.unit_title, language),
        "population": in_language(each.population, language),
        "period": _period(each.period, as_of, language) if each.period else "",
        "rule": in_language(each.rule, language),
        "counted": say_instant(each.counted_at, country(), language),
    }


def _official(group: OfficialGroup, language: Language) -> dict[str, Any]:
    stated = book().official_figures
    named = {each.id: each for each in group.figures}
    return {
        "title": in_language(group.title, language),
        "agree": group.agree,
        "figures": [
            {
                "value": f"{each.value:g}",
                "says": say(f"treaty.says_{each.says.value}", language),
                "unit": in_language(stated.units[each.unit], language) if each.unit in stated.units else each.unit,
                "what": in_language(each.what, language),
                "agency": in_language(stated.agencies[each.agency], language)
                if each.agency in stated.agencies
                else body_word(each.agency, language),
                "on": say_day(each.on, language) if each.on else say("treaty.no_day", language),
                "span": say("treaty.period", language, first=say_day(each.begins, language), last=say_day(each.ends, language))
                if each.begins and each.ends
                else "",
                "source": cited(each.source, language),
                "level": phrase("level", each.level.value, language),
            }
            for each in group.figures
        ],
        "disagreements": [
            {
                "which": [in_language(named[name].what, language) for name in each.figures if name in named],
                "why": in_language(each.why, language),
            }
            for each in group.disagreements
        ],
    }  # fmt: skip


def _ties(found: RecommendationPage, told: Evidence, language: Language) -> list[dict[str, str]]:
    """By what it is measured and who says so."""
    return [
        {
            "tie": each.tie.value,
            "kind": phrase("tie", each.tie.value, language),
            "name": each.name,
            "title": measure_title(each.tie.value, each.name, language),
            "by": body_word(each.by_body, language) if each.by_body else say("treaty.by_catalogue", language),
            "reason": each.reason,
        }
        for each in found.ties
    ]


def measure_title(tie: str, name: str, language: Language) -> str:
    """What a safeguard, figure or article is called."""
    law = book()
    shelf: dict[str, Any] = {"safeguard": law.safeguards, "figure": law.measures, "article": law.articles}
    known = shelf.get(tie, {}).get(name)
    return in_language(known.title, language) if known is not None else name
