"""What a document's symbol says: which committee, what kind of document, which State and cycle."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class SymbolKind(StrEnum):
    """What the form of a symbol tells of the document."""

    REPORT = "report"  # CAT/C/KAZ/4
    LIST_OF_ISSUES = "list_of_issues"  # CAT/C/KAZ/Q/4
    LIST_PRIOR = "list_of_issues_prior_to_reporting"  # CAT/C/KGZ/QPR/3
    REPLIES = "replies"  # CAT/C/KAZ/RQ/4, earlier CAT/C/KAZ/Q/4/Add.1
    CONCLUDING_OBSERVATIONS = "concluding_observations"  # CAT/C/KAZ/CO/4
    FOLLOW_UP = "follow_up"  # CERD/C/BRA/FCO/18-20, earlier CAT/C/KAZ/CO/3/Add.1
    VISIT_REPORT = "visit_report"  # CAT/OP/KAZ/ROSP/1
    OF_STATE = "of_state"  # another kind of document on one State
    SUMMARY_RECORD = "summary_record"  # CAT/C/SR.1995
    GENERAL_COMMENT = "general_comment"  # CAT/C/GC/3
    DECISION = "decision"  # CAT/C/51/D/441/2010
    SESSION_DOCUMENT = "session_document"  # CAT/C/54/3, and CAT/C/3/Rev.6
    LETTER = "letter"  # INT/CAT/FUL/KAZ/25015, kept by the secretariat
    CORE_DOCUMENT = "core_document"  # HRI/CORE/KAZ/2020
    INTERCOMMITTEE = "intercommittee"  # HRI/MC/2017/4
    REVIEW = "review"  # A/HRC/WG.6/41/BRA/2: papers of the universal periodic review
    COUNCIL = "council"  # A/HRC/43/10, the review's own report among them
    ASSEMBLY = "assembly"  # A/70/44
    ECONOMIC_COUNCIL = "economic_council"  # E/CN.4/2005/60/Add.2
    SECURITY_COUNCIL = "security_council"  # S/2020/1
    REGIONAL = "regional"  # CPT/Inf (2024) 24, of the Council of Europe


class SymbolError(ValueError):
    """A text that is no document's symbol; the message says which forms are known."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol as the United Nations writes it; `cycle` is "4", or "8-10" for combined reports.

    `number` is that of a meeting, comment, communication or paper. `suffixes` are "Add.1", "Corr.1", "Rev.1" in order.
    """

    text: str
    kind: SymbolKind
    committee: str | None = None
    state: str | None = None
    cycle: str | None = None
    protocol: str | None = None
    number: str | None = None
    year: int | None = None
    suffixes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def cycles(self) -> tuple[int, int] | None:
        """The first and the last cycle that it covers."""
        if self.cycle is None:
            return None
        first, _, last = self.cycle.partition("-")
        return int(first), int(last or first)

    @property
    def base(self) -> str:
        """The symbol without its addenda, corrigenda and revisions."""
        return self.text[: len(self.text) - sum(len(suffix) + 1 for suffix in self.suffixes)]


BODIES: Final = ("CAT", "CCPR", "CERD", "CEDAW", "CRC", "CRPD", "CED", "CMW")
_BODY: Final = rf"(?:(?P<body>{'|'.join(BODIES)})/C|(?P<social>E/C\.12)|(?P<visits>CAT/OP))"
_TAIL: Final = r"(?P<tail>(?:/(?:Add|Corr|Rev)\.\d+)*)"
_CYCLE: Final = r"\d{1,3}(?:-\d{1,3})?"

_KINDS: Final = {
    None: SymbolKind.REPORT,
    "CO": SymbolKind.CONCLUDING_OBSERVATIONS,
    "Q": SymbolKind.LIST_OF_ISSUES,
    "QPR": SymbolKind.LIST_PRIOR,
    "RQ": SymbolKind.REPLIES,
    "FCO": SymbolKind.FOLLOW_UP,
    "ROSP": SymbolKind.VISIT_REPORT,
}

_FORMS: Final[tuple[tuple[str, SymbolKind | None], ...]] = (
    (
        rf"{_BODY}/(?:(?P<protocol>OP[A-Z]{{2}})/)?(?P<state>[A-Z]{{3}})/(?:(?P<type>[A-Z]{{1,6}})/)?(?P<cycle>{_CYCLE}){_TAIL}",
        None,
    ),
    (
        rf"(?:A/HRC/\d{{1,3}}|A(?:/C\.\d)?/(?:ES-)?\d{{1,3}}|E/(?P<year>\d{{4}})|S)/(?:SR|PV)\.(?P<number>\d{{1,5}}){_TAIL}",
        SymbolKind.SUMMARY_RECORD,
    ),
    (rf"{_BODY}/(?:(?P<year>\d{{4}})/)?SR\.(?P<number>\d{{1,5}}){_TAIL}", SymbolKind.SUMMARY_RECORD),
    (rf"{_BODY}/GC/(?P<number>\d{{1,3}}){_TAIL}", SymbolKind.GENERAL_COMMENT),
    (rf"{_BODY}/\d{{1,3}}/DR?/(?P<number>\d{{1,5}})/(?P<year>\d{{4}}){_TAIL}", SymbolKind.DECISION),
    (
        rf"(?P<body>{'|'.join(BODIES)})(?:/C)?/CO/(?P<number>\d{{1,3}})/(?P<state>[A-Z]{{3}}){_TAIL}",
        SymbolKind.CONCLUDING_OBSERVATIONS,
    ),
    (
        rf"{_BODY}/(?P<number>\d{{1,3}}/CO/\d{{1,2}}|CR/\d{{1,3}}/\d{{1,3}}){_TAIL}",
        SymbolKind.CONCLUDING_OBSERVATIONS,
    ),
    (rf"{_BODY}/(?P<number>\d{{1,4}}(?:/\d{{1,4}}){{0,2}}(?:/GC\.\d+)?){_TAIL}", SymbolKind.SESSION_DOCUMENT),
    (
        rf"INT/(?P<body>{'|'.join(BODIES)})/[A-Z]{{2,5}}/(?P<state>[A-Z]{{3}})/(?P<number>\d{{1,6}})",
        SymbolKind.LETTER,
    ),
    (
        rf"HRI/CORE/(?:(?P<state>[A-Z]{{3}})(?:/(?P<year>\d{{4}}))?|(?P<number>\d)){_TAIL}",
        SymbolKind.CORE_DOCUMENT,
    ),
    (rf"HRI/(?:MC|GEN)/(?P<number>\d{{1,4}}(?:/\d{{1,3}})?){_TAIL}", SymbolKind.INTERCOMMITTEE),
    (rf"A/HRC/WG\.6/(?P<number>\d{{1,3}})/(?P<state>[A-Z]{{3}})/\d{_TAIL}", SymbolKind.REVIEW),
    (
        rf"A/HRC/(?P<number>(?:(?:RES|DEC|WGAD|WG\.\d+|RC|S-\d+|NGO)/)?\d{{1,4}}(?:/(?:NGO/)?\d{{1,4}}){{0,2}}){_TAIL}",
        SymbolKind.COUNCIL,
    ),
    (rf"A/(?P<number>(?:(?:RES|CONF\.\d+|C\.\d|INF)/)?\d{{1,3}}(?:/\d{{1,4}})?){_TAIL}", SymbolKind.ASSEMBLY),
    (rf"E/(?P<number>(?:CN\.\d+/(?:Sub\.2/)?|RES/)?\d{{4}}/\d{{1,4}}){_TAIL}", SymbolKind.ECONOMIC_COUNCIL),
    (rf"S/(?P<number>(?:RES/\d{{1,4}}|\d{{4}}/\d{{1,4}})){_TAIL}", SymbolKind.SECURITY_COUNCIL),
    (r"CPT/Inf \((?P<year>\d{4})\) (?P<number>\d{1,3})", SymbolKind.REGIONAL),
)
_COMPILED: Final = tuple((re.compile(form), kind) for form, kind in _FORMS)


def parse(text: str) -> Symbol:
    """What a symbol says; it must be written as `symbols.normalise` writes it."""
    symbol = try_parse(text)
    if symbol is None:
        raise SymbolError(
            f"`{text}` is no document symbol that is known here. Write it as on the document's first page, "
            "for example CAT/C/KAZ/CO/4, CERD/C/KAZ/CO/8-10, A/HRC/43/10/Add.1 or E/C.12/KAZ/CO/2."
        )
    return symbol


def try_parse(text: str) -> Symbol | None:
    """What a symbol says, or None if it is none; two symbols of a joint comment are told by the first."""
    first, joint, second = _halves(text)
    for form, kind in _COMPILED:
        if match := form.fullmatch(first):
            symbol = _symbol(text, first, match, kind)
            return symbol if symbol is None or not joint or try_parse(second) else None
    return None


def _halves(text: str) -> tuple[str, str, str]:
    at = re.search(rf"-(?={'|'.join(BODIES)}/|E/)", text)
    return (text, "", "") if at is None else (text[: at.start()], "-", text[at.end() :])


def _symbol(text: str, first: str, match: re.Match[str], kind: SymbolKind | None) -> Symbol | None:
    got = match.groupdict()
    tail = tuple(part for part in (got.get("tail") or "").split("/") if part)
    cycle = got.get("cycle")
    if cycle is not None and not _ascends(cycle):
        return None
    return Symbol(
        text=text,
        kind=kind or _of_state(got.get("type"), tail, bool(got.get("visits"))),
        committee=_committee(got),
        state=got.get("state"),
        cycle=cycle,
        protocol=got.get("protocol"),
        number=got.get("number"),
        year=int(got["year"]) if got.get("year") else None,
        suffixes=tail if text == first else (),
    )


def _ascends(cycle: str) -> bool:
    first, _, last = cycle.partition("-")
    return int(first) > 0 and not first.startswith("0") and (not last or int(first) < int(last))


def _committee(got: dict[str, str | None]) -> str | None:
    if got.get("visits"):
        return "SPT"
    return "CESCR" if got.get("social") else got.get("body")


def _of_state(type_: str | None, tail: tuple[str, ...], visits: bool) -> SymbolKind:
    added = any(suffix.startswith("Add.") for suffix in tail)
    if added and type_ == "CO":
        return SymbolKind.FOLLOW_UP
    if added and type_ == "Q":
        return SymbolKind.REPLIES
    if visits and type_ is None:
        return SymbolKind.VISIT_REPORT
    return _KINDS.get(type_, SymbolKind.OF_STATE)


def is_previous(earlier: Symbol, later: Symbol) -> bool:
    """Whether concluding observations are those of the cycle just before."""
    both = earlier.cycles, later.cycles
    if both[0] is None or both[1] is None or earlier.kind is not SymbolKind.CONCLUDING_OBSERVATIONS:
        return False
    same = (earlier.committee, earlier.state, earlier.protocol) == (
        later.committee,
        later.state,
        later.protocol,
    )
    return same and not earlier.suffixes and both[0][1] + 1 == both[1][0]


def previous_cycle(symbol: Symbol, among: Iterable[Symbol] = ()) -> Symbol | None:
    """The concluding observations of the cycle before: one of `among` if it fits, else by counting back one.

    Counting cannot know whether the earlier reports were combined ("8-10" before "11"), so a cited symbol goes first.
    """
    for candidate in among:
        if is_previous(candidate, symbol):
            return candidate
    if symbol.cycles is None or symbol.cycles[0] < 2 or symbol.committee in (None, "SPT"):
        return None
    root = "E/C.12" if symbol.committee == "CESCR" else f"{symbol.committee}/C"
    protocol = f"/{symbol.protocol}" if symbol.protocol else ""
    return try_parse(f"{root}{protocol}/{symbol.state}/CO/{symbol.cycles[0] - 1}")
