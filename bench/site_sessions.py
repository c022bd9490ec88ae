"""Sign sixteen people of each role in to the store, second factor shown, and print their sessions as JSON."""

from __future__ import annotations

import json
import sys
from importlib import import_module

from qorgau.clock import now
from qorgau.recording.starting import start_django

PEOPLE = 16
_PAGES = 400


def main() -> None:
    """Print the sessions, and the custodies they ask about."""
    start_django()
    from qorgau.custody.models import CustodyRow

    here = CustodyRow.objects.filter(is_here=True)
    places = sorted(set(here.values_list("place_id", flat=True)) - {""})
    told = {
        "everywhere": [_signed_in(f"bench-npm-{n}", "npm_member", "npm", "npm", ()) for n in range(PEOPLE)],
        "officers": [
            _signed_in(f"bench-officer-{n}", "custody_officer", "police", "police_entry", places)
            for n in range(PEOPLE)
        ],
        "held": list(
            here.filter(status="held").order_by("custody_id").values_list("custody_id", flat=True)[:_PAGES]
        ),
        "name": here.exclude(name="").order_by("custody_id").values_list("name", flat=True)[0],
    }
    sys.stdout.write(json.dumps(told))


def _signed_in(
    account_id: str, role: str, body: str, said_by: str, places: list[str] | tuple[str, ...]
) -> str:
    from django.conf import settings

    from qorgau.access.models import Account, Appointment
    from qorgau.access.sign_in.session import begin, choose, new_stamp

    moment = now()
    account, _ = Account.objects.update_or_create(
        id=account_id,
        defaults={"sign_in_name": account_id, "name": account_id, "language": "en", "password": "",
                  "must_change_password": False, "sessions_stamp": new_stamp(), "opened_at": moment},
    )  # fmt: skip
    Appointment.objects.filter(account=account).delete()
    appointment = Appointment.objects.create(
        id=f"{account_id}-{moment}", account=account, role=role, body=body, places=list(places), regions=[],
        said_by=said_by, since=moment - 60,
    )  # fmt: skip
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    begin(session, account, now=moment, second_at=moment)
    choose(session, appointment)
    session.save()
    return str(session.session_key)


if __name__ == "__main__":
    main()
