"""How any Django form becomes GOV.UK markup: a renderer, and a bound field that knows its widget's classes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input, MultiWidget, Select, Textarea, Widget

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

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        """Add the classes of the design to what Django says of the input."""
        shown = widget or self.field.widget
        _use_native_inputs(shown)
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


def _use_native_inputs(widget: Widget) -> None:
    """Days and times use the browser's own input, which speaks ISO whatever the language of the page."""
    for part in widget.widgets if isinstance(widget, MultiWidget) else [widget]:
        if isinstance(part, forms.DateInput):
            _as(part, "date", "%Y-%m-%d", "govuk-input--width-10")
        elif isinstance(part, forms.TimeInput):
            _as(part, "time", part.format or "%H:%M", "govuk-input--width-5")
        if isinstance(widget, MultiWidget):
            name = _class_of(part)
            if name and name not in part.attrs.get("class", ""):
                part.attrs["class"] = f"{name} {part.attrs.get('class', '')}".strip()


def _as(widget: Input, kind: str, written: str, width: str) -> None:
    # A slice that set a type of its own, such as a plain text box, keeps it.
    if widget.input_type != "text" or widget.attrs.get("type"):
        return
    widget.input_type = kind
    widget.format = written  # type: ignore[attr-defined]
    if width not in widget.attrs.get("class", ""):
        widget.attrs["class"] = f"{widget.attrs.get('class', '')} {width}".strip()
