"""Corrections of a reading, made on the page: one thing at a time, each with a reason, the earlier value in sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.reading.document import DocumentKind, Paragraph, ParagraphKind
from qorgau.treaty.actions import Correction, correct_reading, withdraw_correction
from qorgau.treaty.facts.corrections import HEADER_FIELDS, before_of
from qorgau.treaty.facts.mend import CannotApply, Mend
from qorgau.treaty.facts.mend_places import paragraph_at
from qorgau.treaty.facts.told import DocumentPage
from qorgau.treaty.facts.words import Fix
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.web.form import TreatyForm, because, few_of, many_lines, one_line, one_of
from qorgau.treaty.web.opening import seen_document
from qorgau.treaty.web.words import phrase
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

_LONG = (Fix.PARAGRAPH_TEXT, Fix.LEAF_TEXT)
_LONGEST = 60_000


class CorrectForm(TreatyForm):
    """One correction; its field is made for what it mends."""

    called: ClassVar[Mapping[str, str]] = {"target": "value"}
    value = one_line("treaty.field_value", required=False, most=_LONGEST)
    place = one_line(
        "treaty.field_split_number", required=False, hint="treaty.field_split_number_hint", most=20
    )
    reason = because()

    def __init__(
        self, *args: Any, what: Fix, target: str, page: DocumentPage, language: Language, **kwargs: Any
    ):
        """Make the field fit what is mended, filled with what stands there."""
        super().__init__(*args, **kwargs)
        self.what, self.target, self.page = what, target, page
        stands = standing_value(page, what, target)
        label = phrase("fix", what.value, language)
        if what is Fix.JOIN:
            del self.fields["value"]
        elif what is Fix.SPLIT:
            self.fields["value"] = split_field(label)
        elif what in _LONG:
            self.fields["value"] = many_lines("treaty.field_value", required=True, rows=10, most=_LONGEST)
        elif (words := _choices(what, target, language)) is not None:
            self.fields["value"] = (
                few_of("treaty.field_value")
                if what is Fix.IS_RECOMMENDATION
                else one_of("treaty.field_value")
            )
            self.offer("value", words)
        if "value" in self.fields:
            self.fields["value"].label = label[:1].upper() + label[1:]
            self.fields["value"].initial = stands
        if what is not Fix.SPLIT:
            del self.fields["place"]
        self.order_fields(["value", "place", "reason"])

    def correction(self) -> Correction:
        """What was typed, as the act takes it."""
        value = self.given("value")
        if self.what is Fix.SPLIT:
            value = str(self.paragraph.text.find(value)) if value else ""
        return Correction(what=self.what, target=self.target, value=value, place=self.given("place"))

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that is mended."""
        return self.page.document.paragraphs[int(self.target[1:])]

    def clean_value(self) -> str:
        """Of a split, words that stand in the paragraph once and do not begin it."""
        value = str(self.cleaned_data.get("value") or "")
        if self.what is Fix.SPLIT and (self.paragraph.text.count(value.strip()) != 1 or not value.strip()):
            raise forms.ValidationError(say("treaty.split_not_found", active_language()))
        return value


def split_field(label: str) -> forms.CharField:
    """The first words of the second paragraph: easier to give than a number of characters."""
    field = one_line("treaty.field_value", hint="treaty.field_split_hint", most=400)
    field.label = label[:1].upper() + label[1:]
    return field


def _choices(what: Fix, target: str, language: Language) -> list[tuple[str, str]] | None:
    if what is Fix.PARAGRAPH_KIND:
        return [(each.value, phrase("kind", each.value, language)) for each in ParagraphKind]
    if what is Fix.IS_RECOMMENDATION:
        return [("yes", say("yes", language)), ("no", say("no", language))]
    if what is Fix.HEADER and target == "kind":
        return [(each.value, phrase("document", each.value, language)) for each in DocumentKind]
    return None


