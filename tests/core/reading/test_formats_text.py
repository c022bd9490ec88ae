"""Text files and pages of sites: code pages, broken lines, footnotes in many layouts, lists as a browser shows them."""

from __future__ import annotations

import pytest

from qorgau.reading.formats import open_source
from qorgau.reading.source import Mended, Source


def opened(text: str, encoding: str = "utf-8") -> Source:
    return open_source(text.encode(encoding), name="synthetic.txt")


def lines(source: Source) -> list[str]:
    return [line.text for line in source.body]


def notes(source: Source) -> dict[str, str]:
    return {note.mark: note.text for note in source.notes}


RUSSIAN = "Государству-участнику следует:\nвести журнал ключей и показывать его адвокатам."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_the_code_page_is_found(encoding: str) -> None:
    assert lines(opened(RUSSIAN, encoding)) == RUSSIAN.split("\n")


def test_western_letters_are_not_taken_for_cyrillic() -> None:
    text = "L’État partie a été invité à réviser son code – où qu’il soit."
    assert lines(opened(text, "cp1252")) == [text]


def test_one_broken_byte_does_not_change_the_code_page() -> None:
    data = RUSSIAN.encode() + b"\nend \xff."
    source = open_source(data, name="x.txt")
    assert lines(source)[:2] == RUSSIAN.split("\n")
    assert Mended.ENCODING in {repair.what for repair in source.repairs}


def test_a_note_broken_over_lines_and_holding_brackets_is_whole() -> None:
    text = (
        "1.\tThe text[footnoteRef:1] goes on. [1: \t\tSee https://example.org/a%2\nFCAT [sic], para. 2.] \n\n"
        "2.\tMore.[footnoteRef:2] [2: \tIbid.] \n"
    )
    source = opened(text)
    assert lines(source) == ["1. The text goes on.", "2. More."]
    assert notes(source) == {"1": "See https://example.org/a%2FCAT [sic], para. 2.", "2": "Ibid."}


def test_notes_at_the_end_of_a_text_without_a_rule_are_found_by_their_calls() -> None:
    source = opened("A first claim [1] and a second.[2]\n\n[1] Source one.\n[2] Ibid.\n")
    assert lines(source) == ["A first claim and a second."]
    assert notes(source) == {"1": "Source one.", "2": "Ibid."}


def test_bare_and_raised_numbers_call_the_notes_of_their_page() -> None:
    text = "The fund has paid nobody yet.7 In 2031 it will².\n\n_____\n7 Made-up review.\n8 Ibid.\n\f\nNext page.\n"
    source = opened(text.replace("²", "⁸"))
    assert lines(source) == ["The fund has paid nobody yet. In 2031 it will.", "Next page."]
    assert notes(source) == {"7": "Made-up review.", "8": "Ibid."}
    assert all(note.called_at is not None for note in source.notes)


def test_bracketed_numbers_that_no_note_explains_stay_text() -> None:
    assert lines(opened("As in [12] and article 4 [3].")) == ["As in [12] and article 4 [3]."]


WRAPPED = """The invented organisation visited four stations in the made-up region and
found that the clocks of three of them ran late, and that no one had been
told to mend them.
    It recommends that the State party should:
    (a) check the clocks of every station each month, and write down what is
        found;
    (b) light every corridor.
Heading of a chapter
The second paragraph begins here, without an empty line above it, and it is
continued on a second line.
"""


FIRST = (
    "The invented organisation visited four stations in the made-up region and found that the clocks of three of"
    " them ran late, and that no one had been told to mend them."
)


def test_lines_broken_at_a_column_are_joined_into_paragraphs() -> None:
    source = opened(WRAPPED)
    assert lines(source) == [
        FIRST,
        "It recommends that the State party should:",
        "(a) check the clocks of every station each month, and write down what is found;",
        "(b) light every corridor.",
        "Heading of a chapter",
        "The second paragraph begins here, without an empty line above it, and it is continued on a second line.",
    ]
    assert Mended.JOINED_LINE in {repair.what for repair in source.repairs}


def test_short_lines_that_are_whole_are_not_joined() -> None:
    text = "\n".join(f"{at}. A made-up item of a list that ends with a stop." for at in range(1, 12))
    assert lines(opened(text)) == text.split("\n")


