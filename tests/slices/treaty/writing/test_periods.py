"""A draft counts by year since the last review: its periods, its tables, what is not settled and what was never recorded."""

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.slices.custody.desk import Desk, at, booking, instant, open_desk
from tests.slices.store import Store
from tests.slices.treaty.writing.people import SYMBOL, Writers, writers

from qorgau.access.actor import Actor
from qorgau.custody.actions import book
from qorgau.lawbook import Language
from qorgau.treaty.actions.writing import insert, new_draft, save_block, take_recounted
from qorgau.treaty.models.drafts import DraftPartRow, DraftRow, DraftVersionRow
from qorgau.treaty.queries.draft_periods import periods_of
from qorgau.treaty.queries.draft_rows import own_draft, part_key, writing_of
from qorgau.treaty.queries.drafts import draft
from qorgau.treaty.queries.editions import composed
from qorgau.treaty.queries.inserting import offered, recounted
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.writing.blocks import Block, Writing
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.parts import taken_apart
from qorgau.treaty.writing.report import Numbered, Tabled
from qorgau.treaty.writing.stored import from_text, to_text

LATER = instant("2026-11-22 09:00")
IN_FEBRUARY = instant("2027-02-10 09:00")
CUSTODIES = "custodies"


@pytest.fixture
def desk(store: Store) -> Desk:
    desk = open_desk()
    for day, count in (("2024-08-05", 2), ("2025-03-10", 7), ("2026-11-21", 5)):
        for minute in range(count):
            held = booking(
                desk,
                family_name=f"Person {day} {minute}",
                apprehended=at(f"{day} 01:00"),
                delivered=at(f"{day} 01:50"),
            )
            book(desk.officer, held, now=instant(f"{day} 02:3{minute}"))
    return desk


@pytest.fixture
def who(desk: Desk) -> Writers:
    return writers()


@pytest.fixture
def nobody_held(store: Store) -> Writers:
    return writers()


def begun(
    who: Actor, kind: ReportKind = ReportKind.PERIODIC, *periods: str, now: int = LATER, fill: bool = True
) -> str:
    return new_draft(who, kind, SYMBOL, Language.EN, now=now, periods=periods, fill=fill)


def years(who: Actor, held: str) -> list[str]:
    return [each[:4] for each in draft(who, held).writing.periods]


def block_with_custodies(writing: Writing) -> Block:
    return next(
        each for each in writing.blocks if any(one.id.startswith(f"{CUSTODIES}@") for one in each.figures)
    )


def table_of_figures(writing: Writing, block: str) -> Tabled:
    items = composed(writing, version=1, at=LATER).report.items
    return next(
        each for each in items if isinstance(each, Tabled) and each.block == block and "Figures" in each.title
    )


def test_a_periodic_report_counts_each_whole_year_since_the_review_and_the_running_one(
    nobody_held: Writers,
) -> None:
    assert years(nobody_held.council, begun(nobody_held.council, fill=False)) == ["2024", "2025", "2026"]


def test_a_follow_up_report_begins_with_the_year_of_the_adoption(nobody_held: Writers) -> None:
    for actor, kind in (
        (nobody_held.council, ReportKind.FOLLOW_UP),
        (nobody_held.coalition, ReportKind.ALTERNATIVE),
    ):
        assert years(actor, begun(actor, kind, fill=False)) == ["2023", "2024", "2025", "2026"]


def test_before_april_two_years_are_not_settled_and_both_are_counted(who: Writers) -> None:
    held = begun(who.council, now=IN_FEBRUARY)
    assert years(who.council, held) == ["2024", "2025", "2026", "2027"]
    block = block_with_custodies(draft(who.council, held).writing)
    marked = [each.period for each in block.figures if each.id.startswith(f"{CUSTODIES}@")]
    assert ["not settled" in each for each in marked] == [False, False, True, True]


def test_of_settled_years_the_last_five_are_counted(nobody_held: Writers) -> None:
    late = instant("2034-05-10 09:00")
    assert years(nobody_held.council, begun(nobody_held.council, now=late, fill=False)) == [
        str(each) for each in range(2029, 2035)
    ]


def test_the_years_stand_beside_each_other_with_small_numbers_withheld(who: Writers) -> None:
    writing = draft(who.council, begun(who.council)).writing
    made = table_of_figures(writing, block_with_custodies(writing).id)
    row = next(each for each in made.rows if each[0].text == "Custodies")
    assert [cell.text for cell in row[1:]] == ["<\N{NO-BREAK SPACE}5", "7", "5"]
    assert made.head[1:3] == ("2024", "2025")
    assert "not settled" in made.head[3]


def test_what_was_never_recorded_is_admitted_and_is_no_nought(who: Writers) -> None:
    writing = draft(who.council, begun(who.council, ReportKind.PERIODIC, "2022", "2023", "2025")).writing
    made = table_of_figures(writing, block_with_custodies(writing).id)
    assert made.head[1:] == ("2025",)
    assert "Not recorded before August 2024." in made.below
    opening = next(
        each for each in composed(writing, version=1, at=LATER).report.items if isinstance(each, Numbered)
    )
    assert "Not recorded before August 2024." in "".join(run.text for run in opening.runs)


