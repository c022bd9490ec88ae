"""Any form of any slice stands on the page as labelled fields whose errors lead to them."""

import re
from datetime import date, time

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from qorgau.lawbook import Language
from qorgau.portal.site.gallery import SampleForm
from qorgau.wording import say

LANGUAGES = ["kk", "ru", "en"]


class Moment(forms.Form):
    day = forms.DateField()
    at = forms.TimeField()


def shown(form: forms.Form, language: str = "en") -> str:
    with translation.override(language):
        return str(form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_leads_to_a_field_that_is_there(language: str) -> None:
    html = shown(SampleForm({"count": "three"}), language)
    summary = html[: html.index("</ul>")]
    links = re.findall(r'<a href="#([^"]+)"', summary)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(links) >= 10
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_describes_a_field_is_on_the_page(language: str) -> None:
    html = shown(SampleForm({"count": "three"}), language)
    described = " ".join(re.findall(r'aria-describedby="([^"]+)"', html)).split()
    assert described
    assert set(described) <= set(re.findall(r'\sid="([^"]+)"', html))


def test_every_input_has_a_label_or_a_legend() -> None:
    html = shown(SampleForm())
    labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', html))
    inputs = re.findall(r"<(?:input|select|textarea)(?![^>]*hidden)[^>]*>", html)
    assert len(inputs) > 15
    for written in inputs:
        found = re.search(r'\sid="([^"]+)"', written)
        assert found, written
        assert found[1] in labelled, written


@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_of_djangos_own_fields_speak_the_language_of_the_page(language: str) -> None:
    with translation.override(language):
        form = SampleForm(
            {"count": "-5", "words": "x" * 41, "day": "31.02.2026", "time": "25:00", "one": "other"}
        )
        errors = {name: " ".join(found) for name, found in form.errors.items()}
    said = Language(language)
    assert errors["day"] == say("site.error_day", said)
    assert errors["time"] == say("site.error_time", said)
    assert errors["one"] == say("site.error_choice", said)
    assert errors["agreed"] == say("site.error_required", said)
    assert errors["count"] == say("site.error_least", said) % {"limit_value": 0}
    assert errors["words"] == say("site.error_too_long", said) % {"limit_value": 40, "show_value": 41}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "written", ["03.04.2026", "3.4.2026", "3/4/2026", "2026-04-03", "03-04-2026", "3 4 2026"]
)
def test_a_day_is_read_day_first_in_every_language(language: str, written: str) -> None:
    with translation.override(language):
        form = Moment({"day": written, "at": "02:10"})
        assert form.is_valid(), form.errors
        assert form.cleaned_data == {"day": date(2026, 4, 3), "at": time(2, 10)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("day", "at"),
    [
        ("04/13/2026", "02:10"),
        ("3.4.26", "02:10"),
        ("1112026", "02:10"),
        ("3.4.2026", "210"),
        ("3.4.2026", "24:00"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(language: str, day: str, at: str) -> None:
    with translation.override(language):
        assert not Moment({"day": day, "at": at}).is_valid()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_comes_back_as_it_is_typed(language: str) -> None:
    with translation.override(language):
        html = str(Moment(initial={"day": date(2026, 4, 3), "at": time(2, 10)}))
    assert 'value="03.04.2026"' in html
    assert 'value="02:10"' in html


def test_a_page_that_tells_the_errors_above_its_heading_does_not_tell_them_twice() -> None:
    page = Template("{% load site %}{% error_summary form %}<h1>Day</h1>{{ form }}")
    html = page.render(Context({"form": Moment({"day": "never", "at": "02:10"})}))
    assert html.count('class="govuk-error-summary"') == 1
    assert html.index("govuk-error-summary") < html.index("<h1>")
