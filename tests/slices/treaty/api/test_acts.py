"""The cycle by programs alone: bodies, plan, reply with its clearance, alternative report, assessment, links, days, files."""

import json

import pytest
from tests.slices.custody.api.programs import Program
from tests.slices.store import Store
from tests.slices.treaty.api.recommended import STEM, TEN, assigned, catalogued, ok, program, uploaded
from tests.slices.treaty.cycle import CATALOGUE, PEOPLE, SUBMISSION

from qorgau.clock import Zone, now
from qorgau.portal.api import token_door
from qorgau.treaty.facts.words import Sender
from qorgau.treaty.seats import country, seat_of, today

PATH = f"/treaty/recommendations/{STEM}/10"
CHOSEN, FOLLOWED = f"{CATALOGUE}#28", f"/treaty/recommendations/{STEM}/28"
"""One of those that the committee wants answered first; it was due on 12 May 2024."""


@pytest.fixture
def secretary(store: Store) -> Program:
    made = program(PEOPLE.secretary)
    catalogued(made)
    return made


def on_this_day(zone: Zone | None = None) -> str:
    """The civil day there, by default in the country."""
    return today(zone or country(), now()).isoformat()


def refused(answer, status: int, problem: str):
    assert answer.status_code == status, answer.content.decode()
    told = answer.json()
    assert told["type"] == f"/api/#{problem}"
    assert told["detail"]
    return told


def test_a_reply_goes_through_its_clearance_and_one_that_came_late_says_so(secretary: Program) -> None:
    assigned(secretary, of=CHOSEN)
    writer, clearer, health = program(PEOPLE.writer), program(PEOPLE.clearer), program(PEOPLE.health)
    asked = {"recommendations": [CHOSEN], "text": "The bill lies in parliament."}
    reply = ok(writer.post("/treaty/replies", asked, key="r1"))["made"]
    assert ok(writer.post("/treaty/replies", asked, key="r1"))["made"] == reply
    one = f"/treaty/replies/{reply}"
    refused(secretary.post(f"{one}/sending", {"sent": on_this_day()}), 422, "unfit")
    refused(writer.post(f"{one}/clearance", {}), 422, "unfit")
    assert health.post(f"{one}/clearance", {}).status_code in (403, 404)
    ok(clearer.post(f"{one}/returns", {"reason": "Name the number of the bill."}))
    ok(writer.post(f"{one}/revisions", {"text": "Bill 12 lies in parliament."}))
    ok(clearer.post(f"{one}/clearance", {"note": "Agreed."}))
    held = ok(program(PEOPLE.npm).get(FOLLOWED))["replies"]
    assert held == []
    day = ok(secretary.get(FOLLOWED))["replies"][0]["cleared_at"]
    assert day is not None
    sent = ok(secretary.post(f"{one}/sending", {"sent": on_this_day(seat_of(Sender.TREATY_BODY))}))
    assert sent["made"] == reply
    told = ok(program(PEOPLE.npm).get(FOLLOWED))["replies"][0]
    assert told["text"] == "Bill 12 lies in parliament."
    assert told["days_late"] > 900
    assert set(told["lateness"]) == {"en", "ru", "kk"}


def test_the_plan_is_the_secretarys_and_the_leads(secretary: Program) -> None:
    assigned(secretary)
    asked = {"recommendations": [TEN], "what": {"en": "A bill."}, "lead": "mia", "due": "2099-01-01",
             "budget": 100, "currency": "KZT"}  # fmt: skip
    action = ok(secretary.post("/treaty/actions", asked))["made"]
    states = f"/treaty/actions/{action}/states"
    ok(program(PEOPLE.writer).post(states, {"state": "under_way", "on": on_this_day()}))
    refused(program(PEOPLE.health).post(states, {"state": "done", "on": on_this_day()}), 403, "not_permitted")
    page = ok(secretary.get(PATH))
    assert page["actions"][0]["state"] == "under_way"
    assert page["line"]["stands"]["at"] in ("under_way", "overdue")
    assert set(page["line"]["stands"]["why"]) == {"en", "ru", "kk"}
    refused(secretary.post("/treaty/actions", {**asked, "budget": -1}), 422, "unfit")
    refused(secretary.post("/treaty/actions", {**asked, "lead": "no_such_body"}), 422, "unfit")


