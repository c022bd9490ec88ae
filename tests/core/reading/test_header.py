"""The head of a document: symbols with noise, sessions, days, States by name, the kind of document."""

from __future__ import annotations

import datetime as dt

import pytest

from qorgau.reading.document import DocumentKind, Session
from qorgau.reading.formats import open_source
from qorgau.reading.structure import Header, header_of
from qorgau.reading.structure.cycles import cycle_named
from qorgau.reading.structure.sessions import days_of_meetings, session_in
from qorgau.reading.structure.states import state_named


def header(text: str) -> Header:
    return header_of(open_source(text.encode(), name="synthetic.txt"))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the fourth periodic report of Kazakhstan", "KAZ"),
        ("доклад Казахстана", "KAZ"),
        ("по докладу Российской Федерации", "RUS"),
        ("the report of the Democratic Republic of the Congo", "COD"),
        ("the report of the Congo", "COG"),
        ("the report of Guinea-Bissau", "GNB"),
        ("the report of Iran (Islamic Republic of)", "IRN"),
        ("report of the Democratic People’s Republic of Korea", "PRK"),
        ("informe de España", "ESP"),
        ("an invented land", None),
    ],
)
def test_a_state_is_told_by_its_name_in_four_languages(text: str, state: str | None) -> None:
    assert state_named(text) == state


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ("on the fourth periodic report of Synthetia", "4"),
        ("on the combined eighth to tenth periodic reports", "8-10"),
        ("on the combined initial, second and third periodic reports", "1-3"),
        ("on the initial report of Synthetia", "1"),
        ("по объединенным восемнадцатому – двадцать первому периодическим докладам", "18-21"),
        ("по пятому периодическому докладу", "5"),
        ("a report on lamps", None),
    ],
)
def test_the_cycle_is_the_number_of_the_report(text: str, cycle: str | None) -> None:
    assert cycle_named(text) == cycle


@pytest.mark.parametrize(
    ("text", "session"),
    [
        (
            "at its seventy-sixth session (17 April–12 May 2023)",
            Session(76, dt.date(2023, 4, 17), dt.date(2023, 5, 12)),
        ),
        (
            "Forty-first session\nGeneva, 3 - 21 November 2008",
            Session(41, dt.date(2008, 11, 3), dt.date(2008, 11, 21)),
        ),
        (
            "на его сто сорок девятой сессии (7 октября — 1 ноября 2030 года)",
            Session(149, dt.date(2030, 10, 7), dt.date(2030, 11, 1)),
        ),
        ("at its 118th session", Session(118, None, None)),
        (
            "its ninetieth session (15 December 2030–10 January 2031)",
            Session(90, dt.date(2030, 12, 15), dt.date(2031, 1, 10)),
        ),
    ],
)
def test_a_session_has_a_number_and_days(text: str, session: Session) -> None:
    assert session_in(text) == session


def test_adoption_is_told_apart_from_consideration_in_either_order() -> None:
    after = "considered at its meetings, held on 2 and 3 May 2031, and adopted the present observations on 10 May 2031."
    before = (
        "considered on 30 April and 1 May 2031. At its 2115th meeting, held on 10 May 2031, it adopted these."
    )
    assert days_of_meetings(after) == ((dt.date(2031, 5, 2), dt.date(2031, 5, 3)), dt.date(2031, 5, 10))
    assert days_of_meetings(before) == ((dt.date(2031, 4, 30), dt.date(2031, 5, 1)), dt.date(2031, 5, 10))


def test_a_symbol_glued_to_its_date_is_parted_and_doubted() -> None:
    read = header("CAT\nDistr.GENERALCAT/C/KAZ/CO/212 December 2008\nOriginal: ENGLISH\n\nA line of text.\n")
    assert (read.symbol, read.distributed, read.state) == ("CAT/C/KAZ/CO/2", dt.date(2008, 12, 12), "KAZ")
    assert read.doubts


