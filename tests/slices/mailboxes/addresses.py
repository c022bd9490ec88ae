"""The sealed addresses alone, so that these tests need no other slice's pages."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from qorgau.access.web import public
from qorgau.mailboxes import doors


@public
def start(request: HttpRequest) -> HttpResponse:
    return HttpResponse("start")


urlpatterns = [
    path("", start, name="start"),
    path("", include("qorgau.access.urls")),
    path("", include((doors.addresses, "mailboxes"))),
]