def test_an_alternative_report_is_its_bodys_and_nobody_elses(secretary: Program) -> None:
    ngo, other = program(PEOPLE.ngo), program(PEOPLE.other_ngo)
    asked = {"recommendations": [TEN], "title": "Beside it", "text": "Nothing changed."}
    made = ok(ngo.post("/treaty/alternatives", asked))["made"]
    one = f"/treaty/alternatives/{made}"
    for who in (secretary, other):
        assert ok(who.get(PATH))["alternatives"] == []
    refused(secretary.post("/treaty/alternatives", asked), 403, "not_permitted")
    refused(other.post(f"{one}/versions", {"text": "Ours.", "reason": "So."}), 404, "not_found")
    ok(ngo.post(f"{one}/versions", {"text": "Little changed.", "reason": "A bill came."}))
    ok(ngo.post(f"{one}/publication", {"on": "2024-02-01"}))
    told = ok(secretary.get(PATH))["alternatives"][0]
    assert (told["text"], told["versions"]) == ("Little changed.", 2)
    refused(other.post(f"{one}/versions", {"text": "Ours.", "reason": "So."}), 422, "unfit")


def test_assessments_go_by_the_committees_own_scale(secretary: Program) -> None:
    asked = {"recommendations": [TEN], "grade": "no_such_grade", "on": "2025-01-01", "source": "A letter",
             "level": "reported"}  # fmt: skip
    told = refused(secretary.post("/treaty/assessments", asked), 422, "unfit")
    grade = told["detail"].split(": ", 1)[1].rstrip(".").split(", ")[0]
    ok(secretary.post("/treaty/assessments", {**asked, "grade": grade}))
    assert ok(secretary.get(PATH))["assessments"][0]["grade"]["code"] == grade
    refused(
        program(PEOPLE.writer).post("/treaty/assessments", {**asked, "grade": grade}), 403, "not_permitted"
    )


def test_demands_are_linked_tied_and_classified_by_people(secretary: Program) -> None:
    ngo = program(PEOPLE.ngo)
    document = uploaded(ngo, SUBMISSION)["made"]
    ok(ngo.post(f"/treaty/documents/{document}/acceptance", {}))
    left = ok(ngo.get(f"/treaty/recommendations?document={document}"))["lines"][0]["id"]
    judged = {"left": left, "right": TEN, "judgement": "confirmed", "reason": "Both ask for it."}
    ok(ngo.post("/treaty/links", judged))
    assert [each["id"] for each in ok(ngo.get(PATH))["history"]] == [left]
    assert isinstance(ok(ngo.get(f"{PATH}/proposals?most=3")), list)
    refused(ngo.post("/treaty/links", {**judged, "right": left}), 422, "unfit")
    tie = {"tie": "safeguard", "name": "kz/no_such_rule", "reason": "So."}
    refused(ngo.post(f"{PATH}/ties", tie), 422, "unfit")
    refused(secretary.post(f"{PATH}/classes", {"subjects": ["no_such"], "reason": "So."}), 422, "unfit")
    evidence = ok(secretary.get(f"{PATH}/evidence?year=2024"))
    assert evidence["recommendation"] == TEN
    assert all({"value", "below", "said"} == set(each["value"]) for each in evidence["figures"])
    law = ok(secretary.get(f"{PATH}/law?on=2024-01-01"))
    assert {each["on"] for each in law} <= {"2024-01-01"}


def test_what_is_due_is_listed_met_and_given_to_calendars(secretary: Program) -> None:
    made = ok(
        secretary.post("/treaty/deadlines", {"what": "other", "due": "2030-05-01", "note": "A letter."})
    )["made"]
    lines = {each["id"]: each for each in ok(secretary.get("/treaty/due"))}
    assert lines[made]["due"] == "2030-05-01"
    calendar = secretary.get("/treaty/due.ics?what=next_report")
    assert calendar["Content-Type"] == "text/calendar"
    assert b"DTSTART;VALUE=DATE:20270512" in calendar.content
    ok(secretary.post("/treaty/deadlines/met", {"deadline": made, "on": "2026-01-01"}))
    refused(secretary.post("/treaty/deadlines/met", {"deadline": made, "on": "2026-01-02"}), 422, "unfit")
    assert ok(secretary.get("/treaty/due?open_only=true&what=other")) == []


