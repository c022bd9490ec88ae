"""Drafts over HTTP: nobody's words are lost, an older version stands again, what was issued is corrected anew."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from tests.slices.access.people import signed_in
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.lawbook import Language
from qorgau.recording.drafts import new_entry_id
from qorgau.treaty import actions as treaty
from qorgau.treaty.actions.issuing import issue_draft
from qorgau.treaty.actions.writing import add_block, discard_draft, new_draft, remove_block, save_block
from qorgau.treaty.queries.drafts import draft
from qorgau.treaty.writing.kinds import ReportKind

SYMBOL = "CAT/C/KAZ/CO/4"
MINE, THEIRS = "My own words that nobody may lose.", "The colleague wrote this meanwhile."


@pytest.fixture
def council(sqlite_store: Store) -> Client:
    client = signed_in(Role.COUNCIL_SECRETARY, body="interagency_council")
    treaty.take_catalogue(client.actor, SYMBOL, now=now())
    return client


@pytest.fixture
def held(council: Client) -> str:
    return new_draft(council.actor, ReportKind.FOLLOW_UP, SYMBOL, Language.EN, now=now(), fill=False)


def sent(client: Client, name: str, *args: str, **fields: object) -> object:
    return client.post(reverse(f"treaty:{name}", args=args), {"act_id": new_entry_id(), **fields})


def text(client: Client, held: str, block: str = "28") -> str:
    found = draft(client.actor, held).writing.block(block)
    assert found is not None
    return found.text


def test_two_who_write_in_one_part_lose_no_word(council: Client, held: str) -> None:
    save_block(council.actor, held, "28", THEIRS, base=1, now=now())
    answer = sent(council, "report_block", held, "28", base=1, text=MINE)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert MINE in page
    assert THEIRS in page
    assert text(council, held) == THEIRS
    sent(council, "report_block", held, "28", base=2, text=f"{THEIRS} {MINE}")
    assert text(council, held) == f"{THEIRS} {MINE}"


def test_words_for_a_part_that_went_away_are_shown_to_be_copied(council: Client, held: str) -> None:
    add_block(council.actor, held, heading="Training", text="", after="28", base=1, now=now())
    remove_block(council.actor, held, "text-1", base=2, now=now())
    answer = sent(council, "report_block", held, "text-1", base=2, text=MINE)
    assert answer.status_code == 404
    assert MINE in answer.content.decode()


def test_words_for_a_draft_that_was_thrown_away_are_shown_to_be_copied(council: Client, held: str) -> None:
    discard_draft(council.actor, held, now=now())
    answer = sent(council, "report_block", held, "28", base=1, text=MINE)
    assert answer.status_code == 404
    assert MINE in answer.content.decode()


def test_a_stranger_is_shown_nothing_but_what_they_typed(council: Client, held: str) -> None:
    save_block(council.actor, held, "28", THEIRS, base=1, now=now())
    stranger = signed_in(Role.NGO_WORKER, body="coalition")
    answer = sent(stranger, "report_block", held, "28", base=1, text=MINE)
    assert THEIRS not in answer.content.decode()
    assert text(council, held) == THEIRS
    for name in ("restore_version", "correct_report"):
        assert sent(stranger, name, held, base=2, number=1).status_code == 404


def test_an_older_version_is_restored_on_the_page(council: Client, held: str) -> None:
    save_block(council.actor, held, "28", "First.", base=1, now=now())
    save_block(council.actor, held, "28", "Second.", base=2, now=now())
    sent(council, "restore_version", held, base=3, number=2)
    assert text(council, held) == "First."


def test_an_issued_report_is_corrected_by_a_new_draft(council: Client, held: str) -> None:
    save_block(council.actor, held, "28", "Wrong.", base=1, now=now())
    issue_draft(council.actor, held, base=2, now=now())
    answer = sent(council, "correct_report", held)
    made = answer.url.rstrip("/").rsplit("/", 1)[1]
    assert made != held
    assert text(council, made) == "Wrong."
    assert draft(council.actor, made).writing.corrects
