"""What must hold of every case on every procedure of the law."""

from dataclasses import replace
from datetime import date
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.procedures.walks import BODIES, BOOK, DAY, OPENED, ZONE, possible_ground, stands, walks

from qorgau.clock import Interval
from qorgau.lawbook import Basis, Confirmed, DatedLimit, Duration, Language, Unit
from qorgau.lawbook.procedure import GroundRule, Mark, Move, Procedure, Term
from qorgau.procedures import (
    MOVE_MADE,
    RUN_OPENED,
    UNTIL,
    Allowed,
    Attempt,
    Event,
    Finding,
    Refused,
    Standing,
    attempt,
    diagram,
    safeguards_of,
)
from qorgau.safeguards import Entry, History, assess

MODERATE = settings(max_examples=60, deadline=None)
FAR_OFF = date(2040, 1, 1)


def amended(procedure: Procedure) -> Procedure:
    """The procedure after a law of 2040 that refuses every ground, changes every figure and adds a mark."""
    refusal = GroundRule(FAR_OFF, True, "a new law", Basis.NATIONAL_LAW, Confirmed.OPENED)
    mark = Mark({Language.EN: "new"}, "a new law", Basis.STANDARD, Term(FAR_OFF), name="new")
    return replace(
        procedure, moves={name: amended_move(move, refusal, mark) for name, move in procedure.moves.items()}
    )


def amended_move(move: Move, refusal: GroundRule, mark: Mark) -> Move:
    figure = DatedLimit(FAR_OFF, Duration(1, Unit.HOURS), "a new law", Basis.NATIONAL_LAW, Confirmed.OPENED)
    return replace(
        move,
        marks=(*move.marks, mark),
        within=replace(move.within, limits=(*move.within.limits, figure)) if move.within else None,
        grounds={
            name: replace(ground, rules=(*ground.rules, refusal)) for name, ground in move.grounds.items()
        },
    )


def told(now: Standing) -> object:
    """Everything a standing says, without the law it was read by."""
    return (
        now.stage,
        now.since,
        [(step.event, step.from_, step.to, step.marks) for step in now.path],
        [move.id for move in now.open_moves],
        [(clock.move.id, clock.due_at, clock.word, clock.basis) for clock in now.clocks],
        len(now.refused_steps),
    )


@MODERATE
@given(walks())
def test_a_later_law_never_changes_an_earlier_standing(walk):
    procedure, events, as_of = walk.procedure, walk.events, walk.as_of
    assert told(stands(amended(procedure), events, as_of)) == told(stands(procedure, events, as_of))


@MODERATE
@given(walks())
def test_every_move_of_a_case_counts_if_it_was_open_where_the_case_stood(walk):
    procedure, events, as_of = walk.procedure, walk.events, walk.as_of
    now = stands(procedure, events, as_of)
    assert not now.refused_steps
    assert [step.event for step in now.path] == events


@MODERATE
@given(walks())
def test_a_case_is_never_stuck_short_of_an_end(walk):
    procedure, events, as_of = walk.procedure, walk.events, walk.as_of
    now = stands(procedure, events, as_of)
    reached, waiting = {now.stage}, [now.stage]
    day = date.fromordinal(ZONE.civil_day(as_of))
    while waiting:
        stage = waiting.pop()
        for move in procedure.moves.values():
            fits = not move.grounds or possible_ground(move, day, now.offence)
            if stage in move.from_ and move.term.holds(day) and fits and move.target(stage) not in reached:
                reached.add(move.target(stage))
                waiting.append(move.target(stage))
    assert any(procedure.stages[stage].is_end for stage in reached)


@MODERATE
@given(walks())
def test_asking_earlier_shows_the_beginning_of_the_same_way(walk):
    procedure, events, as_of = walk.procedure, walk.events, walk.as_of
    whole = stands(procedure, events, as_of)
    for step in whole.path:
        then = stands(procedure, events, step.event.at)
        assert whole.path[: len(then.path)] == then.path


@MODERATE
@given(walks(), st.randoms(use_true_random=False))
def test_events_of_one_instant_count_in_the_order_they_are_given_in(walk, chance):
    together = [list(same) for _, same in groupby(walk.events, key=lambda event: event.at)]
    chance.shuffle(together)
    moved_about = [event for same in together for event in same]
    assert told(stands(walk.procedure, moved_about, walk.as_of)) == told(
        stands(walk.procedure, walk.events, walk.as_of)
    )


