"""Resolves footnotes: what "Ibid." stands for, which document a note cites and at which paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from qorgau.reading.citing import paragraph_refs, symbols
from qorgau.reading.citing.passage import Passage
from qorgau.reading.document import Citation, Doubt, Footnote
from qorgau.reading.reasons import Reason, Said, reason
from qorgau.reading.source import Note

_IBID: Final = re.compile(
    r"\b(?:ib[ií]d(?:em)?|idem)\b\.?(?=[\s,.;)]|$)|\bтам\s+же\b|\bтот\s+же\s+документ\b|^\s*сонда(?=[,.])",
    re.IGNORECASE,
)
_CROSS: Final = re.compile(
    r"(?:\b(?:see|cf\.?|supra)\s+(?:also\s+)?)?(?:\b(?:foot)?notes?\s+(\d{1,3})(?:\s+(?:above|supra))?|\bsee\s+(?:also\s+)?(\d{1,3})(?:\s+above)?(?=\s*[.,;]?\s*$))"
    r"|\b(?:см\.?\s+)?(?:выше\s+)?(?:сноск[аиуе]|примечани[еяю])\s+(\d{1,3})",
    re.IGNORECASE,
)
_ONLY_PARAGRAPHS: Final = re.compile(
    r"\s*(?:see\s+(?:also\s+)?|см\.\s*)?(?:paras?\.?|paragraphs?|пункт[а-я]*|п\.)\s*[\d\s(),.a-z-]*(?:above|below|выше|ниже)?[.\s]*$",
    re.IGNORECASE,
)
_SEE_ALSO: Final = re.compile(r"\bsee\s+also\b|\bсм\.\s+также\b", re.IGNORECASE)
# what a note says that cites a work without a symbol; a mere remark says none of it
_OTHER_WORK: Final = re.compile(
    r"https?:|www\.|\bpp?\.\s*\d|\bparas?\.\s*\d|\b(?:submission|report|letter|article|available|vol|ed|press|journal|survey)\b|(?<!\d)(?:19|20)\d\d(?!\d)|стр?\.\s*\d|доклад|отчет",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"[A-Za-zА-Яа-яё]{4,}|[A-Z]{2,}")
_COMMON: Final = frozenset(
    "note above paras para paragraph paragraphs ibid also supra http https with from that this".split()
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """All footnotes in the order of the notes, and what could not be settled."""

    footnotes: tuple[Footnote, ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a later "Ibid." can lean on: the symbols of one note, and whether a note without any stood after it."""

    symbols: tuple[str, ...] = ()
    mark: str = ""
    passed_over: str | None = None
    elsewhere: bool = False
    first_leads: bool = False


def resolve(notes: Sequence[Note]) -> Resolution:
    """Each note with the documents it cites; "Ibid." is the nearest earlier note that cites one."""
    done: list[Footnote] = []
    doubts: list[Doubt] = []
    lean = _Cited()
    for note in notes:
        footnote, more = _resolved(note, lean, done)
        done.append(footnote)
        doubts += more
        lean = _leaned_on(footnote, lean)
    return Resolution(tuple(done), tuple(doubts))


def _resolved(note: Note, lean: _Cited, earlier: Sequence[Footnote]) -> tuple[Footnote, list[Doubt]]:
    passage = Passage(note.text, note.place)
    citations: list[Citation] = []
    doubts: list[Doubt] = []
    for piece in _pieces(note.text):
        if piece.symbol is not None:
            citations.append(_direct(piece, passage))
        elif piece.cross is not None:
            citation, doubt = _crossing(piece, passage, note, earlier)
            citations += citation
            doubts.append(doubt)
        elif lean.elsewhere:
            why = reason("note_ibid_elsewhere", mark=note.mark, before=lean.passed_over or "")
            doubts.append(Doubt(reason("doubt_footnote"), passage.part(piece.start, piece.end), why))
        elif lean.symbols:
            citations.append(_by_ibid(piece, passage, lean))
        else:
            doubts.append(
                Doubt(
                    reason("doubt_footnote"),
                    passage.part(piece.start, piece.end),
                    reason("note_ibid_alone", mark=note.mark),
                )
            )
    doubts += [
        Doubt(reason("doubt_footnote"), one.place, reason("note_says", mark=note.mark, why=one.doubt))
        for one in citations
        if one.doubt and one.via_ibid
    ]
    return Footnote(note.mark, note.text, note.place, tuple(citations)), doubts


