"""The board, what is due, links judged by people, measures, and rebuilding."""

from datetime import date

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, RUSSIAN, SUBMISSION, accepted, at, catalogued, leaf, led, taken

from qorgau.access.permission import NotPermitted
from qorgau.lawbook import Language
from qorgau.recording.folds import registered_folds
from qorgau.recording.rebuilding import rebuild
from qorgau.treaty import actions, calendar_file, queries
from qorgau.treaty.actions import Correction, NewAction, NewAlternative, NewDeadline, NewReply
from qorgau.treaty.facts.naming import address_of, key_of
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.facts.words import DueWhat, Fix, Judgement, StandsAt, Tie
from qorgau.treaty.queries import Asked
from qorgau.treaty.refusal import NoSuchRecommendation, TreatyRefusal

JAN = at("2024-01-15")


def board(asked: Asked | None = None, *, as_of: int = JAN, actor=PEOPLE.secretary):
    return queries.board(actor, asked or Asked(size=500), as_of=as_of)


def test_the_catalogue_is_the_forty_seven_leaves_in_three_languages(store: Store) -> None:
    catalogued()
    found = board()
    assert found.total == 47
    assert sum(line.follow_up for line in found.lines) == 4
    shown = queries.recommendation(PEOPLE.secretary, leaf("10"), as_of=JAN)
    assert set(shown.texts) == set(shown.paraphrases) == {"en", "ru", "kk"}
    assert [name for name, _ in shown.demands] == ["10/1", "10/2", "10/3", "10/4", "10/5"]


def test_a_recommendation_is_found_by_how_it_is_cited_and_by_its_address(store: Store) -> None:
    catalogued()
    slug, name = address_of(leaf("12(a)(iv)"))
    by_id = queries.recommendation(None, leaf("12(a)(iv)"), as_of=JAN)
    by_address = queries.recommendation(None, f"{slug}/{name}", as_of=JAN)
    assert by_id.line == by_address.line
    with pytest.raises(NoSuchRecommendation):
        queries.recommendation(None, leaf("99"), as_of=JAN)


def test_objects_of_entries_are_named_so_that_two_leaves_never_share_a_name() -> None:
    leaves = ["12(a)(iv)", "12(a)", "12", "95.2", "95(2)", "art2.3", "s4.2", "10/3"]
    assert len({key_of(leaf(each)) for each in leaves}) == len(leaves)
    assert key_of("строка#1") != key_of("строка#2")


def test_the_board_narrows_by_each_filter_and_counts_what_is_left(store: Store) -> None:
    catalogued()
    led("14(a)", "24(a)")
    led("28", by="ministry_of_health")
    assert board(Asked(body="mia")).total == 2
    assert board(Asked(follow_up=True)).total == 4
    assert board(Asked(subject="npm")).total > 0
    assert board(Asked(text="ПРЕВЕНТИВНЫЙ")).total == board(Asked(text="превентивный")).total > 0
    assert board(Asked(committee="CEDAW")).total == 0
    assert board(Asked(due_before=date(2024, 5, 13))).total == 4
    found = board(Asked(state=StandsAt.ASSIGNED))
    assert found.total == 3
    assert found.counts[StandsAt.ASSIGNED] == 3
    assert sum(found.counts.values()) == 47
    assert found.bodies == {"mia": 2, "ministry_of_health": 1}


def test_a_deadline_is_overdue_on_the_board_once_its_day_is_over_in_geneva(store: Store) -> None:
    catalogued()
    # They are due on 12 May 2024, whose last three hours in Geneva are the first three of 13 May in Almaty.
    last_hour, over = at("2024-05-13", 2), at("2024-05-13", 3)
    assert board(Asked(days_left=-1), as_of=last_hour).total == 0
    assert [line.days_left for line in board(Asked(days_left=0), as_of=last_hour).lines] == [0, 0, 0, 0]
    assert [line.days_left for line in board(Asked(days_left=-1), as_of=over).lines] == [-1, -1, -1, -1]


def test_a_month_ahead_on_the_board_is_counted_in_geneva(store: Store) -> None:
    catalogued()
    assert board(Asked(days_left=30), as_of=at("2024-04-12", 2)).total == 0
    assert board(Asked(days_left=30), as_of=at("2024-04-12", 3)).total == 4


def test_the_board_is_paged_without_a_gap(store: Store) -> None:
    catalogued()
    pages = [board(Asked(page=page, size=20, order="id")) for page in (1, 2, 3)]
    told = [line.id for each in pages for line in each.lines]
    assert len(told) == len(set(told)) == 47
    assert pages[0].pages == 3


def test_a_custody_officer_sees_no_board(sqlite_store: Store) -> None:
    with pytest.raises(NotPermitted):
        board(actor=PEOPLE.officer)


# What is due.