def test_running_headers_and_page_numbers_go_and_paragraphs_run_over_pages() -> None:
    page = "Made-up report 2031\n\nThe invented text of a page number {0} goes on for\na while and runs\n\n- {0} -\n"
    source = opened("\f".join(page.format(at) for at in range(1, 5)))
    assert not any("Made-up report" in line or line.startswith("-") for line in lines(source))
    assert source.pages == 4
    assert {repair.what for repair in source.repairs} >= {Mended.REPEATED_LINE}


COPIED = """CAT/C/XSY/CO/3
4. The State party should, with regard to the lamps of the invented halls and
with regard to the keys that hang beside them, and to all the books in which
such keys are written down by the keepers of the halls of the invented city:
(a) Take effective measures to ensure that all lamps burn from the first hour
of the night;
(b) Ensure that the exact time at which a lamp goes out is written into books;
3
CAT/C/XSY/CO/3
(c) Count the keys in all of the invented halls, without leaving any key out.
Keys of the invented halls
5. The Committee is concerned that the keys of the halls of the invented city
are lost, that the keepers have not written down where they were left and who
4
CAT/C/XSY/CO/3
had them last.
"""


def test_text_copied_out_of_a_printed_document_keeps_its_lists_and_headings_and_loses_its_page_headers() -> (
    None
):
    found = lines(opened(COPIED))
    assert [line.split()[0] for line in found] == ["CAT/C/XSY/CO/3", "4.", "(a)", "(b)", "(c)", "Keys", "5."]
    assert found[-1].endswith("where they were left and who had them last.")


def test_marks_glued_to_their_words_begin_lines_all_the_same() -> None:
    glued = COPIED.replace(") ", ")").replace("4. The", "4.The").replace("5. The", "5.The")
    assert [line.split()[0][:3] for line in lines(opened(glued))] == [
        "CAT",
        "4.",
        "(a)",
        "(b)",
        "(c)",
        "Key",
        "5.",
    ]


def test_a_letter_that_begins_a_line_by_chance_begins_no_item() -> None:
    text = (
        "4. The State party should (a) take measures that keep the lamps of all halls\n"
        "(b) burning through the night, which is how the halls of the city were lit in\n"
        "the years before the invented keys were lost by the keepers of the new halls.\n"
    )
    assert len(lines(opened(text * 3))) == 3


PAGE = """<!doctype html><html><head><title>Made-up page</title></head><body>
<header><ul><li>Menu</li></ul></header>
<h1>Title<sup><a href="#s">*</a></sup></h1>
<p>1. The text<sup><a href="#f1" id="r1">1</a></sup> of 4 m<sup>2</sup>, <a href="#f2">[2]</a> goes on.</p>
<p><strong>The State party should</strong> act:</p>
<ol type="a" start="2"><li>One;<ol type="i"><li>deep</li></ol></li><li value="7">Two<br>lines.</li></ol>
<ol reversed><li>last</li><li>first</li></ol>
<ul><li>dot</li></ul>
<div><ol><li id="f1">Made-up source. <a href="#r1">↩</a></li><li id="f2">Ibid.</li></ol><p id="s">* Adopted.</p></div>
</body></html>"""


def test_a_page_of_a_site_is_read_as_it_is_shown() -> None:
    source = open_source(PAGE.encode(), name="page.html")
    assert lines(source) == [
        "Title",
        "1. The text of 4 m2, goes on.",
        "The State party should act:",
        "b. One;",
        "i. deep",
        "g. Two",
        "lines.",
        "2. last",
        "1. first",
        "• dot",
    ]
    assert notes(source) == {"*": "Adopted.", "1": "Made-up source.", "2": "Ibid."}
    assert source.title == "Made-up page"
    assert source.lines[2].bold_spans == ((0, 22),)


def test_a_page_in_another_code_page_is_read_as_it_declares() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Комитет обеспокоен.</p></body></html>'
    assert lines(open_source(page.encode("cp1251"), name="page.html")) == ["Комитет обеспокоен."]


def test_notes_without_links_are_told_by_raised_numbers() -> None:
    page = "<html><body><p>A claim<sup>1</sup> here.</p><p><sup>1</sup> Made-up source.</p></body></html>"
    source = open_source(page.encode(), name="page.html")
    assert lines(source) == ["A claim here."]
    assert notes(source) == {"1": "Made-up source."}
