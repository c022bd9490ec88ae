"""Nobody who stepped aside, and no body tied to the accused, speaks for a case to its complainant or in their name."""

from collections.abc import Callable

import pytest
from tests.slices.access.people import actor, person, signed_in_as
from tests.slices.mailboxes.bodies import NOW, Complainant, complain, open_bodies
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.complaints import actions
from qorgau.complaints.entries import About
from qorgau.complaints.offered import Particulars
from qorgau.complaints.refusal import ComplaintRefusal, TiedBody
from qorgau.lawbook import Language
from qorgau.mailboxes.actions import SealedMessage, lodge, note_withdrawal, send_message
from qorgau.mailboxes.actions.messaging import take_message
from qorgau.mailboxes.models import MessageRow
from qorgau.recording.models import StoredEntry

RECEIVER = "special_prosecutors"
ANSWER = SealedMessage(ciphertext=b"age-encryption.org/v1\nsealed to the mailbox")
Speaking = Callable[[Actor, str, str], object]
SPEAKING: dict[str, Speaking] = {
    "answers": lambda who, complaint, _: send_message(who, complaint, ANSWER, now=NOW + 7200),
    "says that they withdraw": lambda who, _, message: note_withdrawal(who, message, now=NOW + 7200),
}


def official(account: str, body: str = RECEIVER) -> Actor:
    return actor(Role.COMPLAINTS_OFFICER, body=body, account=account)


def lodged(store: Store) -> tuple[Complainant, str, str]:
    """Somebody, their complaint, and a message of theirs."""
    who = complain(open_bodies())
    complaint = lodge(who.envelope, now=NOW).complaint_id
    take_message(who.mailbox.box_ed, SealedMessage(ciphertext=b"sealed to the body"), now=NOW + 60)
    return who, complaint, MessageRow.objects.get().message_id


def accuse(complaint: str, body: str, about: About = About.TORTURE) -> None:
    said = Particulars(about=about, act_on="2025-12-30", accused_body=body)
    actions.read_sealed(official("reader"), complaint, said, now=NOW + 3600)


@pytest.mark.parametrize("speaks", SPEAKING.values(), ids=SPEAKING)
def test_whoever_stepped_aside_does_not_speak_for_the_case_and_a_colleague_does(
    store: Store, speaks: Speaking
) -> None:
    _, complaint, message = lodged(store)
    actions.recuse(official("kin"), complaint, "kinship", now=NOW + 3600)
    before = StoredEntry.objects.count()
    with pytest.raises(ComplaintRefusal) as refused:
        speaks(official("kin"), complaint, message)
    assert refused.value.key == "complaints.recused_already"
    assert StoredEntry.objects.count() == before
    speaks(official("colleague"), complaint, message)
    assert StoredEntry.objects.count() == before + 1


@pytest.mark.parametrize("about", [About.TORTURE, About.ILL_TREATMENT])
@pytest.mark.parametrize("speaks", SPEAKING.values(), ids=SPEAKING)
def test_a_body_tied_to_the_accused_does_not_speak_for_the_case_and_the_mechanism_does(
    sqlite_store: Store, speaks: Speaking, about: About
) -> None:
    _, complaint, message = lodged(sqlite_store)
    accuse(complaint, RECEIVER, about)
    with pytest.raises(TiedBody) as refused:
        speaks(official("tied"), complaint, message)
    assert refused.value.path[0] == RECEIVER
    said = {language: refused.value.said(language) for language in Language}
    assert len(set(said.values())) == len(Language)
    speaks(actor(Role.NPM_MEMBER, body="npm", account="npm"), complaint, message)


def test_the_page_says_the_way_that_ties_in_place_of_the_form(sqlite_store: Store) -> None:
    _, complaint, _ = lodged(sqlite_store)
    desk = signed_in_as(person(Role.COMPLAINTS_OFFICER, body=RECEIVER))
    address = f"/complaints/{complaint}/"
    assert 'name="sealed"' in desk.get(address).content.decode()
    accuse(complaint, RECEIVER)
    page = desk.get(address, headers={"accept-language": "en"}).content.decode()
    assert 'name="sealed"' not in page
    assert "tied to the accused" in page
