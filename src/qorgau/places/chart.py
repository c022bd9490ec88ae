"""Held over time against the capacity, drawn as SVG: no script and no inline style, readable in print."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from qorgau.clock import Zone
from qorgau.lawbook import Language
from qorgau.places.occupancy_days import Course
from qorgau.wording import say, say_day, say_instant, say_span

_WIDTH, _HEIGHT = 720, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 16, 16, 36
_INK, _HELD, _OVER, _LIMIT, _GRID = "#0b0c0c", "#1d5f73", "#b3261e", "#0b0c0c", "#cbd2d6"
_TICKS = 5


@dataclass(frozen=True)
class _Scale:
    """Where an instant and a number lie on the drawing."""

    course: Course
    most: int

    def x(self, instant: int) -> float:
        """The distance from the left."""
        part = (instant - self.course.since) / (self.course.until - self.course.since)
        return round(_LEFT + part * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, count: int) -> float:
        """The distance from the top."""
        return round(_HEIGHT - _BOTTOM - count / self.most * (_HEIGHT - _TOP - _BOTTOM), 1)


def draw_course(
    course: Course, *, zone: Zone, language: Language, title: str, sentence: str, name: str = "occupancy"
) -> SafeString:
    """The drawing with its title and a sentence that says what it shows; ids begin with `name`."""
    known = [capacity for _, capacity in course.capacity if capacity is not None]
    scale = _Scale(course, _round_up(max([course.most[0], *known, 1])))
    return format_html(
        '<svg class="q-occupancy" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" aria-labelledby="{n}-title {n}-desc" '
        'xmlns="http://www.w3.org/2000/svg" font-family="inherit" font-size="13" fill="{ink}">'
        '<title id="{n}-title">{title}</title><desc id="{n}-desc">{desc}</desc>{grid}{days}{area}{limit}{words}</svg>',
        w=_WIDTH,
        h=_HEIGHT,
        n=name,
        ink=_INK,
        title=title,
        desc=sentence,
        grid=_grid(scale),
        days=_days(scale, zone, language),
        area=_held(scale),
        limit=_capacity(scale),
        words=_legend(scale, language, has_limit=bool(known)),
    )


def _grid(scale: _Scale) -> SafeString:
    counts = sorted({scale.most * part // (_TICKS - 1) for part in range(_TICKS)})
    rows = (
        (_LEFT, scale.y(count), _WIDTH - _RIGHT, _GRID, _LEFT - 8, scale.y(count) + 4, count)
        for count in counts
    )
    return format_html_join(
        "",
        '<line x1="{0}" y1="{1}" x2="{2}" y2="{1}" stroke="{3}" stroke-width="1"/>'
        '<text x="{4}" y="{5}" text-anchor="end">{6}</text>',
        rows,
    )


def _days(scale: _Scale, zone: Zone, language: Language) -> SafeString:
    rows = [
        (scale.x(at), _HEIGHT - _BOTTOM, _HEIGHT - 14, words)
        for at, words in _day_marks(scale.course, zone, language)
    ]
    return format_html_join(
        "",
        '<line x1="{0}" y1="{1}" x2="{0}" y2="{4}" stroke="{5}"/><text x="{0}" y="{2}" text-anchor="middle">{3}</text>',
        ((x, y, text_y, words, y + 5, _INK) for x, y, text_y, words in rows),
    )


def _day_marks(course: Course, zone: Zone, language: Language) -> Iterator[tuple[int, str]]:
    """The beginnings of some days, as many as have room."""
    first, last = zone.local(course.since).date(), zone.local(course.until).date()
    apart = max(1, -(-(last - first).days // _TICKS))
    day = first + timedelta(days=1)
    while day <= last:
        at, _ = zone.day_bounds(day)
        yield at, f"{day.day:02}.{day.month:02}"
        day += timedelta(days=apart)


def _held(scale: _Scale) -> SafeString:
    """The line of those held, filled; what lies above the capacity once more, hatched by its own colour."""
    line = _path(scale, lambda at: scale.course.held_at(at))
    floor = scale.y(0)
    area = f"{line} L{scale.x(scale.course.until)},{floor} L{scale.x(scale.course.since)},{floor} Z"
    return format_html(
        '<path d="{}" fill="{}" fill-opacity="0.18"/>{}<path d="{}" fill="none" stroke="{}" stroke-width="2.5"/>',
        area,
        _HELD,
        _above(scale),
        line,
        _HELD,
    )


def _above(scale: _Scale) -> SafeString:
    boxes = []
    for each in scale.course.stretches:
        if each.above and each.capacity is not None:
            x, y = scale.x(each.start), scale.y(each.held)
            width, height = scale.x(each.end) - x, scale.y(each.capacity) - y
            boxes.append((x, y, round(width, 1), round(height, 1), _OVER))
    return format_html_join(
        "", '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" fill-opacity="0.45"/>', boxes
    )


def _capacity(scale: _Scale) -> SafeString:
    if all(capacity is None for _, capacity in scale.course.capacity):
        return SafeString("")
    return format_html(
        '<path d="{}" fill="none" stroke="{}" stroke-width="2" stroke-dasharray="7 5"/>',
        _path(scale, scale.course.capacity_at),
        _LIMIT,
    )


def _path(scale: _Scale, value: Callable[[int], int | None]) -> str:
    """Steps from left to right; a stretch without a value is a gap."""
    parts: list[str] = []
    before: int | None = None
    for each in scale.course.stretches:
        count = value(each.start)
        if count is not None:
            parts.append(
                f"{'M' if before is None else 'L'}{scale.x(each.start)},{scale.y(count)} L{scale.x(each.end)},{scale.y(count)}"
            )
        before = count
    return " ".join(parts)


def _legend(scale: _Scale, language: Language, *, has_limit: bool) -> SafeString:
    held = format_html(
        '<text x="{}" y="{}" fill="{}" font-weight="bold">— {}</text>',
        _LEFT + 8, _TOP + 8, _HELD, say("places.chart_held", language),
    )  # fmt: skip
    limit = format_html(
        '<text x="{}" y="{}">- - {}</text>', _LEFT + 128, _TOP + 8, say("places.chart_capacity", language)
    )
    return held + limit if has_limit else held


def _round_up(number: int) -> int:
    """A round number with a little room above."""
    size = 1
    while size * 10 <= number:
        size *= 10
    step = max(_TICKS - 1, size * (_TICKS - 1) // 10)
    return (number // step + 1) * step


def say_course(course: Course, *, zone: Zone, language: Language) -> str:
    """What the drawing shows, in a sentence or two."""
    most, at = course.most
    told = say(
        "places.chart_sentence",
        language,
        most=most,
        when=say_instant(at, zone, language),
        least=course.least,
        last=course.last,
    )
    above = course.seconds_above()
    if above is None:
        return told
    if above == 0:
        return f"{told} {say('places.chart_never_above', language)}"
    return f"{told} {say('places.chart_above', language, span=say_span(above, language))}"


def say_title(course: Course, *, name: str, zone: Zone, language: Language) -> str:
    """The title of the drawing."""
    since, until = (say_day(zone.local(at).date(), language) for at in (course.since, course.until))
    return say("places.chart_title", language, name=name, since=since, until=until)
