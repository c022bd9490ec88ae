"""Two documents side by side, with the links between their demands drawn, confirmed and refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from qorgau.access.permission import may
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.reading.linking.links import Taken
from qorgau.treaty.actions import judge_link
from qorgau.treaty.facts.leaf_words import id_label, leaf_label
from qorgau.treaty.facts.naming import address_of, joined
from qorgau.treaty.facts.told import SideBySide
from qorgau.treaty.facts.words import Judgement, Sender
from qorgau.treaty.queries import documents, side_by_side
from qorgau.treaty.queries.compared import came_back
from qorgau.treaty.queries.texts import texts_in
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.web.form import TreatyForm, because, few_of, one_of
from qorgau.treaty.web.opening import found_or_404
from qorgau.treaty.web.side_lines import SHOWN, columns, drawn, narrowed_to
from qorgau.treaty.web.taken import TakenSide, taken_side
from qorgau.treaty.web.words import committee_word, language_word, phrase
from qorgau.wording import say, state_name
from qorgau.wording.templatetags.wording import active_language

_MOST_DOCUMENTS, _MOST_BACK = 300, 60
_LONGEST_ID = 200


class SidesForm(TreatyForm):
    """Which two documents."""

    left = one_of("treaty.field_left")
    right = one_of("treaty.field_right_document")


class JudgeForm(TreatyForm):
    """Whether two demands are the same, and why."""

    judgement = few_of("treaty.field_judgement")
    reason = because()

    def __init__(self, *args: Any, language: Language, **kwargs: Any) -> None:
        """Offer both answers."""
        super().__init__(*args, **kwargs)
        self.offer("judgement", [(each.value, phrase("link", each.value, language)) for each in Judgement])


@permit("treaty.see")
@require_GET
def choose_page(request: HttpRequest) -> HttpResponse:
    """Choose two documents; and see which demands come back cycle after cycle."""
    actor, language = actor_of(request), active_language()
    lines = documents(actor, size=_MOST_DOCUMENTS).lines
    words = [
        (
            each.id,
            " · ".join(
                (
                    each.symbol or each.title,
                    phrase("document", each.kind, language),
                    language_word(each.language, language),
                )
            ),
        )
        for each in lines
    ]
    asked = request.GET if "right" in request.GET else None
    form = SidesForm({**asked.dict(), "act_id": "0" * 32} if asked else None, initial=request.GET.dict())
    for name in ("left", "right"):
        form.offer(name, words, or_none=True)
    if form.is_bound and form.is_valid():
        if form.given("left") != form.given("right"):
            return redirect("treaty:side_by_side", form.given("left"), form.given("right"))
        form.add_error("right", say("treaty.same_document", language))
    back = came_back(actor)
    names = [name for each in back for _, name, _, _ in (*each.items, *each.elsewhere)]
    texts = texts_in(language.value, names)
    shown = {
        "form": form,
        "back": [
            {
                "committee": committee_word(each.committee, language),
                "state": state_name(each.state, language),
                "how": phrase("how", each.how, language),
                "times": len(each.cycles),
                "items": [
                    (
                        cycle,
                        id_label(name, language),
                        *address_of(name),
                        *_told(name, text, spoken, texts, language),
                    )
                    for cycle, name, text, spoken in each.items
                ],
                "elsewhere": [
                    (
                        _who(sender, language),
                        id_label(name, language),
                        *address_of(name),
                        *_told(name, text, spoken, texts, language),
                    )
                    for sender, name, text, spoken in each.elsewhere
                ],
            }
            for each in sorted(back, key=lambda each: -len(each.cycles))[:_MOST_BACK]
        ],
        "back_total": len(back),
    }
    return render(request, "treaty/choose_sides.html", shown, status=422 if form.errors else 200)


def _who(sender: str, language: Language) -> str:
    """A committee by its short name, any other by what it is."""
    is_kind = sender in {each.value for each in Sender}
    return phrase("sender", sender, language) if is_kind else committee_word(sender, language)


def _told(name: str, text: str, spoken: str, texts: Mapping[str, str], language: Language) -> tuple[str, str]:
    """The words of a recommendation and their language: the page's where the record has them in it."""
    return (texts[name], language.value) if name in texts else (text, spoken)


