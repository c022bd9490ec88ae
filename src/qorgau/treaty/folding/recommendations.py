"""Fold what became of a recommendation: its words, who answers for it, and the days its state is told from."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Model

from qorgau.ledger.entry import Entry
from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import (
    ACTION,
    ACTION_PLANNED,
    ACTION_STATED,
    ALTERNATIVE,
    ASSESSMENT,
    ASSESSMENT_TAKEN,
    CLASSIFIED,
    DEADLINE,
    DOCUMENT,
    DOCUMENT_PUBLISHED,
    MADE_RESPONSIBLE,
    MEASURE_TIED,
    RECOMMENDATION_TAKEN,
    REPLY,
    REPLY_SENT,
    REPLY_TAKEN,
)
from qorgau.treaty.facts.entry_facts import (
    counted,
    group,
    in_lines,
    listed,
    named,
    number,
    of_kind,
    text,
    yes,
)
from qorgau.treaty.facts.files_of_one_symbol import (
    confirmed_files,
    distrust,
    is_paraphrase,
    words_that_stand,
)
from qorgau.treaty.facts.naming import joined, key_of, slug_of, split
from qorgau.treaty.facts.searching import searched
from qorgau.treaty.facts.words import ActionState, Procedure
from qorgau.treaty.models import (
    PartRow,
    RecommendationRow,
    RecommendationTextRow,
    ResponsibleRow,
    SubjectRow,
    TieRow,
)

_PARTS = (ACTION, REPLY, ALTERNATIVE, ASSESSMENT, DEADLINE)
_PUBLIC_REPLIES = (REPLY_SENT, REPLY_TAKEN)
_CLASSES = ("subjects", "people", "sdg", "measures")


def fold_recommendation(key: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The rows of one recommendation; none before it was taken."""
    standing = counted(entries)
    taken = of_kind(standing, RECOMMENDATION_TAKEN)
    own = bool(taken) and key != key_of(text(taken[0].entry, "id"))
    if own:  # what its body published is tracked under the name that everybody uses
        taken = _still_held_back(taken, standing)
    if not taken:
        return
    confirmed = confirmed_files(standing)
    classes = _classes(taken, standing, confirmed)
    yield _row(key, taken, standing, classes, held_back=own)
    yield from _text_rows(key, taken, confirmed)
    for subject in dict.fromkeys(classes["subjects"]):
        yield SubjectRow(row_id=f"{key}/{subject}", key=key, subject=subject)
    yield from _responsible_rows(key, standing)
    yield from _tie_rows(key, standing)
    yield from _part_rows(key, standing)


def _still_held_back(
    taken: Sequence[RecordedEntry], standing: Sequence[RecordedEntry]
) -> list[RecordedEntry]:
    published = {named(each.entry, DOCUMENT) for each in of_kind(standing, DOCUMENT_PUBLISHED)}
    return [each for each in taken if text(each.entry, "document") not in published]


def _row(
    key: str,
    taken: Sequence[RecordedEntry],
    standing: Sequence[RecordedEntry],
    classes: dict[str, Any],
    *,
    held_back: bool,
) -> RecommendationRow:
    confirmed = confirmed_files(standing)
    best, anchor = _best(taken, confirmed), _anchor(taken, confirmed)
    stem, leaf = split(text(best, "id"))
    replied = _replied_on(standing)
    responsible = _current_responsible(standing)
    return RecommendationRow(
        key=key,
        recommendation_id=text(best, "id"),
        stem=stem,
        slug=slug_of(stem),
        leaf=leaf,
        place=number(anchor, "place") or 0,
        document_id=text(best, "document"),
        kind=text(best, "kind"),
        sender=text(anchor, "sender"),
        committee=text(anchor, "committee"),
        state=text(anchor, "state"),
        cycle=text(anchor, "cycle"),
        symbol=text(anchor, "symbol"),
        heading=text(best, "heading"),
        text=text(best, "text"),
        language=text(best, "language"),
        paragraph=text(best, "paragraph"),
        paraphrased=text(best, "words_are") == "paraphrase",
        follow_up=yes(anchor, "follow_up"),
        **_due(anchor, standing),
        subjects=in_lines(classes["subjects"]),
        people=in_lines(classes["people"]),
        sdg=in_lines(classes["sdg"]),
        measures=in_lines(classes["measures"]),
        strength=str(classes["strength"]),
        classes_by=str(classes["by"]),
        classes_why=str(classes["why"]),
        **responsible,
        **_plan(standing),
        replied_on=replied,
        **_assessed(standing),
        held_back=held_back,
        holders=f"\n{in_lines(sorted({each.entry.for_body for each in taken}))}\n",
        taken_at=taken[0].entry.recorded,
        search=_search(taken, stem, leaf),
        reiterates=in_lines(
            dict.fromkeys(said for each in taken for said in listed(each.entry, "reiterates"))
        ),
    )


