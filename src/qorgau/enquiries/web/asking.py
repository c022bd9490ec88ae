"""The public page on which anybody asks whether a relative is held."""

from __future__ import annotations

from datetime import date

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from qorgau.access.request import moment_of
from qorgau.access.sign_in.passwords import address_of
from qorgau.access.web import public
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.fields import said, worded
from qorgau.custody.web.titles import fact_words
from qorgau.enquiries.actions import ask
from qorgau.enquiries.answer_text import LONGEST, home_zone
from qorgau.enquiries.desk_keys import answer_key
from qorgau.enquiries.entries import Asking
from qorgau.enquiries.refusal import EnquiryRefusal
from qorgau.places.queries import regions
from qorgau.wording import in_language, say
from qorgau.wording.templatetags.wording import active_language


def _line(field: str, *, hint: str = "", autocomplete: str = "off") -> forms.CharField:
    help_text = said(f"enquiries.{hint}") if hint else ""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(
        max_length=LONGEST, label=said(f"enquiries.{field}"), help_text=help_text, widget=widget
    )


def _relations() -> list[tuple[str, str]]:
    language = active_language()
    return [("", say("enquiries.choose", language)), *worded(fact_words("relation"), language)]


def _regions() -> list[tuple[str, str]]:
    language = active_language()
    known = [(key, in_language(each.title, language)) for key, each in regions().items()]
    return [("", say("enquiries.choose", language)), *sorted(known, key=lambda each: each[1])]


class AskForm(ActForm):
    """Who asks, and after whom."""

    name = _line("field_name", hint="field_name_hint", autocomplete="name")
    document = _line("field_document", hint="field_document_hint")
    contact = _line("field_contact", hint="field_contact_hint", autocomplete="tel")
    relation = forms.ChoiceField(choices=_relations, label=said("enquiries.field_relation"))
    family_name = _line("field_family_name")
    given_name = _line("field_given_name")
    born_on = forms.DateField(label=said("enquiries.field_born_on"))
    region = forms.ChoiceField(
        choices=_regions,
        label=said("enquiries.field_region"),
        help_text=said("enquiries.field_region_hint"),
    )

    def asking(self) -> Asking:
        """What was typed."""
        born: date = self.cleaned_data["born_on"]
        words = ("name", "document", "contact", "relation", "family_name", "given_name", "region")
        return Asking(
            **{word: self.given(word) for word in words}, born_on=born.isoformat(), language=active_language()
        )

    def check_born_before(self, moment: int) -> bool:
        """Whether the birth date lies in the past; else say so at its field."""
        if self.cleaned_data["born_on"] <= home_zone().local(moment).date():
            return True
        self.add_error("born_on", say("enquiries.born_ahead", active_language()))
        return False


@public
@require_http_methods(["GET", "POST"])
def ask_page(request: HttpRequest) -> HttpResponse:
    """Ask; once asked, number and code are shown this one time."""
    now = moment_of(request)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.check_born_before(now):
        try:
            asked = ask(form.asking(), act=form.act, address=address_of(request), now=now)
            return render(request, "enquiries/asked.html", {"asked": asked, "zone": home_zone()})
        except EnquiryRefusal as refusal:
            form.add_error(None, refusal.said(active_language()))
    return render(
        request, "enquiries/ask.html", {"form": form, "hours": getattr(settings, "QORGAU_ENQUIRY_HOURS", 24)}
    )


@public
@require_GET
def key_page(request: HttpRequest) -> HttpResponse:
    """The public key by which answers are checked."""
    return render(request, "enquiries/key.html", {"key": str(answer_key().verifier)})
