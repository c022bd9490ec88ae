"""What Python seals, with all keys, for the browser's code to open; and the same the other way round."""

import base64
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.core.sealing.people import (
    CODE,
    INSPECTORATE,
    LAWYER,
    MAILBOX,
    NOT_AFTER,
    NPM,
    ORIGIN,
    PINS,
    PRISON,
    Body,
    hex_of,
    vouched,
)

from qorgau.ledger.checkpoint import Checkpoint, sign_checkpoint
from qorgau.ledger.commitment import commit, leaf_hash
from qorgau.ledger.cosignature import cosign
from qorgau.ledger.entry import Entry, canonical
from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.promise import Promise, give_promise
from qorgau.ledger.receipt import issue_receipt, verify_receipt
from qorgau.ledger.tree import Tree
from qorgau.ledger.trust import PinnedWitness, Trust
from qorgau.sealing.answers import Answer, pack_answer
from qorgau.sealing.codes import MistypedCode, read_code
from qorgau.sealing.envelope import Envelope, entry_facts, seal
from qorgau.sealing.messages import BOX, Message, message_hash, seal_from_body
from qorgau.sealing.narrative import Identity, Narrative
from qorgau.sealing.requests import sign_request
from qorgau.sealing.sealed_files import SealedFile, seal_file

HOUR = 3600 * 480_000
CONTENT = bytes(place % 249 for place in range(300_000))
WITNESSES = tuple(
    SigningKey.create(f"{name}.example", KeyUse.COSIGNATURE) for name in ("npm", "bar", "coalition")
)
LOG = SigningKey.create(ORIGIN, KeyUse.NOTE)
PROMISE = SigningKey.create(f"{ORIGIN}/promise", KeyUse.NOTE)
TRUST = Trust(
    log=LOG.verifier,
    promise=PROMISE.verifier,
    witnesses=tuple(
        PinnedWitness(key=key.verifier, body=key.name, outside_the_state=key.name == "coalition.example")
        for key in WITNESSES
    ),
)


def made_by_python() -> dict[str, Any]:
    """One of everything, sealed now."""
    pieces: dict[str, str] = {}
    file = seal_file(
        io.BytesIO(CONTENT),
        name="сурет.jpg",
        media="image/jpeg",
        store=lambda name, piece: pieces.setdefault(name, _base64(piece)) and None,
    )
    narrative = _narrative(file)
    identity = Identity(name="Ә. Ғ.", contact="адвокат", safe="жексенбі", particulars={"keep": "secret"})
    envelope = seal(
        narrative,
        identity,
        to=INSPECTORATE.manifest,
        npm=NPM.manifest,
        mailbox=MAILBOX,
        chosen=[LAWYER.manifest],
        files=[file],
    )
    return {
        "made_by": "qorgau.sealing",
        "origin": ORIGIN,
        "code": _code(),
        "mailbox": {"identity": MAILBOX.identity, "box_x": MAILBOX.box_x, "box_ed": MAILBOX.box_ed},
        "signature": {"message": "cyrillic я", "hex": MAILBOX.sign("cyrillic я".encode())},
        "request": sign_request(MAILBOX, nonce="0f" * 32, origin=ORIGIN, after=3).as_group(),
        "pins": PINS.as_group(),
        "manifests": list(_manifests()),
        "envelope": json.loads(envelope.as_json()),
        "entry_facts": entry_facts(envelope),
        "narrative": json.loads(narrative.canonical()),
        "identity": json.loads(json.dumps({**vars(identity)})),
        "narrative_keys": [INSPECTORATE.identity, INSPECTORATE.recovery, NPM.identity, LAWYER.identity],
        "identity_keys": [NPM.identity, NPM.recovery],
        "other_keys": [PRISON.identity, MAILBOX.identity],
        "flip": len(envelope.narrative) - 700,
        "file": {
            "inside": file.inside.as_group(),
            "chunks": list(file.chunks),
            "pieces": pieces,
            "begins": CONTENT[:32].hex(),
        },
        **_answer(envelope),
        "promise_key": str(PROMISE.verifier),
        "lodgings": list(_lodgings(envelope)),
        "trust": str(TRUST),
        "bad_trusts": [{"text": each} for each in _bad_trusts()],
        "receipts": list(_receipts(envelope)),
    }


