"""A demand comes back only where the same State was asked; links across States compare, and say both."""

from tests.core.reading.papers.paper import Block, Part
from tests.core.reading.papers.word import word_file
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at
from tests.slices.treaty.pages.site import secretary, text

from qorgau.treaty import actions, queries
from qorgau.treaty.facts.naming import address_of
from qorgau.treaty.facts.words import Judgement
from qorgau.treaty.queries.compared import came_back

NOW = at("2031-07-01")
ASKED = "The State party should keep a central register of arrests that lawyers may consult at any hour."
NAMES = {"CAT": "Committee against Torture", "CCPR": "Human Rights Committee"}


def tracked(committee: str, state: str, cycle: int) -> str:
    """Invented observations that ask for one register, tracked; the id of that demand."""
    symbol = f"{committee}/C/{state}/CO/{cycle}"
    blocks = [
        Block(Part.TITLE, "Concluding observations on an invented periodic report", bold=True),
        Block(Part.HEADING, "Invented chapter", "A.", bold=True),
        Block(
            Part.PARAGRAPH, "The Committee is concerned that the register of arrests is not central.", "1."
        ),
        Block(Part.PARAGRAPH, ASKED, "2.", True),
    ]
    masthead = ("United Nations", symbol, "9 June 2031", "Original: English", NAMES[committee])
    data = word_file(blocks, masthead=masthead)
    made = actions.take_document(PEOPLE.secretary, data, name=f"{state}-{cycle}.docx", now=NOW).made
    actions.accept_document(PEOPLE.secretary, made, now=NOW)
    return f"{symbol}#2"


def test_a_demand_comes_back_only_where_the_same_state_was_asked(store: Store) -> None:
    ours, earlier = tracked("CAT", "KAZ", 4), tracked("CAT", "KAZ", 3)
    theirs = tracked("CAT", "KGZ", 9)
    (found,) = came_back(PEOPLE.secretary)
    assert (found.state, found.committee, found.cycles) == ("KAZ", "CAT", ("3", "4"))
    assert [name for _, name, _, _ in found.items] == [earlier, ours]
    assert found.elsewhere == ()
    page = text(secretary(), "/treaty/side-by-side/")
    assert "Kazakhstan" in page
    assert address_of(theirs)[0] not in page


def test_two_states_asked_once_each_have_nothing_that_comes_back(store: Store) -> None:
    tracked("CAT", "KAZ", 4)
    tracked("CAT", "KGZ", 9)
    assert came_back(PEOPLE.secretary) == ()


def test_another_committee_that_asks_the_same_state_is_said_elsewhere(store: Store) -> None:
    tracked("CAT", "KAZ", 3)
    tracked("CAT", "KAZ", 4)
    other, foreign = tracked("CCPR", "KAZ", 2), tracked("CCPR", "KGZ", 2)
    (found,) = came_back(PEOPLE.secretary)
    assert [(who, name) for who, name, _, _ in found.elsewhere] == [("CCPR", other)]
    page = text(secretary(), "/treaty/side-by-side/")
    assert address_of(other)[0] in page
    assert address_of(foreign)[0] not in page


def test_a_link_that_a_person_confirms_across_states_says_both_and_makes_no_history(store: Store) -> None:
    ours, theirs = tracked("CAT", "KAZ", 4), tracked("CAT", "KGZ", 9)
    (proposed,) = queries.proposals(PEOPLE.secretary, ours)
    assert proposed.states == ("KAZ", "KGZ")
    actions.judge_link(PEOPLE.secretary, ours, theirs, Judgement.CONFIRMED, reason="Compared.", now=NOW)
    shown = queries.recommendation(PEOPLE.secretary, ours, as_of=NOW)
    assert [line.states for line in shown.links] == [("KAZ", "KGZ")]
    assert shown.history == ()
    stem, leaf = address_of(ours)
    page = text(secretary(), f"/treaty/recommendation/{stem}/{leaf}/")
    assert "two States: Kazakhstan and Kyrgyzstan" in page


def test_two_documents_on_two_states_say_so_side_by_side(store: Store) -> None:
    tracked("CAT", "KAZ", 4), tracked("CAT", "KGZ", 9), tracked("CAT", "KAZ", 3)
    found = {each.symbol: each.id for each in queries.documents(PEOPLE.secretary).lines}
    ours = found["CAT/C/KAZ/CO/4"]
    browser = secretary()
    assert "two States" in text(browser, f"/treaty/side-by-side/{ours}/{found['CAT/C/KGZ/CO/9']}/")
    assert "two States" not in text(browser, f"/treaty/side-by-side/{ours}/{found['CAT/C/KAZ/CO/3']}/")
