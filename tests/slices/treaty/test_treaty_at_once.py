"""Two acts on one thing in the same moment, and any order of acts: nothing uncleared is sent, and replay gives the same."""

import random
from collections.abc import Callable
from datetime import date

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at, catalogued, leaf, led
from tests.slices.treaty.forged import observations
from tests.slices.treaty.writing.test_at_once import at_once

from qorgau.access.permission import NotPermitted
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.treaty import actions, models, queries
from qorgau.treaty.actions import (
    Correction,
    Done,
    NewAction,
    NewAlternative,
    NewAssessment,
    NewReply,
    TakenReply,
)
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.facts.words import ActionState, Fix, Judgement, SourceLevel, Tie
from qorgau.treaty.models import ReplyRow
from qorgau.treaty.refusal import TreatyRefusal

NOW = at("2026-02-01")
SENT = date(2026, 2, 1)
ROWS = [each for each in vars(models).values() if isinstance(each, type) and hasattr(each, "_meta")]
NOT_FOLDED = {"treaty_content", "treaty_draft", "treaty_draft_version", "treaty_draft_part"}


def prepared(*, cleared: bool = False) -> str:
    catalogued()
    (name,) = led("14(a)")
    new = NewReply(recommendations=[name], text="What was done.", language="en")
    reply = actions.prepare_reply(PEOPLE.writer, new, now=NOW).made
    if cleared:
        actions.clear_reply(PEOPLE.clearer, reply, now=NOW + 60)
    return reply


def kinds(reply: str) -> list[str]:
    found = StoredEntry.objects.filter(kind__startswith="Reply").order_by("received", "id")
    return [each.kind for each in found]


def done(answers: list[object]) -> int:
    assert all(isinstance(each, Done | TreatyRefusal) for each in answers), answers
    return sum(isinstance(each, Done) for each in answers)


def test_words_are_not_revised_while_they_are_sent(store: Store) -> None:
    reply = prepared(cleared=True)
    answers = at_once(
        lambda: actions.send_reply(PEOPLE.secretary, reply, sent=SENT, now=NOW + 120),
        lambda: actions.revise_reply(PEOPLE.writer, reply, "Never done.", now=NOW + 120),
    )
    assert done(answers) == 1
    row = ReplyRow.objects.get(pk=reply)
    assert (row.stage == "sent") == isinstance(answers[0], Done)
    assert (queries.reply(PEOPLE.writer, reply).text == "What was done.") == isinstance(answers[0], Done)


def test_a_reply_is_not_cleared_and_returned_at_once(store: Store) -> None:
    reply = prepared()
    answers = at_once(
        lambda: actions.clear_reply(PEOPLE.clearer, reply, now=NOW + 120),
        lambda: actions.return_reply(PEOPLE.minister, reply, reason="Too thin.", now=NOW + 120),
    )
    assert done(answers) == 1


def test_a_reply_is_sent_once(store: Store) -> None:
    reply = prepared(cleared=True)
    answers = at_once(
        lambda: actions.send_reply(PEOPLE.secretary, reply, sent=SENT, now=NOW + 120),
        lambda: actions.send_reply(PEOPLE.minister, reply, sent=SENT, now=NOW + 120),
    )
    assert done(answers) == 1
    assert StoredEntry.objects.filter(kind="ReplySent").count() == 1


def test_a_reply_is_not_cleared_for_a_body_that_stops_leading_in_the_same_moment(store: Store) -> None:
    reply = prepared()
    answers = at_once(
        lambda: actions.clear_reply(PEOPLE.clearer, reply, now=NOW + 120),
        lambda: actions.make_responsible(
            PEOPLE.secretary, [leaf("14(a)")], lead="ministry_of_health", since=SENT, now=NOW + 120
        ),
    )
    assert isinstance(answers[1], Done)
    with pytest.raises(TreatyRefusal):
        actions.send_reply(PEOPLE.secretary, reply, sent=SENT, now=NOW + 180)


# Any order of acts.