def _narrative(file: SealedFile) -> Narrative:
    return Narrative(
        text="Мені ұрды\nдва раза — «тут» й 🕊",
        box_ed=MAILBOX.box_ed,
        box_x=MAILBOX.box_x,
        place="kz/ivs-12",
        accused=["лейтенант Б."],
        dates=["2026-11-20", "ночью"],
        particulars={"service": "complaint", "for_whom": "self"},
        files=[file.inside],
    )


def _code() -> dict[str, Any]:
    words = {language: list(CODE.words(language)) for language in ("kk", "ru", "en")}
    slipped = [words["ru"][0][:-1] + "ъ", *words["ru"][1:]]
    typed = [" ".join(words["en"][:7]), " ".join(slipped), "xyzzy " + " ".join(words["kk"][1:])]
    return {"raw": CODE.raw.hex(), "words": words, "refused": [_refused_code(each) for each in typed]}


def _refused_code(typed: str) -> dict[str, Any]:
    try:
        read_code(typed)
    except MistypedCode as refusal:
        return {
            "typed": typed,
            "detector": type(refusal).__name__,
            "place": refusal.place,
            "meant": list(refusal.meant),
        }
    raise AssertionError(f"{typed} had to be refused")


def _manifests() -> Iterator[dict[str, Any]]:
    first, second = Body("kz/kpi"), Body("kz/kpi", epoch=2)
    chain = [vouched(first), vouched(second, previous=first)]
    swapped = replace(chain[1], manifest=Body("kz/kpi", epoch=2).manifest)
    doubled = replace(chain[0], vouchers=dict.fromkeys(chain[0].vouchers, chain[0].vouchers["bar"]))
    cases = [
        (chain, NOT_AFTER, {}, None),
        (chain[:1], 0, {"kz/kpi": 1}, None),
        (chain[:1], 0, {"kz/kpi": 2}, "ManifestTooOld"),
        (chain, NOT_AFTER + 1, {}, "ManifestExpired"),
        ([chain[0], swapped], 0, {}, "PreviousKeyDidNotSign"),
        ([vouched(first, by=("bar",))], 0, {}, "TooFewVouchers"),
        ([doubled], 0, {}, "TooFewVouchers"),
        (chain[1:], 0, {}, "WrongSuccession"),
        ([], 0, {}, "MalformedManifest"),
    ]
    for signed, as_of, floors, detector in cases:
        groups = [each.as_group() for each in signed]
        yield {"chain": groups, "asOf": as_of, "floors": floors, "detector": detector}


def _answer(envelope: Envelope) -> dict[str, Any]:
    texts, prev, ciphertexts = (
        ["Мы спросим врача.", "Жауап ертең болады."],
        message_hash(envelope.narrative),
        [],
    )
    for seq, text in enumerate(texts, start=1):
        message = Message(sender="kz/kpi", to=BOX, box=MAILBOX.box_ed, seq=seq, prev=prev, text=text)
        ciphertexts.append(
            seal_from_body(
                message,
                signing=INSPECTORATE.signing,
                box_x=MAILBOX.box_x,
                own=INSPECTORATE.manifest,
                npm=NPM.manifest,
            )
        )
        prev = message_hash(ciphertexts[-1])
    packed = pack_answer(Answer(status={"stage": "registered"}, messages=ciphertexts))
    return {
        "answer": _base64(packed),
        "answers": texts,
        "body_keys": {"kz/kpi": [hex_of(Body("kz/kpi").signing), hex_of(INSPECTORATE.signing)]},
    }


def _entry(envelope: Envelope, **changes: Any) -> Entry:
    fields = {
        "instance": "desk.example",
        "id": "e-1",
        "kind": "ComplaintLodged",
        "recorded": HOUR,
        "by": "mailbox",
        "for_body": envelope.to,
        "objects": {"complaint": ["c-1"], "box": [envelope.box_ed]},
        "facts": {"way": "mailbox"},
        "sealed": entry_facts(envelope),
    }
    return Entry(**{**fields, **changes})


