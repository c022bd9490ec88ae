"""What a page asks of its request."""

from __future__ import annotations

from django.http import HttpRequest


def number(request: HttpRequest, name: str, *, default: int = 1) -> int:
    """A number in the address; anything else is the default."""
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else default
