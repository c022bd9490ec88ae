"""Synthetic concluding observations of an invented State ("Synthetia", XSY) in the layout of the United Nations."""

from __future__ import annotations

from tests.core.reading.papers.paper import Block, Expected, FootnoteWords, Part

MASTHEAD = ("United Nations", "CAT/C/XSY/CO/3", "Distr.: General", "9 June 2031", "Original: English")
COMMITTEE = "Committee against Torture"
SYMBOL = "CAT/C/XSY/CO/3"


def _p(number: int, text: str, *, bold: bool = False) -> Block:
    return Block(Part.PARAGRAPH, text, f"{number}.", bold)


def _letter(label: str, text: str, *, bold: bool = False) -> Block:
    return Block(Part.LETTER, text, label, bold)


def _roman(label: str, text: str) -> Block:
    return Block(Part.ROMAN, text, label, bold=True)


def _sub(text: str) -> Block:
    return Block(Part.SUBHEADING, text, bold=True)


ENGLISH = (
    Block(Part.TITLE, "Concluding observations on the third periodic report of Synthetia{*}", bold=True),
    _p(
        1,
        "The Committee considered the third periodic report of Synthetia{1} at its 2101st and 2102nd meetings,{2}"
        " held on 6 and 7 May 2031, and adopted the present concluding observations at its 2115th meeting,"
        " held on 20 May 2031. This synthetic text was written for testing software.",
    ),
    Block(Part.HEADING, "Introduction", "A.", bold=True),
    _p(2, "The Committee thanks the invented State party for its report and for the written answers.{3}"),
    Block(Part.HEADING, "Positive aspects", "B.", bold=True),
    _p(3, "The Committee welcomes the following measures taken by the State party:"),
    _letter("(a)", "The made-up Act on Lamps in Corridors, in 2029;"),
    _letter("(b)", "The opening of an imaginary register of keys, in 2030."),
    Block(Part.HEADING, "Principal subjects of concern and recommendations", "C.", bold=True),
    _sub("Pending follow-up issues from the previous reporting cycle"),
    _p(
        4,
        "In its previous concluding observations,{4} the Committee asked for information on lamps{5} and on"
        " registers.{6} In the light of the answer received, it considers that the recommendation in paragraph 9"
        " has been partially implemented and that the recommendation in paragraph 12 has not been implemented.",
    ),
    _sub("Definition of torture"),
    _p(
        5,
        "The Committee is concerned that the invented code (a) names no purpose of the act; (b) lets a fine be the"
        " only penalty; and (c) knows a limitation of 4 years (arts. 1 and 4).",
    ),
    _p(
        6,
        "The State party should bring the definition in its invented code into line with article 1 of the"
        " Convention. It should also abolish the limitation for the crime of torture.",
        bold=True,
    ),
    _sub("Fundamental legal safeguards"),
    _p(7, "The Committee is concerned at reports that clocks in invented stations run late (art. 2)."),
    _p(8, "The Committee urges the State party:", bold=True),
    _letter("(a)", "To ensure that everyone who is held can, from the outset:", bold=True),
    _roman("(i)", "Reach a lawyer of their choosing within the hour;"),
    _roman("(ii)", "Tell a relative where they are held;"),
    _roman("(iii)", "Be seen by an independent doctor;"),
    _letter("(b)", "To check the clocks of every invented station each month;", bold=True),
    _letter(
        "(c)", "To inform the Committee how many follow-up checks were made, and what they found.", bold=True
    ),
    _sub("Deaths in custody"),
    _p(
        9,
        "The Committee notes that, of some 1,250 cases registered between 2027 and 2030, only 20 cases were sent to"
        " a court,{7} and that 31 officials were disciplined (arts. 2, 12, 13 and 16).",
    ),
    _p(
        10,
        "The State party should: (a) investigate each death in custody at once and independently; (b) publish the"
        " findings; and (c) compensate the families. It should tell the Committee of the results.",
        bold=True,
    ),
    _sub("Redress"),
    _p(11, "The Committee regrets that the invented fund has paid nobody yet{8} (art. 14)."),
    _p(
        12,
        "The Committee reiterates its previous recommendation{9} that the State party open the fund to every victim,"
        " with or without a conviction.",
        bold=True,
    ),
    _sub("Follow-up procedure"),
    _p(
        13,
        "The Committee requests the State party to provide, by 22 May 2032, information on follow-up to its"
        " recommendations on safeguards, deaths in custody and redress (see paras. 8 (a), 10 and 12 above).",
    ),
    _sub("Other issues"),
    _p(14, "The State party is requested to disseminate the present synthetic observations widely."),
    _p(
        15,
        "The Committee requests the State party to submit its next periodic report, its fourth, by 22 May 2035."
        " To that end, it invites the State party to accept, by 22 May 2032, the simplified reporting procedure.",
    ),
)

