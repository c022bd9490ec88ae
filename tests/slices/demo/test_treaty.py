"""The synthetic treaty cycle: told once, by acts that hold for everybody, marked, and folded as a rebuild folds it."""

from collections import Counter

import pytest
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.clock import now
from qorgau.demo.loading import NotSynthetic
from qorgau.demo.marker import Marker, write_marker
from qorgau.demo.size import Size
from qorgau.demo.treaty import tell_treaty
from qorgau.demo.treaty_documents import CATALOGUE, EARLIER
from qorgau.demo.treaty_people import COALITION, COUNCIL, COUNCIL_SECOND, FOCAL_POLICE
from qorgau.demo.treaty_stories import STORIES
from qorgau.demo.treaty_telling import paper
from qorgau.recording.batches import integrate_now
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.verification import verify_record
from qorgau.treaty import queries
from qorgau.treaty.facts.told import Reply
from qorgau.treaty.facts.words import ActionState, DueWhat, Judgement, ReplyStage, StandsAt
from qorgau.treaty.models import ActionRow, DocumentRow, LinkRow, RecommendationRow, ReplyRow
from qorgau.treaty.queries import drafts
from qorgau.treaty.seats import country, today

UNTIL = 1_795_000_000
NOW = UNTIL + 60
REGISTER = f"{CATALOGUE}#12(a)(iv)"


@pytest.fixture
def told(sqlite_store: Store) -> Store:
    tell(sqlite_store)
    return sqlite_store


def tell(store: Store) -> None:
    write_marker(store.folder, Marker(size=Size.SMALL, seed=7, until=UNTIL))
    tell_treaty(folder=store.folder, until=UNTIL, now=NOW)


def replies(recommendation: str) -> list[Reply]:
    return list(queries.recommendation(COUNCIL, recommendation, as_of=NOW).replies)


def test_nothing_is_told_into_a_record_that_is_not_marked(sqlite_store: Store) -> None:
    with pytest.raises(NotSynthetic):
        tell_treaty(folder=sqlite_store.folder, until=UNTIL, now=NOW)
    assert not StoredEntry.objects.exists()


def test_told_twice_it_stands_there_once(store: Store) -> None:
    tell(store)
    before = set(StoredEntry.objects.values_list("id", "received"))
    begun = {each.id: each.version for each in drafts.drafts(COUNCIL)}
    tell(store)
    assert set(StoredEntry.objects.values_list("id", "received")) == before
    assert {each.id: each.version for each in drafts.drafts(COUNCIL)} == begun


def test_the_synthetic_cycle_verifies_and_no_promise_for_its_past_is_broken(told: Store) -> None:
    integrate_now(as_of=NOW)
    assert verify_record(as_of=NOW).findings == ()


def test_what_was_told_is_what_a_rebuild_gives(told: Store) -> None:
    models = (RecommendationRow, ActionRow, ReplyRow, LinkRow)
    live = {model: list(model.objects.order_by("pk").values()) for model in models}
    rebuild(as_of=NOW)
    assert {model: list(model.objects.order_by("pk").values()) for model in models} == live


def test_recommendations_stand_in_every_state_that_the_calendar_allows(told: Store) -> None:
    board = queries.board(COUNCIL, queries.Asked(size=200), as_of=NOW)
    stands = Counter(line.stands.at for line in board.lines)
    # What was asked for by a day was answered, late or not, so nothing is overdue at the demo's own present.
    assert set(stands) == set(StandsAt) - {StandsAt.OVERDUE}
    assert len([line for line in board.lines if line.symbol == CATALOGUE]) == 47


def test_the_plan_has_actions_in_every_state_and_one_is_late_without_being_done(told: Store) -> None:
    lines = queries.board(COUNCIL, queries.Asked(size=200), as_of=NOW).lines
    actions = {
        action.id: action
        for line in lines
        if line.actions
        for action in queries.recommendation(COUNCIL, line.id, as_of=NOW).actions
    }
    assert {each.state for each in actions.values()} == set(ActionState)
    assert [each.state for each in actions.values() if each.is_late] == [ActionState.UNDER_WAY]
    assert [each.id for each in actions.values() if each.due_was]


