"""The synthetic complaints: always the same, in every stage, lawful by the rules that hold for everybody, and marked."""

from collections import Counter

import pytest
from tests.slices.store import Store

from qorgau.clock import now
from qorgau.complaints import queries
from qorgau.complaints.entries import Status
from qorgau.complaints.facts.law import law
from qorgau.complaints.models import ComplaintRow, RunRow
from qorgau.demo.complaint_tales import NPM
from qorgau.demo.complaints import STORIES, told_complaints
from qorgau.demo.course.telling import Sent
from qorgau.demo.loading import load
from qorgau.demo.marker import Marker, write_marker
from qorgau.demo.sealed import lodge_letters
from qorgau.demo.size import Size
from qorgau.demo.world import country_of
from qorgau.mailboxes.demo_keys import demo_bodies

SEED, INSTANCE = 2026, "demo.qorgau.localhost"


def told(until: int) -> list[tuple[Sent, ...]]:
    return list(told_complaints(country_of(SEED), seed=SEED, until=until, instance=INSTANCE))


def test_the_same_seed_tells_the_same_complaints(sqlite_store: Store) -> None:
    until = now()
    assert told(until) == told(until)


def test_loaded_they_stand_in_every_status_and_run_every_procedure(sqlite_store: Store) -> None:
    until = now()
    write_marker(sqlite_store.folder, Marker(size=Size.SMALL, seed=SEED, until=until))
    load(told(until), folder=sqlite_store.folder, now=until)
    demo_bodies(until)
    lodge_letters(seed=SEED, now=until)
    statuses = Counter(ComplaintRow.objects.values_list("status", flat=True))
    assert sum(statuses.values()) >= 60
    # Nobody lodges abroad in the demo what the State never heard of; what it only passed on stands as sent back.
    assert set(statuses) >= {each.value for each in Status} - {"unregistered", "assigned"}
    assert set(RunRow.objects.values_list("procedure", flat=True)) == set(law().procedures)
    refused = [
        (complaint, step.event.move)
        for complaint in ComplaintRow.objects.values_list("complaint_id", flat=True)
        for run in queries.case(NPM, complaint, as_of=until).runs
        for step in run.standing.refused_steps
    ]
    assert refused == []


@pytest.mark.parametrize("name", STORIES)
def test_a_known_story_is_told_whatever_the_seed(sqlite_store: Store, name: str) -> None:
    ids = {
        complaint
        for seed in (1, SEED)
        for sent in told_complaints(country_of(SEED), seed=seed, until=now(), instance=INSTANCE)
        for each in sent
        for complaint in each.draft.objects.get("complaint", ())
    }
    assert name in ids


def test_every_name_and_text_says_that_it_is_invented(sqlite_store: Store) -> None:
    texts = [
        text
        for sent in told(now())
        for each in sent
        for own in each.draft.personal.values()
        for text in own.values()
    ]
    assert texts
    assert [text for text in texts if "demo" not in str(text)] == []
