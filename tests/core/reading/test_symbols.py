"""Symbols of documents: every form of the grammar, with the noise of real texts, written as they should be."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.reading.citing import symbols
from qorgau.reading.citing.symbol import SymbolError, SymbolKind, is_previous, parse, previous_cycle

FORMS = {
    "CAT/C/XSY/4": (SymbolKind.REPORT, "CAT", "XSY", "4"),
    "CAT/C/XSY/4/Corr.1": (SymbolKind.REPORT, "CAT", "XSY", "4"),
    "CERD/C/XSY/18-20": (SymbolKind.REPORT, "CERD", "XSY", "18-20"),
    "CAT/C/XSY/Q/4": (SymbolKind.LIST_OF_ISSUES, "CAT", "XSY", "4"),
    "CAT/C/XSY/Q/4/Add.1": (SymbolKind.REPLIES, "CAT", "XSY", "4"),
    "CAT/C/XSY/RQ/4": (SymbolKind.REPLIES, "CAT", "XSY", "4"),
    "CAT/C/XSY/QPR/3": (SymbolKind.LIST_PRIOR, "CAT", "XSY", "3"),
    "CAT/C/XSY/CO/4": (SymbolKind.CONCLUDING_OBSERVATIONS, "CAT", "XSY", "4"),
    "CERD/C/XSY/CO/8-10": (SymbolKind.CONCLUDING_OBSERVATIONS, "CERD", "XSY", "8-10"),
    "CAT/C/XSY/CO/3/Add.1": (SymbolKind.FOLLOW_UP, "CAT", "XSY", "3"),
    "CERD/C/XSY/FCO/18-20": (SymbolKind.FOLLOW_UP, "CERD", "XSY", "18-20"),
    "E/C.12/XSY/CO/2": (SymbolKind.CONCLUDING_OBSERVATIONS, "CESCR", "XSY", "2"),
    "CRC/C/OPAC/XSY/CO/1": (SymbolKind.CONCLUDING_OBSERVATIONS, "CRC", "XSY", "1"),
    "CCPR/CO/83/XSY": (SymbolKind.CONCLUDING_OBSERVATIONS, "CCPR", "XSY", None),
    "CAT/C/CR/34/3": (SymbolKind.CONCLUDING_OBSERVATIONS, "CAT", None, None),
    "CAT/OP/XSY/ROSP/1": (SymbolKind.VISIT_REPORT, "SPT", "XSY", "1"),
    "CAT/OP/12/5": (SymbolKind.SESSION_DOCUMENT, "SPT", None, None),
    "CAT/C/SR.1995": (SymbolKind.SUMMARY_RECORD, "CAT", None, None),
    "E/C.12/2019/SR.5": (SymbolKind.SUMMARY_RECORD, "CESCR", None, None),
    "CAT/C/54/3": (SymbolKind.SESSION_DOCUMENT, "CAT", None, None),
    "CAT/C/3/Rev.6": (SymbolKind.SESSION_DOCUMENT, "CAT", None, None),
    "CAT/C/51/D/441/2010": (SymbolKind.DECISION, "CAT", None, None),
    "E/C.12/71/D/176/2020": (SymbolKind.DECISION, "CESCR", None, None),
    "CAT/C/GC/3": (SymbolKind.GENERAL_COMMENT, "CAT", None, None),
    "CEDAW/C/GC/31/Rev.1-CRC/C/GC/18/Rev.1": (SymbolKind.GENERAL_COMMENT, "CEDAW", None, None),
    "INT/CAT/FUL/XSY/25015": (SymbolKind.LETTER, "CAT", "XSY", None),
    "A/HRC/43/10": (SymbolKind.COUNCIL, None, None, None),
    "A/HRC/43/10/Add.1": (SymbolKind.COUNCIL, None, None, None),
    "A/HRC/WG.6/41/XSY/2": (SymbolKind.REVIEW, None, "XSY", None),
    "A/70/44": (SymbolKind.ASSEMBLY, None, None, None),
    "A/RES/55/89": (SymbolKind.ASSEMBLY, None, None, None),
    "E/CN.4/2005/60/Add.2": (SymbolKind.ECONOMIC_COUNCIL, None, None, None),
    "HRI/MC/2017/4": (SymbolKind.INTERCOMMITTEE, None, None, None),
    "HRI/CORE/XSY/2020": (SymbolKind.CORE_DOCUMENT, None, "XSY", None),
    "CPT/Inf (2024) 24": (SymbolKind.REGIONAL, None, None, None),
}

NOISE = {
    "CAT /C/51/D/441/2010": "CAT/C/51/D/441/2010",
    "C AT/C/SR.1998": "CAT/C/SR.1998",
    "CAT/C/SR. 1172": "CAT/C/SR.1172",
    "CERD\n/C/XSY/CO/18-20*": "CERD/C/XSY/CO/18-20",
    "CAT/C/XSY/CO/4**": "CAT/C/XSY/CO/4",
    "CERD/C/XSY/CO/8–10": "CERD/C/XSY/CO/8-10",
    "САТ/С/XSY/СО/4": "CAT/C/XSY/CO/4",  # typed with Cyrillic letters
    "cat/c/xsy/co/4": "CAT/C/XSY/CO/4",
    "CAT/\u200bC/XSY/CO/4": "CAT/C/XSY/CO/4",
    "Distr.: GENERALCAT/C/XSY/CO/4": "CAT/C/XSY/CO/4",
    "GENERALA/HRC/14/10": "A/HRC/14/10",
    "CPT/Inf(2024)24": "CPT/Inf (2024) 24",
    "https://example.org/x.aspx?symbolno=CAT%2fC%2fXSY%2fCO%2f4&Lang=en": "CAT/C/XSY/CO/4",
    "symbolno=INT%2\nFCAT%2FFUL%2FXSY%2F25015&Lang=en": "INT/CAT/FUL/XSY/25015",
    "CAT/C/XSY/CO/3/Add. 1": "CAT/C/XSY/CO/3/Add.1",
}


def written(text: str) -> list[str]:
    return [found.symbol.text for found in symbols.find(text)]


@pytest.mark.parametrize("text", FORMS)
def test_every_form_of_a_symbol_is_understood(text: str) -> None:
    symbol = parse(text)
    assert (symbol.kind, symbol.committee, symbol.state, symbol.cycle) == FORMS[text]


@pytest.mark.parametrize("text", FORMS)
def test_a_symbol_in_a_sentence_is_found_whole_and_alone(text: str) -> None:
    sentence = f"As was said (see {text}, para. 10), the matter is pending."
    assert written(sentence) == [text]


@pytest.mark.parametrize("text", NOISE)
def test_the_noise_of_real_texts_is_read_through(text: str) -> None:
    assert written(text) == [NOISE[text]]


@pytest.mark.parametrize("text", [*FORMS, *NOISE])
def test_normalising_twice_gives_the_same(text: str) -> None:
    once = symbols.normalise(text)
    assert symbols.normalise(once) == once


@pytest.mark.parametrize("text", [*FORMS, *NOISE])
def test_the_place_of_a_symbol_holds_what_was_written(text: str) -> None:
    sentence = f"Reference is made to {text} in this invented sentence."
    for found in symbols.find(sentence):
        assert sentence[found.start : found.end] == found.as_written


BODY = st.sampled_from(
    ["CAT/C", "CCPR/C", "CERD/C", "CEDAW/C", "CRC/C", "CRPD/C", "CED/C", "CMW/C", "E/C.12"]
)
STATE = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3)
CYCLE = st.integers(1, 30).flatmap(
    lambda first: st.sampled_from([str(first), f"{first}-{first + 1}", f"{first}-{first + 3}"])
)
TAIL = st.sampled_from(["", "/Add.1", "/Corr.2", "/Rev.1", "/Add.1/Rev.2"])
SYMBOL = st.builds(
    lambda body, state, kind, cycle, tail: f"{body}/{state}/{kind}{cycle}{tail}",
    BODY,
    STATE,
    st.sampled_from(["", "CO/", "Q/", "QPR/", "RQ/", "FCO/"]),
    CYCLE,
    TAIL,
)


@given(SYMBOL)
def test_a_symbol_leads_through_its_parts_back_to_itself(text: str) -> None:
    symbol = parse(text)
    assert str(symbol) == text
    assert parse(str(symbol)) == symbol


@given(SYMBOL, st.integers(0, 40), st.sampled_from([" ", "\n", "\u00a0"]))
def test_white_space_around_a_slash_changes_nothing(text: str, at: int, space: str) -> None:
    slashes = [index for index, letter in enumerate(text) if letter == "/"]
    cut = slashes[at % len(slashes)]
    assert written(f"see {text[:cut]}{space}{text[cut:]}, and more") == [text]


@given(st.text(max_size=200))
def test_no_text_at_all_breaks_the_search(text: str) -> None:
    for found in symbols.find(text):
        assert text[found.start : found.end] == found.as_written
        assert parse(found.symbol.text) == found.symbol


def test_a_date_glued_to_a_symbol_is_cut_off_and_the_doubt_is_said() -> None:
    (found,) = symbols.find("Distr.GENERALCAT/C/XSY/CO/212 December 2008")
    assert found.symbol.text == "CAT/C/XSY/CO/2"
    assert found.dated == dt.date(2008, 12, 12)
    assert found.doubt is not None
    assert "CAT/C/XSY/CO/21" in str(found.doubt)


@pytest.mark.parametrize(
    ("text", "symbol", "day"),
    [
        ("CAT/C/XSY/CO/39 August 2016", "CAT/C/XSY/CO/3", dt.date(2016, 8, 9)),
        ("CERD/C/XSY/CO/8-1014 June 2022", "CERD/C/XSY/CO/8-10", dt.date(2022, 6, 14)),
        ("CAT/C/XSY/CO/331 June 2022", "CAT/C/XSY/CO/33", dt.date(2022, 6, 1)),  # June has no 31st
        ("CAT/C/XSY/CO/212 декабря 2008 года", "CAT/C/XSY/CO/2", dt.date(2008, 12, 12)),
    ],
)
def test_the_day_that_is_cut_off_must_be_one_of_the_calendar(text: str, symbol: str, day: dt.date) -> None:
    (found,) = symbols.find(text)
    assert (found.symbol.text, found.dated) == (symbol, day)


def test_a_date_that_stands_apart_is_no_part_of_the_symbol() -> None:
    (found,) = symbols.find("CAT/C/XSY/CO/21 2 December 2008")
    assert (found.symbol.text, found.dated, found.doubt) == ("CAT/C/XSY/CO/21", None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(CAT/C/SR.1152 and 1155)", ["CAT/C/SR.1152", "CAT/C/SR.1155"]),
        ("CAT/C/SR.10–12", ["CAT/C/SR.10", "CAT/C/SR.11", "CAT/C/SR.12"]),
        ("see CAT/C/54/3, 56/2", ["CAT/C/54/3", "CAT/C/56/2"]),
        ("CAT/C/XSY/4 and Corr.1", ["CAT/C/XSY/4", "CAT/C/XSY/4/Corr.1"]),
        ("CAT/C/XSY/CO/3/Add.1 and Add.2", ["CAT/C/XSY/CO/3/Add.1", "CAT/C/XSY/CO/3/Add.2"]),
        ("CCPR/C/128/3/Adds.1–3", [f"CCPR/C/128/3/Add.{n}" for n in (1, 2, 3)]),
        ("CAT/C/XSY/CO/2 and CO/3", ["CAT/C/XSY/CO/2", "CAT/C/XSY/CO/3"]),
        ("CPT/Inf(2024)24 and CPT/Inf (2024) 14", ["CPT/Inf (2024) 24", "CPT/Inf (2024) 14"]),
    ],
)
def test_symbols_that_lean_on_one_before_are_spelt_out(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the 1152nd and 1155th meetings, on 2 and 3 May 2031",
        "a 50/50 split, and/or either/or",
        "the Committee against Torture (CAT) and its Convention",
        "see C/4 and A/b",
        "CAT/C/SR.1152 and 12 delegations",
    ],
)
def test_what_is_no_symbol_is_not_taken_for_one(text: str) -> None:
    assert [found for found in written(text) if found != "CAT/C/SR.1152"] == []


def test_a_text_that_is_no_symbol_is_refused_with_examples() -> None:
    with pytest.raises(SymbolError, match="CAT/C/KAZ/CO/4"):
        parse("CAT slash C")


def test_the_cycle_before_is_counted_back_by_one() -> None:
    assert str(previous_cycle(parse("CAT/C/XSY/CO/4"))) == "CAT/C/XSY/CO/3"
    assert str(previous_cycle(parse("E/C.12/XSY/CO/2"))) == "E/C.12/XSY/CO/1"
    assert previous_cycle(parse("CAT/C/XSY/CO/1")) is None


def test_combined_reports_are_followed_back_through_what_is_cited() -> None:
    cited = [parse("CAT/C/XSY/CO/7"), parse("CERD/C/XSY/CO/6-7")]
    assert str(previous_cycle(parse("CERD/C/XSY/CO/8-10"), cited)) == "CERD/C/XSY/CO/6-7"


def test_a_reply_is_not_the_observations_it_replies_to() -> None:
    assert not is_previous(parse("CAT/C/XSY/CO/3/Add.1"), parse("CAT/C/XSY/CO/4"))
