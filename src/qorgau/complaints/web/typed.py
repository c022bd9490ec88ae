"""A complaint made on paper, by word, by letter or by telephone is typed in; or a case is taken up without one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from qorgau.access.actor import Actor
from qorgau.access.permission import reach
from qorgau.access.request import actor_of, moment_of
from qorgau.access.roles import Role
from qorgau.access.web import permit
from qorgau.complaints.actions import register_complaint
from qorgau.complaints.actions.registering import ADDRESSEES, EX_OFFICIO
from qorgau.complaints.entries import Known, Naming, Way
from qorgau.complaints.offered import Complainant, Consents, NewComplaint
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.complaints.web.case_form import choice, moment
from qorgau.complaints.web.choosing import body_choices
from qorgau.complaints.web.sealed import ParticularsForm
from qorgau.custody.facts.law import zone
from qorgau.custody.web.fields import long_text, said, short_text
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

WAYS = (Way.ORAL, Way.PAPER, Way.LETTER, Way.PHONE, Way.EX_OFFICIO)
_CONSENTS = ("examine", "photograph", "disclose", "told_beforehand")
_KNOWN = ("person_knows", "under_guardianship", "letter_opened", *_CONSENTS)
_ORDER = (
    "way", "to_body", "happened", "addressee", "letter_opened", "on_behalf", "person_knows",
    "under_guardianship", "naming", "name", "born_on", "contact", "contact_safe", "victim_name",
    *_CONSENTS, "narrative",
)  # fmt: skip


class TypedForm(ParticularsForm):
    """What was said or written, who said it and how far their name may go, then the same codes as of any complaint."""

    way = choice("complaints.typed_way")
    to_body = choice("complaints.typed_to")
    happened = moment("complaints.typed_when", hint="complaints.typed_when_hint")
    addressee = choice("complaints.typed_addressee", required=False)
    letter_opened = choice("complaints.typed_opened", required=False)
    on_behalf = choice("complaints.typed_for")
    person_knows = choice("complaints.typed_knows", required=False)
    under_guardianship = choice("complaints.typed_guardian", required=False)
    naming = choice("complaints.typed_naming")
    name = short_text(label=said("complaints.typed_name"), required=False)
    born_on = forms.DateField(label=said("complaints.typed_born"), required=False)
    contact = short_text(label=said("complaints.typed_contact"), required=False)
    contact_safe = short_text(label=said("complaints.typed_safe"), required=False)
    victim_name = short_text(label=said("complaints.typed_victim"), required=False)
    examine = choice("complaints.typed_examine", required=False)
    photograph = choice("complaints.typed_photograph", required=False)
    disclose = choice("complaints.typed_disclose", required=False)
    told_beforehand = choice("complaints.typed_told", required=False)
    narrative = long_text(label=said("complaints.typed_text"), help_text=said("complaints.typed_text_hint"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        """Offer what this person may type in; only a doctor is asked for the three consents."""
        super().__init__(*args, actor=actor, **kwargs)
        del self.fields["plain_agrees"]
        if actor.role is not Role.DOCTOR:
            for each in _CONSENTS:
                del self.fields[each]
        self._offer_words(actor)
        self._ask_by_radio()
        self.order_fields([*_ORDER, "about", "allegation", "act_on", "place", "accused_body", "officers"])

    def _offer_words(self, actor: Actor) -> None:
        language = active_language()
        ways = [each for each in WAYS if each is not Way.EX_OFFICIO or actor.role in EX_OFFICIO]
        self.offer(
            "way", [(each.value, say(f"complaints.typed_way_{each.value}", language)) for each in ways]
        )
        self.offer("to_body", body_choices(language), or_none=True)
        self.offer(
            "addressee",
            [(each, say(f"complaints.typed_addressee_{each}", language)) for each in ADDRESSEES],
            or_none=True,
        )
        self.offer(
            "on_behalf", [(each, say(f"complaints.typed_for_{each}", language)) for each in ("self", "other")]
        )
        self.offer(
            "naming",
            [(each.value, say(f"complaints.typed_naming_{each.value}", language)) for each in Naming],
        )
        for name in _KNOWN:
            if name in self.fields:
                self.offer(
                    name, [(each.value, say(f"complaints.known_{each.value}", language)) for each in Known]
                )
                self.fields[name].initial = Known.UNKNOWN.value

    def _ask_by_radio(self) -> None:
        for name in ("way", "on_behalf", "naming", *_KNOWN):
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                offered: Any = field.choices
                field.widget = forms.RadioSelect(choices=offered)

    def complaint(self, *, said_by: str) -> NewComplaint:
        """What was typed, as the act takes it."""
        other = self.given("victim_name") if self.given("on_behalf") == "other" else ""
        return NewComplaint(
            way=Way(self.given("way")),
            to_body=self.given("to_body"),
            happened=self.when("happened", zone(""), said_by=said_by),
            naming=Naming(self.given("naming")),
            on_behalf=self.given("on_behalf"),
            person_knows=self._known("person_knows"),
            under_guardianship=self._known("under_guardianship"),
            complainant=Complainant(
                name=self.given("name"),
                born_on=self.day("born_on"),
                contact=self.given("contact"),
                contact_safe=self.given("contact_safe"),
            ),
            victim=Complainant(name=other) if other else None,
            narrative=self.given("narrative"),
            particulars=self.particulars(),
            letter_opened=self._known("letter_opened"),
            addressee=self.given("addressee"),
            consents=self._consents(),
        )

    def _consents(self) -> Consents | None:
        if "examine" not in self.fields:
            return None
        return Consents(**{each: self._known(each) for each in _CONSENTS})

    def _known(self, name: str) -> Known:
        return Known(self.given(name) or Known.UNKNOWN)


@permit("complaints.register")
@require_http_methods(["GET", "POST"])
def typed_page(request: HttpRequest) -> HttpResponse:
    """Type a complaint in; once sent, it is registered by that very act."""
    actor, now = actor_of(request), moment_of(request)
    form = TypedForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            # The person's own word, unless nobody complained: then it is what the official saw.
            done = register_complaint(actor, form.complaint(said_by=""), now=now, act_id=form.act)
        except ComplaintRefusal as refusal:
            form.refused(refusal)
        else:
            sees = reach(actor, "complaints.see") is not None
            return render(
                request, "complaints/typed_done.html", {"complaint": done.complaint, "may_see": sees}
            )
    shown = {"form": form, "is_doctor": actor.role is Role.DOCTOR}
    return render(request, "complaints/typed.html", shown, status=422 if form.errors else 200)
