"""Random rules and stories for the property tests: small on purpose, so that everything collides."""

from datetime import date

from hypothesis import strategies as st

from qorgau.clock import Interval, zone_named
from qorgau.lawbook import Basis, Confirmed, DatedLimit, Duration, LimitLine, Safeguard, Shape, Unit
from qorgau.lawbook.conditions import EVERYONE, Compare, Op, Scope
from qorgau.lawbook.safeguard import WhileOpen
from qorgau.safeguards import Entry, History

UTC = zone_named("UTC")
KINDS = ("A", "B", "C", "D", "E")
GROUPS = ("x", "y")
LONG_AGO = date(1960, 1, 1)
IN_GROUP_X = Compare(Scope.FACT, "group", Op.IS, ("x",))

kinds = st.lists(st.sampled_from(KINDS), min_size=1, max_size=2, unique=True).map(tuple)
conditions = st.sampled_from([EVERYONE, EVERYONE, IN_GROUP_X])
facts = st.sampled_from([{"group": "x"}, {"group": "x"}, {"group": "y"}])
minutes = st.integers(1, 4).map(lambda n: Duration(n, Unit.MINUTES))
# Steps of 30 and 60 seconds land exactly on limits; the odd seconds land just beside them.
instants = st.integers(0, 8).flatmap(lambda n: st.sampled_from([n * 60, n * 60, n * 60 + 1, n * 60 - 1]))
moments = st.one_of(st.none(), st.integers(0, 600), st.integers(0, 10).map(lambda n: n * 60))


def safeguard(shape, *, limit, **options) -> Safeguard:
    """A rule with one limit that always held."""
    dated = DatedLimit(LONG_AGO, limit, "a source", Basis.STANDARD, Confirmed.OPENED)
    return Safeguard(
        id=f"test/{shape}",
        shape=shape,
        title={},
        owed_by="police",
        per="custody",
        limits=(LimitLine(EVERYONE, (dated,)),),
        confirmed=Confirmed.OPENED,
        **options,
    )


@st.composite
def rules(draw, shapes=tuple(Shape)) -> Safeguard:
    """A rule of any shape with any options that go together."""
    shape = draw(st.sampled_from(shapes))
    asked = {"only_if": draw(conditions)}
    limit = draw(minutes)
    if shape is Shape.WITHIN:
        asked |= {"starts": draw(kinds), "answers": draw(kinds), "ends": draw(st.one_of(st.just(()), kinds))}
        asked |= {"answer_only_if": draw(conditions), "first_only": draw(st.booleans())}
        asked |= {"same": draw(st.sampled_from(["", "", "group"]))}
        option = draw(st.sampled_from(["", "", "is_next", "either_side"]))
        asked |= {option: True} if option else {}
        limit = draw(st.one_of(minutes, st.none())) if option else limit
    elif shape is Shape.BEFORE:
        asked |= {"acts": draw(kinds), "answers": draw(kinds), "answer_only_if": draw(conditions)}
        asked |= {"first_only": draw(st.booleans()), "same": draw(st.sampled_from(["", "", "group"]))}
        limit = draw(st.one_of(minutes, st.none()))
    elif shape is Shape.NEVER:
        asked |= {"acts": draw(kinds), "act_only_if": draw(conditions), "count": draw(st.integers(1, 3))}
        if draw(st.booleans()):
            asked |= {"starts": draw(kinds), "ends": draw(st.one_of(st.just(()), kinds))}
            asked |= {"same": draw(st.sampled_from(["", "", "group"])), "first_only": draw(st.booleans())}
        limit = draw(st.one_of(minutes, st.none()))
    elif shape is Shape.AT_MOST:
        asked |= {"starts": ("A",), "answers": draw(st.sampled_from([("B",), ("B", "C"), ("A", "B")]))}
        if draw(st.booleans()):
            asked |= {"in_window": Duration(draw(st.integers(5, 6)), Unit.MINUTES)}
    elif shape is Shape.EVERY:
        asked |= {"starts": ("A",), "ends": ("B",), "answers": draw(kinds)}
    else:
        asked |= {"starts": draw(kinds), "acts": draw(kinds), "act_only_if": draw(conditions)}
        if draw(st.booleans()):
            asked |= {"while_open": WhileOpen(("D",), ("E",))}
            limit = None
    return safeguard(shape, limit=limit, **asked)


@st.composite
def exact_stories(draw, most=9) -> History:
    """Events at exact seconds, in any order of sequence."""
    told = draw(st.lists(st.tuples(st.sampled_from(KINDS), instants, facts), max_size=most))
    entries = [
        Entry(f"e{seq}", seq, kind, Interval.at(t), facts=said) for seq, (kind, t, said) in enumerate(told)
    ]
    return History.of(entries, zone=UTC)


def in_order(history: History) -> list[tuple[int, str, dict[str, str]]]:
    """The exact story as the oracle reads it."""
    entries = sorted(history.entries, key=lambda entry: (entry.happened.earliest, entry.seq))
    return [(entry.happened.earliest, entry.kind, dict(entry.facts)) for entry in entries]
