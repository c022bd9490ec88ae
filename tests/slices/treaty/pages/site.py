"""Browsers of people at work, and forms sent as a page offers them."""

import re
from html import unescape

from django.test import Client
from tests.slices.access.people import person, signed_in_as
from tests.slices.treaty.cycle import PEOPLE

from qorgau.access.actor import Actor

RECOMMENDATION = "/treaty/recommendation/CAT-C-KAZ-CO-4/14(a)/"
PUBLIC = "/recommendations/CAT-C-KAZ-CO-4/14(a)/"


def browser_of(who: Actor) -> Client:
    """A browser in which somebody of that role and body is signed in."""
    return signed_in_as(person(who.role, body=who.body, name=f"Invented {who.role.value}"))


def secretary() -> Client:
    """The council's secretary."""
    return browser_of(PEOPLE.secretary)


def text(browser: Client, address: str, status: int = 200) -> str:
    """What a page shows."""
    answer = browser.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return unescape(answer.content.decode())


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the form that a page shows last."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    return {name: value for name, value in found if name not in ("csrfmiddlewaretoken", "next")}