def test_everything_due_stands_in_one_list_with_the_days_left(store: Store) -> None:
    catalogued()
    led("14(a)")
    new = NewAction(recommendations=[leaf("14(a)")], what="Law", lead="mia", due=date(2024, 3, 1))
    actions.plan_action(PEOPLE.writer, new, now=JAN)
    reply = NewReply(recommendations=[leaf("14(a)")], text="Draft.", language="en")
    actions.prepare_reply(PEOPLE.writer, reply, now=JAN)
    input_due = NewDeadline(what=DueWhat.NGO_INPUT, due=date(2024, 2, 1), committee="CAT", source="A notice")
    made = actions.set_deadline(PEOPLE.ngo, input_due, now=JAN).made
    lines = {line.what: line for line in queries.due(PEOPLE.writer, as_of=JAN)}
    assert set(lines) == {
        DueWhat.NGO_INPUT, DueWhat.PLANNED_ACTION, DueWhat.FOLLOW_UP, DueWhat.SIMPLIFIED_PROCEDURE,
        DueWhat.CLEARANCE, DueWhat.NEXT_REPORT,
    }  # fmt: skip
    assert (lines[DueWhat.FOLLOW_UP].due, lines[DueWhat.FOLLOW_UP].days_left) == (date(2024, 5, 12), 118)
    assert lines[DueWhat.NEXT_REPORT].due == date(2027, 5, 12)
    assert lines[DueWhat.FOLLOW_UP].zone == "Europe/Zurich"
    assert lines[DueWhat.PLANNED_ACTION].zone == "Asia/Almaty"
    actions.meet_deadline(PEOPLE.ngo, made, on=date(2024, 2, 2), now=at("2024-02-03"))
    (met,) = queries.due(None, as_of=at("2024-02-03"), what=DueWhat.NGO_INPUT)
    assert (met.kept_on, met.days_late) == (date(2024, 2, 2), 1)
    with pytest.raises(TreatyRefusal, match="It was done on 2024-02-02"):
        actions.meet_deadline(PEOPLE.ngo, made, on=date(2024, 2, 1), now=at("2024-02-04"))


def test_the_calendar_file_shows_whole_days_and_folds_within_no_letter(store: Store) -> None:
    catalogued()
    lines = queries.due(None, as_of=JAN)
    text = calendar_file.icalendar(lines, made_at=JAN, language=Language.KK)
    rows = text.split(b"\r\n")
    assert max(len(row) for row in rows) <= 75
    assert b"DTSTART;VALUE=DATE:20240512" in rows
    assert b"DTEND;VALUE=DATE:20240513" in rows
    assert text.decode().count("BEGIN:VEVENT") == len(lines)


def test_a_calendar_names_what_will_be_done_and_recommendations_by_their_numbers(store: Store) -> None:
    catalogued()
    led("14(a)")
    new = NewAction(recommendations=[leaf("14(a)")], what="Draft a law", lead="mia", due=date(2024, 3, 1))
    actions.plan_action(PEOPLE.writer, new, now=JAN)
    lines = queries.due(None, as_of=JAN)
    text = calendar_file.icalendar(lines, made_at=JAN, language=Language.EN).decode().replace("\r\n ", "")
    (action,) = (each for each in text.split("BEGIN:VEVENT") if "Action of the plan" in each)
    assert "SUMMARY:Action of the plan: Draft a law" in action
    assert "CAT/C/KAZ/CO/4 § 14(a)" in action
    assert "#" not in "".join(row for row in text.split("\r\n") if not row.startswith("UID:"))


# Links.


def test_a_link_is_a_persons_word_and_an_earlier_word_is_kept(store: Store) -> None:
    catalogued()
    other = "0123456789ab#art12.1"
    for judgement, who in ((Judgement.CONFIRMED, PEOPLE.ngo), (Judgement.REFUSED, PEOPLE.analyst)):
        actions.judge_link(who, leaf("14(a)"), other, judgement, reason="Compared.", now=JAN)
    (link,) = queries.recommendation(None, leaf("14(a)"), as_of=JAN).links
    assert (link.right, link.judgement, link.body) == (other, Judgement.REFUSED, "ombudsperson")
    with pytest.raises(NotPermitted):
        actions.judge_link(
            PEOPLE.writer, leaf("14(a)"), other, Judgement.REFUSED, reason="Ours differs.", now=JAN
        )


def test_a_link_to_what_is_held_back_is_not_told(store: Store) -> None:
    catalogued()
    made = actions.take_document(
        PEOPLE.ngo, SUBMISSION.data, name=SUBMISSION.name, held_back=True, now=JAN
    ).made
    actions.accept_document(PEOPLE.ngo, made, now=JAN)
    theirs = next(line.id for line in board(actor=PEOPLE.ngo).lines if line.held_back)
    actions.judge_link(
        PEOPLE.ngo, leaf("14(a)"), theirs, Judgement.CONFIRMED, reason="Our words.", now=JAN + 60
    )
    assert queries.recommendation(None, leaf("14(a)"), as_of=JAN).links == ()
    assert "LinkJudged" not in {
        line.kind for line in queries.recommendation(None, leaf("14(a)"), as_of=JAN).timeline
    }
    (own,) = queries.recommendation(PEOPLE.ngo, leaf("14(a)"), as_of=JAN).links
    assert own.right == theirs


