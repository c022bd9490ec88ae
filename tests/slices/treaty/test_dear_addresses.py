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


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Ask again"), ("ru", "ещё раз"), ("kk", "қайта сұраңыз")]
)
def test_a_program_is_told_so_in_its_language_and_when_to_ask_again(
    busy: None, language: str, told: str
) -> None:
    answer = Client(headers={"Accept-Language": language}).get(f"/api/v1/public/exports/{DEAR}")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert answer.json()["type"] == "/api/#not_now"
    assert told in answer.json()["detail"]
    assert "public" not in answer.get("Cache-Control", "")


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


def test_mirrors_keep_answers_of_the_api_and_no_refusals(sqlite_store: Store) -> None:
    catalogued()
    kept = Client().get("/api/v1/public/recommendations")
    assert (kept.status_code, kept["Cache-Control"]) == (200, "public, max-age=60")
    for refused in ("recommendations/CAT-C-XYZ-CO-4/1", "recommendations?page=0"):
        assert "public" not in Client().get(f"/api/v1/public/{refused}").get("Cache-Control", "")
