"""The page of an act on a recommendation: its form, and what it says when it is refused."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from qorgau.access.permission import may, require
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.web.acts_open import ACTS
from qorgau.treaty.web.opening import found_or_404, seen_recommendation
from qorgau.wording import knows, say
from qorgau.wording.templatetags.wording import active_language

_ANCHORS = {
    "classify": "words", "link": "links", "tie": "evidence", "prepare_reply": "replies", "revise_reply": "replies",
    "clear_reply": "replies", "return_reply": "replies", "send_reply": "replies", "take_reply": "replies",
    "take_alternative": "replies", "replace_alternative": "replies", "publish_alternative": "replies",
    "take_assessment": "replies",
}  # fmt: skip
_LONGEST_ID = 200


@permit("treaty.see")
@require_http_methods(["GET", "POST"])
def act_page(request: HttpRequest, stem: str, leaf: str, act: str) -> HttpResponse:
    """One act on a recommendation; sent, it is on the record or refused with a reason."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    made = ACTS.get(act)
    if made is None:
        raise Http404
    page = seen_recommendation(actor, stem, leaf, now=now)
    if not any(may(actor, each) for each in made.needs):
        require(actor, made.needs[0])
    with found_or_404():
        form = made(
            request.POST or None, page=page, actor=actor, now=now, of=request.GET.get("of", "")[:_LONGEST_ID]
        )
    if request.method == "POST" and form.is_valid():
        try:
            form.perform()
        except TreatyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("treaty.act_done", language))
            return redirect(
                f"{reverse('treaty:recommendation', args=[stem, leaf])}#{_ANCHORS.get(act, 'follow-up')}"
            )
    lead = f"treaty.lead_{act}"
    shown = {
        "line": page.line,
        "title": say(f"treaty.act_{act}", language),
        "lead": say(lead, language) if knows(lead) else "",
        "about": form.about(),
        "text": page.texts.get(language.value, page.line.text),
        "form": form,
    }
    return render(request, "treaty/act.html", shown, status=422 if form.errors else 200)
