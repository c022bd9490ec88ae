"""`{% say %}` in a template: plain phrases are prepared once, all others are said at each page."""

from datetime import UTC, datetime

import pytest
from babel.dates import format_datetime
from django.template import Context, Template
from django.utils import translation

from qorgau.clock import zone_named
from qorgau.lawbook import Language
from qorgau.wording import say, say_clock, say_instant


def _made(text: str, language: str = "en", **known: object) -> str:
    with translation.override(language):
        return Template("{% load wording %}" + text).render(Context(known))


def test_one_template_says_a_phrase_in_the_language_of_each_page() -> None:
    template = Template('{% load wording %}{% say "site.back" %}')
    for language in (*Language, Language.KK):
        with translation.override(language.value):
            assert template.render(Context()) == say("site.back", language)


def test_a_phrase_whose_key_is_put_together_is_said_too() -> None:
    assert _made('{% say "site."|add:word %}', word="back") == say("site.back", Language.EN)
    assert _made("{% say key %}", key="site.back") == say("site.back", Language.EN)


def test_a_phrase_can_be_kept_under_a_name() -> None:
    assert _made('{% say "site.back" as word %}[{{ word }}]') == f"[{say('site.back', Language.EN)}]"


def test_a_phrase_with_values_is_escaped() -> None:
    assert "<b>" not in _made('{% say "site.clock_started" when=when %}', when="<b>")


@pytest.mark.parametrize("language", list(Language))
def test_times_of_day_are_written_as_the_language_writes_them(language: Language) -> None:
    zone = zone_named("Asia/Almaty")
    for hour in range(24):
        instant = int(datetime(2026, 11, 22, hour, hour * 2, 7, tzinfo=UTC).timestamp())
        local = zone.local(instant)
        assert say_clock(instant, zone, language) == format_datetime(local, "HH:mm", locale=language.value)
        seconds = say_instant(instant, zone, language, seconds=True)
        assert seconds.endswith(format_datetime(local, "HH:mm:ss", locale=language.value))
