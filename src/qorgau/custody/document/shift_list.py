"""The whiteboard on paper: everyone held at a place, the next time limits, and boxes for the rounds of a shift."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.clock import Zone, zone_named
from qorgau.custody.document.instants import brief
from qorgau.custody.document.typesetting import typeset
from qorgau.custody.facts.board import ClockNow, HeldPage, HeldRow, Sort
from qorgau.custody.facts.law import weighs
from qorgau.custody.queries import held
from qorgau.custody.queries.rows import by_due, clocks_by_custody
from qorgau.lawbook import Language
from qorgau.places.queries import cells_of
from qorgau.places.queries import place as listed_place
from qorgau.wording import in_language, say, say_plural, say_span

MOST = 500
"""So many fit a list that anybody would carry; a place with more prints one list for each cell."""

NEXT = 2
"""How many of the next limits stand beside a name."""

_WORDS = (
    "title", "lead", "no_next", "number", "who", "cell", "since", "next", "missing", "rounds", "page", "nobody", "destroy",
    "signed_leaving", "signed_taking",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ShiftLine:
    """One person of the list. overdue: how many limits have run out; limits: the next to run out."""

    name: str
    age: str
    is_child: bool
    cell: str
    since: str
    held_for: str
    status: str
    overdue: str
    limits: tuple[tuple[str, str], ...]
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
        "lines": [asdict(each) for each in shift_lines(page, place=place, language=language)],
        "synthetic": say("custody.paper_synthetic", language) if synthetic else "",
    }
    return typeset("shift_list", words, dated=now)


def shift_lines(page: HeldPage, *, place: str, language: Language) -> tuple[ShiftLine, ...]:
    """The lines, in the order of the page."""
    cells = {each.id: each.name for each in cells_of(place, closed=True)}
    clocks = clocks_by_custody([row.custody for row in page.rows], as_of=page.as_of)
    return tuple(
        _line(row, cells.get(row.cell, row.cell), _weighty(clocks.get(row.custody, [])), language)
        for row in page.rows
    )


def _weighty(clocks: Sequence[ClockNow]) -> list[ClockNow]:
    """The running clocks that the whiteboard goes by, by when they run out."""
    return by_due(each for each in clocks if weighs(each.safeguard, each.basis))


def _counted(page: HeldPage, language: Language) -> str:
    said = say_plural("custody.list_held", page.total, language)
    left = page.total - len(page.rows)
    return said if left <= 0 else f"{said}; {say('custody.list_left_off', language, count=left)}"


def _line(row: HeldRow, cell: str, running: Sequence[ClockNow], language: Language) -> ShiftLine:
    zone = zone_named(row.zone)
    over = [each for each in running if (each.overdue_by or 0) > 0]
    age = say("custody.paper_age_unknown", language) if row.age is None else str(row.age)
    return ShiftLine(
        name=row.name or say(_unnamed(row), language),
        age=age,
        is_child=row.is_child,
        cell=cell,
        since=brief(row.apprehended_at, zone, language) if row.apprehended_at is not None else "",
        held_for=say_span(row.held_for, language) if row.held_for else "",
        status="" if row.status == "held" else say(f"custody.paper_status_{row.status}", language),
        overdue=say("custody.list_overdue", language, count=len(over)) if over else "",
        limits=tuple(_limits([each for each in running if each not in over][:NEXT], zone, language)),
        missing=", ".join(say(f"custody.paper_missing_{who}", language) for who in row.missing),
    )


def _unnamed(row: HeldRow) -> str:
    return f"custody.paper_name_{row.name_status if row.name_status == 'refused' else 'unknown'}"


def _limits(clocks: Sequence[ClockNow], zone: Zone, language: Language) -> Iterator[tuple[str, str]]:
    for each in clocks:
        if each.due_at is not None:
            yield in_language(each.safeguard.title, language), brief(each.due_at, zone, language)
