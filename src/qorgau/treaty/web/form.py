"""A form that becomes one act: it can be sent twice and counts once, and shows why it is refused at its field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from django import forms

from qorgau.custody.web.fields import said
from qorgau.recording.drafts import new_entry_id
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.wording.templatetags.wording import active_language

_LONGEST = 200_000


class TreatyForm(forms.Form):
    """Carries the id of its act, so that a second click changes nothing."""

    act_id = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput, initial=new_entry_id)
    called: ClassVar[Mapping[str, str]] = {}
    """What the action calls a field -> what this form calls it."""

    def offer(self, name: str, choices: list[tuple[str, str]], *, or_none: bool = False) -> None:
        """Offer these answers in a field whose words are known only now."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *choices] if or_none else choices

    def refused(self, refusal: TreatyRefusal) -> None:
        """Show the refusal at its field, or above all of them."""
        name = self.called.get(refusal.field, refusal.field)
        self.add_error(name if name in self.fields else None, refusal.said(active_language()))

    def given(self, name: str) -> str:
        """What was typed into a field, or nothing."""
        return str(self.cleaned_data.get(name) or "").strip()

    def several(self, name: str) -> tuple[str, ...]:
        """The answers ticked in a field."""
        return tuple(self.cleaned_data.get(name) or ())

    def day(self, name: str) -> date | None:
        """A civil day, or none."""
        found = self.cleaned_data.get(name)
        return found if isinstance(found, date) else None

    def needed_day(self, name: str) -> date:
        """A civil day that the form asked for."""
        found = self.day(name)
        assert found is not None
        return found

    @property
    def act(self) -> str:
        """The id of the act."""
        return str(self.cleaned_data["act_id"])


def one_of(label: str, *, required: bool = True, hint: str = "") -> forms.ChoiceField:
    """One of several answers; the words are offered later."""
    return forms.ChoiceField(label=said(label), required=required, help_text=said(hint) if hint else "")


def few_of(label: str, *, required: bool = True) -> forms.ChoiceField:
    """One of a few answers, one below the other."""
    return forms.ChoiceField(label=said(label), required=required, widget=forms.RadioSelect)


def any_of(label: str, *, hint: str = "") -> forms.MultipleChoiceField:
    """Any number of answers, to be ticked."""
    return forms.MultipleChoiceField(
        label=said(label),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=said(hint) if hint else "",
    )


def on_day(label: str, *, required: bool = True, hint: str = "") -> forms.DateField:
    """A civil day."""
    return forms.DateField(label=said(label), required=required, help_text=said(hint) if hint else "")


def one_line(label: str, *, required: bool = True, hint: str = "", most: int = 400) -> forms.CharField:
    """One line."""
    return forms.CharField(
        label=said(label), required=required, max_length=most, help_text=said(hint) if hint else ""
    )


def many_lines(
    label: str, *, required: bool = True, hint: str = "", rows: int = 4, most: int = _LONGEST
) -> forms.CharField:
    """Several lines."""
    return forms.CharField(
        label=said(label),
        required=required,
        max_length=most,
        help_text=said(hint) if hint else "",
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def because(*, required: bool = True) -> forms.CharField:
    """Why; kept with the act."""
    return many_lines("treaty.reason", required=required, hint="treaty.reason_hint", rows=2, most=2000)
