"""Reports of invented visits, of a preventive mechanism and of a commission."""

from __future__ import annotations

from tests.core.reading.papers.lines import of_lines

from qorgau.reading import visits
from qorgau.reading.document import DocumentKind, Parts
from qorgau.reading.structure import header_of

SUBCOMMITTEE = """
United Nations
CAT/OP/XSY/ROSP/1
Distr.: General
Original: English
Subcommittee on Prevention of Torture
Visit to Synthetia undertaken from 3 to 9 April 2031: recommendations and observations addressed to the State party
I. Introduction
1. The Subcommittee visited five invented places and four imaginary stations.
II. Safeguards
2. The delegation saw that keepers hide the register of keys.
3. The Subcommittee recommends that the State party publish the register each month.
4. The Subcommittee urges the Ministry of Lamps to:
(a) Light all corridors at night;
(b) Teach keepers to read clocks.
5. Cells were warm, and the delegation thanks the keepers.
"""

MECHANISM = """
Consolidated report of the national preventive mechanism of Synthetia
Station No. 4
The visit took place without notice. Keys were missing. The law says that keys must be counted.
Recommendations to the head of the station:
1. Count the keys every evening.
2. Repair the clock in the corridor.
Recommendations to the Ministry of Lamps:
- provide lamps for all stations;
- publish the list of stations.
Station No. 5
All was in order.
"""

COMMISSION = """
Доклад уполномоченного по правам человека Синтетии
1. Жалобы на лампы
Получено сорок жалоб на темноту.
Рекомендации
Министерству ламп следует осветить коридоры.
Генеральной прокуратуре следует проверить жалобы.
"""


def read(text: str, kind: DocumentKind) -> Parts:
    source = of_lines(text)
    return visits.read(source, header_of(source, kind=kind))


def test_paragraphs_that_recommend_have_ids_of_their_leaves() -> None:
    found = read(SUBCOMMITTEE, DocumentKind.VISIT_REPORT).recommendations
    assert [each.id for each in found] == ["3", "4(a)", "4(b)"]


def test_the_body_that_should_act_is_named() -> None:
    found = read(SUBCOMMITTEE, DocumentKind.VISIT_REPORT).recommendations
    assert [each.addressed_to for each in found] == [
        ("State party",),
        ("Ministry of Lamps",),
        ("Ministry of Lamps",),
    ]


def test_lists_of_a_mechanism_without_numbered_paragraphs_are_read_with_whom_they_address() -> None:
    found = read(MECHANISM, DocumentKind.VISIT_REPORT).recommendations
    assert [(each.text.split()[0], each.addressed_to) for each in found] == [
        ("Count", ("head of the station",)),
        ("Repair", ("head of the station",)),
        ("provide", ("Ministry of Lamps",)),
        ("publish", ("Ministry of Lamps",)),
    ]


def test_ids_are_unique() -> None:
    for text in (SUBCOMMITTEE, MECHANISM, COMMISSION):
        ids = [each.id for each in read(text, DocumentKind.COMMISSION_REPORT).recommendations]
        assert ids
        assert len(ids) == len(set(ids))


def test_a_russian_commission_names_the_bodies() -> None:
    found = read(COMMISSION, DocumentKind.COMMISSION_REPORT).recommendations
    assert [each.addressed_to for each in found] == [("Министерству ламп",), ("Генеральной прокуратуре",)]


def test_a_report_that_recommends_nothing_is_a_doubt() -> None:
    parts = read("Report on the visit\nThe lamps burned.", DocumentKind.VISIT_REPORT)
    assert parts.recommendations == ()
    assert [each.what for each in parts.doubts if "No recommendation" in str(each.what)]


def test_a_russian_report_of_the_subcommittee_names_the_ministry_of_its_list() -> None:
    text = """
    CAT/OP/XSY/ROSP/1
    Подкомитет по предупреждению пыток
    Посещение Синтетии: рекомендации и замечания, адресованные государству-участнику
    I. Введение
    1. Подкомитет посетил Синтетию.
    II. Гарантии
    2. Подкомитет рекомендует государству-участнику вести журналы во всех станциях.
    3. Подкомитет рекомендует Министерству ламп:
    a) осветить коридоры;
    b) обучить надзирателей.
    """
    found = read(text, DocumentKind.VISIT_REPORT).recommendations
    assert [(each.id, each.addressed_to) for each in found] == [
        ("2", ("государству-участнику",)),
        ("3(a)", ("Министерству ламп",)),
        ("3(b)", ("Министерству ламп",)),
    ]


def test_what_the_introduction_of_a_visit_firmly_asks_is_a_recommendation() -> None:
    asked = "1. The Subcommittee recommends that the State party publish the present report.\nII. Safeguards"
    text = SUBCOMMITTEE.replace(
        "1. The Subcommittee visited five invented places and four imaginary stations.\nII. Safeguards", asked
    )
    found = read(text, DocumentKind.VISIT_REPORT).recommendations
    assert [each.id for each in found] == ["1", "3", "4(a)", "4(b)"]
