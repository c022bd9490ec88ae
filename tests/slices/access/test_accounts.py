"""Accounts: opened and appointed by others, every act an entry, no role for oneself."""

import json
import re

import pytest
from click.testing import CliRunner
from tests.slices.access.people import account_of, actor, person, signed_in, signed_in_as
from tests.slices.access.signing import browser, enter
from tests.slices.store import Store

from qorgau.access import actions
from qorgau.access.actions.recording_acts import CONSOLE
from qorgau.access.commands import access
from qorgau.access.models import Account, ApiToken, Appointment
from qorgau.access.permission import NotPermitted
from qorgau.access.queries import actor_of_token
from qorgau.access.refusal import AccountRefusal
from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.recording.history import history
from qorgau.recording.models import StoredEntry

OFFICER = actions.NewAppointment(role=Role.CUSTODY_OFFICER, body="kz/police", places=["place-1"])


def opened(name: str = "a.person") -> actions.Opened:
    asked = actions.NewAccount(sign_in_name=name, name="A Canary Person", email="canary@example.kz")
    return actions.open_account(CONSOLE, asked, now=now())


def test_the_record_knows_who_had_which_role_when(store: Store) -> None:
    administrator = person("administrator", body="kz/ministry")
    account = actions.open_account(
        administrator, actions.NewAccount(sign_in_name="x", name="A Person"), now=1_790_000_000
    ).account
    held = actions.appoint(administrator, account.id, OFFICER, now=1_790_000_010)
    actions.end_appointment(administrator, held.id, now=1_790_000_020)
    entries = [each.entry for each in history("account", account.id)]
    assert [entry.kind for entry in entries] == ["AccountOpened", "Appointed", "AppointmentEnded"]
    assert {(entry.by, entry.for_body) for entry in entries} == {(administrator.account, "kz/ministry")}
    assert entries[1].facts["role"] == "custody_officer"
    assert entries[1].facts["places"] == ["place-1"]
    assert entries[2].facts["until"] == 1_790_000_020


def test_no_entry_holds_a_name_a_password_or_an_address(store: Store) -> None:
    made = opened()
    actions.appoint(CONSOLE, made.account.id, OFFICER, now=now())
    actions.reset_second_factor(CONSOLE, made.account.id, now=now())
    bodies = b"".join(bytes(body) for body in StoredEntry.objects.values_list("body", flat=True))
    for secret in ("Canary", "canary", "a.person", made.password):
        assert secret.encode() not in bodies


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_administrators_manage_accounts(sqlite_store: Store, role: Role) -> None:
    account, who = opened().account, actor(role)
    with pytest.raises(NotPermitted):
        actions.appoint(who, account.id, OFFICER, now=now())
    with pytest.raises(NotPermitted):
        actions.open_account(who, actions.NewAccount(sign_in_name="y", name="Y"), now=now())
    assert not Appointment.objects.exists()


def test_nobody_gives_themselves_a_role_or_resets_themselves(store: Store) -> None:
    administrator = person("administrator")
    before = StoredEntry.objects.count()
    own = Appointment.objects.get(account=administrator.account).id
    for act in (
        lambda: actions.appoint(administrator, administrator.account, OFFICER, now=now()),
        lambda: actions.end_appointment(administrator, own, now=now()),
        lambda: actions.reset_second_factor(administrator, administrator.account, now=now()),
        lambda: actions.close_account(administrator, administrator.account, now=now()),
        lambda: actions.make_token(administrator, own, title="x", days=1, now=now()),
    ):
        with pytest.raises(AccountRefusal, match="another administrator"):
            act()
    assert StoredEntry.objects.count() == before
    assert Appointment.objects.count() == 1


