"""Our own columns: one row for each recommendation, in the language of who asks beside the codes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qorgau.lawbook import Language
from qorgau.treaty.exporting.following import Followed
from qorgau.treaty.exporting.tables import Cell, Table
from qorgau.treaty.vocabulary import titles
from qorgau.wording import in_language

COLUMNS = (
    "id", "symbol", "committee", "state", "cycle", "sender", "paragraph", "heading", "text", "language", "words_are",
    "follow_up", "subjects", "subject_titles", "people", "sdg", "measures", "strength", "lead", "contributing", "due",
    "days_left", "stands", "stands_why", "grade", "grade_words", "graded_on", "actions", "actions_done", "replies",
    "last_reply_on", "last_reply_days_late", "alternative_reports", "confirmed_links", "document_sha256",
)  # fmt: skip


def plain_table(found: Iterable[Followed], language: Language) -> Table:
    """The table; lists within a cell stand one to a line."""
    return Table(
        name="recommendations",
        columns=COLUMNS,
        rows=[row_of(each, language) for each in found],
        about=(
            ("id", "Symbol and leaf as the United Nations cites them."),
            ("words_are", "document: as the document says it. paraphrase: in the words of the law files."),
            (
                "stands",
                "Computed from the record on the day of the export; stands_why gives the rule and its facts.",
            ),
            ("grade", "A code of the committee's own scale; grade_words are its own words."),
            ("lists", "Several values in a cell stand on lines of their own."),
        ),
    )


def row_of(page: Followed, language: Language) -> tuple[Cell, ...]:
    """One recommendation in the order of the columns."""
    line = page.line
    last = max(
        (each for each in page.replies if each.sent_on), key=lambda each: str(each.sent_on), default=None
    )
    judged = page.assessed
    known = titles("subjects")
    return (
        line.id,
        line.symbol,
        line.committee,
        line.state,
        line.cycle,
        line.sender.value,
        line.leaf,
        line.heading,
        line.text,
        line.language,
        "paraphrase" if line.paraphrased else "document",
        "yes" if line.follow_up else "no",
        lines_of(line.subjects),
        lines_of(in_language(known[code], language) if code in known else code for code in line.subjects),
        lines_of(line.people),
        lines_of(line.sdg),
        lines_of(line.measures),
        line.strength,
        line.lead,
        lines_of(line.contributing),
        line.due,
        line.days_left,
        line.stands.at.value,
        in_language(line.stands.why, language),
        line.grade.code if line.grade else "",
        judged.words if judged else "",
        date.fromisoformat(judged.on) if judged else None,
        len(page.actions),
        sum(each.state == "done" for each in page.actions),
        sum(each.sent_on is not None for each in page.replies),
        last.sent_on if last else None,
        last.days_late if last else None,
        page.alternatives,
        page.links,
        page.document,
    )


def lines_of(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return "\n".join(values)
