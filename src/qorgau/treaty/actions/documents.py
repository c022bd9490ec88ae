"""Documents come in: the file is kept, read, read again, corrected, accepted, published."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from qorgau import __version__
from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.reading.document import Document, DocumentKind
from qorgau.reading.source import SourceError
from qorgau.recording.history import history, standing
from qorgau.treaty import reader
from qorgau.treaty.actions.acting import NO, YES, Act, Done, line, not_to_come, tried_twice
from qorgau.treaty.actions.own_copies import own_copies
from qorgau.treaty.actions.trust import confirmed_by_the_other_side, has_the_mandate, is_of_the_state
from qorgau.treaty.entries import DOCUMENT, DOCUMENT_PUBLISHED, DOCUMENT_READ, DOCUMENT_TAKEN, RECOMMENDATION
from qorgau.treaty.facts.entry_facts import of_kind, text
from qorgau.treaty.facts.words import Sender
from qorgau.treaty.models import DocumentRow, ReadingRow
from qorgau.treaty.queries.finding import document_row
from qorgau.treaty.refusal import NoSuchDocument, TreatyRefusal
from qorgau.treaty.storing import content, hash_of, keep_content
from qorgau.treaty.storing_readings import MEDIA_TYPE, written

TAKE = "treaty.take"
LARGEST_FILE = 64 * 1024 * 1024
_SENDERS: Mapping[DocumentKind, Sender] = {
    DocumentKind.NGO_SUBMISSION: Sender.NGO,
    DocumentKind.UPR_REPORT: Sender.UPR,
    DocumentKind.STATE_REPORT: Sender.STATE,
    DocumentKind.STATE_REPLIES: Sender.STATE,
    DocumentKind.FOLLOW_UP_REPLY: Sender.STATE,
    DocumentKind.CONCLUDING_OBSERVATIONS: Sender.TREATY_BODY,
    DocumentKind.LIST_OF_ISSUES: Sender.TREATY_BODY,
    DocumentKind.FOLLOW_UP_ASSESSMENT: Sender.TREATY_BODY,
}


def take_document(
    actor: Actor,
    data: bytes,
    *,
    name: str,
    held_back: bool = False,
    sender: Sender | None = None,
    kind: DocumentKind | None = None,
    now: int,
) -> Done:
    """Take in a file and read it; the same bytes again are the same document, and may confirm it. Raises SourceError for no document.

    held_back: shown to the actor's body alone until it publishes; such a document is that body's own, whoever else
    takes in the same file. kind: what it is, where the reader is not to decide.
    """
    require(actor, TAKE)
    if not data or len(data) > LARGEST_FILE:
        raise TreatyRefusal("file_size", field="file", most=LARGEST_FILE // (1024 * 1024))
    sha256 = hash_of(data)
    return tried_twice(
        lambda: _taken(actor, data, sha256, name=name, held_back=held_back, sender=sender, kind=kind, now=now)
    )


def _taken(
    actor: Actor,
    data: bytes,
    sha256: str,
    *,
    name: str,
    held_back: bool,
    sender: Sender | None,
    kind: DocumentKind | None,
    now: int,
) -> Done:
    document_id = _document_id(sha256, actor.body if held_back else "")
    if (known := DocumentRow.objects.filter(pk=document_id).first()) is not None:
        return confirmed_by_the_other_side(actor, known, now=now)
    document = reader.read_document(data, name, kind=kind)
    act = Act(actor=actor, key=document_id, now=now)
    media = _media_type(document)
    facts = {
        **_reading_facts(document, sender, now=now),
        "name": line(name, field="name", needed=False) or sha256[:12],
        "media_type": media,
        "size": len(data),
        "sha256": keep_content(data, media, now=now),
        "kind_given": kind.value if kind else "",
        "held_back": YES if held_back else NO,
        "by_state": YES if is_of_the_state(actor) else NO,
    }
    head = facts["head"]
    mandated = has_the_mandate(actor, Sender(head["sender"]), head.get("symbol", ""))
    facts["mandated"] = YES if mandated else NO
    return act.store(
        [act.draft(DOCUMENT_TAKEN, objects={DOCUMENT: [document_id]}, facts=facts)], made=document_id
    )


def read_again(actor: Actor, document_id: str, *, kind: DocumentKind | None = None, now: int) -> Done:
    """Read the kept file by the present program; what people corrected stays and is laid over the new reading.

    kind: what the document is by a person's word, which later readings keep.
    """
    require(actor, TAKE)
    row = document_row(actor, document_id)
    data = content(row.file_sha256)
    if data is None:
        raise NoSuchDocument
    kind = kind or _kind_given(row.document_id)
    document = reader.read_document(data, row.name, kind=kind)
    # Who the document is from was settled when it was taken in; a later reader does not unsettle it.
    facts = _reading_facts(document, Sender(row.sender), now=now)
    if facts["reading"] == row.reading:
        return Done(made=row.document_id, entries=(), is_new=False)
    facts["kind_given"] = kind.value if kind else ""
    # a person may try one kind, another, and the first again
    count = ReadingRow.objects.filter(document_id=row.document_id).count()
    act = Act(actor=actor, key=f"{row.document_id}/{facts['reading']}/{__version__}/{count}", now=now)
    return act.store(
        [act.draft(DOCUMENT_READ, objects={DOCUMENT: [row.document_id]}, facts=facts)], made=row.document_id
    )


def _kind_given(document_id: str) -> DocumentKind | None:
    """What a person last said that the document is."""
    readings = of_kind(standing(history(DOCUMENT, document_id)), DOCUMENT_TAKEN, DOCUMENT_READ)
    told = [text(each.entry, "kind_given") for each in readings]
    return next((DocumentKind(each) for each in reversed(told) if each), None)


def publish_document(actor: Actor, document_id: str, *, on: date, now: int) -> Done:
    """Let everybody see what one's own body held back; nobody else can, and it cannot be taken back."""
    require(actor, TAKE)
    row = document_row(actor, document_id)
    if row.body_id != actor.body:
        raise TreatyRefusal("only_own_body")
    if not row.held_back or row.published_on:
        raise TreatyRefusal("is_public")
    act = Act(actor=actor, key=f"{row.document_id}/published", now=now)
    not_to_come(on, act, field="on")
    own = own_copies(row)
    keys = [key for each in own for key in (each.key, each.public_key)]
    facts = {
        "on": on.isoformat(),
        "brings": [
            {"key": each.public_key, "alternatives": list(each.alternatives)}
            for each in own
            if each.alternatives
        ],
    }
    objects = {DOCUMENT: [row.document_id], RECOMMENDATION: keys}
    published = act.draft(DOCUMENT_PUBLISHED, objects=objects, facts=facts, on=on)
    return act.store(
        [published, *(draft for each in own for draft in each.told_to_all(act))], made=row.document_id
    )


