"""Ways around words and days: other files of one symbol, moved numbers, days that suit, hostile text and numbers."""

from datetime import date

import pytest
from tests.slices.store import Store
from tests.slices.treaty.cycle import CATALOGUE, PEOPLE, accepted, at, catalogued, leaf, led
from tests.slices.treaty.forged import observations

from qorgau.access.permission import NotPermitted
from qorgau.lawbook import Language
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import Correction, NewAction, NewAssessment, NewReply, TakenReply
from qorgau.treaty.actions.writing import insert, new_draft
from qorgau.treaty.calendar_file import icalendar
from qorgau.treaty.evidence import Period, evidence
from qorgau.treaty.evidence.small_numbers import shown_parts
from qorgau.treaty.facts.told import DueLine
from qorgau.treaty.facts.words import ActionState, DueWhat, Fix, SourceLevel, StandsAt
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.writing.kinds import ReportKind

NOW = at("2026-02-01")
NINE = "CAT/C/KAZ/CO/9"
GENUINE = "Bring its definition into line with article 1 of the Convention;"


def public(data: bytes, *, by=PEOPLE.secretary, now: int = NOW) -> str:
    document = actions.take_document(by, data, name="file.txt", now=now).made
    actions.accept_document(by, document, now=now)
    return document


def page(name: str, actor=None, as_of: int = NOW + 9000):
    return queries.recommendation(actor, name, as_of=as_of)


# Another file of one symbol.


@pytest.mark.parametrize("by", [PEOPLE.ngo, PEOPLE.writer])
def test_a_later_file_of_the_same_symbol_does_not_replace_the_words_that_stand(store: Store, by) -> None:
    first = public(observations())
    second = public(observations(leaf="Be praised for its definition;"), by=by, now=NOW + 600)
    shown = page(f"{NINE}#10(a)")
    assert shown.line.text == shown.texts["en"] == GENUINE
    assert shown.line.document == shown.document.id == first
    (other,) = shown.other_words
    assert (other.text, other.document, other.body) == ("Be praised for its definition;", second, by.body)


def test_a_later_file_moves_no_deadline_and_unchooses_nothing(store: Store) -> None:
    public(observations())
    before = page(f"{NINE}#10(a)").line
    public(observations(follow_up="12 May 2034"), by=PEOPLE.writer, now=NOW + 600)
    after = page(f"{NINE}#10(a)").line
    assert (after.due, after.follow_up, after.stands.at) == (before.due, before.follow_up, before.stands.at)
    assert after.stands.at is StandsAt.OVERDUE


def test_a_file_does_not_move_the_days_that_the_law_files_know(store: Store) -> None:
    catalogued()
    before = page(leaf("14(a)")).line
    paragraph = "14. The State party should: \n\n(a) Do as it likes."
    public(observations(CATALOGUE, more=paragraph, follow_up="12 May 2034"), by=PEOPLE.writer)
    after = page(leaf("14(a)")).line
    assert (after.due, after.follow_up) == (before.due, before.follow_up)


def test_words_corrected_after_a_document_was_accepted_are_tracked_once_it_is_accepted_again(
    store: Store,
) -> None:
    document = public(observations())
    fix = Correction(what=Fix.LEAF_TEXT, target="10(a)", value="Bring its definition into line.")
    actions.correct_reading(PEOPLE.secretary, document, fix, reason="Misread.", now=NOW + 60)
    actions.accept_document(PEOPLE.secretary, document, now=NOW + 120)
    assert page(f"{NINE}#10(a)").line.text == "Bring its definition into line."


# Numbers that are moved.


def test_no_leaf_takes_over_the_number_and_with_it_the_history_of_another(store: Store) -> None:
    document = public(observations())
    shown = queries.document(PEOPLE.secretary, document, as_of=NOW)
    place = next(place for place, each in enumerate(shown.document.paragraphs) if each.number == "10")
    offset = shown.document.paragraphs[place].text.index("Ensure that penalties")
    split = Correction(what=Fix.SPLIT, target=f"p{place}", value=str(offset), place="12")
    with pytest.raises(TreatyRefusal):
        actions.correct_reading(PEOPLE.secretary, document, split, reason="Two.", now=NOW + 60)


