"""A sealed complaint: the envelope to take to the opener, and the particulars that come back from it."""

from __future__ import annotations

import re
from tempfile import TemporaryFile
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.actions import read_sealed
from qorgau.complaints.entries import About, Known
from qorgau.complaints.facts.case import Case
from qorgau.complaints.offered import NamedOfficer, Particulars
from qorgau.complaints.queries.reach import whereabouts_of
from qorgau.complaints.queries.sealed import kept_envelope
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.complaints.web.altered import says_if_altered
from qorgau.complaints.web.case_form import CaseForm, choice
from qorgau.complaints.web.choosing import body_choices, fact_choices, place_choices
from qorgau.complaints.web.opening import seen_case
from qorgau.custody.web.fields import said
from qorgau.lawbook import Language
from qorgau.mailboxes.exporting import export
from qorgau.mailboxes.queries import manifests
from qorgau.places.queries import place as listed_place
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

_LINES = 12


class ParticularsForm(CaseForm):
    """What is needed to route the case, in codes; nothing that the person wrote."""

    about = choice("complaints.field_about")
    allegation = choice("complaints.allegation", required=False)
    act_on = forms.DateField(
        label=said("complaints.field_act_on"), help_text=said("complaints.field_act_on_hint"), required=False
    )
    place = choice("complaints.field_place", required=False)
    accused_body = choice("complaints.accused_body", required=False)
    officers = forms.CharField(
        label=said("complaints.field_officers"),
        help_text=said("complaints.field_officers_hint"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    plain_agrees = choice("complaints.field_plain", required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        """Offer the words of the vocabulary, and the places and bodies there are."""
        super().__init__(*args, **kwargs)
        language = active_language()
        self.offer("about", fact_choices("about", language))
        self.offer("allegation", fact_choices("allegation", language), or_none=True)
        self.offer("place", place_choices(language), or_none=True)
        self.offer("accused_body", body_choices(language), or_none=True)
        self.offer(
            "plain_agrees", [(each.value, say(f"complaints.known_{each.value}", language)) for each in Known]
        )
        self.as_radios("about")
        self.as_radios("plain_agrees")
        self.fields["plain_agrees"].initial = Known.UNKNOWN.value

    def particulars(self) -> Particulars:
        """What was stated."""
        place = self.given("place")
        known = listed_place(place) if place else None
        body, allegation = self.given("accused_body"), self.given("allegation")
        return Particulars(
            about=About(self.given("about")),
            allegation=allegation,
            act_on=self.day("act_on"),
            place=place,
            place_type=known.kind if known else "",
            region=known.region if known else "",
            accused_body=body,
            officers=tuple(_officers(self.given("officers"), body, allegation)),
            plain_agrees=Known(self.given("plain_agrees") or Known.UNKNOWN),
        )


def _officers(typed: str, body: str, allegation: str) -> list[NamedOfficer]:
    """Each line one officer: a name, or how they were described, then where they serve."""
    lines = [line.strip() for line in typed.splitlines() if line.strip()][:_LINES]
    return [
        NamedOfficer(name=name.strip(), described_as=unit.strip(), body=body, allegation=allegation)
        for name, _, unit in (line.partition(",") for line in lines)
    ]


@permit("complaints.read_sealed")
@require_http_methods(["GET", "POST"])
@says_if_altered
def read_page(request: HttpRequest, complaint_id: str) -> HttpResponse:
    """How to open it; sent, what it says is on the record and the case can be routed."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    case = seen_case(actor, complaint_id, now=now)
    form = ParticularsForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            read_sealed(actor, complaint_id, form.particulars(), now=now, act_id=form.act)
        except ComplaintRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("complaints.stated", language))
            return redirect("complaints:assign", complaint_id)
    return render(
        request, "complaints/sealed.html", _page(case, form, language), status=422 if form.errors else 200
    )


def _page(case: Case, form: ParticularsForm, language: Language) -> dict[str, Any]:
    return {
        "complaint_id": case.complaint,
        "number": case.number or case.complaint,
        "form": form,
        "has_envelope": case.is_sealed and kept_envelope(case.complaint) is not None,
        "file_name": opener_name(case.complaint),
        "key_file": _key_file(case),
    }


@permit("complaints.read_sealed")
@require_GET
@says_if_altered
def envelope_file(request: HttpRequest, complaint_id: str) -> HttpResponse:
    """The envelope as the sender's device sealed it; this server cannot read it."""
    actor = actor_of(request)
    case = seen_case(actor, complaint_id, now=moment_of(request))
    found = kept_envelope(case.complaint)
    if found is None:
        raise Http404(say("complaints.no_envelope", active_language()))
    require(actor, "complaints.read_sealed", at=whereabouts_of(complaint_id))
    return HttpResponse(
        found.as_json(),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{envelope_name(case.complaint)}"'},
    )


@permit("complaints.read_sealed")
@require_GET
@says_if_altered
def opener_file(request: HttpRequest, complaint_id: str) -> FileResponse:
    """All that the opener needs in one file: envelope, entry, messages, pieces of files, the keys of bodies."""
    actor = actor_of(request)
    case = seen_case(actor, complaint_id, now=moment_of(request))
    require(actor, "complaints.read_sealed", at=whereabouts_of(complaint_id))
    if kept_envelope(case.complaint) is None:
        raise Http404(say("complaints.no_envelope", active_language()))
    # Ciphertext, hashes and public keys only: on this disk it tells no more than the record does.
    file = TemporaryFile()  # noqa: SIM115 - the response closes it once it is sent
    export(case.complaint, file)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=opener_name(case.complaint), content_type="application/zip"
    )


def envelope_name(complaint_id: str) -> str:
    """A file name that no shell trips over."""
    return f"{_plain_name(complaint_id)}.json"


def opener_name(complaint_id: str) -> str:
    """The same for what the opener takes."""
    return f"{_plain_name(complaint_id)}.zip"


def _key_file(case: Case) -> str:
    """The receiving body's key file as `qorgau keys` names it, of the keys that it was sealed to."""
    epochs = (row.epoch for row in manifests(on=case.lodged_at) if row.body == case.to_body)
    return f"{case.to_body.replace('/', '-')}-{max(epochs, default=1)}.keys"


def _plain_name(complaint_id: str) -> str:
    return f"complaint-{re.sub(r'[^A-Za-z0-9-]', '-', complaint_id)[:40]}"
