"""The addresses that pages, kiosks, carriers and mirrors ask: JSON in and out, no cookie, no trace."""

from __future__ import annotations

import time
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_POST

from qorgau.access.request import moment_of
from qorgau.ledger.proof_files import ConsistencyFile
from qorgau.mailboxes import bundle, queries
from qorgau.mailboxes.actions import chunks, receiving
from qorgau.mailboxes.actions.keys import pins_file, read_manifest
from qorgau.mailboxes.actions.receiving import Deferred
from qorgau.mailboxes.actions.recorded import Lodged
from qorgau.mailboxes.door_frame import body_of, discreet_door, evenly_sized, gone
from qorgau.mailboxes.fetching import answer_request
from qorgau.mailboxes.mirror_doors import mirror_addresses
from qorgau.mailboxes.models import ReceiptRow
from qorgau.mailboxes.nonces import new_nonce
from qorgau.mailboxes.pace import evenly
from qorgau.recording.batches import latest_checkpoint
from qorgau.recording.receipts import receipt_of
from qorgau.recording.tree_store import stored_tree
from qorgau.sealing.canonical_json import read_group
from qorgau.sealing.requests import Request

FETCH_TAKES = 0.04
"""Seconds that every fetch takes at least; the work for it takes a tenth of that."""


@discreet_door
@require_POST
def envelopes(request: HttpRequest) -> HttpResponse:
    """Take an envelope."""
    solution = request.headers.get("Qorgau-Puzzle", "")[:2000]
    content = body_of(request, most=receiving.LARGEST)
    return _taken(receiving.receive_envelope(content, solution=solution, now=moment_of(request)))


@discreet_door
@require_POST
def messages(request: HttpRequest) -> HttpResponse:
    """Take a message of a mailbox."""
    content = body_of(request, most=receiving.LARGEST)
    return _taken(receiving.receive_message(content, now=moment_of(request)))


@discreet_door
@require_POST
def chunk(request: HttpRequest, sha256: str) -> HttpResponse:
    """Take one piece of a file."""
    content = body_of(request, most=chunks.LARGEST_CHUNK)
    if not chunks.store_chunk(sha256, content, now=moment_of(request)):
        return _taken(Deferred(is_kept_here=False))
    return JsonResponse({"sha256": sha256}, status=201)


@discreet_door
@require_POST
def nonce(request: HttpRequest) -> HttpResponse:
    """Give a nonce to be signed."""
    return JsonResponse({"nonce": new_nonce(now=moment_of(request))})


@discreet_door
@require_POST
def fetch(request: HttpRequest) -> HttpResponse:
    """Answer the holder of a code: always as many bytes, always as long."""
    since = time.monotonic()
    group = read_group(body_of(request, most=4096), what="The request")
    answer = answer_request(Request.from_group(group), now=moment_of(request))
    evenly(FETCH_TAKES, since=since)
    return HttpResponse(answer, content_type="application/json")


@discreet_door
@require_GET
def manifests(request: HttpRequest) -> HttpResponse:
    """The keys of every body, each chain from its first epoch."""
    chains: dict[str, list[dict[str, Any]]] = {}
    revoked = {}
    for row in queries.manifest_history():
        chains.setdefault(row.body, []).append(read_manifest(row).as_group())
        if row.revoked_at is not None:
            revoked[row.manifest_id] = row.revoked_because
    return JsonResponse({"manifests": chains, "revoked": revoked})


@discreet_door
@require_GET
def pins(request: HttpRequest) -> HttpResponse:
    """Who vouches for the keys of bodies."""
    path = pins_file()
    if not path.exists():
        return gone()
    return HttpResponse(path.read_bytes(), content_type="application/json")


@discreet_door
@require_GET
def bundle_list(request: HttpRequest) -> HttpResponse:
    """Every script and style of this site, by its hash."""
    listed = bundle.assets()
    return JsonResponse({"assets": dict(listed), "bundle": bundle.bundle_hash(listed)})


@discreet_door
@require_GET
def receipt(request: HttpRequest, commitment: str) -> HttpResponse:
    """The receipt of a commitment: a promise, and from the next batch on the proof."""
    row = ReceiptRow.objects.filter(commitment=commitment).first()
    if row is None:
        return gone()
    found = receipt_of(row.entry_id)
    state = "promised" if found.proof is None else "proven"
    return evenly_sized({"receipt": str(found), "state": state})


@discreet_door
@require_GET
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed checkpoint."""
    newest = latest_checkpoint()
    if newest is None:
        return gone()
    return HttpResponse(newest.note, content_type="text/plain; charset=utf-8")


@discreet_door
@require_GET
def consistency(request: HttpRequest, old: int, new: int) -> HttpResponse:
    """The proof that the log of `new` leaves extends the one of `old`."""
    tree = stored_tree()
    if not 0 < old <= new <= tree.size:
        return gone()
    proof = ConsistencyFile(old_size=old, path=tuple(tree.consistency_proof(old, new)))
    return HttpResponse(str(proof), content_type="text/plain; charset=utf-8")


def _taken(result: Lodged | Deferred) -> HttpResponse:
    if isinstance(result, Lodged):
        return evenly_sized(result.as_json(), status=201)
    return evenly_sized(result.as_json(), status=202 if result.is_kept_here else 429)


addresses: list[URLPattern] = [
    path("sealed/envelopes", envelopes, name="take_envelope"),
    path("sealed/chunks/<str:sha256>", chunk, name="take_chunk"),
    path("sealed/messages", messages, name="take_message"),
    path("sealed/fetch/nonce", nonce, name="nonce"),
    path("sealed/fetch", fetch, name="fetch"),
    path("sealed/manifests.json", manifests, name="manifests"),
    path("sealed/pins.json", pins, name="pins"),
    path("sealed/bundle.json", bundle_list, name="bundle"),
    path("sealed/log/checkpoint", checkpoint, name="log_checkpoint"),
    path("sealed/log/consistency/<int:old>/<int:new>", consistency, name="log_consistency"),
    path("receipts/<str:commitment>", receipt, name="receipt_of"),
    *mirror_addresses,
]
