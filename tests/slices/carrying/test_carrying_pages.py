"""People carry entries by pages: take out, bring in, trust; every refusal is clear and stores nothing."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.slices.access.people import signed_in
from tests.slices.recording.small_slice import noted, opened
from tests.slices.recording.two_instances import CENTRE, DESK, NIGHT, Pair, stored

from qorgau.access.roles import Role
from qorgau.carrying.entries import TRUSTED, WRITTEN
from qorgau.carrying.models import BroughtRow, TakenOutRow
from qorgau.carrying.private_folder import private_folder
from qorgau.carrying.uploads import MOST_BYTES
from qorgau.recording.bundles.cards import Card, own_card
from qorgau.recording.bundles.trusted import trusted_cards
from qorgau.recording.models import StoredEntry


def upload(client: Client, *files: tuple[str, bytes]):
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post("/carry/in/", {"files": sent})


def officer(**more: object) -> Client:
    return signed_in(Role.CUSTODY_OFFICER, **more)


def resting_files() -> list[Path]:
    return [path for path in private_folder().rglob("*") if path.is_file()]


def test_the_files_are_looked_at_first_and_stored_only_when_confirmed(both: Pair) -> None:
    both.typed_at_desk(opened(1), opened(2))
    (bundle,) = both.carried()
    client = officer()
    looked = upload(client, ("desk.qorgau-bundle", bundle))
    assert looked.status_code == 302
    page = client.get(looked["Location"]).content.decode()
    assert "Bring in 2 entries" in page
    assert stored() == []
    done = client.get(client.post(looked["Location"])["Location"]).content.decode()
    assert "2 entries were brought in." in done
    assert len([row for row in stored() if row[0].startswith("opened")]) == 2
    row = BroughtRow.objects.get(pk=DESK)
    assert (row.entries, row.bundles, row.brought_by) == (2, 1, client.actor.account)


def test_the_same_files_again_change_nothing_and_the_page_says_so(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    (bundle,) = embedded.carried()
    client = officer()
    client.post(upload(client, ("a.qorgau-bundle", bundle))["Location"])
    before = stored()
    again = client.get(upload(client, ("a.qorgau-bundle", bundle))["Location"]).content.decode()
    assert "Everything in these files is here already" in again
    assert stored() == before


def test_what_rests_between_two_pages_is_for_this_program_and_its_uploader_alone(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    client = officer()
    address = upload(client, ("a.qorgau-bundle", embedded.carried()[0]))["Location"]
    assert {path.stat().st_mode & 0o777 for path in resting_files()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in private_folder().iterdir()} == {0o700}
    assert officer().get(address)["Location"] == "/carry/in/"
    client.post(address)
    assert [path.name for path in resting_files()] == ["upload.json"]


def zip_of(**files: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return written.getvalue()


def damaged_zip() -> bytes:
    data = bytearray(zip_of(a=b"x" * 5000))
    data[40:60] = bytes(20)
    return bytes(data)


HOSTILE = {
    "zip_bomb": (lambda pair: zip_of(a=bytes(60 * 1024 * 1024)), "This archive cannot be read"),
    "empty_zip": (lambda pair: zip_of(), "This archive cannot be read"),
    "damaged_zip": (lambda pair: damaged_zip(), "This archive cannot be read"),
    "another_type": (lambda pair: b"%PDF-1.7 something else", "This file was made by another program"),
    "nothing": (lambda pair: b"", "No file came"),
    "cut_short": (lambda pair: pair.carried()[0][:-50], "another instance, or for an older card"),
    "altered_label": (
        lambda pair: pair.carried()[0].replace(CENTRE.encode(), b"elsewhere.example", 1),
        "made for another instance",
    ),
    "unknown_origin": (
        lambda pair: pair.carried()[0].replace(DESK.encode(), b"x" * len(DESK), 1),
        "not trusted here",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_upload_ends_in_a_clear_page_and_stores_nothing(embedded: Pair, kind: str) -> None:
    embedded.typed_at_desk(opened(1))
    make, sentence = HOSTILE[kind]
    answer = upload(officer(), ("a", make(embedded)))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert stored() == []
    assert resting_files() == []


def test_an_upload_of_any_size_is_refused_before_it_is_read(embedded: Pair) -> None:
    answer = officer().generic(
        "POST", "/carry/in/", b"", content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(MOST_BYTES * 100),
    )  # fmt: skip
    assert answer.status_code == 413
    assert "The upload is too large." in answer.content.decode()


def test_an_upload_without_the_pages_token_is_refused(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    answer = upload(officer(strict=True), ("a.qorgau-bundle", embedded.carried()[0]))
    assert answer.status_code == 403
    assert resting_files() == []


def test_a_good_file_beside_a_bad_one_is_offered_and_the_bad_one_named(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    client = officer()
    looked = upload(client, ("good.qorgau-bundle", embedded.carried()[0]), ("bad.txt", b"hello"))
    page = client.get(looked["Location"]).content.decode()
    assert "bad.txt" in page
    assert "Bring in 1 entry" in page


def taken_out(client: Client, **asked: str) -> bytes:
    answer = client.post("/carry/out/", {"to": CENTRE, "what": "new", **asked})
    assert answer.status_code == 200, answer.content.decode()[:3000]
    return b"".join(answer.streaming_content)


def test_what_is_taken_out_at_the_desk_is_brought_in_at_the_centre(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1), noted(1, custody=1))
    with embedded.at_desk():
        client = officer()
        counted = client.get("/carry/out/", {"to": CENTRE, "what": "new"}).content.decode()
        assert "<strong>2 entries</strong>" in counted
        data = taken_out(client)
        assert list(private_folder().iterdir()) == []
        assert StoredEntry.objects.filter(kind=WRITTEN).count() == 1
        assert TakenOutRow.objects.get(pk=CENTRE).entries == 2
    there = officer()
    there.post(upload(there, ("a.qorgau-bundle", data))["Location"])
    assert {"opened-1", "noted-1"} <= {row[0] for row in stored()}


def test_only_confirmed_arrival_moves_the_beginning_of_the_next_files(embedded: Pair) -> None:
    embedded.typed_at_desk(opened(1))
    with embedded.at_desk():
        client = officer()
        taken_out(client)
        lost = client.get("/carry/out/", {"to": CENTRE, "what": "new"}).content.decode()
        assert "<strong>1 entry</strong>" in lost
        row = TakenOutRow.objects.get(pk=CENTRE)
        client.post("/carry/arrived/", {"instance": CENTRE, "of": row.last_entry})
        none = client.get("/carry/out/", {"to": CENTRE, "what": "new"}).content.decode()
        assert "Nothing was recorded here in that time." in none


def test_several_files_come_as_one_archive_that_can_be_brought_in_whole(
    embedded: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded.typed_at_desk(opened(1), *(noted(number, custody=1) for number in range(510)))
    with embedded.at_desk():
        data = taken_out(officer())
    assert zipfile.is_zipfile(io.BytesIO(data))
    client = officer()
    page = client.get(upload(client, ("all.zip", data))["Location"]).content.decode()
    assert "Bring in 511 entries" in page


def other_card(instance: str = "far.example") -> Card:
    """A card of another instance, as its own keys would make it."""
    from pyrage import x25519

    from qorgau.ledger.keys import KeyUse, SigningKey
    from qorgau.recording.bundles.bundle_keys import bundle_name

    return Card(
        instance=instance,
        log=SigningKey.create(instance, KeyUse.NOTE).verifier,
        bundle=SigningKey.create(bundle_name(instance), KeyUse.NOTE).verifier,
        opens=str(x25519.Identity.generate().to_public()),
    )


def answer(card: Card, act: str, **more: str) -> dict[str, str]:
    return {"card": str(card), "act_id": act * 32, "compared": "on", **more}


def test_a_card_is_trusted_only_once_its_fingerprint_was_compared(embedded: Pair) -> None:
    head, card = signed_in(Role.HEAD_OF_PLACE), other_card()
    shown = head.post("/carry/trust/", {"text": str(card)}).content.decode()
    assert all(group in shown for group in card.fingerprint.split())
    unticked = {key: value for key, value in answer(card, "a").items() if key != "compared"}
    assert head.post("/carry/trust/", unticked).status_code == 422
    assert card.instance not in trusted_cards()
    assert head.post("/carry/trust/", answer(card, "a")).status_code == 302
    assert trusted_cards()[card.instance] == card
    assert StoredEntry.objects.filter(kind=TRUSTED).count() == 1


def test_a_replaced_card_needs_a_reason(embedded: Pair) -> None:
    administrator, first, second = signed_in(Role.ADMINISTRATOR), other_card(), other_card()
    administrator.post("/carry/trust/", answer(first, "a"))
    refused = administrator.post("/carry/trust/", answer(second, "b"))
    assert refused.status_code == 422
    assert trusted_cards()[first.instance] == first
    administrator.post("/carry/trust/", answer(second, "c", reason="The desk's disk was replaced."))
    assert trusted_cards()[first.instance] == second


def test_what_is_no_card_and_our_own_card_are_refused_in_words(embedded: Pair) -> None:
    head = signed_in(Role.HEAD_OF_PLACE)
    for wrong in ("hello", '{"qorgau_card": 1}', "[1]"):
        assert "This card cannot be trusted" in head.post("/carry/trust/", {"text": wrong}).content.decode()
    own = head.post("/carry/trust/", answer(own_card(), "d"))
    assert own.status_code == 422
    assert "This card cannot be trusted" in own.content.decode()
    assert StoredEntry.objects.filter(kind=TRUSTED).count() == 0


@pytest.mark.parametrize("role", list(Role))
def test_who_may_open_which_page(embedded: Pair, role: Role) -> None:
    client = signed_in(role)
    carries = role in (Role.CUSTODY_OFFICER, Role.HEAD_OF_PLACE)
    trusts = role in (Role.HEAD_OF_PLACE, Role.ADMINISTRATOR)
    expected = {
        "/carry/": carries or trusts, "/carry/card/": carries or trusts, "/carry/trust/": trusts,
        "/carry/out/": carries, "/carry/in/": carries, "/carry/clock/": carries,
    }  # fmt: skip
    assert {page: client.get(page).status_code == 200 for page in expected} == expected


@pytest.mark.parametrize("received", [NIGHT])
def test_the_table_of_what_was_carried_last_shows_both_ways(embedded: Pair, received: int) -> None:
    embedded.typed_at_desk(opened(1), received=received)
    client = officer()
    client.post(upload(client, ("a.qorgau-bundle", embedded.carried()[0]))["Location"])
    page = client.get("/carry/").content.decode()
    assert DESK in page
    assert "1 entry in all" in page
    assert "never" in page
