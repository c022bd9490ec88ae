"""The paper of a custody record put together, section by section, and printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from qorgau.custody.document.contents import Audience, Copy, Line, RecordSheet, RegisterLine
from qorgau.custody.document.instants import brief
from qorgau.custody.document.naming import body, fact_value
from qorgau.custody.document.receipt_codes import receipt_codes
from qorgau.custody.document.record_events import events
from qorgau.custody.document.record_lines import detention_lines, person_lines
from qorgau.custody.document.record_rulings import binding, comparisons, rulings, tally
from qorgau.custody.document.rights_card import rights_card
from qorgau.custody.document.typesetting import typeset
from qorgau.custody.facts.law import law
from qorgau.custody.facts.record import RegisterField
from qorgau.ledger.proof_files import HEADER
from qorgau.wording import in_language, say

_HEADINGS = (
    "person", "detention", "summary", "missing", "register", "national", "standards", "timeline", "answers",
    "openings", "rights", "receipt", "signatures", "owed", "due", "done", "verdict", "source", "number", "time",
    "what", "entered", "letter", "asks", "recorded", "page", "national_lead", "standards_lead", "register_lead",
    "timeline_lead", "own_word_lead", "code_alt", "as_of", "copy_for", "zone", "signature_name", "signature_sign",
    "signature_time", "none_national", "none_standards", "comparisons", "comparisons_lead", "synthetic_mark",
)  # fmt: skip
_RIGHTS = ("court", "lawyer", "complaint", "no_torture")
"""Lines of the card of rights that the paper repeats: what its reader can do next."""
_SIGNERS = ("person", "officer", "lawyer", "interpreter")


def print_record(copy: Copy) -> bytes:
    """The record as a PDF; the same copy gives the same bytes."""
    codes = receipt_codes(copy.receipt)
    return typeset("record", asdict(record_sheet(copy)), dated=copy.record.as_of, drawings=codes)


def record_sheet(copy: Copy) -> RecordSheet:
    """All words of the paper."""
    record, language = copy.record, copy.language
    return RecordSheet(
        language=language.value,
        title=say("custody.paper_title", language),
        copy_for=say(f"custody.paper_for_{copy.audience.value}", language),
        number=record.custody,
        as_of=brief(record.as_of, record.zone, language),
        zone=record.zone.name,
        instance=copy.instance,
        synthetic=say("custody.paper_synthetic", language) if copy.synthetic else "",
        headings={key: say(f"custody.paper_h_{key}", language) for key in _HEADINGS},
        person=person_lines(copy),
        detention=detention_lines(copy),
        summary=tuple(_summary(copy)),
        missing=tuple(_missing(copy)),
        register=tuple(_register_line(each, copy) for each in record.register),
        national=rulings(record.national, copy),
        standards=rulings(binding(record.standards), copy),
        comparisons=rulings(comparisons(record.standards), copy),
        events=events(copy),
        answers=tuple(_answers(copy)),
        openings=() if copy.audience is Audience.OFFICER else tuple(_openings(copy)),
        rights=tuple(_rights(copy)),
        receipt_explained=tuple(_receipt_explained(copy)),
        signatures=tuple(say(f"custody.paper_signs_{who}", language) for who in _SIGNERS),
    )


def _summary(copy: Copy) -> Iterator[str]:
    language = copy.language
    for key, verdicts in (
        ("national", copy.record.national),
        ("standards", binding(copy.record.standards)),
    ):
        yield f"{say(f'custody.paper_h_{key}', language)} — {tally(verdicts, language)}."
    if copy.record.waiting:
        yield say("custody.paper_waiting", language)
    if copy.record.by_word:
        yield say("custody.paper_accounts_differ", language)
    if copy.without_medical or copy.audience is Audience.OFFICER:
        yield say("custody.paper_without_medical", language)


def _missing(copy: Copy) -> Iterator[str]:
    for each in copy.record.missing:
        who = say(f"custody.paper_missing_{each.who}", copy.language)
        if each.asked_at is None:
            yield who
        else:
            at = brief(each.asked_at, copy.record.zone, copy.language)
            yield say("custody.paper_asked_since", copy.language, who=who, when=at)


def _register_line(field: RegisterField, copy: Copy) -> RegisterLine:
    return RegisterLine(
        letter=f"({field.letter})",
        asks=in_language(field.title, copy.language),
        answer=_register_answer(field, copy),
        is_gap=field.is_due and not field.is_complete,
    )


def _register_answer(field: RegisterField, copy: Copy) -> str:
    language = copy.language
    if not field.is_due:
        return say("custody.paper_not_due", language)
    if not field.is_complete:
        gaps = ", ".join(fact_value("field", word, language) for word in field.gaps)
        return say("custody.paper_gap", language, what=gaps)
    at = max(field.filled.values())
    return say("custody.paper_recorded_at", language, when=brief(at, copy.record.zone, language))


def _answers(copy: Copy) -> Iterator[Line]:
    for each in copy.record.answers:
        about = law().book.safeguards.get(each.safeguard)
        outcome = say(f"custody.paper_outcome_{each.outcome}", copy.language)
        at = brief(each.at, copy.record.zone, copy.language)
        yield Line(
            label=in_language(about.title, copy.language) if about else each.safeguard,
            value=f"{outcome} ({at}, {copy.names.accounts.get(each.by, each.by)}): {each.reason}",
        )


def _openings(copy: Copy) -> Iterator[Line]:
    for each in copy.record.openings:
        who = copy.names.accounts.get(each.account, each.account)
        because = say(f"custody.paper_because_{each.because}", copy.language) if each.because else ""
        yield Line(
            label=brief(each.at, copy.record.zone, copy.language),
            value=", ".join(part for part in (who, body(each.body, copy), because) if part),
        )


def _rights(copy: Copy) -> Iterator[Line]:
    by_key = {right.key: right for right in rights_card().rights}
    for key in _RIGHTS:
        right, language = by_key[key], copy.language.value
        yield Line(label=right.title[language], value=f"{right.says[language]} ({'; '.join(right.sources)})")


def _receipt_explained(copy: Copy) -> Iterator[str]:
    language = copy.language
    if not copy.receipt:
        yield say("custody.paper_no_receipt", language)
        return
    is_proof = copy.receipt.startswith(HEADER)
    yield say(f"custody.paper_receipt_{'proof' if is_proof else 'promise'}", language)
    yield say("custody.paper_receipt_check", language)
