"""What must hold for a pack before anybody relies on it; each finding names its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import Lawbook, law_folder
from qorgau.lawbook.law_findings import read_law_findings
from qorgau.lawbook.parameters import read_parameter
from qorgau.lawbook.procedure_lint import procedure_findings
from qorgau.lawbook.regions import read_regions
from qorgau.lawbook.safeguard import Safeguard, Text
from qorgau.lawbook.strict_yaml import LawFileError, read_yaml
from qorgau.lawbook.treaty_lint import treaty_findings
from qorgau.lawbook.treaty_vocabulary_lint import treaty_vocabulary_findings
from qorgau.lawbook.words import Confirmed, Language

_RANK = {Confirmed.OPENED: 0, Confirmed.SEED: 1, Confirmed.MEMORY: 2}


def findings(book: Lawbook, *, folder: Path | None = None) -> Iterator[str]:
    """Everything wrong with the loaded packs, one plain sentence each; empty when sound."""
    root = folder or law_folder()
    cited = _keys(root, book, "sources.yaml")
    owed_by = _keys(root, book, "vocabulary/roles-of-bodies.yaml")
    for rule in book.safeguards.values():
        for problem in _rule_findings(rule, book, cited, owed_by):
            yield f"{rule.path}: {problem}"
    yield from _file_findings(root, book, cited)
    yield from procedure_findings(book, root, cited, owed_by)
    yield from treaty_findings(book, root, cited)
    yield from treaty_vocabulary_findings(tuple(book.packs), folder=root)
    for kind in book.kinds.values():
        if kind.identified_by and kind.identified_by not in book.roles:
            yield f"kinds.yaml: {kind.name} is identified by `{kind.identified_by}`, no role of roles.yaml."
        yield from (f"kinds.yaml: {kind.name}: {gap}" for gap in _languages("title", kind.title))
    for role in book.roles.values():
        if role.part_of and role.part_of not in book.roles:
            yield f"roles.yaml: {role.name} is part of `{role.part_of}`, which is no role."
        yield from (f"roles.yaml: {role.name}: {gap}" for gap in _languages("title", role.title))
    for speaker in book.speakers.values():
        for body in speaker.speaks_for:
            if body not in owed_by:
                yield f"sources-of-entries.yaml: {speaker.name} speaks for `{body}`, no role of a body."


def _file_findings(root: Path, book: Lawbook, cited: frozenset[str]) -> Iterator[str]:
    """Institutions, regions, parameters and findings about the law are read as strictly as the safeguards."""
    for pack in book.packs:
        for path, read in _readers(root / pack):
            try:
                _ = path.is_file() and read(path)
            except LawFileError as error:
                yield str(error)
        path = root / pack / "findings.yaml"
        try:
            listed = read_law_findings(path) if path.is_file() else {}
        except LawFileError as error:
            yield str(error)
            continue
        for finding in listed.values():
            for source in finding.sources:
                if not source.startswith(tuple(cited)):
                    yield f"findings.yaml: {finding.id}: the source `{source}` begins with no symbol of sources.yaml."
            for rule in finding.safeguards:
                if rule not in book.safeguards:
                    yield f"findings.yaml: {finding.id}: there is no safeguard `{rule}`."


def _readers(pack: Path) -> Iterator[tuple[Path, Callable[[Path], object]]]:
    yield pack / "bodies.yaml", read_bodies
    yield pack / "regions.yaml", read_regions
    for path in sorted((pack / "parameters").glob("*.yaml")):
        yield path, read_parameter


def _rule_findings(
    rule: Safeguard, book: Lawbook, cited: frozenset[str], owed_by: frozenset[str]
) -> Iterator[str]:
    opened = (*rule.while_open.opened_by, *rule.while_open.closed_by) if rule.while_open else ()
    for kind in (*rule.starts, *rule.answers, *rule.also_answers, *rule.acts, *rule.ends, *opened):
        if kind not in book.kinds:
            yield f"the kind `{kind}` is not in vocabulary/kinds.yaml. Add it there or mend the name."
    if rule.per not in book.roles:
        yield f"`per: {rule.per}` is no role in vocabulary/roles.yaml."
    if rule.owed_by not in owed_by:
        yield f"`owed_by: {rule.owed_by}` is not in vocabulary/roles-of-bodies.yaml."
    yield from _languages("title", rule.title)
    yield from _languages("explain", rule.explain)
    if rule.interpretation:
        yield from _languages("interpretation", rule.interpretation)
    for said in rule.disputed_by:
        yield from _languages("disputed_by", said)
    if not rule.signed_off:
        yield "`signed_off` is missing; write {lawyer: pending, on: pending} until a lawyer has read it."
    yield from _dated_findings(rule, cited)


def _dated_findings(rule: Safeguard, cited: frozenset[str]) -> Iterator[str]:
    for line in rule.limits:
        for dated in line.dated:
            if not any(dated.source.startswith(symbol) for symbol in cited):
                yield f"the source `{dated.source}` begins with no symbol of sources.yaml."
            if dated.until is not None and dated.until <= dated.since:
                yield f"the line of {dated.since} ends on {dated.until}, before it begins."
            if _RANK[dated.confirmed] > _RANK[rule.confirmed]:
                yield (
                    f"the line of {dated.since} is confirmed `{dated.confirmed}`, weaker than the rule's "
                    f"`{rule.confirmed}`. The rule says the weakest of what it rests on."
                )
        days = [(d.basis, d.since) for d in line.dated if not d.corrects]
        for basis, day in {pair for pair in days if days.count(pair) > 1}:
            yield f"two lines of {basis} begin on {day}. A line that mends another says `corrects:`."


def _languages(field: str, text: Text) -> Iterator[str]:
    missing = [language.value for language in Language if not text.get(language)]
    if missing:
        yield f"`{field}` is missing in {', '.join(missing)}."


def _keys(root: Path, book: Lawbook, name: str) -> frozenset[str]:
    found: set[str] = set()
    for pack in book.packs:
        path = root / pack / name
        if path.is_file():
            found.update(read_yaml(path, name=path.relative_to(root.parent).as_posix()).mapping())
    return frozenset(found)
