"""Paragraphs with their leaves and kinds, and the recommendations in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qorgau.reading.document import (
    Demand,
    DocumentKind,
    Doubt,
    Leaf,
    Paragraph,
    ParagraphKind,
    Recommendation,
)
from qorgau.reading.reasons import Reason, reason
from qorgau.reading.source import Line, Place, Source
from qorgau.reading.structure.above import Above
from qorgau.reading.structure.demands import demands_in
from qorgau.reading.structure.drafts import Draft, drafts_of
from qorgau.reading.structure.kinds import Judged, Setting, kind_of
from qorgau.reading.structure.names import Names, leaf_id
from qorgau.reading.structure.outline import Part
from qorgau.reading.structure.owning import Owned, owned_by
from qorgau.reading.structure.recounting import borne_out, counted, lost_numbers
from qorgau.reading.structure.sections import Promise, promise_of_path
from qorgau.reading.structure.sentences import Span, sentences
from qorgau.reading.structure.verbs import recommends
from qorgau.reading.structure.wordings import BY_LANGUAGE

_ENOUGH_BOLD = 0.8
_ASKING = (ParagraphKind.RECOMMENDATION, ParagraphKind.QUESTION)
_UNSURE = 0.7


@dataclass(frozen=True, slots=True)
class Structure:
    """What a document's structure gives: its paragraphs, its recommendations or questions, and doubts."""

    paragraphs: tuple[Paragraph, ...]
    recommendations: tuple[Recommendation, ...]
    doubts: tuple[Doubt, ...]


def structure_of(source: Source, *, kind: DocumentKind, language: str) -> Structure:
    """Reads the paragraphs and recommendations of a document of a known kind and language."""
    drafted = drafts_of(source, language)
    paragraphs, recommendations = _written(source, kind, language, drafted.drafts)
    doubts = list(drafted.doubts)
    if lost_numbers(kind, drafted.drafts):
        again = _written(source, kind, language, counted(drafted.drafts))
        if borne_out(*again):
            paragraphs, recommendations = again
            doubts.append(Doubt(reason("numbers_counted"), None, reason("numbers_counted_why")))
    return Structure(paragraphs, recommendations, (*doubts, *_unread(language), *_unsure(paragraphs)))


def _written(
    source: Source, kind: DocumentKind, language: str, drafts: Sequence[Draft]
) -> tuple[tuple[Paragraph, ...], tuple[Recommendation, ...]]:
    writer = _Writer(source, kind, language, drafts)
    pairs = [writer.write(draft) for draft in drafts]
    return tuple(paragraph for paragraph, _ in pairs), tuple(each for _, found in pairs for each in found)


def _unread(language: str) -> Iterator[Doubt]:
    if language not in BY_LANGUAGE:
        yield Doubt(reason("language_unknown", language=language), None, reason("language_unknown_why"))


def is_unsure(doubt: Doubt) -> bool:
    """Whether it doubts that a paragraph is of the kind it was read as."""
    return isinstance(doubt.what, Reason) and doubt.what.key in ("unsure_paragraph", "unsure_unnumbered")


