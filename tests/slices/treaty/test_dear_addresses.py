"""What costs seconds is made for one visitor at a time; the others are told when to ask again, and the rest of the site answers."""

import pytest
from django.test import Client
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at, catalogued

from qorgau.lawbook import Language
from qorgau.treaty import queries
from qorgau.treaty.exporting import writing
from qorgau.treaty.exporting.writing import ExportForm, MadeForAnother, public_export, write_export

NOW = at("2025-06-01")
DEAR, OTHERS = "json", ("csv", "xlsx", "uhri", "uhri_json", "nrtd")


@pytest.fixture
def busy(sqlite_store: Store):
    """Somebody's file with the whole history is being made."""
    catalogued()
    with writing._HISTORY:
        yield


def test_a_second_file_with_the_whole_history_is_asked_for_later(busy: None) -> None:
    page = Client().get(f"/recommendations/export.{DEAR}?lang=en")
    assert (page.status_code, page["Retry-After"]) == (503, "10")
    assert b"Ask again" in page.content
    assert "public" not in page.get("Cache-Control", "")
    program = Client().get(f"/api/v1/public/exports/{DEAR}")
    assert program.status_code == 503
    assert program.json()["type"] == "/api/#not_now"


@pytest.mark.parametrize("form", OTHERS)
def test_every_other_file_and_the_pages_are_there_meanwhile(busy: None, form: str) -> None:
    assert Client().get(f"/recommendations/export.{form}").status_code == 200
    assert Client().get("/recommendations/").status_code == 200


def test_who_is_at_work_is_not_kept_waiting_by_visitors(busy: None) -> None:
    assert write_export(PEOPLE.secretary, queries.Asked(), form=ExportForm.JSON, now=NOW).rows == 47


def test_the_next_one_gets_the_file_also_after_one_that_failed(sqlite_store: Store) -> None:
    catalogued()
    with pytest.raises(TypeError):
        public_export(None, form=ExportForm.JSON, language=Language.EN, now=NOW)  # type: ignore[arg-type]
    made = public_export(queries.Asked(size=500), form=ExportForm.JSON, language=Language.EN, now=NOW)
    assert made.rows == 47
    assert issubclass(MadeForAnother, Exception)
