"""A document as JSON: the form that the issue promises, with more keys; dates ISO, ids as they are cited."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from qorgau.lawbook.words import Language
from qorgau.reading.document import (
    Citation,
    Deadline,
    Document,
    Footnote,
    Leaf,
    Paragraph,
    Recommendation,
    Session,
    StatedFigure,
)
from qorgau.reading.reasons import said
from qorgau.reading.source import Place

Json = dict[str, Any]


def as_json(document: Document, language: Language = Language.EN) -> Json:
    """The whole document, ready for `json.dumps`; the reader's own words in that language."""
    return {
        "symbol": document.symbol,
        "committee": document.committee,
        "state": document.state,
        "cycle": document.cycle,
        "kind": document.kind.value,
        "language": document.language,
        "title": document.title,
        "session": _session(document.session),
        "considered": [_day(day) for day in document.considered],
        "adopted": _day(document.adopted),
        "distributed": _day(document.distributed),
        "paragraphs": [_paragraph(each, language) for each in document.paragraphs],
        "recommendations": [_recommendation(each, language) for each in document.recommendations],
        "follow_up": _follow_up(document),
        "next_report": _next_report(document),
        "deadlines": [_deadline(each, language) for each in document.deadlines],
        "grades": [
            {
                "symbol": g.symbol,
                "paragraph": number_or_text(g.paragraph),
                "grade": g.grade,
                "words": plain(g.words),
            }
            for g in document.grades
        ],
        "figures": [_figure(each) for each in document.figures],
        "symbols": list(dict.fromkeys(each.symbol for each in document.symbols)),
        "citations": [_citation(each, language) for each in document.symbols],
        "answers": [
            {
                "paragraph": number_or_text(a.paragraph),
                "target": a.target,
                "symbol": a.symbol,
                "words": plain(a.words),
            }
            for a in document.answers
        ],
        "organisations": list(document.organisations),
        "doubts": [
            {
                "what": said(d.what, language),
                "why": said(d.why, language),
                "place": _place(d.place) if d.place else None,
            }
            for d in document.doubts
        ],
        "source": _source(document),
    }


def number_or_text(number: str | None) -> int | str | None:
    """A paragraph's number as an integer where it is one."""
    return int(number) if number is not None and number.isdigit() else number


def plain(text: str) -> str:
    """A text without tabs and repeated blanks; the breaks between lines stay."""
    return re.sub(r"[^\S\n]+", " ", text).strip()


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _session(session: Session | None) -> Json | None:
    if session is None:
        return None
    return {"number": session.number, "from": _day(session.from_), "to": _day(session.to)}


def _place(place: Place) -> Json:
    return {"line": place.line, "start": place.start, "end": place.end, "page": place.page}


def _paragraph(one: Paragraph, language: Language) -> Json:
    return {
        "number": number_or_text(one.number),
        "heading": one.heading,
        "headings": list(one.headings),
        "kind": one.kind.value,
        "text": plain(one.text),
        "lead": plain(one.lead),
        "tail": plain(one.tail) if one.tail else None,
        "leaves": [_leaf(leaf) for leaf in one.leaves],
        "articles": list(one.articles),
        "footnotes": [_footnote(each, language) for each in one.footnotes],
        "citations": [_citation(each, language) for each in one.citations],
        "confidence": round(one.confidence, 2),
        "why": said(one.why, language),
        "place": _place(one.place),
    }


def _leaf(leaf: Leaf) -> Json:
    return {"id": leaf.id, "text": plain(leaf.text), "inline": leaf.inline, "place": _place(leaf.place)}


def _footnote(note: Footnote, language: Language) -> Json:
    return {
        "mark": note.mark,
        "text": plain(note.text),
        "symbols": [_citation(each, language) for each in note.symbols],
    }


def _citation(one: Citation, language: Language) -> Json:
    return {
        "symbol": one.symbol,
        "paragraphs": list(one.paragraphs),
        "via_ibid": one.via_ibid,
        "doubt": said(one.doubt, language) if one.doubt else None,
        "place": _place(one.place),
    }


def _recommendation(one: Recommendation, language: Language) -> Json:
    return {
        "id": one.id,
        "paragraph": number_or_text(one.paragraph),
        "text": plain(one.text),
        "kind": one.kind,
        "heading": one.heading,
        "lead": plain(one.lead) if one.lead else None,
        "tail": plain(one.tail) if one.tail else None,
        "demands": [{"id": d.id, "text": plain(d.text), "place": _place(d.place)} for d in one.demands],
        "article": one.article,
        "addressed_by": list(one.addressed_by),
        "addressed_to": list(one.addressed_to),
        "position": one.position,
        "reiterates": [_citation(each, language) for each in one.reiterates],
        "confidence": round(one.confidence, 2),
        "why": said(one.why, language),
        "place": _place(one.place),
        "also_at": [_place(each) for each in one.also_at],
    }


def _follow_up(document: Document) -> Json | None:
    asked = document.follow_up
    return {"due": _day(asked.due), "targets": list(asked.targets)} if asked else None


def _next_report(document: Document) -> Json | None:
    following = document.next_report
    if following is None:
        return None
    return {"due": _day(following.due), "number": following.number, "numbers": list(following.numbers)}


def _deadline(one: Deadline, language: Language) -> Json:
    return {
        "what": one.what,
        "due": _day(one.due),
        "words": plain(one.words),
        "paragraph": number_or_text(one.paragraph),
        "counted_from": said(one.counted_from, language) if one.counted_from else None,
        "doubt": said(one.doubt, language) if one.doubt else None,
        "place": _place(one.place),
    }


def _figure(one: StatedFigure) -> Json:
    return {
        "value": _whole(one.value),
        "unit": one.unit,
        "what": plain(one.what),
        "period": one.period,
        "agency": one.agency,
        "source": one.source,
        "paragraph": number_or_text(one.paragraph),
        "of": _whole(one.of),
        "of_unit": one.of_unit,
        "share_percent": one.share_percent,
        "population": one.population,
        "approximate": one.approximate,
        "upto": _whole(one.upto),
        "place": _place(one.place),
    }


def _whole(value: float | None) -> float | None:
    """3880 and not 3880.0."""
    return int(value) if value is not None and float(value).is_integer() else value


def _source(document: Document) -> Json:
    source = document.source
    return {
        "name": source.name,
        "sha256": source.sha256,
        "format": source.format.value,
        "pages": source.pages,
        "symbol_as_written": document.symbol_as_written,
        "repairs": [
            {"what": r.what.value, "line": r.line, "before": r.before, "after": r.after}
            for r in source.repairs
        ],
    }
