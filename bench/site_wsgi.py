"""The site as granian calls it, after a door of its own: /bare answers before Django is asked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qorgau.config.settings")

from django.conf import settings

settings.ROOT_URLCONF = "bench.site_urls"

from qorgau.config.wsgi import application as site  # noqa: E402 - after its addresses were said


def application(environ: dict[str, object], start_response: Callable[..., object]) -> Iterable[bytes]:
    """The site, and `ok` under /bare."""
    if environ["PATH_INFO"] == "/bare":
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "2")])
        return [b"ok"]
    return site(environ, start_response)  # type: ignore[no-any-return]