def test_one_reply_is_prepared_one_cleared_and_one_went_out_a_day_late(told: Store) -> None:
    assert [each.stage for each in replies(f"{CATALOGUE}#20(a)")] == [ReplyStage.PREPARED]
    assert [each.stage for each in replies(REGISTER)] == [ReplyStage.CLEARED]
    visits = next(each for each in queries.documents(COUNCIL).lines if each.sender == "npm")
    (sent,) = replies(f"{visits.stem}#2")
    assert (sent.stage, sent.days_late) == (ReplyStage.SENT, 1)
    (earlier,) = replies(f"{EARLIER}#9")
    assert (earlier.stage, earlier.days_late) == (ReplyStage.TAKEN, 1)


def test_the_coalition_contradicts_the_state_in_public_and_holds_another_report_back(told: Store) -> None:
    def seen_by(actor: object, leaf: str) -> int:
        page = queries.recommendation(actor, f"{CATALOGUE}#{leaf}", as_of=NOW)  # type: ignore[arg-type]
        return len(page.alternatives)

    assert [seen_by(actor, "12(a)(iv)") for actor in (None, FOCAL_POLICE, COALITION)] == [1, 1, 1]
    assert [seen_by(actor, "12(a)(vi)") for actor in (None, FOCAL_POLICE, COALITION)] == [0, 0, 1]


def test_a_demand_that_comes_back_shows_how_it_was_judged_before(told: Store) -> None:
    page = queries.recommendation(None, REGISTER, as_of=NOW)
    (earlier,) = page.history
    assert earlier.id == f"{EARLIER}#7(b)"
    assert earlier.grade is not None
    assert {each.judgement for each in page.links if each.left == earlier.id} <= {Judgement.CONFIRMED}


def test_the_second_secretary_issued_what_the_first_wrote_and_the_correction_says_which_it_replaces(
    told: Store,
) -> None:
    (issued,) = drafts.issued(COUNCIL)
    assert issued.account == COUNCIL_SECOND.account
    assert {each.account for each in drafts.versions(COUNCIL, issued.id)} == {COUNCIL.account}
    (mended,) = [
        each for each in drafts.drafts(COUNCIL) if each.language == issued.language and not each.issued
    ]
    replaces = drafts.draft(COUNCIL, mended.id).writing.corrects
    assert replaces == today(country(), issued.issued_at).isoformat()
    assert [each.block for each in drafts.difference(COUNCIL, mended.id, 1, 2)] == ["14(a)"]


def test_of_the_file_that_the_coalition_holds_back_nobody_else_learns(told: Store) -> None:
    def held(actor: Actor | None) -> list[str]:
        return [
            each.title for each in queries.documents(actor).lines if "до сессии не публикуется" in each.title
        ]

    assert [len(held(actor)) for actor in (None, COUNCIL, COALITION)] == [0, 0, 1]


def test_one_file_is_held_by_the_state_and_by_the_coalition(told: Store) -> None:
    confirmed = DocumentRow.objects.exclude(confirmed_by="").values_list("symbol", flat=True)
    assert list(confirmed) == [EARLIER]


def test_the_calendar_knows_the_next_report(told: Store) -> None:
    due = queries.due(None, as_of=NOW, what=DueWhat.NEXT_REPORT)
    assert [each.due.isoformat() for each in due] == ["2027-05-12"]


@pytest.mark.parametrize(
    "name", ["held_back.txt", "observations.txt", "reply.txt", "submission.txt", "visits.txt"]
)
def test_every_paper_says_in_its_first_lines_that_it_is_invented(name: str) -> None:
    from datetime import date

    day = date(2017, 5, 12)
    text = paper(name, adopted=day, follow_up=day, replied=day).decode()
    assert any(word in text[:600] for word in ("ynthetic", "словн"))
    assert any(
        said in text
        for said in (
            "written for the demonstration of a computer program",
            "для показа компьютерной программы",
        )
    )


def test_the_same_present_tells_the_same_entries(store: Store) -> None:
    tell(store)
    first = set(StoredEntry.objects.values_list("id", "kind", "received"))
    assert len(first) > 150
    assert max(received for _, _, received in first) <= UNTIL < now()


def test_every_known_recommendation_is_there_for_everybody(told: Store) -> None:
    for name in STORIES:
        assert queries.recommendation(None, name, as_of=NOW).line.id == name