def test_a_symbol_that_is_not_there_is_concluded_from_the_title_with_a_doubt() -> None:
    read = header(
        "Committee against Torture\nConcluding observations on the fourth periodic report of Kazakhstan*\n"
        "1. The Committee considered the fourth periodic report of Kazakhstan (CAT/C/KAZ/4).\n2. It thanks it.\n"
    )
    assert (read.symbol, read.symbol_as_written) == ("CAT/C/KAZ/CO/4", None)
    assert read.doubts


@pytest.mark.parametrize(
    ("front", "kind"),
    [
        (
            "CAT/C/KAZ/Q/4\nList of issues in relation to the fourth periodic report",
            DocumentKind.LIST_OF_ISSUES,
        ),
        ("CAT/C/KGZ/QPR/3\nList of issues prior to submission", DocumentKind.LIST_OF_ISSUES),
        ("CAT/C/KAZ/RQ/4\nReplies of Kazakhstan to the list of issues", DocumentKind.STATE_REPLIES),
        ("CAT/C/KAZ/4\nFourth periodic report submitted by Kazakhstan", DocumentKind.STATE_REPORT),
        ("CAT/C/KAZ/CO/3/Add.1\nInformation received from Kazakhstan", DocumentKind.FOLLOW_UP_REPLY),
        ("CAT/OP/KAZ/ROSP/1\nReport on the visit to Kazakhstan", DocumentKind.VISIT_REPORT),
        (
            "Joint submission of an invented coalition to the Committee against Torture",
            DocumentKind.NGO_SUBMISSION,
        ),
        (
            "A/HRC/43/10\nReport of the Working Group on the Universal Periodic Review\nKazakhstan",
            DocumentKind.UPR_REPORT,
        ),
        ("A letter about lamps", DocumentKind.OTHER),
    ],
)
def test_the_kind_is_told_by_symbol_or_title(front: str, kind: DocumentKind) -> None:
    assert header(front + "\n\nA line of plain text about invented lamps.\n").kind is kind


def test_a_symbol_of_before_2004_names_no_state_and_the_title_page_does() -> None:
    read = header(
        "CAT/C/CR/31/3\nConclusions and recommendations of the Committee against Torture\nMOROCCO\n"
        "1. The Committee considered the third periodic report of Morocco (CAT/C/66/Add.1).\n2. It thanks it.\n"
    )
    assert (read.symbol, read.committee, read.state, read.cycle) == ("CAT/C/CR/31/3", "CAT", "MAR", "3")


def test_a_review_has_the_session_days_and_cycle_of_its_working_group_not_of_the_council() -> None:
    read = header(
        "A/HRC/32/9\nHuman Rights Council\nThirty-second session\n"
        "Report of the Working Group on the Universal Periodic Review\nKyrgyzstan\n"
        "1. The invented Working Group held its twenty-fourth session from 18 to 29 January 2016. The review of Kyrgyzstan "
        "was held at the 3rd meeting, on 19 January 2016. At its 10th meeting, held on 26 January 2016, it adopted the report.\n"
        "2. A troika of three invented delegations was chosen.\n"
        "3. The recommendations listed below enjoy its support:\n1. To light the lamps (Chile);\n2. To count them (Peru).\n"
    )
    assert (read.committee, read.state, read.cycle) == ("UPR", "KGZ", "2")
    assert read.session == Session(24, dt.date(2016, 1, 18), dt.date(2016, 1, 29))
    assert (read.considered, read.adopted) == ((dt.date(2016, 1, 19),), dt.date(2016, 1, 26))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("О положении женщин Казахстана. Данные приведены ниже.", "KAZ"),
        ("Мало сделано в Дании", "DNK"),
        ("доклад Китая", "CHN"),
        ("доклад Египта", "EGY"),
        ("третий доклад Уругвая", "URY"),
        ("доклад Соединенного Королевства", "GBR"),
        ("доклад Соединенных Штатов Америки", "USA"),
        ("доклад Франции", "FRA"),
        ("the report of the Democratic Republic of the Congo", "COD"),
        ("доклад Объединенных Арабских Эмиратов", "ARE"),
        ("по данным того же органа", None),
    ],
)
def test_russian_names_of_states_stand_in_any_case_and_are_no_other_words(
    text: str, state: str | None
) -> None:
    assert state_named(text) == state
