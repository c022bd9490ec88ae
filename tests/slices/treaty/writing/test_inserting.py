"""Evidence and figures in drafts: the very numbers of the queries, counted anew only when asked."""

import pytest
from tests.slices.custody.desk import Desk, booking, instant, open_desk
from tests.slices.store import Store
from tests.slices.treaty.writing.people import NOW, SYMBOL, Writers, begun, writers

from qorgau.custody.actions import book
from qorgau.treaty.actions.writing import insert, save_block, take_out, take_recounted
from qorgau.treaty.evidence import Period, evidence
from qorgau.treaty.queries.drafts import draft, versions
from qorgau.treaty.queries.inserting import offered, recounted
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.writing.blocks import Block
from qorgau.treaty.writing.figures import Origin
from qorgau.treaty.writing.kinds import ReportKind

LATER = instant("2026-11-22 09:00")
YEAR = Period.year(2026)


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    desk = open_desk()
    # Five: a smaller number would be withheld from those who may not count over everything.
    for minute in range(5):
        book(
            desk.officer,
            booking(desk, family_name=f"Person {minute}"),
            now=instant(f"2026-11-21 02:3{minute}"),
        )
    return desk


@pytest.fixture
def who(desk: Desk) -> Writers:
    return writers()


def counted_leaf(who: Writers, draft_id: str) -> Block:
    """A block on whose recommendation the record counts custodies."""
    blocks = draft(who.council, draft_id).writing.blocks
    for block in blocks:
        if block.asked and any(
            each.id.startswith("custodies@")
            for each in offered(who.council, draft_id, block.id, now=LATER, period=YEAR).figures
        ):
            return block
    pytest.fail("No recommendation of the catalogue is measured by the number of custodies.")


def test_every_figure_offered_is_that_of_the_evidence(who: Writers) -> None:
    held = begun(who.council, ReportKind.PERIODIC)
    block = counted_leaf(who, held)
    found = evidence(who.council, f"{SYMBOL}#{block.id}", as_of=LATER, period=YEAR)
    counted = [
        each
        for each in offered(who.council, held, block.id, now=LATER, period=YEAR).figures
        if each.origin is Origin.RECORD
    ]
    assert [(each.value, each.of) for each in counted] == [
        (str(each.value), each.of.value if each.of else None) for each in found.figures
    ]
    assert all(each.rule and each.source for each in counted)


def test_a_figure_put_in_stays_as_it_was_until_somebody_takes_the_new_count(desk: Desk, who: Writers) -> None:
    held = begun(who.council, ReportKind.PERIODIC)
    block = counted_leaf(who, held)
    figures = [
        each.id
        for each in offered(who.council, held, block.id, now=LATER, period=YEAR).figures
        if "custodies@" in each.id
    ]
    insert(who.council, held, block.id, figures=figures, base=1, now=LATER)
    save_block(who.council, held, block.id, f"In all [figure:{figures[0]}].", base=2, now=LATER)
    assert recounted(who.council, held, now=LATER) == ()
    book(desk.officer, booking(desk, family_name="Other"), now=instant("2026-11-21 04:00"))
    (change,) = recounted(who.council, held, now=LATER)
    assert (change.before.value, change.after.value, change.blocks) == ("5", "6", (block.id,))
    assert draft(who.council, held).writing.block(block.id).figures[0].value == "5"
    assert take_recounted(who.council, held, figures, base=3, now=LATER) == 4
    assert draft(who.council, held).writing.block(block.id).figures == (change.after,)
    assert versions(who.council, held)[0].what == "recounted"
    assert recounted(who.council, held, now=LATER) == ()


def test_a_figure_that_the_text_calls_for_cannot_be_taken_out(who: Writers) -> None:
    held = begun(who.council, ReportKind.PERIODIC)
    block = counted_leaf(who, held)
    figure = offered(who.council, held, block.id, now=LATER, period=YEAR).figures[0].id
    insert(who.council, held, block.id, figures=[figure], base=1, now=LATER)
    save_block(who.council, held, block.id, f"[figure:{figure}]", base=2, now=LATER)
    with pytest.raises(TreatyRefusal):
        take_out(who.council, held, block.id, figures=[figure], base=3, now=LATER)
    save_block(who.council, held, block.id, "", base=3, now=LATER)
    take_out(who.council, held, block.id, figures=[figure], base=4, now=LATER)
    assert draft(who.council, held).writing.block(block.id).figures == ()


def test_what_the_record_does_not_offer_cannot_be_put_in(who: Writers) -> None:
    held = begun(who.council)
    with pytest.raises(TreatyRefusal) as refused:
        insert(who.council, held, "14(a)", figures=["invented"], base=1, now=LATER)
    assert refused.value.key == "treaty.draft_not_offered"


def test_a_new_draft_is_filled_with_what_the_record_holds(who: Writers) -> None:
    held = begun(who.council, fill=True)
    for block in draft(who.council, held).writing.blocks:
        if block.asked:
            found = offered(who.council, held, block.id, now=NOW)
            assert {each.id for each in block.figures} <= {each.id for each in found.figures}
            assert block.untold == found.untold
            assert {each.id for each in block.evidence} <= {each.id for each in found.evidence}


def test_stated_figures_keep_their_agency_and_day_apart(who: Writers) -> None:
    held = begun(who.council)
    stated = [
        each
        for each in offered(who.council, held, "14(a)", now=LATER).figures
        if each.origin is Origin.OFFICIAL
    ]
    assert stated
    assert all(each.agency and each.source for each in stated)
    topics = {each.topic for each in stated if each.topic}
    assert topics
    for topic in topics:
        assert len({(each.agency, each.stated_on, each.value) for each in stated if each.topic == topic}) > 1


def test_whoever_puts_in_one_of_several_contradicting_figures_gets_them_all_and_takes_them_out_together(
    who: Writers,
) -> None:
    held = begun(who.council)
    stated = offered(who.council, held, "14(a)", now=LATER).figures
    one = next(each for each in stated if each.topic)
    together = {each.id for each in stated if each.topic == one.topic}
    insert(who.council, held, "14(a)", figures=[one.id], base=1, now=LATER)
    assert {each.id for each in draft(who.council, held).writing.block("14(a)").figures} == together
    take_out(who.council, held, "14(a)", figures=[min(together)], base=2, now=LATER)
    assert draft(who.council, held).writing.block("14(a)").figures == ()


def test_what_others_stated_is_put_into_a_new_draft_by_nobody_but_a_person(who: Writers) -> None:
    writing = draft(who.council, begun(who.council, fill=True)).writing
    assert {figure.origin for _, figure in writing.figures()} <= {Origin.RECORD}
