"""Signing in: name and password or a passkey, then whatever is still to be done; and signing out."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from qorgau.access.forms import NewPasswordForm, RoleForm, SignInForm, said
from qorgau.access.models import Account
from qorgau.access.queries import current_appointments
from qorgau.access.request import moment_of
from qorgau.access.sign_in import passkeys, session
from qorgau.access.sign_in.passwords import hashed, try_password
from qorgau.access.sign_in.session import Signing, Step
from qorgau.access.web.appointment_words import appointment_line
from qorgau.access.web.guard import public
from qorgau.access.web.onward import NEXT, at_step, onward, safe_next, signing_of
from qorgau.wording import say_span
from qorgau.wording.templatetags.wording import active_language, say


@public
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password. A wrong one, an unknown name and a closed account look alike."""
    signing = signing_of(request)
    if signing is not None and signing.step is Step.DONE and request.method != "POST":
        return HttpResponseRedirect(safe_next(request, request.GET.get(NEXT, "")))
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = _try(request, form)
        if account is not None:
            return _begun(request, account)
    return render(request, "access/sign_in.html", _sign_in_page(request, form))


@public
@require_POST
def passkey_challenge(request: HttpRequest) -> HttpResponse:
    """A challenge for whichever passkey the person's device has for this site."""
    options = passkeys.ask_to_show(request, None, now=moment_of(request))
    return HttpResponse(options, content_type="application/json")


@public
@require_POST
def sign_in_by_passkey(request: HttpRequest) -> HttpResponse:
    """A passkey that checked its owner (finger, face, PIN) stands for both factors."""
    at = moment_of(request)
    account = passkeys.shown(request, None, answer=request.POST.get("answer", ""), now=at)
    if account is not None:
        return _begun(request, account, second_at=at)
    form = SignInForm({"name": "", "password": ""})
    form.errors.clear()
    form.add_error(None, say("access.passkey_refused"))
    return render(request, "access/sign_in.html", _sign_in_page(request, form))


@public
def carry_on(request: HttpRequest) -> HttpResponse:
    """To whatever comes next for this session."""
    return onward(request)


@at_step(Step.PASSWORD)
@sensitive_post_parameters("new", "repeated")
def new_password(request: HttpRequest, signing: Signing) -> HttpResponse:
    """A password that somebody else has seen is replaced before anything is opened."""
    form = NewPasswordForm(request.POST or None, account=signing.account)
    if request.method == "POST" and form.is_valid():
        set_password(request, signing.account, form.cleaned_data["new"])
        return onward(request)
    return render(request, "access/new_password.html", {"form": form, "account": signing.account})


@at_step(Step.ROLE, Step.DONE)
def role(request: HttpRequest, signing: Signing) -> HttpResponse:
    """Which of several appointments to act under; also to change it later."""
    appointments = current_appointments(signing.account, now=moment_of(request))
    offered = [(each, appointment_line(each)) for each in appointments]
    form = RoleForm(request.POST or None, appointments=offered)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["appointment"]
        session.choose(request.session, next(each for each in appointments if each.id == chosen))
        return onward(request)
    return render(request, "access/role.html", {"form": form})


@at_step(Step.NO_ROLE)
def no_role(request: HttpRequest, signing: Signing) -> HttpResponse:
    """Somebody whose appointments have all ended."""
    return render(request, "access/no_role.html", {"account": signing.account})


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """The session ends here; nothing of it stays on the server."""
    request.session.flush()
    return HttpResponseRedirect(reverse("access:sign_in"))


def set_password(request: HttpRequest, account: Account, password: str) -> None:
    """Store a new password of the account's own choice; all its other sessions end."""
    account.password = hashed(password)
    account.must_change_password = False
    account.sessions_stamp = session.new_stamp()
    account.save(update_fields=["password", "must_change_password", "sessions_stamp"])
    session.carry_on(request.session, account)


def _try(request: HttpRequest, form: SignInForm) -> Account | None:
    given = form.cleaned_data
    tried = try_password(request, name=given["name"], password=given["password"], now=moment_of(request))
    if tried.wait:
        form.add_error(None, say("access.wait", span=say_span(tried.wait, active_language())))
    elif tried.account is None:
        form.add_error(None, said("access.wrong"))
    return tried.account


def _begun(request: HttpRequest, account: Account, *, second_at: int | None = None) -> HttpResponse:
    wanted = safe_next(request, request.POST.get(NEXT, ""))
    session.begin(request.session, account, now=moment_of(request), second_at=second_at)
    request.session[NEXT] = wanted
    return onward(request)


def _sign_in_page(request: HttpRequest, form: Form) -> dict[str, object]:
    wanted = request.POST.get(NEXT) or request.GET.get(NEXT, "")
    return {
        "form": form,
        "next": safe_next(request, wanted, otherwise=""),
        "passkeys": passkeys.can_use(request),
    }
