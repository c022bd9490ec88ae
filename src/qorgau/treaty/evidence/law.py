"""The law that a recommendation asks to be changed: findings, articles in their versions, and what was objected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qorgau.lawbook import Language
from qorgau.lawbook.articles import Article, InLine
from qorgau.lawbook.law_findings import LawFinding
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.evidence.law_shapes import FindingShown, LawAnswer, VersionAnswer
from qorgau.treaty.evidence.yet import yet
from qorgau.treaty.seats import book


def law_answers(names: Sequence[str], *, on: date) -> Iterator[LawAnswer]:
    """Each article against each of its standards on a civil day."""
    law = book()
    for name in names:
        article = law.articles.get(name)
        if article is None:
            continue
        for standard in article.bears_on:
            answer = law.in_line(article.id, standard, on=on)
            title = _standard_title(standard)
            yield LawAnswer(
                article=article.id,
                title=article.title,
                number=article.number,
                standard=standard,
                standard_title=title,
                answer=answer,
                on=on,
                yet=yet(answer),
                versions=tuple(_versions(article, standard, on=on)),
            )


def _versions(article: Article, standard: str, *, on: date) -> Iterator[VersionAnswer]:
    """Every version that had begun by that day, the newest first; one to come is told too, as such."""
    for place, version in reversed(list(enumerate(article.versions))):
        later = article.versions[place + 1].since if place + 1 < len(article.versions) else None
        held: InLine = book().in_line(article.id, standard, on=version.since)
        yield VersionAnswer(
            since=version.since,
            before=later,
            in_force=version.since <= on and (later is None or on < later),
            changed=version.changed,
            law=version.law,
            source=version.source,
            confirmed=version.confirmed,
            answer=held.answer,
            met=tuple(each.element for each in held.met),
            missing=tuple(each.element for each in held.missing),
        )


def findings_about(
    named: Sequence[str], safeguards: Sequence[str], articles: Sequence[str], *, on: date
) -> Iterator[FindingShown]:
    """What the catalogue names; then what the tied safeguards watch, or the tied articles hold, each once."""
    tied = set(safeguards)
    for finding in book().findings.values():
        watching = tuple(name for name in finding.safeguards if name in tied)
        held = tuple(name for name in finding.held_against if name in articles)
        if finding.id in named or watching or held:
            yield _shown(finding, watching, named=finding.id in named, on=on)


def _shown(finding: LawFinding, watching: tuple[str, ...], *, named: bool, on: date) -> FindingShown:
    return FindingShown(
        finding=finding.id,
        title=finding.title,
        law=finding.law,
        standard=finding.standard,
        cited=finding.articles,
        sources=finding.sources,
        since=finding.since,
        until=finding.until,
        status=finding.status,
        stands=finding.stood_on(on),
        confirmed=finding.confirmed,
        disputed_by=finding.disputed_by,
        named=named,
        safeguards=watching,
        safeguard_titles=tuple(book().safeguards[name].title for name in watching),
        articles=tuple(finding.held_against),
        note=finding.note,
    )


def _standard_title(standard: str) -> Text:
    known = book().standards.get(standard)
    return known.title if known is not None else dict.fromkeys(Language, standard)
