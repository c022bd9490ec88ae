"""A file of many recommendations tells of each what its page tells, and asks the store no more often for more of them."""

import json
from collections.abc import Sequence
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, accepted, at, catalogued, led

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.recording.history import histories, history
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import NewAction, NewAlternative, NewDeadline, NewReply
from qorgau.treaty.entries import RECOMMENDATION
from qorgau.treaty.exporting.gathering import pages
from qorgau.treaty.exporting.values import as_value
from qorgau.treaty.exporting.writing import ExportForm, public_export, write_export
from qorgau.treaty.facts.told import Line
from qorgau.treaty.facts.words import DueWhat, Judgement, Tie
from qorgau.treaty.models import RecommendationRow

JAN, NOW = at("2024-01-10"), at("2024-06-01")
EVERYTHING = queries.Asked(size=500, order="id")
READERS = (None, PEOPLE.secretary, PEOPLE.writer, PEOPLE.ngo, PEOPLE.other_ngo)


def names() -> list[str]:
    return [each.id for each in queries.board(None, EVERYTHING, as_of=NOW).lines]


def sent(name: str) -> None:
    new = NewReply(recommendations=[name], text=f"What was done about {name}.", language="en")
    reply = actions.prepare_reply(PEOPLE.writer, new, now=JAN).made
    actions.clear_reply(PEOPLE.clearer, reply, now=JAN + 60)
    actions.send_reply(PEOPLE.secretary, reply, sent=date(2024, 5, 13), now=at("2024-05-13", 15))


def in_work(name: str) -> None:
    new = NewReply(recommendations=[name], text="A draft that is not public.", language="en")
    actions.prepare_reply(PEOPLE.writer, new, now=JAN)


def followed_up(ids: Sequence[str]) -> None:
    """Each with an action, a reply, somebody's own report, a day, a link and a measure."""
    led(*(each.partition("#")[2] for each in ids))
    for place, name in enumerate(ids):
        plan = NewAction(recommendations=[name], what="Draft a law", lead="mia", due=date(2024, 3, 1))
        actions.plan_action(PEOPLE.writer, plan, now=JAN)
        (in_work if place % 2 else sent)(name)
        heard = NewAlternative(recommendations=[name], title="What we saw", text=f"Nobody. {place}")
        actions.take_alternative(PEOPLE.ngo, heard, now=JAN)
        day = NewDeadline(
            what=DueWhat.NGO_INPUT, due=date(2024, 7, 1), recommendations=[name], source="A notice"
        )
        actions.set_deadline(PEOPLE.ngo, day, now=JAN)
        other = f"CAT/C/KAZ/CO/3#{place + 1}" if place else ids[1]
        actions.judge_link(PEOPLE.npm, name, other, Judgement.CONFIRMED, reason="Compared.", now=JAN)
        actions.tie_measure(PEOPLE.secretary, name, Tie.FIGURE, "custodies", reason="It counts.", now=JAN)


def asked_of_the_store(found: Sequence[Line]) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert len(list(pages(None, tuple(found), as_of=NOW))) == len(found)
    return len(asked)


def test_the_store_is_asked_as_often_for_twenty_as_for_five(store: Store) -> None:
    catalogued()
    ids = names()
    followed_up(ids[:5])
    few = asked_of_the_store(queries.board(None, EVERYTHING, as_of=NOW).lines[:5])
    followed_up(ids[5:20])
    many = queries.board(None, EVERYTHING, as_of=NOW).lines[:20]
    assert all(each.actions == 1 for each in many)
    assert asked_of_the_store(many) == few


def told_one_by_one(actor: Actor | None) -> list[object]:
    ids = [each.id for each in queries.board(actor, EVERYTHING, as_of=NOW).lines]
    found = [queries.recommendation(actor, each, as_of=NOW) for each in ids]
    return [json.loads(json.dumps(as_value(each))) for each in found]


@pytest.mark.parametrize("reader", READERS, ids=lambda who: who.account if who else "anybody")
def test_a_file_tells_of_each_what_its_page_tells(sqlite_store: Store, reader: Actor | None) -> None:
    accepted()
    catalogued("2024-01-11")
    followed_up(names()[:4])
    if reader is None:
        file = public_export(EVERYTHING, form=ExportForm.JSON, language=Language.EN, now=NOW)
    else:
        file = write_export(reader, EVERYTHING, form=ExportForm.JSON, now=NOW)
    whole = json.loads(file.data)["recommendations"]
    assert len(whole) == file.rows >= 47
    assert whole == told_one_by_one(reader)
    assert any(each["timeline"] for each in whole)
    assert any(each["links"] and each["actions"] and each["replies"] for each in whole)


def test_what_is_not_out_yet_stays_out_of_the_public_file(sqlite_store: Store) -> None:
    catalogued()
    followed_up(names()[:4])
    file = public_export(EVERYTHING, form=ExportForm.JSON, language=Language.EN, now=NOW)
    assert b"What was done about" in file.data
    assert b"A draft that is not public." not in file.data
    assert b"What we saw" not in file.data
    own = write_export(PEOPLE.ngo, EVERYTHING, form=ExportForm.JSON, now=NOW)
    assert b"What we saw" in own.data


def test_histories_read_together_are_those_read_apart(store: Store) -> None:
    catalogued()
    followed_up(names()[:3])
    keys = list(RecommendationRow.objects.order_by("key").values_list("key", flat=True))
    together = histories(RECOMMENDATION, [*keys, "nothing-of-this-name"])
    assert together["nothing-of-this-name"] == ()
    assert {key: together[key] for key in keys} == {key: history(RECOMMENDATION, key) for key in keys}
    assert max(map(len, together.values())) > 5