@permit("treaty.see")
@require_GET
def sides_page(request: HttpRequest, left: str, right: str) -> HttpResponse:
    """Both documents' demands in two columns, paired by numbers and by lines."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    with found_or_404():
        found = side_by_side(actor, left, right, as_of=now)
    taken = taken_side(found)
    links, further = drawn(found.links, taken.links if taken else (), language)
    typed = request.GET.get("show", "")
    show = typed if typed in SHOWN else ""
    every = columns(found, links, taken, language)
    shown = {
        "left": found.left.line,
        "right": found.right.line,
        "columns": narrowed_to(show, every),
        "links": links,
        "further": [_labelled(each, language) for each in further],
        "chips": _chips(every, taken, show, language),
        "is_asked": taken is not None,
        "two_states": _two_states(found, language),
        "may_link": may(actor, "treaty.link"),
    }
    return render(request, "treaty/sides.html", shown)


def _two_states(found: SideBySide, language: Language) -> str:
    """What the page says where the documents are on two States: links compare there, and nothing returns by them."""
    states = [page.line.state for page in (found.left, found.right)]
    if not all(states) or states[0] == states[1]:
        return ""
    left, right = (state_name(each, language) for each in states)
    return say("treaty.two_states", language, left=left, right=right)


def _labelled(link: dict[str, Any], language: Language) -> dict[str, Any]:
    labels = {f"{side}_label": leaf_label(link[f"{side}_leaf"], language) for side in ("left", "right")}
    return {**link, **labels}


def _chips(
    every: list[dict[str, Any]], taken: TakenSide | None, show: str, language: Language
) -> list[dict[str, Any]]:
    """What the comparison can be narrowed to, with how many demands each leaves; the organisation's where it asked."""
    column = every[1] if taken and taken.near == "right" else every[0]
    items = column["items"]
    if taken:
        counts = {each.value: sum(1 for item in items if item["answer"] is each) for each in Taken}
        rows = [("taken_up", "taken_taken_up", counts["taken_up"], "green"),
                ("partly", "taken_partly", counts["partly"], "amber"),
                ("alone", "taken_not_found", counts["not_found"], "grey")]  # fmt: skip
    else:
        linked = sum(1 for item in items if item["links"])
        rows = [
            ("linked", "sides_linked", linked, "teal"),
            ("alone", "sides_alone", len(items) - linked, "grey"),
        ]
    rows.insert(0, ("", "sides_all", len(items), "grey"))
    return [
        {"code": code, "title": say(f"treaty.{key}", language), "count": count, "colour": colour, "chosen": code == show}
        for code, key, count, colour in rows
    ]  # fmt: skip


@permit("treaty.link")
@require_http_methods(["GET", "POST"])
def judge_page(request: HttpRequest, left: str, right: str) -> HttpResponse:
    """Confirm or refuse one link; sent, one is back at the two documents."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    one, other = request.GET.get("one", "")[:_LONGEST_ID], request.GET.get("other", "")[:_LONGEST_ID]
    with found_or_404():
        found = side_by_side(actor, left, right, as_of=now)
    link = next(
        (each for each in found.links if each.left.endswith(f"#{one}") and each.right.endswith(f"#{other}")),
        None,
    )
    form = JudgeForm(request.POST or None, language=language)
    if request.method == "POST" and form.is_valid():
        try:
            judge_link(
                actor,
                joined(found.left.line.stem, one),
                joined(found.right.line.stem, other),
                Judgement(form.given("judgement")),
                how=link.how if link else "",
                reason=form.given("reason"),
                now=now,
                act_id=form.act,
            )
        except TreatyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("treaty.act_done", language))
            return redirect(f"{reverse('treaty:side_by_side', args=[left, right])}#left-{one}")
    texts = [
        next((each.text for each in page.document.recommendations if each.id == leaf), "")
        for page, leaf in ((found.left, one), (found.right, other))
    ]
    shown = {
        "form": form,
        "left": found.left.line,
        "right": found.right.line,
        "labels": [leaf_label(leaf, language) for leaf in (one, other)],
        "texts": texts,
        "two_states": _two_states(found, language),
        "back": f"{reverse('treaty:side_by_side', args=[left, right])}#left-{one}",
    }
    return render(request, "treaty/judge.html", shown, status=422 if form.errors else 200)
