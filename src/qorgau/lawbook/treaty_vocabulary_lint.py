"""What must hold for the words by which recommendations are sorted; each finding names its list and code."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path

from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.strict_yaml import LawFileError
from qorgau.lawbook.treaty_vocabulary import Code, Cue, Subject, TreatyVocabulary
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.lawbook.words import Language

SHORTEST_PREFIX = 3  # letters before a star in the first word, by which a cue is looked up
_SHORTEST_LATER = 2
_NEED_CUES = ("subjects", "measures", "action_strength")


def treaty_vocabulary_findings(
    packs: tuple[str, ...] = ("international", "kz"), *, folder: Path | None = None
) -> Iterator[str]:
    """Everything wrong with the words for recommendations, one plain sentence each; empty when sound."""
    try:
        vocabulary = load_treaty_vocabulary(packs, folder=folder)
    except LawFileError as error:
        yield str(error)
        return
    for name, code in vocabulary.titled():
        for problem in _code_findings(name, code):
            yield f"{name}.yaml: {code.id}: {problem}"
    for subject in vocabulary.subjects.values():
        for problem in _subject_findings(subject, vocabulary):
            yield f"subjects.yaml: {subject.id}: {problem}"
    yield from _body_findings(vocabulary, packs, folder or law_folder())


def _code_findings(name: str, code: Code) -> Iterator[str]:
    spoken = {cue.language for cue in code.cues}
    if name in _NEED_CUES or spoken:
        for language in Language:
            if language not in spoken:
                yield f"no cue in {language.value}."
    yield from _cue_findings(code.cues)


def _cue_findings(cues: tuple[Cue, ...]) -> Iterator[str]:
    for cue in cues:
        pieces = cue.words.split()
        if "..." in (pieces[0], pieces[-1]):
            yield f"the cue `{cue.words}` begins or ends with `...`; write a word there."
        for number, piece in enumerate(pieces):
            needed = _SHORTEST_LATER if number else SHORTEST_PREFIX
            if piece.endswith("*") and len(piece) - 1 < needed:
                yield f"`{piece}` in `{cue.words}` is too short: write {needed} letters or more before the star."
            if piece.startswith("=") and piece.endswith("*"):
                yield f"`{piece}` in `{cue.words}` cannot be both one form and every form: drop `=` or `*`."


def _subject_findings(subject: Subject, vocabulary: TreatyVocabulary) -> Iterator[str]:
    lists: tuple[tuple[str, tuple[str, ...], Container[str], str], ...] = (
        ("broader", (subject.broader,) if subject.broader else (), vocabulary.subjects, "subjects.yaml"),
        ("themes", subject.themes, vocabulary.themes, "uhri_themes.yaml"),
        ("indicators", subject.indicators, vocabulary.indicators, "indicators.yaml"),
        ("sdg", subject.sdg, vocabulary.sdg_targets, "sdg_targets.yaml"),
        ("people", subject.people, vocabulary.people, "people.yaml"),
    )
    for key, ids, known, file in lists:
        yield from (f"`{key}: {named}` is not in {file}." for named in ids if named not in known)
    if subject.id in vocabulary.widening(subject.id):
        yield "it is a part of itself: mend `broader`."
    if not subject.themes:
        yield "it has no theme of the Index."


def _body_findings(vocabulary: TreatyVocabulary, packs: tuple[str, ...], root: Path) -> Iterator[str]:
    known: set[str] = set()
    for pack in packs:
        path = root / pack / "bodies.yaml"
        if path.is_file():
            known.update(read_bodies(path).bodies)
    for body in vocabulary.bodies.values():
        if body.id not in known:
            yield f"treaty/bodies.yaml: `{body.id}` is no body of bodies.yaml."
        for subject in body.subjects:
            if subject not in vocabulary.subjects:
                yield f"treaty/bodies.yaml: {body.id}: `{subject}` is no subject of subjects.yaml."
        yield from (f"treaty/bodies.yaml: {body.id}: {problem}" for problem in _cue_findings(body.cues))
