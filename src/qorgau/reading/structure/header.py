"""The head of a document: symbol, committee, State, cycle, session, dates, language and kind."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.reading.citing import months, symbols
from qorgau.reading.citing.symbol import Symbol, SymbolKind, try_parse
from qorgau.reading.document import DocumentKind, Doubt, Session
from qorgau.reading.reasons import reason
from qorgau.reading.source import Line, LineStyle, Source
from qorgau.reading.structure.committees import committee_named, symbol_root
from qorgau.reading.structure.cycles import cycle_named
from qorgau.reading.structure.endnotes import is_note_to_title
from qorgau.reading.structure.languages import language_of
from qorgau.reading.structure.sessions import (
    cycle_of_session,
    days_of_meetings,
    session_in,
    sessions_with_days,
    tells_adoption,
)
from qorgau.reading.structure.splitting import parted
from qorgau.reading.structure.states import state_named
from qorgau.reading.structure.telling import could_bear, kind_told, titles_observations
from qorgau.reading.submissions.telling import looks_like

_FRONT_LINES = 40
_FRONT_LETTERS = 4000
_DATE_LINE = 40
# before, observations stood in the report of a session, or had a number of the session
_SYMBOLS_NAME_STATES = 2003
_TELLING_OF_MEETINGS = (DocumentKind.CONCLUDING_OBSERVATIONS, DocumentKind.UPR_REPORT)
_WITHOUT_CYCLE = (DocumentKind.NGO_SUBMISSION, DocumentKind.UPR_REPORT, DocumentKind.OTHER)
_LETTERS = {DocumentKind.CONCLUDING_OBSERVATIONS: "CO", DocumentKind.LIST_OF_ISSUES: "Q"}
_PRIOR = re.compile(
    r"\bprior to\b|до представления|preal\w+ (?:a la|à la) |previa a la|avant la soumission", re.IGNORECASE
)
_OF_REVIEW = re.compile(r"\bA/HRC/(?:WG\.6/)?\d")
_TITLE = re.compile(
    r"concluding|заключительн|observations finales|observaciones finales|list of issues|перечень|report|доклад|submission|informe|rapport|repl(?:y|ies)|conclusions",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What stands on the title page and in the first paragraph; `doubts` say what was only concluded from the title."""

    kind: DocumentKind
    language: str
    symbol: str | None = None
    symbol_as_written: str | None = None
    committee: str | None = None
    state: str | None = None
    cycle: str | None = None
    title: str | None = None
    session: Session | None = None
    considered: tuple[dt.date, ...] = ()
    adopted: dt.date | None = None
    distributed: dt.date | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def parsed(self) -> Symbol | None:
        """The symbol read into its parts."""
        return try_parse(self.symbol) if self.symbol else None


def header_of(source: Source, *, kind: DocumentKind | None = None) -> Header:
    """Reads the title page, the first paragraph and the notes to the title; a given `kind` is taken as it is."""
    language = language_of(source.text)
    front, first = _front(source)
    page = "\n".join(line.text for line in front)[:_FRONT_LETTERS]
    title = _title(front, source)
    found = _own_symbol(page, front)
    told = kind or kind_told(
        f"{page}\n{title or ''}", found.symbol if found else None, looks_like(source), source.text
    )
    return _assembled(source, told, language, page, title, found, first)


def _assembled(
    source: Source,
    kind: DocumentKind,
    language: str,
    page: str,
    title: str | None,
    found: symbols.Found | None,
    first: str,
) -> Header:
    own = found.symbol if found else None
    review = kind is DocumentKind.UPR_REPORT
    first = _opening_of_review(source) if review else first
    committee = (
        ("UPR" if review else None)
        or (own.committee if own else None)
        or committee_named(f"{title or ''}\n{page}")
        or next((each.symbol.committee for each in symbols.find(first) if each.symbol.committee), None)
        or committee_named(first)
    )
    state = (
        (own.state if own else None)
        or (_under_review(first) if review else None)
        or state_named(title or "")
        or state_named(page)
        or state_named(first)
    )
    cycle = (own.cycle if own else None) or _cycle(kind, title or "", page, first)
    considered, adopted = days_of_meetings(first) if kind in _TELLING_OF_MEETINGS else ((), None)
    adopted = adopted or (_adopted_by_note(source) if kind in _LETTERS else None)
    # on its title page stands the session of the Council, which takes note of the report later
    assessed = kind is DocumentKind.FOLLOW_UP_ASSESSMENT
    session = _session(source, "" if review else page, first, latest=assessed)
    cycle = cycle_of_session(session.number) if review and session and session.number else cycle
    held = [adopted, *considered, session.from_ if session else None]
    years = [day.year for day in held if day] or [each.day.year for each in months.find(first)]
    too_old = max(years, default=_SYMBOLS_NAME_STATES) < _SYMBOLS_NAME_STATES
    concluded = None if own or too_old else _concluded(kind, title or "", committee, state, cycle)
    # what organisations write about CAT/C/AAA/CO/1 has not that symbol
    named = None if own and not could_bear(kind, own) else found
    return Header(
        kind,
        language,
        symbol=named.symbol.text if named else concluded,
        symbol_as_written=named.as_written if named else None,
        committee=committee,
        state=state,
        cycle=cycle,
        title=title,
        session=session,
        considered=considered,
        adopted=adopted,
        distributed=_distributed(page, found, adopted, session),
        doubts=_doubts(found, concluded),
    )


