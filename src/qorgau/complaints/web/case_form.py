"""A form that becomes one act on a case: it can be sent twice and counts once, and shows why it is refused."""

from __future__ import annotations

from django import forms

from qorgau.clock import Zone
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.times import When, read_when
from qorgau.custody.web.fields import MomentField, said
from qorgau.recording.drafts import new_entry_id
from qorgau.wording.templatetags.wording import active_language


class CaseForm(forms.Form):
    """Carries the id of its act, so that a second click changes nothing."""

    act_id = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput, initial=new_entry_id)

    def offer(self, name: str, choices: list[tuple[str, str]], *, or_none: bool = False) -> None:
        """Offer these answers in a field whose words are known only now."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *choices] if or_none else choices

    def as_radios(self, name: str) -> None:
        """Show the few answers of a field one below the other."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.widget = forms.RadioSelect()
        field.widget.choices = field.choices

    def refused(self, refusal: ComplaintRefusal) -> None:
        """Show the refusal at its field, or above all of them."""
        name = refusal.field if refusal.field in self.fields else None
        self.add_error(name, refusal.said(active_language()))

    def given(self, name: str) -> str:
        """What was typed into a field, or nothing."""
        return str(self.cleaned_data.get(name) or "").strip()

    def day(self, name: str) -> str:
        """A civil day as the record holds it, or nothing."""
        found = self.cleaned_data.get(name)
        return found.isoformat() if found else ""

    def when(self, name: str, zone: Zone, *, said_by: str) -> When | None:
        """A moment at the place; nothing where it was left empty."""
        typed = self.given(name)
        return read_when(typed, zone, said_by=said_by) if typed else None

    @property
    def act(self) -> str:
        """The id of the act."""
        return str(self.cleaned_data["act_id"])


def choice(label: str, *, required: bool = True) -> forms.ChoiceField:
    """One of a few answers; the words are offered later."""
    return forms.ChoiceField(label=said(label), required=required)


def moment(label: str, *, required: bool = False, hint: str = "") -> MomentField:
    """A day and a time at the place."""
    return MomentField(label=said(label), required=required, help_text=said(hint) if hint else "")
