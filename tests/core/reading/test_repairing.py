"""What copying did to a text is mended or reported; figures and symbols are never altered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.reading.formats import open_source
from qorgau.reading.repairing import Call, Draft, Edit, edited, mend
from qorgau.reading.source import Mended


def mended(*lines: str) -> list[Draft]:
    return mend([Draft(line) for line in lines])


def one(line: str, *others: str) -> tuple[str, list[tuple[Mended, str | None]]]:
    """The line after repair, and what was done: kind, and the words as they are now (None: only reported)."""
    first = mended(line, *others)[0]
    return first.text, [(fix.what, fix.after) for fix in first.fixes]


@pytest.mark.parametrize(
    ("written", "meant", "what"),
    [
        ("the\x00 Committee", "the Committee", Mended.NUL),
        ("12.\x00The Committee", "12. The Committee", Mended.NUL),
        ("safe\u00adguards", "safeguards", Mended.INVISIBLE),
        ("each\u200b month", "each month", Mended.INVISIBLE),
        ("o\ufb03cers of\ufb01ce", "officers office", Mended.LIGATURE),
        ("the develop- ment of law", "the development of law", Mended.SPLIT_WORD),
        ("its follow- up procedure", "its follow-up procedure", Mended.SPLIT_WORD),
        ("see C AT/C/XSY/CO/2", "see CAT/C/XSY/CO/2", Mended.SPLIT_WORD),
        ("1.The Committee", "1. The Committee", Mended.GLUED_NUMBER),
        ("(a)To ensure", "(a) To ensure", Mended.GLUED_NUMBER),
        ("34The State party", "34 The State party", Mended.GLUED_NUMBER),
        ("Law No. 131-V\u0406 on funds", "Law No. 131-VI on funds", Mended.MIXED_SCRIPT),
        (
            "\u0438\u0441\u043f\u0440\u0430\u0432\u0438\u0442\u0435\u043b\u044c\u043da\u044f",
            "исправительная",
            Mended.MIXED_SCRIPT,
        ),
        ("invent\u0435d", "invented", Mended.MIXED_SCRIPT),
        ("\u0421\u0410\u0422/\u0421/XSY/CO/3", "CAT/C/XSY/CO/3", Mended.MIXED_SCRIPT),
        ("the State partyâ€™s report", "the State party’s report", Mended.ENCODING),
        ("quoted \x93so\x94", "quoted “so”", Mended.ENCODING),
    ],
)
def test_damage_is_mended_and_reported(written: str, meant: str, what: Mended) -> None:
    text, fixes = one(written)
    assert text == meant
    assert {kind for kind, _ in fixes} == {what}
    assert all(after is not None for _, after in fixes)


@pytest.mark.parametrize(
    "fine",
    [
        "pre- and post-trial detention",
        "до- и послесудебное содержание",
        "CAT/C/XSY/CO/3, paras. 14 (a) and 24",
        "3D models and 2nd meetings",
        "1.5 million",
        "On 12 May 2024",
        "Қазақстан Республикасының Конституциясы",
        "Закон № 131-VI ЗРК",
        "A C/B test",
        "Рёв и «ёж»",
        "L’État partie – où",
    ],
)
def test_what_is_whole_is_left_alone(fine: str) -> None:
    assert one(fine) == (fine, [])


def test_a_split_word_is_whole_as_the_document_writes_it_elsewhere() -> None:
    assert one("video- recorded", "is videorecorded, videorecorded")[0] == "videorecorded"
    assert one("care- takers", "the care-takers")[0] == "care-takers"


def test_a_date_glued_to_a_symbol_is_only_reported() -> None:
    text, fixes = one("See CAT/C/XSY/CO/212 December 2008.")
    assert text == "See CAT/C/XSY/CO/212 December 2008."
    assert fixes == [(Mended.GLUED_NUMBER, None)]


def test_a_word_of_two_scripts_that_could_be_either_is_only_reported() -> None:
    text, fixes = one("\u0421AB")
    assert text == "\u0421AB"
    assert fixes == [(Mended.MIXED_SCRIPT, None)]


def test_a_letter_lost_when_decoding_is_only_reported() -> None:
    assert one("par\ufffdgraph")[1] == [(Mended.ENCODING, None)]


def test_letters_with_marks_of_their_own_become_one_sign() -> None:
    assert one("Комитети\u0306")[0] == "Комитетй"


def test_spans_and_calls_move_with_the_text() -> None:
    draft = Draft("a\u00adb  bold c", bold=((5, 9),), calls=(Call("1", 9),))
    found = mend([draft])[0]
    assert found.text == "ab bold c"
    assert found.bold == ((3, 7),)
    assert found.calls == (Call("1", 7),)


@given(st.text("ab -.\u00ad\x00\u200bІя1/", max_size=60))
def test_mending_twice_changes_no_character_more(text: str) -> None:
    once = mended(text)[0].text
    assert mended(once)[0].text.count("\u00ad") == 0
    assert [sign for sign in once if sign.isdigit()] == [sign for sign in text if sign.isdigit()]


@given(st.text(max_size=80))
def test_no_repair_ever_alters_a_digit(text: str) -> None:
    plain = [sign for sign in text if sign in "0123456789"]
    assert [sign for sign in mended(text)[0].text if sign in "0123456789"] == plain


@given(st.text("abc", min_size=1, max_size=30), st.data())
def test_an_edit_keeps_offsets_within_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    after = data.draw(st.text("xyz", max_size=4))
    at = data.draw(st.integers(0, len(text)))
    found = edited(Draft(text, calls=(Call("1", at),)), [Edit(start, end, after)])
    assert found.text == text[:start] + after + text[end:]
    assert 0 <= found.calls[0].at <= len(found.text)
    if at < start:
        assert found.calls[0].at == at


def test_a_repair_names_the_line_it_was_made_in() -> None:
    source = open_source(b"First line.\nThe develop- ment.\n\n1.The third.\n", name="x.txt")
    assert [(repair.what, repair.line) for repair in source.repairs] == [
        (Mended.SPLIT_WORD, 2),
        (Mended.GLUED_NUMBER, 3),
    ]
