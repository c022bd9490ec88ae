"""The site's addresses and one more, whose view says ok and does nothing: what every page costs at the least."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from qorgau.portal.site import urls as site
from qorgau.portal.site.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def _ok(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


_ok.act = "public"  # type: ignore[attr-defined]
urlpatterns = [path("bench-ok/", _ok), *site.urlpatterns]
