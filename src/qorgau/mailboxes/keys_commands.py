"""The command `keys`: the keys of bodies, of those who vouch for them, and of the holders of recovery keys."""

from __future__ import annotations

import json
from pathlib import Path

import click

from qorgau.clock import now, show_instant, zone_named
from qorgau.mailboxes.console import passphrase_option, refusals
from qorgau.mailboxes.grounds import Recovered, Revoked
from qorgau.sealing.manifest import SignedManifest
from qorgau.sealing.pins import Pins, Voucher
from qorgau.sealing.recovery import Holder

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_UTC = zone_named("UTC")


@click.group()
def keys() -> None:
    """Keys of bodies: make, vouch for, publish, change, revoke, recover. Secret keys never reach a server."""


@keys.command()
@click.argument("body")
@click.argument("folder", type=_FOLDER)
@click.option("--holder", "holders", multiple=True, required=True, metavar="NAME:INSTITUTION:age1...",
              help="One of three holders of the recovery key (give it three times).")  # fmt: skip
@passphrase_option
def make(body: str, folder: Path, holders: tuple[str, ...], passphrase: str) -> None:
    """Make the first keys of BODY on the body's own machine, into FOLDER."""
    with refusals():
        from qorgau.mailboxes.body_keys import make_keys, write_keys

        made = make_keys(body, [_holder(each) for each in holders], now=now())
        paths = write_keys(made, folder, passphrase=passphrase)
    _tell_written(paths)


@keys.command()
@click.argument("last", type=_FILE)
@click.argument("folder", type=_FOLDER)
@click.option("--holder", "holders", multiple=True, required=True, metavar="NAME:INSTITUTION:age1...",
              help="One of three holders of the recovery key (give it three times).")  # fmt: skip
@passphrase_option
def rotate(last: Path, folder: Path, holders: tuple[str, ...], passphrase: str) -> None:
    """Make the next keys of a body, signed by those in LAST: yearly, and whenever a member leaves."""
    with refusals():
        from qorgau.mailboxes.body_keys import rotate_keys, write_keys
        from qorgau.mailboxes.key_files import KeyFile

        held = KeyFile.read(last, passphrase=passphrase)
        made = rotate_keys(held, [_holder(each) for each in holders], now=now())
        paths = write_keys(made, folder, passphrase=passphrase)
    _tell_written(paths)
    click.echo(f"Keep {last.name}: older complaints open with it only.")


@keys.command()
@click.argument("use", type=click.Choice(["voucher", "holder"]))
@click.argument("name")
@click.argument("file", type=_NEW_FILE)
@passphrase_option
def person(use: str, name: str, file: Path, passphrase: str) -> None:
    """Make the keys of a voucher or of a holder called NAME, into FILE; prints their public halves."""
    with refusals():
        from qorgau.mailboxes.key_files import KeyFile

        made = KeyFile(use=use, owner=name)
        made.write(file, passphrase=passphrase)
    click.echo(f"{name}: {made.ed25519 if use == 'voucher' else made.recipient}")


@keys.command()
@click.argument("manifest", type=_FILE)
@click.argument("voucher", type=_FILE)
@passphrase_option
def vouch(manifest: Path, voucher: Path, passphrase: str) -> None:
    """Add a voucher's signature to MANIFEST, after comparing its fingerprint with the body in person."""
    with refusals():
        from qorgau.mailboxes.body_keys import vouch as add
        from qorgau.mailboxes.body_keys import written
        from qorgau.mailboxes.key_files import KeyFile

        signed = add(_manifest(manifest), KeyFile.read(voucher, passphrase=passphrase))
        manifest.write_bytes(written(signed))
    click.echo(f"Vouched for: {signed.manifest.body}, epoch {signed.manifest.epoch}.")


@keys.command()
@click.argument("file", type=_NEW_FILE)
@click.option("--origin", required=True, help="The name of the instance's log.")
@click.option("--voucher", "vouchers", multiple=True, required=True, metavar="NAME:BODY:KEY",
              help="One of three vouchers with its signing key (give it three times).")  # fmt: skip
def pins(file: Path, origin: str, vouchers: tuple[str, ...]) -> None:
    """Write the file of pins: who vouches for the keys of bodies. It goes into the page and every opener."""
    with refusals():
        made = Pins(origin=origin, vouchers=tuple(_voucher(each) for each in vouchers))
        file.write_text(str(made), encoding="utf-8")
    click.echo(f"Written: {file}")


@keys.command()
@click.argument("file", type=_FILE)
def pin(file: Path) -> None:
    """Pin the vouchers in FILE at this instance, so that it publishes no keys they do not stand for."""
    with refusals(needs_record=True):
        from qorgau.mailboxes.actions.keys import pin as fix

        fix(Pins.read(file.read_bytes()))
    click.echo("Pinned.")


@keys.command()
@click.argument("manifest", type=_FILE)
def publish(manifest: Path) -> None:
    """Publish the keys in MANIFEST, if they follow the last ones and two of three vouchers stand for them."""
    with refusals(needs_record=True):
        from qorgau.access.actions.recording_acts import CONSOLE
        from qorgau.mailboxes.actions import publish_manifest

        row = publish_manifest(CONSOLE, _manifest(manifest), now=now())
    click.echo(f"Published: {row.body}, epoch {row.epoch}, until {show_instant(row.not_after, _UTC)} UTC.")


