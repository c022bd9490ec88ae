"""The menu: each page that is there and that the role may open, in the order of a shift."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.urls import Resolver404, resolve

from qorgau.access.actor import Actor
from qorgau.access.permission import reach
from qorgau.lawbook import Language
from qorgau.wording import say


@dataclass(frozen=True, slots=True)
class Door:
    """A page the menu can lead to: its address, the act it needs, and the word for it (`site.go_<word>`)."""

    href: str
    act: str
    word: str


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A line of the menu as the person sees it."""

    href: str
    title: str
    note: str
    current: bool
    here: bool


_DOORS = (
    Door("/board/", "board.see", "board"),
    Door("/custody/new/", "custody.book", "book"),
    Door("/notices/", "notices.see", "notices"),
    Door("/handover/", "handover.see", "handover"),
    Door("/enquiry/answers/", "enquiry.answer", "enquiries"),
    Door("/enquiry/unanswered/", "enquiry.see", "unanswered"),
    Door("/lookup/", "lookup.make", "lookup"),
    Door("/complaints/", "complaints.see", "complaints"),
    Door("/complain/typed/", "complaints.register", "complain_typed"),
    Door("/hearings/", "complaints.hearing", "hearings"),
    Door("/complaints/oversight/", "complaints.oversight", "complaints_oversight"),
    Door("/complaints/watch/", "complaints.watch", "complaints_watch"),
    Door("/treaty/", "treaty.see", "treaty"),
    Door("/treaty/calendar/", "treaty.see", "treaty_calendar"),
    Door("/places/", "places.see", "places"),
    Door("/carry/", "instances.see", "carrying"),
    Door("/accounts/", "accounts.manage", "accounts"),
)

# What anybody may open; `act` is empty, for nobody is asked who they are.
_PUBLIC = (
    Door("/complain/", "", "complain"),
    Door("/mailbox/", "", "mailbox"),
    Door("/enquiry/", "", "enquiry"),
    Door("/rights/", "", "rights"),
    Door("/recommendations/", "", "recommendations"),
)


def public_menu(language: Language) -> list[MenuItem]:
    """The pages for who is not signed in."""
    doors = [door for door in _PUBLIC if _is_there(door.href)]
    return [_item(door, path="/", nearest="", language=language) for door in doors]


def menu(actor: Actor | None, *, path: str, language: Language) -> list[MenuItem]:
    """The lines of the menu for this person on this page; nobody signed in has none."""
    doors = [door for door in _DOORS if reach(actor, door.act) is not None and _is_there(door.href)]
    # The longest address that the page begins with is the one it belongs to.
    nearest = max((d.href for d in doors if path.startswith(d.href)), key=len, default="")
    return [_item(door, path=path, nearest=nearest, language=language) for door in doors]


def _item(door: Door, *, path: str, nearest: str, language: Language) -> MenuItem:
    return MenuItem(
        href=door.href,
        title=say(f"site.go_{door.word}", language),
        note=say(f"site.note_{door.word}", language),
        current=door.href == nearest,
        here=door.href == path,
    )


def _is_there(href: str) -> bool:
    # A slice that is not part of this instance has no line in the menu.
    return _resolves(href, settings.ROOT_URLCONF)


@lru_cache(maxsize=64)
def _resolves(href: str, addresses: str) -> bool:
    try:
        resolve(href, addresses)
    except Resolver404:
        return False
    return True
