"""Registering a person: at most twelve questions on one page."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from qorgau.access.actor import Actor
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.clock import Zone
from qorgau.custody.actions import book
from qorgau.custody.entries import Booking, NameStatus
from qorgau.custody.kind_forms import kind_forms
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.times import When, read_when
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.fields import MomentField, said, short_text, worded, written, yes_or_no
from qorgau.custody.web.titles import desk_places
from qorgau.places.queries import zone_of
from qorgau.wording import say, say_instant
from qorgau.wording.templatetags.wording import active_language

_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_NAMES = {
    NameStatus.GIVEN: "custody.name_given",
    NameStatus.DOCUMENTED: "custody.name_documented",
    NameStatus.UNKNOWN: "custody.name_is_unknown",
    NameStatus.REFUSED: "custody.name_is_refused",
}


class BookingForm(ActForm):
    """What is asked of a person brought in."""

    place = forms.ChoiceField(label=said("custody.field_place"))
    family_name = short_text(label=said("custody.field_family_name"), required=False)
    given_name = short_text(label=said("custody.field_given_name"), required=False)
    name_status = forms.ChoiceField(
        label=said("custody.field_name_status"),
        choices=[(status.value, said(key)) for status, key in _NAMES.items()],
        widget=forms.RadioSelect,
        initial=NameStatus.GIVEN.value,
    )
    birth = short_text(
        label=said("custody.field_birth"), help_text=said("custody.hint_birth"), required=False
    )
    gender = forms.ChoiceField(label=said("custody.field_gender"), required=False)
    foreign_national = forms.ChoiceField(
        label=said("custody.field_foreign_national"),
        choices=yes_or_no,
        widget=forms.RadioSelect,
        required=False,
    )
    apprehended = MomentField(
        label=said("custody.field_apprehended"), help_text=said("custody.hint_apprehended")
    )
    by_person = MomentField(
        label=said("custody.field_by_person"), help_text=said("custody.hint_by_person"), required=False
    )
    where = short_text(label=said("custody.field_where"), required=False)
    by_whom = short_text(label=said("custody.field_by_whom"), required=False)
    ground = forms.ChoiceField(label=said("custody.field_ground"))
    ordered_by = short_text(label=said("custody.field_ordered_by"), required=False)
    delivered = MomentField(label=said("custody.field_delivered"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        """Offer the actor's own places and the words of the vocabulary."""
        super().__init__(*args, **kwargs)
        language = active_language()
        own = desk_places(actor, language)
        # Nobody is registered at the first place of a list because it was the first.
        self.offer("place", own if len(own) < 2 else [("", ""), *own])
        self.offer("gender", [("", say("custody.not_said", language)), *_words("IdentityRecorded", "gender")])
        self.offer("ground", [("", ""), *_words("Apprehended", "ground")])
        if len(actor.places) == 1:
            self.fields["place"].widget = forms.HiddenInput()
            self.fields["place"].initial = next(iter(actor.places))

    def clean_birth(self) -> str:
        """A day may be written the way people here write it: 3.4.2009."""
        typed = self.given("birth")
        if found := _DAY_FIRST.fullmatch(typed):
            day, month, year = found.groups()
            return f"{year}-{int(month):02}-{int(day):02}"
        return typed

    def booking(self) -> Booking:
        """What was typed, as the desk takes it; raises CustodyRefusal for a time that never was."""
        zone = zone_of(self.given("place"))

        def moment(name: str, word: str = "") -> When | None:
            typed = self.given(name)
            return read_when(typed, zone, field=name, said_by=word) if typed else None

        return Booking(
            place=self.given("place"),
            family_name=self.given("family_name"),
            given_name=self.given("given_name"),
            name_status=NameStatus(self.given("name_status")),
            birth=self.given("birth"),
            gender=self.given("gender"),
            foreign_national=self.given("foreign_national"),
            apprehended=read_when(self.given("apprehended"), zone, field="apprehended"),
            by_person=moment("by_person", "person"),
            where=self.given("where"),
            by_whom=self.given("by_whom"),
            ground=self.given("ground"),
            ordered_by=self.given("ordered_by"),
            delivered=moment("delivered"),
        )


@permit("custody.book")
@require_http_methods(["GET", "POST"])
def book_person(request: HttpRequest) -> HttpResponse:
    """Register a person who was brought in."""
    actor, now = actor_of(request), moment_of(request)
    form = BookingForm(request.POST or None, actor=actor, initial=_now_at_the_desk(actor, now))
    if request.method == "POST" and form.is_valid():
        try:
            booked = book(actor, form.booking(), now=now, act_id=form.act, confirmed=form.is_confirmed)
        except CustodyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, _said_done(form, now))
            return redirect("custody:record", booked.custody)
    return render(request, "custody/book.html", {"form": form}, status=422 if form.errors else 200)


def _now_at_the_desk(actor: Actor, now: int) -> dict[str, str]:
    zone = _desk_zone(actor)
    return {"delivered": written(now, zone), "apprehended": written(now, zone)[:10]} if zone else {}


def _desk_zone(actor: Actor) -> Zone | None:
    return zone_of(min(actor.places)) if actor.places else None


def _said_done(form: BookingForm, now: int) -> str:
    language = active_language()
    booking = form.booking()
    name = f"{booking.family_name} {booking.given_name}".strip() or say("custody.name_unknown", language)
    zone = zone_of(booking.place)
    return say("custody.book_done", language, name=name,
               when=say_instant(booking.apprehended.earliest, zone, language))  # fmt: skip


def _words(kind: str, fact: str) -> list[tuple[str, str]]:
    asked = kind_forms()[kind].asked(fact)
    assert asked is not None
    return worded(asked.words, active_language())
