"""An enquirer and what they ask, for the tests of enquiries; names are made up."""

from dataclasses import replace

from tests.slices.custody.desk import NIGHT, Desk, booking

from qorgau.custody import actions as custody
from qorgau.enquiries.actions import AskedFor, Decision, answer, ask
from qorgau.enquiries.entries import Asking, IdentityCheck
from qorgau.lawbook import Language
from qorgau.recording.drafts import new_entry_id

MINUTE, HOUR, DAY = 60, 3600, 86_400
ASKED = NIGHT + 2 * HOUR
ANSWERED = ASKED + 3 * HOUR
MUCH_LATER = ASKED + 3 * DAY

MOTHER = Asking(
    name="Сарыбаева Айгүл",
    document="N 0123 4567",
    contact="+7 700 000 00 00",
    relation="parent",
    family_name="Сарыбаев",
    given_name="Ерлан",
    born_on="1990-05-01",
    region="almaty",
    language=Language.EN,
)
STRANGER = replace(MOTHER, family_name="Кенжетаев", given_name="Мұрат", born_on="1984-01-30")


def asked(asking: Asking = MOTHER, *, now: int = ASKED, address: str = "192.0.2.7") -> AskedFor:
    return ask(asking, act=new_entry_id(), address=address, now=now)


def held(desk: Desk, **more: object) -> str:
    return custody.book(desk.officer, booking(desk, **more), now=NIGHT).custody


def answered(desk: Desk, enquiry: AskedFor, match: str = "", *, now: int = ANSWERED) -> int:
    return answer(
        desk.prosecutor, enquiry.enquiry, Decision(check=IdentityCheck.BY_PHONE, custody=match), now=now
    )
