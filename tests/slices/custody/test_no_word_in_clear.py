"""What is typed at the desk stands in clear in the columns that say so, and nowhere else that anybody could copy."""

import logging
from pathlib import Path

import pytest
from django.apps import apps
from tests.slices.access.people import person, signed_in_as
from tests.slices.custody.desk import NIGHT, booking, open_desk, typed, yesterday
from tests.slices.recording.two_instances import CENTRE, Pair, pair
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.custody import actions
from qorgau.custody.models import CustodyRow
from qorgau.recording.backup import back_up
from qorgau.recording.bundles.writing import write_bundles
from qorgau.recording.drafts import new_entry_id
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild

NAME, RELATIVE, WISH = "Qanarbek", "Zhuldyzai", "Ykhlasov"
TOLD = ("NoteCanary", "WhyCanary", "ShiftCanary", "PhoneCanary", "WhereCanary", "DocumentCanary")
SHOWN = {"custody_row.name", "custody_party.name"}
"""Names that staff search by and that a list shows; the folded keys beside them spell a sound, not the name."""


def typed_at_the_desk(desk_place: str) -> str:
    """A booking, a relative, a wish, a withdrawal, a search, an enquiry and a handover, all by their pages."""
    officer = signed_in_as(person(Role.CUSTODY_OFFICER, places=[desk_place]))
    booked = officer.post("/custody/new/", _act(
        place=desk_place, family_name=NAME, given_name="Yerlan", name_status="given", birth="1990-05-01",
        apprehended_0=typed(yesterday()), apprehended_1="01:00", ground="criminal", where="WhereCanary street",
    ))  # fmt: skip
    assert booked.status_code == 302, booked.content
    custody = CustodyRow.objects.get().custody_id
    at = {"happened_0": typed(yesterday()), "happened_1": "02:00", "said_by": "police_entry"}
    for kind, said in (
        ("RelativeNamed", {"personal_name": RELATIVE, "personal_contact": "PhoneCanary 1"}),
        ("NotToBeFoundBy", {"personal_name": WISH, "personal_note": "NoteCanary he beat me"}),
        ("PropertyTaken", {"personal_items": "DocumentCanary 7"}),
    ):
        answer = officer.post(f"/custody/{custody}/add/{kind}/", _act(**at, **said))
        assert answer.status_code == 302, (kind, answer.content)
    wrong = StoredEntry.objects.get(kind="PropertyTaken").id
    assert f"entries/{wrong}/correct/" in officer.get(f"/custody/{custody}/").content.decode()
    taken = officer.post(
        f"/custody/{custody}/entries/{wrong}/withdraw/",
        {f"withdraw-{key}": value for key, value in _act(why="WhyCanary was next to him").items()},
    )
    assert taken.status_code == 302, taken.content
    assert officer.post("/find/", {"name": NAME}).status_code == 200
    given = officer.post(f"/handover/?place={desk_place}", _act(note="ShiftCanary in cell 4"))
    assert given.status_code == 302
    asked = officer.post("/enquiry/", _act(
        name=RELATIVE, document="DocumentCanary 8", contact="PhoneCanary 2", relation="parent", family_name=NAME,
        given_name="Yerlan", born_on="01.05.1990", region="almaty",
    ))  # fmt: skip
    assert asked.status_code == 200, asked.status_code
    return custody


def _act(**said: str) -> dict[str, str]:
    return {"act_id": new_entry_id(), **said}


def columns_with(word: str) -> set[str]:
    """Every column of every table in which the word stands, whatever its type."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        for row in model._default_manager.all().values():
            for column, value in row.items():
                text = (
                    bytes(value).decode("utf-8", "ignore")
                    if isinstance(value, bytes | memoryview)
                    else str(value)
                )
                if word.lower() in text.lower():
                    found.add(f"{model._meta.db_table}.{column}")
    return found


def test_no_table_holds_what_was_typed_but_the_names_that_staff_search_by(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    desk = open_desk()
    with caplog.at_level(logging.DEBUG):
        typed_at_the_desk(desk.station)
        rebuild(as_of=now() + 60)
    assert {word: columns_with(word) for word in TOLD} == {word: set() for word in TOLD}
    for name in (NAME, RELATIVE, WISH):
        assert columns_with(name) <= SHOWN, name
    assert "custody_row.name" in columns_with(NAME)
    told = "\n".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    assert not [word for word in (*TOLD, NAME, RELATIVE, WISH) if word.lower() in told.lower()]


def test_no_file_of_the_record_its_journals_bundles_or_backups_holds_it(
    sqlite_store: Store, tmp_path: Path
) -> None:
    typed_at_the_desk(open_desk().station)
    back_up(tmp_path / "record.backup")
    kept = [
        path for folder in (sqlite_store.folder, tmp_path) for path in folder.rglob("*") if path.is_file()
    ]
    assert {"record.sqlite3", "record.sqlite3-wal", "record.backup"} <= {path.name for path in kept}
    clear = {
        (path.name, word)
        for path in kept
        for word in TOLD
        if word.lower().encode() in path.read_bytes().lower()
    }
    assert clear == set()
    assert not [path for path in kept if path.name == "record.backup" and NAME.encode() in path.read_bytes()]


def test_a_bundle_of_a_desk_names_nobody_to_whoever_finds_it(embedded_pair: Pair) -> None:
    with embedded_pair.at_desk():
        desk = open_desk()
        actions.book(desk.officer, booking(desk, family_name=NAME, where="WhereCanary"), now=NIGHT)
        (bundle,) = write_bundles(embedded_pair.stick, to=[CENTRE], written_at=now())
        content = bundle.path.read_bytes()
    assert NAME.encode() not in content
    assert b"WhereCanary" not in content


@pytest.fixture
def embedded_pair(sqlite_store: Store, sqlite_template: Path, tmp_path: Path) -> Pair:
    return pair(sqlite_store, sqlite_template, tmp_path)
