"""Passkeys (WebAuthn): the person's device signs a challenge that this instance gave out, once."""

import hashlib
import ipaddress
import json
import uuid
from enum import StrEnum

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.http.request import split_domain_port
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from qorgau.access.models import Account, Passkey

LASTS = 300
"""A challenge not answered within so many seconds is void."""
_HELD = "passkey_challenge"


class Use(StrEnum):
    """What a challenge was given out for; it is good for nothing else."""

    ADD = "add"  # to add a passkey to an account
    SECOND = "second"  # to show the second factor after the password
    SIGN_IN = "sign_in"  # to sign in with nothing but the passkey, which must know its owner


def can_use(request: HttpRequest) -> bool:
    """Browsers give passkeys to named sites only, not to bare addresses such as 127.0.0.1."""
    try:
        ipaddress.ip_address(_site(request).strip("[]"))
    except ValueError:
        return True
    return False


def ask_to_add(request: HttpRequest, account: Account, *, now: int) -> str:
    """What the browser needs to make a passkey, as JSON; the challenge is kept in the session."""
    options = generate_registration_options(
        rp_id=_site(request),
        rp_name="Qorgau",
        user_id=account.id.encode(),
        user_name=account.sign_in_name,
        user_display_name=account.name,
        exclude_credentials=_descriptors(account),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
    )
    _hold(request.session, options.challenge, use=Use.ADD, now=now)
    return options_to_json(options)


def ask_to_show(request: HttpRequest, account: Account | None, *, now: int) -> str:
    """What the browser needs to sign with a passkey: of this account, or of whoever is there."""
    use = Use.SIGN_IN if account is None else Use.SECOND
    wanted = (
        UserVerificationRequirement.REQUIRED if account is None else UserVerificationRequirement.PREFERRED
    )
    options = generate_authentication_options(
        rp_id=_site(request),
        allow_credentials=[] if account is None else _descriptors(account),
        user_verification=wanted,
    )
    _hold(request.session, options.challenge, use=use, now=now)
    return options_to_json(options)


def add(request: HttpRequest, account: Account, *, answer: str, title: str, now: int) -> bool:
    """Add the passkey that the browser made, if it answers the challenge given out for that."""
    challenge = _taken(request.session, use=Use.ADD, now=now)
    if challenge is None:
        return False
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=_site(request),
            expected_origin=_origin(request),
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return False
    _, is_new = Passkey.objects.get_or_create(
        credential_hash=_hash(made.credential_id),
        defaults={
            "id": uuid.uuid4().hex,
            "account": account,
            "credential": made.credential_id,
            "public_key": made.credential_public_key,
            "uses": made.sign_count,
            "title": title[:80],
            "added_at": now,
        },
    )
    return is_new


def shown(request: HttpRequest, account: Account | None, *, answer: str, now: int) -> Account | None:
    """The account whose passkey answered the challenge, or None; each challenge is good once."""
    use = Use.SIGN_IN if account is None else Use.SECOND
    challenge = _taken(request.session, use=use, now=now)
    passkey = _named_in(answer)
    if challenge is None or passkey is None or (account is not None and passkey.account_id != account.id):
        return None
    try:
        signed = verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=_site(request),
            expected_origin=_origin(request),
            credential_public_key=bytes(passkey.public_key),
            credential_current_sign_count=passkey.uses,
            require_user_verification=account is None,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return None
    Passkey.objects.filter(id=passkey.id).update(uses=signed.new_sign_count, used_at=now)
    return passkey.account if passkey.account.closed_at is None else None


def _hold(session: SessionBase, challenge: bytes, *, use: Use, now: int) -> None:
    session[_HELD] = {"use": use.value, "challenge": bytes_to_base64url(challenge), "at": now}


def _taken(session: SessionBase, *, use: Use, now: int) -> bytes | None:
    held = session.pop(_HELD, None)
    if held is None:
        return None
    # Saved at once: were the request to fail later on, the challenge must still be spent.
    session.save()
    if held["use"] != use.value or now - held["at"] > LASTS:
        return None
    return base64url_to_bytes(held["challenge"])


def _named_in(answer: str) -> Passkey | None:
    try:
        raw = base64url_to_bytes(json.loads(answer)["rawId"])
    except (ValueError, KeyError, TypeError):
        return None
    return Passkey.objects.select_related("account").filter(credential_hash=_hash(raw)).first()


def _descriptors(account: Account) -> list[PublicKeyCredentialDescriptor]:
    held = account.passkeys.values_list("credential", flat=True)
    return [PublicKeyCredentialDescriptor(id=bytes(each)) for each in held]


def _hash(credential_id: bytes) -> str:
    return hashlib.sha256(credential_id).hexdigest()


def _site(request: HttpRequest) -> str:
    return split_domain_port(request.get_host())[0]


def _origin(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"