def test_a_correction_on_which_a_tracked_number_rests_is_not_withdrawn(store: Store) -> None:
    document = actions.take_document(PEOPLE.secretary, observations(), name="f.txt", now=NOW).made
    fix = Correction(what=Fix.ID, target="12", value="15")
    made = actions.correct_reading(PEOPLE.secretary, document, fix, reason="Misread.", now=NOW).made
    actions.accept_document(PEOPLE.secretary, document, now=NOW + 60)
    with pytest.raises(TreatyRefusal, match="tracked"):
        actions.withdraw_correction(PEOPLE.secretary, document, made, reason="No.", now=NOW + 120)


def test_the_symbol_on_which_tracked_numbers_rest_is_not_taken_back(store: Store) -> None:
    document = actions.take_document(PEOPLE.secretary, observations(), name="f.txt", now=NOW).made
    fix = Correction(what=Fix.HEADER, target="symbol", value="CAT/C/KAZ/CO/5")
    made = actions.correct_reading(PEOPLE.secretary, document, fix, reason="Misread.", now=NOW).made
    actions.accept_document(PEOPLE.secretary, document, now=NOW + 60)
    with pytest.raises(TreatyRefusal, match="tracked"):
        actions.withdraw_correction(PEOPLE.secretary, document, made, reason="No.", now=NOW + 120)


@pytest.mark.parametrize(
    ("what", "target", "value"),
    [
        (Fix.HEADER, "symbol", "Z\nCAT/C/KAZ/CO/4"),
        (Fix.HEADER, "symbol", "CAT/C/KAZ/CO/4#14(a)"),
        (Fix.HEADER, "symbol", "A" * 300),
        (Fix.HEADER, "committee", "C" * 300),
        (Fix.HEADER, "language", "<script>"),
        (Fix.ID, "12", "12\nCAT/C/KAZ/CO/4#14(a)"),
        (Fix.ID, "12", "1#2"),
        (Fix.ID, "12", "9" * 300),
        (Fix.SPLIT, "p1", "²"),
        (Fix.SPLIT, "p1", "-1"),
        (Fix.SPLIT, "p1", "9" * 5000),
        (Fix.HEADING, "p99999999999", "x"),
        (Fix.PARAGRAPH_TEXT, "p1", "😀" * 60_000),
    ],
)
def test_no_name_or_number_is_typed_that_could_be_taken_for_another(
    store: Store, what: Fix, target: str, value: str
) -> None:
    document = actions.take_document(PEOPLE.secretary, observations(), name="f.txt", now=NOW).made
    correction = Correction(what=what, target=target, value=value)
    if what is Fix.PARAGRAPH_TEXT:
        actions.correct_reading(PEOPLE.secretary, document, correction, reason="Long.", now=NOW)
        correction = Correction(what=what, target=target, value="😁" * 60_000)
    with pytest.raises(TreatyRefusal):
        actions.correct_reading(PEOPLE.secretary, document, correction, reason="Why not.", now=NOW + 60)


# Bodies that act for others.


def test_a_ministry_plans_nothing_on_what_it_neither_leads_nor_contributes_to(store: Store) -> None:
    catalogued()
    led("14(a)")
    new = NewAction(
        recommendations=[leaf("14(a)")], what="A leaflet", lead="ministry_of_health", due=date(2027, 1, 1)
    )
    with pytest.raises(NotPermitted):
        actions.plan_action(PEOPLE.health, new, now=NOW)
    assert actions.plan_action(PEOPLE.secretary, new, now=NOW).is_new


