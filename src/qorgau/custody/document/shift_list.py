"""The whiteboard on paper: everyone held at a place, the next time limits, and boxes for the rounds of a shift."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.clock import zone_named
from qorgau.custody.document.instants import brief
from qorgau.custody.document.typesetting import typeset
from qorgau.custody.facts.board import ClockNow, HeldPage, HeldRow, Sort
from qorgau.custody.queries import held
from qorgau.lawbook import Language
from qorgau.places.queries import cells_of
from qorgau.places.queries import place as listed_place
from qorgau.safeguards import State
from qorgau.wording import explained, in_language, say, say_plural, say_span

MOST = 500
"""So many fit a list that anybody would carry; a place with more prints one list for each cell."""

_WORDS = (
    "title", "lead", "number", "who", "cell", "since", "next", "missing", "rounds", "page", "nobody", "destroy",
    "signed_leaving", "signed_taking",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ShiftLine:
    """One person of the list. limits: the next to run out, each with whether it already has."""

    name: str
    age: str
    is_child: bool
    cell: str
    since: str
    held_for: str
    status: str
    limits: tuple[tuple[str, str, bool], ...]
    missing: str


def print_shift_list(
    actor: Actor, place: str, *, language: Language, now: int, cell: str = "", synthetic: bool = False
) -> bytes:
    """The list of a place, or of one cell of it, as a PDF; raises NotPermitted and NotListed."""
    where = listed_place(place, language=language)
    # Beyond the actor's reach the board is empty, and "nobody is held here" would be untrue.
    require(actor, "board.see", at=Whereabouts(place=where.id, region=where.region, body=where.body))
    page = held(actor, as_of=now, place=place, cell=cell or None, sort=Sort.NEXT_DUE, per_page=MOST)
    words = {
        "language": language.value,
        "words": {key: say(f"custody.list_{key}", language) for key in _WORDS},
        "place": in_language(where.name, language),
        "as_of": brief(now, where.zone, language),
        "zone": where.zone.name,
        "count": _counted(page, language),
        "lines": [asdict(each) for each in shift_lines(page.rows, place=place, language=language)],
        "synthetic": say("custody.paper_synthetic", language) if synthetic else "",
    }
    return typeset("shift_list", words, dated=now)


def shift_lines(rows: Sequence[HeldRow], *, place: str, language: Language) -> tuple[ShiftLine, ...]:
    """The lines, in the order of the rows."""
    cells = {each.id: each.name for each in cells_of(place, closed=True)}
    return tuple(_line(row, cells.get(row.cell, row.cell), language) for row in rows)


def _counted(page: HeldPage, language: Language) -> str:
    said = say_plural("custody.list_held", page.total, language)
    left = page.total - len(page.rows)
    return said if left <= 0 else f"{said}; {say('custody.list_left_off', language, count=left)}"


def _line(row: HeldRow, cell: str, language: Language) -> ShiftLine:
    zone = zone_named(row.zone)
    age = say("custody.paper_age_unknown", language) if row.age is None else str(row.age)
    return ShiftLine(
        name=row.name or say(_unnamed(row), language),
        age=age,
        is_child=row.is_child,
        cell=cell,
        since=brief(row.apprehended_at, zone, language) if row.apprehended_at is not None else "",
        held_for=say_span(row.held_for, language) if row.held_for else "",
        status="" if row.status == "held" else say(f"custody.paper_status_{row.status}", language),
        limits=tuple(_limits(row, language)),
        missing=", ".join(say(f"custody.paper_missing_{who}", language) for who in row.missing),
    )


def _unnamed(row: HeldRow) -> str:
    return f"custody.paper_name_{row.name_status if row.name_status == 'refused' else 'unknown'}"


def _limits(row: HeldRow, language: Language) -> Iterator[tuple[str, str, bool]]:
    zone = zone_named(row.zone)
    for each in row.clocks:
        due = brief(each.due_at, zone, language) if each.due_at is not None else _word(each, language)
        yield in_language(each.safeguard.title, language), due, (each.overdue_by or 0) > 0


def _word(clock: ClockNow, language: Language) -> str:
    return explained("states", State(clock.state).value, language)
