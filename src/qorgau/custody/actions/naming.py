"""What an entry may name: the places and accounts that its kind's form asks for, and no others."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.access.actor import Actor
from qorgau.access.named_accounts import is_account_of
from qorgau.access.permission import Reach, reach
from qorgau.access.roles import Role
from qorgau.custody.actions.at_hand import AtHand
from qorgau.custody.entries import NewEntry
from qorgau.custody.facts.known import Known
from qorgau.custody.kind_forms import KindForm
from qorgau.custody.refusal import CustodyRefusal
from qorgau.places import queries as places

_PLACES = {"place": ("place",), "cell": ("place", "cell"), "destination": ("destination",), "": ()}
"""By what a form asks of where: the fields it takes."""
NAMES_ACCOUNTS: Mapping[str, tuple[Role, ...]] = {
    "MandateGiven": (Role.LAWYER,),
    "RelativeNamed": (Role.RELATIVE,),
    "NotToBeFoundBy": (Role.RELATIVE, Role.LAWYER),
    "MayBeFoundBy": (Role.RELATIVE, Role.LAWYER),
}
"""Kinds by which somebody who signs in here gets, or loses, a part in the case, and as what they may be named."""


def refuse_not_asked(form: KindForm, new: NewEntry) -> None:
    """Raise for a place or an account that entries of this kind do not name: a meal moves nobody."""
    for field, value in (("place", new.place), ("cell", new.cell), ("destination", new.destination)):
        if value and field not in _PLACES[form.place]:
            raise CustodyRefusal("field_not_asked", field=field, name=field, kind=form.title)
    if new.objects.get("account") and form.kind not in NAMES_ACCOUNTS:
        raise CustodyRefusal("field_not_asked", field="account", name="account", kind=form.title)


def refuse_no_such_account(form: KindForm, new: NewEntry, *, now: int) -> None:
    """Raise unless the account that is named belongs to somebody of the role: by whatever door the entry comes in."""
    account, roles = new.objects.get("account", ""), NAMES_ACCOUNTS.get(form.kind, ())
    if account and not is_account_of(account, roles, now=now):
        raise CustodyRefusal(f"no_such_account_{roles[0].value}", field="account")


def refuse_moving_elsewhere(actor: Actor, hand: AtHand, then: Known | None) -> None:
    """Raise where a desk would write a person into a register that is not its own: that desk writes the arrival."""
    if then is None or reach(actor, "custody.add") is not Reach.PLACE:
        return
    before, after = hand.known.course.now.place, then.course.now.place
    if after in (before, "") or after in actor.places or not places.place(after).official:
        return
    raise CustodyRefusal("moved_by_another_desk", field="place")
