"""What the pages for complainants loosen or tighten against every other page of the site, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]
_NEVER = "geolocation=(), payment=(), usb=(), browsing-topics=()"


def discreet(*, microphone: bool = False, camera: bool = False) -> Callable[[View], View]:
    """Tell no other site where the visitor came from; let this one page ask for a microphone or a camera.

    The content security policy stays as it is: pictures, sound and the camera are drawn and played
    without an address of their own, and a service worker is a script of this site.
    """
    own = f"camera={_given(camera)}, microphone={_given(microphone)}, {_NEVER}"

    def around(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **words: Any) -> HttpResponse:
            response = view(request, *args, **words)
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["Permissions-Policy"] = own
            return response

        return answer

    return around


def _given(allowed: bool) -> str:
    return "(self)" if allowed else "()"