def _front(source: Source) -> tuple[tuple[Line, ...], str]:
    """The lines of the title page, headers of pages among them, and the text of the first two paragraphs."""
    body, numbered = parted([line for line in source.body if line.text.strip()])
    at = (
        numbered[0].at
        if numbered
        else next((i for i, line in enumerate(body) if len(line.text) > 200), len(body))
    )
    headers = [line for line in source.lines if line.style in (LineStyle.HEADER, LineStyle.FOOTER)]
    front = (*body[: min(at, _FRONT_LINES)], *headers)
    after = numbered[2].at if len(numbered) > 2 else at + 3
    return front, "\n".join(line.text for line in body[at : min(after, at + 8)])


def _opening_of_review(source: Source) -> str:
    """The first paragraph of a review's report, which tells of its session and meetings; its numbers begin anew later."""
    words: list[str] = []
    for line in source.body:
        opens = re.match(r"\s*(\d{1,3})\s?\.\s", line.text)
        if words and opens:
            break
        if words or (opens and opens[1] == "1"):
            words.append(line.text)
    return "\n".join(words)


def _under_review(first: str) -> str | None:
    """The State of "The review of Albania was held at the 5th meeting"."""
    held = re.search(
        r"(?:review of|обзор по|examen (?:concernant|de|du)|examen relativo a)\s+([^.,]{3,80}?)\s+(?:was held|took place|состоял|a eu lieu|a été|se llevó a cabo|tuvo lugar)",
        first,
        re.IGNORECASE,
    )
    return state_named(held[1]) if held else None


def _title(front: Sequence[Line], source: Source) -> str | None:
    named = [line for line in front if line.style not in (LineStyle.HEADER, LineStyle.FOOTER)]
    candidates = [line.text for line in named if _TITLE.search(line.text) and len(line.text) > 20]
    observations = [text for text in candidates if titles_observations(text)]
    best = (observations or candidates or [source.title or ""])[0]
    return re.sub(r"\s+", " ", best).strip(" *") or None


def _own_symbol(page: str, front: Sequence[Line]) -> symbols.Found | None:
    """The document's symbol: one on a short line of the title page, or the only one of a kind that has observations."""
    for line in front:
        found = symbols.find(line.text)
        if len(found) == 1 and _names_this(found[0].symbol):
            rest = line.text.replace(found[0].as_written, "")
            if len(rest) < 80 and not re.search(r"\(\s*$", line.text[: found[0].start]):
                return found[0]
    return None


def _cycle(kind: DocumentKind, *places: str) -> str | None:
    """The report that a document is on; what organisations write speaks of reports, but is on none."""
    if kind in _WITHOUT_CYCLE:
        return None
    return next((cycle for cycle in map(cycle_named, places) if cycle), None)


def _names_this(symbol: Symbol) -> bool:
    """Whether a symbol can be a document's own: of a State, of a session of a committee, or of the review."""
    # before 2004 the symbols of observations named no State
    old = symbol.kind in (
        SymbolKind.SESSION_DOCUMENT,
        SymbolKind.CONCLUDING_OBSERVATIONS,
        SymbolKind.DECISION,
    )
    return bool(symbol.state) or old or bool(_OF_REVIEW.match(symbol.text))


def _concluded(
    kind: DocumentKind, title: str, committee: str | None, state: str | None, cycle: str | None
) -> str | None:
    letters = _LETTERS.get(kind)
    if letters is None or not (committee and state and cycle):
        return None
    letters = "QPR" if letters == "Q" and _PRIOR.search(title) else letters
    parsed = try_parse(f"{symbol_root(committee)}/{state}/{letters}/{cycle}")
    return parsed.text if parsed else None


def _notes_to_title(source: Source) -> list[str]:
    starred = (line.text for line in source.body if is_note_to_title(line.text))
    return [*(note.text for note in source.notes), *starred]


def _adopted_by_note(source: Source) -> dt.date | None:
    """The day in "Adopted by the Committee at its 133rd session (11 October to 5 November 2021), on 2 November 2021"."""
    for note in _notes_to_title(source):
        if tells_adoption(note) and (day := days_of_meetings(re.sub(r"\([^()]*\)", "", note))[1]):
            return day
    return None


def _session(source: Source, page: str, first: str, *, latest: bool) -> Session | None:
    """From the note to the title, else the title page, else the first paragraph; days and number may stand apart.

    `latest`: a paper that assesses names the session of the observations before its own.
    """
    if latest and (held := sessions_with_days(f"{page}\n{first}")):
        return max(held, key=lambda each: each.from_ or dt.date.min)
    places = [*_notes_to_title(source), page, first]
    found = [session for session in map(session_in, places) if session]
    dated = [session for session in found if session.from_]
    return next(iter(dated or found), None)


def _distributed(
    page: str, found: symbols.Found | None, adopted: dt.date | None, session: Session | None
) -> dt.date | None:
    """The day on the title page; one glued to the symbol counts, one before the adoption or of the session does not."""
    if found and found.dated:
        return found.dated
    short = [line for line in page.split("\n") if len(line) < _DATE_LINE]
    days = [dated.day for line in short for dated in months.find(line) if dated.exact == "day"]
    of_session = (session.from_, session.to) if session else ()
    later = [day for day in days if day not in of_session and (adopted is None or day >= adopted)]
    return later[0] if later else None


def _doubts(found: symbols.Found | None, concluded: str | None) -> tuple[Doubt, ...]:
    if found and found.doubt:
        return (Doubt(reason("symbol_read", symbol=found.symbol.text), None, found.doubt),)
    if concluded:
        what = reason("symbol_concluded", symbol=concluded)
        return (Doubt(what, None, reason("symbol_concluded_why")),)
    return ()
