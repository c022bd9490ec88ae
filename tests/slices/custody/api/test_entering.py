"""A program books and enters as the desk does; the same act again is the same act."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client
from tests.slices.access.people import person, signed_in_as
from tests.slices.custody.api.programs import Program, booking_at, token_for
from tests.slices.custody.desk import Desk, open_desk
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.custody.models import CustodyRow, OpeningRow
from qorgau.recording.models import StoredEntry
from qorgau.recording.receipts import receipt_of


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def officer(desk: Desk) -> Program:
    return Program(token_for(desk.officer))


def test_a_booking_answers_with_a_receipt_for_each_entry(desk: Desk, officer: Program) -> None:
    answer = officer.post("/custodies", booking_at(desk))
    assert answer.status_code == 201, answer.content
    told = answer.json()
    assert CustodyRow.objects.get(pk=told["custody"]).person_id == told["person"]
    for each in told["entries"]:
        assert str(receipt_of(each["entry"]).promise) == each["promise"]
        stored = StoredEntry.objects.get(pk=each["entry"])
        assert bytes(stored.commitment).hex() == each["commitment"]


def test_the_same_key_again_stores_nothing_and_gives_the_same_answer(desk: Desk, officer: Program) -> None:
    first = officer.post("/custodies", booking_at(desk), key="k-1").json()
    stored = StoredEntry.objects.count()
    again = officer.post("/custodies", {**booking_at(desk), "apprehended": None}, key="k-1")
    assert again.status_code == 422
    sent = {**booking_at(desk), "confirmed": True}
    once = officer.post("/custodies", sent, key="k-2")
    twice = officer.post("/custodies", sent, key="k-2")
    assert (once.status_code, twice.status_code) == (201, 200)
    assert _without_new(twice.json()) == _without_new(once.json())
    assert once.json()["custody"] != first["custody"]
    assert StoredEntry.objects.count() == stored + len(once.json()["entries"])


def test_a_key_with_other_content_is_refused_and_stores_nothing(desk: Desk, officer: Program) -> None:
    sent = booking_at(desk)
    officer.post("/custodies", sent, key="k")
    stored = StoredEntry.objects.count()
    other = officer.post("/custodies", {**sent, "family_name": "Ким"}, key="k")
    assert (other.status_code, other.json()["type"]) == (409, "/api/#key_used")
    assert StoredEntry.objects.count() == stored


def test_two_accounts_that_draw_the_same_key_do_not_meet(desk: Desk, officer: Program) -> None:
    head = Program(token_for(desk.head))
    # Somebody of the same name a second later would be asked about.
    one = officer.post("/custodies", booking_at(desk), key="1").json()
    other = head.post("/custodies", booking_at(desk, family_name="Жумабаев"), key="1").json()
    assert one["custody"] != other["custody"]
    assert other["is_new"]


def test_an_entry_sent_by_four_at_once_with_one_key_is_one_entry(desk: Desk, officer: Program) -> None:
    custody = officer.post("/custodies", booking_at(desk)).json()["custody"]
    before = StoredEntry.objects.filter(kind="MealGiven").count()

    def send(_number: int) -> tuple[int, str]:
        try:
            answer = Program(officer.token).post(
                f"/custodies/{custody}/entries", {"kind": "MealGiven"}, key="meal"
            )
            return answer.status_code, answer.json().get("entry", "")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(4)))
    assert StoredEntry.objects.filter(kind="MealGiven").count() == before + 1
    assert {status for status, _ in answers} <= {200, 201, 409, 503}
    assert len({entry for status, entry in answers if status < 300}) == 1
    assert send(5) == (200, next(entry for status, entry in answers if status < 300))


def test_a_wrong_entry_says_which_field_why_and_how_to_mend_it(desk: Desk, officer: Program) -> None:
    custody = officer.post("/custodies", booking_at(desk)).json()["custody"]
    wrong = officer.post(
        f"/custodies/{custody}/entries", {"kind": "RightsExplained", "happened": ["tomorrow"]}
    )
    assert wrong.headers["Content-Type"] == "application/problem+json"
    (fault,) = wrong.json()["errors"]
    assert wrong.status_code == 422
    assert (fault["field"], "tomorrow" in fault["why"], bool(fault["mend"])) == ("happened", True, True)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_refusal_speaks_the_language_that_was_asked_for(
    desk: Desk, officer: Program, language: str
) -> None:
    program = Program(officer.token, language=language)
    program.client.cookies["language"] = "ru"
    answer = program.post("/custodies", {**booking_at(desk), "ground": ""})
    assert answer.headers["Content-Language"] == language
    titles = {"kk": "Түзету керек", "ru": "Нужно исправить", "en": "Something must be mended"}
    assert answer.json()["title"] == titles[language]


def test_what_is_unusual_must_be_confirmed(desk: Desk, officer: Program) -> None:
    sent = booking_at(desk, birth="6")
    asked = officer.post("/custodies", sent)
    assert (asked.status_code, asked.json()["errors"][0]["field"]) == (409, "birth")
    assert officer.post("/custodies", {**sent, "confirmed": True}).status_code == 201


def test_a_source_nobody_knows_is_refused(desk: Desk, officer: Program) -> None:
    sent = booking_at(desk)
    sent["apprehended"] = {"at": sent["apprehended"], "said_by": "a_little_bird"}
    assert officer.post("/custodies", sent).json()["errors"][0]["field"] == "apprehended"


def test_correcting_withdrawing_confirming_and_answering_go_by_the_same_acts(
    desk: Desk, officer: Program
) -> None:
    head = Program(token_for(desk.head))
    custody = officer.post("/custodies", booking_at(desk, delivered=None)).json()["custody"]
    meal = officer.post(f"/custodies/{custody}/entries", {"kind": "MealGiven"}).json()["entry"]
    entries = f"/custodies/{custody}/entries"
    fixed = officer.post(f"{entries}/{meal}/corrections", {"kind": "MealGiven", "why": "Wrong hour."})
    assert (fixed.status_code, fixed.json()["needs_confirmation"]) == (201, False)
    gone = officer.post(f"{entries}/{fixed.json()['entry']}/withdrawals", {"why": "No meal came."})
    assert gone.status_code == 201
    assert head.post(f"{entries}/{gone.json()['entry']}/confirmations").status_code == 422
    unbroken = {"safeguard": "kz/none", "basis": "treaty", "outcome": "explained", "reason": "Snow."}
    assert head.post(f"/custodies/{custody}/breach-answers", unbroken).status_code == 422


def test_reading_a_record_by_a_program_leaves_the_same_trace(desk: Desk, officer: Program) -> None:
    custody = officer.post("/custodies", booking_at(desk)).json()["custody"]
    for part in ("", "/verdicts", "/clocks"):
        assert officer.get(f"/custodies/{custody}{part}").status_code == 200
    assert OpeningRow.objects.filter(custody_id=custody, account=desk.officer.account).count() == 1


def test_a_record_is_given_as_of_a_time_by_what_was_known_then(desk: Desk, officer: Program) -> None:
    custody = officer.post("/custodies", booking_at(desk)).json()["custody"]
    now = officer.get(f"/custodies/{custody}").json()
    later = officer.get(f"/custodies/{custody}/clocks", as_of="2099-01-01 00:00").json()
    assert now["identity"]["name"] == "Сарыбаев Ерлан"
    assert {each["state"] for each in later["clocks"]} >= {"breached"}
    before = officer.get(f"/custodies/{custody}", known_at="2001-01-01 00:00")
    assert before.status_code == 404


def test_a_session_opens_nothing_here(desk: Desk, officer: Program) -> None:
    browser: Client = signed_in_as(person(Role.CUSTODY_OFFICER, places=[desk.station]))
    assert browser.get("/board/").status_code == 200
    assert browser.get("/api/v1/board").status_code == 401


def test_a_program_at_another_place_does_not_learn_that_there_is_such_a_custody(
    desk: Desk, officer: Program
) -> None:
    custody = officer.post("/custodies", booking_at(desk)).json()["custody"]
    far = Program(token_for(desk.far_officer))
    there, nowhere = far.get(f"/custodies/{custody}"), far.get("/custodies/nobody")
    assert (there.status_code, there.content) == (404, nowhere.content)


def test_the_board_gives_pages_and_filters(desk: Desk, officer: Program) -> None:
    for name in ("Абаев", "Бекова", "Ким"):
        officer.post("/custodies", booking_at(desk, family_name=name))
    officer.post("/custodies", booking_at(desk, family_name="Ли", birth="15"))
    page = officer.get("/board", per_page=2, page=2, sort="name").json()
    assert (page["total"], page["page"], page["pages"], len(page["held"])) == (4, 2, 2, 2)
    assert [each["is_child"] for each in officer.get("/board", children="true").json()["held"]] == [True]
    assert officer.get("/board", status="vanished").status_code == 422


def test_each_kind_is_a_schema_by_which_its_entry_is_accepted(desk: Desk, officer: Program) -> None:
    import jsonschema

    custody = officer.post("/custodies", booking_at(desk)).json()["custody"]
    every = officer.get("/kinds").json()["kinds"]
    schemas = {each["kind"]: officer.get(f"/kinds/{each['kind']}").json() for each in every}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    entry = {"kind": "RightsExplained", "facts": {"understood": "yes"}}
    jsonschema.validate(entry, schemas["RightsExplained"])
    assert officer.post(f"/custodies/{custody}/entries", entry).status_code == 201
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            {"kind": "RightsExplained", "facts": {"colour": "red"}}, schemas["RightsExplained"]
        )


def _without_new(told: dict[str, object]) -> dict[str, object]:
    entries = [{**each, "is_new": None} for each in told["entries"]]  # type: ignore[attr-defined]
    return {**told, "is_new": None, "entries": entries}
