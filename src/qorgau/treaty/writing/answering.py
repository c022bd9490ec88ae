"""One block of a draft becomes paragraphs: what was asked, the answer, the evidence, the figures, what cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import Asked, Block, BlockRole, Evidence, WordsOf
from qorgau.treaty.writing.figures import Figure, side_by_side
from qorgau.treaty.writing.marks import FigureHere, NoteHere, Part, Said, Typed, figures_in, paragraphs
from qorgau.treaty.writing.notes import Notes, run
from qorgau.treaty.writing.report import Aside, Item, Numbered, Point, Quoted, Run, runs_of
from qorgau.treaty.writing.saying import as_point, letter, said, say_figure, say_iso, say_label


class Answers:
    """Makes the paragraphs of blocks; their numbers and their notes run on from block to block."""

    def __init__(self, *, language: Language, symbol: str, issued: bool) -> None:
        """Begin with paragraph 1 and note 1."""
        self._language, self._symbol, self._issued = language, symbol, issued
        self._number = 0
        self._numbers: dict[str, list[int]] = {}
        self._giving: dict[Figure, list[int]] = {}
        self.notes = Notes(language)

    def of(self, block: Block) -> Iterator[Item]:
        """The paragraphs of a block in their order."""
        if block.asked is not None and block.asked.words.strip():
            yield self._quoted(block, block.asked)
        yield from self._written(block)
        yield from self._unanswered(block)
        yield from self._evidence(block)
        yield from self._figures(block)
        yield from self._untold(block)

    def of_block(self, block_id: str) -> list[int]:
        """The numbers of the paragraphs that a block became."""
        return self._numbers.get(block_id, [])

    def of_figure(self, figure: Figure) -> list[int]:
        """The numbers of the paragraphs that give a figure."""
        return self._giving.get(figure, [])

    def _numbered(self, block: Block, runs: Sequence[Run], points: Iterable[Point] = ()) -> Numbered:
        self._number += 1
        self._numbers.setdefault(block.id, []).append(self._number)
        made = Numbered(number=self._number, runs=tuple(runs), points=tuple(points), block=block.id)
        for each in runs_of(made):
            if figure := self.notes.figure_of(each.note):
                self._giving.setdefault(figure, []).append(made.number)
        return made

    def _quoted(self, block: Block, asked: Asked) -> Quoted:
        leaf = asked.recommendation.partition("#")[2]
        key = "cited" if asked.words_of is WordsOf.DOCUMENT else "cited_summary"
        note = said(key, self._language, symbol=self._symbol, label=say_label(leaf) or asked.label)
        return Quoted(runs=(run(" ".join(asked.words.split()), self.notes.add(note)),), block=block.id)

    def _written(self, block: Block) -> Iterator[Numbered]:
        held = {figure.id: figure for figure in block.figures}
        for typed in paragraphs(block.text):
            yield self._paragraph(block, typed, held)

    def _paragraph(self, block: Block, typed: Typed, held: Mapping[str, Figure]) -> Numbered:
        runs = tuple(self._runs(typed.parts, held))
        points = (
            Point(label=as_point(each.label, self._language), runs=tuple(self._runs(each.parts, held)))
            for each in typed.points
        )
        return self._numbered(block, runs, points)

    def _runs(self, parts: Sequence[Part], held: Mapping[str, Figure]) -> Iterator[Run]:
        for place, part in enumerate(parts):
            if isinstance(part, Said):
                following = parts[place + 1] if place + 1 < len(parts) else None
                # A note is called by the word before it.
                if isinstance(following, NoteHere):
                    yield run(part.words.rstrip(), self.notes.add(following.words))
                else:
                    yield run(part.words)
            elif isinstance(part, FigureHere):
                yield self._figure_run(part.figure, held)
            elif place == 0 or not isinstance(parts[place - 1], Said):
                yield run("", self.notes.add(part.words))

    def _figure_run(self, called: str, held: Mapping[str, Figure]) -> Run:
        figure = held.get(called)
        if figure is None:
            return run(said("figure_gone", self._language, figure=called))
        return run(say_figure(figure, self._language), self.notes.of_figure(figure))

    def _unanswered(self, block: Block) -> Iterator[Item]:
        if not block.is_unanswered:
            return
        if self._issued:
            yield self._numbered(block, (run(said("unanswered", self._language)),))
        else:
            yield Aside(text=said("unanswered_draft", self._language), block=block.id)

    def _evidence(self, block: Block) -> Iterator[Numbered]:
        if not block.evidence:
            return
        days = {each.on for each in block.evidence}
        one = next(iter(days)) if len(days) == 1 else ""
        lead = (
            said("evidence_on", self._language, day=say_iso(one, self._language))
            if one
            else said("evidence", self._language)
        )
        points = (
            self._point(place, self._line(each, tell_day=not one), each.source)
            for place, each in enumerate(block.evidence)
        )
        yield self._numbered(block, (run(lead),), points)

    def _line(self, evidence: Evidence, *, tell_day: bool) -> str:
        words = evidence.words.strip()
        if tell_day and evidence.on:
            return f"{words} {said('as_at', self._language, day=say_iso(evidence.on, self._language))}"
        return words

    def _figures(self, block: Block) -> Iterator[Numbered]:
        """Those not called in the text; figures that contradict each other stand together, whether called or not."""
        topics = side_by_side(block.figures)
        called = set(figures_in(block.text))
        plain = [each for each in block.figures if each.topic not in topics and each.id not in called]
        if plain:
            points = (self._figure_point(place, each) for place, each in enumerate(plain))
            yield self._numbered(block, (run(said("figures", self._language)),), points)
        for held in topics.values():
            points = (self._figure_point(place, each) for place, each in enumerate(held))
            yield self._numbered(block, (run(self._differ(held[0])),), points)

    def _differ(self, first: Figure) -> str:
        topic = said("differ", self._language, topic=first.topic_title or first.title)
        told = (topic, first.topic_why, said("differ_rule", self._language))
        return " ".join(each for each in told if each)

    def _figure_point(self, place: int, figure: Figure) -> Point:
        words = f"{figure.title[:1].upper()}{figure.title[1:]}: {say_figure(figure, self._language)}"
        return Point(label=letter(place, self._language), runs=(run(words, self.notes.of_figure(figure)),))

    def _untold(self, block: Block) -> Iterator[Item]:
        if block.untold:
            points = (self._point(place, each) for place, each in enumerate(block.untold))
            yield self._numbered(block, (run(said("untold", self._language)),), points)
        elif block.role is BlockRole.ANSWER and not (block.evidence or block.figures or self._issued):
            yield Aside(text=said("nothing_put_in", self._language), block=block.id)

    def _point(self, place: int, words: str, source: str = "") -> Point:
        note = said("note_source", self._language, source=source.rstrip(".")) if source else ""
        return Point(label=letter(place, self._language), runs=(run(words, self.notes.add(note)),))
