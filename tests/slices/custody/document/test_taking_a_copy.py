"""Taking a copy of the record: by whom, for whom, entered as a look; and the pages that hand papers out."""

import pytest
from django.test import Client
from tests.slices.access.people import signed_in
from tests.slices.custody.desk import Desk, at, booking, instant, open_desk
from tests.slices.custody.document.pictures import codes_in, text_of
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody.actions import add_entry, book, correct_entry, give_mandate, not_to_be_found_by
from qorgau.custody.document.contents import Audience, Copy
from qorgau.custody.document.copying import make_copy
from qorgau.custody.document.record_sheet import print_record
from qorgau.custody.document.rights_card import rights_card
from qorgau.custody.entries import NewEntry
from qorgau.custody.queries import openings
from qorgau.custody.refusal import NoSuchCustody
from qorgau.lawbook import Language
from qorgau.recording.batches import integrate_now

BOOKED = instant("2026-11-21 02:30")
PRINTED = instant("2026-11-21 09:00")


def held_with_a_story(desk: Desk) -> str:
    custody = book(
        desk.officer, booking(desk, birth="2010-05-01", by_person=at("2026-11-21 00:20")), now=BOOKED
    ).custody
    told = NewEntry(kind="ParentTold", happened=(at("2026-11-21 03:00"),))
    wrong = add_entry(desk.officer, custody, told, now=instant("2026-11-21 03:05"))
    later = NewEntry(kind="ParentTold", happened=(at("2026-11-21 04:40"),))
    correct_entry(desk.head, custody, wrong.entry, later, why="Qate uaqyt", now=instant("2026-11-21 05:00"))
    found = NewEntry(
        kind="MedicallyExamined", happened=(at("2026-11-21 06:00"),),
        facts={"injuries_found": "yes"}, personal={"medical": "Bruise on the left shoulder"},
    )  # fmt: skip
    add_entry(desk.doctor, custody, found, now=instant("2026-11-21 06:10"))
    give_mandate(
        desk.officer, custody, name="Qorghaushy", account=desk.lawyer.account, now=instant("2026-11-21 06:30")
    )
    not_to_be_found_by(desk.officer, custody, name="Unwanted Kinsman", now=instant("2026-11-21 06:40"))
    return custody


def copied(desk: Desk, custody: str, *, by: str = "lawyer", audience: Audience = Audience.LAWYER) -> Copy:
    return make_copy(getattr(desk, by), custody, audience=audience, language=Language.EN, now=PRINTED)


def test_the_lawyers_copy_holds_the_whole_story(store: Store) -> None:
    desk = open_desk()
    said = text_of(print_record(copied(desk, held_with_a_story(desk))))
    for part in (
        "Сарыбаев", "Station 3", "Abay avenue 10", "Sergeant, patrol 4", "Investigator of station 3",
        "21 Nov 2026 00:20 (the person held)", "21 Nov 2026 01:00 (police entry)", "Bruise on the left shoulder",
        "Qate uaqyt", "GAP: who supervises it", "a lawyer",
    ):  # fmt: skip
        assert part in said
    assert "Unwanted Kinsman" not in said


def test_a_copy_that_the_desk_makes_holds_no_medical_findings_and_says_so(sqlite_store: Store) -> None:
    desk = open_desk()
    copy = copied(desk, held_with_a_story(desk), by="officer", audience=Audience.PERSON)
    said = text_of(print_record(copy))
    assert "Bruise" not in said
    assert "Medical findings are left out of this copy" in said


def test_taking_a_copy_is_a_look_that_the_persons_side_can_see(sqlite_store: Store) -> None:
    desk = open_desk()
    custody = held_with_a_story(desk)
    copied(desk, custody, by="officer", audience=Audience.PERSON)
    assert desk.officer.account in {each.account for each in openings(desk.lawyer, custody)}


def test_who_may_not_take_a_copy_gets_none(sqlite_store: Store) -> None:
    desk = open_desk()
    custody = held_with_a_story(desk)
    for far in ("far_officer", "far_prosecutor"):
        with pytest.raises(NoSuchCustody):
            copied(desk, custody, by=far)
    for other in ("doctor", "relative"):
        with pytest.raises(NotPermitted):
            copied(desk, custody, by=other)


def test_the_code_is_the_receipt_of_the_last_entry_shown_and_looks_do_not_change_it(
    sqlite_store: Store,
) -> None:
    desk = open_desk()
    custody = held_with_a_story(desk)
    promised = copied(desk, custody)
    again = copied(desk, custody, by="prosecutor")
    assert codes_in(print_record(promised)) == [promised.receipt]
    assert again.receipt == promised.receipt
    integrate_now(as_of=PRINTED + 10_000)
    proven = copied(desk, custody)
    assert proven.receipt.startswith("c2sp.org/tlog-proof@v1")
    assert "".join(codes_in(print_record(proven))) == proven.receipt


def test_the_document_is_handed_out_over_the_web_in_the_language_asked(sqlite_store: Store) -> None:
    desk = open_desk()
    custody = book(desk.officer, booking(desk), now=BOOKED).custody
    client = signed_in(Role.CUSTODY_OFFICER, places=[desk.station], language=Language.KK)
    for asked, title in (
        ("", "Ұстау туралы жазба"),
        ("ru", "Запись о содержании"),
        ("en", "Custody record"),
    ):
        answer = client.get(f"/custody/{custody}/document.pdf", {"lang": asked} if asked else {})
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "application/pdf"
        assert title in text_of(answer.content)
    for typed in ({"lang": "de"}, {"for": "neighbour"}):
        assert client.get(f"/custody/{custody}/document.pdf", typed).status_code == 404
    assert client.get("/custody/nobody/document.pdf").status_code == 404


@pytest.mark.parametrize("key", tuple(rights_card().languages))
def test_anybody_reads_the_card_of_rights_on_the_screen_and_on_paper(sqlite_store: Store, key: str) -> None:
    client, language = Client(), rights_card().languages[key]
    page = client.get(f"/rights/{key}/").content.decode()
    assert f'lang="{language.tag}" dir="{language.direction}"' in page
    for right in rights_card().rights:
        assert right.says[key] in page.replace("&#x27;", "'")
    assert client.get(f"/rights/{key}.pdf").content.startswith(b"%PDF-")


def test_the_card_of_rights_lists_its_languages_and_refuses_others(sqlite_store: Store) -> None:
    page = Client().get("/rights/").content.decode()
    assert all(f"/rights/{key}/" in page for key in rights_card().languages)
    # The languages of the cards are not those of the site: its own switch stays as on every page.
    for each in (page, Client().get("/rights/tg/").content.decode()):
        assert 'name="to" value="kk"' in each
        assert 'name="to" value="tg"' not in each
    assert Client().get("/rights/xx/").status_code == 404
