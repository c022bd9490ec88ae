"""Who has a part in a custody: relatives the person names, lawyers with a mandate, and who must not find them."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.access.actor import Actor
from qorgau.custody.actions.adding import add_entry
from qorgau.custody.actions.done import Added
from qorgau.custody.entries import NewEntry


def name_relative(
    actor: Actor,
    custody_id: str,
    *,
    name: str,
    now: int,
    relation: str = "",
    contact: str = "",
    account: str = "",
    act_id: str | None = None,
) -> Added:
    """The person names a relative or trusted person; with an account, they may look the person up."""
    new = NewEntry(
        kind="RelativeNamed",
        facts=_said(relation=relation),
        personal=_said(name=name, contact=contact),
        objects=_said(account=account),
    )
    return add_entry(actor, custody_id, new, now=now, act_id=act_id)


def unname(actor: Actor, custody_id: str, *, relative: str, now: int, act_id: str | None = None) -> Added:
    """The person no longer names them; `relative`: the party's id."""
    new = NewEntry(kind="RelativeUnnamed", objects={"relative": relative})
    return add_entry(actor, custody_id, new, now=now, act_id=act_id)


def not_to_be_found_by(
    actor: Actor,
    custody_id: str,
    *,
    name: str,
    now: int,
    account: str = "",
    note: str = "",
    act_id: str | None = None,
) -> Added:
    """The person does not wish to be found by somebody; the wish is kept in every look-up and enquiry."""
    new = NewEntry(
        kind="NotToBeFoundBy", personal=_said(name=name, note=note), objects=_said(account=account)
    )
    return add_entry(actor, custody_id, new, now=now, act_id=act_id)


def may_be_found_by(
    actor: Actor,
    custody_id: str,
    *,
    name: str,
    now: int,
    account: str = "",
    act_id: str | None = None,
) -> Added:
    """The person takes such a wish back, in the name they gave then; it answers alike whether there was one."""
    new = NewEntry(kind="MayBeFoundBy", personal=_said(name=name), objects=_said(account=account))
    return add_entry(actor, custody_id, new, now=now, act_id=act_id)


def give_mandate(
    actor: Actor,
    custody_id: str,
    *,
    account: str,
    now: int,
    name: str = "",
    contact: str = "",
    act_id: str | None = None,
) -> Added:
    """A lawyer may act for the person: `account` is the lawyer's."""
    new = NewEntry(
        kind="MandateGiven", personal=_said(name=name, contact=contact), objects=_said(account=account)
    )
    return add_entry(actor, custody_id, new, now=now, act_id=act_id)


def end_mandate(actor: Actor, custody_id: str, *, lawyer: str, now: int, act_id: str | None = None) -> Added:
    """The lawyer's mandate ended; `lawyer`: the party's id."""
    new = NewEntry(kind="MandateEnded", objects={"lawyer": lawyer})
    return add_entry(actor, custody_id, new, now=now, act_id=act_id)


def _said(**values: str) -> Mapping[str, str]:
    return {name: value for name, value in values.items() if value}
