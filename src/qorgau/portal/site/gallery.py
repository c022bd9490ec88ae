"""What the gallery of components shows: one of each state, one form with every kind of field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest

from qorgau.portal.site.components.clock_words import STATES
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

_HOUR = 3600


@dataclass(frozen=True, slots=True)
class ShownClock:
    """A clock as the bar takes it."""

    state: str
    triggered_at: int
    due_at: int | None
    met_at: int | None


def gallery_context(request: HttpRequest) -> dict[str, Any]:
    """One of everything, as of this request."""
    at: int = request.as_of  # type: ignore[attr-defined]
    filled = SampleForm({"count": "three", "on_0": ""}) if "errors" in request.GET else SampleForm()
    return {
        "clocks": _clocks(at),
        "states": STATES,
        "form": filled,
        "page": Paginator(range(400), 20).get_page(request.GET.get("page")),
    }


def _clocks(at: int) -> list[ShownClock]:
    return [
        ShownClock("open", at - 20 * _HOUR, at + 4 * _HOUR, None),
        ShownClock("open", at - _HOUR, at + 71 * _HOUR, None),
        ShownClock("met", at - 30 * _HOUR, at - 6 * _HOUR, at - 11 * _HOUR),
        ShownClock("late", at - 30 * _HOUR, at - 20 * _HOUR, at - 16 * _HOUR),
        ShownClock("breached", at - 30 * _HOUR, at - 6 * _HOUR, None),
        ShownClock("cannot_tell", at - 30 * _HOUR, at - 6 * _HOUR, at - 6 * _HOUR),
        ShownClock("met", at - 30 * _HOUR, None, at - 28 * _HOUR),
        ShownClock("open", at - 5 * _HOUR, None, None),
    ]


class SampleForm(forms.Form):
    """One field of each kind, labelled by its kind."""

    words = forms.CharField(label="CharField", max_length=40)
    count = forms.IntegerField(label="IntegerField", min_value=0)
    notes = forms.CharField(label="Textarea", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    one = forms.ChoiceField(label="RadioSelect", widget=forms.RadioSelect)
    short = forms.ChoiceField(
        label="RadioSelect", widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline"})
    )
    several = forms.MultipleChoiceField(label="CheckboxSelectMultiple", widget=forms.CheckboxSelectMultiple)
    listed = forms.ChoiceField(label="Select")
    day = forms.DateField(label="DateField")
    time = forms.TimeField(label="TimeField")
    on = forms.SplitDateTimeField(label="SplitDateTimeField")
    file = forms.FileField(label="FileField", required=False)
    secret = forms.CharField(label="PasswordInput", widget=forms.PasswordInput)
    agreed = forms.BooleanField(label="BooleanField")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give the choices and hints in the language of the page."""
        super().__init__(*args, **kwargs)
        language = active_language()
        states = [(state, say(f"site.state_{state}", language)) for state in STATES[:4]]
        for name in ("one", "short", "several", "listed"):
            self.fields[name].choices = states[: 2 if name == "short" else 4]  # type: ignore[attr-defined]
        for name in ("words", "one", "day", "agreed"):
            self.fields[name].help_text = say("site.error_moment", language)
