"""Addresses of sign-in, of one's own account, and of accounts for the administrator."""

from django.urls import path

from qorgau.access.web import accounts, own, second, sign_in, tokens

app_name = "access"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/passkey/", sign_in.sign_in_by_passkey, name="sign_in_by_passkey"),
    path("sign-in/passkey/challenge/", sign_in.passkey_challenge, name="passkey_challenge"),
    path("sign-in/onward/", sign_in.carry_on, name="onward"),
    path("sign-in/second/", second.second, name="second"),
    path("sign-in/again/", second.again, name="again"),
    path("sign-in/enrol/", second.enrol, name="enrol"),
    path("sign-in/enrol/app/", second.enrol_app, name="enrol_app"),
    path("sign-in/enrol/passkey/", second.enrol_passkey, name="enrol_passkey"),
    path("sign-in/password/", sign_in.new_password, name="new_password"),
    path("sign-in/role/", sign_in.role, name="role"),
    path("sign-in/no-role/", sign_in.no_role, name="no_role"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("my-account/", own.own_account, name="own_account"),
    path("my-account/password/", own.change_password, name="change_password"),
    path("my-account/app/", own.add_app, name="add_app"),
    path("my-account/app/remove/", own.remove_app, name="remove_app"),
    path("my-account/passkey/", own.add_passkey, name="add_passkey"),
    path("my-account/passkey/<str:passkey_id>/remove/", own.remove_passkey, name="remove_passkey"),
    path("my-account/codes/", own.new_codes, name="new_codes"),
    path("my-account/sessions/end/", own.end_sessions, name="end_sessions"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/new/", accounts.new_account, name="new_account"),
    path("accounts/tokens/", tokens.tokens, name="tokens"),
    path("accounts/tokens/new/<str:appointment_id>/", tokens.new_token, name="new_token"),
    path("accounts/tokens/<str:token_id>/revoke/", tokens.revoke, name="revoke_token"),
    path("accounts/<str:account_id>/", accounts.account, name="account"),
    path("accounts/<str:account_id>/appoint/", accounts.appoint, name="appoint"),
    path("accounts/<str:account_id>/reset/", accounts.reset, name="reset"),
    path("accounts/<str:account_id>/close/", accounts.close, name="close"),
    path(
        "accounts/<str:account_id>/end/<str:appointment_id>/",
        accounts.end_appointment,
        name="end_appointment",
    ),
]
