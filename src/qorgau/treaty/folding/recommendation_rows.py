"""What a recommendation has several of: words in languages, bodies that answer, what measures it, things that hang on it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from qorgau.ledger.entry import Entry
from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import (
    ACTION,
    ALTERNATIVE,
    ASSESSMENT,
    DEADLINE,
    DOCUMENT_PUBLISHED,
    MADE_RESPONSIBLE,
    MEASURE_TIED,
    REPLY,
)
from qorgau.treaty.facts.entry_facts import group, in_lines, listed, of_kind, text, yes
from qorgau.treaty.facts.files_of_one_symbol import Confirmed, is_paraphrase, words_that_stand
from qorgau.treaty.models import PartRow, RecommendationTextRow, ResponsibleRow, TieRow

_PARTS = (ACTION, REPLY, ALTERNATIVE, ASSESSMENT, DEADLINE)


def now_responsible(standing: Sequence[RecordedEntry]) -> dict[str, str]:
    """The body that leads now, those that contribute, and since when."""
    found = of_kind(standing, MADE_RESPONSIBLE)
    if not found:
        return {"lead": "", "contributing": "", "responsible_since": ""}
    last = max(found, key=_since).entry
    return {
        "lead": text(last, "lead"),
        "contributing": in_lines(listed(last, "contributing")),
        "responsible_since": text(last, "since"),
    }


def _since(each: RecordedEntry) -> tuple[str, int]:
    return text(each.entry, "since"), each.received


def responsible_rows(key: str, standing: Sequence[RecordedEntry]) -> Iterator[ResponsibleRow]:
    """Every body that ever answered for it, from and until which day."""
    ordered = sorted(of_kind(standing, MADE_RESPONSIBLE), key=_since)
    for place, each in enumerate(ordered):
        until = text(ordered[place + 1].entry, "since") if place + 1 < len(ordered) else ""
        entry = each.entry
        bodies = [
            (text(entry, "lead"), True),
            *((str(body), False) for body in listed(entry, "contributing")),
        ]
        for body, leads in bodies:
            yield ResponsibleRow(
                row_id=f"{key}/{entry.id}/{body}",
                key=key,
                body_id=body,
                leads=leads,
                since=text(entry, "since"),
                until=until,
                reason=text(entry, "reason"),
                by_body=entry.for_body,
                at=entry.recorded,
            )


def text_rows(
    key: str, taken: Sequence[RecordedEntry], confirmed: Confirmed
) -> Iterator[RecommendationTextRow]:
    """Its words in each language, with the demands within them."""
    rows: dict[str, RecommendationTextRow] = {}
    # A document's own words go before ours in the same language, whenever they came.
    for each in sorted(
        words_that_stand(taken, confirmed=confirmed), key=lambda each: not is_paraphrase(each)
    ):
        entry = each.entry
        texts = {text(entry, "language"): text(entry, "text"), **group(entry, "texts")}
        for language, words in texts.items():
            rows[language] = RecommendationTextRow(
                row_id=f"{key}/{language}",
                key=key,
                language=language,
                paraphrased=is_paraphrase(each),
                text=str(words),
                demands=json.dumps(_demands(entry, language), ensure_ascii=False),
                document_id=text(entry, "document"),
            )
    yield from rows.values()


def _demands(entry: Entry, language: str) -> list[tuple[str, str]]:
    return [(str(each["id"]), str(each.get(language) or each["text"])) for each in listed(entry, "demands")]


def tie_rows(key: str, standing: Sequence[RecordedEntry]) -> Iterator[TieRow]:
    """By what it is measured: the last word on each measure."""
    last: dict[tuple[str, str], Entry] = {}
    for each in of_kind(standing, MEASURE_TIED):
        last[text(each.entry, "tie"), text(each.entry, "name")] = each.entry
    for (tie, name), entry in last.items():
        yield TieRow(
            row_id=f"{key}/{tie}/{name}",
            key=key,
            tie=tie,
            name=name,
            holds=yes(entry, "holds"),
            reason=text(entry, "reason"),
            body_id=entry.for_body,
            at=entry.recorded,
        )


def part_rows(key: str, standing: Sequence[RecordedEntry]) -> Iterator[PartRow]:
    """The actions, replies, alternative reports, assessments and own deadlines that name it."""
    found = {
        (role, thing) for each in standing for role in _PARTS for thing in each.entry.objects.get(role, ())
    }
    found |= {
        (ALTERNATIVE, str(thing))
        for each in of_kind(standing, DOCUMENT_PUBLISHED)
        for brought in listed(each.entry, "brings")
        if brought["key"] == key
        for thing in brought["alternatives"]
    }
    for role, thing in sorted(found):
        yield PartRow(row_id=f"{key}/{role}/{thing}", key=key, role=role, thing_id=thing)
