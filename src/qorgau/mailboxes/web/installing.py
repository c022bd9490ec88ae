"""What a browser asks for to keep the pages for a time without network: the worker and the manifests."""

from __future__ import annotations

from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.views.decorators.http import require_GET

from qorgau.access.web import public
from qorgau.mailboxes.web.headers import discreet
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

_SCOPES = {"complain": "/complain/", "carry-out": "/carry-out/"}


@public
@require_GET
@discreet()
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker; it may stand for the pages of complainants only, as each of them asks for its own part."""
    answer = HttpResponse(_built("site/offline.js"), content_type="text/javascript; charset=utf-8")
    # A worker may by itself only stand for addresses below its own.
    answer.headers["Service-Worker-Allowed"] = "/"
    return answer


@public
@require_GET
@discreet()
def manifest(request: HttpRequest, page: str) -> JsonResponse:
    """The web app manifest of a page that can be installed."""
    return JsonResponse(_manifest(_SCOPES[page]), content_type="application/manifest+json")


@public
@require_GET
@discreet()
def kiosk_manifest(request: HttpRequest, place_id: str) -> JsonResponse:
    """The web app manifest of one place's terminal."""
    return JsonResponse(_manifest(f"/kiosk/{place_id}/"), content_type="application/manifest+json")


@public
@require_GET
@discreet()
def checker(request: HttpRequest) -> HttpResponse:
    """The page that checks receipts as one file, to keep and to open without a network."""
    answer = HttpResponse(_built("site/receipt_check.html"), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = 'attachment; filename="receipt-check.html"'
    return answer


def _manifest(address: str) -> dict[str, object]:
    # The name under the icon is deliberately plain: it stands on the phone's first screen for all to see.
    name = say("mailboxes.app_name", active_language())
    return {
        "name": name,
        "short_name": name,
        "start_url": address,
        "scope": address,
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#10343f",
        "icons": [{"src": static("site/mark.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }


def _built(name: str) -> bytes:
    found = finders.find(name)
    if not isinstance(found, str):
        raise Http404(f"{name} is not built. Run: make assets")
    return Path(found).read_bytes()
