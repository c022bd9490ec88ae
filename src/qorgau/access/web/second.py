"""The second factor: shown after the password, shown again before a grave act, added at first sign-in."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from qorgau.access.forms import AppForm, CodeForm, PasskeyForm, PasswordForm, said
from qorgau.access.models import Account
from qorgau.access.queries import has_second_factor
from qorgau.access.request import moment_of
from qorgau.access.sign_in import app_codes, boxes, passkeys, recovery, session
from qorgau.access.sign_in.passwords import try_password
from qorgau.access.sign_in.second_factor import try_code
from qorgau.access.sign_in.session import Signing, Step
from qorgau.access.web.onward import NEXT, at_step, onward, safe_next
from qorgau.wording import say_span
from qorgau.wording.templatetags.wording import active_language, say

_SECRET = "new_app"  # noqa: S105 - a name in the session


@at_step(Step.SECOND)
def second(request: HttpRequest, signing: Signing) -> HttpResponse:
    """The second factor after the password."""
    form = CodeForm(_given(request, "code"))
    if request.method == "POST" and _shown(request, signing.account, form):
        session.prove_second(request.session, now=moment_of(request))
        return onward(request)
    return render(request, "access/second.html", _second_page(request, signing.account, form))


@at_step(Step.DONE)
@sensitive_post_parameters("password")
def again(request: HttpRequest, signing: Signing) -> HttpResponse:
    """Before a grave act: the second factor anew, or the password where there is no second factor."""
    wanted = safe_next(request, request.POST.get(NEXT) or request.GET.get(NEXT, ""))
    if not has_second_factor(signing.account):
        return _again_by_password(request, signing.account, wanted)
    form = CodeForm(_given(request, "code"))
    if request.method == "POST" and _shown(request, signing.account, form):
        session.prove_again(request.session, now=moment_of(request))
        return HttpResponseRedirect(wanted)
    page = _second_page(request, signing.account, form) | {"next": wanted, "again": True}
    return render(request, "access/second.html", page)


@at_step(Step.ENROL)
def enrol(request: HttpRequest, signing: Signing) -> HttpResponse:
    """Staff choose their second factor before they are let in."""
    return render(request, "access/enrol.html", {"passkeys": passkeys.can_use(request)})


@at_step(Step.ENROL)
def enrol_app(request: HttpRequest, signing: Signing) -> HttpResponse:
    """Add an app at first sign-in."""
    return app_page(request, signing.account, back="access:enrol")


@at_step(Step.ENROL)
def enrol_passkey(request: HttpRequest, signing: Signing) -> HttpResponse:
    """Add a passkey at first sign-in."""
    return passkey_page(request, signing.account, back="access:enrol")


def app_page(request: HttpRequest, account: Account, *, back: str) -> HttpResponse:
    """Show the secret as a picture and in letters; take the first code."""
    secret = _new_secret(request, account)
    form = AppForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if app_codes.add(account, secret=secret, code=form.cleaned_data["code"], now=moment_of(request)):
            del request.session[_SECRET]
            return _added(request, account)
        form.add_error("code", said("access.app_code_wrong"))
    address = app_codes.address_for_app(secret, account)
    spaced = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
    page = {"form": form, "picture": app_codes.picture(address), "secret": spaced, "back": back}
    return render(request, "access/add_app.html", page)


def passkey_page(request: HttpRequest, account: Account, *, back: str) -> HttpResponse:
    """Have the browser make a passkey, and keep its public half."""
    at = moment_of(request)
    form = PasskeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = request.POST.get("answer", "")
        if passkeys.add(request, account, answer=answer, title=form.cleaned_data["title"], now=at):
            return _added(request, account)
        form.add_error(None, said("access.passkey_not_added"))
    options = passkeys.ask_to_add(request, account, now=at)
    return render(request, "access/add_passkey.html", {"form": form, "options": options, "back": back})


def codes_page(request: HttpRequest, account: Account) -> HttpResponse:
    """Ten new codes on paper, shown this once; then on to what was wanted, or back to one's account."""
    request.session.setdefault(NEXT, reverse("access:own_account"))
    return render(request, "access/recovery_codes.html", {"codes": recovery.new_codes(account)})


def end_other_sessions(request: HttpRequest, account: Account) -> None:
    """What opens the account has changed: whoever else is signed in to it must sign in anew."""
    account.sessions_stamp = session.new_stamp()
    account.save(update_fields=["sessions_stamp"])
    session.carry_on(request.session, account)


def _added(request: HttpRequest, account: Account) -> HttpResponse:
    end_other_sessions(request, account)
    session.prove_second(request.session, now=moment_of(request))
    request.session.setdefault(NEXT, reverse("access:own_account"))
    return codes_page(request, account) if recovery.left(account) == 0 else onward(request)


def _again_by_password(request: HttpRequest, account: Account, wanted: str) -> HttpResponse:
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        tried = try_password(
            request,
            name=account.sign_in_name,
            password=form.cleaned_data["password"],
            now=moment_of(request),
        )
        if tried.account is not None:
            session.prove_again(request.session, now=moment_of(request))
            return HttpResponseRedirect(wanted)
        form.add_error(None, _wait_words(tried.wait) if tried.wait else said("access.password_wrong"))
    return render(request, "access/again.html", {"form": form, "next": wanted})


def _shown(request: HttpRequest, account: Account, form: CodeForm) -> bool:
    at = moment_of(request)
    if "answer" in request.POST:
        if passkeys.shown(request, account, answer=request.POST["answer"], now=at) is not None:
            return True
        form.full_clean()
        form.errors.clear()
        form.add_error(None, said("access.passkey_refused"))
        return False
    if not form.is_valid():
        return False
    tried = try_code(request, account, form.cleaned_data["code"], now=at)
    if tried.wait:
        form.add_error(None, _wait_words(tried.wait))
    elif not tried.is_right:
        form.add_error("code", said("access.code_wrong"))
    return tried.is_right


def _second_page(request: HttpRequest, account: Account, form: CodeForm) -> dict[str, object]:
    has_passkey = passkeys.can_use(request) and account.passkeys.exists()
    options = passkeys.ask_to_show(request, account, now=moment_of(request)) if has_passkey else ""
    return {"form": form, "options": options}


def _given(request: HttpRequest, field: str) -> dict[str, str] | None:
    return {field: request.POST.get(field, "")} if request.method == "POST" else None


def _new_secret(request: HttpRequest, account: Account) -> str:
    if (box := request.session.get(_SECRET)) is None:
        box = boxes.closed(app_codes.new_secret(), for_account=account.id)
        request.session[_SECRET] = box
    return boxes.opened(box, for_account=account.id)


def _wait_words(seconds: int) -> str:
    return say("access.wait", span=say_span(seconds, active_language()))
