"""Synthetic drafts for the tests of writing: every name and number in them is invented."""

from __future__ import annotations

from qorgau.lawbook import Language
from qorgau.lawbook.committees import WordLimit
from qorgau.treaty.writing.blocks import Asked, Block, BlockRole, Evidence, EvidenceKind, WordsOf, Writing
from qorgau.treaty.writing.edition import Edition
from qorgau.treaty.writing.figures import Figure, Origin
from qorgau.treaty.writing.kinds import ReportKind

SYMBOL = "CAT/C/XYZ/CO/1"
DAY, DAY_ISO = 1_795_000_000, "2026-11-18"

IN_COURT = Figure(
    id="in_court",
    title="Complaints that reached a court",
    value="53",
    of=3880,
    unit="cases",
    period="2018 to 2022",
    population="all complaints",
    agency="Office of the Prosecutor",
    source="CAT/C/XYZ/CO/1, para. 17",
    origin=Origin.OFFICIAL,
    stated_on="2023-05-10",
)
CUSTODIES = Figure(
    id="custodies",
    title="Registered deprivations of liberty",
    value="4211",
    unit="custody records",
    period="2025",
    source="the record of this instance",
    rule="each record opened counts once, by the day of apprehension",
    stated_on=DAY_ISO,
)
OF_PROSECUTOR = Figure(
    id="events_prosecutor",
    topic="events",
    topic_title="cases opened after the events",
    title="Cases opened",
    value="329",
    agency="Office of the Prosecutor",
    source="statement of 5 January",
    origin=Origin.OFFICIAL,
    stated_on="2023-01-05",
)
OF_AGENCY = Figure(
    id="events_agency",
    topic="events",
    topic_title="cases opened after the events",
    title="Cases closed",
    value="347",
    agency="Agency for Integrity",
    source="statement of 5 January",
    origin=Origin.OFFICIAL,
    stated_on="2023-01-05",
)
DELIVERED = Evidence(
    id="safeguard:delivered",
    kind=EvidenceKind.SAFEGUARD,
    words="Delivered to the place within three hours: met in 812 of 900 cases",
    source="xyz/delivery",
    on=DAY_ISO,
)


def asked(leaf: str, **more: object) -> Asked:
    given: dict[str, object] = {"words": f"Do what paragraph {leaf} asks.", "headings": ("Safeguards",)}
    return Asked(recommendation=f"{SYMBOL}#{leaf}", label=leaf, **{**given, **more})  # type: ignore[arg-type]


def answer(leaf: str, text: str = "It was done.", *, ask: Asked | None = None, **more: object) -> Block:
    return Block(id=leaf, role=BlockRole.ANSWER, text=text, asked=ask or asked(leaf), **more)  # type: ignore[arg-type]


def draft(
    *blocks: Block, kind: ReportKind = ReportKind.FOLLOW_UP, language: Language = Language.EN, **more: object
) -> Writing:
    return Writing(
        kind=kind,
        language=language,
        document="0" * 64,
        symbol=SYMBOL,
        committee="CAT",
        state="XYZ",
        blocks=blocks,
        **more,  # type: ignore[arg-type]
    )


def edition(*, issued: bool = False, limit: int | None = None, version: int = 3) -> Edition:
    return Edition(
        committee="Committee against Torture",
        treaty="Convention against Torture",
        state="Examplia",
        dated=DAY,
        dated_on=DAY_ISO,
        version=version,
        issued=issued,
        limit=WordLimit("follow_up_reply", limit, False, "an invented guideline") if limit else None,
    )


def full(
    language: Language = Language.EN, *, kind: ReportKind = ReportKind.FOLLOW_UP, count: int = 4
) -> Writing:
    """A draft with everything in it."""
    leaves = [f"{12 + 2 * place}({'abc'[place % 3]})" for place in range(count)]
    return draft(
        Block(
            id="introduction", role=BlockRole.INTRODUCTION, text="We report.[note: On a day.]\n\nTogether."
        ),
        answer(
            leaves[0],
            "In all [figure:in_court] reached a court.\n(a) a law was made;[note: Law 1.]\n(b) people\nlearnt.\n\nMore.",
            ask=asked(leaves[0], articles=("12",)),
            figures=(IN_COURT, CUSTODIES, OF_PROSECUTOR, OF_AGENCY),
            evidence=(DELIVERED,),
        ),
        answer(
            leaves[1], "", ask=asked(leaves[1], words_of=WordsOf.CATALOGUE), untold=("whether a lawyer came",)
        ),
        *(answer(leaf, "Again.", figures=(IN_COURT,)) for leaf in leaves[2:]),
        Block(id="closing", role=BlockRole.CLOSING, text="We remain ready."),
        kind=kind,
        language=language,
    )
