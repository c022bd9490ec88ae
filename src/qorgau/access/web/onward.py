"""Where somebody goes after a step of sign-in: to the next step, or at last to the page they wanted."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from qorgau.access.request import moment_of
from qorgau.access.sign_in.devices import remember
from qorgau.access.sign_in.session import Signing, Step, standing

Page = Callable[..., HttpResponse]
NEXT = "next"
PUBLIC = "public"
"""The act of views that anybody may open."""

STEP_PAGES = {
    Step.SECOND: "access:second",
    Step.ENROL: "access:enrol",
    Step.PASSWORD: "access:new_password",
    Step.ROLE: "access:role",
    Step.NO_ROLE: "access:no_role",
}
"""Which page does what is still to be done."""


def signing_of(request: HttpRequest) -> Signing | None:
    """How far somebody is with signing in, as the middleware found it."""
    return getattr(request, "signing", None)


def at_step(*steps: Step) -> Callable[[Page], Callable[..., HttpResponse]]:
    """A page for somebody in the middle of signing in, at one of these steps; others go where they belong."""

    def guard(page: Page) -> Page:
        @wraps(page)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            signing = signing_of(request)
            if signing is None:
                return HttpResponseRedirect(reverse("access:sign_in"))
            if signing.step not in steps:
                return onward(request)
            return page(request, signing, *args, **kwargs)

        guarded.act = PUBLIC  # type: ignore[attr-defined]
        return guarded

    return guard


def onward(request: HttpRequest) -> HttpResponse:
    """To the next step; once nothing is left, this browser is known and the wanted page opens."""
    at = moment_of(request)
    signing = standing(request.session, now=at)
    if signing is None:
        return HttpResponseRedirect(reverse("access:sign_in"))
    if signing.step is not Step.DONE:
        return HttpResponseRedirect(reverse(STEP_PAGES[signing.step]))
    response = HttpResponseRedirect(safe_next(request, request.session.pop(NEXT, "")))
    remember(request, response, signing.account, now=at)
    if "language" not in request.COOKIES:
        response.set_cookie("language", signing.account.language, max_age=365 * 24 * 3600, samesite="Lax")
    return response


def safe_next(request: HttpRequest, address: str, *, otherwise: str = "/") -> str:
    """The address if it is a path of this site, else the start page: links of others lead nowhere else."""
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else otherwise
