"""Run in a process of its own: a desk with a person held, enquiries in every state, and sessions; printed as JSON."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))


def main() -> None:
    """Fill QORGAU_DATA and say what a browser needs."""
    from qorgau.recording.starting import make_data_folder, start_django

    start_django()
    from django.conf import settings
    from tests.slices.access.people import person, signed_in_as
    from tests.slices.custody.desk import open_desk
    from tests.slices.enquiries.asking import HOUR, answered, asked, held

    from qorgau.access.roles import Role
    from qorgau.clock import now
    from qorgau.custody import actions as custody
    from qorgau.enquiries.actions import look_up
    from qorgau.recording.setting_up import set_up

    make_data_folder(settings.QORGAU_DATA)
    list(set_up())
    at = now()
    desk = open_desk()
    son = held(desk)
    people = {
        "prosecutor": person(Role.DUTY_PROSECUTOR, regions=["almaty"]),
        "npm": person(Role.NPM_MEMBER),
        "relative": person(Role.RELATIVE),
        "stranger": person(Role.RELATIVE),
    }
    custody.name_relative(desk.officer, son, name="Sister", account=people["relative"].account, now=at)
    look_up(people["relative"], son, now=at)
    found, nobody, waiting, late = (asked(now=at - hours * HOUR, address="") for hours in (5, 5, 1, 30))
    answered(desk, found, son, now=at - 4 * HOUR)
    answered(desk, nobody, now=at - 4 * HOUR)
    enquiries = {"held": found, "nobody": nobody, "waiting": waiting, "late": late}
    told = {
        "custody": son,
        "sessions": {name: signed_in_as(who).session.session_key for name, who in people.items()},
        "enquiries": {name: [each.enquiry, each.number, each.code] for name, each in enquiries.items()},
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
