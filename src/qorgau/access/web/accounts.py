"""The administrator's pages: accounts, appointments, resets. Nothing of custody is behind them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from qorgau.access import actions, queries
from qorgau.access.account_forms import AccountForm, AppointForm, FindForm
from qorgau.access.choices import BODY, PLACE, offered, title_of
from qorgau.access.models import Account
from qorgau.access.refusal import AccountRefusal
from qorgau.access.request import actor_of, moment_of
from qorgau.access.roles import Role
from qorgau.access.web.appointment_words import appointment_line
from qorgau.access.web.guard import permit
from qorgau.lawbook import Language
from qorgau.wording.templatetags.wording import active_language

_ON_A_PAGE = 50
_DAY = 24 * 3600
_FIELDS = {
    "access.places_missing": "places",
    "access.regions_missing": "regions",
    "access.source_unfit": "said_by",
    "access.name_taken": "sign_in_name",
}


@permit("accounts.manage")
def accounts(request: HttpRequest) -> HttpResponse:
    """Accounts in order of name, with what each is appointed as now."""
    form, at = FindForm(request.GET), moment_of(request)
    asked = queries.Asked(words=request.GET.get("words", "").strip()[:100], role=request.GET.get("role", ""))
    found = Paginator(queries.accounts(actor_of(request), asked, now=at), _ON_A_PAGE)
    page = found.get_page(request.GET.get("page"))
    rows = [(each, _current_lines(each, now=at)) for each in page]
    return render(request, "access/accounts.html", {"form": form, "page": page, "rows": rows})


@permit("accounts.manage", fresh=True)
def new_account(request: HttpRequest) -> HttpResponse:
    """Open an account; its password is shown once, on the answer to this very form."""
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        asked = actions.NewAccount(
            sign_in_name=given["sign_in_name"],
            name=given["name"],
            email=given["email"],
            language=Language(given["language"]),
        )
        try:
            opened = actions.open_account(actor_of(request), asked, now=moment_of(request))
        except AccountRefusal as refusal:
            form.add_error(_field_of(refusal), refusal.sentence(active_language()))
        else:
            return _password_page(request, opened)
    return render(request, "access/new_account.html", {"form": form})


@permit("accounts.manage")
def account(request: HttpRequest, account_id: str) -> HttpResponse:
    """One account with all its appointments, past ones too."""
    return _account_page(request, _found(request, account_id))


@permit("accounts.manage", fresh=True)
def appoint(request: HttpRequest, account_id: str) -> HttpResponse:
    """Appoint the person."""
    who, at = _found(request, account_id), moment_of(request)
    form = AppointForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.appoint(actor_of(request), who.id, _asked(form.cleaned_data, now=at), now=at)
        except AccountRefusal as refusal:
            form.add_error(_field_of(refusal), refusal.sentence(active_language()))
        else:
            return HttpResponseRedirect(reverse("access:account", args=[who.id]))
    page = {"form": form, "account": who, "bodies": _titles(BODY), "places": _titles(PLACE)}
    return render(request, "access/appoint.html", page)


@permit("accounts.manage", fresh=True)
def end_appointment(request: HttpRequest, account_id: str, appointment_id: str) -> HttpResponse:
    """Ask once more, then end the appointment."""
    who = _found(request, account_id)
    held = who.appointments.filter(id=appointment_id).first()
    if held is None:
        raise Http404
    if request.method != "POST":
        return _confirm(request, who, act="end", line=appointment_line(held))
    return _done(request, who, lambda at: actions.end_appointment(actor_of(request), held.id, now=at))


@permit("accounts.manage", fresh=True)
def close(request: HttpRequest, account_id: str) -> HttpResponse:
    """Ask once more, then close the account."""
    who = _found(request, account_id)
    if request.method != "POST":
        return _confirm(request, who, act="close")
    return _done(request, who, lambda at: actions.close_account(actor_of(request), who.id, now=at))


@permit("accounts.manage", fresh=True)
def reset(request: HttpRequest, account_id: str) -> HttpResponse:
    """Ask once more, then take the second factor away; the new password is shown once."""
    who = _found(request, account_id)
    if request.method != "POST":
        return _confirm(request, who, act="reset")
    try:
        opened = actions.reset_second_factor(actor_of(request), who.id, now=moment_of(request))
    except AccountRefusal as refusal:
        return _account_page(request, who, trouble=refusal.sentence(active_language()))
    return _password_page(request, opened)


def _field_of(refusal: AccountRefusal) -> str | None:
    return _FIELDS.get(refusal.key)


def _asked(given: dict[str, Any], *, now: int) -> actions.NewAppointment:
    return actions.NewAppointment(
        role=Role(given["role"]),
        body=given["body"],
        places=given["places"],
        regions=given["regions"],
        said_by=given["said_by"],
        until=None if given["days"] is None else now + given["days"] * _DAY,
    )


def _done(request: HttpRequest, who: Account, act: Any) -> HttpResponse:
    try:
        act(moment_of(request))
    except AccountRefusal as refusal:
        return _account_page(request, who, trouble=refusal.sentence(active_language()))
    return HttpResponseRedirect(reverse("access:account", args=[who.id]))


def _account_page(request: HttpRequest, who: Account, *, trouble: str = "") -> HttpResponse:
    at = moment_of(request)
    held = [
        (each, appointment_line(each), each.is_current(at)) for each in who.appointments.order_by("-since")
    ]
    page = {
        "account": who,
        "held": held,
        "trouble": trouble,
        "has_second_factor": queries.has_second_factor(who),
        "is_oneself": who.id == actor_of(request).account,
    }
    return render(request, "access/account.html", page)


def _password_page(request: HttpRequest, opened: actions.Opened) -> HttpResponse:
    page = {"account": opened.account, "password": opened.password}
    return render(request, "access/password_once.html", page)


def _confirm(request: HttpRequest, who: Account, *, act: str, line: str = "") -> HttpResponse:
    return render(request, "access/confirm.html", {"account": who, "act": act, "line": line})


def _found(request: HttpRequest, account_id: str) -> Account:
    found = queries.account_seen_by(actor_of(request), account_id)
    if found is None:
        raise Http404
    return found


def _current_lines(who: Account, *, now: int) -> list[str]:
    return [appointment_line(each) for each in who.appointments.all() if each.is_current(now)]


def _titles(kind: str) -> list[str]:
    language = active_language()
    return sorted(title_of(kind, each, language) for each in offered(kind))
