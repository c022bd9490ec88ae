"""What stands on every view: `@permit("custody.book")` or `@public`. A view with neither answers nobody."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from qorgau.access.permission import permissions, require
from qorgau.access.sign_in.session import Signing, is_fresh
from qorgau.access.web.onward import NEXT, PUBLIC, STEP_PAGES
from qorgau.clock import now

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def permit(act: str, *, fresh: bool = False, keeps_awake: bool = True) -> Callable[[View], View]:
    """Let in only who is signed in and whose role has the act; whereabouts are for `require(at=...)` to ask.

    fresh: ask for the second factor anew if it was shown more than ten minutes ago.
    keeps_awake: False on what a page fetches by itself, so that an empty chair does not stay signed in.
    """
    if act not in permissions():
        raise LookupError(f"`{act}` is not in access/permissions.yaml. Write its line there first.")

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if getattr(request, "actor", None) is None:
                return _to_sign_in(request)
            require(request.actor, act)  # type: ignore[attr-defined]
            if fresh and not _is_fresh(request):
                return _sent(request, "access:again")
            return view(request, *args, **kwargs)

        guarded.act = act  # type: ignore[attr-defined]
        guarded.keeps_awake = keeps_awake  # type: ignore[attr-defined]
        return cast(View, guarded)

    return guard


def public(view: View) -> View:
    """Let anybody in."""
    view.act = PUBLIC  # type: ignore[attr-defined]
    return view


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    signing: Signing | None = getattr(request, "signing", None)
    page = STEP_PAGES.get(signing.step, "access:sign_in") if signing else "access:sign_in"
    return _sent(request, page)


def _sent(request: HttpRequest, page: str) -> HttpResponse:
    query = f"?{urlencode({NEXT: _wanted(request)})}"
    address = reverse(page) + query
    if request.headers.get("HX-Request"):
        # A part of a page cannot be replaced by the sign-in page: the whole page must go there.
        return HttpResponse(status=401, headers={"HX-Redirect": reverse(page)})
    return HttpResponseRedirect(address)


def _wanted(request: HttpRequest) -> str:
    # What was sent cannot be sent again by a redirect; the page with the form can be returned to.
    if request.method == "GET":
        return request.get_full_path()
    shown_by = urlsplit(request.headers.get("Referer", ""))
    return shown_by.path if shown_by.netloc == request.get_host() else "/"


def _is_fresh(request: HttpRequest) -> bool:
    signing: Signing | None = getattr(request, "signing", None)
    return signing is not None and is_fresh(signing, now=now())