def test_a_body_that_leads_no_longer_neither_clears_nor_sends(store: Store) -> None:
    catalogued()
    (name,) = led("14(a)")
    new = NewReply(recommendations=[name], text="What was done.", language="en")
    reply = actions.prepare_reply(PEOPLE.writer, new, now=NOW).made
    actions.make_responsible(
        PEOPLE.secretary, [name], lead="ministry_of_health", since=date(2026, 1, 1), now=NOW + 60
    )
    with pytest.raises(TreatyRefusal, match="no longer leads"):
        actions.clear_reply(PEOPLE.clearer, reply, now=NOW + 120)


def test_what_is_cleared_is_what_was_read(store: Store) -> None:
    catalogued()
    (name,) = led("14(a)")
    new = NewReply(recommendations=[name], text="What was done.", language="en")
    reply = actions.prepare_reply(PEOPLE.writer, new, now=NOW).made
    read = queries.reply(PEOPLE.clearer, reply).text_sha256
    actions.revise_reply(PEOPLE.writer, reply, "What was never done.", now=NOW + 60)
    with pytest.raises(TreatyRefusal, match="changed this reply"):
        actions.clear_reply(PEOPLE.clearer, reply, seen=read, now=NOW + 120)
    now = queries.reply(PEOPLE.clearer, reply).text_sha256
    assert actions.clear_reply(PEOPLE.clearer, reply, seen=now, now=NOW + 180).is_new


# Days and grades that suit.


def test_every_day_that_was_promised_stays_in_sight_though_it_is_promised_again(store: Store) -> None:
    catalogued()
    led("14(a)")
    new = NewAction(recommendations=[leaf("14(a)")], what="A law", lead="mia", due=date(2026, 6, 30))
    action = actions.plan_action(PEOPLE.writer, new, now=NOW).made
    for number, due in enumerate((date(2026, 12, 31), date(2026, 6, 30)), start=1):
        actions.state_action(
            PEOPLE.writer, action, ActionState.PLANNED, on=date(2026, 2, 1), due=due, reason="Slow.",
            now=NOW + number * 60,
        )  # fmt: skip
    (shown,) = page(leaf("14(a)")).actions
    assert (shown.due, shown.due_was) == (date(2026, 6, 30), (date(2026, 6, 30), date(2026, 12, 31)))


def test_who_entered_an_assessment_or_a_reply_from_outside_is_told_beside_it(store: Store) -> None:
    catalogued()
    assessment = NewAssessment(
        recommendations=[leaf("14(a)")], grade="not_implemented", words="", on=date(2026, 1, 1),
        source="A letter", level=SourceLevel.MEMORY,
    )  # fmt: skip
    actions.take_assessment(PEOPLE.ngo, assessment, now=NOW)
    reply = TakenReply(
        recommendations=[leaf("14(a)")],
        sent_on=date(2026, 1, 1),
        source="A letter",
        level=SourceLevel.REPORTED,
    )
    actions.take_reply(PEOPLE.writer, reply, now=NOW)
    shown = page(leaf("14(a)"))
    assert (shown.assessments[0].body, shown.assessments[0].level) == ("coalition", SourceLevel.MEMORY)
    assert shown.assessments[0].entered_at == NOW
    assert (shown.replies[0].taken_body, shown.replies[0].level) == ("mia", SourceLevel.REPORTED)


def test_nobody_answers_or_judges_before_it_was_asked(store: Store) -> None:
    document = accepted()
    first = queries.document(None, document, as_of=NOW)
    name = next(iter(first.tracked.values()))
    reply = TakenReply(
        recommendations=[name], sent_on=date(1990, 1, 1), source="A letter", level=SourceLevel.OPENED
    )
    with pytest.raises(TreatyRefusal, match="adopted"):
        actions.take_reply(PEOPLE.writer, reply, now=NOW)


@pytest.mark.parametrize("budget", [10**30, 2**53, 2**63])
@pytest.mark.parametrize("currency", ["KZT"])
def test_a_budget_beyond_every_treasury_is_refused(sqlite_store: Store, budget: int, currency: str) -> None:
    catalogued()
    led("14(a)")
    new = NewAction(
        recommendations=[leaf("14(a)")], what="A law", lead="mia", due=date(2026, 6, 30), budget=budget,
        currency=currency,
    )  # fmt: skip
    with pytest.raises(TreatyRefusal):
        actions.plan_action(PEOPLE.writer, new, now=NOW)


