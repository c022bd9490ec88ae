"""The frame's own pages: the start page, the choice of language, the gallery of components."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from qorgau.access.web import public
from qorgau.portal.site.gallery import gallery_context
from qorgau.portal.site.middleware import LANGUAGE_COOKIE, known_language, language_of
from qorgau.portal.site.navigation import public_menu

_YEAR = 365 * 24 * 3600


@public
def start(request: HttpRequest) -> HttpResponse:
    """What one's role can do here; for who is not signed in, what this is and how to ask after somebody."""
    return render(request, "site/start.html", {"public_doors": public_menu(language_of(request))})


@public
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language that was chosen in a cookie and show the same page again."""
    target = request.POST.get("next", "/")
    # Only a path of this site: an address after `//` would lead away.
    if not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        target = "/"
    answer = HttpResponseRedirect(target)
    if (chosen := known_language(request.POST.get("to", ""))) is not None:
        answer.set_cookie(
            LANGUAGE_COOKIE, chosen.value, max_age=_YEAR, httponly=True, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )  # fmt: skip
    return answer


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component on one page, for those who build pages; only while errors are shown in pages."""
    if not settings.QORGAU_GALLERY:
        raise Http404
    return render(request, "site/gallery.html", gallery_context(request))
