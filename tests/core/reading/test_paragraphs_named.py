"""Which paragraphs a text names: lists, ranges, letters, roman numbers, in English and Russian."""

from __future__ import annotations

import pytest

from qorgau.reading.citing import paragraph_refs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paras. 14 (a), 24 (a), 28 and 44", "14(a) 24(a) 28 44"),
        ("36 (a)–(d)", "36(a) 36(b) 36(c) 36(d)"),
        ("17 (b)-(c) and (e)-(f)", "17(b) 17(c) 17(e) 17(f)"),
        ("139.61, 139.63-139.67", "139.61 139.63 139.64 139.65 139.66 139.67"),
        ("15 to 20", "15 16 17 18 19 20"),
        ("178–181", "178 179 180 181"),
        ("12 (a) (i)-(iii) and (b)", "12(a)(i) 12(a)(ii) 12(a)(iii) 12(b)"),
        ("14 (h) and (i)", "14(h) 14(i)"),
        ("14 (lanterns), 20 and 40 (keys and locks)", "14 20 40"),
        ("пункты 14 a), 24 a), 28 и 44", "14(a) 24(a) 28 44"),
        ("пункты 8, 10 а) и с) и 12 b) выше)", "8 10(a) 10(c) 12(b)"),
        ("пп. 8–10", "8 9 10"),
        ("12, 14, 2031", "12 14"),
        ("8 and 10", "8 10"),
        ("para. 8", "8"),
    ],
)
def test_paragraphs_are_spelt_out_one_by_one(text: str, expected: str) -> None:
    assert paragraph_refs.read(text) == tuple(expected.split())


def test_several_references_of_a_text_are_kept_apart() -> None:
    text = "as in paragraphs 13 and 15, while paragraph 8 was forgotten (see paras. 20-22)"
    found = paragraph_refs.find(text)
    assert [one.ids for one in found] == [("13", "15"), ("8",), ("20", "21", "22")]
    assert text[found[0].start : found[0].end] == "paragraphs 13 and 15"


def test_a_day_after_a_comma_is_no_paragraph() -> None:
    assert paragraph_refs.find("see para. 7, 12 May 2031")[0].ids == ("7",)


def test_a_range_too_long_to_be_one_is_not_filled() -> None:
    assert paragraph_refs.read("3-900") == ("3", "900")