def _best(taken: Sequence[RecordedEntry], confirmed: Collection[str]) -> Entry:
    """The words shown first: the document's own before a paraphrase, English before others, the most trusted file's."""

    def order(each: RecordedEntry) -> tuple[bool, bool]:
        return is_paraphrase(each), text(each.entry, "language") != "en"

    return min(words_that_stand(taken, confirmed=confirmed), key=order).entry


def _anchor(taken: Sequence[RecordedEntry], confirmed: Collection[str]) -> Entry:
    """What says whose it is and by when: the law's own files, which lawyers review; else the most trusted file."""
    return min(taken, key=lambda each: (not _is_of_the_law(each), distrust(each, confirmed))).entry


def _is_of_the_law(taken: RecordedEntry) -> bool:
    """Whether the law's files say it; what came from somebody's list gives way to the document itself."""
    return is_paraphrase(taken) and not text(taken.entry, "listed_in")


def _search(taken: Sequence[RecordedEntry], stem: str, leaf: str) -> str:
    texts = [
        (language, words)
        for each in taken
        for language, words in (
            (text(each.entry, "language"), text(each.entry, "heading")),
            (text(each.entry, "language"), text(each.entry, "text")),
            *((name, str(other)) for name, other in group(each.entry, "texts").items()),
        )
    ]
    return searched(texts, as_written=(joined(stem, leaf), leaf))


def _due(anchor: Entry, standing: Sequence[RecordedEntry]) -> dict[str, str]:
    """The next day by which a reply is due: of the follow-up while none was sent, then of the next report."""
    first, report = text(anchor, "due"), text(anchor, "report_due")
    answered = {text(each.entry, "procedure") for each in of_kind(standing, *_PUBLIC_REPLIES)}
    open_days = [
        day
        for day, procedures in ((first, {Procedure.FOLLOW_UP, Procedure.OTHER}), (report, {Procedure.REPORT}))
        if day and not answered & procedures
    ]
    return {"due": min(open_days, default=""), "report_due": report}


def _classes(
    taken: Sequence[RecordedEntry], standing: Sequence[RecordedEntry], confirmed: Collection[str]
) -> dict[str, Any]:
    """A person's word stands over whatever any classifier said, before or after."""
    person = of_kind(standing, CLASSIFIED)
    entry = person[-1].entry if person else _best(taken, confirmed)
    said: dict[str, Any] = group(entry, "classes")
    return {
        **{name: [str(word) for word in said.get(name, ())] for name in _CLASSES},
        "strength": said.get("strength", ""),
        "by": entry.for_body if person else "",
        "why": text(entry, "reason") if person else json.dumps(said.get("why", []), ensure_ascii=False),
    }


def _plan(standing: Sequence[RecordedEntry]) -> dict[str, Any]:
    states: dict[str, str] = {}
    last = ""
    for each in of_kind(standing, ACTION_PLANNED, ACTION_STATED):
        entry = each.entry
        states[named(entry, ACTION)] = text(entry, "state") or ActionState.PLANNED.value
        last = max(last, text(entry, "on"))
    planned = [text(each.entry, "on") for each in of_kind(standing, ACTION_PLANNED)]
    told = list(states.values())
    return {
        "actions": len(told),
        "actions_begun": sum(each == ActionState.UNDER_WAY for each in told),
        "actions_done": sum(each == ActionState.DONE for each in told),
        "actions_stopped": sum(each == ActionState.STOPPED for each in told),
        "last_stated_on": last,
        "planned_on": min(planned, default=""),
    }


def _replied_on(standing: Sequence[RecordedEntry]) -> str:
    return max((text(each.entry, "sent_on") for each in of_kind(standing, *_PUBLIC_REPLIES)), default="")


def _assessed(standing: Sequence[RecordedEntry]) -> dict[str, str]:
    found = of_kind(standing, ASSESSMENT_TAKEN)
    if not found:
        return {"assessed_on": "", "grade": "", "grade_scale": ""}
    last = max(found, key=lambda each: (text(each.entry, "on"), each.entry.recorded)).entry
    return {
        "assessed_on": text(last, "on"),
        "grade": text(last, "grade"),
        "grade_scale": text(last, "scale"),
    }


def _current_responsible(standing: Sequence[RecordedEntry]) -> dict[str, str]:
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


def _responsible_rows(key: str, standing: Sequence[RecordedEntry]) -> Iterator[ResponsibleRow]:
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


def _text_rows(
    key: str, taken: Sequence[RecordedEntry], confirmed: Collection[str]
) -> Iterator[RecommendationTextRow]:
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


def _tie_rows(key: str, standing: Sequence[RecordedEntry]) -> Iterator[TieRow]:
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


def _part_rows(key: str, standing: Sequence[RecordedEntry]) -> Iterator[PartRow]:
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
