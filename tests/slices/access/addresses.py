"""The addresses of this slice alone, and a start page, so that its tests need no other slice."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from qorgau.access.web import permit
from qorgau.portal.site import error_pages, pages


@permit("account.own", keeps_awake=False)
def looking_by_itself(request: HttpRequest) -> HttpResponse:
    """A part of a page that the page fetches by itself."""
    return HttpResponse("still here")


urlpatterns = [
    path("looking-by-itself/", looking_by_itself),
    path("", pages.start, name="start"),
    path("language/", pages.choose_language, name="language"),
    path("", include("qorgau.access.urls")),
]
handler403 = error_pages.not_permitted
