"""What an entry may name: the places and accounts that its kind's form asks for, and no others."""

from __future__ import annotations

from qorgau.custody.entries import NewEntry
from qorgau.custody.kind_forms import KindForm
from qorgau.custody.refusal import CustodyRefusal

_PLACES = {"place": ("place",), "cell": ("place", "cell"), "destination": ("destination",), "": ()}
"""By what a form asks of where: the fields it takes."""
_WITH_ACCOUNT = frozenset({"MandateGiven", "RelativeNamed", "NotToBeFoundBy"})
"""Kinds by which somebody who signs in here gets, or loses, a part in the case."""


def refuse_not_asked(form: KindForm, new: NewEntry) -> None:
    """Raise for a place or an account that entries of this kind do not name: a meal moves nobody."""
    for field, value in (("place", new.place), ("cell", new.cell), ("destination", new.destination)):
        if value and field not in _PLACES[form.place]:
            raise CustodyRefusal("field_not_asked", field=field, name=field, kind=form.title)
    if new.objects.get("account") and form.kind not in _WITH_ACCOUNT:
        raise CustodyRefusal("field_not_asked", field="account", name="account", kind=form.title)
