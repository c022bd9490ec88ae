"""A median of few cases is the time of one person: whoever is told no small numbers is not told it either."""

import pytest
from django.db.models import F
from tests.slices.complaints.cases import registered
from tests.slices.store import Store
from tests.slices.treaty.cycle import PEOPLE, at, catalogued, leaf

from qorgau.complaints.entries import Status
from qorgau.complaints.models import ComplaintRow
from qorgau.treaty.evidence import Period, evidence
from qorgau.treaty.evidence.figures import DAY
from qorgau.treaty.evidence.small_numbers import SMALL
from qorgau.treaty.seats import book

LATER, MEDIAN = at("2026-05-01"), "days_to_end"


def told(who: object) -> set[str]:
    asked = book().catalogue["CAT/C/KAZ/CO/4"].leaves
    name = next(each.id for each in asked if MEDIAN in each.measured_by.figures)
    found = evidence(who, leaf(name), as_of=LATER, period=Period.year(2025))
    return {each.id for each in found.figures}


@pytest.mark.parametrize("cases", [1, SMALL - 1, SMALL])
def test_days_until_the_end_are_told_to_everybody_of_five_cases_or_more(store: Store, cases: int) -> None:
    catalogued()
    for number in range(cases):
        registered(f"2025-03-{number + 4:02} 10:00")
    ComplaintRow.objects.update(status=Status.ENDED.value, ended_at=F("lodged_at") + 40 * DAY)
    assert MEDIAN in told(PEOPLE.npm)
    for who in (None, PEOPLE.writer, PEOPLE.other_ngo):
        assert (MEDIAN in told(who)) == (cases >= SMALL)
