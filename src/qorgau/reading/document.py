"""A document as it was understood: each element with its place in the source and how sure the reading is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from qorgau.reading.reasons import Said
from qorgau.reading.source import Place, Source


class DocumentKind(StrEnum):
    """What a document is in the cycle of reporting."""

    CONCLUDING_OBSERVATIONS = "concluding_observations"  # what a committee found and recommends
    LIST_OF_ISSUES = "list_of_issues"  # its questions before the dialogue (Q), also prior to reporting (QPR)
    STATE_REPORT = "state_report"  # a periodic report, or the replies that stand for it
    STATE_REPLIES = "state_replies"  # written replies to a list of issues (RQ)
    FOLLOW_UP_REPLY = (
        "follow_up_reply"  # what a State sent on the paragraphs chosen for follow-up (FCO, CO/n/Add.m)
    )
    FOLLOW_UP_ASSESSMENT = "follow_up_assessment"  # a committee's view of such a reply
    NGO_SUBMISSION = "ngo_submission"  # what an organisation wrote to a committee
    UPR_REPORT = "upr_report"  # the Working Group's report of a universal periodic review
    VISIT_REPORT = "visit_report"  # a report of the SPT, or of a national preventive mechanism
    COMMISSION_REPORT = "commission_report"  # of an ombudsperson or a truth commission
    OTHER = "other"  # none of these, or it could not be told


class ParagraphKind(StrEnum):
    """What a paragraph does."""

    INTRODUCTION = "introduction"
    POSITIVE = "positive"
    CONCERN = "concern"
    RECOMMENDATION = "recommendation"
    QUESTION = "question"
    PROCEDURAL = "procedural"  # follow-up, dissemination, next report
    OTHER = "other"  # narrative of a submission, a report's account


@dataclass(frozen=True, slots=True)
class Leaf:
    """The smallest part of a paragraph with its own number: id "12(a)(iv)", or "10" for an undivided paragraph.

    `inline` tells leaves written within the running text, "(a) ...; (b) ...", from those on lines of their own.
    """

    id: str
    text: str
    place: Place
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote with what it cites: "Ibid." and "ibid., para. 8" are resolved to the symbol they stand for."""

    mark: str
    text: str
    place: Place
    symbols: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited by symbol (written as the United Nations writes it), with paragraphs where named."""

    symbol: str
    paragraphs: tuple[str, ...]
    place: Place
    via_ibid: bool = False
    doubt: Said | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph; `number` is None where the document does not number. `articles` are of the treaty."""

    number: str | None
    heading: str | None
    headings: tuple[str, ...]
    kind: ParagraphKind
    text: str
    lead: str
    leaves: tuple[Leaf, ...]
    tail: str | None
    place: Place
    articles: tuple[str, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    citations: tuple[Citation, ...] = ()
    confidence: float = 1.0
    why: Said = ""


@dataclass(frozen=True, slots=True)
class Demand:
    """One of several separate demands within a leaf: id "10/3"."""

    id: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation or question at the level of a leaf; `id` is unique and stable within the document.

    `kind`: "recommendation", "question" or "request". `article` is set in submissions that are ordered by article.
    `addressed_by`: the recommending State in a universal periodic review, as the document names it. `position`:
    "supported", "noted", "pending", "rejected" in such a review. `reiterates`: earlier recommendations it says it repeats.
    `also_at`: other places of the same demand, as in a summary at the end. `addressed_to`: the bodies it names, as written.
    `lead`: the words that a leaf completes ("The State party should:"); `tail`: what is said after all leaves. A demand of
    the tail has the paragraph's id ("16/1") and stands with the last leaf.
    """

    id: str
    paragraph: str | None
    text: str
    kind: str
    place: Place
    demands: tuple[Demand, ...] = ()
    heading: str | None = None
    article: str | None = None
    addressed_by: tuple[str, ...] = ()
    position: str | None = None
    reiterates: tuple[Citation, ...] = ()
    confidence: float = 1.0
    why: Said = ""
    also_at: tuple[Place, ...] = ()
    addressed_to: tuple[str, ...] = ()
    lead: str | None = None
    tail: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A session of a committee; both days are in it."""

    number: int | None
    from_: dt.date | None
    to: dt.date | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due: "follow_up", "next_report", "simplified_procedure", "plan", "other".

    `due` is None while a relative deadline ("within one year") cannot be counted; `counted_from` says from what.
    """

    what: str
    due: dt.date | None
    words: str
    place: Place
    paragraph: str | None
    counted_from: Said | None = None
    doubt: Said | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a committee asks to be answered first: the leaves or paragraphs chosen, and by when."""

    due: dt.date | None
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextReport:
    """When the next periodic report is due and which it is; of combined reports `number` is the first of `numbers`."""

    due: dt.date | None
    number: int | None
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """What a committee said of an earlier recommendation, in its own words, and on the earlier document's paragraph."""

    symbol: str
    paragraph: str
    words: str
    grade: str
    place: Place


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A number that the document states; `unit` what is counted ("cases", "officials"), `of` the whole where given.

    `share_percent` is computed only where both are stated with the same unit; `period` as written; `agency` who said it.
    `upto` is the upper end where the text gives a range ("between 10 and 20").
    """

    value: float
    unit: str
    what: str
    paragraph: str | None
    place: Place
    of: float | None = None
    of_unit: str | None = None
    share_percent: float | None = None
    period: str | None = None
    population: str | None = None
    agency: str | None = None
    source: str | None = None
    approximate: bool = False
    upto: float | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reader could not settle: what, where, why, and what a person should look at."""

    what: Said
    place: Place | None
    why: Said


@dataclass(frozen=True, slots=True)
class Answer:
    """A State's paragraph that answers a question or recommendation; `target` is a leaf id, of `symbol` where named."""

    paragraph: str | None
    target: str
    symbol: str | None
    words: str
    place: Place
    confidence: float = 1.0
    why: Said = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the reader of one kind of document gives: `organisations` are those who sign it, never persons."""

    paragraphs: tuple[Paragraph, ...]
    recommendations: tuple[Recommendation, ...]
    doubts: tuple[Doubt, ...] = ()
    answers: tuple[Answer, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Everything understood of one source."""

    source: Source
    kind: DocumentKind
    symbol: str | None
    symbol_as_written: str | None
    committee: str | None
    state: str | None
    cycle: str | None
    language: str
    title: str | None
    session: Session | None
    considered: tuple[dt.date, ...]
    adopted: dt.date | None
    distributed: dt.date | None
    paragraphs: tuple[Paragraph, ...]
    recommendations: tuple[Recommendation, ...]
    deadlines: tuple[Deadline, ...]
    follow_up: FollowUp | None
    next_report: NextReport | None
    grades: tuple[Grade, ...]
    figures: tuple[StatedFigure, ...]
    symbols: tuple[Citation, ...]
    doubts: tuple[Doubt, ...] = ()
    answers: tuple[Answer, ...] = ()
    organisations: tuple[str, ...] = ()
