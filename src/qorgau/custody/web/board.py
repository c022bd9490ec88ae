"""The whiteboard: everyone held, by the next clock to run out, refreshed as one looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actions import note_list, note_refreshed
from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, may, reach
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.clock import Zone, zone_named
from qorgau.custody.facts.board import ClockNow, HeldRow, Sort
from qorgau.custody.facts.missing import SAID_ENDED
from qorgau.custody.queries.board import expected, held
from qorgau.custody.queries.board_sums import board_sums
from qorgau.custody.web.asked import number
from qorgau.custody.web.names import full_name
from qorgau.custody.web.titles import all_places, desk_places
from qorgau.lawbook import Language
from qorgau.places.names import names_and_standing
from qorgau.places.queries import regions
from qorgau.recording.drafts import new_entry_id
from qorgau.wording import in_language
from qorgau.wording.templatetags.wording import active_language

STATUSES = ("held", "in_transit", "unconfirmed")
MISSING = ("parent", "lawyer", "interpreter", "doctor", "relative", "consul", *SAID_ENDED)


@dataclass(frozen=True, kw_only=True)
class BoardLine:
    """One person on the whiteboard, with names in the page's language.

    unofficial: held where nobody may be held.
    """

    row: HeldRow
    name: str
    place: str
    unofficial: bool
    destination: str
    zone: Zone

    @property
    def first_clock(self) -> ClockNow | None:
        """The clock that runs out first."""
        return self.row.clocks[0] if self.row.clocks else None


@dataclass(frozen=True, kw_only=True)
class BoardFilter:
    """What the address asks to be shown; an unknown word asks nothing."""

    place: str
    region: str
    status: str
    missing: str
    sort: Sort
    only_children: bool

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> BoardFilter:
        """Read the address."""
        return cls(
            place=asked.get("place", ""),
            region=asked.get("region", ""),
            status=_one_of(asked.get("status", ""), STATUSES),
            missing=_one_of(asked.get("missing", ""), MISSING),
            sort=Sort(_one_of(asked.get("sort", ""), [each.value for each in Sort]) or Sort.NEXT_DUE.value),
            only_children=asked.get("children") == "yes",
        )

    @property
    def is_set(self) -> bool:
        """Whether anything is left out."""
        return any((self.place, self.region, self.status, self.missing, self.only_children))


@permit("board.see", keeps_awake=False)
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Everyone held within the actor's reach; htmx fetches the list again every 15 seconds."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    wanted = BoardFilter.of(request.GET.dict())
    page = held(
        actor,
        as_of=now,
        place=wanted.place or None,
        region=wanted.region or None,
        status=wanted.status or None,
        missing=wanted.missing or None,
        only_children=wanted.only_children,
        sort=wanted.sort,
        page=number(request, "page"),
    )
    shown = {
        "page": page,
        "lines": lines_of(page.rows, language),
        "wanted": wanted,
        "previous": page.page - 1 if page.page > 1 else None,
        "next": page.page + 1 if page.page < page.pages else None,
        "as_of": now,
        "sums": board_sums(actor, as_of=now, place=wanted.place or None, region=wanted.region or None),
        "wall": request.GET.get("wall") == "1",
        "names": request.GET.get("names") != "no",
    }
    if request.headers.get("HX-Request"):
        # Anybody can send this header: what no page was opened for is noted here.
        note_refreshed(actor, "board.see", filters=request.GET.dict(), rows=len(page.rows), now=now)
        return render(request, "custody/board_list.html", shown)
    note_list(actor, "board.see", filters=request.GET.dict(), rows=len(page.rows), now=now)
    if shown["wall"]:
        return render(request, "custody/board_wall.html", shown)
    shown["on_the_way"] = _on_the_way(actor, now, language)
    return render(request, "custody/board.html", {**shown, **_choices(actor, language)})


def _on_the_way(actor: Actor, now: int, language: Language) -> tuple[BoardLine, ...]:
    """Who left another place for the actor's own, and has not been written here as arrived."""
    if not may(actor, "custody.move"):
        return ()
    coming = (row for place in sorted(actor.places) for row in expected(actor, place, as_of=now))
    return lines_of(tuple(coming), language)


def lines_of(rows: tuple[HeldRow, ...], language: Language) -> tuple[BoardLine, ...]:
    """Rows with the names they need, asked for at once."""
    known = names_and_standing({place for row in rows for place in (row.place, row.destination)} - {""})
    titles = {key: in_language(name, language) for key, (name, _) in known.items()}
    barred = {key for key, (_, official) in known.items() if not official}
    return tuple(
        BoardLine(
            row=row,
            name=full_name(row.name, row.name_status, language),
            place=titles.get(row.place, row.place),
            unofficial=row.place in barred,
            destination=titles.get(row.destination, row.destination),
            zone=zone_named(row.zone),
        )
        for row in rows
    )


def _choices(actor: Actor, language: Language) -> dict[str, object]:
    """What can be chosen: nothing where there is only one place to see."""
    far = reach(actor, "board.see")
    seen = desk_places(actor, language) if far is Reach.PLACE else all_places(actor, language)
    known = regions()
    wide = [key for key in known if far is Reach.EVERYWHERE or key in actor.regions]
    return {
        "places": seen if len(seen) > 1 else [],
        "regions": [(key, in_language(known[key].title, language)) for key in wide] if len(wide) > 1 else [],
        "statuses": STATUSES,
        "missing": MISSING,
        "sorts": [each.value for each in Sort],
        "shows_place": len(seen) != 1,
        "may_export": may(actor, "custody.export"),
        "may_book": may(actor, "custody.book"),
        "may_figures": may(actor, "figures.see"),
        "act_id": new_entry_id,
    }


def _one_of(word: str, known: tuple[str, ...] | list[str]) -> str:
    return word if word in known else ""
