"""Days that are due: how they are called, and what was noted when they were kept."""

from datetime import date

from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, accepted, at

from qorgau.lawbook import Language
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import NewDeadline, NewReply
from qorgau.treaty.facts.words import DueWhat
from qorgau.treaty.queries import Asked
from qorgau.treaty.web.due_words import due_said

JAN = at("2024-01-15")


def test_what_was_noted_of_a_kept_day_is_told_to_the_desks_and_to_nobody_else(store: Store) -> None:
    accepted("2024-01-10")
    new = NewDeadline(what=DueWhat.OTHER, due=date(2024, 2, 1), committee="CAT")
    own = actions.set_deadline(PEOPLE.secretary, new, now=JAN).made
    (stated,) = queries.due(PEOPLE.secretary, as_of=JAN, what=DueWhat.FOLLOW_UP)
    later = at("2024-02-03")
    for name, note in ((own, "Sent by letter."), (stated.id, "Sent by the mission.")):
        actions.meet_deadline(PEOPLE.secretary, name, on=date(2024, 1, 30), note=note, now=later)
    notes = {line.id: line.met_note for line in queries.due(PEOPLE.writer, as_of=later)}
    assert (notes[own], notes[stated.id]) == ("Sent by letter.", "Sent by the mission.")
    told = [due_said(line, Language.EN)["done"] for line in queries.due(PEOPLE.writer, as_of=later)]
    assert any(each.endswith("Sent by letter.") for each in told)
    assert {line.met_note for line in queries.due(None, as_of=later)} == {""}


_WITHOUT_SYMBOL = b"""Committee against Torture

Concluding observations on the fourth periodic report of Synthetia

1. The Committee considered the fourth periodic report of Synthetia.

A. Principal subjects of concern and recommendations

2. The State party should establish a register of all persons deprived of their liberty.

3. The Committee requests the State party to provide, by 12 May 2024, information on follow-up to paragraph 2 above.
"""


def test_what_a_document_without_a_symbol_makes_due_is_named_by_its_title(store: Store) -> None:
    done = actions.take_document(PEOPLE.secretary, _WITHOUT_SYMBOL, name="observations.txt", now=JAN)
    actions.accept_document(PEOPLE.secretary, done.made, now=JAN + 60)
    line = queries.board(PEOPLE.secretary, Asked(), as_of=JAN + 60).lines[0]
    new = NewDeadline(what=DueWhat.OTHER, due=date(2024, 3, 1), recommendations=[line.id])
    actions.set_deadline(PEOPLE.secretary, new, now=JAN + 120)
    actions.make_responsible(PEOPLE.secretary, [line.id], lead="mia", since=date(2024, 1, 15), now=JAN + 120)
    reply = NewReply(recommendations=[line.id], text="Draft.", language="en")
    actions.prepare_reply(PEOPLE.writer, reply, now=JAN + 180)
    found = queries.due(PEOPLE.writer, as_of=JAN + 240)
    assert {each.what for each in found} == {DueWhat.FOLLOW_UP, DueWhat.OTHER, DueWhat.CLEARANCE}
    title = "Concluding observations on the fourth periodic report of Synthetia"
    assert [
        each.title[Language.RU] for each in found if not each.title[Language.RU].endswith(f": {title}")
    ] == []