@dataclass(frozen=True, slots=True)
class _Piece:
    """One reference within a note with the paragraphs that follow it, by offsets."""

    start: int
    end: int
    paragraphs: tuple[str, ...] = ()
    symbol: str | None = None
    doubt: Said | None = None
    cross: str | None = None


def _pieces(text: str) -> Iterator[_Piece]:
    heads = [
        _Piece(one.start, one.end, symbol=one.symbol.text, doubt=one.doubt) for one in symbols.find(text)
    ]
    heads += [_Piece(match.start(), match.end()) for match in _IBID.finditer(text)]
    heads += [
        _Piece(match.start(), match.end(), cross=match[1] or match[2] or match[3])
        for match in _CROSS.finditer(text)
    ]
    heads.sort(key=lambda piece: piece.start)
    named = paragraph_refs.find(text)
    for index, head in enumerate(heads):
        limit = heads[index + 1].start if index + 1 < len(heads) else len(text)
        own = [one for one in named if head.end <= one.start < limit]
        ids = tuple(dict.fromkeys(name for one in own for name in one.ids))
        yield replace(head, paragraphs=ids, end=own[-1].end if own else head.end)


def _direct(piece: _Piece, passage: Passage) -> Citation:
    return Citation(
        piece.symbol or "", piece.paragraphs, passage.part(piece.start, piece.end), doubt=piece.doubt
    )


def _by_ibid(piece: _Piece, passage: Passage, lean: _Cited) -> Citation:
    symbol, doubt = lean.symbols[-1], None
    every = ", ".join(lean.symbols)
    if len(lean.symbols) > 1:
        symbol = lean.symbols[0] if lean.first_leads else lean.symbols[-1]
        doubt = reason("ibid_several", mark=lean.mark, symbols=every, symbol=symbol)
    elif lean.passed_over:
        doubt = reason("ibid_passed_over", before=lean.passed_over, mark=lean.mark)
    return Citation(
        symbol, piece.paragraphs, passage.part(piece.start, piece.end), via_ibid=True, doubt=doubt
    )


def _crossing(
    piece: _Piece, passage: Passage, note: Note, earlier: Sequence[Footnote]
) -> tuple[list[Citation], Doubt]:
    """A reference to another note is followed only with a doubt: authors renumber notes and forget these."""
    place = passage.part(piece.start, piece.end)
    target = next((one for one in earlier if one.mark.strip("*. ") == piece.cross), None)
    why = _misfit(note, target, earlier)
    found = target.symbols[-1:] if target else ()
    words = reason("note_points", mark=note.mark, target=piece.cross or "", why=why)
    citations = [
        Citation(one.symbol, piece.paragraphs or one.paragraphs, place, doubt=words) for one in found
    ]
    return citations, Doubt(reason("doubt_cross_reference"), place, words)


def _misfit(note: Note, target: Footnote | None, earlier: Sequence[Footnote]) -> Reason:
    if target is None:
        return reason("note_missing")
    wanted = _names(note.text)
    if wanted and not wanted & _names(target.text):
        better = [one.mark for one in reversed(earlier) if wanted & _names(one.text)]
        return reason("notes_unlike_but", other=better[0]) if better else reason("notes_unlike")
    if not target.symbols:
        return reason("note_without_symbol")
    return reason("note_often_off")


def _names(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORDS.findall(text)) - _COMMON


def _leaned_on(footnote: Footnote, lean: _Cited) -> _Cited:
    """What an Ibid. in the next note would stand for."""
    if footnote.symbols:
        cited = tuple(dict.fromkeys(one.symbol for one in footnote.symbols))
        return _Cited(cited, footnote.mark, first_leads=_SEE_ALSO.search(footnote.text) is not None)
    if _IBID.search(footnote.text) or _ONLY_PARAGRAPHS.fullmatch(footnote.text):
        return lean
    return replace(lean, passed_over=footnote.mark, elsewhere=_OTHER_WORK.search(footnote.text) is not None)
