"""What a document asks, as a draft quotes it: in the draft's language, the document's own words where they are held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.lawbook.recommendations import Asked as Catalogued
from qorgau.recording.typed_text import on_one_line
from qorgau.treaty.models import DocumentRow, RecommendationRow, RecommendationTextRow
from qorgau.treaty.queries.finding import document_row
from qorgau.treaty.queries.reach import recommendations_seen
from qorgau.treaty.queries.readings import as_corrected, corrections_of
from qorgau.treaty.refusal import NoSuchDocument, TreatyRefusal
from qorgau.treaty.seats import book
from qorgau.treaty.writing.beginning import answered
from qorgau.treaty.writing.blocks import Asked, WordsOf
from qorgau.treaty.writing.kinds import ReportKind, Scope
from qorgau.treaty.writing.saying import say_label

_OBSERVATIONS = "/CO/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Questioned:
    """The document that a report answers, when it was adopted, and what it asks."""

    document: str
    stem: str
    symbol: str
    committee: str
    state: str
    adopted: date | None
    asked: tuple[Asked, ...]


def questioned(actor: Actor, name: str, kind: ReportKind, language: Language) -> Questioned:
    """What a report of this kind answers of a document; name: its id, symbol or address.

    Raises NoSuchDocument, and TreatyRefusal where nothing of it is tracked or chosen for follow-up.
    """
    document = _document(actor, name)
    stem = document.stem if document else name
    rows = list(
        recommendations_seen(RecommendationRow.objects.filter(stem=stem), actor).order_by("place", "key")
    )
    if not rows:
        if document is None:
            raise NoSuchDocument
        raise TreatyRefusal("draft_nothing_tracked", field="document")
    quoting = _Quoting(rows, language, _articles(document))
    if kind is ReportKind.ISSUES_REPLY and _OBSERVATIONS in rows[0].symbol:
        raise TreatyRefusal("draft_not_a_list", field="document")
    candidates = [(quoting.asked(row), row.kind, row.follow_up) for row in rows]
    asked = answered(candidates, kind.scope)
    if not asked and kind is ReportKind.ALTERNATIVE:
        asked = answered(candidates, Scope.ALL)
    if not asked:
        raise TreatyRefusal("draft_nothing_chosen", field="kind")
    first = rows[0]
    return Questioned(
        document=document.document_id if document else first.document_id,
        stem=stem,
        symbol=first.symbol,
        committee=first.committee,
        state=first.state or (document.state if document else ""),
        adopted=_adopted(document, first.symbol),
        asked=asked,
    )


def _adopted(document: DocumentRow | None, symbol: str) -> date | None:
    if document is not None and document.adopted:
        return date.fromisoformat(document.adopted)
    known = book().catalogue.get(symbol)
    return known.adopted if known else None


def _document(actor: Actor, name: str) -> DocumentRow | None:
    try:
        return document_row(actor, name)
    except NoSuchDocument:
        # What only the catalogue knows has no file here.
        return None


def _articles(document: DocumentRow | None) -> Mapping[str, tuple[str, ...]]:
    """The articles that each paragraph names."""
    if document is None:
        return {}
    read = as_corrected(document, corrections_of(document.document_id)).document
    return {each.number: each.articles for each in read.paragraphs if each.number is not None}


class _Quoting:
    """Quotes recommendations in one language."""

    def __init__(
        self, rows: list[RecommendationRow], language: Language, articles: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._language, self._articles = language, articles
        self._texts = _texts([row.key for row in rows], language)
        catalogue = book().catalogue.get(rows[0].symbol)
        self._catalogue: Mapping[str, Catalogued] = catalogue.asked if catalogue else {}

    def asked(self, row: RecommendationRow) -> Asked:
        words, words_of = self._words(row)
        return Asked(
            recommendation=row.recommendation_id,
            label=say_label(row.leaf),
            # A file may hold signs that no paper can print.
            words=on_one_line(words),
            words_of=words_of,
            headings=tuple(on_one_line(each) for each in self._headings(row)),
            articles=self._articles.get(row.paragraph, ()),
        )

    def _words(self, row: RecommendationRow) -> tuple[str, WordsOf]:
        """The document's own words in the language, else those of the catalogue, else those of the document as it is."""
        own = WordsOf.CATALOGUE if row.paraphrased else WordsOf.DOCUMENT
        if row.language == self._language.value and not row.paraphrased:
            return row.text, own
        if held := self._texts.get(row.key):
            return held.text, WordsOf.CATALOGUE if held.paraphrased else WordsOf.DOCUMENT
        if (known := self._catalogue.get(row.leaf)) and known.asks.get(self._language):
            return known.asks[self._language], WordsOf.CATALOGUE
        return row.text, own

    def _headings(self, row: RecommendationRow) -> Iterator[str]:
        """The document's heading in the document's language; in another the catalogue's title."""
        if row.language == self._language.value and row.heading:
            yield row.heading
        elif (known := self._catalogue.get(row.leaf)) and known.title.get(self._language):
            yield known.title[self._language]


def _texts(keys: list[str], language: Language) -> Mapping[str, RecommendationTextRow]:
    """The words in that language, the document's own before ours."""
    rows = RecommendationTextRow.objects.filter(key__in=keys, language=language.value).order_by(
        "-paraphrased"
    )
    return {row.key: row for row in rows}
