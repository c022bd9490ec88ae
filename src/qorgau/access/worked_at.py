"""Where an appointment works beyond the places it names: a slice above says, since only it knows which places there are."""

from collections.abc import Callable

from qorgau.access.models import Appointment
from qorgau.access.permission import Reach, permissions
from qorgau.access.roles import Role

Source = Callable[[str, frozenset[str]], frozenset[str]]
_SOURCES: list[Source] = []


def also_at(source: Source) -> None:
    """Say at which further places a body works near the places named; called in AppConfig.ready()."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def places_of(appointment: Appointment) -> frozenset[str]:
    """The places the appointment names; and for who registers people there, those their own body made beside them."""
    named = frozenset(appointment.places)
    if not named or not _registers(Role(appointment.role)):
        return named
    return named.union(*(source(appointment.body, named) for source in _SOURCES))


def _registers(role: Role) -> bool:
    return permissions()["custody.book"].roles.get(role) is Reach.PLACE
