"""The sealed addresses: what they answer, and that they answer everybody alike."""

import json
import statistics
import time

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.slices.mailboxes.asking import fetch, fetch_raw, post, said, send
from tests.slices.mailboxes.bodies import Bodies, complain

from qorgau.clock import now
from qorgau.ledger.note import read_note
from qorgau.ledger.receipt import read_receipt
from qorgau.mailboxes import doors, puzzle
from qorgau.mailboxes.actions import receiving
from qorgau.mailboxes.models import EnvelopeRow
from qorgau.mailboxes.pace import Pace
from qorgau.recording.batches import integrate_now
from qorgau.sealing.answers import ANSWER_BYTES
from qorgau.sealing.mailbox import Mailbox
from qorgau.sealing.manifest import SignedManifest, current_manifest
from qorgau.sealing.pins import Pins

HOUR = 3600


def empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """As under a flood: no room for anybody who solved nothing."""
    monkeypatch.setattr(receiving, "PACE", Pace(a_second=0.0, at_once=0.0))


def test_an_envelope_is_answered_with_entry_salt_and_promise(embedded: Bodies) -> None:
    response = send(complain(embedded).envelope)
    assert response.status_code == 201
    answer = said(response)
    assert answer["state"] == "registered"
    assert json.loads(answer["entry"])["sealed"]["plain"]
    assert len(response.content) % 4096 == 0


def test_nothing_sets_a_cookie_and_nothing_may_be_stored(embedded: Bodies) -> None:
    who = complain(embedded)
    for response in (send(who.envelope), fetch_raw(who.mailbox), Client().get("/sealed/manifests.json")):
        assert not response.cookies
        assert response.headers["Cache-Control"] == "no-store"


def test_the_answer_of_a_fetch_has_the_same_bytes_for_a_mailbox_nobody_knows(embedded: Bodies) -> None:
    who = complain(embedded)
    send(who.envelope)
    known, unknown = fetch_raw(who.mailbox), fetch_raw(complain(embedded).mailbox)
    assert len(known.content) == len(unknown.content) == ANSWER_BYTES
    assert known.status_code == unknown.status_code == 200
    assert dict(known.headers) == dict(unknown.headers)


def test_a_fetch_takes_as_long_for_a_mailbox_nobody_knows(embedded: Bodies) -> None:
    who, stranger = complain(embedded), complain(embedded)
    send(who.envelope)

    def took(mailbox: Mailbox) -> float:
        begun = time.monotonic()
        fetch_raw(mailbox)
        return time.monotonic() - begun

    # Turn about, so that whatever else the machine does slows both down.
    both = [(took(who.mailbox), took(stranger.mailbox)) for _ in range(15)]
    known, unknown = zip(*both, strict=True)
    assert min(*known, *unknown) >= doors.FETCH_TAKES
    assert abs(statistics.median(known) - statistics.median(unknown)) < doors.FETCH_TAKES / 2


def test_a_fetch_asks_the_same_of_the_database_for_a_mailbox_nobody_knows(bodies: Bodies) -> None:
    who, stranger = complain(bodies), complain(bodies)
    send(who.envelope)
    with CaptureQueriesContext(connections["default"]) as known:
        fetch_raw(who.mailbox)
    with CaptureQueriesContext(connections["default"]) as unknown:
        fetch_raw(stranger.mailbox)
    extra = len(unknown) - len(known)
    # One question more, by which another mailbox is found to be looked up in its place.
    assert 0 <= extra <= 2
    assert len(known) >= 3


def test_the_holder_of_the_code_learns_that_the_complaint_is_registered_and_with_whom(
    embedded: Bodies,
) -> None:
    who = complain(embedded)
    lodged = said(send(who.envelope))
    (complaint,) = fetch(who).status["complaints"]
    assert complaint["complaint"] == lodged["complaint"]
    assert (complaint["state"], complaint["body"]) == ("registered", "special_prosecutors")


def test_a_request_signed_by_another_code_is_refused(embedded: Bodies) -> None:
    who, other = complain(embedded), complain(embedded)
    nonce = said(post("/sealed/fetch/nonce", "{}"))["nonce"]
    from qorgau.recording.log_keys import log_keys
    from qorgau.sealing.requests import sign_request

    request = sign_request(other.mailbox, nonce=nonce, origin=log_keys().origin).as_group()
    request["box_ed"] = who.mailbox.box_ed
    response = post("/sealed/fetch", json.dumps(request))
    assert response.status_code == 400
    assert said(response)["problem"] == "wrong_signature"
    assert set(said(response)["says"]) == {"en", "ru", "kk"}


@pytest.mark.parametrize("nonce", ["0" * 64, "ab" * 32])
def test_a_nonce_that_the_server_did_not_give_is_refused(embedded: Bodies, nonce: str) -> None:
    who = complain(embedded)
    from qorgau.recording.log_keys import log_keys
    from qorgau.sealing.requests import sign_request

    request = sign_request(who.mailbox, nonce=nonce, origin=log_keys().origin)
    assert said(post("/sealed/fetch", json.dumps(request.as_group())))["problem"] == "stale_nonce"


