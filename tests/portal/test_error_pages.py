"""When something goes wrong, the page says what, why and what to do, and shows nothing of the inside."""

import logging

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from tests.portal.failing_urls import SECRET

from qorgau.lawbook import Language
from qorgau.wording import say

LANGUAGES = ["kk", "ru", "en"]


@pytest.fixture(autouse=True)
def failing(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.portal.failing_urls"
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "status", "key"),
    [
        ("/garbles/", 400, "e400"),
        ("/refuses/", 403, "e403"),
        ("/nowhere/", 404, "e404"),
        ("/breaks/", 500, "e500"),
    ],
)
def test_each_failure_has_its_page_in_each_language(path: str, status: int, key: str, language: str) -> None:
    # No database may be asked: the tests' guard would raise, and the page would not come.
    answer = Client(raise_request_exception=False).get(path, headers={"Accept-Language": language})
    text = answer.content.decode()
    assert answer.status_code == status
    # A refusal says itself why, and whom to ask.
    for part in ("title",) if status == 403 else ("title", "why", "do"):
        assert say(f"site.{key}_{part}", Language(language)) in text
    assert f'<html lang="{language}"' in text
    assert SECRET not in text
    assert "Content-Security-Policy" in answer.headers


def test_a_refusal_says_whom_to_ask(visitor: Client) -> None:
    assert "Ask the desk of that place." in visitor.get("/refuses/").content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_from_elsewhere_is_refused_and_says_what_to_do(language: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/language/", {"to": "ru"}, headers={"Accept-Language": language})
    assert answer.status_code == 403
    assert say("site.estale_do", Language(language)) in answer.content.decode()
