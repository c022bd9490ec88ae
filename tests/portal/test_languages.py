"""The same page in Kazakh, Russian and English, in the language the person chose."""

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("", "kk"),
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("en-GB,en;q=0.9", "en"),
        ("de,fr;q=0.9", "kk"),
        ("de,en;q=0.3,ru;q=0.7", "ru"),
        ("en;q=0, ru;q=0.1", "ru"),
        ("*;q=nonsense,,;;;q=", "kk"),
    ],
)
def test_who_has_not_chosen_gets_the_language_of_the_browser_or_kazakh(
    visitor: Client, asked: str, given: str
) -> None:
    answer = visitor.get("/", headers={"Accept-Language": asked} if asked else {})
    assert answer.headers["Content-Language"] == given
    assert f'<html lang="{given}"' in answer.content.decode()


def test_the_chosen_language_comes_before_the_browsers_and_keeps_the_page(visitor: Client) -> None:
    answer = visitor.post("/language/", {"to": "en", "next": "/gallery/?page=3&sort=due"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/gallery/?page=3&sort=due"
    assert '<html lang="en"' in visitor.get("/", headers={"Accept-Language": "ru"}).content.decode()


@pytest.mark.usefixtures("gallery_open")
def test_every_page_offers_its_own_address_back_in_each_language(visitor: Client) -> None:
    page = visitor.get("/gallery/?page=3").content.decode()
    assert '<input type="hidden" name="next" value="/gallery/?page=3">' in page
    for language in ("kk", "ru", "en"):
        assert f'name="to" value="{language}" lang="{language}"' in page


@pytest.mark.parametrize(
    "elsewhere",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "javascript:alert(1)", ""],
)
def test_the_language_switch_leads_nowhere_else(visitor: Client, elsewhere: str) -> None:
    answer = visitor.post("/language/", {"to": "ru", "next": elsewhere})
    assert answer.headers["Location"] == "/"


def test_a_language_nobody_speaks_here_changes_nothing(visitor: Client) -> None:
    answer = visitor.post("/language/", {"to": "tlh", "next": "/"})
    assert answer.status_code == 302
    assert "language" not in answer.cookies


def test_a_link_alone_cannot_change_the_language(visitor: Client) -> None:
    assert visitor.get("/language/?to=ru").status_code == 405
