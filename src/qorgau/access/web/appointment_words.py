"""An appointment in one line, as people read it."""

from qorgau.access.choices import BODY, PLACE, REGION, title_of, titles_of
from qorgau.access.models import Appointment
from qorgau.wording.templatetags.wording import active_language, say


def appointment_line(each: Appointment) -> str:
    """Role, body, and where."""
    language = active_language()
    where = titles_of(PLACE, each.places, language) + titles_of(REGION, each.regions, language)
    line = f"{say(f'access.role_{each.role}')}, {title_of(BODY, each.body, language)}"
    return f"{line} ({', '.join(where)})" if where else line
