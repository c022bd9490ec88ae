"""Who has a part in a custody: relatives the person names, lawyers with a mandate, and who must not find them."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.done import Added


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
    raise NotImplementedError


def unname(actor: Actor, custody_id: str, *, relative: str, now: int, act_id: str | None = None) -> Added:
    """The person no longer names them; `relative`: the party's id."""
    raise NotImplementedError


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
    raise NotImplementedError


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
    raise NotImplementedError


def end_mandate(actor: Actor, custody_id: str, *, lawyer: str, now: int, act_id: str | None = None) -> Added:
    """The lawyer's mandate ended; `lawyer`: the party's id."""
    raise NotImplementedError
