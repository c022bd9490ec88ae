"""`qorgau open`: what a body sees of a case on its own machine, and what it is warned of."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pyrage
import pytest
from click.testing import CliRunner, Result
from PIL import Image
from tests.core.sealing.cases import PASSPHRASE, case_file, case_group, key_file, passphrase_file
from tests.core.sealing.hostile import photo, plain_pdf
from tests.core.sealing.people import INSPECTORATE, MAILBOX, NPM, PINS, PRISON, Body, hex_of, sealed, vouched

from qorgau.sealing.envelope import read_envelope
from qorgau.sealing.messages import (
    BOX,
    About,
    Message,
    message_hash,
    open_message,
    require_chain,
    seal_from_body,
    seal_from_box,
)
from qorgau.sealing.narrative import Identity
from qorgau.sealing.opener import open_sealed
from qorgau.sealing.opening.attachments import Kind, kind_of
from qorgau.sealing.opening.keys import OpenedKeys
from qorgau.sealing.opening.visible import visible_text

CANARY = "CANARY-METADATA-9917"


def opened(case: Path, body: Body, *more: str) -> Result:
    """Run the command as a body's officer does."""
    keys = key_file(case.parent, body)
    return CliRunner().invoke(
        open_sealed,
        [str(case), "--keys", str(keys), "--passphrase-file", str(passphrase_file(case.parent)), *more],
    )


def test_the_body_reads_the_narrative_and_is_told_that_it_agrees_with_the_record(tmp_path: Path) -> None:
    shown = opened(case_file(tmp_path, text="Мені ұрды."), INSPECTORATE)
    assert shown.exit_code == 0
    assert "Мені ұрды." in shown.output
    assert "agrees with its entry" in shown.output


def test_the_passphrase_is_asked_for_and_not_shown(tmp_path: Path) -> None:
    case = case_file(tmp_path)
    asked = CliRunner().invoke(
        open_sealed, [str(case), "--keys", str(key_file(tmp_path, INSPECTORATE))], input=f"{PASSPHRASE}\n"
    )
    assert asked.exit_code == 0
    assert PASSPHRASE not in asked.output


def test_a_key_file_as_any_program_for_age_writes_it_opens(tmp_path: Path) -> None:
    text = f"# use: body\n# owner: kz/kpi\n# signing: {'00' * 32}\n{INSPECTORATE.identity}\n"
    keys = OpenedKeys.read(pyrage.passphrase.encrypt(text.encode(), PASSPHRASE), passphrase=PASSPHRASE)
    assert (keys.identity, keys.owner) == (INSPECTORATE.identity, "kz/kpi")
    assert INSPECTORATE.identity not in repr(keys)


@pytest.mark.parametrize("body", [PRISON, Body("kz/kpi")])
def test_another_bodys_keys_open_nothing(tmp_path: Path, body: Body) -> None:
    refused = opened(case_file(tmp_path), body)
    assert refused.exit_code == 1
    assert "NotForUs" in refused.output
    assert "They beat him" not in refused.output


def test_a_wrong_passphrase_says_so(tmp_path: Path) -> None:
    case = case_file(tmp_path)
    refused = CliRunner().invoke(
        open_sealed, [str(case), "--keys", str(key_file(tmp_path, INSPECTORATE))], input="wrong\n"
    )
    assert refused.exit_code == 1
    assert "KeysNotOpened" in refused.output


def test_who_wrote_opens_to_the_npm_on_request_and_not_to_the_body(tmp_path: Path) -> None:
    case = case_file(tmp_path, identity=Identity(name="Example Person"))
    assert "Example Person" not in opened(case, NPM).output
    assert "Example Person" in opened(case, NPM, "--who").output
    assert "NotForUs" in opened(case, INSPECTORATE, "--who").output


def test_ciphertexts_replaced_after_lodging_are_refused(tmp_path: Path) -> None:
    refused = opened(case_file(tmp_path, entered=sealed("another")), INSPECTORATE)
    assert refused.exit_code == 1
    assert "EntryDiffers" in refused.output


def test_a_narrative_under_another_commitment_is_refused_even_without_an_entry(tmp_path: Path) -> None:
    posted = json.loads(sealed().as_json()) | {"P": "00" * 32}
    (tmp_path / "envelope.json").write_text(json.dumps(posted))
    refused = opened(tmp_path / "envelope.json", INSPECTORATE)
    assert "PlainTextDiffers" in refused.output


def test_a_bare_envelope_opens_with_a_warning_that_no_entry_was_compared(tmp_path: Path) -> None:
    (tmp_path / "envelope.json").write_text(sealed("Only this.").as_json())
    shown = opened(tmp_path / "envelope.json", INSPECTORATE)
    assert "Only this." in shown.output
    assert "NOT COMPARED" in shown.output


def test_text_that_would_command_or_deceive_the_reader_is_written_out(tmp_path: Path) -> None:
    shown = opened(case_file(tmp_path, text="\u202egnp.exe \u200bпустой \x85 \u2066x"), INSPECTORATE).output
    assert all(sign not in shown for sign in "\u202e\u200b\x85\u2066\x1b")
    assert "⟦U+202E⟧gnp.exe" in shown


