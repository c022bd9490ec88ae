"""Every address of the site. Each slice's `urls.py` writes its paths from the root: `path("places/", ...)`."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from qorgau.portal.site import error_pages, pages

_SLICES = (
    "access",
    "places",
    "custody",
    "custody.document",
    "enquiries",
    "notices",
    "handover",
    "carrying",
    "mailboxes",
    "complaints",
    "treaty",
)


def _slices() -> list[URLResolver]:
    """The addresses of the slices that are part of this instance."""
    rooms = [f"qorgau.{name}.urls" for name in _SLICES if find_spec(f"qorgau.{name}")]
    return [path("", include(room)) for room in rooms if find_spec(room)]


def _api() -> list[URLResolver]:
    return [path("", include("qorgau.portal.api.urls"))] if _has_api() else []


def _has_api() -> bool:
    return find_spec("qorgau.portal.api") is not None and find_spec("qorgau.portal.api.urls") is not None


urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.start, name="start"),
    path("language/", pages.choose_language, name="language"),
    path("gallery/", pages.gallery, name="gallery"),
    *_slices(),
    *_api(),
]

handler400 = error_pages.wrong_request
handler403 = error_pages.not_permitted
handler404 = error_pages.not_found
handler500 = error_pages.failed
