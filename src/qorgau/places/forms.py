"""The forms of the inventory. They read what was typed; whether it holds is for the rules and the acts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from qorgau.lawbook import Language
from qorgau.places import choices
from qorgau.places.actions import Since
from qorgau.places.country import regions
from qorgau.places.details import CellDetails, PlaceDetails, UnitDetails, whole_name
from qorgau.places.faults import Fault
from qorgau.places.place import Accessibility, Cell, ForWhom, Place, Unit
from qorgau.places.rules import LONGEST_NAME
from qorgau.places.typed import Untyped, read_area, read_count, read_day, read_words, tidy, written_area
from qorgau.wording import in_language, say

_OFFICIAL = {"yes": "yes_official", "no": "not_official"}
_LOOKED = {"yes": "accessible_looked", "no": "accessible_not_looked"}


class InventoryForm(forms.Form):
    """A form in the reader's language, whose fields take the inventory's faults."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, language: Language, **more: Any) -> None:
        """Build the fields in one language."""
        super().__init__(data, **more)
        self.language = language
        self.build()

    def build(self) -> None:
        """Add the fields; each form says which."""

    def take(self, faults: Iterable[Fault]) -> None:
        """Show what is wrong beside the field it stands in."""
        for fault in faults:
            self.add_error(fault.where if fault.where in self.fields else None, fault.said(self.language))

    def ask(self, name: str, key: str = "", *, hint: str = "", needed: bool = False, **more: Any) -> None:
        """Add a line of text."""
        widget = more.pop("widget", None) or forms.TextInput(attrs=more.pop("attrs", {}))
        self.fields[name] = forms.CharField(
            label=self._say(key or name),
            help_text=self._say(hint) if hint else "",
            required=needed,
            max_length=more.pop("most", LONGEST_NAME),
            widget=widget,
            strip=True,
            error_messages=more.pop("error_messages", {}),
        )

    def choose(
        self, name: str, among: choices.Choices, *, wrong: str = "", hint: str = "", radio: bool = False
    ) -> None:
        """Add a choice of one; with `wrong`, one must be chosen, and that phrase says so."""
        empty = [] if radio else [("", "")]
        sentence = self._say(wrong) if wrong else ""
        self.fields[name] = forms.ChoiceField(
            label=self._say(_LABELS.get(name, name)),
            help_text=self._say(hint) if hint else "",
            choices=[*empty, *among],
            required=bool(wrong),
            widget=forms.RadioSelect() if radio else forms.Select(),
            error_messages={"required": sentence, "invalid_choice": sentence} if wrong else {},
        )

    def tick(self, name: str, among: choices.Choices) -> None:
        """Add a choice of any number."""
        self.fields[name] = forms.MultipleChoiceField(
            label=self._say(name), choices=among, required=False, widget=forms.CheckboxSelectMultiple()
        )

    def text(self, name: str) -> str:
        """What was typed in a field, tidied."""
        return tidy(self.cleaned_data.get(name) or "")

    def clean(self) -> dict[str, Any]:
        """Read every field that is not plain text; what cannot be read is said beside it."""
        cleaned = super().clean() or self.cleaned_data
        for name, read in self.readers().items():
            try:
                cleaned[name] = read(cleaned.get(name) or "")
            except Untyped as wrong:
                self.take([wrong.fault])
        return cleaned

    def readers(self) -> dict[str, Any]:
        """How fields are read that are more than text."""
        known = {
            "capacity": lambda text: read_count(text, where="capacity"),
            "area": lambda text: read_area(text, where="area"),
            "since": lambda text: read_day(text, where="since"),
            "for_whom": lambda words: read_words(words, ForWhom, where="for_whom"),
            "accessible": lambda words: read_words(words, Accessibility, where="accessible"),
        }
        return {name: read for name, read in known.items() if name in self.fields}

    @property
    def since(self) -> Since:
        """From when what the form says holds."""
        return Since(day=self.cleaned_data.get("since"))

    def ask_names(self) -> None:
        """Add the name in three languages."""
        for name in ("name_kk", "name_ru", "name_en"):
            self.ask(name, hint="name_hint" if name == "name_kk" else "", attrs={"lang": name[-2:]})

    def ask_measures(self) -> None:
        """Add capacity, living space and for whom."""
        self.ask("capacity", attrs={"inputmode": "numeric", "class": "govuk-input--width-5"})
        self.ask("area", hint="area_hint", attrs={"inputmode": "decimal", "class": "govuk-input--width-5"})
        self.tick("for_whom", choices.groups(self.language))

    def ask_since(self, key: str = "since", *, hint: str = "since_hint") -> None:
        """Add the day from which it holds."""
        day = {"inputmode": "numeric", "class": "govuk-input--width-10", "autocomplete": "off"}
        self.ask("since", key, hint=hint, attrs=day, most=30)

    def ask_reason(self, *, needed: bool = False) -> None:
        """Add a sentence that says why."""
        missing = {"required": self._say("closing_needs_reason")}
        box = forms.Textarea(attrs={"rows": 3})
        self.ask("reason", hint="reason_hint", most=1_000, widget=box, needed=needed, error_messages=missing)

    def _say(self, key: str) -> str:
        return say(f"places.{key}", self.language)


_LABELS = {"official": "officially", "accessible_known": "accessible_known"}


