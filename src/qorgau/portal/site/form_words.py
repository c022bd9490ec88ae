"""Error sentences of Django's form fields in our words; its own catalogue has no full Kazakh."""

from django.core import validators
from django.forms import fields, models
from django.utils.functional import lazy

from qorgau.wording.templatetags.wording import say

_said = lazy(say, str)
_FIELDS: dict[type[fields.Field], dict[str, str]] = {
    fields.Field: {"required": "required"},
    fields.IntegerField: {"invalid": "whole_number"},
    fields.FloatField: {"invalid": "number"},
    fields.DecimalField: {"invalid": "number"},
    fields.DateField: {"invalid": "day"},
    fields.TimeField: {"invalid": "time"},
    fields.DateTimeField: {"invalid": "moment"},
    fields.SplitDateTimeField: {"invalid_date": "day", "invalid_time": "time"},
    fields.FileField: {
        "invalid": "file", "missing": "file", "empty": "file_empty", "contradiction": "file",
    },
    fields.ChoiceField: {"invalid_choice": "choice"},
    fields.MultipleChoiceField: {"invalid_choice": "choice", "invalid_list": "choice"},
    fields.MultiValueField: {"invalid": "invalid", "incomplete": "incomplete"},
    fields.UUIDField: {"invalid": "invalid"},
    fields.RegexField: {"invalid": "invalid"},
    models.ModelChoiceField: {"invalid_choice": "choice"},
}  # fmt: skip


def speak_our_words() -> None:
    """Replace the error sentences of Django's field classes; a field's own sentence still comes first."""
    for field, sentences in _FIELDS.items():
        said = {code: _said(f"site.error_{key}") for code, key in sentences.items()}
        field.default_error_messages = {**getattr(field, "default_error_messages", {}), **said}
    validators.EmailValidator.message = _said("site.error_email")
    validators.URLValidator.message = _said("site.error_invalid")
    validators.MinValueValidator.message = _said("site.error_least")
    validators.MaxValueValidator.message = _said("site.error_most")
    validators.MinLengthValidator.message = _said("site.error_too_short")
    validators.MaxLengthValidator.message = _said("site.error_too_long")
    validators.ProhibitNullCharactersValidator.message = _said("site.error_invalid")
    validators.RegexValidator.message = _said("site.error_invalid")
