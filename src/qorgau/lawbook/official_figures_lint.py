"""What must hold for figures: arithmetic that comes out, parts no larger than their wholes, words that are used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qorgau.lawbook.follow_up import SourceLevel
from qorgau.lawbook.official_figures import OfficialFigure, OfficialFigures, Says, Topic

if TYPE_CHECKING:
    from qorgau.lawbook.book import Lawbook


def figure_findings(book: Lawbook, cited: frozenset[str], subjects: frozenset[str]) -> Iterator[str]:
    """Everything wrong with the figures others stated and with those the record counts."""
    stated = book.official_figures
    for figure in stated.figures.values():
        yield from (f"official.yaml: {figure.id}: {gap}" for gap in _figure(figure, stated, cited))
    for check in stated.checks:
        if not stated.holds(check):
            yield f"official.yaml: the {check.kind.value} of {', '.join(check.left)} does not give {check.right[0]}."
    for found in stated.disagreements:
        if found.topic not in stated.topics:
            yield f"official.yaml: a disagreement is about `{found.topic}`, which is no topic."
    yield from _unused(stated)
    for name, topic in stated.topics.items():
        yield from (f"official.yaml: {name}: {gap}" for gap in _beside(topic, book, subjects))
    for measure in book.measures.values():
        for kind in measure.entries:
            if kind not in book.kinds:
                yield f"measures.yaml: {measure.id}: there is no kind `{kind}`."
        if measure.objects and measure.objects not in book.roles:
            yield f"measures.yaml: {measure.id}: there is no role `{measure.objects}`."


def _figure(figure: OfficialFigure, stated: OfficialFigures, cited: frozenset[str]) -> Iterator[str]:
    near = figure.level in {SourceLevel.OPENED, SourceLevel.SEED}
    if near and not figure.source.startswith(tuple(cited)):
        yield f"the source `{figure.source}` begins with no symbol of sources.yaml."
    if figure.begins and figure.ends and figure.ends < figure.begins:
        yield f"the period ends on {figure.ends}, before it begins on {figure.begins}."
    whole = stated.figures.get(figure.of)
    if whole is None:
        return
    if whole.unit != figure.unit:
        yield f"it counts {figure.unit} and is no part of `{whole.id}`, which counts {whole.unit}."
    if figure.value > whole.value and whole.says is Says.EXACTLY:
        yield f"it is larger than `{whole.id}`, of which it is a part."


def _beside(topic: Topic, book: Lawbook, subjects: frozenset[str]) -> Iterator[str]:
    for subject in (*topic.subjects, *topic.main_subjects):
        if subject not in subjects:
            yield f"there is no subject `{subject}`."
    for figure in topic.figures:
        if figure not in book.measures:
            yield f"there is no figure `{figure}` in measures.yaml."
    for name in topic.recommendations:
        if book.asked(name) is None:
            yield f"no catalogue has the recommendation `{name}`."


def _unused(stated: OfficialFigures) -> Iterator[str]:
    figures = stated.figures.values()
    used = {"topic": {f.topic for f in figures}, "unit": {f.unit for f in figures}}
    used["agency"] = {f.agency for f in figures}
    listed = {"topic": stated.topics, "unit": stated.units, "agency": stated.agencies}
    for what, words in listed.items():
        yield from (
            f"official.yaml: the {what} `{word}` is used by no figure."
            for word in words
            if word not in used[what]
        )