def moves(dice: random.Random, now: int) -> list[Callable[[], object]]:
    """Everything that anybody might try next, lawful or not."""
    name = leaf(dice.choice(["14(a)", "14(b)", "10"]))
    who = dice.choice(
        [PEOPLE.writer, PEOPLE.clearer, PEOPLE.minister, PEOPLE.secretary, PEOPLE.ngo, PEOPLE.npm]
    )
    reply = dice.choice([*ReplyRow.objects.values_list("pk", flat=True), "none"])
    action = dice.choice([*models.ActionRow.objects.values_list("pk", flat=True), "none"])
    other = dice.choice([*models.AlternativeRow.objects.values_list("pk", flat=True), "none"])
    document = dice.choice([*models.DocumentRow.objects.values_list("pk", flat=True), "none"])
    day = date(2026, dice.randint(1, 6), dice.randint(1, 28))
    assessment = NewAssessment(
        recommendations=[name], grade=dice.choice(["not_implemented", "partially_implemented"]), words="",
        on=day, source="A letter", level=SourceLevel.REPORTED,
    )  # fmt: skip
    taken = TakenReply(recommendations=[name], sent_on=day, source="A letter", level=SourceLevel.OPENED)
    plan = NewAction(recommendations=[name], what="A law", lead="mia", due=day)
    said = NewReply(recommendations=[name], text=f"Words {dice.random()}.", language="en")
    theirs = NewAlternative(recommendations=[name], title="Ours", text="What happened.")
    file = observations(
        leaf=dice.choice(["Act;", "Act soon;"]), follow_up=dice.choice(["1 May 2026", "2 May 2026"])
    )
    fix = Correction(what=Fix.LEAF_TEXT, target="10(a)", value=f"Words {dice.random()};")
    held = dice.random() < 0.5
    return [
        lambda: actions.make_responsible(who, [name], lead=dice.choice(["mia", "ministry_of_health"]), since=day, now=now),
        lambda: actions.plan_action(who, plan, now=now),
        lambda: actions.state_action(who, action, dice.choice(list(ActionState)), on=day, due=day, reason="Why.", now=now),
        lambda: actions.prepare_reply(who, said, now=now),
        lambda: actions.revise_reply(who, reply, f"Anew {dice.random()}.", now=now),
        lambda: actions.clear_reply(who, reply, now=now),
        lambda: actions.return_reply(who, reply, reason="Why.", now=now),
        lambda: actions.send_reply(who, reply, sent=day, now=now),
        lambda: actions.take_reply(who, taken, now=now),
        lambda: actions.take_assessment(who, assessment, now=now),
        lambda: actions.take_alternative(who, theirs, now=now),
        lambda: actions.replace_alternative(who, other, "Other words.", reason="Why.", now=now),
        lambda: actions.publish_alternative(who, other, on=day, now=now),
        lambda: actions.take_document(who, file, name="f.txt", held_back=held, now=now),
        lambda: actions.accept_document(who, document, now=now),
        lambda: actions.correct_reading(who, document, fix, reason="Why.", now=now),
        lambda: actions.publish_document(who, document, on=day, now=now),
        lambda: actions.classify(who, "CAT/C/KAZ/CO/9#12", Classes(subjects=("impunity",)), reason="W.", now=now),
        lambda: actions.tie_measure(who, name, Tie.FIGURE, "custodies", holds=held, reason="Why.", now=now),
        lambda: actions.judge_link(who, name, leaf("10"), dice.choice(list(Judgement)), reason="Why.", now=now),
    ]  # fmt: skip


def rows() -> dict[str, list[dict[str, object]]]:
    return {
        each._meta.db_table: sorted(each.objects.values(), key=lambda row: str(next(iter(row.values()))))
        for each in ROWS
        if each._meta.db_table not in NOT_FOLDED
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_was_done_in_whatever_order_replay_gives_the_same_and_nothing_uncleared_is_sent(
    store: Store, seed: int
) -> None:
    dice = random.Random(seed)
    catalogued()
    led("14(a)", "14(b)")
    recorded = 0
    for step in range(150):
        try:
            recorded += bool(dice.choice(moves(dice, NOW + step * 3600))())
        except (TreatyRefusal, NotPermitted):
            continue
    assert recorded > 20
    for row in ReplyRow.objects.filter(stage="sent"):
        steps = list(models.ReplyStepRow.objects.filter(reply_id=row.pk).order_by("number"))
        writers = {each.account for each in steps if each.step in ("prepared", "revised")}
        assert [each.step for each in steps][-2:] == ["cleared", "sent"]
        assert not writers & {each.account for each in steps[-2:]}
    before = rows()
    rebuild(as_of=NOW + 200 * 3600)
    assert rows() == before
