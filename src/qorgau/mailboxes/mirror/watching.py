"""Pull and check: read what the instance shows now, and compare it with all that was seen before."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from qorgau.ledger.checkpoint import open_checkpoint
from qorgau.ledger.note import MalformedNote
from qorgau.ledger.proof_files import read_consistency_file
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.witness import ForkRefused, RollbackRefused
from qorgau.mailboxes.mirror.findings import Finding, Found
from qorgau.mailboxes.mirror.folder import Folder
from qorgau.mailboxes.mirror.source import NotThere, Source
from qorgau.sealing.manifest import SignedManifest, check_manifest
from qorgau.sealing.pins import Pins
from qorgau.sealing.refusal import SealingRefusal

LISTED, BUNDLE, SEEN_KEYS, PINS = "listed.json", "bundle.json", "keys.json", "pins.json"
PAGES = ("/complain/", "/mailbox/", "/carry-out/", "/receipt/")
_LOADS = re.compile(rb"""<(?:script|link)\b[^>]*?\b(?:src|href)=["']([^"']+)["']""", re.IGNORECASE)
_INLINE = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>\s*\S", re.IGNORECASE)
_ASSET = re.compile(r"\.(?:js|mjs|css)(?:\?|$)")


@dataclass(frozen=True, kw_only=True)
class Pulled:
    """What a pull brought."""

    new: int
    let_go: int
    size: int


def pull(folder: Folder, source: Source, *, at: int) -> Pulled:
    """Copy what is new, by its hash; what was seen is written down before it is fetched."""
    listed = folder.kept(LISTED)
    new = {sha: kind for sha, kind in listing(source).items() if sha not in listed}
    folder.keep(LISTED, listed | new)
    brought = sum(_fetch(folder, source, sha) for sha in (listed | new) if folder.ciphertext(sha) is None)
    gone = _let_go(folder, source)
    checkpoint = _checkpoint(folder, source, at=at)
    return Pulled(new=brought, let_go=gone, size=checkpoint)


def check(folder: Folder, source: Source, *, at: int) -> Iterator[Finding]:
    """Everything that is not as it was seen, each with its name; reads every ciphertext anew."""
    yield from check_log(folder, source, at=at)
    yield from check_ciphertexts(folder, source)
    yield from check_bundle(folder, source)
    yield from check_keys(folder, source)


def check_log(folder: Folder, source: Source, *, at: int) -> Iterator[Finding]:
    """Whether the log still extends what it showed before."""
    origin = folder.log.name
    try:
        _checkpoint(folder, source, at=at)
    except RollbackRefused as refusal:
        yield Finding(found=Found.LOG_ROLLED_BACK, about=origin, sentence=str(refusal))
    except ForkRefused as refusal:
        yield Finding(found=Found.LOG_FORKED, about=origin, sentence=str(refusal))
    except NotThere:
        if folder.witness().last_seen(folder.log) is not None:
            yield Finding(
                found=Found.LOG_ROLLED_BACK, about=origin, sentence="It shows no checkpoint any more."
            )
    except (MalformedNote, LedgerRefusal) as refusal:
        yield Finding(found=Found.CHECKPOINT_FORGED, about=origin, sentence=str(refusal))


def check_ciphertexts(folder: Folder, source: Source) -> Iterator[Finding]:
    """Whether every ciphertext ever seen is still named by the record and still given out as it was."""
    now_listed, gone = listing(source), deleted_by_holders(source)
    for sha, kind in sorted(folder.kept(LISTED).items()):
        if kind == "message" and sha in gone:
            continue
        if sha not in now_listed:
            yield _finding(
                Found.CIPHERTEXT_UNLISTED, sha, kind, "the record named it, and names it no longer"
            )
        yield from _fetched_anew(source, sha, kind)
        if folder.ciphertext(sha) is None:
            yield _finding(Found.OWN_COPY_LOST, sha, kind, "fetch it again with `qorgau mirror pull`")


def check_bundle(folder: Folder, source: Source) -> Iterator[Finding]:
    """Whether scripts and styles are those that were accepted, and the pages load no others."""
    accepted = folder.kept(BUNDLE)
    served = served_bundle(source)
    if not accepted:
        folder.keep(BUNDLE, served)
        accepted = served
    for name in sorted(accepted.keys() | served.keys()):
        if accepted.get(name) != served.get(name):
            yield Finding(
                found=Found.BUNDLE_CHANGED,
                about=name,
                sentence="what is served is not what was accepted. Build the release anew and compare; if it is "
                "the announced one, accept it with `qorgau mirror accept`; if not, warn whoever complains.",
            )
    yield from _pages(source, served)


def check_keys(folder: Folder, source: Source) -> Iterator[Finding]:
    """Whether the keys of bodies only grew, each signed by those before and by the vouchers pinned here."""
    chains = _json(source, "/sealed/manifests.json")["manifests"]
    shown = {f"{body}/{each['manifest']['epoch']}": each for body, chain in chains.items() for each in chain}
    seen = folder.kept(SEEN_KEYS)
    for name in sorted(seen.keys() - shown.keys()):
        yield Finding(found=Found.KEY_WITHDRAWN, about=name, sentence="these keys are no longer shown.")
    for name in sorted(seen.keys() & shown.keys()):
        if seen[name] != shown[name]:
            sentence = "other keys are shown than before. Do not seal to them; ask the body by telephone."
            yield Finding(found=Found.KEY_SWAPPED, about=name, sentence=sentence)
    yield from _unsigned(chains, pins=_pins(folder, source))
    folder.keep(SEEN_KEYS, shown | seen)


def _unsigned(chains: Mapping[str, Any], *, pins: Pins | None) -> Iterator[Finding]:
    if pins is None:
        return
    for body, chain in sorted(chains.items()):
        last = None
        try:
            for each in chain:
                last = check_manifest(SignedManifest.from_group(each), previous=last, pins=pins)
        except SealingRefusal as refusal:
            yield Finding(found=Found.KEY_SWAPPED, about=body, sentence=str(refusal))


def _pins(folder: Folder, source: Source) -> Pins | None:
    """The pins this mirror was given or saw first; a change of those served shows as a change of the bundle."""
    if not (held := folder.kept(PINS)):
        try:
            held = _json(source, "/sealed/pins.json")
        except NotThere:
            return None
        folder.keep(PINS, held)
    return Pins.read(json.dumps(held).encode())


def listing(source: Source) -> dict[str, str]:
    """Every hash that the record names, with its kind; page by page."""
    listed: dict[str, str] = {}
    after = ""
    while page := _json(source, f"/sealed/mirror/ciphertexts.json?after={after}")["ciphertexts"]:
        listed |= {each["sha256"]: each["kind"] for each in page}
        after = page[-1]["sha256"]
    return listed


def deleted_by_holders(source: Source) -> frozenset[str]:
    """Messages that the holder of the mailbox had deleted."""
    return frozenset(_json(source, "/sealed/mirror/let-go.json")["messages"])


def served_bundle(source: Source) -> dict[str, str]:
    """The list of assets, each hashed here from the bytes that are served."""
    said = _json(source, "/sealed/bundle.json")["assets"]
    return {name: hashlib.sha256(source.read(name)).hexdigest() for name in sorted(said)}


def _pages(source: Source, served: Mapping[str, str]) -> Iterator[Finding]:
    for page in PAGES:
        content = source.read(page)
        loads = {
            urlsplit(each.decode()).path for each in _LOADS.findall(content) if _ASSET.search(each.decode())
        }
        for name in sorted(loads - served.keys()):
            yield Finding(found=Found.PAGE_LOADS_OTHER, about=page, sentence=f"it loads {name}.")
        if _INLINE.search(content):
            yield Finding(
                found=Found.PAGE_LOADS_OTHER, about=page, sentence="it carries a script of its own."
            )


def _fetched_anew(source: Source, sha: str, kind: str) -> Iterator[Finding]:
    try:
        content = source.read(f"/sealed/mirror/ciphertexts/{sha}")
    except NotThere:
        yield _finding(
            Found.CIPHERTEXT_DELETED, sha, kind, "it is no longer given out; this mirror holds a copy"
        )
        return
    if hashlib.sha256(content).hexdigest() != sha:
        yield _finding(Found.CIPHERTEXT_ALTERED, sha, kind, "other bytes are given out under its hash")


def _fetch(folder: Folder, source: Source, sha: str) -> bool:
    try:
        content = source.read(f"/sealed/mirror/ciphertexts/{sha}")
    except NotThere:
        return False
    if hashlib.sha256(content).hexdigest() != sha:
        return False
    folder.keep_ciphertext(sha, content)
    return True


def _let_go(folder: Folder, source: Source) -> int:
    listed, gone = folder.kept(LISTED), 0
    for sha in deleted_by_holders(source):
        # Of messages only: nobody can have a narrative deleted here by saying that its holder wished it.
        if listed.get(sha) == "message" and folder.ciphertext(sha) is not None:
            folder.let_go(sha)
            gone += 1
    return gone


def _checkpoint(folder: Folder, source: Source, *, at: int) -> int:
    written = source.read("/sealed/log/checkpoint").decode()
    shown = open_checkpoint(written, log=folder.log).checkpoint
    last = folder.witness().last_seen(folder.log)
    proof = None
    if last is not None and 0 < last.size < shown.size:
        proof = read_consistency_file(
            source.read(f"/sealed/log/consistency/{last.size}/{shown.size}").decode()
        )
    note = folder.witness().cosign(written, proof=proof, at=at)
    (folder.path / "cosigned.note").write_text(str(note), encoding="utf-8")
    return shown.size


def _json(source: Source, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(source.read(path))
    return found


def _finding(found: Found, sha: str, kind: str, sentence: str) -> Finding:
    return Finding(found=found, about=f"{kind} {sha}", sentence=f"{sentence}.")
