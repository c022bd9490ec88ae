"""The addresses of the API: /api/ for people, /api/v1/ for programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, path, re_path
from django.views.decorators.csrf import csrf_exempt

from qorgau.access.web import PUBLIC, public
from qorgau.portal.api.assembly import PREFIX, api
from qorgau.portal.api.declared import description
from qorgau.portal.api.docs import front, openapi
from qorgau.portal.api.problems import Problem, Refused, answer

_PARAMETER, _braced = re.compile(r"<(?:[a-z]+:)?([a-z_]+)>"), r"{\1}"
View = Callable[..., HttpResponseBase]


@csrf_exempt
@public
def unknown(request: HttpRequest) -> HttpResponse:
    """404 in the API's own form."""
    return answer(request, Refused(problem=Problem.NOT_FOUND))


def _guarded(view: View, act: str) -> View:
    """The view with the act it does; where the method is not one of its, a problem instead of plain text."""

    @csrf_exempt
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == Problem.NO_SUCH_METHOD.status:
            headers = {"Allow": response.headers["Allow"]}
            return answer(request, Refused(problem=Problem.NO_SUCH_METHOD, headers=headers))
        if (actor := getattr(request, "actor", None)) is not None:
            response.headers.setdefault("Content-Language", actor.language.value)
        return response

    guarded.act = act  # type: ignore[attr-defined]
    guarded.keeps_awake = False  # type: ignore[attr-defined]
    return guarded


def _operations() -> Iterator[URLPattern]:
    acts = {address: _act(operations) for address, operations in description()["paths"].items()}
    for pattern in api.urls[0]:
        if not isinstance(pattern, URLPattern):
            continue
        address = f"{PREFIX}/{_PARAMETER.sub(_braced, str(pattern.pattern))}"
        if address in acts and pattern.callback is not None:
            view = _guarded(pattern.callback, acts[address])
            yield path(f"{PREFIX[1:]}/{pattern.pattern}", view, name=f"api-{pattern.name}")


def _act(operations: dict[str, dict[str, str]]) -> str:
    return next((told["x-act"] for told in operations.values() if "x-act" in told), PUBLIC)


urlpatterns = [
    path("api/", front, name="api"),
    path("api/v1/openapi.json", openapi, name="api-openapi"),
    *_operations(),
    re_path(r"^api/.*$", unknown, name="api-unknown"),
]
