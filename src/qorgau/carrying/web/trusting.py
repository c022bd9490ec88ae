"""Trust another instance: read its card, compare the fingerprint by voice, then trust."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.carrying.actions.trusting import is_replaced_by, trust_instance
from qorgau.carrying.refusals import Refused, refused_as
from qorgau.carrying.web.refusing import in_words
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.fields import long_text, said
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.bundles.cards import Card
from qorgau.recording.refusal import RecordingRefusal
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

_LONGEST_CARD = 4000


class CardForm(forms.Form):
    """A card, as a file or as its text."""

    file = forms.FileField(label=said("carrying.card_file"), required=False, allow_empty_file=True)
    text = long_text(label=said("carrying.card_text"), required=False)

    def clean(self) -> dict[str, Any]:
        """The card must come one way or the other."""
        given = super().clean() or {}
        if not given.get("file") and not (given.get("text") or "").strip() and not self.errors:
            self.add_error("file", say("carrying.card_needed", active_language()))
        return given

    def written(self) -> bytes:
        """The bytes of the card; of a larger file no more than a card can have."""
        file = self.cleaned_data.get("file")
        return bytes(file.read(_LONGEST_CARD)) if file else self.cleaned_data["text"].strip().encode()


class TrustForm(ActForm):
    """The answer once the fingerprint was compared."""

    card = forms.CharField(max_length=_LONGEST_CARD, widget=forms.HiddenInput)
    compared = forms.BooleanField(
        label=said("carrying.compared"), error_messages={"required": said("carrying.compare_first")}
    )
    reason = long_text(label=said("carrying.reason"), required=False)


@permit("instances.trust")
@require_http_methods(["GET", "POST"])
def trust(request: HttpRequest) -> HttpResponse:
    """First the card, then its fingerprint, then the answer."""
    if request.method == "GET":
        return _ask(request, CardForm())
    if "card" in request.POST:
        return _answered(request)
    form = CardForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, form)
    card = _read(form, form.written())
    if card is None:
        return _ask(request, form)
    return _compare(request, TrustForm(initial={"card": str(card)}), card)


def _answered(request: HttpRequest) -> HttpResponse:
    form = TrustForm(request.POST)
    card = _read(form, request.POST["card"].encode())
    if card is None:
        return _ask(request, CardForm())
    if form.is_valid():
        try:
            trust_instance(
                actor_of(request), card, reason=form.given("reason"), now=moment_of(request), act_id=form.act
            )
        except (RecordingRefusal, LedgerRefusal) as refusal:
            form.add_error("reason" if is_replaced_by(card) else None, _sentence(refusal))
        else:
            messages.success(request, say("carrying.trusted", active_language(), instance=card.instance))
            return redirect("carrying:overview")
    return _compare(request, form, card)


def _read(form: forms.Form, data: bytes) -> Card | None:
    try:
        return Card.read(data)
    except (RecordingRefusal, LedgerRefusal, UnicodeError) as refusal:
        form.is_valid()
        form.add_error(None, _sentence(refusal))
        return None


def _sentence(refusal: Exception) -> str:
    # What is no card at all is refused by whoever reads JSON and keys.
    word = Refused.CARD if isinstance(refusal, LedgerRefusal) else refused_as(refusal)
    return in_words(word)


def _ask(request: HttpRequest, form: forms.Form) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "carrying/trust.html", {"form": form}, status=status)


def _compare(request: HttpRequest, form: TrustForm, card: Card) -> HttpResponse:
    replaces = is_replaced_by(card)
    if not replaces:
        form.fields["reason"].widget = forms.HiddenInput()
    context = {"form": form, "card": card, "groups": card.fingerprint.split(), "replaces": replaces}
    return render(request, "carrying/compare.html", context, status=422 if form.errors else 200)
