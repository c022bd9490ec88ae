"""The public pages: one size, no early moment, no word of what is not to be told; the desk's pages work by hand."""

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.test import Client
from django.utils import translation
from tests.slices.access.people import person as account_of
from tests.slices.access.people import signed_in_as
from tests.slices.custody.desk import Desk, open_desk
from tests.slices.enquiries.asking import ASKED, HOUR, MOTHER, STRANGER, answered, asked, held
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.custody import actions as custody
from qorgau.enquiries.actions import AskedFor, Decision, answer
from qorgau.enquiries.commands import enquiry as command
from qorgau.enquiries.desk_keys import answer_key
from qorgau.enquiries.entries import IdentityCheck
from qorgau.enquiries.models import EnquiryRow
from qorgau.enquiries.web import fetching
from qorgau.lawbook import Language
from qorgau.recording.drafts import new_entry_id

TYPED = {
    "name": MOTHER.name,
    "document": MOTHER.document,
    "contact": MOTHER.contact,
    "relation": "parent",
    "family_name": MOTHER.family_name,
    "given_name": MOTHER.given_name,
    "born_on": "1990-05-01",
    "region": "almaty",
}
LONG_AGO = now() - 5 * HOUR


@pytest.fixture
def desk(store: Store, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(fetching, "LEAST_SECONDS", 0.0)
    return open_desk()


def client(language: str = "en") -> Client:
    made = Client()
    made.cookies["language"] = language
    return made


def fetched(enquiry: AskedFor, *, code: str = "", language: str = "en", **more: str) -> object:
    typed = {"number": enquiry.number, "code": code or enquiry.code, **more}
    return client(language).post("/enquiry/answer/", typed)


def every_case(desk: Desk) -> dict[str, tuple[AskedFor, str]]:
    """Held, nobody, wished, refused, waiting, and a wrong code: number and code for each."""
    son = held(desk)
    unwanted = held(desk, family_name="Кенжетаев", given_name="Мұрат", birth="1984-01-30")
    custody.not_to_be_found_by(desk.officer, unwanted, name=STRANGER.name, now=ASKED)
    cases = {name: asked(now=LONG_AGO, address="") for name in ("held", "nobody", "refused", "waiting")}
    cases["wished"] = asked(STRANGER, now=LONG_AGO, address="")
    when = LONG_AGO + 60
    answered(desk, cases["held"], son, now=when)
    answered(desk, cases["nobody"], now=when)
    answered(desk, cases["wished"], unwanted, now=when)
    refusal = Decision(check=IdentityCheck.REFUSED, reason="No answer", custody=son)
    answer(desk.prosecutor, cases["refused"].enquiry, refusal, now=when)
    found = {name: (each, each.code) for name, each in cases.items()}
    return {**found, "wrong": (cases["held"], cases["nobody"].code)}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_held_nobody_wished_waiting_and_a_wrong_code_are_equally_many_bytes(
    desk: Desk, language: str
) -> None:
    sizes, headers = set(), set()
    for enquiry, code in every_case(desk).values():
        response = fetched(enquiry, code=code, language=language)
        assert response.status_code == 200
        sizes.add(len(response.content))
        headers.add(tuple((name, len(value)) for name, value in sorted(response.items())))
    assert sizes == {fetching.PAGE_BYTES}
    assert len(headers) == 1


def test_the_file_is_of_the_same_size_as_every_page(desk: Desk) -> None:
    for enquiry, code in every_case(desk).values():
        assert len(fetched(enquiry, code=code, **{"as": "file"}).content) == fetching.PAGE_BYTES


def test_an_empty_form_is_of_the_same_size(desk: Desk) -> None:
    assert len(client().post("/enquiry/answer/", {}).content) == fetching.PAGE_BYTES


def test_no_answer_leaves_before_its_least_time_and_all_take_equally_long(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LEAST_SECONDS", 0.4)
    cases = every_case(desk)
    least = {name: min(_seconds(*case) for _ in range(3)) for name, case in cases.items()}
    assert min(least.values()) >= 0.4
    # A smoke test: what differs is less than the noise of a busy machine.
    assert max(least.values()) - min(least.values()) < 0.05


def _seconds(enquiry: AskedFor, code: str) -> float:
    began = time.perf_counter()
    fetched(enquiry, code=code)
    return time.perf_counter() - began


def test_waiting_is_the_same_page_whatever_the_desk_has_answered(desk: Desk) -> None:
    son = held(desk)
    soon = {name: asked(now=now() - 60, address="") for name in ("held", "nobody", "open")}
    answered(desk, soon["held"], son, now=now())
    answered(desk, soon["nobody"], now=now())
    pages = {_without_token(fetched(each).content, each) for each in soon.values()}
    assert len(pages) == 1


def _without_token(page: bytes, enquiry: AskedFor) -> bytes:
    bare = re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", page)
    return bare.replace(enquiry.number.encode(), b"").replace(enquiry.code.encode(), b"")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_anybody_may_ask_in_three_languages_without_scripts(desk: Desk, language: str) -> None:
    visitor = client(language)
    assert visitor.get("/enquiry/").status_code == 200
    page = visitor.post("/enquiry/", {**TYPED, "act_id": new_entry_id()}).content.decode()
    row = EnquiryRow.objects.get()
    assert row.number in page
    code = re.search(r"(?:[2-9A-HJ-NP-Z]{4}-){7}[2-9A-HJ-NP-Z]{4}", page)
    assert code is not None
    again = visitor.post("/enquiry/answer/", {"number": row.number, "code": code[0]})
    assert code[0] not in visitor.get("/enquiry/answer/").content.decode()
    assert row.language == language
    assert again.status_code == 200


def test_a_form_with_gaps_keeps_what_was_typed_and_names_each_gap(desk: Desk) -> None:
    page = client().post("/enquiry/", {**TYPED, "born_on": "2190-05-01", "act_id": new_entry_id()})
    assert "still to come" in page.content.decode()
    assert MOTHER.document in page.content.decode()
    bare = client().post("/enquiry/", {"act_id": new_entry_id()}).content.decode()
    assert bare.count("govuk-error-message") == len(TYPED)
    assert not EnquiryRow.objects.exists()


def test_the_enquiry_page_says_the_same_whether_the_sought_person_is_held(desk: Desk) -> None:
    before = len(client().post("/enquiry/", {**TYPED, "act_id": new_entry_id()}).content)
    held(desk)
    after = len(client().post("/enquiry/", {**TYPED, "act_id": new_entry_id()}).content)
    assert before == after


def test_the_desk_answers_by_hand_and_is_not_told_of_a_wish(desk: Desk) -> None:
    son = held(desk)
    custody.not_to_be_found_by(desk.officer, son, name=MOTHER.name, now=ASKED)
    enquiries = [asked(now=LONG_AGO, address="") for _ in range(2)]
    prosecutor = signed_in_as(account_of(Role.DUTY_PROSECUTOR, regions=["almaty"]))
    listed = prosecutor.get("/enquiry/answers/").content.decode()
    assert all(each.number in listed for each in enquiries)
    said = []
    for each, chosen in zip(enquiries, (son, "nobody"), strict=True):
        page = prosecutor.get(f"/enquiry/answers/{each.enquiry}/").content.decode()
        assert MOTHER.document in page
        typed = {"check": "by_phone", "custody": chosen, "act_id": new_entry_id()}
        done = prosecutor.post(f"/enquiry/answers/{each.enquiry}/", typed, follow=True).content.decode()
        assert "The answer is signed" in done
        said.append(re.sub(r"\d", "", done[done.index("The answer is signed") :][:80]))
    assert said[0] == said[1]
    assert EnquiryRow.objects.filter(told="nobody").count() == 2


def test_a_desk_of_another_region_finds_no_such_page(desk: Desk) -> None:
    each = asked(now=LONG_AGO)
    prosecutor = signed_in_as(account_of(Role.DUTY_PROSECUTOR, regions=["abai"]))
    assert prosecutor.get(f"/enquiry/answers/{each.enquiry}/").status_code == 403
    assert each.number not in prosecutor.get("/enquiry/answers/").content.decode()


def test_what_was_not_answered_is_counted_and_shown_without_names(desk: Desk) -> None:
    each = asked(now=now() - 30 * HOUR)
    prosecutor = signed_in_as(account_of(Role.DUTY_PROSECUTOR, regions=["almaty"]))
    assert "1 enquiry was not answered in time" in prosecutor.get("/enquiry/answers/").content.decode()
    for who in (account_of(Role.INSPECTOR, regions=["almaty"]), account_of(Role.NPM_MEMBER)):
        page = signed_in_as(who).get("/enquiry/unanswered/").content.decode()
        assert each.number in page
        assert MOTHER.name not in page


def test_the_mechanism_reads_who_asked(desk: Desk) -> None:
    son = held(desk)
    answered(desk, asked(now=LONG_AGO), son, now=LONG_AGO + 60)
    page = signed_in_as(account_of(Role.NPM_MEMBER)).get(f"/looks/{son}/").content.decode()
    assert MOTHER.name in page


@pytest.mark.parametrize("as_saved", ["file", "crlf", "page"])
def test_an_answer_is_checked_offline_as_file_or_as_saved_text(
    desk: Desk, tmp_path: Path, as_saved: str
) -> None:
    each = asked(now=LONG_AGO)
    answered(desk, each, held(desk), now=LONG_AGO + 60)
    text = fetched(each, **{"as": "file"}).content.decode()
    if as_saved == "crlf":
        text = text.replace("\n", "\r\n")
    if as_saved == "page":
        text = f'<html><pre id="note">{text.rstrip()}</pre></html>'
    file = tmp_path / "answer.txt"
    file.write_text(text, encoding="utf-8", newline="")
    done = CliRunner().invoke(command, ["verify", str(file), "--key", str(answer_key().verifier)])
    assert done.exit_code == 0, done.output
    assert "Station 3" in done.output


def test_a_forged_answer_ends_the_command_with_1_and_says_not_to_rely_on_it(
    desk: Desk, tmp_path: Path
) -> None:
    each = asked(now=LONG_AGO)
    answered(desk, each, held(desk), now=LONG_AGO + 60)
    text = fetched(each, **{"as": "file"}).content.decode().replace("Station 3", "Station 4")
    file = tmp_path / "answer.txt"
    file.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(command, ["verify", str(file), "--key", str(answer_key().verifier)])
    assert done.exit_code == 1
    assert "Do not rely" in done.output


def test_the_longest_answer_in_the_widest_letters_fits_the_one_size(desk: Desk) -> None:
    wide = "Ұ" * 100
    son = held(desk, family_name=wide, given_name=wide)
    asking = replace(MOTHER, name=wide, family_name=wide, given_name=wide, language=Language.KK)
    custody.give_mandate(
        desk.officer, son, account=desk.lawyer.account, name="Қ" * 200, contact="Ө" * 200, now=ASKED
    )
    each = asked(asking, now=LONG_AGO)
    answered(desk, each, son, now=LONG_AGO + 60)
    with translation.override("kk"):
        page = fetched(each, language="kk")
    assert len(page.content) == fetching.PAGE_BYTES
    assert wide in page.content.decode()


def test_the_promise_can_be_set(desk: Desk) -> None:
    before = settings.QORGAU_ENQUIRY_HOURS
    settings.QORGAU_ENQUIRY_HOURS = 6
    try:
        assert asked(now=ASKED).due_at == ASKED + 6 * HOUR
    finally:
        settings.QORGAU_ENQUIRY_HOURS = before
