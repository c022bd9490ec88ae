"""Third round of trying to get around the rules of this slice: lists, drafts, feeds, files, addresses."""

import json
from collections.abc import Callable

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at

from qorgau.custody.importing.faults import RowsRefused, UnreadableImport
from qorgau.recording.models import StoredEntry
from qorgau.treaty.importing.running import import_recommendations
from qorgau.treaty.refusal import TreatyRefusal

NOW = at("2025-06-01")


def page_of_a_file() -> dict:
    """One recommendation as our own export has it."""
    line = {"id": "CAT/C/KAZ/CO/9#10", "text": "Ratify it", "language": "en", "sender": "treaty_body", "heading": "",
            "committee": "CAT", "state": "KAZ", "cycle": "4", "symbol": "CAT/C/KAZ/CO/9", "follow_up": False, "due": None}  # fmt: skip
    classes = {"subjects": [], "people": [], "sdg": [], "measures": [], "strength": ""}
    parts = {"demands": [], "responsible": [], "actions": [], "replies": [], "assessments": []}
    return {"line": line, "texts": {}, "classes": classes, **parts}


def imported(*pages: dict) -> object:
    content = json.dumps({"form": "qorgau/recommendations/1", "recommendations": pages}).encode()
    return import_recommendations(PEOPLE.secretary, content, "list.json", now=NOW)


ACTION = {"id": "a", "what": {"en": "A law"}, "lead": "mia", "contributing": [], "due": "2026-01-01", "due_was": [],
          "budget": None, "currency": "", "history": []}  # fmt: skip
REPLY = {"id": "r", "procedure": "follow_up", "sent_on": "2025-01-01", "by_latest": False, "source": "x", "symbol": "",
         "level": "reported", "summary": "s", "text": "", "language": "en", "stage": "taken"}  # fmt: skip
GRADE = {"id": "g", "grade": {"code": "partially_implemented"}, "about": "implementation", "on": "2025-01-01", "words": "w", "source": "x", "level": "reported"}  # fmt: skip
STEP = {"state": "done", "on": "2025-01-01", "due": "", "reason": ""}


def inside(page: dict, *path: str | int, value: object) -> dict:
    held = page
    for name in path[:-1]:
        held = held[name]
    held[path[-1]] = value
    return page


