"""What can be chosen in forms of a case: words of the vocabulary, places, bodies, colleagues."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from qorgau.access.actor import Actor
from qorgau.access.models import Appointment
from qorgau.access.permission import permissions
from qorgau.access.queries import account_names
from qorgau.access.roles import Role
from qorgau.complaints.facts.law import bodies
from qorgau.custody.web.fields import worded
from qorgau.custody.web.titles import fact_words
from qorgau.lawbook import Language
from qorgau.places.queries import place_titles, units
from qorgau.wording import in_language


def fact_choices(fact: str, language: Language) -> list[tuple[str, str]]:
    """The closed words of a fact."""
    return worded(fact_words(fact), language)


def body_choices(language: Language, *, on: date | None = None) -> list[tuple[str, str]]:
    """The institutions of the country by name; those that stand on a day, if one is given."""
    known = [each for each in bodies().bodies.values() if on is None or each.span.holds(on)]
    return sorted(((each.id, in_language(each.title, language)) for each in known), key=lambda pair: pair[1])


def desk_choices(language: Language) -> list[tuple[str, str]]:
    """Institutions and their listed units: one court, the prosecutor of one region."""
    listed = ((each.id, in_language(each.name, language)) for each in units())
    return sorted([*body_choices(language), *listed], key=lambda pair: pair[1])


def place_choices(language: Language) -> list[tuple[str, str]]:
    """Every place of the inventory by name."""
    return sorted(
        ((key, in_language(name, language)) for key, name in place_titles().items()), key=lambda pair: pair[1]
    )


def colleagues(actor: Actor, *, now: int, also: Collection[str] = ()) -> list[tuple[str, str]]:
    """Who is appointed now in the actor's body to a role that moves cases, and others asked for, by name."""
    rows = Appointment.objects.filter(body=actor.body, account__closed_at__isnull=True)
    roles = permissions()["complaints.move"].roles
    found = {each.account_id for each in rows if each.is_current(now) and Role(each.role) in roles}
    names = account_names({*found, *also} - {actor.account})
    return sorted(names.items(), key=lambda pair: pair[1])
