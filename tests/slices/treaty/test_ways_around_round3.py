"""Third round of trying to get around the rules of this slice: lists, drafts, feeds, files, addresses."""

import json
import re
from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at
from tests.slices.treaty.forged import observations

from qorgau.custody.importing.faults import RowsRefused, UnreadableImport
from qorgau.lawbook import Language
from qorgau.recording.models import StoredEntry
from qorgau.treaty import actions, queries
from qorgau.treaty.exporting.writing import ExportForm, public_export, write_export
from qorgau.treaty.feed_file import FeedLine, atom
from qorgau.treaty.importing.running import import_recommendations
from qorgau.treaty.models import DocumentRow
from qorgau.treaty.queries.changes import changes
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


def told_adopted(day: str) -> None:
    """What the front page of a document tells where it names the meeting."""
    DocumentRow.objects.update(adopted=day)


@pytest.mark.parametrize(
    "early",
    [{"replies": [REPLY | {"sent_on": "2020-01-01"}]}, {"assessments": [GRADE | {"on": "2020-01-01"}]}],
)
def test_a_list_tells_no_answer_and_no_grade_from_before_the_document_was_adopted(
    sqlite_store: Store, early: dict
) -> None:
    document = actions.take_document(PEOPLE.secretary, observations(), name="public.txt", now=NOW).made
    actions.accept_document(PEOPLE.secretary, document, now=NOW)
    told_adopted("2023-05-12")
    with pytest.raises(RowsRefused) as why:
        imported(inside(page_of_a_file() | early, "line", "id", value="CAT/C/KAZ/CO/9#10(a)"))
    assert "2023-05-12" in why.value.faults[0].said(Language.EN)


def test_no_refusal_tells_the_day_of_a_document_that_another_holds_back(sqlite_store: Store) -> None:
    imported(page_of_a_file())
    held = actions.take_document(PEOPLE.ngo, observations(), name="canary.txt", held_back=True, now=NOW).made
    actions.accept_document(PEOPLE.ngo, held, now=NOW)
    told_adopted("2023-05-12")
    assert imported(page_of_a_file() | {"replies": [REPLY | {"sent_on": "2020-01-01"}]}).stored == 1


def everything_told(*, now: int) -> dict[str, object]:
    """Every file and list that the public, the State and another organisation can ask for."""
    asked, told = queries.Asked(size=500, order="id"), {"changes": changes()}
    for form in ExportForm:
        told[f"public {form}"] = public_export(asked, form=form, language=Language.EN, now=now).data
        told[f"council {form}"] = write_export(PEOPLE.secretary, asked, form=form, now=now).data
    for who in (None, PEOPLE.secretary, PEOPLE.writer, PEOPLE.inspector, PEOPLE.other_ngo):
        told[f"documents {who}"] = queries.documents(who, size=500)
        told[f"board {who}"] = queries.board(who, asked, as_of=now)
        told[f"due {who}"] = queries.due(who, as_of=now)
    return told


def test_no_file_and_no_list_differs_by_a_byte_because_somebody_holds_a_document_back(
    sqlite_store: Store,
) -> None:
    document = actions.take_document(PEOPLE.secretary, observations(), name="public.txt", now=NOW).made
    actions.accept_document(PEOPLE.secretary, document, now=NOW)
    before = everything_told(now=NOW + 900)
    secret = observations("CAT/C/KAZ/CO/9", leaf="Bring the canary home;", follow_up="1 July 2025")
    for data in (secret, observations("CAT/C/KAZ/CO/8", leaf="Let the canary sing;")):
        held = actions.take_document(PEOPLE.ngo, data, name="canary.txt", held_back=True, now=NOW + 60).made
        actions.accept_document(PEOPLE.ngo, held, now=NOW + 60)
    after = everything_told(now=NOW + 900)
    assert [name for name in before if before[name] != after[name]] == []


def test_an_address_of_what_is_held_back_answers_as_one_of_nothing(sqlite_store: Store) -> None:
    def answers(stem: str) -> list[object]:
        addresses = (f"/recommendations/{stem}/", f"/recommendations/{stem}/10(a)/")
        told = [Client().get(each) for each in addresses]
        return [
            (
                each.status_code,
                re.sub(stem.encode() + rb'|value="[^"]+"', b"", each.content),
                each.get("ETag"),
            )
            for each in told
        ]

    held = actions.take_document(PEOPLE.ngo, observations(), name="canary.txt", held_back=True, now=NOW).made
    actions.accept_document(PEOPLE.ngo, held, now=NOW)
    assert answers("CAT-C-KAZ-CO-9") == answers("CAT-C-KAZ-CO-7")
    assert answers("CAT-C-KAZ-CO-9")[0][0] == 404


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\ud800", "\x00", "]]>", "<b>", "&"])
def test_no_sign_of_a_title_breaks_the_feed(sign: str) -> None:
    line = FeedLine(id="a", at=0, title=f"A {sign} title", summary=sign, href="https://example.org/")
    made = atom([line], title="t", href="h", page="p", instance="i", language="en")
    assert "title" in (fromstring(made).findtext("{*}entry/{*}title") or "")


def test_the_feed_does_not_tell_when_an_organisation_worked_on_what_it_published_later(
    sqlite_store: Store,
) -> None:
    held = actions.take_document(PEOPLE.ngo, observations(), name="ours.txt", held_back=True, now=NOW).made
    actions.accept_document(PEOPLE.ngo, held, now=NOW)
    later = at("2025-08-01")
    actions.publish_document(PEOPLE.ngo, held, on=date(2025, 8, 1), now=later)
    assert [each.at >= at("2025-08-01", 0) for each in changes()] == [True]
