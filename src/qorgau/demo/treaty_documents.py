"""The documents of the demo's treaty cycle: the law's catalogue, and four papers that we wrote and that say so."""

from __future__ import annotations

from datetime import date, timedelta

from qorgau.demo import treaty_words as words
from qorgau.demo.treaty_people import COALITION, COUNCIL, NPM
from qorgau.demo.treaty_telling import CycleTelling, paper
from qorgau.treaty import actions
from qorgau.treaty.facts.words import DueWhat, Judgement, Sender, SourceLevel

CATALOGUE, EARLIER = "CAT/C/KAZ/CO/4", "CAT/C/KAZ/CO/90"
"""EARLIER: a number that no cycle has, for a document that no committee wrote."""
_NINE_YEARS, _EIGHT_YEARS, _VISITS, _PAPERS = 3300, 2935, 75, 280
OF_THE_MINISTRY, OF_THE_PRISONS = ("2", "3", "4"), ("5", "6")
"""What the report on visits asks of whom."""
_SAME = (("5", "10"), ("7(a)", "12(a)(i)"), ("7(b)", "12(a)(iv)"), ("7(c)", "12(a)(vi)"), ("9", "20(a)"), ("11", "22(a)"),
         ("13", "16(a)"), ("15", "34"))  # fmt: skip
_GRADES = (("7(b)", "partially_implemented"), ("9", "not_implemented"), ("13", "substantive_steps"))
_TAKEN_UP = (("art1.1", "5"), ("art2.1", "7(a)"), ("art2.2", "7(b)"), ("art12.1", "9"), ("art14.2", "15"))


def take_documents(told: CycleTelling) -> str:
    """Documents come in and are accepted, links between them are judged; gives the id of the visits' report."""
    actions.take_catalogue(COUNCIL, CATALOGUE, now=told.ago(_PAPERS + 40))
    actions.take_follow_up(COUNCIL, CATALOGUE, now=told.ago(_PAPERS + 39))
    _earlier_cycle(told)
    submission = actions.take_document(
        COALITION, paper("submission.txt"), name="submission-synthetic.txt", now=told.ago(_PAPERS - 5)
    ).made
    _links(told, submission)
    actions.take_document(
        COALITION, paper("held_back.txt"), name="held-back-synthetic.txt", held_back=True, now=told.ago(14)
    )
    return _visits(told)


def visited(told: CycleTelling) -> date:
    """By when what the visits' report recommends was to be answered."""
    return told.day(12)


def _earlier_cycle(told: CycleTelling) -> None:
    adopted = told.day(_NINE_YEARS)
    due = told.day(_EIGHT_YEARS)
    late = due + timedelta(days=1)
    text = paper("observations.txt", adopted=adopted, follow_up=due)
    document = actions.take_document(COUNCIL, text, name="observations-synthetic.txt", now=told.ago(_PAPERS))
    actions.accept_document(COUNCIL, document.made, now=told.ago(_PAPERS))
    # The same bytes from the other side: now both hold this file, and it stands before any other of its symbol.
    actions.take_document(COALITION, text, name="observations-synthetic.txt", now=told.ago(_PAPERS - 3))
    reply = actions.take_document(
        COUNCIL, paper("reply.txt", replied=late), name="reply-synthetic.txt", now=told.ago(_PAPERS - 1)
    )
    answered = actions.TakenReply(
        recommendations=[f"{EARLIER}#{leaf}" for leaf, _ in _GRADES],
        sent_on=late,
        source=words.OF_THE_REPLY,
        level=SourceLevel.OPENED,
        symbol=f"{EARLIER}/Add.1",
        document=reply.made,
        summary=words.ANSWERED_IN_SHORT,
        language="ru",
    )
    told.once(
        "earlier-reply",
        lambda key: actions.take_reply(COUNCIL, answered, now=told.ago(_PAPERS - 1), act_id=key),
    )
    for leaf, grade in _GRADES:
        _assessed(told, leaf, grade, late + timedelta(days=300))


def _assessed(told: CycleTelling, leaf: str, grade: str, on: date) -> None:
    new = actions.NewAssessment(
        recommendations=[f"{EARLIER}#{leaf}"],
        grade=grade,
        words=words.JUDGED,
        on=on,
        source=words.OF_THE_JUDGEMENT,
        level=SourceLevel.OPENED,
    )
    told.once(
        f"earlier-grade-{leaf}",
        lambda key: actions.take_assessment(COUNCIL, new, now=told.ago(_PAPERS - 2), act_id=key),
    )


def _links(told: CycleTelling, submission: str) -> None:
    for earlier, later in _SAME:
        _same(told, f"{EARLIER}#{earlier}", f"{CATALOGUE}#{later}", "paraphrase")
    for asked, taken_up in _TAKEN_UP:
        _same(told, f"{submission[:12]}#{asked}", f"{EARLIER}#{taken_up}", "paraphrase")


def _same(told: CycleTelling, left: str, right: str, how: str) -> None:
    reason = words.BOTH_ASK
    told.once(
        f"link-{left}-{right}",
        lambda key: actions.judge_link(
            COUNCIL, left, right, Judgement.CONFIRMED, how=how, reason=reason, now=told.ago(_PAPERS - 6), act_id=key
        ),
    )  # fmt: skip


def _visits(told: CycleTelling) -> str:
    data, at = paper("visits.txt"), told.ago(_VISITS)
    document = actions.take_document(NPM, data, name="visits-synthetic.txt", sender=Sender.NPM, now=at).made
    actions.accept_document(NPM, document, now=told.ago(_VISITS))
    new = actions.NewDeadline(
        what=DueWhat.FOLLOW_UP,
        due=visited(told),
        recommendations=[f"{document[:12]}#{number}" for number in OF_THE_MINISTRY],
        note=words.THREE_MONTHS,
        source=words.OF_THE_VISITS,
    )
    told.once("visits-due", lambda key: actions.set_deadline(NPM, new, now=told.ago(_VISITS), act_id=key))
    return document[:12]