def test_escape_sequences_of_a_terminal_are_written_out() -> None:
    assert visible_text("\x1b[2J\x07\r\nok\ttab") == "⟦U+001B⟧[2J⟦U+0007⟧⟦U+000D⟧\nok\ttab"


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "gif"])
def test_a_photo_is_drawn_anew_without_what_the_camera_wrote(tmp_path: Path, kind: str) -> None:
    content = photo(kind, canary=CANARY)
    if kind in ("jpeg", "gif", "webp"):
        assert CANARY.encode() in content
    shown = opened(case_file(tmp_path, {"me.jpg": content}), INSPECTORATE, "--out", str(tmp_path / "out"))
    assert "attachment-01-01.png" in shown.output
    drawn = (tmp_path / "out" / "attachment-01-01.png").read_bytes()
    assert Image.open(io.BytesIO(drawn)).size == (120, 80)
    assert CANARY.encode() not in drawn
    assert Image.open(io.BytesIO(drawn)).getexif() == {}


def test_each_page_of_a_pdf_becomes_a_picture(tmp_path: Path) -> None:
    opened(case_file(tmp_path, {"letter.pdf": plain_pdf()}), INSPECTORATE, "--out", str(tmp_path / "out"))
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == [
        "attachment-01-01.png",
        "narrative.txt",
    ]


def test_what_cannot_be_drawn_stays_closed_and_keeps_its_bytes(tmp_path: Path) -> None:
    sound = b"ID3\x04" + bytes(range(256))
    shown = opened(case_file(tmp_path, {"voice.mp3": sound}), INSPECTORATE, "--out", str(tmp_path / "out"))
    assert (tmp_path / "out" / "attachment-01.bin").read_bytes() == sound
    assert "kind" in shown.output


def test_a_changed_piece_is_said_and_the_rest_still_opens(tmp_path: Path) -> None:
    case = case_file(tmp_path, {"a.txt": b"first", "b.txt": b"second"})
    spoil_one_piece(case)
    shown = opened(case, INSPECTORATE, "--out", str(tmp_path / "out")).output
    assert shown.count("not what the sender attached") == 1
    assert len(list((tmp_path / "out").glob("*.txt"))) == 2


def test_nobody_else_on_the_machine_can_read_what_was_written(tmp_path: Path) -> None:
    opened(case_file(tmp_path, {"a.txt": b"x"}), INSPECTORATE, "--out", str(tmp_path / "out"))
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "out").iterdir()}
    assert modes == {0o600}
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    refused = opened(case_file(tmp_path), INSPECTORATE, "--out", str(tmp_path))
    assert refused.exit_code == 1
    assert "there already" in refused.output


def test_messages_of_the_mailbox_are_shown_and_forged_ones_are_named(tmp_path: Path) -> None:
    first = Message(
        sender=BOX,
        to="kz/kpi",
        box=MAILBOX.box_ed,
        seq=1,
        prev="ab" * 32,
        text="They moved me.",
        about=About.REPRISAL,
    )
    genuine = seal_from_box(first, mailbox=MAILBOX, to=INSPECTORATE.manifest, npm=NPM.manifest)
    forged = seal_from_body(
        first, signing=PRISON.signing, box_x=MAILBOX.box_x, own=INSPECTORATE.manifest, npm=NPM.manifest
    )
    shown = opened(case_file(tmp_path, messages=[(BOX, genuine), (BOX, forged)]), INSPECTORATE).output
    assert "They moved me." in shown
    assert "(reprisal)" in shown
    assert shown.count("They moved me.") == 1
    assert "may be forged" in shown


def test_the_body_is_warned_of_a_message_held_back_moved_or_repeated(tmp_path: Path) -> None:
    case = case_file(tmp_path)
    with zipfile.ZipFile(case) as archive:
        narrative = message_hash(read_envelope(archive.read("envelope.json")).narrative)
    first = from_the_box("one", seq=1, prev=narrative)
    second = from_the_box("two", seq=2, prev=message_hash(first))
    for order, warned in (
        ([first, second], False),
        ([second], True),
        ([second, first], True),
        ([first, first], True),
    ):
        again = with_messages(case, order)
        assert ("WARNING" in opened(again, INSPECTORATE).output) is warned


def from_the_box(text: str, *, seq: int, prev: str) -> bytes:
    """What the holder of the code says."""
    message = Message(sender=BOX, to="kz/kpi", box=MAILBOX.box_ed, seq=seq, prev=prev, text=text)
    return seal_from_box(message, mailbox=MAILBOX, to=INSPECTORATE.manifest, npm=NPM.manifest)


