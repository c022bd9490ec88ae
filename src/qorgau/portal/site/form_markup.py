"""How any Django form becomes GOV.UK markup: a renderer, and a bound field that knows its widget's classes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input, MultiWidget, Select, Textarea, Widget

from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

_CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple)


class FramedField(BoundField):
    """A form field that stands on the page as a GOV.UK form group."""

    @property
    def kind(self) -> str:
        """Which markup the field needs: `choices`, `tick`, `many` inputs, `file` or one `input`."""
        widget = self.field.widget
        if isinstance(widget, _CHOICES):
            return "choices"
        if isinstance(widget, forms.CheckboxInput):
            return "tick"
        return "many" if isinstance(widget, MultiWidget | forms.SelectDateWidget) else "input"

    @property
    def first_id(self) -> str:
        """The id of the first input, where a link of the error summary leads."""
        widget, name = self.field.widget, self.auto_id
        if isinstance(widget, (*_CHOICES, MultiWidget)):
            return f"{name}_0"
        return self.id_for_label or str(name)

    @property
    def example(self) -> str:
        """How to write a day or a time, where the field asks for one."""
        parts = _parts(self.field.widget)
        day = any(isinstance(part, forms.DateInput) for part in parts)
        time = any(isinstance(part, forms.TimeInput) for part in parts)
        if not day and not time:
            return ""
        kind = "moment" if day and time else "day" if day else "time"
        return say(f"site.example_{kind}", active_language())

    @property
    def aria_describedby(self) -> str | None:
        """The ids of hint, example and errors, in the order in which they stand."""
        ids = super().aria_describedby
        if not self.example or ids is None or not self.auto_id:
            return ids
        return " ".join(filter(None, [ids, f"{self.auto_id}_example"]))

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        """Add the classes of the design to what Django says of the input."""
        shown = widget or self.field.widget
        _ready(shown)
        built = dict(super().build_widget_attrs(attrs, widget))
        # The browser's own bubbles speak the browser's language and hide the rest of the errors.
        built.pop("required", None)
        classes = [_class_of(shown), shown.attrs.get("class", "")]
        if self.errors and classes[0]:
            classes.append(f"{classes[0]}--error")
        if written := " ".join(filter(None, classes)):
            built["class"] = written
        return built


class GovukRenderer(TemplatesSetting):
    """The form renderer of the site."""

    form_template_name = "site/forms/form.html"
    field_template_name = "site/forms/field.html"
    bound_field_class = FramedField


def _class_of(widget: Widget) -> str:
    if isinstance(widget, (*_CHOICES, forms.CheckboxInput, MultiWidget, forms.HiddenInput)):
        return ""
    if isinstance(widget, forms.FileInput):
        return "govuk-file-upload"
    if isinstance(widget, Textarea):
        return "govuk-textarea"
    if isinstance(widget, Select | forms.SelectDateWidget):
        return "govuk-select"
    return "govuk-input"


def _parts(widget: Widget) -> list[Widget]:
    return list(widget.widgets) if isinstance(widget, MultiWidget) else [widget]


def _ready(widget: Widget) -> None:
    """Give the inputs of days and times their width and keyboard, and the parts of a field their classes."""
    for part in _parts(widget):
        if isinstance(part, forms.DateInput):
            _suit(part, "govuk-input--width-10")
            _name(part, "site.part_day", alone=part is widget)
        elif isinstance(part, forms.TimeInput):
            # Seconds are not typed; a time that has them is shown without.
            part.format = part.format or "%H:%M"
            _suit(part, "govuk-input--width-5")
            _name(part, "site.part_time", alone=part is widget)
        if part is not widget and (name := _class_of(part)):
            _add_class(part, name)


def _suit(widget: Input, width: str) -> None:
    # Typed, not picked: the browser's own picker would speak the browser's language, not the page's.
    widget.attrs.setdefault("inputmode", "decimal")
    widget.attrs.setdefault("autocomplete", "off")
    _add_class(widget, width)


def _name(widget: Input, key: str, *, alone: bool) -> None:
    """A part of a field says which part it is; an input that stands alone has the field's own label."""
    if not alone:
        widget.attrs.setdefault("aria-label", say(key, active_language()))


def _add_class(widget: Widget, name: str) -> None:
    held = widget.attrs.get("class", "").split()
    if name not in held:
        widget.attrs["class"] = " ".join([*held, name])
