"""A synthetic submission of an invented organisation, and a synthetic report of a universal periodic review."""

from __future__ import annotations

from tests.core.reading.papers.paper import Block, Expected, FootnoteWords, Part


def _head(text: str) -> Block:
    return Block(Part.SUBHEADING, text, bold=True)


def _plain(text: str) -> Block:
    return Block(Part.PLAIN, text)


def _bullet(text: str) -> Block:
    return Block(Part.BULLET, text)


SUBMISSION = (
    Block(
        Part.TITLE,
        "Synthetic submission of the Lantern Society to the Committee against Torture on the third periodic report of"
        " Synthetia (92nd session)",
        bold=True,
    ),
    _head("Introduction"),
    _plain(
        "The Lantern Society is an invented organisation. This synthetic text was written for testing software."
    ),
    _head("Article 1: Definition of torture"),
    _plain("The invented code names no purpose of the act.{1}"),
    _head("Recommendations:"),
    _bullet("Bring the invented code into line with article 1 of the Convention."),
    _bullet("Abolish the limitation for the crime of torture."),
    _head("Article 2: Safeguards in the first hours"),
    _plain("Clocks in invented stations run late, and lamps stay dark.{2}"),
    _head("Questions:"),
    _bullet("What has been done to check the clocks of each station?"),
    _bullet("How many people met a lawyer within the hour in 2030?"),
    _head("Recommendations:"),
    _bullet("The State party should light every corridor where people are held."),
    _head("Articles 12 and 13: Investigation"),
    _plain("Of 40 complaints in the made-up register, 2 came before a court."),
    _head("Recommendations:"),
    _bullet("Create an investigating body outside the police."),
    _bullet("Publish the number of complaints each year."),
)

SUBMISSION_NOTES = (
    FootnoteWords("1", "Invented Code, section 9; see also CAT/C/XSY/CO/2, para. 9.", ("CAT/C/XSY/CO/2",)),
    FootnoteWords("2", "Lantern Society, made-up annual review, 2030, p. 4."),
)

SUBMISSION_ANSWER = Expected(
    committee="CAT",
    kind="ngo_submission",
    recommendations=("art1.1", "art1.2", "art2.1", "art2.2", "art2.3", "art12.1", "art12.2"),
    recommendation_articles={
        "art1.1": "1",
        "art1.2": "1",
        "art2.1": "2",
        "art2.2": "2",
        "art2.3": "2",
        "art12.1": "12",
        "art12.2": "12",
    },
)

_SUPPORTED = (
    ("Accede to the invented protocol on lamps", "Norland"),
    ("Check the clocks of every station each month and publish what is found", "Westria"),
    (
        "Ensure that everyone who is held can reach a lawyer within the hour, and train those who guard them",
        "Isle of Reed",
    ),
)
_NOTED = (
    ("Close the made-up fortress", "Norland; Estmark"),
    ("Abolish the limitation for the crime of torture", "Southmere"),
)

REVIEW_MASTHEAD = ("United Nations", "A/HRC/95/7", "General Assembly", "Distr.: General", "11 January 2031")


def _review(*, long_numbers: bool) -> tuple[Block, ...]:
    def listed(paragraph: int, items: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
        return tuple(
            Block(
                Part.LETTER,
                f"{text} ({state});",
                f"{paragraph}.{at}" if long_numbers else f"{at}.",
                bold=True,
            )
            for at, (text, state) in enumerate(items, start=1)
        )

    return (
        Block(Part.TITLE, "Report of the Working Group on the Universal Periodic Review", bold=True),
        Block(Part.TITLE, "Synthetia", bold=True),
        Block(Part.HEADING, "Introduction", bold=True),
        Block(
            Part.PARAGRAPH,
            "The Working Group held its synthetic session from 3 to 14 November 2030; this text was written for tests.",
            "1.",
        ),
        Block(Part.PARAGRAPH, "Norland welcomed the new lamps. It made recommendations.", "2."),
        Block(Part.HEADING, "Conclusions and/or recommendations", "II.", bold=True),
        Block(
            Part.PARAGRAPH,
            "The recommendations listed below have been examined by Synthetia and enjoy its support:",
            "30.",
            bold=True,
        ),
        *listed(30, _SUPPORTED),
        Block(
            Part.PARAGRAPH,
            "The following recommendations were examined by Synthetia and have been noted:",
            "31.",
            bold=True,
        ),
        *listed(31, _NOTED),
        Block(
            Part.PARAGRAPH,
            "All conclusions and recommendations in the present report reflect the position of the submitting States"
            " and should not be construed as endorsed by the Working Group as a whole.",
            "32.",
            bold=True,
        ),
    )


REVIEW = _review(long_numbers=True)
REVIEW_SHORT = _review(long_numbers=False)
REVIEW_ANSWER = Expected(
    symbol="A/HRC/95/7",
    kind="upr_report",
    recommendations=("30.1", "30.2", "30.3", "31.1", "31.2"),
    positions={
        "30.1": "supported",
        "30.2": "supported",
        "30.3": "supported",
        "31.1": "noted",
        "31.2": "noted",
    },
    addressed_by={
        "30.1": ("Norland",),
        "30.2": ("Westria",),
        "30.3": ("Isle of Reed",),
        "31.1": ("Norland", "Estmark"),
        "31.2": ("Southmere",),
    },
)
