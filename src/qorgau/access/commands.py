"""The command `access`: accounts, appointments, tokens, and the table of permissions."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from qorgau.access.roles import Role
from qorgau.clock.wall import now
from qorgau.lawbook import Language
from qorgau.recording.starting import start_django
from qorgau.wording import language_option

EXIT_FOUND = 1


class Refused(click.ClickException):
    """A refusal, shown as its own sentence."""

    exit_code = 2


@click.group()
def access() -> None:
    """Open accounts, appoint, end, reset; tokens; who may do what; who read which lists."""


@access.command()
@click.argument("sign_in_name")
@click.option("--name", required=True, help="The person's name, as colleagues will see it.")
@click.option("--email", default="", help="Where notices go.")
@click.option("--lang", type=click.Choice([each.value for each in Language]), default="kk", show_default=True)
def add(sign_in_name: str, name: str, email: str, lang: str) -> None:
    """Open an account. Its random password is printed once and replaced at first sign-in."""
    with _refusals():
        from qorgau.access import actions
        from qorgau.access.actions.recording_acts import CONSOLE

        asked = actions.NewAccount(sign_in_name=sign_in_name, name=name, email=email, language=Language(lang))
        opened = actions.open_account(CONSOLE, asked, now=now())
    click.echo(f"Account: {opened.account.id}")
    click.echo(f"Sign-in name: {opened.account.sign_in_name}")
    click.echo(f"Password, shown this once: {opened.password}")


@access.command()
@click.argument("account")
@click.argument("role", type=click.Choice([role.value for role in Role]))
@click.option("--body", required=True, help="The body the person acts for, by its id.")
@click.option("--place", "places", multiple=True, help="A place, by its id; may be given several times.")
@click.option("--region", "regions", multiple=True, help="A region, by its id; may be given several times.")
@click.option("--said-by", default="", help="Whose word the entries are, such as place_entry.")
@click.option("--days", type=click.IntRange(min=1), help="For so many days; without it until it is ended.")
def appoint(
    account: str,
    role: str,
    body: str,
    places: tuple[str, ...],
    regions: tuple[str, ...],
    said_by: str,
    days: int | None,
) -> None:
    """Appoint ACCOUNT (id or sign-in name) to ROLE, from now on."""
    with _refusals():
        from qorgau.access import actions
        from qorgau.access.actions.recording_acts import CONSOLE

        at = now()
        asked = actions.NewAppointment(
            role=Role(role),
            body=body,
            places=places,
            regions=regions,
            said_by=said_by,
            until=None if days is None else at + days * 24 * 3600,
        )
        made = actions.appoint(CONSOLE, account, asked, now=at)
    click.echo(f"Appointment: {made.id}")


@access.command()
@click.argument("appointment")
def end(appointment: str) -> None:
    """End APPOINTMENT now, with its sessions and tokens."""
    with _refusals():
        from qorgau.access import actions
        from qorgau.access.actions.recording_acts import CONSOLE

        actions.end_appointment(CONSOLE, appointment, now=now())
    click.echo("Ended. All sessions of the account have ended too.")


@access.command()
@click.argument("account")
def close(account: str) -> None:
    """Close ACCOUNT for good, with its appointments and sessions."""
    with _refusals():
        from qorgau.access import actions
        from qorgau.access.actions.recording_acts import CONSOLE

        actions.close_account(CONSOLE, account, now=now())
    click.echo("Closed.")


@access.command("reset-second-factor")
@click.argument("account")
def reset_second_factor(account: str) -> None:
    """Take away a lost second factor of ACCOUNT and give a new random password, printed once."""
    with _refusals():
        from qorgau.access import actions
        from qorgau.access.actions.recording_acts import CONSOLE

        opened = actions.reset_second_factor(CONSOLE, account, now=now())
    click.echo("The second factor is gone; a new one is added at the next sign-in.")
    click.echo(f"Password, shown this once: {opened.password}")


@access.command("list")
@click.option("--role", type=click.Choice([role.value for role in Role]), help="Only this role.")
@click.option("--body", default="", help="Only this body.")
def list_accounts(role: str | None, body: str) -> None:
    """List accounts with the appointments in force."""
    with _refusals():
        from qorgau.access import queries
        from qorgau.access.actions.recording_acts import CONSOLE

        at = now()
        for account in queries.accounts(CONSOLE, queries.Asked(role=role or "", body=body), now=at):
            closed = "  (closed)" if account.closed_at is not None else ""
            click.echo(f"{account.sign_in_name}  {account.name}{closed}")
            for each in account.appointments.all():
                if each.is_current(at):
                    where = ", ".join([*each.places, *each.regions])
                    click.echo(f"    {each.id}  {each.role}  {each.body}  {where}".rstrip())


@access.command()
@language_option
def permissions(lang: str) -> None:
    """Print who may do what, role by role, and how far."""
    with _refusals():
        from qorgau.access.permission import permissions as table
        from qorgau.wording import say

        language = Language(lang)
        for role in Role:
            click.echo(say(f"access.role_{role.value}", language))
            for act, line in table().items():
                if role in line.roles:
                    reach = say(f"access.reach_{line.roles[role].value}", language)
                    click.echo(f"    {act:<28} {line.title[language]}: {reach}")


@access.group()
def token() -> None:
    """Tokens by which programs use the API under an appointment."""


@token.command("make")
@click.argument("appointment")
@click.option("--title", required=True, help="What the token is for.")
@click.option("--days", type=click.IntRange(1, 366), default=90, show_default=True)
def make_token(appointment: str, title: str, days: int) -> None:
    """Make a token for APPOINTMENT; it is printed once."""
    with _refusals():
        from qorgau.access import actions
        from qorgau.access.actions.recording_acts import CONSOLE

        made = actions.make_token(CONSOLE, appointment, title=title, days=days, now=now())
    click.echo(f"Token, shown this once: {made.text}")


@token.command("list")
@click.option("--body", default="", help="Only this body.")
def list_tokens(body: str) -> None:
    """List tokens by their beginnings; nothing here can be used."""
    with _refusals():
        from qorgau.access import queries
        from qorgau.access.actions.recording_acts import CONSOLE

        at = now()
        for each in queries.tokens(CONSOLE, body=body):
            state = "revoked" if each.revoked_at else "over" if each.expires_at <= at else "valid"
            click.echo(f"{each.prefix}  {state}  {each.appointment.body}  {each.title}")


@token.command("revoke")
@click.argument("prefix")
def revoke_token(prefix: str) -> None:
    """Revoke the token that begins with PREFIX."""
    with _refusals():
        from qorgau.access import actions
        from qorgau.access.actions.recording_acts import CONSOLE

        actions.revoke_token(CONSOLE, prefix, now=now())
    click.echo("Revoked.")


@access.command()
def anchor() -> None:
    """Put the hash of the lists read so far into the record."""
    with _refusals():
        from qorgau.access import actions

        click.echo(f"{actions.anchor_lists(as_of=now())} lists anchored.")


@access.command("verify-lists")
def verify_lists() -> None:
    """Recompute the chain of lists read against the record."""
    with _refusals():
        from qorgau.access.readers import altered_lists

        findings = list(altered_lists())
    for sentence in findings:
        click.echo(sentence)
    if findings:
        sys.exit(EXIT_FOUND)
    click.echo("Sound: the log of lists read is as it was when it was anchored.")


@contextmanager
def _refusals() -> Iterator[None]:
    start_django()
    from django.db import OperationalError, ProgrammingError

    from qorgau.access.refusal import AccountRefusal
    from qorgau.recording.refusal import RecordingRefusal

    try:
        yield
    except (AccountRefusal, RecordingRefusal) as refusal:
        raise Refused(str(refusal)) from refusal
    except (OperationalError, ProgrammingError) as error:
        raise Refused(
            f"The record could not be opened or is not set up: {str(error).strip()}. Check QORGAU_DATA and "
            "QORGAU_DATABASE_URL, or set it up with: qorgau record init"
        ) from error