class PlaceForm(InventoryForm):
    """What is said of a place."""

    def build(self) -> None:
        """All that an inventory asks of a place."""
        self.ask_names()
        self.choose("kind", choices.kinds(self.language), wrong="choose_kind")
        official = [(word, self._say(key)) for word, key in _OFFICIAL.items()]
        self.choose("official", official, wrong="choose_official", hint="officially_hint", radio=True)
        self.choose("region", choices.region_choices(self.language), wrong="choose_region")
        self.ask("settlement")
        self.choose("body", choices.running_bodies(self.language), wrong="choose_body")
        self.choose("unit", choices.unit_choices(self.language))
        self.ask_measures()
        looked = [(word, self._say(key)) for word, key in _LOOKED.items()]
        self.choose("accessible_known", looked, radio=True)
        self.tick("accessible", choices.accessibilities(self.language))
        self.ask("zone", hint="zone_hint", attrs={"class": "govuk-input--width-20"}, most=64)
        self.ask_when()

    def ask_when(self) -> None:
        """Since when persons are held there."""
        self.ask_since("opened_on", hint="opened_hint")

    def details(self) -> PlaceDetails:
        """What was typed, once the form is valid."""
        said = self.cleaned_data
        looked = said["accessible_known"] == "yes" or bool(said["accessible"])
        return PlaceDetails(
            name=whole_name(en=self.text("name_en"), ru=self.text("name_ru"), kk=self.text("name_kk")),
            kind=said["kind"],
            official=said["official"] == "yes",
            body=said["body"],
            region=said["region"],
            unit=said["unit"],
            settlement=self.text("settlement"),
            zone=self.text("zone"),
            capacity=said["capacity"],
            area_tenths=said["area"],
            for_whom=said["for_whom"],
            accessible=said["accessible"] if looked else None,
        )


class ChangePlaceForm(PlaceForm):
    """What is said of a place from some day on."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput())

    def ask_when(self) -> None:
        """Since when it is different, and why."""
        self.ask_since()
        self.ask_reason()


class ClosingForm(InventoryForm):
    """Since when a place or cell is closed or open again, and why."""

    def __init__(self, *args: Any, needs_reason: bool = False, **more: Any) -> None:
        """needs_reason: closing a place must be explained."""
        self.needs_reason = needs_reason
        super().__init__(*args, **more)

    def build(self) -> None:
        """A day and a sentence."""
        self.ask_since()
        self.ask_reason(needed=self.needs_reason)


class CellForm(InventoryForm):
    """What is said of a cell."""

    def build(self) -> None:
        """All that an inventory asks of a cell."""
        self.ask("name", "cell_name", needed=True, error_messages={"required": self._say("cell_needs_name")})
        self.ask_measures()
        self.ask_since()

    def details(self) -> CellDetails:
        """What was typed, once the form is valid."""
        said = self.cleaned_data
        return CellDetails(
            name=self.text("name"),
            capacity=said["capacity"],
            area_tenths=said["area"],
            for_whom=said["for_whom"],
        )


class UnitForm(InventoryForm):
    """What is said of a concrete body."""

    def __init__(self, *args: Any, unit_id: str = "", **more: Any) -> None:
        """unit_id: the unit that is changed, which cannot stand above itself."""
        self.unit_id = unit_id
        super().__init__(*args, **more)

    def build(self) -> None:
        """Name, institution, region and the unit above."""
        self.ask_names()
        self.choose("institution", choices.running_bodies(self.language), wrong="choose_institution")
        self.choose("region", choices.region_choices(self.language), wrong="choose_region")
        self.choose("above", choices.unit_choices(self.language, without=self.unit_id))
        self.ask_since()

    def details(self) -> UnitDetails:
        """What was typed, once the form is valid."""
        said = self.cleaned_data
        return UnitDetails(
            name=whole_name(en=self.text("name_en"), ru=self.text("name_ru"), kk=self.text("name_kk")),
            institution=said["institution"],
            region=said["region"],
            above=said["above"],
        )


def typed_of_place(place: Place, *, seen: int) -> dict[str, Any]:
    """A place as somebody would have typed it, to start a form from."""
    looked = "no" if place.accessible is None else "yes"
    return {
        **_names(place),
        "kind": place.kind,
        "official": "yes" if place.official else "no",
        "region": place.region,
        "settlement": place.settlement,
        "body": place.body,
        "unit": place.unit,
        "capacity": "" if place.capacity is None else str(place.capacity),
        "area": written_area(place.area_tenths),
        "for_whom": [word.value for word in place.for_whom],
        "accessible_known": looked,
        "accessible": [word.value for word in place.accessible or ()],
        # Left empty where it is the region's own, so that a change of region takes the zone along.
        "zone": "" if place.zone.name == regions()[place.region].zone else place.zone.name,
        "seen": seen,
    }


def typed_of_cell(cell: Cell) -> dict[str, Any]:
    """A cell as somebody would have typed it."""
    return {
        "name": cell.name,
        "capacity": "" if cell.capacity is None else str(cell.capacity),
        "area": written_area(cell.area_tenths),
        "for_whom": [word.value for word in cell.for_whom],
    }


def typed_of_unit(unit: Unit) -> dict[str, Any]:
    """A unit as somebody would have typed it."""
    named = {"institution": unit.institution, "region": unit.region, "above": unit.above}
    return {**_names(unit), **named}


def _names(named: Place | Unit) -> dict[str, str]:
    return {f"name_{language.value}": in_language(named.name, language) for language in Language}
