"""Addresses that fail on purpose, for the tests of the pages that answer then."""

from typing import NoReturn

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.urls import path

from qorgau.access.permission import NotPermitted
from qorgau.portal.site.urls import handler400, handler403, handler404, handler500
from qorgau.portal.site.urls import urlpatterns as of_the_site

__all__ = ["handler400", "handler403", "handler404", "handler500"]
SECRET = "the name of somebody"


def breaks(request: HttpRequest) -> NoReturn:
    """Fail with something in the error that no page may show."""
    raise RuntimeError(SECRET)


def refuses(request: HttpRequest) -> NoReturn:
    """Refuse with a sentence."""
    raise NotPermitted("Ask the desk of that place.", act="custody.see")


def garbles(request: HttpRequest) -> NoReturn:
    """Find the request unreadable."""
    raise BadRequest(SECRET)


urlpatterns = [path("breaks/", breaks), path("refuses/", refuses), path("garbles/", garbles), *of_the_site]
