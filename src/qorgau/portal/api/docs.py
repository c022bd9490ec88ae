"""The API told to people: a page of our own without any script, and the description as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.views.decorators.http import require_GET

from qorgau.access.permission import act_title
from qorgau.access.web import public
from qorgau.lawbook import Language
from qorgau.portal.api.declared import description
from qorgau.portal.api.problems import Problem
from qorgau.wording import say
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
        "groups": _groups(language),
        "problems": [(each.word, each.status) for each in Problem],
        "version": description()["info"]["version"],
    }
    return HttpResponse(page.render(shown, request))


def _groups(language: Language) -> list[dict[str, Any]]:
    """The operations by what they are about, in the order of the description."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path, method, told in _every():
        name = (told.get("tags") or ["api"])[0]
        found.setdefault(name, []).append(_operation(path, method, told, language))
    return [
        {"name": name, "anchor": name.replace(" ", "-"), "operations": held} for name, held in found.items()
    ]


def _every() -> list[tuple[str, str, dict[str, Any]]]:
    paths = description()["paths"].items()
    return [(path, method, told) for path, methods in paths for method, told in methods.items()]


def _operation(path: str, method: str, told: dict[str, Any], language: Language) -> dict[str, Any]:
    return {
        "path": path,
        "method": method.upper(),
        "summary": told["summary"],
        "about": told.get("description", ""),
        "asks": _asks(told),
        "act": act_title(told["x-act"], language) if "x-act" in told else say("api.page_open", language),
    }


def _asks(told: dict[str, Any]) -> list[str]:
    """What may stand behind the question mark of the address."""
    return [each["name"] for each in told.get("parameters", ()) if each["in"] == "query"]