def standing_value(page: DocumentPage, what: Fix, target: str) -> str:
    """What stands there now; 404 for a target that is none."""
    mend = Mend(id="", what=what, target=target, value="")
    try:
        if (
            target.startswith("p")
            and target[1:].isdigit()
            and what not in (Fix.HEADER, Fix.LEAF_TEXT, Fix.ID)
        ):
            paragraph = paragraph_at(page.document, target)
            return _of_paragraph(paragraph, what)
        return before_of(page.document, mend)
    except CannotApply as cannot:
        raise Http404(cannot.why) from cannot


def _of_paragraph(paragraph: Paragraph, what: Fix) -> str:
    return {
        Fix.PARAGRAPH_KIND: paragraph.kind.value,
        Fix.HEADING: paragraph.heading or "",
        Fix.PARAGRAPH_TEXT: paragraph.text,
    }.get(what, "")


@permit("treaty.correct")
@require_http_methods(["GET", "POST"])
def correct_page(request: HttpRequest, document_id: str) -> HttpResponse:
    """Correct one thing; sent, it is laid over the reading."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    page = seen_document(actor, document_id, now=now)
    what, target = request.GET.get("what", ""), request.GET.get("target", "")
    if what not in {each.value for each in Fix} or (what == Fix.HEADER and target not in HEADER_FIELDS):
        raise Http404
    form = CorrectForm(request.POST or None, what=Fix(what), target=target, page=page, language=language)
    if request.method == "POST" and form.is_valid():
        try:
            correct_reading(
                actor, page.line.id, form.correction(), reason=form.given("reason"), now=now, act_id=form.act
            )
        except TreatyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("treaty.corrected", language))
            return redirect(_back(page, target))
    shown = {
        "form": form,
        "line": page.line,
        "back": _back(page, target),
        "what": phrase("fix", what, language),
        "target": say(f"treaty.head_{target}", language) if what == Fix.HEADER else _label(page, target),
        "stands": _words(page, Fix(what), target),
    }
    return render(request, "treaty/correct.html", shown, status=422 if form.errors else 200)


def _label(page: DocumentPage, target: str) -> str:
    if target.startswith("p") and target[1:].isdigit():
        return f"§ {page.document.paragraphs[int(target[1:])].number or '–'}"
    return f"§ {target}"


def _words(page: DocumentPage, what: Fix, target: str) -> str:
    """The words that the correction is about, where its field does not hold them."""
    if what in (Fix.HEADER, *_LONG):
        return ""
    if target.startswith("p") and target[1:].isdigit():
        place = int(target[1:])
        before = page.document.paragraphs[place - 1].text if what is Fix.JOIN and place else ""
        return "\n\n".join(filter(None, (before, page.document.paragraphs[place].text)))
    return standing_value(page, Fix.LEAF_TEXT, target)


def _back(page: DocumentPage, target: str) -> str:
    here = reverse("treaty:document", args=[page.line.id])
    if target in HEADER_FIELDS:
        return f"{here}#head"
    anchor = f"p-{target[1:]}" if target.startswith("p") and target[1:].isdigit() else f"l-{target}"
    return f"{here}?{urlencode({'at': target})}#{anchor}"


class WithdrawForm(TreatyForm):
    """Why a correction is taken back."""

    reason = because()


@permit("treaty.correct")
@require_http_methods(["GET", "POST"])
def withdraw_page(request: HttpRequest, document_id: str, correction_id: str) -> HttpResponse:
    """Take a correction back; it stays in the history with the reason."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    page = seen_document(actor, document_id, now=now)
    held = next((each for each in page.corrections if each.id == correction_id), None)
    if held is None:
        raise Http404
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_correction(
                actor, page.line.id, correction_id, reason=form.given("reason"), now=now, act_id=form.act
            )
        except TreatyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("treaty.withdrawn", language))
            return redirect(f"{reverse('treaty:document', args=[page.line.id])}#corrections")
    shown = {
        "form": form,
        "line": page.line,
        "back": f"{reverse('treaty:document', args=[page.line.id])}#corrections",
        "what": say("treaty.withdraw", language),
        "target": phrase("fix", held.what.value, language),
        "stands": f"{held.before} → {held.after}",
    }
    return render(request, "treaty/correct.html", shown, status=422 if form.errors else 200)
