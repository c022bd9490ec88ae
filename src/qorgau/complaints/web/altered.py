"""What a page says where a sealed complaint is no longer what was sealed: what it means, and whom to tell."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from qorgau.mailboxes.ciphertexts import CiphertextAltered
from qorgau.wording.templatetags.wording import active_language

View = Callable[..., HttpResponseBase]
_CONFLICT = 409


def says_if_altered(view: View) -> View:
    """Answer with a page of its own where the bytes kept here were altered."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except CiphertextAltered as altered:
            shown = {"said": altered.said(active_language()), "complaint_id": kwargs.get("complaint_id", "")}
            return render(request, "complaints/altered.html", shown, status=_CONFLICT)

    return answer
