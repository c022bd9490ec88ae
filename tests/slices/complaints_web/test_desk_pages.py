"""The pages of the complaints desk: what is shown to whom, what is refused with its reason, what is kept out."""

import csv
import re
from dataclasses import replace
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.slices.access.people import person, signed_in_as
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.complaints import actions, queries
from qorgau.complaints.entries import About, Way
from qorgau.complaints.facts.listed import HearingLine
from qorgau.complaints.offered import Complainant, NamedOfficer, NewComplaint, Particulars
from qorgau.complaints.queries.desk import Wanted, desk
from qorgau.complaints.web.hearings import icalendar
from qorgau.lawbook import Language
from qorgau.recording.models import StoredEntry

HOUR, DAY = 3600, 86_400
NAME = "Zhfan Invented"


def officer_at(body: str, role: Role = Role.COMPLAINTS_OFFICER) -> Actor:
    return person(role, body=body)


def complaint(desk_actor: Actor, *, about: About = About.TORTURE, days: int = 3, body: str = "police") -> str:
    said = Particulars(
        about=about,
        allegation="beating",
        act_on="2025-03-01",
        officers=(
            NamedOfficer(name="Somebody Invented", body=body, since="2019-01-01", allegation="beating"),
        ),
    )
    new = NewComplaint(
        way=Way.PAPER,
        to_body=desk_actor.body,
        complainant=Complainant(name=NAME),
        narrative="told",
        particulars=said,
    )
    return actions.register_complaint(desk_actor, new, now=now() - days * DAY).complaint


def test_the_list_narrows_by_state_matter_and_age(store: Store) -> None:
    prosecutor = officer_at("prosecutors_office")
    old = complaint(prosecutor, days=40)
    new = complaint(prosecutor, about=About.ILL_TREATMENT, days=1)
    seen = {
        name: {line.row.complaint_id for line in desk(prosecutor, wanted, as_of=now()).lines}
        for name, wanted in {
            "all": Wanted(),
            "old": Wanted(older_than=30),
            "ill": Wanted(about="ill_treatment"),
            "ended": Wanted(status="ended"),
        }.items()
    }
    assert seen == {"all": {old, new}, "old": {old}, "ill": {new}, "ended": set()}
    assert desk(officer_at("kpi"), Wanted(), as_of=now()).total == 0


