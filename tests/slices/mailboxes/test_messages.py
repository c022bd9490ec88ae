"""Answers wait for whoever holds the code; nobody else reads them, and the holder can have them deleted."""

import json
from collections.abc import Sequence

import pytest
from tests.slices.access.people import actor
from tests.slices.mailboxes.asking import fetch, post, said, send
from tests.slices.mailboxes.bodies import NOW, Bodies, BodyKeys, Complainant, complain

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.mailboxes.actions import (
    SealedMessage,
    lodge,
    note_withdrawal,
    send_message,
)
from qorgau.mailboxes.actions.receiving import register_waiting
from qorgau.mailboxes.checking import check_ciphertexts
from qorgau.mailboxes.models import CiphertextBlob, EnvelopeRow, MessageRow
from qorgau.mailboxes.queries import FROM_MAILBOX, Status, complaint_messages, register_status_source
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.sealing.messages import (
    BOX,
    About,
    Message,
    MessageGap,
    MessageRefused,
    message_hash,
    open_message,
    require_chain,
    seal_from_body,
    seal_from_box,
)
from qorgau.sealing.requests import Act

TO = "special_prosecutors"


def prosecutor() -> object:
    return actor(Role.COMPLAINTS_OFFICER, body=TO)


def answers(
    bodies: Bodies, who: Complainant, texts: Sequence[str], *, by: BodyKeys | None = None
) -> list[bytes]:
    """Sealed answers of a body, chained as they must be."""
    own, prev, sealed = by or bodies.prosecutors, narrative_hash(who), []
    for seq, text in enumerate(texts, start=1):
        message = Message(sender=own.body, to=BOX, box=who.mailbox.box_ed, seq=seq, prev=prev, text=text)
        sealed.append(
            seal_from_body(
                message,
                signing=own.signing,
                box_x=who.mailbox.box_x,
                own=own.manifest,
                npm=bodies.npm.manifest,
            )
        )
        prev = message_hash(sealed[-1])
    return sealed


def narrative_hash(who: Complainant) -> str:
    return message_hash(who.envelope.narrative)


def from_holder(bodies: Bodies, who: Complainant, text: str, about: About = About.MESSAGE) -> str:
    """What the page posts when the holder of the code writes."""
    message = Message(
        sender=BOX, to=TO, box=who.mailbox.box_ed, seq=1, prev=narrative_hash(who), text=text, about=about
    )
    to, npm = bodies.prosecutors.manifest, bodies.npm.manifest
    import base64

    sealed = seal_from_box(message, mailbox=who.mailbox, to=to, npm=npm)
    return json.dumps({"box_ed": who.mailbox.box_ed, "message": base64.b64encode(sealed).decode()})


def test_a_body_answers_and_the_holder_of_the_code_reads_it_whole_and_in_order(bodies: Bodies) -> None:
    who = complain(bodies)
    complaint = lodge(who.envelope, now=NOW).complaint_id
    for each in answers(bodies, who, ["We took it.", "You will be heard."]):
        send_message(prosecutor(), complaint, SealedMessage(ciphertext=each), now=NOW)
    got = fetch(who).messages
    keys = {TO: [bodies.prosecutors.manifest.ed25519]}
    opened = [(each, open_message(each, who.mailbox.identity, keys=keys)) for each in got]
    require_chain(opened, sender=TO, box=who.mailbox.box_ed, narrative=narrative_hash(who))
    assert [message.text for _, message in opened] == ["We took it.", "You will be heard."]


def test_a_server_that_swaps_or_holds_back_an_answer_is_noticed(embedded: Bodies) -> None:
    who = complain(embedded)
    first, second = answers(embedded, who, ["one", "two"])
    keys = {TO: [embedded.prosecutors.manifest.ed25519]}
    alone = [(second, open_message(second, who.mailbox.identity, keys=keys))]
    with pytest.raises(MessageGap):
        require_chain(alone, sender=TO, box=who.mailbox.box_ed, narrative=narrative_hash(who))
    (forged,) = answers(embedded, who, ["All is well."], by=BodyKeys(TO))
    with pytest.raises(MessageRefused):
        open_message(forged, who.mailbox.identity, keys=keys)
    assert first != second


def test_more_answers_than_fit_come_with_the_next_fetch(embedded: Bodies) -> None:
    who = complain(embedded)
    complaint = lodge(who.envelope, now=NOW).complaint_id
    sealed = answers(embedded, who, ["a", "b", "c", "d", "e"])
    for each in sealed:
        send_message(prosecutor(), complaint, SealedMessage(ciphertext=each), now=NOW)
    got: list[bytes] = []
    for _ in range(5):
        answer = fetch(who, after=len(got))
        got += answer.messages
        if not answer.more:
            break
    assert got == sealed