def _lodgings(envelope: Envelope) -> Iterator[dict[str, Any]]:
    other_key = SigningKey.create(f"{ORIGIN}/promise", KeyUse.NOTE)
    cases: list[tuple[Entry, SigningKey, str, str | None]] = [
        (_entry(envelope), PROMISE, ORIGIN, None),
        (_entry(envelope, for_body="kz/prison-4"), PROMISE, ORIGIN, "OtherEnvelopeEntered"),
        (_entry(envelope, recorded=HOUR + 1), PROMISE, ORIGIN, "EntryTellsTooMuch"),
        (_entry(envelope, facts={"way": "mailbox", "ip": "::1"}), PROMISE, ORIGIN, "EntryTellsTooMuch"),
        (_entry(envelope), other_key, ORIGIN, "PromiseNotKept"),
        (_entry(envelope), PROMISE, "log.example/other", "PromiseNotKept"),
    ]
    for entry, key, origin, detector in cases:
        written, salt = canonical(entry), b"\7" * 32
        commitment = commit(written, salt=salt)
        promise = give_promise(Promise(origin=origin, commitment=commitment, merge_by=HOUR), key)
        group = {"entry": written.decode(), "salt": salt.hex(), "promise": str(promise), "detector": detector}
        yield {**group, "commitment": commitment.hex()}
    yield {**group, "commitment": "00" * 32, "detector": "CommitmentDiffers"}


def _bad_trusts() -> Iterator[str]:
    group = json.loads(str(TRUST))
    yield json.dumps(group | {"needed": 1})
    yield json.dumps(group | {"origin": "log.example/other"})
    yield json.dumps(group | {"witnesses": group["witnesses"][:2]})
    yield json.dumps(group | {"witnesses": [group["witnesses"][0]] * 3})
    yield json.dumps(group | {"promise": group["log"]})
    yield json.dumps(group | {"more": 1})


def _receipts(envelope: Envelope) -> Iterator[dict[str, Any]]:
    written, salt = canonical(_entry(envelope)).decode(), "07" * 32
    for receipt, as_of, entry in _written_receipts(envelope):
        verdict = verify_receipt(
            receipt,
            TRUST,
            as_of=as_of,
            entry=entry.encode() if entry else None,
            salt=bytes.fromhex(salt) if entry else None,
        )
        yield {
            "receipt": receipt,
            "asOf": as_of,
            "entry": entry,
            "salt": salt if entry else None,
            "verdict": {
                "state": verdict.state.value,
                "detector": verdict.detector,
                "witnesses": [each.key.name for each in verdict.witnesses],
            },
        }
    assert written


def _written_receipts(envelope: Envelope) -> Iterator[tuple[str, int, str | None]]:
    entry = canonical(_entry(envelope))
    commitment = commit(entry, salt=b"\7" * 32)
    promise = give_promise(Promise(origin=ORIGIN, commitment=commitment, merge_by=HOUR), PROMISE)
    yield str(promise), HOUR, entry.decode()
    yield str(promise), HOUR + 1, None
    yield str(promise), HOUR, entry.decode().replace("c-1", "c-2")
    for size in (1, 2, 7, 256, 300):
        for index in {0, size // 2, size - 1}:
            yield from _proofs(promise, commitment, index=index, size=size)


def _proofs(promise: Any, commitment: bytes, *, index: int, size: int) -> Iterator[tuple[str, int, None]]:
    leaves = [leaf_hash(bytes([place % 256]) * 32) for place in range(size)]
    leaves[index] = leaf_hash(commitment)
    tree = Tree(leaves)
    note = sign_checkpoint(Checkpoint(origin=ORIGIN, size=size, root=tree.root(size)), LOG)
    path = tree.inclusion_proof(index, size)
    for signers in (WITNESSES, WITNESSES[1:], WITNESSES[:2], WITNESSES[2:], ()):
        cosigned = note.joined([cosign(note, key=key, at=HOUR + 60) for key in signers])
        yield str(issue_receipt(promise, index=index, path=path, checkpoint=cosigned)), HOUR, None
    whole = str(issue_receipt(promise, index=index, path=path, checkpoint=note))
    yield whole.replace(f"index {index}", f"index {size}"), HOUR, None
    yield whole.replace(f"\n{size}\n", f"\n{size + 1}\n"), HOUR, None
    yield whole[:-4] + "AAA\n", HOUR, None
    if path:
        yield str(issue_receipt(promise, index=index, path=path[1:], checkpoint=note)), HOUR, None


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
