"""Who answers, what is planned, what was replied and assessed: each change an entry, and no way around four eyes."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests.slices.store import Store
from tests.slices.treaty.cycle import CATALOGUE, PEOPLE, STATE, at, catalogued, leaf, led

from qorgau.access.permission import NotPermitted
from qorgau.recording.models import StoredEntry
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import NewAction, NewAlternative, NewAssessment, NewReply, TakenReply
from qorgau.treaty.facts.words import ActionState, DueWhat, ReplyStage, SourceLevel, StandsAt
from qorgau.treaty.models import ReplyRow
from qorgau.treaty.refusal import NoSuchThing, TreatyRefusal

JAN = at("2024-01-15")


def page(name: str, actor=PEOPLE.secretary, as_of: int = JAN):
    return queries.recommendation(actor, leaf(name), as_of=as_of)


def stands(name: str, as_of: int = JAN) -> StandsAt:
    return page(name, as_of=as_of).line.stands.at


def planned(*leaves: str, now: int = JAN, due: str = "2024-06-30", **more: object) -> str:
    new = NewAction(
        recommendations=[leaf(each) for each in leaves],
        what="Draft the law",
        lead="mia",
        due=date.fromisoformat(due),
        **more,
    )
    return actions.plan_action(PEOPLE.writer, new, now=now).made


def prepared(*leaves: str, by=PEOPLE.writer, now: int = JAN, text: str = "What was done.") -> str:
    new = NewReply(recommendations=[leaf(each) for each in leaves], text=text, language="en")
    return actions.prepare_reply(by, new, now=now).made


def sent(*leaves: str, on: str, now: int | None = None) -> str:
    reply = prepared(*leaves)
    actions.clear_reply(PEOPLE.clearer, reply, now=JAN + 60)
    actions.send_reply(PEOPLE.secretary, reply, sent=date.fromisoformat(on), now=now or at(on, 15))
    return reply


# Where a recommendation stands.


def test_a_recommendation_stands_where_the_record_says(store: Store) -> None:
    catalogued()
    assert stands("14(a)") is StandsAt.OPEN
    led("14(a)")
    assert stands("14(a)") is StandsAt.ASSIGNED
    action = planned("14(a)")
    assert stands("14(a)") is StandsAt.PLANNED
    actions.state_action(PEOPLE.writer, action, ActionState.UNDER_WAY, on=date(2024, 1, 15), now=JAN)
    assert stands("14(a)") is StandsAt.UNDER_WAY
    actions.state_action(PEOPLE.writer, action, ActionState.DONE, on=date(2024, 1, 15), now=JAN + 60)
    assert stands("14(a)") is StandsAt.SAID_DONE
    assert stands("14(a)", as_of=at("2024-05-12", 23)) is StandsAt.SAID_DONE
    assert stands("14(a)", as_of=at("2024-05-13", 12)) is StandsAt.OVERDUE


def test_a_plan_is_no_answer_and_a_reply_waits_to_be_assessed(store: Store) -> None:
    catalogued()
    led("14(a)")
    sent("14(a)", on="2024-05-10")
    later = at("2024-06-01")
    assert stands("14(a)", as_of=later) is StandsAt.REPLIED
    assessed("14(a)", grade="partially_implemented", on="2024-11-19")
    assert stands("14(a)", as_of=at("2024-12-01")) is StandsAt.ASSESSED
    assert page("14(a)", as_of=at("2024-12-01")).line.grade.code == "partially_implemented"
    assert stands("14(a)", as_of=at("2027-06-01")) is StandsAt.OVERDUE


def assessed(name: str, *, grade: str, on: str, by=PEOPLE.analyst) -> str:
    new = NewAssessment(
        recommendations=[leaf(name)],
        grade=grade,
        words="",
        on=date.fromisoformat(on),
        source="A synthetic letter",
        level=SourceLevel.REPORTED,
    )
    return actions.take_assessment(by, new, now=at(on, 18)).made


# Replies: prepared, cleared by another, sent by a third act.


@pytest.mark.parametrize("by", ["writer", "minister"])
def test_nobody_clears_or_sends_their_own_words(sqlite_store: Store, by: str) -> None:
    catalogued()
    led("14(a)")
    reply = prepared("14(a)")
    with pytest.raises(TreatyRefusal, match="wrote these words yourself"):
        actions.clear_reply(PEOPLE.writer, reply, now=JAN + 60)
    actions.clear_reply(PEOPLE.minister if by == "minister" else PEOPLE.clearer, reply, now=JAN + 60)
    assert page("14(a)").replies[0].stage is ReplyStage.CLEARED


def test_a_reply_that_is_not_cleared_is_not_sent(store: Store) -> None:
    catalogued()
    led("14(a)")
    reply = prepared("14(a)")
    with pytest.raises(TreatyRefusal, match="have not been cleared"):
        actions.send_reply(PEOPLE.secretary, reply, sent=date(2024, 1, 15), now=JAN + 60)
    assert stands("14(a)") is StandsAt.ASSIGNED


def test_revised_words_are_cleared_anew_and_their_writer_does_not_send_them(store: Store) -> None:
    catalogued()
    led("14(a)")
    reply = prepared("14(a)")
    actions.clear_reply(PEOPLE.clearer, reply, now=JAN + 60)
    actions.revise_reply(PEOPLE.clearer, reply, "Other words.", now=JAN + 120)
    with pytest.raises(TreatyRefusal, match="have not been cleared"):
        actions.send_reply(PEOPLE.secretary, reply, sent=date(2024, 1, 15), now=JAN + 180)
    with pytest.raises(TreatyRefusal, match="wrote these words yourself"):
        actions.clear_reply(PEOPLE.clearer, reply, now=JAN + 180)


def test_a_reply_that_came_a_day_late_says_so(store: Store) -> None:
    catalogued()
    led("14(a)")
    sent("14(a)", on="2024-05-13")
    (reply,) = page("14(a)", as_of=at("2024-06-01")).replies
    assert (reply.due, reply.sent_on, reply.days_late) == (date(2024, 5, 12), date(2024, 5, 13), 1)
    assert reply.lateness["en"] == "1 day late"


def test_a_reply_sent_on_the_last_evening_in_geneva_is_in_time_though_it_is_the_next_day_in_almaty(
    store: Store,
) -> None:
    catalogued()
    led("14(a)")
    reply = prepared("14(a)")
    actions.clear_reply(PEOPLE.clearer, reply, now=JAN + 60)
    after_midnight = at("2024-05-13", 2)
    actions.send_reply(PEOPLE.secretary, reply, sent=after_midnight, now=after_midnight)
    (shown,) = page("14(a)", as_of=at("2024-06-01")).replies
    assert (shown.sent_on, shown.days_late) == (date(2024, 5, 12), 0)


def test_the_day_of_sending_is_the_day_at_the_seat_which_the_refusal_names(store: Store) -> None:
    catalogued()
    led("14(a)")
    reply = prepared("14(a)")
    actions.clear_reply(PEOPLE.clearer, reply, now=JAN + 60)
    with pytest.raises(TreatyRefusal, match=r"2024-05-13 has not come yet .* still 2024-05-12"):
        actions.send_reply(PEOPLE.secretary, reply, sent=date(2024, 5, 13), now=at("2024-05-13", 2))


def test_a_sending_is_not_dated_back_before_its_clearance_nor_ahead(store: Store) -> None:
    catalogued()
    led("14(a)")
    reply = prepared("14(a)", now=at("2024-05-20"))
    actions.clear_reply(PEOPLE.clearer, reply, now=at("2024-05-21"))
    with pytest.raises(TreatyRefusal, match="cannot have been sent before"):
        actions.send_reply(PEOPLE.secretary, reply, sent=date(2024, 5, 12), now=at("2024-05-22"))
    with pytest.raises(TreatyRefusal, match="has not come yet"):
        actions.send_reply(PEOPLE.secretary, reply, sent=date(2024, 6, 1), now=at("2024-05-22"))


def test_what_was_sent_does_not_change(store: Store) -> None:
    catalogued()
    led("14(a)")
    reply = sent("14(a)", on="2024-05-10")
    for act in (
        lambda: actions.revise_reply(PEOPLE.writer, reply, "Softer.", now=at("2024-06-01")),
        lambda: actions.return_reply(PEOPLE.secretary, reply, reason="Again.", now=at("2024-06-01")),
        lambda: actions.send_reply(PEOPLE.secretary, reply, sent=date(2024, 5, 11), now=at("2024-06-01")),
    ):
        with pytest.raises(TreatyRefusal, match="was sent on 2024-05-10"):
            act()


def test_the_database_itself_refuses_a_sent_reply_that_nobody_cleared(store: Store) -> None:
    catalogued()
    led("14(a)")
    reply = prepared("14(a)")
    with pytest.raises(IntegrityError, match="sent_only_once_cleared"), transaction.atomic():
        ReplyRow.objects.filter(pk=reply).update(stage="sent")


def test_a_body_prepares_replies_only_for_what_it_answers_for(store: Store) -> None:
    catalogued()
    led("14(a)")
    with pytest.raises(NotPermitted):
        prepared("14(a)", by=PEOPLE.health)
    with pytest.raises(TreatyRefusal, match="No body answers"):
        prepared("24(a)")


@pytest.mark.parametrize("reader", [PEOPLE.ngo, PEOPLE.npm, PEOPLE.analyst, PEOPLE.health, None])
def test_a_reply_in_work_is_shown_to_nobody_who_has_no_part_in_it(sqlite_store: Store, reader) -> None:
    catalogued()
    led("14(a)")
    reply = prepared("14(a)", text="Not agreed yet.")
    shown = page("14(a)", actor=reader)
    assert shown.replies == ()
    assert "ReplyPrepared" not in {line.kind for line in shown.timeline}
    if reader is not None:
        with pytest.raises(NoSuchThing):
            queries.reply(reader, reply)
    assert queries.due(reader, as_of=JAN, what="clearance") == ()
    assert len(queries.due(PEOPLE.clearer, as_of=JAN, what="clearance")) == 1


def test_of_a_sent_reply_others_see_the_words_and_not_the_clearance(store: Store) -> None:
    catalogued()
    led("14(a)")
    sent("14(a)", on="2024-05-10")
    later = at("2024-06-01")
    (seen,) = page("14(a)", actor=None, as_of=later).replies
    (inside,) = page("14(a)", actor=PEOPLE.clearer, as_of=later).replies
    assert (seen.text, seen.steps) == ("What was done.", ())
    assert [each.step for each in inside.steps] == ["prepared", "cleared", "sent"]


def test_a_reply_sent_elsewhere_is_marked_and_keeps_its_source(store: Store) -> None:
    catalogued()
    taken = TakenReply(
        recommendations=[leaf("14(a)")],
        sent_on=date(2024, 5, 13),
        source="A page of the Office",
        level=SourceLevel.REPORTED,
    )
    actions.take_reply(PEOPLE.ngo, taken, now=at("2026-01-10"))
    (reply,) = page("14(a)", as_of=at("2026-01-11")).replies
    assert (reply.stage, reply.level, reply.days_late) == (ReplyStage.TAKEN, SourceLevel.REPORTED, 1)
    assert reply.typed_late_days == 607


# Alternative reports: their authors' alone.


def alternative(**more: object) -> str:
    new = NewAlternative(
        recommendations=[leaf("14(a)")], title="What we saw", text="Nobody was charged. CANARY", **more
    )
    return actions.take_alternative(PEOPLE.ngo, new, now=JAN).made


@pytest.mark.parametrize("who", [*STATE, PEOPLE.other_ngo, PEOPLE.npm, None])
def test_an_alternative_report_is_read_by_nobody_until_it_is_published(sqlite_store: Store, who) -> None:
    catalogued()
    made = alternative()
    shown = page("14(a)", actor=who)
    assert shown.alternatives == ()
    assert "CANARY" not in repr(shown)
    assert "AlternativeReportTaken" not in {line.kind for line in shown.timeline}
    actions.publish_alternative(PEOPLE.ngo, made, on=date(2024, 1, 15), now=JAN + 60)
    assert page("14(a)", actor=who).alternatives[0].text == "Nobody was charged. CANARY"


@pytest.mark.parametrize("who", STATE)
def test_the_state_neither_enters_nor_changes_nor_publishes_an_alternative_report(
    sqlite_store: Store, who
) -> None:
    catalogued()
    made = alternative(published_on=date(2024, 1, 15))
    for act in (
        lambda: actions.replace_alternative(who, made, "All is well.", reason="Wrong.", now=JAN + 60),
        lambda: actions.publish_alternative(who, made, on=date(2024, 1, 15), now=JAN + 60),
        lambda: actions.take_alternative(
            who, NewAlternative(recommendations=[leaf("14(a)")], title="Ours", text="x"), now=JAN + 60
        ),
    ):
        with pytest.raises(NotPermitted):
            act()
    assert page("14(a)").alternatives[0].text == "Nobody was charged. CANARY"


def test_another_organisation_does_not_change_it_either_and_its_authors_keep_every_version(
    store: Store,
) -> None:
    catalogued()
    made = alternative(published_on=date(2024, 1, 15))
    with pytest.raises(TreatyRefusal, match="body that entered it"):
        actions.replace_alternative(PEOPLE.other_ngo, made, "Ours.", reason="Better.", now=JAN + 60)
    actions.replace_alternative(PEOPLE.ngo, made, "Two were charged.", reason="News.", now=JAN + 60)
    (shown,) = page("14(a)").alternatives
    assert (shown.text, shown.versions) == ("Two were charged.", 2)


# The plan.


def test_an_action_that_is_put_off_keeps_the_day_it_was_due(store: Store) -> None:
    catalogued()
    led("14(a)")
    action = planned("14(a)", budget=1_200_000, currency="KZT")
    put_off = {"on": date(2024, 1, 20), "due": date(2024, 12, 31), "now": at("2024-01-20")}
    with pytest.raises(TreatyRefusal, match="Nothing is typed"):
        actions.state_action(PEOPLE.writer, action, ActionState.PLANNED, **put_off)
    actions.state_action(PEOPLE.writer, action, ActionState.PLANNED, reason="No money.", **put_off)
    (shown,) = page("14(a)").actions
    assert (shown.due, shown.due_was) == (date(2024, 12, 31), (date(2024, 6, 30),))
    assert (shown.budget, shown.currency) == (1_200_000, "KZT")
    assert [step.reason for step in shown.history] == ["", "No money."]


def test_an_action_past_its_day_is_late_and_done_late_stays_late(store: Store) -> None:
    catalogued()
    led("14(a)")
    action = planned("14(a)")
    assert not page("14(a)", as_of=at("2024-06-30", 23)).actions[0].is_late
    assert page("14(a)", as_of=at("2024-07-01", 1)).actions[0].is_late
    actions.state_action(PEOPLE.writer, action, ActionState.DONE, on=date(2024, 7, 2), now=at("2024-07-02"))
    assert page("14(a)", as_of=at("2024-08-01")).actions[0].is_late


def test_a_word_on_an_action_is_not_dated_back_or_ahead(store: Store) -> None:
    catalogued()
    led("14(a)")
    action = planned("14(a)")
    actions.state_action(
        PEOPLE.writer, action, ActionState.UNDER_WAY, on=date(2024, 2, 1), now=at("2024-02-01")
    )
    with pytest.raises(TreatyRefusal, match="last word stands from 2024-02-01"):
        actions.state_action(
            PEOPLE.writer, action, ActionState.DONE, on=date(2024, 1, 20), now=at("2024-02-02")
        )
    with pytest.raises(TreatyRefusal, match="has not come yet"):
        actions.state_action(
            PEOPLE.writer, action, ActionState.DONE, on=date(2024, 3, 1), now=at("2024-02-02")
        )


def test_a_focal_point_plans_only_what_their_body_leads(store: Store) -> None:
    catalogued()
    led("14(a)")
    new = NewAction(recommendations=[leaf("14(a)")], what="x", lead="mia", due=date(2024, 6, 30))
    for act in (
        lambda: actions.plan_action(PEOPLE.health, new, now=JAN),
        lambda: actions.plan_action(PEOPLE.ngo, new, now=JAN),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_who_answered_before_stays_in_the_history(store: Store) -> None:
    catalogued()
    led("14(a)")
    led("14(a)", by="moj", since="2024-01-10")
    first, second = page("14(a)").responsible
    assert (first.body, first.until) == ("mia", date(2024, 1, 10))
    assert (second.body, second.until) == ("moj", None)
    with pytest.raises(TreatyRefusal, match="last word stands"):
        led("14(a)", by="mia", since="2023-05-01")
    with pytest.raises(NotPermitted):
        actions.make_responsible(PEOPLE.writer, [leaf("14(a)")], lead="mia", since=date(2024, 1, 10), now=JAN)


# Assessments.


def test_a_grade_is_one_of_the_committees_own_scale_and_says_if_it_was_never_seen(store: Store) -> None:
    catalogued()
    with pytest.raises(TreatyRefusal, match="no grade of this committee's scale"):
        assessed("14(a)", grade="A", on="2024-11-19")
    assessed("14(a)", grade="partially_implemented", on="2024-11-19")
    assessed("24(a)", grade="initial_steps", on="2024-11-19")
    later = at("2024-12-01")
    assert page("14(a)", as_of=later).assessments[0].grade.verified
    assert not page("24(a)", as_of=later).assessments[0].grade.verified


def test_a_ministry_enters_no_assessment_of_itself(store: Store) -> None:
    catalogued()
    with pytest.raises(NotPermitted):
        assessed("14(a)", grade="implemented", on="2024-11-19", by=PEOPLE.writer)


# The facts of the law's files, and what nothing can remove.


def test_what_followed_the_observations_comes_from_the_law_files_with_its_sources(store: Store) -> None:
    catalogued()
    done = actions.take_follow_up(PEOPLE.secretary, "CAT/C/KAZ/CO/4", now=at("2026-01-10"))
    again = actions.take_follow_up(PEOPLE.secretary, "CAT/C/KAZ/CO/4", now=at("2026-01-11"))
    assert (done.is_new, again.is_new) == (True, False)
    shown = page("14(a)", as_of=at("2026-02-01"))
    assert shown.line.grade is not None
    assert all(each.source for each in (*shown.replies, *shown.assessments))


def test_no_act_removes_an_entry(store: Store) -> None:
    catalogued()
    led("14(a)")
    before = StoredEntry.objects.count()
    sent("14(a)", on="2024-05-10")
    with pytest.raises(DatabaseError, match=r"the record only grows|permission denied"), transaction.atomic():
        StoredEntry.objects.filter(kind="ReplySent").delete()
    assert StoredEntry.objects.count() == before + 3


def test_a_reply_of_which_only_the_latest_day_is_known_is_not_called_late(store: Store) -> None:
    catalogued()
    actions.take_follow_up(PEOPLE.secretary, CATALOGUE, now=at("2024-12-01"))
    (reply,) = queries.recommendation(PEOPLE.secretary, leaf("14(a)"), as_of=at("2024-12-02")).replies
    assert reply.by_latest
    assert reply.sent_on is not None
    assert reply.due is not None
    assert reply.sent_on > reply.due
    assert reply.days_late is None
    lines = queries.due(PEOPLE.secretary, as_of=at("2024-12-02"))
    (line,) = [each for each in lines if each.what is DueWhat.FOLLOW_UP]
    assert (line.kept_on, line.days_late) == (reply.sent_on, None)