def test_an_answer_sent_again_is_there_once(embedded: Bodies) -> None:
    who = complain(embedded)
    complaint = lodge(who.envelope, now=NOW).complaint_id
    (sealed,) = answers(embedded, who, ["once"])
    first = send_message(prosecutor(), complaint, SealedMessage(ciphertext=sealed), now=NOW)
    assert send_message(prosecutor(), complaint, SealedMessage(ciphertext=sealed), now=NOW + 9999) == first
    assert len(fetch(who).messages) == 1


def test_only_a_body_that_has_the_complaint_may_write_to_its_mailbox(embedded: Bodies) -> None:
    who = complain(embedded)
    complaint = lodge(who.envelope, now=NOW).complaint_id
    (sealed,) = answers(embedded, who, ["?"])
    for role, body in (
        (Role.COMPLAINTS_OFFICER, "police"),
        (Role.CUSTODY_OFFICER, TO),
        (Role.ADMINISTRATOR, TO),
    ):
        with pytest.raises(NotPermitted):
            send_message(actor(role, body=body), complaint, SealedMessage(ciphertext=sealed), now=NOW)
    assert not MessageRow.objects.exists()


def test_the_holder_of_the_code_writes_and_the_body_finds_the_message(embedded: Bodies) -> None:
    who = complain(embedded)
    complaint = said(send(who.envelope))["complaint"]
    body = from_holder(embedded, who, "They moved me.", About.REPRISAL)
    first = post("/sealed/messages", body)
    assert first.status_code == 201
    assert post("/sealed/messages", body).content == first.content
    (row,) = complaint_messages(prosecutor(), complaint)
    assert row.direction == FROM_MAILBOX
    kept = bytes(CiphertextBlob.objects.get(sha256=row.sha256).bytes)
    opened = open_message(kept, embedded.prosecutors.identity, keys={})
    assert (opened.text, opened.about) == ("They moved me.", About.REPRISAL)
    assert fetch(who).messages == (), "what the holder wrote is never given out again"


def test_a_message_that_comes_before_its_envelope_waits_for_it(embedded: Bodies) -> None:
    who = complain(embedded)
    early = post("/sealed/messages", from_holder(embedded, who, "First."))
    assert early.status_code == 202
    assert register_waiting(now=now(), most=10) == 0
    send(who.envelope)
    assert register_waiting(now=now(), most=10) == 1
    assert MessageRow.objects.count() == 1


def test_the_server_does_not_learn_that_somebody_withdraws_and_nothing_ends_by_it(embedded: Bodies) -> None:
    who = complain(embedded)
    complaint = said(send(who.envelope))["complaint"]
    post("/sealed/messages", from_holder(embedded, who, "I withdraw.", About.WITHDRAWAL))
    assert not StoredEntry.objects.filter(kind="ComplaintWithdrawalAsked").exists()
    (row,) = complaint_messages(prosecutor(), complaint)
    npm = actor(Role.NPM_MEMBER, body="npm")
    for _ in range(2):
        assert note_withdrawal(npm, row.message_id, now=NOW + 7200) == complaint
    assert StoredEntry.objects.filter(kind="ComplaintWithdrawalAsked").count() == 1
    assert EnvelopeRow.objects.get().withdrawal_asked_at is not None
    assert fetch(who).status["complaints"][0]["state"] == "registered"


def test_answers_are_deleted_when_their_reader_asks_and_the_check_knows_why(bodies: Bodies) -> None:
    who = complain(bodies)
    complaint = lodge(who.envelope, now=NOW).complaint_id
    for each in answers(bodies, who, ["one", "two"]):
        send_message(prosecutor(), complaint, SealedMessage(ciphertext=each), now=NOW)
    left = fetch(who, act=Act.DELETE, after=1)
    assert len(left.messages) == 1
    assert fetch(who).messages == left.messages
    assert CiphertextBlob.objects.filter(kind="message").count() == 1
    assert list(check_ciphertexts()) == []
    assert StoredEntry.objects.filter(kind="MailboxMessageDeleted").count() == 1


def test_the_rows_are_the_same_after_a_rebuild(bodies: Bodies) -> None:
    who = complain(bodies)
    complaint = lodge(who.envelope, now=NOW).complaint_id
    (sealed,) = answers(bodies, who, ["once"])
    send_message(prosecutor(), complaint, SealedMessage(ciphertext=sealed, files=[["ab" * 32]]), now=NOW)
    tables = (EnvelopeRow, MessageRow)
    before = [list(table.objects.order_by("pk").values()) for table in tables]
    rebuild(as_of=NOW)
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before


def test_whoever_follows_a_complaint_says_how_it_stands(
    embedded: Bodies, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qorgau.mailboxes import queries

    monkeypatch.setattr(queries, "_SOURCES", [])
    register_status_source(lambda _: Status(state="investigated", body=TO, next="decision", next_on=NOW))
    who = complain(embedded)
    send(who.envelope)
    (complaint,) = fetch(who).status["complaints"]
    assert (complaint["state"], complaint["next"], complaint["next_on"]) == ("investigated", "decision", NOW)
