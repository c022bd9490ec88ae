"""One's own account: password, second factors, devices and sessions."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from qorgau.access.forms import ChangePasswordForm, said
from qorgau.access.models import Account, AppCode
from qorgau.access.queries import current_appointments
from qorgau.access.request import actor_of, moment_of
from qorgau.access.roles import STAFF
from qorgau.access.sign_in import passkeys, recovery
from qorgau.access.sign_in.devices import forget_all
from qorgau.access.sign_in.passwords import try_password
from qorgau.access.web.appointment_words import appointment_line
from qorgau.access.web.guard import permit
from qorgau.access.web.second import app_page, codes_page, end_other_sessions, passkey_page
from qorgau.access.web.sign_in import set_password


@permit("account.own")
def own_account(request: HttpRequest) -> HttpResponse:
    """What somebody can see and change of their own account."""
    return _own_page(request)


@permit("account.own")
@sensitive_post_parameters("present", "new", "repeated")
def change_password(request: HttpRequest) -> HttpResponse:
    """The present password, then a new one; other sessions end."""
    account = _account(request)
    form = ChangePasswordForm(request.POST or None, account=account)
    if request.method == "POST" and form.is_valid() and _is_present(request, account, form):
        set_password(request, account, form.cleaned_data["new"])
        return _back()
    return render(request, "access/new_password.html", {"form": form, "account": account, "own": True})


@permit("account.own", fresh=True)
def add_app(request: HttpRequest) -> HttpResponse:
    """Add an app, or put a new one in the place of the old."""
    return app_page(request, _account(request), back="access:own_account")


@permit("account.own", fresh=True)
def add_passkey(request: HttpRequest) -> HttpResponse:
    """Add a passkey."""
    return passkey_page(request, _account(request), back="access:own_account")


@permit("account.own", fresh=True)
@require_POST
def remove_app(request: HttpRequest) -> HttpResponse:
    """Remove the app, unless it is the last second factor of staff."""
    account = _account(request)
    if _is_last(request, account):
        return _own_page(request, trouble="access.last_factor")
    AppCode.objects.filter(account=account).delete()
    end_other_sessions(request, account)
    return _back()


@permit("account.own", fresh=True)
@require_POST
def remove_passkey(request: HttpRequest, passkey_id: str) -> HttpResponse:
    """Remove a passkey, unless it is the last second factor of staff."""
    account = _account(request)
    if _is_last(request, account):
        return _own_page(request, trouble="access.last_factor")
    account.passkeys.filter(id=passkey_id).delete()
    end_other_sessions(request, account)
    return _back()


@permit("account.own", fresh=True)
@require_POST
def new_codes(request: HttpRequest) -> HttpResponse:
    """Ten new codes; the old ones stop working."""
    return codes_page(request, _account(request))


@permit("account.own")
@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else, and know no device any more but by signing in again."""
    account = _account(request)
    forget_all(account)
    end_other_sessions(request, account)
    return _back()


def _own_page(request: HttpRequest, *, trouble: str = "") -> HttpResponse:
    account = _account(request)
    page = {
        "account": account,
        "trouble": trouble,
        "app": AppCode.objects.filter(account=account).first(),
        "passkeys": account.passkeys.order_by("added_at"),
        "can_use_passkeys": passkeys.can_use(request),
        "codes_left": recovery.left(account),
        "devices": account.devices.count(),
        "appointments": [
            appointment_line(each) for each in current_appointments(account, now=moment_of(request))
        ],
    }
    return render(request, "access/own_account.html", page)


def _is_last(request: HttpRequest, account: Account) -> bool:
    """Whether the account has one second factor only, and the actor's role must have one."""
    factors = account.passkeys.count() + AppCode.objects.filter(account=account).count()
    return factors <= 1 and actor_of(request).role in STAFF


def _is_present(request: HttpRequest, account: Account, form: Form) -> bool:
    tried = try_password(
        request, name=account.sign_in_name, password=form.cleaned_data["present"], now=moment_of(request)
    )
    if tried.account is None:
        form.add_error("present", said("access.password_wrong"))
    return tried.account is not None


def _account(request: HttpRequest) -> Account:
    return Account.objects.get(id=actor_of(request).account)


def _back() -> HttpResponse:
    return HttpResponseRedirect(reverse("access:own_account"))
