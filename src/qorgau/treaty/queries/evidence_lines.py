"""What the record holds on a recommendation, one line each, in the words of a report."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.lawbook import Language
from qorgau.treaty.evidence import Evidence as Held
from qorgau.treaty.evidence import SafeguardCount
from qorgau.treaty.facts.told import Alternative, Assessment, PlannedAction, RecommendationPage, Reply
from qorgau.treaty.facts.typed_words import typed_in
from qorgau.treaty.facts.words import ReplyStage
from qorgau.treaty.queries.bodies_by_name import body_name
from qorgau.treaty.queries.evidence_figures import in_period, say_counted_over
from qorgau.treaty.queries.law_lines import law_source, law_words
from qorgau.treaty.queries.law_notes import noted
from qorgau.treaty.seats import country, today
from qorgau.treaty.writing.blocks import Evidence, EvidenceKind, Tally
from qorgau.treaty.writing.saying import said, say_count
from qorgau.wording import explained, in_language, say, say_day

_OUT = (ReplyStage.SENT, ReplyStage.TAKEN)


def safeguard_lines(held: Held, language: Language) -> Iterator[Evidence]:
    """How each duty was met: in how many cases which verdict."""
    for each in held.safeguards:
        if each.total.value == 0:
            continue
        tally = _tally(each, held, language)
        verdicts = ", ".join(
            said(
                "line_verdict",
                language,
                state=explained("states", state, language),
                count=say_count(count, language, whole=tally.total),
            )
            for state, count in tally.states
        )
        yield Evidence(
            id=f"safeguard:{each.safeguard}:{each.basis}{in_period(held.period)}",
            kind=EvidenceKind.SAFEGUARD,
            words=said(
                "line_safeguard",
                language,
                title=tally.title,
                basis=tally.basis,
                verdicts=verdicts,
                total=say_count(tally.total, language),
                period=tally.period,
            ),
            source=each.source,
            on=today(country(), held.as_of).isoformat(),
            tally=tally,
        )


def _tally(each: SafeguardCount, held: Held, language: Language) -> Tally:
    return Tally(
        title=in_language(each.title, language),
        basis=explained("bases", each.basis, language),
        period=say_counted_over(held, language),
        total=str(each.total),
        states=tuple((state, str(count)) for state, count in each.counts.items() if count.value != 0),
        own_word=str(each.own_entry_only),
    )


def law_lines(held: Held, language: Language) -> Iterator[Evidence]:
    """Whether each article is in line with its standard, on the day."""
    for each in held.law:
        yield Evidence(
            id=f"law:{each.article}:{each.standard}",
            kind=EvidenceKind.LAW,
            words=law_words(each, language),
            source=law_source(each.answer, language),
            on=each.on.isoformat(),
        )


def told_lines(page: RecommendationPage, language: Language) -> Iterator[Evidence]:
    """The plan, the replies that were sent, what organisations published, and assessments."""
    for action in page.actions:
        yield _action(action, language)
    for reply in page.replies:
        if reply.stage in _OUT:
            yield _reply(reply, language)
    for other in page.alternatives:
        yield _alternative(other, language)
    for assessment in page.assessments:
        yield _assessment(assessment, language)


def _action(action: PlannedAction, language: Language) -> Evidence:
    state = "late" if action.is_late else action.state.value
    return Evidence(
        id=f"action:{action.id}",
        kind=EvidenceKind.ACTION,
        words=said(
            "line_action",
            language,
            what=typed_in(action.what, language),
            lead=body_name(action.lead, language),
            due=say_day(action.due, language),
            state=say(f"treaty.action_{state}", language),
        ),
    )


def _reply(reply: Reply, language: Language) -> Evidence:
    day = say_day(reply.sent_on, language) if reply.sent_on else "?"
    key = "line_reply_by_latest" if reply.by_latest else "line_reply"
    return Evidence(
        id=f"reply:{reply.id}",
        kind=EvidenceKind.REPLY,
        words=said(key, language, day=day, lateness=in_language(reply.lateness, language)).rstrip(" ;"),
        source=reply.symbol or reply.source,
    )


def _alternative(other: Alternative, language: Language) -> Evidence:
    body = body_name(other.body, language)
    return Evidence(
        id=f"alternative:{other.id}",
        kind=EvidenceKind.ALTERNATIVE,
        words=said("line_alternative", language, title=other.title, body=body),
        source=other.document[:12],
    )


def _assessment(assessment: Assessment, language: Language) -> Evidence:
    grade = in_language(assessment.grade.title, language)
    key = "line_assessment" if assessment.grade.verified else "line_assessment_unverified"
    return Evidence(
        id=f"assessment:{assessment.id}",
        kind=EvidenceKind.ASSESSMENT,
        words=said(
            key,
            language,
            grade=grade,
            day=say_day(assessment.on, language),
            words=noted(assessment.words, language),
        ),
        source=assessment.source,
    )
