"""One block of a draft becomes paragraphs and tables: what was asked, the answer, law, practice, figures, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import Asked, Block, BlockRole, Evidence, EvidenceKind, WordsOf
from qorgau.treaty.writing.figures import Figure, Origin, side_by_side, span_of
from qorgau.treaty.writing.marks import FigureHere, NoteHere, Part, Said, Typed, figures_in, paragraphs
from qorgau.treaty.writing.notes import Notes, run
from qorgau.treaty.writing.report import Aside, Item, Numbered, Point, Quoted, Run, Tabled, runs_of
from qorgau.treaty.writing.saying import as_point, letter, said, say_figure, say_iso, say_label
from qorgau.treaty.writing.tabling import by_day, duties_of, figures_table, practice_table, stated_table

_LISTED = (
    ("law", (EvidenceKind.LAW,)),
    ("plan", (EvidenceKind.ACTION,)),
    ("history", (EvidenceKind.REPLY, EvidenceKind.ALTERNATIVE, EvidenceKind.ASSESSMENT)),
    ("other", (EvidenceKind.OTHER, EvidenceKind.SAFEGUARD)),
)
"""What stands in a list of points, under which opening words."""
_ENDS = (".", "!", "?", ";", ":", "…", ".”", ".»", ".)")


class Answers:
    """Makes the paragraphs of blocks; numbers of paragraphs, tables and notes run on from block to block."""

    def __init__(self, *, language: Language, symbol: str, issued: bool, gap: str = "") -> None:
        """Begin with paragraph 1, table 1 and note 1. gap: what tables by period say of time that was not recorded."""
        self._language, self._symbol, self._issued, self._gap = language, symbol, issued, gap
        self._number = self._table = 0
        self._giving: dict[Figure, list[str]] = {}
        self.notes = Notes(language)

    def of(self, block: Block) -> Iterator[Item]:
        """The paragraphs and tables of a block in their order."""
        if block.asked is not None and block.asked.words.strip():
            yield self._quoted(block, block.asked)
        yield from self._written(block)
        yield from self._unanswered(block)
        listed = {name: [each for each in block.evidence if _is(each, kinds)] for name, kinds in _LISTED}
        yield from self._listed(block, "law", listed["law"])
        yield from self._practice(block)
        yield from self._figures(block)
        for name in ("plan", "history", "other"):
            yield from self._listed(block, name, listed[name])
        yield from self._untold(block)

    def opening(self, block_id: str, words: str) -> Numbered:
        """A paragraph that nobody typed: what the report is about."""
        return self._numbered(block_id, (run(words),))

    def given_in(self, figure: Figure) -> tuple[str, ...]:
        """The paragraphs and tables that give a figure."""
        return tuple(dict.fromkeys(self._giving.get(figure, [])))

    def _numbered(self, block: str, runs: Sequence[Run], points: Iterable[Point] = ()) -> Numbered:
        self._number += 1
        made = Numbered(number=self._number, runs=tuple(runs), points=tuple(points), block=block)
        for each in runs_of(made):
            if figure := self.notes.figure_of(each.note):
                self._give(figure, said("in_paragraph", self._language, number=made.number))
        return made

    def _give(self, figure: Figure, place: str) -> None:
        self._giving.setdefault(figure, []).append(place)

    def _quoted(self, block: Block, asked: Asked) -> Quoted:
        leaf = asked.recommendation.partition("#")[2]
        key = "cited" if asked.words_of is WordsOf.DOCUMENT else "cited_summary"
        label = say_label(leaf, self._language) or asked.label
        note = said(key, self._language, symbol=self._symbol, label=label).lstrip(", ")
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
        return self._numbered(block.id, runs, points)

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
            yield self._numbered(block.id, (run(said("unanswered", self._language)),))
        else:
            yield Aside(text=said("unanswered_draft", self._language), block=block.id)

    def _listed(self, block: Block, name: str, lines: Sequence[Evidence]) -> Iterator[Numbered]:
        if not lines:
            return
        days = {each.on for each in lines}
        one = next(iter(days)) if len(days) == 1 else ""
        rest = said(f"{name}_on", self._language, day=say_iso(one, self._language)) if one else ""
        told = [(self._line(each, tell_day=not one), cited(each.source, self._language)) for each in lines]
        yield self._list(block, self._lead(name, rest or said(f"{name}_plain", self._language)), told)

    def _lead(self, name: str, rest: str) -> tuple[Run, ...]:
        opening = Run(text=said(f"lead_{name}", self._language), lead=True)
        return (opening, run(f" {rest}")) if rest else (opening,)

    def _line(self, evidence: Evidence, *, tell_day: bool) -> str:
        words = evidence.words.strip()
        if tell_day and evidence.on:
            return f"{words} {said('as_at', self._language, day=say_iso(evidence.on, self._language))}"
        return words

    def _practice(self, block: Block) -> Iterator[Item]:
        tables = []
        for duties in by_day(duties_of(block.evidence)):
            tables.append(
                practice_table(
                    duties, number=self._next(), block=block.id, language=self._language, gap=self._gap
                )
            )
        yield from self._tables(block, "practice", tables)

    def _next(self) -> int:
        self._table += 1
        return self._table

    def _tables(self, block: Block, name: str, tables: Sequence[Tabled]) -> Iterator[Item]:
        if not tables:
            return
        last = self._table
        first = last - len(tables) + 1
        key = f"{name}_in" if first == last else f"{name}_in_several"
        yield self._numbered(block.id, self._lead(name, said(key, self._language, number=first, last=last)))
        yield from tables

    def _figures(self, block: Block) -> Iterator[Item]:
        """Those not called in the text; figures that contradict each other stand together, whether called or not."""
        topics = side_by_side(block.figures)
        called = set(figures_in(block.text))
        plain = [each for each in block.figures if each.topic not in topics and each.id not in called]
        counted = [each for each in plain if each.origin is Origin.RECORD]
        over_time = [each for each in counted if span_of(each.id)]
        on_a_day = [each for each in counted if not span_of(each.id)]
        made = [self._counted(block, each) for each in (over_time, on_a_day) if each]
        yield from self._tables(block, "figures", made)
        if stated := [each for each in plain if each.origin is not Origin.RECORD]:
            title = said("table_stated", self._language)
            yield from self._tables(block, "stated", [self._stated(block, stated, title)])
        for held in topics.values():
            topic = held[0].topic_title or held[0].title
            table = self._stated(block, held, f"{topic[:1].upper()}{topic[1:]}")
            yield self._numbered(block.id, (run(self._differ(held[0])),))
            yield table

    def _counted(self, block: Block, figures: Sequence[Figure]) -> Tabled:
        made = figures_table(
            figures, self.notes, number=self._next(), block=block.id, language=self._language, gap=self._gap
        )
        self._all_in_table(figures)
        return made

    def _stated(self, block: Block, figures: Sequence[Figure], title: str) -> Tabled:
        made = stated_table(
            figures,
            self.notes,
            title=title,
            number=self._next(),
            block=block.id,
            language=self._language,
        )
        self._all_in_table(figures)
        return made

    def _all_in_table(self, figures: Iterable[Figure]) -> None:
        for each in figures:
            self._give(each, said("in_table", self._language, number=self._table))

    def _differ(self, first: Figure) -> str:
        topic = said("differ", self._language, topic=first.topic_title or first.title)
        told = (topic, first.topic_why, said("differ_rule", self._language, number=self._table))
        return " ".join(each for each in told if each)

    def _untold(self, block: Block) -> Iterator[Item]:
        if block.untold:
            yield self._list(block, self._lead("untold", ""), [(each, "") for each in block.untold])
        elif block.role is BlockRole.ANSWER and not (block.evidence or block.figures or self._issued):
            yield Aside(text=said("nothing_put_in", self._language), block=block.id)

    def _list(self, block: Block, lead: tuple[Run, ...], told: Sequence[tuple[str, str]]) -> Numbered:
        """A paragraph with lettered points; one thing alone bears no letter."""
        if len(told) == 1:
            return self._numbered(block.id, (*lead, self._sourced(*told[0], before=" ")))
        points = (
            Point(label=letter(place, self._language), runs=(self._sourced(*each),))
            for place, each in enumerate(told)
        )
        return self._numbered(block.id, lead, points)

    def _sourced(self, words: str, source: str, *, before: str = "") -> Run:
        """A whole sentence, with the note that tells its source."""
        note = said("note_source", self._language, source=source.rstrip(".")) if source else ""
        whole = words if words.endswith(_ENDS) else f"{words}."
        return run(f"{before}{whole}", self.notes.add(note))


def _is(each: Evidence, kinds: Sequence[EvidenceKind]) -> bool:
    return each.kind in kinds and each.tally is None
