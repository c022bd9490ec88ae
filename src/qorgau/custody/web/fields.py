"""Form fields of the desk: a moment at the place, closed words of the vocabulary, yes or no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.utils.functional import lazy

from qorgau.clock import Zone
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.wording.templatetags.wording import say

said = lazy(say, str)
_LONGEST_TEXT = 4000


class MomentInputs(forms.MultiWidget):
    """A day and a time beside each other."""

    def __init__(self) -> None:
        """Each input says what it is to those who listen."""
        super().__init__(
            [
                forms.DateInput(attrs={"aria-label": said("custody.day")}),
                forms.TimeInput(attrs={"aria-label": said("custody.time")}),
            ]
        )

    def decompress(self, value: str | None) -> list[date | str | None]:
        """Both parts of `2026-01-02 03:04`; what is no day stands as it was typed."""
        day, _, clock = (value or "").partition(" ")
        try:
            return [date.fromisoformat(day), clock or None]
        except ValueError:
            return [day or None, clock or None]


class MomentField(forms.MultiValueField):
    """A day with or without a time; its value is `2026-01-02 03:04`, `2026-01-02` or nothing."""

    widget = MomentInputs

    def __init__(self, **kwargs: Any) -> None:
        """The day is needed where the field is; the time never is."""
        parts = (forms.DateField(), forms.TimeField(required=False))
        super().__init__(fields=parts, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[date | time | None]) -> str:
        """Put the two together as the desk reads them."""
        day, clock = (*data_list, None, None)[:2]
        if not isinstance(day, date):
            return ""
        return f"{day:%Y-%m-%d} {clock:%H:%M}" if isinstance(clock, time) else f"{day:%Y-%m-%d}"


def written(instant: int, zone: Zone) -> str:
    """An instant as a moment field holds it."""
    return f"{zone.local(instant):%Y-%m-%d %H:%M}"


def worded(words: Mapping[str, Text], language: Language) -> list[tuple[str, str]]:
    """A closed list of words as choices."""
    return [(word, title[language]) for word, title in words.items()]


def yes_or_no() -> list[tuple[str, Any]]:
    """Yes, no, or nobody said."""
    return [("yes", said("custody.yes")), ("no", said("custody.no")), ("", said("custody.not_said"))]


def short_text(**kwargs: Any) -> forms.CharField:
    """One line."""
    return forms.CharField(max_length=200, **kwargs)


def long_text(**kwargs: Any) -> forms.CharField:
    """Several lines."""
    return forms.CharField(max_length=_LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4}), **kwargs)
