"""Nobody's words are lost: what a person typed is shown where it can no longer be saved, and what others did meanwhile."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from qorgau.access.actor import Actor
from qorgau.access.queries import account_names
from qorgau.lawbook import Language
from qorgau.treaty.queries.drafts import difference, versions
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import country
from qorgau.treaty.web.report_words import difference_line
from qorgau.wording import say_instant

_GONE = 404


def words_kept(request: HttpRequest, *, why: str, draft_id: str = "") -> HttpResponse:
    """The words that were sent, to be copied: their part or their draft is not there any more."""
    shown = {
        "why": why,
        "draft_id": draft_id,
        "heading": request.POST.get("heading", ""),
        "text": request.POST.get("text", ""),
    }
    return render(request, "treaty/report_kept.html", shown, status=_GONE)


def moved_meanwhile(
    actor: Actor, draft_id: str, part: str, *, base: int, now_stands: int, language: Language
) -> dict[str, Any] | None:
    """Who saved the part since version `base`, when, and what they changed, word by word; None where nobody did."""
    try:
        changes = [each for each in difference(actor, draft_id, base, now_stands) if each.block == part]
    except TreatyRefusal:
        return None
    since = [each for each in versions(actor, draft_id) if base < each.number <= now_stands]
    theirs = [each for each in since if part in each.blocks]
    if not changes or not theirs:
        return None
    last = theirs[0]
    return {
        "who": account_names([last.account]).get(last.account, ""),
        "when": say_instant(last.saved_at, country(), language),
        "version": last.number,
        "change": difference_line(changes[0], language),
    }