def test_two_documents_stand_side_by_side_with_their_links(store: Store) -> None:
    left = taken()
    right = actions.take_document(PEOPLE.secretary, RUSSIAN.data, name=RUSSIAN.name, now=JAN).made
    found = queries.side_by_side(PEOPLE.secretary, left, right, as_of=JAN)
    ids = {f"{found.left.line.stem}#{each.id}" for each in found.left.document.recommendations}
    assert {line.left for line in found.links} <= ids
    assert all(line.judgement is None for line in found.links)


# What a person says.


def test_a_persons_classification_stands_over_the_programs(store: Store) -> None:
    catalogued()
    classes = Classes(subjects=("npm",), people=("women",))
    actions.classify(PEOPLE.analyst, leaf("14(a)"), classes, reason="It speaks of visits.", now=JAN)
    shown = queries.recommendation(PEOPLE.secretary, leaf("14(a)"), as_of=JAN)
    assert (shown.classes.subjects, shown.classes_by) == (("npm",), "ombudsperson")
    with pytest.raises(TreatyRefusal, match="none of the answers"):
        actions.classify(PEOPLE.analyst, leaf("14(a)"), Classes(subjects=("x",)), reason="x", now=JAN)


def test_a_measure_set_aside_is_left_out_and_who_did_so_stays_in_the_timeline(store: Store) -> None:
    catalogued()
    tied = queries.recommendation(None, leaf("14(a)"), as_of=JAN).ties
    first = tied[0]
    actions.tie_measure(
        PEOPLE.ngo, leaf("14(a)"), first.tie, first.name, holds=False, reason="Another matter.", now=JAN
    )
    actions.tie_measure(PEOPLE.ngo, leaf("14(a)"), Tie.FIGURE, "crowding", reason="It shows.", now=JAN + 1)
    shown = queries.recommendation(None, leaf("14(a)"), as_of=JAN)
    assert first not in shown.ties
    assert ("crowding", "coalition") in {(each.name, each.by_body) for each in shown.ties}
    assert [line.kind for line in shown.timeline].count("MeasureTied") == 2
    with pytest.raises(TreatyRefusal, match="no safeguard, figure or article"):
        actions.tie_measure(PEOPLE.ngo, leaf("14(a)"), Tie.FIGURE, "torture_probability", reason="x", now=JAN)


# Rebuilding.


def _held() -> dict[str, list[tuple[object, ...]]]:
    tables = {
        table for fold in registered_folds() if fold.name.startswith("treaty_") for table in fold.tables
    }
    return {
        table._meta.db_table: sorted(table.objects.values_list(), key=repr)
        for table in sorted(tables, key=lambda each: each._meta.db_table)
    }


def test_rebuilt_tables_equal_the_live_ones(store: Store) -> None:
    document = accepted()
    catalogued()
    led("14(a)", "24(a)")
    fix = Correction(what=Fix.PARAGRAPH_KIND, target="p3", value="positive")
    made = actions.correct_reading(PEOPLE.secretary, document, fix, reason="So.", now=JAN).made
    actions.withdraw_correction(PEOPLE.secretary, document, made, reason="Not so.", now=JAN + 1)
    new = NewAction(recommendations=[leaf("14(a)")], what="Law", lead="mia", due=date(2024, 3, 1))
    actions.plan_action(PEOPLE.writer, new, now=JAN)
    reply = actions.prepare_reply(
        PEOPLE.writer, NewReply(recommendations=[leaf("14(a)")], text="x", language="en"), now=JAN
    ).made
    actions.clear_reply(PEOPLE.clearer, reply, now=JAN + 60)
    actions.take_alternative(
        PEOPLE.ngo, NewAlternative(recommendations=[leaf("14(a)")], title="t", text="x"), now=JAN
    )
    actions.take_follow_up(PEOPLE.secretary, "CAT/C/KAZ/CO/4", now=at("2026-01-01"))
    actions.judge_link(PEOPLE.ngo, leaf("14(a)"), leaf("24(a)"), Judgement.REFUSED, reason="x", now=JAN)
    actions.tie_measure(PEOPLE.ngo, leaf("14(a)"), Tie.FIGURE, "crowding", reason="x", now=JAN)
    before = _held()
    empty = {table for table, rows in before.items() if not rows}
    assert empty <= {"treaty_issued_report"}
    rebuild(as_of=at("2026-02-01"))
    assert _held() == before


EARLIER = "\n\n".join(
    (
        "CAT/C/KAZ/CO/3",
        "Committee against Torture",
        "Concluding observations on the third periodic report of Kazakhstan (synthetic)",
        *(
            f"{n}.\tThe Committee is concerned about the invented matter of paragraph {n}."
            for n in range(1, 10)
        ),
        "10.\tThe State party should move every place of this invented kind to another ministry.",
    )
)


def test_what_a_document_says_it_repeats_is_proposed_first(store: Store) -> None:
    catalogued()
    document = actions.take_document(
        PEOPLE.secretary, EARLIER.encode(), name="earlier.txt", now=at("2023-09-02")
    ).made
    actions.accept_document(PEOPLE.secretary, document, now=at("2023-09-03"))
    first = queries.proposals(PEOPLE.secretary, leaf("18"))[0]
    assert (first.right, first.how) == ("CAT/C/KAZ/CO/3#10", "stated")