def test_duties_stand_by_year_under_the_duty(who: Writers) -> None:
    writing = draft(who.council, begun(who.council)).writing
    items = composed(writing, version=1, at=LATER).report.items
    made = next(each for each in items if isinstance(each, Tabled) and "by year" in each.title)
    groups = [place for place, row in enumerate(made.rows) if len(row) == 1]
    assert groups[0] == 0
    told = [row[0].text for row in made.rows[1 : groups[1] if len(groups) > 1 else None]]
    assert told[:2] == ["2024", "2025"]
    assert "not settled" in told[2]


def test_one_period_that_is_chosen_is_a_list_of_one(who: Writers) -> None:
    held = begun(who.council, ReportKind.PERIODIC, "2025")
    writing = draft(who.council, held).writing
    assert writing.periods == ("2025-01-01..2025-12-31",)
    figures = block_with_custodies(writing).figures
    assert [each.period for each in figures if each.id.startswith(CUSTODIES)] == ["2025"]


def test_what_is_offered_for_a_part_is_counted_over_the_drafts_own_periods(who: Writers) -> None:
    held = begun(who.council, ReportKind.PERIODIC, "2024", "2025")
    block = block_with_custodies(draft(who.council, held).writing)
    found = {each.id for each in offered(who.council, held, block.id, now=LATER).figures}
    assert {f"{CUSTODIES}@{year}-01-01..{year}-12-31" for year in (2024, 2025)} <= found
    assert not any("2026-" in each for each in found)


def test_counting_anew_counts_each_year_over_itself(desk: Desk, who: Writers) -> None:
    held = begun(who.council)
    block = block_with_custodies(draft(who.council, held).writing)
    assert recounted(who.council, held, now=LATER) == ()
    late = booking(
        desk, family_name="Late", apprehended=at("2025-03-11 01:00"), delivered=at("2025-03-11 01:50")
    )
    book(desk.officer, late, now=instant("2026-11-21 05:00"), confirmed=True)
    changed = {each.before.id: each for each in recounted(who.council, held, now=LATER)}
    change = changed[f"{CUSTODIES}@2025-01-01..2025-12-31"]
    assert (change.before.value, change.after.value) == ("7", "8")
    assert f"{CUSTODIES}@2026-01-01..2026-12-31" not in changed
    take_recounted(who.council, held, [change.before.id], base=1, now=LATER)
    writing = draft(who.council, held).writing
    row = next(each for each in table_of_figures(writing, block.id).rows if each[0].text == "Custodies")
    assert [cell.text for cell in row[1:]] == ["<\N{NO-BREAK SPACE}5", "8", "5"]


def test_a_draft_from_before_periods_goes_on_as_it_was(who: Writers) -> None:
    held = begun(who.council, fill=False)
    old = replace(draft(who.council, held).writing, periods=(), recorded_from="")
    text = to_text(old).replace('"periods": [], ', "").replace('"recorded_from": "", ', "")
    assert "periods" not in text
    assert from_text(text) == old
    _stored_as(held, old)
    row = own_draft(who.council, held)
    assert [each.from_ for each in periods_of(writing_of(row), now=LATER)] == [date(2025, 1, 1)]
    block = next(
        each.id
        for each in old.blocks
        if any(
            one.id.startswith(f"{CUSTODIES}@2025")
            for one in offered(who.council, held, each.id, now=LATER).figures
        )
    )
    insert(who.council, held, block, figures=[f"{CUSTODIES}@2025-01-01..2025-12-31"], base=1, now=LATER)
    save_block(who.council, held, block, "Words.", base=2, now=LATER)
    assert table_of_figures(draft(who.council, held).writing, block).head[1:] == ("2025",)


def _stored_as(draft_id: str, writing: Writing) -> None:
    """The draft's first version as a program stored it that knew of no periods."""
    head, *_ = taken_apart(writing).names
    version = DraftVersionRow.objects.get(draft_id=draft_id, number=1)
    content = json.loads(taken_apart(writing).contents[head])
    for name in ("periods", "recorded_from"):
        del content[name]
    DraftPartRow.objects.create(
        row_id=part_key(draft_id, head), draft_id=draft_id, sha256=head, content=json.dumps(content)
    )
    version.parts = json.dumps([head, *json.loads(version.parts)[1:]])
    version.save()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (("last year",), "draft_period_unreadable"),
        (("2025-12-31..2025-01-01",), "draft_period_unreadable"),
        (("2027",), "draft_period_to_come"),
        (tuple(str(each) for each in range(2010, 2020)), "draft_periods_too_many"),
    ],
)
def test_periods_that_cannot_be_counted_are_refused_in_words(
    nobody_held: Writers, typed: tuple[str, ...], key: str
) -> None:
    with pytest.raises(TreatyRefusal) as refused:
        begun(nobody_held.council, ReportKind.PERIODIC, *typed)
    assert (refused.value.key, refused.value.field) == (f"treaty.{key}", "periods")
    assert len({refused.value.said(language) for language in Language}) == 3
    assert not DraftRow.objects.exists()


def test_who_may_not_count_everything_chooses_whole_years_so_that_none_can_be_subtracted(
    nobody_held: Writers,
) -> None:
    with pytest.raises(TreatyRefusal) as refused:
        begun(nobody_held.coalition, ReportKind.ALTERNATIVE, "2025", "2025-01-01..2025-06-30", fill=False)
    assert refused.value.key == "treaty.whole_years"