def test_an_appointment_and_its_entry_stand_or_fall_together(store: Store) -> None:
    account = opened().account
    bad = actions.NewAppointment(role=Role.CUSTODY_OFFICER, body="kz/police", places=["a place"])
    before = StoredEntry.objects.count()
    with pytest.raises(AccountRefusal):
        actions.appoint(CONSOLE, account.id, bad, now=now())
    assert (StoredEntry.objects.count(), Appointment.objects.count()) == (before, 0)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (actions.NewAppointment(role=Role.DOCTOR, body="kz/health"), "places"),
        (actions.NewAppointment(role=Role.DUTY_PROSECUTOR, body="kz/prosecutor"), "regions"),
        (actions.NewAppointment(role=Role.NPM_MEMBER, body="kz/npm", said_by="police_entry"), "words"),
        (
            actions.NewAppointment(role=Role.NPM_MEMBER, body="kz/npm", since=100, until=100),
            "before it begins",
        ),
        (actions.NewAppointment(role=Role.NPM_MEMBER, body=""), "not an id"),
    ],
)
def test_an_appointment_that_cannot_be_meant_is_refused(
    sqlite_store: Store, asked: actions.NewAppointment, why: str
) -> None:
    with pytest.raises(AccountRefusal, match=why):
        actions.appoint(CONSOLE, opened().account.id, asked, now=now())


def test_a_sign_in_name_is_given_once_whatever_its_capitals(store: Store) -> None:
    opened("a.person")
    with pytest.raises(AccountRefusal, match="taken"):
        opened(" A.PERSON ")


def test_random_passwords_differ_and_nobody_keeps_them(sqlite_store: Store) -> None:
    first, second = opened("one"), opened("two")
    assert first.password != second.password
    assert len(first.password.replace("-", "")) == 20
    assert first.password not in json.dumps(list(Account.objects.values("password")))
    assert first.account.must_change_password


def test_after_a_reset_the_old_password_and_the_old_factor_are_gone(store: Store) -> None:
    who = person("npm_member")
    made = actions.reset_second_factor(CONSOLE, who.account, now=now())
    client = browser()
    assert enter(client, made.account.sign_in_name, made.password)["Location"] == "/sign-in/password/"


def test_a_token_acts_under_its_appointment_and_ends_with_it(store: Store) -> None:
    account = opened().account
    held = actions.appoint(CONSOLE, account.id, OFFICER, now=now())
    made = actions.make_token(CONSOLE, held.id, title="register", days=3, now=now())
    who = actor_of_token(made.text, now())
    assert (who.account, who.role, who.places) == (account.id, "custody_officer", {"place-1"})
    assert actor_of_token(made.text, now() + 3 * 24 * 3600) is None
    assert actor_of_token(made.text[:-1], now()) is None
    actions.end_appointment(CONSOLE, held.id, now=now())
    assert actor_of_token(made.text, now()) is None


def test_a_revoked_token_and_one_of_a_closed_account_open_nothing(store: Store) -> None:
    account = opened().account
    held = actions.appoint(CONSOLE, account.id, OFFICER, now=now())
    first, second = (actions.make_token(CONSOLE, held.id, title="t", days=3, now=now()) for _ in range(2))
    actions.revoke_token(CONSOLE, first.token.prefix, now=now())
    assert actor_of_token(first.text, now()) is None
    assert actor_of_token(second.text, now()) is not None
    actions.close_account(CONSOLE, account.id, now=now())
    assert actor_of_token(second.text, now()) is None


def test_a_tokens_text_is_kept_nowhere(store: Store) -> None:
    held = actions.appoint(CONSOLE, opened().account.id, OFFICER, now=now())
    made = actions.make_token(CONSOLE, held.id, title="t", days=3, now=now())
    # A secret may hold the sign itself: what follows the prefix, all of it.
    secret = made.text.split("_", 2)[2]
    assert len(secret) > 20
    assert secret not in json.dumps(list(ApiToken.objects.values("prefix", "digest", "title", "id")))
    bodies = b"".join(bytes(body) for body in StoredEntry.objects.values_list("body", flat=True))
    assert secret.encode() not in bodies