@pytest.mark.parametrize(
    "forge",
    [
        lambda page: inside(page, "line", "id", value="CAT/C/KAZ/CO/9#1\u202e0"),
        lambda page: inside(page, "line", "id", value="CAT/C/KAZ/CO/9#" + "1" * 200),
        lambda page: inside(page, "line", "id", value="<script>#1"),
        lambda page: inside(page, "line", "id", value="CAT/C/KAZ/CO/9 #10"),
        lambda page: inside(page, "line", "id", value="C\u0410T/C/KAZ/CO/9#10"),
        lambda page: inside(page, "line", "id", value="#"),
        lambda page: inside(page, "line", "sender", value="<b>"),
        lambda page: inside(page, "line", "id", value="CAT/C/KAZ/CO/9#10\n"),
        lambda page: inside(page, "line", "id", value="CAT/C/KAZ/CO/9#../10"),
        lambda page: inside(page, "line", "id", value=5),
        lambda page: inside(page, "line", "text", value=5),
        lambda page: inside(page, "line", "text", value="\ud800"),
        lambda page: inside(page, "line", "text", value="a" * 3_000_000),
        lambda page: inside(page, "line", "heading", value=["a"]),
        lambda page: inside(page, "line", "committee", value={"a": 1}),
        lambda page: inside(page, "line", "committee", value="NONE"),
        lambda page: inside(page, "line", "follow_up", value="no"),
        lambda page: inside(page, "texts", value={"../x": "a"}),
        lambda page: inside(page, "texts", value={"ru": 7}),
        lambda page: inside(page, "classes", "strength", value="<b>strong"),
        lambda page: inside(page, "classes", "strength", value=["a"]),
        lambda page: inside(page, "classes", "strength", value="s" * 300),
        lambda page: inside(page, "demands", value=[["1", "\u202eevil"]]),
        lambda page: inside(page, "demands", value=[["1" * 300, "a" * 100_000]]),
        lambda page: inside(
            page, "responsible", value=[{"body": "mia", "leads": True, "since": "1066-10-14", "reason": ""}]
        ),
        lambda page: inside(
            page, "responsible", value=[{"body": "mia", "leads": True, "since": "2924-01-01", "reason": ""}]
        ),
        lambda page: inside(page, "actions", value=[ACTION | {"budget": -5, "currency": "KZT"}]),
        lambda page: inside(page, "actions", value=[ACTION | {"budget": 10**30, "currency": "KZT"}]),
        lambda page: inside(page, "actions", value=[ACTION | {"budget": 5, "currency": "<b>"}]),
        lambda page: inside(page, "actions", value=[ACTION | {"budget": 5, "currency": ""}]),
        lambda page: inside(page, "actions", value=[ACTION | {"budget": 5.5, "currency": "KZT"}]),
        lambda page: inside(page, "actions", value=[ACTION | {"budget": True, "currency": "KZT"}]),
        lambda page: inside(page, "actions", value=[ACTION | {"what": {"en": 5}}]),
        lambda page: inside(page, "actions", value=[ACTION | {"what": {}}]),
        lambda page: inside(page, "actions", value=[ACTION | {"what": {"<b>": "a"}}]),
        lambda page: inside(page, "actions", value=[ACTION | {"due": "0001-01-01"}]),
        lambda page: inside(page, "actions", value=[ACTION | {"history": [STEP | {"on": "2099-01-01"}]}]),
        lambda page: inside(page, "actions", value=[ACTION | {"history": [STEP | {"on": "0001-01-01"}]}]),
        lambda page: inside(page, "actions", value=[ACTION | {"history": [STEP | {"state": "stopped"}]}]),
        lambda page: inside(
            page, "actions", value=[ACTION | {"history": [STEP, STEP | {"on": "2024-01-01"}]}]
        ),
        lambda page: inside(page, "replies", value=[REPLY | {"sent_on": "2099-01-01"}]),
        lambda page: inside(page, "replies", value=[REPLY | {"sent_on": "1066-01-01"}]),
        lambda page: inside(page, "replies", value=[REPLY | {"by_latest": "no"}]),
        lambda page: inside(page, "replies", value=[REPLY | {"level": "<b>"}]),
        lambda page: inside(page, "replies", value=[REPLY | {"source": 6}]),
        lambda page: inside(page, "assessments", value=[GRADE | {"on": "2099-01-01"}]),
        lambda page: inside(page, "assessments", value=[GRADE | {"on": "1066-01-01"}]),
        lambda page: inside(page, "assessments", value=[GRADE | {"grade": {"code": "ZZ"}}]),
        lambda page: inside(page, "assessments", value=[GRADE | {"grade": {"code": 1}}]),
        lambda page: inside(page, "line", "due", value="9999-12-31"),
        lambda page: inside(page, "line", "due", value="0001-01-01"),
        lambda page: inside(page, "line", "cycle", value="c" * 300),
        lambda page: inside(page, "line", "state", value=["KAZ"]),
        lambda page: inside(page, "line", "language", value="EN<b>"),
    ],
)
def test_a_forged_export_is_refused_in_words_and_leaves_nothing(
    sqlite_store: Store, forge: Callable[[dict], dict]
) -> None:
    page = forge(page_of_a_file())
    before = StoredEntry.objects.count()
    with pytest.raises((RowsRefused, TreatyRefusal, UnreadableImport)):
        imported(page)
    assert StoredEntry.objects.count() == before


def test_a_whole_export_is_taken(store: Store) -> None:
    """So that what is refused above is refused for what was forged, and for nothing else."""
    step = STEP | {"on": "2025-02-01", "due": "2026-02-01", "reason": "r"}
    whole = page_of_a_file() | {"replies": [REPLY], "actions": [ACTION | {"history": [STEP, step]}]}
    assert imported(whole | {"assessments": [GRADE]}).stored == 6