@pytest.mark.parametrize("field", ["symbol", "language"])
def test_words_too_long_for_their_place_are_refused_on_every_engine(store: Store, field: str) -> None:
    catalogued()
    reply = TakenReply(
        recommendations=[leaf("14(a)")], sent_on=date(2026, 1, 1), source="A letter",
        level=SourceLevel.OPENED, **{field: "x" * 300},
    )  # fmt: skip
    with pytest.raises(TreatyRefusal):
        actions.take_reply(PEOPLE.writer, reply, now=NOW)


# Hostile documents.


def test_a_leaf_longer_than_an_entry_is_refused_in_words(store: Store) -> None:
    data = observations(leaf="Act " + "now " * 90_000 + ";")
    document = actions.take_document(PEOPLE.secretary, data, name="f.txt", now=NOW).made
    with pytest.raises(TreatyRefusal, match="too long for one entry"):
        actions.accept_document(PEOPLE.secretary, document, now=NOW)


def test_signs_that_deceive_the_eye_are_tracked_as_nothing(store: Store) -> None:
    public(observations(leaf="Act\0 and\x07 turn \u202elive;"))
    assert not {*page(f"{NINE}#10(a)").line.text} & {"\0", "\x07", "\u202e"}


# Numbers that could be subtracted, and files that other programs read.


def test_the_public_counts_one_year_at_a_time_so_that_no_year_is_the_rest_of_two(store: Store) -> None:
    catalogued()
    two = Period(from_=date(2024, 1, 1), to=date(2025, 12, 31))
    with pytest.raises(TreatyRefusal, match="whole calendar years"):
        evidence(None, leaf("14(a)"), as_of=NOW, period=two)
    assert evidence(PEOPLE.npm, leaf("14(a)"), as_of=NOW, period=two).period == two


@pytest.mark.parametrize(
    "parts", [{"met": 4, "late": 4}, dict.fromkeys("abcde", 1), {"met": 100, "late": 4, "breached": 4}]
)
def test_a_whole_does_not_give_away_parts_that_are_all_as_small_or_as_large_as_can_be(
    parts: dict[str, int],
) -> None:
    told, whole = shown_parts(parts, suppress=True)
    hidden = [name for name, each in told.items() if each.value is None]
    assert whole.value is None
    assert hidden


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n", "\u2028", "\x0b"])
def test_words_of_a_deadline_begin_no_event_of_their_own_in_a_calendar(store: Store, end: str) -> None:
    line = DueLine(
        id="a", what=DueWhat.OTHER, due=date(2026, 9, 1), days_left=1, kept_on=None, days_late=None,
        title=dict.fromkeys(Language, f"A day{end}END:VEVENT"), recommendation="", document="", committee="",
        body="", zone="", words=f"Words{end}BEGIN:VEVENT",
    )  # fmt: skip
    file = icalendar([line], made_at=NOW, language=Language.EN).decode()
    rows = file.replace("\r\n ", "").splitlines()
    assert (rows.count("BEGIN:VEVENT"), rows.count("END:VEVENT")) == (1, 1)


@pytest.mark.parametrize(
    "name", ["custodies@", "custodies@x..y", "custodies@2026-01-01", "x@2026-02-30..2026-03-01"]
)
def test_a_figure_asked_for_over_no_period_is_refused_in_words(sqlite_store: Store, name: str) -> None:
    catalogued()
    draft = new_draft(PEOPLE.ngo, ReportKind.ALTERNATIVE, CATALOGUE, Language.EN, now=NOW, fill=False)
    with pytest.raises(TreatyRefusal):
        insert(PEOPLE.ngo, draft, "14(a)", figures=[name], base=1, now=NOW)