def with_messages(case: Path, ciphertexts: list[bytes]) -> Path:
    """The same case with these messages of the mailbox, as a server hands them out."""
    with zipfile.ZipFile(case) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    envelope = read_envelope(parts["envelope.json"])
    parts["case.json"] = json.dumps(case_group(envelope, [(BOX, each) for each in ciphertexts], ())).encode()
    again = case.with_name("again.zip")
    with zipfile.ZipFile(again, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return again


def test_a_message_of_another_body_counts_only_with_pins(tmp_path: Path) -> None:
    message = Message(
        sender="kz/npm", to=BOX, box=MAILBOX.box_ed, seq=1, prev="ab" * 32, text="We will visit."
    )
    ciphertext = seal_from_body(
        message, signing=NPM.signing, box_x=MAILBOX.box_x, own=INSPECTORATE.manifest, npm=NPM.manifest
    )
    case = case_file(
        tmp_path, messages=[("kz/npm", ciphertext)], manifests=[vouched(NPM), vouched(PRISON, by=("bar",))]
    )
    (tmp_path / "pins.json").write_text(str(PINS))
    assert "We will visit." not in opened(case, INSPECTORATE).output
    assert "We will visit." in opened(case, INSPECTORATE, "--pins", str(tmp_path / "pins.json")).output


def test_a_body_answers_from_its_own_machine_and_the_code_knows_the_answer_for_its_own(
    tmp_path: Path,
) -> None:
    case = case_file(tmp_path, manifests=[vouched(INSPECTORATE), vouched(NPM)])
    (tmp_path / "pins.json").write_text(str(PINS))
    answers = [answered(case, tmp_path, "Ертең келеміз.")]
    assert answers[0].startswith(b"age-encryption.org/v1")
    with zipfile.ZipFile(case) as archive:
        envelope = read_envelope(archive.read("envelope.json"))
    message = open_message(answers[0], MAILBOX.identity, keys={"kz/kpi": [hex_of(INSPECTORATE.signing)]})
    assert message.text == "Ертең келеміз."
    opened_answers = [(answers[0], message)]
    require_chain(
        opened_answers, sender="kz/kpi", box=MAILBOX.box_ed, narrative=message_hash(envelope.narrative)
    )


def test_an_answer_is_sealed_to_vouched_keys_only(tmp_path: Path) -> None:
    case = case_file(tmp_path, manifests=[vouched(INSPECTORATE), vouched(NPM, by=("bar",))])
    (tmp_path / "text").write_text("x")
    words = [
        "--answer",
        str(tmp_path / "text"),
        "--answer-out",
        str(tmp_path / "a.age"),
        "--mechanism",
        "kz/npm",
    ]
    assert "CannotAnswer" in opened(case, INSPECTORATE, *words).output
    (tmp_path / "pins.json").write_text(str(PINS))
    assert (
        "TooFewVouchers" in opened(case, INSPECTORATE, *words, "--pins", str(tmp_path / "pins.json")).output
    )
    assert not (tmp_path / "a.age").exists()


def answered(case: Path, folder: Path, text: str) -> bytes:
    """A sealed answer of the inspectorate."""
    (folder / "text").write_text(text)
    words = [
        "--answer",
        str(folder / "text"),
        "--answer-out",
        str(folder / "answer.age"),
        "--mechanism",
        "kz/npm",
    ]
    shown = opened(case, INSPECTORATE, *words, "--pins", str(folder / "pins.json"))
    assert shown.exit_code == 0, shown.output
    return (folder / "answer.age").read_bytes()


def test_the_process_that_opens_cannot_reach_even_this_machine() -> None:
    probe = (
        "import socket; from qorgau.sealing.opening.isolation import isolate; assert isolate()\n"
        "for family, address in ((socket.AF_INET, ('127.0.0.1', 80)), (socket.AF_INET6, ('::1', 80, 0, 0))):\n"
        "    try: socket.socket(family).connect(address)\n"
        "    except OSError as error: print(error.errno)\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    if "AssertionError" in done.stderr:
        pytest.skip(
            "this kernel gives no network of its own to a process, so pictures and PDF stay closed here"
        )
    # 101: no network at all; 99: not even the address of this machine.
    assert len(done.stdout.split()) == 2
    assert set(done.stdout.split()) <= {"101", "99"}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe0", Kind.PICTURE),
        (b"RIFF\0\0\0\0WEBP", Kind.PICTURE),
        (b"RIFF\0\0\0\0WAVE", Kind.CLOSED),
        (b"%PDF-1.7", Kind.PAGES),
        ("<svg/> текст".encode(), Kind.TEXT),
        (b"MZ\0\x01", Kind.CLOSED),
        (b"\xff\xfe<\0", Kind.CLOSED),
    ],
)
def test_the_kind_is_read_from_the_bytes(content: bytes, kind: Kind) -> None:
    assert kind_of(content) is kind


def spoil_one_piece(case: Path) -> None:
    """Flip a byte of the first piece in the file, as a failing disk or a hostile server would."""
    with zipfile.ZipFile(case) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next(each for each in parts if each.startswith("chunks/"))
    parts[name] = parts[name][:-1] + bytes([parts[name][-1] ^ 1])
    case.unlink()
    with zipfile.ZipFile(case, "x") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