def test_an_assignment_to_the_accused_department_is_refused_on_the_page_and_recorded(
    sqlite_store: Store,
) -> None:
    prosecutor = officer_at("prosecutors_office")
    case = complaint(prosecutor)
    answer = signed_in_as(prosecutor).post(
        f"/complaints/{case}/assign/", {"body": "police_internal_security"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Department of Internal Security of the police" in page
    assert page.index("q-tie__body") < page.index("q-candidates")
    assert StoredEntry.objects.filter(kind="AssignmentRefused").count() == 1


def test_a_body_tied_to_the_accused_does_not_read_who_complained(sqlite_store: Store) -> None:
    prosecutor, police = officer_at("prosecutors_office"), officer_at("police")
    case = complaint(prosecutor, about=About.ILL_TREATMENT)
    actions.forward(prosecutor, case, "police", now=now())
    own, theirs = (_page(signed_in_as(each), case) for each in (prosecutor, police))
    assert NAME in own
    assert NAME not in theirs
    assert "Not shown" in theirs


def test_a_file_that_is_not_sealed_never_reaches_the_mailbox(sqlite_store: Store) -> None:
    prosecutor = officer_at("prosecutors_office")
    case, before = complaint(prosecutor), StoredEntry.objects.count()
    plain = SimpleUploadedFile("answer.txt", b"in clear")
    answer = signed_in_as(prosecutor).post(f"/complaints/{case}/messages/", {"sealed": plain}, follow=True)
    assert "not sealed" in answer.content.decode()
    added = set(
        StoredEntry.objects.order_by("-received").values_list("kind", flat=True)[
            : StoredEntry.objects.count() - before
        ]
    )
    assert added <= {"ComplaintFileOpened"}


def test_an_excluded_ground_stands_on_the_page_and_is_not_among_the_choices(sqlite_store: Store) -> None:
    prosecutor, special = (
        officer_at("prosecutors_office"),
        officer_at("special_prosecutors", Role.INVESTIGATOR),
    )
    case = complaint(prosecutor)
    run = actions.assign(prosecutor, case, "special_prosecutors", now=now()).made["run"]
    browser = signed_in_as(special)
    browser.post(f"/complaints/{case}/procedures/{run}/open_investigation/", {"act_id": "a" * 32})
    page = browser.get(f"/complaints/{case}/procedures/{run}/close/").content.decode()
    assert 'value="officer_not_named"' in page
    assert 'value="amnesty"' not in page
    assert "refused:" in page


def test_a_move_sent_twice_counts_once(sqlite_store: Store) -> None:
    inspectorate = officer_at("kpi")
    case = complaint(inspectorate, about=About.OTHER)
    run = actions.open_run(inspectorate, case, "kz/police_discipline", now=now() - HOUR).made["run"]
    browser, typed = signed_in_as(inspectorate), {"act_id": "b" * 32, "reasons": "A weapon was shown."}
    for _ in range(2):
        browser.post(f"/complaints/{case}/procedures/{run}/grade_serious/", typed)
    found = queries.case(inspectorate, case, as_of=now() + 1)
    assert [step.move.id for step in found.runs[0].standing.path].count("grade_serious") == 1


def test_the_calendar_file_folds_long_lines_and_names_nobody() -> None:
    line = HearingLine(
        hearing="h", complaint="К" * 60, run="", body="kpi", set_for=1_790_000_000, heard_at=None, put_off=2
    )
    made = icalendar([line], made_at=1_780_000_000, language=Language.KK)
    assert all(len(each) <= 75 for each in made.split(b"\r\n"))
    joined = made.decode().replace("\r\n ", "")
    assert "SEQUENCE:2" in joined
    assert "К" * 60 in joined
    assert "DTSTART:20260921T141320Z" in joined


@pytest.mark.parametrize("month", ["0001-01", "9999-12", "1899-12", "2100-01", "2026-13", "march"])
def test_a_month_that_no_hearing_can_be_in_shows_the_present_one(sqlite_store: Store, month: str) -> None:
    browser = signed_in_as(officer_at("prosecutors_office"))
    shown = browser.get(f"/hearings/?month={month}")
    assert shown.status_code == 200
    assert shown.context["month"] == browser.get("/hearings/").context["month"]


def test_the_oversight_file_is_a_table_with_one_row_for_each_body(sqlite_store: Store) -> None:
    prosecutor = officer_at("prosecutors_office")
    complaint(prosecutor)
    answer = signed_in_as(prosecutor).get("/complaints/oversight.csv")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[:2] for row in rows] == [["Body", "In all"], ["Prosecutor's Office", "1"]]
    assert NAME not in answer.content.decode()


def test_every_paper_of_a_case_is_taken_in_both_forms(sqlite_store: Store) -> None:
    prosecutor = officer_at("prosecutors_office")
    browser, case = signed_in_as(prosecutor), complaint(prosecutor)
    for paper in ("register", "refuse", "close", "notice", "summons", "finding", "penalty", "appeal"):
        for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
            answer = browser.get(f"/complaints/{case}/papers/{paper}.{form}?lang=ru")
            assert answer.content.startswith(begins), (paper, form, answer.status_code)
    assert browser.get(f"/complaints/{case}/papers/verdict.pdf").status_code == 404


def _page(browser: Client, case: str) -> str:
    return browser.get(f"/complaints/{case}/").content.decode()


@pytest.mark.parametrize(
    ("language", "paragraph", "article"), [(Language.RU, ", п. ", ", ст. "), (Language.KK, "-тармақ", "-бап")]
)
def test_a_case_and_its_drawing_cite_sources_in_the_reader_s_own_way(
    sqlite_store: Store, language: Language, paragraph: str, article: str
) -> None:
    prosecutor = replace(officer_at("prosecutors_office"), language=language)
    case = complaint(prosecutor)
    actions.assign(prosecutor, case, "special_prosecutors", now=now())
    page = _page(signed_in_as(prosecutor), case)
    drawing = max(re.findall(r"<svg.*?</svg>", page, re.DOTALL), key=len)
    assert paragraph in drawing
    assert article in page.replace(drawing, "")
    assert not re.findall(r"\b(?:arts?|paras?)\. \d", page)
