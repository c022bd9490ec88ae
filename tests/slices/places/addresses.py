"""The addresses of this slice with those that the frame of every page needs, and no others."""

from django.urls import include, path

from qorgau.portal.site import error_pages, pages

urlpatterns = [
    path("", pages.start, name="start"),
    path("language/", pages.choose_language, name="language"),
    path("", include("qorgau.access.urls")),
    path("", include("qorgau.places.urls")),
]

handler400 = error_pages.wrong_request
handler403 = error_pages.not_permitted
handler404 = error_pages.not_found
handler500 = error_pages.failed
