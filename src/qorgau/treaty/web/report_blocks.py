"""Writing in a draft: one block at a time, with evidence and figures put in from the record."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.treaty.actions.writing import add_block, insert, remove_block, save_block, take_out
from qorgau.treaty.queries.inserting import Offered, offered
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.web.draft_form import BasedForm, seen_draft, words_said
from qorgau.treaty.web.form import many_lines, one_line, one_of
from qorgau.treaty.web.report_kept import moved_meanwhile, words_kept
from qorgau.treaty.web.report_words import block_line, block_title, evidence_line, figure_line
from qorgau.treaty.writing.blocks import Block
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

_LONGEST = 60_000


class BlockForm(BasedForm):
    """The words of one block."""

    heading = one_line("treaty.field_heading", required=False)
    text = many_lines(
        "treaty.field_block_text", required=False, hint="treaty.field_block_hint", rows=16, most=_LONGEST
    )


class AddForm(BasedForm):
    """A block of one's own."""

    heading = one_line("treaty.field_heading")
    after = one_of("treaty.field_after")
    text = many_lines("treaty.field_block_text", required=False, rows=10, most=_LONGEST)


class ChooseForm(BasedForm):
    """Lines of evidence and figures, ticked."""

    evidence = forms.MultipleChoiceField(required=False)
    figures = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, evidence: list[str], figures: list[str], **kwargs: Any) -> None:
        """Only what was shown can be ticked."""
        super().__init__(*args, **kwargs)
        for name, ids in (("evidence", evidence), ("figures", figures)):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = [(each, each) for each in ids]


@permit("treaty.see")
@require_http_methods(["GET", "POST"])
def block_page(request: HttpRequest, draft_id: str, block: str) -> HttpResponse:
    """Write in one block; saved, it is the draft's next version."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    if request.method == "POST" and (lost := _nowhere_to_save(request, draft_id, block)) is not None:
        return lost
    found = seen_draft(actor, draft_id)
    held = _block(found.writing.block(block))
    initial = {"base": found.version, "text": held.text, "heading": held.heading}
    form = BlockForm(request.POST or None, initial=initial)
    moved = None
    if request.method == "POST" and form.is_valid():
        try:
            save_block(
                actor,
                draft_id,
                block,
                form.given("text"),
                base=form.based_on,
                now=now,
                heading=form.given("heading") or None,
            )
        except TreatyRefusal as refusal:
            moved = moved_meanwhile(
                actor, draft_id, block, base=form.based_on, now_stands=found.version, language=language
            )
            form.refused(refusal)
        else:
            messages.success(request, say("treaty.saved", language))
            return redirect(f"{reverse('treaty:report', args=[draft_id])}#b-{block}")
    offers = offered(actor, draft_id, block, now=now)
    shown = {
        "form": form,
        "draft": found.line,
        "version": found.version,
        "part": block_line(held, found.words.blocks.get(held.id, 0), language),
        "moved": moved,
        "stands_now": held.text if form.errors and moved is None else "",
        "words": words_said(found.words, language),
        **_offers(held, offers, language),
    }
    return render(request, "treaty/report_block.html", shown, status=422 if form.errors else 200)


def _nowhere_to_save(request: HttpRequest, draft_id: str, block: str) -> HttpResponse | None:
    """The page that keeps what was typed, where its draft or its part went away meanwhile."""
    language = active_language()
    try:
        found = seen_draft(actor_of(request), draft_id)
    except Http404:
        return words_kept(request, why=say("treaty.draft_gone", language))
    if found.writing.block(block) is None and "text" in request.POST:
        return words_kept(request, why=say("treaty.part_gone", language), draft_id=draft_id)
    return None


def _block(block: Block | None) -> Block:
    if block is None:
        raise Http404
    return block


def _offers(held: Block, offers: Offered, language: Language) -> dict[str, Any]:
    """What could be put in beside what stands there already."""
    inside = {each.id for each in held.evidence} | {each.id for each in held.figures}
    return {
        "offered_evidence": [
            evidence_line(each, language) for each in offers.evidence if each.id not in inside
        ],
        "offered_figures": [figure_line(each, language) for each in offers.figures if each.id not in inside],
        "untold": offers.untold,
    }


@permit("treaty.see")
@require_POST
def put_in(request: HttpRequest, draft_id: str, block: str) -> HttpResponse:
    """Put ticked lines and figures into a block, as they read now; or take them out."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = seen_draft(actor, draft_id)
    held = _block(found.writing.block(block))
    offers = offered(actor, draft_id, block, now=now)
    form = ChooseForm(
        request.POST,
        evidence=[each.id for each in (*offers.evidence, *held.evidence)],
        figures=[each.id for each in (*offers.figures, *held.figures)],
    )
    try:
        if form.is_valid():
            act = take_out if "take_out" in request.POST else insert
            act(
                actor,
                draft_id,
                block,
                evidence=form.several("evidence"),
                figures=form.several("figures"),
                base=form.based_on,
                now=now,
            )
            messages.success(request, say("treaty.saved", language))
        else:
            messages.error(request, say("treaty.not_offered_now", language))
    except TreatyRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect(f"{reverse('treaty:report_block', args=[draft_id, block])}#from-record")


@permit("treaty.see")
@require_http_methods(["GET", "POST"])
def add_page(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Put a block of one's own into the draft."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = seen_draft(actor, draft_id)
    form = AddForm(
        request.POST or None, initial={"base": found.version, "after": request.GET.get("after", "")}
    )
    form.offer("after", [(each.id, block_title(each, language)) for each in found.writing.blocks])
    if request.method == "POST" and form.is_valid():
        try:
            add_block(
                actor,
                draft_id,
                heading=form.given("heading"),
                text=form.given("text"),
                after=form.given("after"),
                base=form.based_on,
                now=now,
            )
        except TreatyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("treaty.saved", language))
            return redirect("treaty:report", draft_id)
    shown = {"form": form, "draft": found.line, "title": say("treaty.add_block", language)}
    return render(request, "treaty/report_form.html", shown, status=422 if form.errors else 200)


@permit("treaty.see")
@require_POST
def remove(request: HttpRequest, draft_id: str, block: str) -> HttpResponse:
    """Take a block out; the versions before still have it."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = seen_draft(actor, draft_id)
    _block(found.writing.block(block))
    form = BasedForm(request.POST)
    try:
        if form.is_valid():
            remove_block(actor, draft_id, block, base=form.based_on, now=now)
            messages.success(request, say("treaty.saved", language))
    except TreatyRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect("treaty:report", draft_id)