ENGLISH_NOTES = (
    FootnoteWords("*", "Adopted by the Committee at its ninety-second session (28 April–22 May 2031)."),
    FootnoteWords("1", "CAT/C/XSY/3 and CAT/C/XSY/3/Corr.1.", ("CAT/C/XSY/3", "CAT/C/XSY/3/Corr.1")),
    FootnoteWords("2", "See CAT/C/SR.2101 and CAT/C/SR.2102.", ("CAT/C/SR.2101", "CAT/C/SR.2102")),
    FootnoteWords("3", "CAT/C/XSY/RQ/3.", ("CAT/C/XSY/RQ/3",)),
    FootnoteWords("4", "CAT/C/XSY/CO/2, para. 31.", ("CAT/C/XSY/CO/2",)),
    FootnoteWords("5", "Ibid., para. 9.", ("CAT/C/XSY/CO/2",)),
    FootnoteWords("6", "Ibid., para. 12.", ("CAT/C/XSY/CO/2",)),
    FootnoteWords("7", "CAT/C/XSY/RQ/3, paras. 40–42.", ("CAT/C/XSY/RQ/3",)),
    FootnoteWords("8", "Ibid., para. 77.", ("CAT/C/XSY/RQ/3",)),
    FootnoteWords("9", "CAT/C/XSY/CO/2, para. 19.", ("CAT/C/XSY/CO/2",)),
)

ENGLISH_ANSWER = Expected(
    symbol=SYMBOL,
    committee="CAT",
    state="XSY",
    cycle="3",
    kind="concluding_observations",
    session=(92, "2031-04-28", "2031-05-22"),
    considered=("2031-05-06", "2031-05-07"),
    adopted="2031-05-20",
    kinds={
        **dict.fromkeys(("1", "2"), "introduction"),
        "3": "positive",
        **dict.fromkeys(("4", "5", "7", "9", "11"), "concern"),
        **dict.fromkeys(("6", "8", "10", "12"), "recommendation"),
        **dict.fromkeys(("13", "14", "15"), "procedural"),
    },
    headings={
        "2": "Introduction",
        "3": "Positive aspects",
        "6": "Definition of torture",
        "8": "Fundamental legal safeguards",
        "10": "Deaths in custody",
        "12": "Redress",
        "13": "Follow-up procedure",
        "15": "Other issues",
    },
    leaves={
        "3": ("3(a)", "3(b)"),
        "5": ("5(a)", "5(b)", "5(c)"),
        "8": ("8(a)(i)", "8(a)(ii)", "8(a)(iii)", "8(b)", "8(c)"),
        "10": ("10(a)", "10(b)", "10(c)"),
    },
    tails=("10",),
    inline=("5", "10"),
    demands={"6": 2},
    articles={"5": ("1", "4"), "7": ("2",), "9": ("2", "12", "13", "16"), "11": ("14",)},
    recommendations=(
        "6",
        "8(a)(i)",
        "8(a)(ii)",
        "8(a)(iii)",
        "8(b)",
        "8(c)",
        "10(a)",
        "10(b)",
        "10(c)",
        "12",
    ),
    follow_up=("2032-05-22", ("8(a)", "10", "12")),
    next_report=("2035-05-22", 4),
    deadlines=(
        ("follow_up", "2032-05-22"),
        ("simplified_procedure", "2032-05-22"),
        ("next_report", "2035-05-22"),
    ),
    grades={"9": "partially_implemented", "12": "not_implemented"},
    figures=((1250, "cases"), (20, "cases"), (31, "officials")),
)
