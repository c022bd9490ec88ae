"""Which places a page is asked for: read from its address, which anybody may have typed."""

from typing import Any

from django import forms
from django.http import QueryDict

from qorgau.lawbook import Language
from qorgau.places import choices
from qorgau.places.forms import InventoryForm
from qorgau.places.queries import Wanted

_OFFICIAL = {"yes": True, "no": False}


class FilterForm(InventoryForm):
    """What a list of places is narrowed to; what is not known is not asked."""

    def build(self) -> None:
        """Text, region, kind, body, official, closed."""
        self.ask("text")
        for name, among in (
            ("region", choices.region_choices(self.language)),
            ("kind", choices.kinds(self.language)),
            ("body", choices.running_bodies(self.language)),
        ):
            self.choose(name, among)
        answers = [("yes", self._say("only_official")), ("no", self._say("only_unofficial"))]
        self.choose("official", answers)
        self.fields["official"].label = self._say("status")
        for name in ("region", "kind", "body", "official"):
            self.fields[name].choices = [("", self._say("any_place")), *self.fields[name].choices[1:]]  # type: ignore[attr-defined]
        self.fields["closed"] = forms.BooleanField(label=self._say("with_closed"), required=False)

    @property
    def wanted(self) -> Wanted:
        """The question; fields that cannot be read ask nothing."""
        if not self.is_bound:
            return Wanted()
        self.is_valid()
        said: dict[str, Any] = self.cleaned_data
        return Wanted(
            region=said.get("region", ""),
            kind=said.get("kind", ""),
            body=said.get("body", ""),
            official=_OFFICIAL.get(said.get("official", "")),
            closed=None if said.get("closed") else False,
            text=said.get("text", ""),
        )


def asked(query: QueryDict, language: Language) -> FilterForm:
    """The form as the address fills it."""
    return FilterForm(query if query else None, language=language, auto_id="filter_%s")
