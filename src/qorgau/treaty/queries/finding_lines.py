"""Where the law itself falls short, as a report tells it; and what the measures of a recommendation do not tell."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.lawbook import Language
from qorgau.lawbook.law_findings import Status
from qorgau.treaty.evidence import Evidence as Held
from qorgau.treaty.evidence import FindingShown
from qorgau.treaty.writing.blocks import Evidence, EvidenceKind
from qorgau.wording import in_language, say, say_day


def finding_lines(held: Held, language: Language) -> Iterator[Evidence]:
    """Every finding that the catalogue names for the recommendation: what the law says, since when, where it stands."""
    for each in held.findings:
        if each.named:
            yield Evidence(
                id=f"finding:{each.finding}",
                kind=EvidenceKind.LAW,
                words=_words(each, language),
                source="; ".join(each.sources),
                on=held.law[0].on.isoformat() if held.law else "",
            )


def not_measured_lines(held: Held, language: Language) -> Iterator[str]:
    """What no measure here tells, and what would."""
    if held.not_measured:
        yield in_language(held.not_measured, language)


def _words(each: FindingShown, language: Language) -> str:
    days = [say("treaty.finding_since", language, day=say_day(each.since, language))]
    if each.status is Status.MENDED and each.until is not None:
        days.append(say("treaty.finding_until", language, day=say_day(each.until, language)))
    status = say(f"treaty.finding_{each.status.value}", language)
    title, law = in_language(each.title, language), in_language(each.law, language)
    return f"{title} ({', '.join((status, *days))}). {law}"
