"""The public page on which an answer is fetched: always the same number of bytes, and never sooner than another."""

from __future__ import annotations

import time

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from qorgau.access.request import moment_of
from qorgau.access.web import public
from qorgau.custody.web.fields import said
from qorgau.enquiries.answer_note import read_answer
from qorgau.enquiries.queries.fetching import Fetched, FetchState, fetch
from qorgau.ledger.note import read_note

PAGE_BYTES = 65_536
"""The size of every answer to a number and a code, file or page, in any language."""
LEAST_SECONDS = 0.25
"""No answer leaves sooner: what the tables were asked meanwhile takes a hundredth of it."""
_OPEN, _CLOSE = b"\n<!--", b"-->\n"


class PageTooLong(ValueError):  # noqa: N818 - names the finding
    """An answer does not fit the one size of all answers."""


class FetchForm(forms.Form):
    """A number and a code, as they were shown."""

    number = forms.CharField(
        max_length=60,
        label=said("enquiries.number"),
        help_text=said("enquiries.fetch_number_hint"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    code = forms.CharField(
        max_length=120,
        label=said("enquiries.code"),
        help_text=said("enquiries.fetch_code_hint"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )  # fmt: skip


@public
@require_http_methods(["GET", "POST"])
def fetch_page(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; give what they open."""
    if request.method == "GET":
        return render(request, "enquiries/fetch.html", {"form": FetchForm()})
    began = time.monotonic()
    form = FetchForm(request.POST)
    found = None
    if form.is_valid():
        typed = form.cleaned_data
        found = fetch(typed["number"], typed["code"], now=moment_of(request))
    response = _of_one_size(_answered(request, form, found))
    time.sleep(max(0.0, began + LEAST_SECONDS - time.monotonic()))
    return response


def _answered(request: HttpRequest, form: FetchForm, found: Fetched | None) -> HttpResponse:
    note = found.note if found and found.state is FetchState.READY else ""
    if note and request.POST.get("as") == "file":
        return _file(note)
    answer = read_answer(read_note(note).text) if note else None
    return render(
        request,
        "enquiries/fetch.html",
        {"form": form, "found": found, "answer": answer, "typed": form.cleaned_data if note else {}},
    )


def _file(note: str) -> HttpResponse:
    response = HttpResponse(note, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="answer.txt"'
    return response


def _of_one_size(response: HttpResponse) -> HttpResponse:
    """Fill the answer up with blanks; one that is too long must fail here, not tell by its length."""
    plain = response["Content-Type"].startswith("text/plain")
    before, after = (b"\n", b"\n") if plain else (_OPEN, _CLOSE)
    left = PAGE_BYTES - len(response.content) - len(before) - len(after)
    if left < 0:
        raise PageTooLong(f"An answer takes {PAGE_BYTES - left} bytes; raise PAGE_BYTES for all of them.")
    response.content += before + b" " * left + after
    # Compressed, blanks and words would take different room; the first stops proxies, the second servers.
    response["Cache-Control"] = "no-store, no-transform"
    response["Content-Encoding"] = "identity"
    return response
