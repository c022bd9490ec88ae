"""Words and marks of the inventory in templates: `{% load places %}`."""

from datetime import date

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from qorgau.lawbook.words import Confirmed
from qorgau.places.crowding import CountedBy, Fullness
from qorgau.places.place import ForWhom, Place, square_metres
from qorgau.places.saying import say_area, say_field, say_groups, say_number
from qorgau.places.space import SpaceStandard
from qorgau.wording import say, say_day
from qorgau.wording.templatetags.wording import active_language

register = template.Library()

_COLOURS = {
    Fullness.EMPTY: "grey",
    Fullness.WITHIN: "green",
    Fullness.FULL: "amber",
    Fullness.OVER: "red",
    Fullness.NOT_A_PLACE: "red",
    Fullness.CANNOT_TELL: "grey",
}
_QUIET = frozenset({Fullness.EMPTY, Fullness.WITHIN, Fullness.CANNOT_TELL})


@register.filter
def place_field(place: Place, field: str) -> str:
    """One thing that is said of a place."""
    return say_field(field, place, active_language())


@register.simple_tag(name="place_tags")
def place_tags(place: Place) -> SafeString:
    """The marks of a place: not official, closed."""
    marks = [("red", "places.unofficial")] if not place.official else []
    marks += [("grey", "places.closed")] if place.closed else []
    return format_html_join(
        "", "{}", ((_mark(colour, say(key, active_language())),) for colour, key in marks)
    )


@register.simple_tag
def fullness_tag(state: Fullness, *, quiet: bool = False) -> SafeString:
    """How full it is, as a coloured word; quiet: only where something is wrong."""
    if quiet and state in _QUIET:
        return SafeString("")
    return _mark(_COLOURS[state], say(f"places.full_{state.value}", active_language()))


@register.simple_tag
def standard_title(standard: SpaceStandard) -> str:
    """The name of a standard."""
    return say(f"places.standard_{standard.name}", active_language())


@register.simple_tag
def standard_asks(standard: SpaceStandard) -> str:
    """What a standard asks for each person."""
    language = active_language()
    if standard.single == standard.shared:
        return say_area(standard.single, language)
    single, shared = (
        say_number(square_metres(tenths), language) for tenths in (standard.single, standard.shared)
    )
    return say("places.asks_both", language, single=single, shared=shared)


@register.simple_tag
def standard_confirmed(standard: SpaceStandard) -> SafeString:
    """A mark where the text behind a figure was not read."""
    if standard.confirmed is not Confirmed.MEMORY:
        return SafeString("")
    return _mark("amber", say("places.unconfirmed", active_language()))


@register.simple_tag
def counted_by(how: CountedBy) -> str:
    """What a standing capacity was reckoned from."""
    return say(f"places.counted_{how.value}", active_language())


@register.filter(name="square_metres")
def square_metres_said(tenths: int | None) -> str:
    """An area in square metres."""
    return say_area(tenths, active_language())


@register.filter
def groups(found: tuple[ForWhom, ...]) -> str:
    """For whom a cell is."""
    return say_groups(found, active_language())


@register.filter
def civil_day(day: date) -> str:
    """A civil day."""
    return say_day(day, active_language())


def _mark(colour: str, words: str) -> SafeString:
    return format_html(' <strong class="govuk-tag q-tag q-tag--{}">{}</strong>', colour, words)