def test_a_nonce_holds_for_two_minutes_and_no_longer(embedded: Bodies) -> None:
    from qorgau.mailboxes.nonces import new_nonce, require_fresh
    from qorgau.mailboxes.refusal import MailboxRefusal

    given = new_nonce(now=6000)
    require_fresh(given, now=6000 + 120)
    for at in (6000 - 60, 6000 + 180):
        with pytest.raises(MailboxRefusal):
            require_fresh(given, now=at)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"{", "not_json"),
        (b"", "not_json"),
        (b"[]", "malformed"),
        (b'{"to": "npm"}', "malformed"),
        (b'{"to": 1, "box_ed": "", "narrative": "", "identity": "", "P": "", "files": []}', "malformed"),
        (b"x" * (receiving.LARGEST + 1), "too_large"),
    ],
)
def test_what_is_no_envelope_is_told_so_in_three_languages(
    embedded: Bodies, body: bytes, problem: str
) -> None:
    response = post("/sealed/envelopes", body)
    assert response.status_code == 400
    assert said(response)["problem"] == problem
    assert all(said(response)["says"].values())


@pytest.mark.parametrize("path", ["/sealed/envelopes", "/sealed/messages", "/sealed/fetch"])
def test_a_form_or_a_question_by_get_gets_nothing(embedded: Bodies, path: str) -> None:
    assert Client().get(path).status_code == 405


def test_under_load_an_envelope_waits_and_is_registered_later(
    embedded: Bodies, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = complain(embedded).envelope
    empty(monkeypatch)
    response = send(sent)
    assert response.status_code == 202
    assert said(response)["state"] == "waiting"
    assert not EnvelopeRow.objects.exists()
    assert receiving.register_waiting(now=now(), most=10) == 1
    assert send(sent).status_code == 201
    assert EnvelopeRow.objects.count() == 1


def test_whoever_solves_the_puzzle_under_load_is_taken_at_once(
    embedded: Bodies, monkeypatch: pytest.MonkeyPatch
) -> None:
    import hashlib

    sent = complain(embedded).envelope
    empty(monkeypatch)
    monkeypatch.setattr(receiving, "SOLVED_PACE", Pace(a_second=0.0, at_once=5.0))
    offered = said(send(sent))["puzzle"]
    about = hashlib.sha256(sent.narrative).hexdigest()
    numbers = puzzle.solve(offered["challenge"], about=about)
    header = f"{offered['challenge']}:{','.join(map(str, numbers))}"
    assert send(sent, **{"Qorgau-Puzzle": header}).status_code == 201
    other = complain(embedded).envelope
    assert send(other, **{"Qorgau-Puzzle": header}).status_code == 202, "a solution serves one envelope"


def test_when_even_the_queue_is_full_the_sender_is_asked_to_keep_it(
    embedded: Bodies, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qorgau.mailboxes import waiting

    empty(monkeypatch)
    monkeypatch.setattr(waiting, "MOST_BYTES", 1)
    response = send(complain(embedded).envelope)
    assert response.status_code == 429
    assert said(response)["state"] == "keep"
    assert response.headers["Retry-After"]


def test_the_receipt_is_found_by_its_commitment_alone(embedded: Bodies) -> None:
    answer = said(send(complain(embedded).envelope))
    path = f"/receipts/{answer['commitment']}"
    assert said(Client().get(path)) == {"receipt": answer["promise"], "state": "promised"}
    integrate_now(as_of=now() + HOUR)
    proven = said(Client().get(path))
    assert proven["state"] == "proven"
    assert read_receipt(proven["receipt"]).proof is not None
    assert Client().get(f"/receipts/{'0' * 64}").status_code == 404


def test_the_keys_that_are_served_hold_by_the_pins_that_are_served(embedded: Bodies) -> None:
    group = said(Client().get("/sealed/manifests.json"))
    pins = Pins.read(Client().get("/sealed/pins.json").content)
    for body in ("npm", "special_prosecutors"):
        chain = [SignedManifest.from_group(each) for each in group["manifests"][body]]
        assert current_manifest(chain, pins=pins, as_of=embedded.npm.not_after - 1).body == body


def test_the_log_shows_its_checkpoint_and_how_it_grew(embedded: Bodies) -> None:
    assert Client().get("/sealed/log/checkpoint").status_code == 404
    integrate_now(as_of=now())
    first = read_note(Client().get("/sealed/log/checkpoint").content.decode())
    integrate_now(as_of=now() + HOUR)
    assert first.text.split("\n")[1] == "256"
    assert Client().get("/sealed/log/consistency/256/512").content.startswith(b"old 256\n")
    assert Client().get("/sealed/log/consistency/256/1024").status_code == 404


def test_a_chunk_is_kept_under_its_hash_and_another_is_refused(embedded: Bodies) -> None:
    import hashlib

    content = b"age-encryption.org/v1\n" + b"c" * 1000
    name = hashlib.sha256(content).hexdigest()
    for _ in range(2):
        assert post(f"/sealed/chunks/{name}", content).status_code == 201
    assert said(post(f"/sealed/chunks/{name}", b"other"))["problem"] == "chunk_differs"
    assert said(post(f"/sealed/chunks/{name}", b"c" * 300_000))["problem"] == "too_large"
