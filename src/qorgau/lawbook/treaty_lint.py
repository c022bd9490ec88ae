"""What must hold for the files of the treaty cycle; each finding names its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qorgau.lawbook.articles_lint import article_findings
from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.committees import Committee
from qorgau.lawbook.follow_up import Assessed, Cycle, Due, SentPaper, SourceLevel
from qorgau.lawbook.law_findings import read_law_findings
from qorgau.lawbook.law_findings_lint import finding_gaps
from qorgau.lawbook.official_figures_lint import figure_findings
from qorgau.lawbook.recommendations import Asked, AskedKind, Catalogue, MeasuredBy
from qorgau.lawbook.safeguard import Duration
from qorgau.lawbook.strict_yaml import LawFileError, read_yaml
from qorgau.lawbook.words import Unit

if TYPE_CHECKING:
    from qorgau.lawbook.book import Lawbook

_SUBJECTS = "vocabulary/treaty/subjects.yaml"


def treaty_findings(book: Lawbook, root: Path, cited: frozenset[str]) -> Iterator[str]:
    """Everything wrong with committees, catalogue, articles, follow-up and figures."""
    for name in book.organisations:
        if name in _bodies(book, root):
            yield f"organisations.yaml: `{name}` is a body of bodies.yaml already. Remove it from one of the two."
    parts: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _committees(book, root),
        lambda: _catalogues(book, root, cited),
        lambda: article_findings(book.articles, book.standards, cited),
        lambda: _cycles(book, cited),
        lambda: figure_findings(book, cited, _subjects(book, root)),
        lambda: finding_gaps(book),
    )
    for part in parts:
        try:
            yield from part()
        except LawFileError as error:
            yield str(error)


def _committees(book: Lawbook, root: Path) -> Iterator[str]:
    bodies = _bodies(book, root)
    for code, committee in book.committees.items():
        if committee.body and committee.body not in bodies:
            yield f"committees.yaml: {code}: there is no body `{committee.body}` in bodies.yaml."
        yield from (f"committees.yaml: {code}: {gap}" for gap in _letters(committee))


def _letters(committee: Committee) -> Iterator[str]:
    """The Committee against Torture is never shown with letters: its letter scale was not found in any text read."""
    for grade in committee.grades:
        if committee.code == "CAT" and grade.letter:
            yield f"`{grade.code}` has the letter {grade.letter}, which was never confirmed. Remove it."


def _catalogues(book: Lawbook, root: Path, cited: frozenset[str]) -> Iterator[str]:
    subjects, bodies, findings = _subjects(book, root), _bodies(book, root), _law_findings(book, root)
    for catalogue in book.catalogue.values():
        at = catalogue.path
        if catalogue.committee not in book.committees:
            yield f"{at}: `{catalogue.committee}` is no code of committees.yaml."
        if catalogue.symbol not in cited:
            yield f"{at}: `{catalogue.symbol}` is not in sources.yaml."
        yield from (f"{at}: {gap}" for gap in _targets(book, catalogue))
        for asked in catalogue.asked.values():
            unknown = [*_beyond("subject", asked.subjects, subjects), *_beyond("body", asked.bodies, bodies)]
            unknown += _beyond("source", tuple(one.symbol for one in asked.reiterates), cited)
            unknown += _measured(asked.measured_by, book, findings)
            for demand in asked.demands:
                unknown += _measured(demand.measured_by, book, findings)
            gaps = (*unknown, *_dated(asked, catalogue), *_silent(asked))
            yield from (f"{at}: {asked.id}: {gap}" for gap in gaps)


def _targets(book: Lawbook, catalogue: Catalogue) -> Iterator[str]:
    """The catalogue and the follow-up file name the same paragraphs."""
    cycle = book.follow_up.get(catalogue.symbol)
    if cycle is not None and set(cycle.targets) != set(catalogue.follow_up_targets):
        yield f"follow_up.yaml names {', '.join(cycle.targets)} for follow-up; `follow_up: yes` stands elsewhere."


def _dated(asked: Asked, catalogue: Catalogue) -> Iterator[str]:
    if asked.due is not None and asked.due <= catalogue.adopted:
        yield f"due on {asked.due}, before the document was adopted on {catalogue.adopted}."
    if asked.follow_up and (asked.due is None or asked.kind is not AskedKind.RECOMMENDATION):
        yield "a leaf chosen for follow-up says by when, under `due`."
    if not asked.subjects or not asked.bodies:
        yield "a subject and a body are needed."


def _silent(asked: Asked) -> Iterator[str]:
    """A leaf that nothing measures says so: an empty page reads like a clean one."""
    if asked.kind is not AskedKind.PROCEDURAL and not asked.measured_by and not asked.not_measured:
        yield "nothing measures it. Say under `not_measured` what is not, and what would."


def _measured(by: MeasuredBy, book: Lawbook, findings: frozenset[str]) -> list[str]:
    return [
        *_beyond("safeguard", by.safeguards, frozenset(book.safeguards)),
        *_beyond("figure", by.figures, frozenset(book.measures)),
        *_beyond("article", by.articles, frozenset(book.articles)),
        *_beyond("finding", by.findings, findings),
    ]


def _beyond(what: str, named: tuple[str, ...], known: frozenset[str]) -> list[str]:
    twice = {word for word in named if named.count(word) > 1}
    return [f"there is no {what} `{word}`." for word in named if word not in known] + [
        f"the {what} `{word}` stands twice." for word in sorted(twice)
    ]


def _cycles(book: Lawbook, cited: frozenset[str]) -> Iterator[str]:
    for symbol, cycle in book.follow_up.items():
        committee = book.committees.get(cycle.committee)
        if committee is None:
            yield f"follow_up.yaml: {symbol}: `{cycle.committee}` is no code of committees.yaml."
            continue
        for gap in (*_deadlines(cycle), *_grades(cycle, committee), *_sources(cycle, cited)):
            yield f"follow_up.yaml: {symbol}: {gap}"
        most = committee.follow_up.most if committee.follow_up else None
        if most is not None and len(cycle.targets) > most:
            yield f"follow_up.yaml: {symbol}: {len(cycle.targets)} targets; the committee chooses {most} at most."


def _deadlines(cycle: Cycle) -> Iterator[str]:
    """A deadline counted from the end of the session falls where the arithmetic puts it."""
    for due in cycle.due:
        if due.within is None:
            continue
        counted = _years_on(cycle, due.within)
        if counted != due.on.isoformat():
            yield f"{due.what} is due on {due.on}, but {due.within} from {cycle.session.ends} end on {counted}."


def _years_on(cycle: Cycle, within: Duration) -> str:
    ends = cycle.session.ends
    months = within.amount * (12 if within.unit is Unit.YEARS else 1)
    year, month = divmod(ends.year * 12 + ends.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}-{ends.day:02}"


def _grades(cycle: Cycle, committee: Committee) -> Iterator[str]:
    for assessed in cycle.assessed:
        if committee.grade(assessed.grade) is None:
            yield f"`{assessed.grade}` is no grade of {committee.code}."
        if assessed.recommendation not in cycle.targets:
            yield f"{assessed.recommendation} was assessed and is not among the targets."


def _sources(cycle: Cycle, cited: frozenset[str]) -> Iterator[str]:
    stated: tuple[Due | SentPaper | Assessed, ...] = (*cycle.due, *cycle.sent, *cycle.assessed)
    for said in stated:
        near = said.level in {SourceLevel.OPENED, SourceLevel.SEED}
        if near and not said.source.startswith(tuple(cited)):
            yield f"the source `{said.source}` begins with no symbol of sources.yaml."


def _subjects(book: Lawbook, root: Path) -> frozenset[str]:
    paths = [root / pack / _SUBJECTS for pack in book.packs]
    return frozenset(word for path in paths if path.is_file() for word in read_yaml(path).mapping())


def _bodies(book: Lawbook, root: Path) -> frozenset[str]:
    paths = [root / pack / "bodies.yaml" for pack in book.packs]
    return frozenset(word for path in paths if path.is_file() for word in read_bodies(path).bodies)


def _law_findings(book: Lawbook, root: Path) -> frozenset[str]:
    paths = [root / pack / "findings.yaml" for pack in book.packs]
    return frozenset(word for path in paths if path.is_file() for word in read_law_findings(path))