@keys.command()
@click.argument("body")
@click.argument("epoch", type=click.IntRange(min=1))
@click.option("--ground", type=click.Choice([each.value for each in Revoked]), required=True, help="Why.")
def revoke(body: str, epoch: int, ground: str) -> None:
    """Say that the keys of BODY of this EPOCH must no longer be sealed to."""
    with refusals(needs_record=True):
        from qorgau.access.actions.recording_acts import CONSOLE
        from qorgau.mailboxes.actions import revoke_manifest

        revoke_manifest(CONSOLE, body, epoch, ground=Revoked(ground), now=now())
    click.echo("Revoked. Pages offer this body again once newer keys are published.")


@keys.command("list")
def list_keys() -> None:
    """List the keys of bodies: until when they hold, and which should be changed soon."""
    with refusals(needs_record=True):
        from qorgau.mailboxes.actions.keys import manifest_of
        from qorgau.mailboxes.body_keys import reminder
        from qorgau.mailboxes.queries import manifest_history

        at = now()
        for row in manifest_history():
            state = (
                f"revoked ({row.revoked_because})" if row.revoked_at else reminder(manifest_of(row), now=at)
            )
            click.echo(f"{row.manifest_id}  until {show_instant(row.not_after, _UTC)} UTC  {state or 'good'}")


@keys.group()
def recovery() -> None:
    """Use a recovery key: two of its three holders, one after the other, and an entry."""


@recovery.command()
@click.argument("pair", type=_FILE)
@click.argument("holder", type=_FILE)
@click.argument("out", type=_NEW_FILE)
@passphrase_option
def peel(pair: Path, holder: Path, out: Path, passphrase: str) -> None:
    """The first of a PAIR opens its layer with the keys in HOLDER; OUT then opens to the second only."""
    with refusals():
        from qorgau.mailboxes.key_files import KeyFile, write_new
        from qorgau.sealing.age_files import unseal

        own = KeyFile.read(holder, passphrase=passphrase)
        write_new(out, unseal(pair.read_bytes(), own.identity))
    click.echo(f"Give {out.name} to the second holder of the pair.")


@recovery.command()
@click.argument("peeled", type=_FILE)
@click.argument("holder", type=_FILE)
@click.argument("manifest", type=_FILE)
@click.argument("out", type=_NEW_FILE)
@passphrase_option
def finish(peeled: Path, holder: Path, manifest: Path, out: Path, passphrase: str) -> None:
    """The second of the pair opens the recovery key of MANIFEST into OUT, behind the same passphrase."""
    with refusals():
        from qorgau.mailboxes.key_files import KeyFile
        from qorgau.sealing.recovery import finish as open_recovery

        own, of = KeyFile.read(holder, passphrase=passphrase), _manifest(manifest).manifest
        key = open_recovery(peeled.read_bytes(), inner_identity=own.identity, recovery=of.recovery)
        KeyFile(use="recovery", owner=of.body, epoch=of.epoch, identity=key).write(out, passphrase=passphrase)
    click.echo("Now record its use: qorgau keys recovery used BODY EPOCH --by NAME --by NAME --ground ...")


@recovery.command()
@click.argument("body")
@click.argument("epoch", type=click.IntRange(min=1))
@click.option("--by", "holders", multiple=True, required=True, help="A holder who opened it (give it twice).")
@click.option("--ground", type=click.Choice([each.value for each in Recovered]), required=True, help="Why.")
def used(body: str, epoch: int, holders: tuple[str, ...], ground: str) -> None:
    """Record that the recovery key of BODY of this EPOCH was used."""
    with refusals(needs_record=True):
        from qorgau.access.actions.recording_acts import CONSOLE
        from qorgau.mailboxes.actions import use_recovery

        use_recovery(CONSOLE, body, epoch, holders=holders, ground=Recovered(ground), now=now())
    click.echo("Recorded. Change the body's keys now: qorgau keys rotate")


def _manifest(path: Path) -> SignedManifest:
    return SignedManifest.from_group(json.loads(path.read_text(encoding="utf-8")))


def _holder(written: str) -> Holder:
    name, institution, recipient = _three(written)
    return Holder(name=name, institution=institution, recipient=recipient)


def _voucher(written: str) -> Voucher:
    name, body, key = _three(written)
    return Voucher(name=name, body=body, key=key)


def _three(written: str) -> list[str]:
    parts = written.split(":")
    if len(parts) != 3 or not all(parts):
        raise click.BadParameter(f"{written!r} does not have three parts with colons between them.")
    return parts


def _tell_written(paths: list[Path]) -> None:
    secret, manifest, *pairs = paths
    click.echo(f"Secret, never to leave this machine: {secret}")
    click.echo(f"To two vouchers, then to `qorgau keys publish`: {manifest}")
    for path in pairs:
        click.echo(f"For the two holders named in it, apart from each other: {path}")