def _document_id(sha256: str, holder: str) -> str:
    """Of a public file its hash; of one that a body holds back, a name of that body's own."""
    return (
        hashlib.sha256(f"qorgau/held-back/v1\0{holder}\0{sha256}".encode()).hexdigest() if holder else sha256
    )


def _reading_facts(document: Document, sender: Sender | None, *, now: int) -> dict[str, Any]:
    return {
        "reading": keep_content(written(document), MEDIA_TYPE, now=now),
        "program": __version__,
        "head": {name: value for name, value in _head(document, sender).items() if value},
        "session": document.session.number if document.session else None,
        "recommendations": len(document.recommendations),
    }


def _head(document: Document, sender: Sender | None) -> dict[str, str]:
    session = document.session
    return {
        "symbol": document.symbol or "",
        "title": (document.title or "")[:400],
        "kind": document.kind.value,
        "sender": (sender or sender_of(document)).value,
        "committee": document.committee or "",
        "state": document.state or "",
        "cycle": document.cycle or "",
        "language": document.language,
        "session_from": session.from_.isoformat() if session and session.from_ else "",
        "session_to": session.to.isoformat() if session and session.to else "",
        "adopted": document.adopted.isoformat() if document.adopted else "",
    }


def sender_of(document: Document) -> Sender:
    """Who a document is from, as far as its kind and its committee tell."""
    if document.committee in ("SPT", "CAT/OP"):
        return Sender.SUBCOMMITTEE
    if document.kind is DocumentKind.VISIT_REPORT:
        return Sender.SUBCOMMITTEE if document.symbol else Sender.NPM
    if document.kind is DocumentKind.COMMISSION_REPORT:
        return Sender.OMBUDSPERSON
    return _SENDERS.get(document.kind, Sender.OTHER)


def _media_type(document: Document) -> str:
    return {
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf": "application/pdf",
        "html": "text/html",
    }.get(document.source.format.value, "text/plain")


__all__ = ["SourceError", "publish_document", "read_again", "sender_of", "take_document"]
