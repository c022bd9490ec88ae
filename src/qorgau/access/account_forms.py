"""The administrator's forms: open an account, appoint, make a token."""

from typing import Any

from django import forms

from qorgau.access.choices import BODY, PLACE, REGION, id_named, offered, source_titles
from qorgau.access.forms import said
from qorgau.access.roles import SAYS, Role
from qorgau.lawbook import Language
from qorgau.wording import in_language
from qorgau.wording.templatetags.wording import active_language, say

_NATIVE = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}


class FindForm(forms.Form):
    """Which accounts to show."""

    words = forms.CharField(label=said("access.find_words"), required=False, max_length=100)
    role = forms.ChoiceField(label=said("access.role"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer every role, and all of them together."""
        super().__init__(*args, **kwargs)
        self.fields["role"] = forms.ChoiceField(
            label=said("access.role"),
            required=False,
            choices=[("", say("access.all_roles")), *_roles()],
        )


class AccountForm(forms.Form):
    """A new account."""

    name = forms.CharField(
        label=said("access.name"),
        help_text=said("access.name_hint"),
        max_length=200,
        error_messages={"required": said("access.name_missing")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    sign_in_name = forms.CharField(
        label=said("access.sign_in_name"),
        help_text=said("access.sign_in_name_hint"),
        max_length=150,
        error_messages={"required": said("access.sign_in_name_needed")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    email = forms.EmailField(label=said("access.email"), required=False)
    language = forms.ChoiceField(
        label=said("access.language"),
        choices=[(language.value, name) for language, name in _NATIVE.items()],
        initial=Language.KK.value,
        widget=forms.RadioSelect,
    )


class AppointForm(forms.Form):
    """As what somebody is appointed, for which body, where, and until when."""

    role = forms.ChoiceField(
        label=said("access.role"), error_messages={"required": said("access.role_missing")}
    )
    body = forms.CharField(
        label=said("access.body"),
        help_text=said("access.body_hint"),
        max_length=200,
        error_messages={"required": said("access.body_missing")},
    )
    places = forms.CharField(
        label=said("access.places"),
        help_text=said("access.places_hint"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )
    regions = forms.MultipleChoiceField(
        label=said("access.regions"),
        help_text=said("access.regions_hint"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
    )
    said_by = forms.ChoiceField(
        label=said("access.said_by"), help_text=said("access.said_by_hint"), required=False
    )
    days = forms.IntegerField(
        label=said("access.days"),
        help_text=said("access.days_hint"),
        required=False,
        min_value=1,
        max_value=3660,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer roles, regions and sources in the page's language."""
        super().__init__(*args, **kwargs)
        language = active_language()
        regions = {each: text.get(language) or each for each, text in offered(REGION).items()}
        self._offer("role", [("", "—"), *_roles()])
        self._offer("regions", sorted(regions.items(), key=lambda pair: pair[1]))
        words = dict.fromkeys(word for words in SAYS.values() for word in words)
        self._offer("said_by", [("", say("access.said_by_usual")), *_sources(words)])

    def clean_body(self) -> str:
        """The body's id, from its id or name."""
        return self._named(BODY, self.cleaned_data["body"])

    def clean_places(self) -> list[str]:
        """The places' ids, from ids or names, one a line."""
        lines = [line.strip() for line in self.cleaned_data["places"].splitlines()]
        return [self._named(PLACE, line) for line in lines if line]

    def _named(self, kind: str, typed: str) -> str:
        found = id_named(kind, typed.strip())
        if found is None:
            raise forms.ValidationError(say(f"access.no_such_{kind}", name=typed.strip()))
        return found

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class TokenForm(forms.Form):
    """What a token is for, and how long it lasts."""

    title = forms.CharField(
        label=said("access.token_title"),
        help_text=said("access.token_title_hint"),
        max_length=80,
        error_messages={"required": said("access.token_title_missing")},
    )
    days = forms.IntegerField(label=said("access.token_lasts"), min_value=1, max_value=366, initial=90)


def _roles() -> list[tuple[str, str]]:
    return [(role.value, say(f"access.role_{role.value}")) for role in Role]


def _sources(words: dict[str, None]) -> list[tuple[str, str]]:
    titles = source_titles()
    return [(word, in_language(titles[word], active_language())) for word in words]
