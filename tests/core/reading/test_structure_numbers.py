"""Numbers of paragraphs: glued, alone on a line, missing, repeated, in brackets, or not there at all."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document, ParagraphKind

HEAD = "CAT/C/XSY/CO/3\nCommittee against Torture\nConcluding observations on the third periodic report of Synthetia\n"
CONCERN = "The Committee is concerned about the invented lamps in the invented halls of the invented town."


def observations(body: str) -> Document:
    return read_document((HEAD + body).encode(), "synthetic.txt")


def numbers(body: str) -> list[str | None]:
    return [each.number for each in observations(body).paragraphs]


def test_a_number_glued_to_its_text_is_a_number() -> None:
    assert numbers(f"1.{CONCERN}\n2.{CONCERN}\n3.The State party should mend them.\n") == ["1", "2", "3"]


def test_numbers_in_brackets_as_in_annual_reports_are_numbers() -> None:
    assert numbers(f"(1) {CONCERN}\n(2) {CONCERN}\n(3) The State party should mend them.\n") == [
        "1",
        "2",
        "3",
    ]


def test_a_missing_number_is_a_doubt() -> None:
    document = observations(f"1. {CONCERN}\n2. {CONCERN}\n4. The State party should mend them.\n")
    assert [each.number for each in document.paragraphs] == ["1", "2", "4"]
    assert any("2 is followed by 4" in str(doubt.what) for doubt in document.doubts)


def test_a_repeated_number_is_a_doubt_and_its_ids_are_told_apart() -> None:
    ask = "The State party should mend the invented lamps in all the invented halls."
    document = observations(f"1. {CONCERN}\n2. {ask}\n2. {ask}\n3. {CONCERN}\n")
    assert [each.id for each in document.recommendations] == ["2", "2[2]"]
    assert any("numbered 2" in str(doubt.what) for doubt in document.doubts)


def test_a_numbered_list_inside_a_paragraph_begins_no_paragraph() -> None:
    body = f"1. {CONCERN}\n2. {CONCERN}\n3. The State party should:\n1. Mend;\n2. Count.\n4. {CONCERN}\n5. {CONCERN}\n"
    assert numbers(body) == ["1", "2", "3", "4", "5"]


def test_years_and_amounts_at_the_beginning_of_a_line_are_no_paragraphs() -> None:
    body = f"1. {CONCERN}\n2. The halls had\n12.5 lamps each in the year 2030, and 3.4 keys.\n3. {CONCERN}\n"
    assert numbers(body) == ["1", "2", "3"]


def test_headings_are_a_path_from_the_section_to_the_subject() -> None:
    document = observations(
        f"1. {CONCERN}\nA. Introduction\n2. The Committee thanks the State party.\nC. Principal subjects of concern\n"
        f"Lamps\n3. {CONCERN}\nKeys in closed places\n4. {CONCERN}\n"
    )
    assert [each.headings for each in document.paragraphs] == [
        (),
        ("Introduction",),
        ("Principal subjects of concern", "Lamps"),
        ("Principal subjects of concern", "Keys in closed places"),
    ]


def test_a_paragraph_that_was_joined_to_the_line_before_is_found_by_its_missing_number() -> None:
    body = f"1. {CONCERN}\n2. {CONCERN} 3. The State party should mend the lamps.\n4. {CONCERN}\n"
    document = observations(body)
    assert [each.number for each in document.paragraphs] == ["1", "2", "3", "4"]
    assert [each.text for each in document.recommendations] == ["The State party should mend the lamps."]
    place = document.recommendations[0].place
    assert document.source.text[place.start : place.end] == document.recommendations[0].text


def test_a_section_that_was_joined_to_the_paragraph_above_is_a_heading() -> None:
    body = f"1. {CONCERN}\n2. It thanks it. C. Principal subjects of concern\n3. {CONCERN}\n4. {CONCERN}\n"
    document = observations(body)
    assert [each.heading for each in document.paragraphs][2:] == ["Principal subjects of concern"] * 2
    assert document.paragraphs[1].text == "It thanks it."


def test_a_report_on_disappearances_is_the_first_and_only_one() -> None:
    title = (
        "Committee on Enforced Disappearances\nConcluding observations on the report submitted by Kazakhstan"
    )
    read = read_document(f"{title} under article 29 (1) of the Convention\n1. Lamps burn.".encode(), "a.txt")
    assert (read.symbol, read.cycle) == ("CED/C/KAZ/CO/1", "1")


def test_consulting_others_in_follow_up_to_the_observations_is_substance() -> None:
    asked = "The Committee recommends that the State party consult keepers in follow-up to the present concluding observations."
    read = observations(f"1. The Committee is concerned about lamps.\n2. {asked}")
    assert [each.id for each in read.recommendations] == ["2"]


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "The Committee sets 1 November 2031 as the date for the submission of the next periodic report. It requests "
            "that the report and the present concluding observations be disseminated to the public."
        ),
        (
            "The Committee requests the State party to provide in its next report, due by 1 November 2031, information on "
            "the remaining recommendations and on the Covenant as a whole."
        ),
    ],
)
def test_requests_of_the_cycle_without_a_heading_are_procedure(sentence: str) -> None:
    read = observations(f"1. The Committee is concerned about lamps.\n2. {sentence}")
    assert [each.kind for each in read.paragraphs][1] is ParagraphKind.PROCEDURAL
    assert not read.recommendations


def test_a_question_may_come_after_what_it_refers_to() -> None:
    text = "CCPR/C/XSY/Q/3\nList of issues in relation to the third report of Synthetia\n1. Please report on lamps.\n"
    read = read_document(
        f"{text}2. With reference to paragraph 6 of CCPR/C/XSY/CO/2, describe the keys.".encode(), "a.txt"
    )
    assert [each.id for each in read.recommendations] == ["1", "2"]


def test_the_french_procedure_of_follow_up_recommends_nothing() -> None:
    text = (
        "CAT/C/XSY/CO/3\nComité contre la torture\nObservations finales concernant le troisième rapport périodique\n"
        "1. Le Comité est préoccupé par les lampes de la salle, qui sont éteintes.\nProcédure de suivi\n"
        "2. Le Comité demande à l’État partie de lui faire parvenir des renseignements sur la suite donnée."
    )
    assert not read_document(text.encode(), "a.txt").recommendations
