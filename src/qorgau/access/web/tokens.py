"""The administrator's page of tokens."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from qorgau.access import actions, queries
from qorgau.access.account_forms import TokenForm
from qorgau.access.models import ApiToken, Appointment
from qorgau.access.refusal import AccountRefusal
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web.appointment_words import appointment_line
from qorgau.access.web.guard import permit
from qorgau.wording.templatetags.wording import active_language


@permit("api.token")
def tokens(request: HttpRequest) -> HttpResponse:
    """Every token by its beginning, with whose appointment it acts under."""
    at = moment_of(request)
    found = queries.tokens(actor_of(request), body=request.GET.get("body", ""))[:500]
    rows = [(each, appointment_line(each.appointment), _state(each, now=at)) for each in found]
    return render(request, "access/tokens.html", {"rows": rows})


@permit("api.token", fresh=True)
def new_token(request: HttpRequest, appointment_id: str) -> HttpResponse:
    """Make a token under an appointment; its text is shown once, on the answer to this very form."""
    held = Appointment.objects.select_related("account").filter(id=appointment_id).first()
    if held is None:
        raise Http404
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.make_token(
                actor_of(request), held.id, title=given["title"], days=given["days"], now=moment_of(request)
            )
        except AccountRefusal as refusal:
            form.add_error(None, refusal.sentence(active_language()))
        else:
            return render(request, "access/token_once.html", {"made": made})
    page = {"form": form, "held": held, "line": appointment_line(held)}
    return render(request, "access/new_token.html", page)


@permit("api.token", fresh=True)
@require_POST
def revoke(request: HttpRequest, token_id: str) -> HttpResponse:
    """Revoke a token; one that is over or unknown stays as it is."""
    try:
        actions.revoke_token(actor_of(request), token_id, now=moment_of(request))
    except AccountRefusal as refusal:
        raise Http404 from refusal
    return HttpResponseRedirect(reverse("access:tokens"))


def _state(each: ApiToken, *, now: int) -> str:
    if each.revoked_at is not None:
        return "revoked"
    return "over" if each.expires_at <= now or not each.appointment.is_current(now) else "valid"
