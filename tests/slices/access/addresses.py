"""The addresses of this slice alone, and a start page, so that its tests need no other slice."""

from django.urls import include, path

from qorgau.portal.site import error_pages, pages

urlpatterns = [
    path("", pages.start, name="start"),
    path("language/", pages.choose_language, name="language"),
    path("", include("qorgau.access.urls")),
]
handler403 = error_pages.not_permitted
