"""What every answer carries, so that a page can neither be framed, nor kept on a shared desk, nor made to run foreign code."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

PAGES = ["/", "/gallery/", "/gallery/?errors=1", "/no-such-page/"]


def policy_of(client: Client, page: str) -> dict[str, list[str]]:
    written = client.get(page).headers["Content-Security-Policy"]
    return {name: values for name, *values in (part.split() for part in written.split(";"))}


@pytest.mark.usefixtures("gallery_open")
@pytest.mark.parametrize("page", PAGES)
def test_nothing_may_be_loaded_from_elsewhere_or_written_into_the_page(visitor: Client, page: str) -> None:
    policy = policy_of(visitor, page)
    assert policy["default-src"] == ["'none'"]
    for kind in ("script-src", "style-src", "font-src", "img-src", "connect-src", "form-action"):
        assert policy[kind] == ["'self'"], kind
    assert policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]


@pytest.mark.usefixtures("gallery_open")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_not_kept_framed_or_told_about(visitor: Client, page: str) -> None:
    headers = visitor.get(page).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert {"Cookie", "Accept-Language"} <= set(headers["Vary"].replace(" ", "").split(","))


def test_cookies_are_out_of_reach_of_scripts(visitor: Client) -> None:
    visitor.get("/")
    answer = visitor.post("/language/", {"to": "ru", "next": "/"})
    for cookie in [*visitor.cookies.values(), *answer.cookies.values()]:
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key


def test_a_name_that_this_site_does_not_have_is_refused(visitor: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["desk.example"]
    assert visitor.get("/", headers={"Host": "elsewhere.example"}).status_code == 400