def test_a_draft_is_its_bodys_alone_and_two_savers_do_not_overwrite_each_other(secretary: Program) -> None:
    asked = {"kind": "follow_up_report", "document": CATALOGUE, "language": "en"}
    begun = ok(secretary.post("/treaty/drafts", asked, key="d1"))
    assert ok(secretary.post("/treaty/drafts", asked, key="d1"))["draft"] == begun["draft"]
    one = f"/treaty/drafts/{begun['draft']}"
    saved = ok(secretary.post(f"{one}/blocks/introduction", {"base": begun["version"], "text": "We report."}))
    assert saved["version"] == begun["version"] + 1
    moved = secretary.post(f"{one}/blocks/introduction", {"base": begun["version"], "text": "No, we."})
    assert refused(moved, 409, "moved_meanwhile")["version"] == saved["version"]
    seen = ok(secretary.get(one))
    assert {each["id"]: each["text"] for each in seen["writing"]["blocks"]}["introduction"] == "We report."
    assert seen["words"]["counted"] > 0
    words = ok(secretary.get(f"{one}/differences?older=1&newer=2"))
    assert [each["block"] for each in words] == ["introduction"]
    for other in (program(PEOPLE.writer), program(PEOPLE.ngo)):
        for path in (
            one,
            f"{one}/versions",
            f"{one}/file",
            f"{one}/blocks/introduction/offers",
            f"{one}/recounts",
        ):
            refused(other.get(path), 404, "not_found")
        refused(other.post(f"{one}/blocks/introduction", {"base": 2, "text": "Ours."}), 404, "not_found")
        refused(other.post(f"{one}/issue", {"base": 2}), 404, "not_found")
        refused(other.post(f"{one}/discarding"), 404, "not_found")
        assert begun["draft"] not in json.dumps(ok(other.get("/treaty/drafts")))
    issued = ok(secretary.post(f"{one}/issue", {"base": saved["version"]}))
    assert {each["form"] for each in issued["files"]} == {"docx", "pdf"}
    report = program(PEOPLE.writer).get(f"/treaty/reports/{issued['report']}/file?form=pdf")
    assert report.content.startswith(b"%PDF-")
    refused(secretary.post(f"{one}/discarding"), 422, "unfit")


def test_a_draft_goes_back_to_a_version_and_an_issued_report_is_corrected_by_a_new_draft(
    secretary: Program,
) -> None:
    asked = {"kind": "follow_up_report", "document": CATALOGUE, "language": "en", "fill": False}
    begun = ok(secretary.post("/treaty/drafts", asked))
    one, base = f"/treaty/drafts/{begun['draft']}", begun["version"]
    for number, words in enumerate(("First.", "Second.")):
        ok(secretary.post(f"{one}/blocks/introduction", {"base": base + number, "text": words}))
    back = {"base": base + 2, "version": base + 1}
    other = program(PEOPLE.ngo)
    refused(other.post(f"{one}/restoration", back), 404, "not_found")
    refused(secretary.post(f"{one}/restoration", {**back, "base": base + 1}), 409, "moved_meanwhile")
    restored = ok(secretary.post(f"{one}/restoration", back))
    assert restored["version"] == base + 3
    assert introduction(secretary, begun["draft"]) == "First."
    refused(secretary.post(f"/treaty/reports/{begun['draft']}/correction"), 422, "unfit")
    report = ok(secretary.post(f"{one}/issue", {"base": base + 3}))["report"]
    refused(other.post(f"/treaty/reports/{report}/correction"), 404, "not_found")
    made = ok(secretary.post(f"/treaty/reports/{report}/correction", key="c1"))
    assert ok(secretary.post(f"/treaty/reports/{report}/correction", key="c1")) == made
    assert made["draft"] != report
    assert introduction(secretary, made["draft"]) == "First."


def introduction(who: Program, draft: str) -> str:
    seen = ok(who.get(f"/treaty/drafts/{draft}"))
    return {each["id"]: each["text"] for each in seen["writing"]["blocks"]}["introduction"]


def test_files_are_taken_along_by_the_same_filters(secretary: Program) -> None:
    answer = secretary.get("/treaty/exports/csv?follow_up=true")
    assert answer["Content-Disposition"] == 'attachment; filename="recommendations.csv"'
    rows = answer.content.decode("utf-8-sig").count("\r\n") - 1
    assert rows >= 1
    assert rows == ok(secretary.get("/treaty/recommendations?follow_up=true"))["total"]
    refused(secretary.get("/treaty/exports/exe"), 422, "unfit")


def test_anybody_reads_what_is_public_without_a_token_and_not_without_end(
    secretary: Program, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(token_door, "PACE", token_door.Pace())
    anybody = secretary.client
    board = anybody.get("/api/v1/public/recommendations").json()
    assert board["total"] == 47
    one = anybody.get(f"/api/v1/public/recommendations/{STEM}/10", headers={"Accept-Language": "ru"})
    assert one.json()["line"]["id"] == TEN
    assert anybody.get("/api/v1/public/due").status_code == 200
    assert json.loads(anybody.get("/api/v1/public/exports/uhri_json").content)[0]["Symbol"] == CATALOGUE
    assert anybody.post("/api/v1/public/recommendations").status_code == 405
    settings.QORGAU_API_PER_MINUTE = 1
    answers = [anybody.get("/api/v1/public/documents") for _ in range(2)]
    assert answers[-1].status_code == 429
    assert int(answers[-1]["Retry-After"]) >= 1


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_refusals_are_in_the_language_asked_for(sqlite_store: Store, language: str) -> None:
    who = program(PEOPLE.secretary)
    who.language = language
    told = refused(who.get("/treaty/recommendations/CAT-C-XXX-CO-1/1"), 404, "not_found")
    assert told["detail"].isascii() == (language == "en")
