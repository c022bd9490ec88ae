"""The forms of sign-in and of one's own account, with error sentences of ours."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import lazy

from qorgau.access.models import Account, Appointment
from qorgau.access.sign_in.passwords import weakness
from qorgau.wording.templatetags.wording import say

said = lazy(say, str)


def _secret(label: str, *, new: bool = False, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=said(label),
        help_text=said(hint) if hint else "",
        strip=False,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "new-password" if new else "current-password", "spellcheck": "false"}
        ),
        error_messages={"required": said("access.password_missing")},
        max_length=1024,
    )


class SignInForm(forms.Form):
    """Name and password."""

    name = forms.CharField(
        label=said("access.sign_in_name"),
        max_length=150,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": said("access.sign_in_name_missing")},
    )
    password = _secret("access.password")


class CodeForm(forms.Form):
    """A code from the app, or one from paper."""

    code = forms.CharField(
        label=said("access.code"),
        help_text=said("access.code_hint"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "class": "govuk-input--width-10", "spellcheck": "false"}
        ),
        error_messages={"required": said("access.code_missing")},
    )


class AppForm(forms.Form):
    """The first code of a new app."""

    code = forms.CharField(
        label=said("access.app_code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "govuk-input--width-10",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": said("access.code_missing")},
    )


class PasskeyForm(forms.Form):
    """The name of a new passkey, and what the browser made of the challenge."""

    title = forms.CharField(
        label=said("access.passkey_title"),
        help_text=said("access.passkey_title_hint"),
        max_length=80,
        error_messages={"required": said("access.passkey_title_missing")},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20", "autocomplete": "off"}),
    )


class PasswordForm(forms.Form):
    """The password once more."""

    password = _secret("access.password")


class NewPasswordForm(forms.Form):
    """A new password, twice; the account says which ones will not do."""

    new = _secret("access.new_password", new=True, hint="access.new_password_hint")
    repeated = _secret("access.new_password_again", new=True)

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        """Know whose it will be."""
        super().__init__(*args, **kwargs)
        self.account = account

    def clean(self) -> dict[str, Any]:
        """Both alike, and not one that anybody would guess."""
        given = super().clean() or {}
        new, repeated = given.get("new"), given.get("repeated")
        if new and (why := weakness(new, account=self.account)):
            self.add_error("new", said(why))
        elif new and repeated and new != repeated:
            self.add_error("repeated", said("access.passwords_differ"))
        return given


class ChangePasswordForm(NewPasswordForm):
    """The present password, and a new one twice."""

    present = _secret("access.present_password")
    field_order = ("present", "new", "repeated")


class RoleForm(forms.Form):
    """Which appointment to act under."""

    appointment = forms.ChoiceField(
        label=said("access.choose_role"),
        widget=forms.RadioSelect,
        error_messages={"required": said("access.choose_role_missing")},
    )

    def __init__(self, *args: Any, appointments: Sequence[tuple[Appointment, str]], **kwargs: Any) -> None:
        """Offer these, each with its words."""
        super().__init__(*args, **kwargs)
        field = self.fields["appointment"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.id, words) for each, words in appointments]
