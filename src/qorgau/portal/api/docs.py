"""The API told to people: a page of our own without any script, and the description as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.views.decorators.http import require_GET

from qorgau.access.permission import act_title
from qorgau.access.web import public
from qorgau.portal.api.declared import description
from qorgau.portal.api.problems import Problem
from qorgau.wording.templatetags.wording import active_language

_PAGE = Path(__file__).with_name("page.html")


@public
@require_GET
def openapi(request: HttpRequest) -> HttpResponse:
    """The description, OpenAPI 3.1."""
    return JsonResponse(description(), json_dumps_params={"ensure_ascii": False})


@public
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """What the API offers, and what each problem means."""
    language = active_language()
    page = engines["django"].from_string(_PAGE.read_text(encoding="utf-8"))
    shown = {
        "operations": [_operation(*each, language) for each in _every()],
        "problems": [(each.word, each.status) for each in Problem],
        "version": description()["info"]["version"],
    }
    return HttpResponse(page.render(shown, request))


def _every() -> list[tuple[str, str, dict[str, Any]]]:
    paths = description()["paths"].items()
    return [(path, method, told) for path, methods in paths for method, told in methods.items()]


def _operation(path: str, method: str, told: dict[str, Any], language: Any) -> dict[str, Any]:
    return {
        "path": path,
        "method": method.upper(),
        "summary": told["summary"],
        "about": told.get("description", ""),
        "act": act_title(told["x-act"], language),
    }
