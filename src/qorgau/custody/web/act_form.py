"""A form that becomes one act: it can be sent twice and counts once, and shows why the desk refuses it."""

from __future__ import annotations

from typing import Any

from django import forms

from qorgau.custody.refusal import CustodyRefusal, NeedsConfirmation
from qorgau.custody.web.fields import said
from qorgau.recording.drafts import new_entry_id
from qorgau.wording.templatetags.wording import active_language


class ActForm(forms.Form):
    """Carries the id of its act, so that a second click changes nothing; asks again where that is needed."""

    act_id = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput, initial=new_entry_id)
    confirmed = forms.BooleanField(required=False, label=said("custody.confirm_tick"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The tick to confirm shows only once something must be confirmed."""
        super().__init__(*args, **kwargs)
        self.warnings: tuple[str, ...] = ()
        if "confirmed" not in self.data:
            self.fields["confirmed"].widget = forms.HiddenInput()

    def offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Offer these answers in a field whose words are known only now."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def refused(self, refusal: CustodyRefusal) -> None:
        """Show the refusal at its field; a question whether it is meant so shows with a tick."""
        language = active_language()
        if isinstance(refusal, NeedsConfirmation):
            self.fields["confirmed"].widget = forms.CheckboxInput()
            self.warnings = tuple(each.said(language) for each in refusal.warnings)
            self.add_error("confirmed", " ".join(self.warnings))
            return
        name = refusal.field if refusal.field in self.fields else None
        self.add_error(name, refusal.said(language))

    @property
    def act(self) -> str:
        """The id of the act."""
        return str(self.cleaned_data["act_id"])

    @property
    def is_confirmed(self) -> bool:
        """Whether what is unusual was confirmed."""
        return bool(self.cleaned_data.get("confirmed"))

    def given(self, name: str) -> str:
        """What was typed into a field, or nothing."""
        return str(self.cleaned_data.get(name) or "").strip()
