"""A record seen from objects of another role: the same histories as entry by entry."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.safeguards.sepsis_log import column
from tests.core.safeguards.stories import UTC, safeguard

from qorgau.clock import Interval
from qorgau.lawbook import Lawbook
from qorgau.lawbook.book import Role
from qorgau.safeguards import Entry, Record, assess_record, histories
from qorgau.safeguards.record_roles import seen_from

BOOK = Lawbook(
    roles={"custody": Role("custody", {}, "person"), "recording": Role("recording", {}, "custody")}
)
NAMES = {"person": ("p1", "p2"), "custody": ("c1", "c2", "c3"), "recording": ("r1", "r2", "r3")}


@st.composite
def entries(draw) -> list[Entry]:
    """Entries that name objects of some roles, and always a person."""
    named = draw(
        st.lists(
            st.fixed_dictionaries(
                {"person": st.sampled_from(NAMES["person"])},
                optional={role: st.sampled_from(NAMES[role]) for role in ("custody", "recording")},
            ),
            max_size=12,
        )
    )
    return [
        Entry(str(n), n, "A", Interval.at(n), objects={role: (name,) for role, name in objects.items()})
        for n, objects in enumerate(named)
    ]


def as_record(told: list[Entry]) -> Record:
    times = np.array([entry.seq for entry in told], dtype=np.int64)

    def names(role: str):
        return column([entry.objects.get(role, (None,))[0] for entry in told])

    return Record(
        "person", names("person"), column([entry.kind for entry in told]), times, times, UTC,
        objects={role: names(role) for role in ("custody", "recording")},
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(entries(), st.sampled_from(["person", "custody", "recording"]))
def test_columns_give_each_object_the_history_that_entries_give_it(told, role):
    expected = {
        history.subject: [entry.seq for entry in history.entries]
        for history in histories(told, role=role, lawbook=BOOK, zone=UTC)
    }
    view = seen_from(as_record(told), role, BOOK)
    found: dict[str, list[int]] = {}
    if view is not None:
        for row in range(len(view)):
            found.setdefault(view.subjects[row] or "", []).append(int(view.earliest[row]))
    assert found == expected


def test_a_rule_counted_per_an_object_that_no_entry_names_is_not_checked():
    from qorgau.lawbook import Shape

    record = as_record([Entry("1", 0, "A", Interval.at(0), objects={"person": ("p1",)})])
    rule = safeguard(Shape.NEVER, limit=None, acts=("A",))
    (group,) = assess_record(record, [rule], lawbook=BOOK, as_of=None).groups
    assert (list(group.state), group.missing) == ([6], ("custody",))
