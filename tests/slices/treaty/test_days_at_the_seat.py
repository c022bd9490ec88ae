"""For hours each day Almaty has tomorrow's date while Geneva has today's: what is due there is done by the day there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at, catalogued, leaf, led

from qorgau.clock import zone_named
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import NewDeadline, NewReply
from qorgau.treaty.actions.acting import FIRST_DAY, LAST_DAY, day_in_use
from qorgau.treaty.facts.entry_facts import in_lines
from qorgau.treaty.facts.words import DueWhat, Procedure, Sender, SourceLevel
from qorgau.treaty.importing.judging import require_fit
from qorgau.treaty.importing.wanted import Replied, Wanted
from qorgau.treaty.importing.words import Unfit
from qorgau.treaty.models import OwnDeadlineRow
from qorgau.treaty.queries.due_days import seat_of_set
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import GENEVA
from qorgau.treaty.web.acts_of_plan import MeetDeadline
from qorgau.treaty.web.acts_of_replies import SendReply

JAN = at("2024-01-15")
LAST_HOUR = at("2024-05-13", 2)
"""The last hour of 12 May in Geneva."""
THERE, HERE = date(2024, 5, 12), date(2024, 5, 13)
WANTED = Wanted(
    number=2, stem="CAT/C/SYN/CO/4", leaf="14", text="Ratify", language="en", sender=Sender.TREATY_BODY
)


def page(as_of: int = LAST_HOUR):
    return queries.recommendation(PEOPLE.secretary, leaf("14(a)"), as_of=as_of)


def days_set() -> list[str]:
    """A day that somebody set for the recommendation, and the one that its document states."""
    new = NewDeadline(what=DueWhat.OTHER, due=THERE, recommendations=[leaf("14(a)")], source="A letter")
    own = actions.set_deadline(PEOPLE.secretary, new, now=JAN).made
    (stated,) = [line.id for line in page().due if line.what is DueWhat.FOLLOW_UP]
    return [own, stated]


def test_what_is_due_in_geneva_is_done_by_the_day_there(store: Store) -> None:
    catalogued()
    for each in days_set():
        with pytest.raises(TreatyRefusal, match=r"2024-05-13 has not come yet .* still 2024-05-12"):
            actions.meet_deadline(PEOPLE.secretary, each, on=HERE, now=LAST_HOUR)
        actions.meet_deadline(PEOPLE.secretary, each, on=THERE, now=LAST_HOUR)
        (line,) = [line for line in page().due if line.id == each]
        assert (line.kept_on, line.days_late) == (THERE, 0)


def test_a_day_set_by_the_country_itself_is_done_by_its_own_day(store: Store) -> None:
    own = NewDeadline(what=DueWhat.OTHER, due=HERE, note="The plan", source="A decree")
    name = actions.set_deadline(PEOPLE.secretary, own, now=JAN).made
    actions.meet_deadline(PEOPLE.secretary, name, on=HERE, now=LAST_HOUR)
    (line,) = queries.due(PEOPLE.secretary, as_of=LAST_HOUR)
    assert (line.kept_on, line.days_late) == (HERE, 0)


def test_a_list_tells_no_reply_of_a_day_that_has_not_come_there(sqlite_store: Store) -> None:
    reply = Replied(
        key="r1",
        procedure=Procedure.FOLLOW_UP,
        sent_on=HERE,
        by_latest=False,
        source="A letter",
        level=SourceLevel.OPENED,
    )
    one = replace(WANTED, replies=(reply,))
    with pytest.raises(Unfit) as refused:
        require_fit(one, now=LAST_HOUR)
    assert refused.value.column == "sent_on"
    require_fit(replace(one, replies=(replace(reply, sent_on=THERE),)), now=LAST_HOUR)
    require_fit(replace(one, sender=Sender.OMBUDSPERSON), now=LAST_HOUR)


def test_a_list_and_an_act_know_the_same_years(sqlite_store: Store) -> None:
    for fits, out in ((FIRST_DAY, FIRST_DAY - timedelta(days=1)), (LAST_DAY, LAST_DAY + timedelta(days=1))):
        require_fit(replace(WANTED, due=fits), now=LAST_HOUR)
        assert day_in_use(fits, field="due") == fits
        with pytest.raises(Unfit):
            require_fit(replace(WANTED, due=out), now=LAST_HOUR)
        with pytest.raises(TreatyRefusal):
            day_in_use(out, field="due")


@pytest.mark.parametrize(
    ("ids", "committee", "seat"),
    [
        (("CAT#1", "NPM#1"), "", GENEVA),
        (("NPM#1", "CAT#1"), "", "Asia/Almaty"),
        ((), "CAT", GENEVA),
        ((), "", "Asia/Almaty"),
    ],
)
def test_a_day_set_for_several_is_counted_where_the_first_of_them_was_made(
    ids: tuple[str, ...], committee: str, seat: str
) -> None:
    row = OwnDeadlineRow(recommendations=in_lines(ids), committee=committee)
    senders = {"CAT#1": Sender.TREATY_BODY.value, "NPM#1": Sender.NPM.value}
    assert seat_of_set(row, senders) == zone_named(seat)


def test_forms_propose_the_day_there(sqlite_store: Store) -> None:
    catalogued()
    led("14(a)")
    new = NewReply(recommendations=[leaf("14(a)")], text="What was done.", language="en")
    reply = actions.prepare_reply(PEOPLE.writer, new, now=JAN).made
    actions.clear_reply(PEOPLE.clearer, reply, now=JAN + 60)
    own, stated = days_set()
    known = {"page": page(), "actor": PEOPLE.secretary, "now": LAST_HOUR}
    assert SendReply(**known, of=reply).fields["sent"].initial == THERE
    assert [MeetDeadline(**known, of=each).fields["on"].initial for each in (own, stated)] == [THERE, THERE]
