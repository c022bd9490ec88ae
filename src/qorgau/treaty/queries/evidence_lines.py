"""What the record holds on a recommendation, one line each, in the words of a report."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.lawbook import Language
from qorgau.places.queries import body_title
from qorgau.treaty.evidence import Count, LawAnswer, SafeguardCount
from qorgau.treaty.evidence import Evidence as Held
from qorgau.treaty.facts.told import Alternative, Assessment, PlannedAction, RecommendationPage, Reply
from qorgau.treaty.facts.words import ReplyStage
from qorgau.treaty.queries.evidence_figures import in_period, say_period
from qorgau.treaty.seats import country, today
from qorgau.treaty.writing.blocks import Evidence, EvidenceKind
from qorgau.treaty.writing.saying import said, say_number
from qorgau.wording import explained, in_language, say, say_day

_UNSAID = ("cannot_tell", "not_checked")
_OUT = (ReplyStage.SENT, ReplyStage.TAKEN)


def safeguard_lines(held: Held, language: Language) -> Iterator[Evidence]:
    """How each duty was met: in how many cases which verdict."""
    for each in held.safeguards:
        if each.total.value == 0:
            continue
        verdicts = ", ".join(
            said(
                "line_verdict",
                language,
                state=explained("states", state, language),
                count=_count(count, language),
            )
            for state, count in each.counts.items()
            if count.value != 0
        )
        yield Evidence(
            id=f"safeguard:{each.safeguard}:{each.basis}{in_period(held.period)}",
            kind=EvidenceKind.SAFEGUARD,
            words=said(
                "line_safeguard",
                language,
                title=in_language(each.title, language),
                basis=explained("bases", each.basis, language),
                verdicts=verdicts,
                total=_count(each.total, language),
                period=say_period(held.period, language),
            ),
            source=f"{each.source}; {in_language(each.rule, language)}",
            on=today(country(), held.as_of).isoformat(),
        )


def law_lines(held: Held, language: Language) -> Iterator[Evidence]:
    """Whether each article is in line with its standard, on the day."""
    for each in held.law:
        yield Evidence(
            id=f"law:{each.article}:{each.standard}",
            kind=EvidenceKind.LAW,
            words=_law(each, language),
            source=each.answer.source,
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


def untold_lines(held: Held, language: Language) -> Iterator[str]:
    """What the record cannot tell: verdicts nobody can give, duties it does not observe, numbers withheld as too small."""
    if held.untied:
        yield said("untold_untied", language)
    idle = [in_language(each.title, language) for each in held.safeguards if each.total.value == 0]
    idle += [in_language(each.title, language) for each in held.figures if each.of and each.of.value == 0]
    if idle:
        titles = "; ".join(dict.fromkeys(idle))
        yield said("untold_no_case", language, titles=titles, period=say_period(held.period, language))
    for each in held.safeguards:
        yield from _unsaid(each, language)
    if any(count.value is None for count in _counts(held)):
        yield said("untold_suppressed", language)


def _counts(held: Held) -> Iterator[Count]:
    for each in held.safeguards:
        yield from (*each.counts.values(), each.own_entry_only, each.total)
    for figure in held.figures:
        yield figure.value


def _unsaid(each: SafeguardCount, language: Language) -> Iterator[str]:
    title = in_language(each.title, language)
    for state in _UNSAID:
        count = each.counts.get(state)
        if count is not None and count.value != 0:
            yield said(f"untold_{state}", language, title=title, count=_count(count, language))
    if each.own_entry_only.value != 0:
        yield said("untold_own_word", language, title=title, count=_count(each.own_entry_only, language))


def _law(each: LawAnswer, language: Language) -> str:
    return said(
        f"line_law_{each.answer.answer.value}",
        language,
        title=f"{in_language(each.title, language)} ({each.number})"
        if each.number
        else in_language(each.title, language),
        standard=in_language(each.standard_title, language),
    )


def _action(action: PlannedAction, language: Language) -> Evidence:
    state = "late" if action.is_late else action.state.value
    return Evidence(
        id=f"action:{action.id}",
        kind=EvidenceKind.ACTION,
        words=said(
            "line_action",
            language,
            what=action.what.get(language.value) or next(iter(action.what.values()), ""),
            lead=in_language(body_title(action.lead), language),
            due=say_day(action.due, language),
            state=say(f"treaty.action_{state}", language),
        ),
    )


def _reply(reply: Reply, language: Language) -> Evidence:
    day = say_day(reply.sent_on, language) if reply.sent_on else "?"
    return Evidence(
        id=f"reply:{reply.id}",
        kind=EvidenceKind.REPLY,
        words=said("line_reply", language, day=day, lateness=in_language(reply.lateness, language)).rstrip(
            " ;"
        ),
        source=reply.symbol or reply.source,
    )


def _alternative(other: Alternative, language: Language) -> Evidence:
    body = in_language(body_title(other.body), language)
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
        words=said(key, language, grade=grade, day=say_day(assessment.on, language), words=assessment.words),
        source=assessment.source,
    )


def _count(count: Count, language: Language) -> str:
    if count.value is not None:
        return say_number(count.value, language)
    return said("fewer_than", language, value=say_number(count.below or 0, language))