@MODERATE
@given(walks(), st.randoms(use_true_random=False))
def test_of_events_given_in_any_order_those_of_one_instant_are_tried_in_that_order(walk, chance):
    given_ = list(walk.events)
    chance.shuffle(given_)
    now = stands(walk.procedure, given_, walk.as_of)
    tried = [event for _, same in by_instant(given_) for event in same]
    for found in ([step.event for step in now.path], [step.event for step in now.refused_steps]):
        assert found == [event for event in tried if event in found]
    assert len(now.path) + len(now.refused_steps) == len(given_)


def by_instant(events: list[Event]) -> list[tuple[int, list[Event]]]:
    return [
        (at, [event for event in events if event.at == at]) for at in sorted({each.at for each in events})
    ]


@MODERATE
@given(st.lists(st.tuples(st.integers(0, 80), st.integers(-60, 400)), max_size=5))
def test_an_extension_never_shortens(extensions):
    procedure = BOOK.procedures["kz/criminal_investigation"]
    events = [
        Event("register", OPENED, "prosecutors_office", "a"),
        Event("open_investigation", OPENED + 60, "special_prosecutors", "b"),
    ]
    dues = [stands(procedure, events, OPENED + 60).clocks[-1].due_at]
    for after, days in sorted(extensions):
        moment = OPENED + 120 + after * DAY
        until = date.fromordinal(ZONE.civil_day(OPENED) + days).isoformat()
        events.append(Event("extend_term", moment, "prosecutors_office", "c", facts={UNTIL: until}))
        clock = next(c for c in stands(procedure, events, moment).clocks if c.move.id == "refer_to_court")
        dues.append(clock.due_at)
    assert dues == sorted(dues)


def entries(procedure: Procedure, events: list[Event]) -> list[Entry]:
    opened = Entry("e", 1, RUN_OPENED, Interval.at(OPENED), facts={"procedure": procedure.id})
    made = [
        Entry(
            f"m{seq}",
            seq,
            MOVE_MADE,
            Interval.at(event.at),
            facts={"procedure": procedure.id, "move": event.move},
        )
        for seq, event in enumerate(events, 2)
    ]
    return [opened, *made]


@MODERATE
@given(walks())
def test_the_one_engine_of_clocks_sees_the_same_deadlines(walk):
    procedure, events, as_of = walk.procedure, walk.events, walk.as_of
    now = stands(procedure, events, as_of)
    history = History.of(entries(procedure, events), zone=ZONE, role="run", subject="r1")
    extends = {move.extends for move in procedure.moves.values() if move.extends}
    for rule in safeguards_of(procedure):
        name = rule.id.partition(":")[2]
        if name in extends and any(procedure.moves[event.move].extends == name for event in events):
            continue  # what an extension gives is its own date, not a figure of the law
        for verdict in assess(history, [rule], lawbook=BOOK, as_of=as_of):
            last = max(verdict.clocks, key=lambda clock: clock.triggered.earliest, default=None)
            running = [c for c in now.clocks if c.move.id == name and c.basis is verdict.basis]
            if last is None or last.met is not None:
                assert not running, (name, last, running)
            else:
                assert [c.started_at for c in running] == [last.triggered.earliest]
                assert [c.due_at for c in running] == [last.due.earliest if last.due else None]


@MODERATE
@given(walks(), st.data())
def test_what_may_be_attempted_then_counts_and_what_is_refused_changes_nothing(walk, data):
    procedure, events, as_of = walk.procedure, walk.events, walk.as_of
    now = stands(procedure, events, as_of)
    move = data.draw(st.sampled_from(sorted(procedure.moves)))
    ground = data.draw(st.sampled_from([None, *procedure.moves[move].grounds]))
    body = data.draw(st.sampled_from([*procedure.moves[move].done_by, "prosecutors_office", "courts", "kpi"]))
    wish = Attempt(
        move,
        body,
        "somebody new",
        as_of,
        ground,
        "because",
        conditions={c.name: Finding(True) for c in procedure.moves[move].only_if},
    )
    answer = attempt(procedure, now, wish, bodies=BODIES)
    event = Event(move, as_of, body, "somebody new", ground, {})
    after = stands(procedure, [*events, event], as_of)
    if isinstance(answer, Allowed):
        assert after.stage == answer.to
        assert not after.refused_steps
    else:
        assert isinstance(answer, Refused)
        assert answer.why


@settings(max_examples=25, deadline=None)
@given(walks(), st.sampled_from(list(Language)))
def test_the_same_case_is_drawn_the_same_every_time(walk, language):
    procedure, events, as_of = walk.procedure, walk.events, walk.as_of
    now = stands(procedure, events, as_of)
    assert diagram(procedure, now, language) == diagram(procedure, now, language)