def _unsure(paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    for each in paragraphs:
        if each.confidence < _UNSURE and each.kind in (*_ASKING, ParagraphKind.CONCERN):
            kind = reason(f"as_{each.kind.value}")
            what = (
                reason("unsure_paragraph", number=each.number, kind=kind)
                if each.number
                else reason("unsure_unnumbered", kind=kind)
            )
            yield Doubt(what, each.place, reason("not_sure", why=each.why))


class _Writer:
    """Turns drafts into paragraphs and recommendations, one after another."""

    def __init__(self, source: Source, kind: DocumentKind, language: str, drafts: Sequence[Draft]) -> None:
        self.source, self.text, self.kind, self.language = source, source.text, kind, language
        self.names = Names()
        self.bold_tells = _bold_tells(drafts)
        self.first = drafts[0] if drafts else None
        self.sectioned = next((at for at, draft in enumerate(drafts) if draft.path), len(drafts))
        self.at = -1
        self.starts = [line.start for line in source.lines]

    def write(self, draft: Draft) -> tuple[Paragraph, tuple[Recommendation, ...]]:
        """One paragraph and what it recommends."""
        self.at += 1
        judged = kind_of(self.text, draft.outline, self._setting(draft))
        parts = draft.outline.parts
        asking = _asking_parts(draft, judged)
        base = self.names.unique(draft.name)
        ids = _leaf_ids(base, parts, asking)
        paragraph = self._paragraph(draft, judged, asking, ids)
        if judged.kind not in _ASKING:
            return paragraph, ()
        return paragraph, tuple(self._recommendations(draft, judged, asking, ids, base))

    def _setting(self, draft: Draft) -> Setting:
        return Setting(
            self.kind,
            self.language,
            draft.path,
            first=draft is self.first,
            before_any_section=self.at < self.sectioned,
            bold=draft.bold,
            bold_tells=self.bold_tells,
        )

    def _paragraph(
        self, draft: Draft, judged: Judged, asking: Sequence[Part], ids: dict[int, list[str]]
    ) -> Paragraph:
        parts = draft.outline.parts
        main = (
            asking[0] if asking and judged.kind in _ASKING else next((p for p in parts if p.items), parts[0])
        )
        leaves = [
            Leaf(name, self._said(item.span), self._place(item.span), item.inline)
            for part in parts
            for item, name in zip(part.leaves, ids[id(part)], strict=True)
        ]
        tails = [part.tail for part in parts if part.tail]
        return Paragraph(
            number=draft.number,
            heading=draft.path[-1] if draft.path else None,
            headings=draft.path,
            kind=judged.kind,
            text=self.text[draft.place.start : draft.place.end],
            lead=self._said(main.lead),
            leaves=tuple(leaves),
            tail=self._said(tails[-1]) if tails else None,
            place=draft.place,
            confidence=judged.confidence,
            why=judged.why,
        )

    def _recommendations(
        self, draft: Draft, judged: Judged, asking: Sequence[Part], ids: dict[int, list[str]], base: str
    ) -> Iterator[Recommendation]:
        kind = "question" if judged.kind is ParagraphKind.QUESTION else "recommendation"
        taken = Names()
        for part in asking:
            spans = [(name, item.span) for name, item in zip(ids[id(part)], part.leaves, strict=True)]
            around = self._around(base, part) if spans else ((), ())
            above = Above.of(self.text, part)
            owned = {each.before: each for each in owned_by(self.text, part)}
            for at, (name, span) in enumerate(spans or [(taken.unique(base), part.span)]):
                before = around[0] if at == 0 else ()
                after = around[1] if at == len(spans) - 1 else ()
                yield Recommendation(
                    id=name,
                    paragraph=draft.number,
                    text=self._said(span),
                    kind=kind,
                    place=self._place(span),
                    demands=(*before, *self._with_owned(base, owned.get(span[0]), name, span), *after),
                    heading=draft.path[-1] if draft.path else None,
                    confidence=judged.confidence,
                    why=judged.why,
                    lead=" ".join([self._said(part.lead), *above.words_for(name, span[0])])
                    if spans
                    else None,
                    tail=self._said(part.tail) if part.tail and spans else None,
                )

    def _with_owned(self, base: str, owned: Owned | None, name: str, span: Span) -> tuple[Demand, ...]:
        """The leaf's demands, and before the first leaf below it that of an item which demands something itself."""
        demands = self._demands(name, span)
        if owned is None:
            return demands
        above = Demand(f"{leaf_id(base, owned.path)}/1", self._said(owned.span), self._place(owned.span))
        return above, *(demands or (Demand(f"{name}/1", self._said(span), self._place(span)),))

    def _around(self, base: str, part: Part) -> tuple[tuple[Demand, ...], tuple[Demand, ...]]:
        """Demands of the lead and of the tail; they have the paragraph's id, since no leaf holds them."""
        lead = self._asking_sentences(part.lead)
        # the last sentence of a lead opens the list: it demands nothing by itself
        before = [each for each in lead if each[1] < part.lead[1]]
        after = self._asking_sentences(part.tail) if part.tail else []
        spans = [piece for each in (*before, *after) for piece in demands_in(self.text, each)]
        told = [
            Demand(f"{base}/{at}", self._said(each), self._place(each))
            for at, each in enumerate(spans, start=1)
        ]
        cut = sum(1 for each in spans if each[1] <= part.lead[1])
        return tuple(told[:cut]), tuple(told[cut:])

    def _asking_sentences(self, span: Span) -> list[Span]:
        said = self._said(span)
        return [
            (span[0] + start, span[0] + end)
            for start, end in sentences(said)
            if recommends(said[start:end], self.language)
        ]

    def _demands(self, name: str, span: Span) -> tuple[Demand, ...]:
        spans = demands_in(self.text, span)
        if len(spans) < 2:
            return ()
        return tuple(
            Demand(f"{name}/{at}", self._said(each), self._place(each))
            for at, each in enumerate(spans, start=1)
        )

    def _said(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def _place(self, span: Span) -> Place:
        line = self._line_at(span[0])
        return Place(line.number, span[0], span[1], line.page)

    def _line_at(self, offset: int) -> Line:
        return self.source.lines[bisect_right(self.starts, offset) - 1]


def _asking_parts(draft: Draft, judged: Judged) -> list[Part]:
    """The parts that hold what is recommended; where only bold or headings tell, the last part."""
    parts = draft.outline.parts
    if judged.kind not in _ASKING:
        return []
    if judged.kind is ParagraphKind.QUESTION:
        return _questions(draft, parts)
    return [part for part in parts if part.asks] or [parts[-1]]


def _questions(draft: Draft, parts: Sequence[Part]) -> list[Part]:
    """A question stays whole: what it reports of others that "should" have been done asks for nothing by itself."""
    if len(parts) > 1 and not any(part.items for part in parts):
        whole = Part((parts[0].span[0], parts[-1].span[1]), asks=True)
        draft.outline.parts[:] = [whole]
    return draft.outline.parts


def _leaf_ids(base: str, parts: Sequence[Part], asking: Sequence[Part]) -> dict[int, list[str]]:
    """Ids of every part's leaves; what is recommended has the plain ones, since that is what is cited."""
    names = Names()
    known = {id(part) for part in asking}
    first = sorted(parts, key=lambda part: id(part) not in known)
    return {id(part): [names.unique(leaf_id(base, item.path)) for item in part.leaves] for part in first}


def _bold_tells(drafts: Sequence[Draft]) -> bool:
    """Whether bold marks recommendations here: most paragraphs that ask are bold, and most that do not are plain."""
    substance = [draft for draft in drafts if promise_of_path(draft.path) is not Promise.PROCEDURE]
    known = [
        (draft.outline.parts[0].asks, draft.bold >= _ENOUGH_BOLD)
        for draft in substance
        if draft.bold is not None
    ]
    asking = [bold for asks, bold in known if asks]
    others = [bold for asks, bold in known if not asks]
    if len(asking) < 2 or len(others) < 2:
        return False
    return sum(asking) / len(asking) > 0.6 and sum(others) / len(others) < 0.2