def test_the_administrator_opens_an_account_and_appoints_on_the_pages(store: Store) -> None:
    client = signed_in("administrator")
    page = client.post(
        "/accounts/new/", {"name": "New Officer", "sign_in_name": "n.officer", "language": "kk", "email": ""}
    ).content.decode()
    (password,) = re.findall(r"<code[^>]*>([a-z2-9]{5}(?:-[a-z2-9]{5}){3})</code>", page)
    account = Account.objects.get(sign_in_name="n.officer")
    asked = {"role": "custody_officer", "body": "kz/police", "places": "place-1\nplace-2"}
    assert client.post(f"/accounts/{account.id}/appoint/", asked).status_code == 302
    (held,) = Appointment.objects.filter(account=account)
    assert held.places == ["place-1", "place-2"]
    assert "New Officer" in client.get("/accounts/?words=new").content.decode()
    assert client.get(f"/accounts/{account.id}/end/{held.id}/").status_code == 200
    client.post(f"/accounts/{account.id}/end/{held.id}/")
    assert not Appointment.objects.get(id=held.id).is_current(now())
    assert enter(browser(), "n.officer", password)["Location"] == "/sign-in/no-role/"


def test_the_pages_refuse_with_the_sentence_of_the_refusal(sqlite_store: Store) -> None:
    who = person("administrator")
    client = signed_in_as(who)
    answer = client.post(f"/accounts/{who.account}/appoint/", {"role": "analyst", "body": "kz/x"})
    assert "another administrator" in answer.content.decode()
    answer = client.post(f"/accounts/{who.account}/reset/")
    assert "another administrator" in answer.content.decode()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_the_administrators_pages_are_closed_to_every_other_role(sqlite_store: Store, role: Role) -> None:
    client = signed_in(role, places=["place-1"], regions=["region-1"])
    for address in (
        "/accounts/",
        "/accounts/new/",
        "/accounts/x/",
        "/accounts/tokens/",
        "/accounts/x/close/",
    ):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "is not open to this role" in answer.content.decode()
    assert client.post("/accounts/new/", {"name": "x", "sign_in_name": "x"}).status_code == 403


def test_appointing_asks_for_the_second_factor_anew(sqlite_store: Store) -> None:
    client = signed_in("administrator")
    session = client.session
    session["qorgau"] = {**session["qorgau"], "second_at": now() - 700}
    session.save()
    assert client.get("/accounts/").status_code == 200
    assert client.get("/accounts/new/")["Location"].startswith("/sign-in/again/")


def test_the_commands_open_appoint_list_and_end(store: Store) -> None:
    run = CliRunner()
    said = run.invoke(access, ["add", "c.officer", "--name", "Console Officer"])
    assert said.exit_code == 0, said.output
    assert re.search(r"shown this once: [a-z2-9-]{23}\n", said.output)
    refused = run.invoke(access, ["appoint", "c.officer", "custody_officer", "--body", "kz/police"])
    assert (refused.exit_code, "at least one" in refused.output) == (2, True)
    asked = ["appoint", "c.officer", "custody_officer", "--body", "kz/police", "--place", "place-1"]
    held = run.invoke(access, asked).output.split()[-1]
    assert held in run.invoke(access, ["list", "--role", "custody_officer"]).output
    token = run.invoke(access, ["token", "make", held, "--title", "t"]).output.split()[-1]
    assert actor_of_token(token, now()) is not None
    assert token not in run.invoke(access, ["token", "list"]).output
    run.invoke(access, ["token", "revoke", ApiToken.objects.get().prefix])
    assert actor_of_token(token, now()) is None
    assert run.invoke(access, ["end", held]).exit_code == 0
    assert "custody_officer" not in run.invoke(access, ["list"]).output
    assert run.invoke(access, ["end", held]).exit_code == 2
    assert run.invoke(access, ["reset-second-factor", "nobody"]).exit_code == 2


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_table_of_permissions_is_printed_for_every_role(language: str) -> None:
    said = CliRunner().invoke(access, ["permissions", "--lang", language])
    assert said.exit_code == 0
    assert len([line for line in said.output.splitlines() if not line.startswith(" ")]) == len(Role)


def test_an_account_row_of_the_tests_signs_nobody_in_by_password(sqlite_store: Store) -> None:
    made = account_of(actor("lawyer"))
    client = browser()
    for password in ("", "!", "None"):
        enter(client, made.sign_in_name, password)
    assert client.get("/my-account/").status_code == 302
