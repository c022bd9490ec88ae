"""Footnotes: what Ibid. stands for, and how far references between notes are trusted."""

from __future__ import annotations

from tests.core.reading.citing_passages import notes

from qorgau.reading.citing.notes import resolve


def cited(*words: str) -> list[list[tuple[str, tuple[str, ...]]]]:
    return [
        [(one.symbol, one.paragraphs) for one in note.symbols] for note in resolve(notes(*words)).footnotes
    ]


def test_ibid_is_the_document_of_the_nearest_earlier_note() -> None:
    assert cited("CAT/C/XSY/CO/3, para. 30.", "Ibid., para. 8.", "Ibid., paras. 188 and 190.") == [
        [("CAT/C/XSY/CO/3", ("30",))],
        [("CAT/C/XSY/CO/3", ("8",))],
        [("CAT/C/XSY/CO/3", ("188", "190"))],
    ]


def test_a_new_document_takes_over_the_chain() -> None:
    found = cited("CAT/C/XSY/CO/3.", "CAT/C/XSY/RQ/4, para. 26.", "Ibid, para. 12.", "Ibid.")
    assert [note[0][0] for note in found] == ["CAT/C/XSY/CO/3"] + 3 * ["CAT/C/XSY/RQ/4"]


def test_ibid_is_understood_in_russian_and_spanish() -> None:
    assert cited("CAT/C/XSY/RQ/4, пункт 7.", "Там же, пункт 9.", "Ibíd., párr. 3")[1:] == [
        [("CAT/C/XSY/RQ/4", ("9",))],
        [("CAT/C/XSY/RQ/4", ("3",))],
    ]


def test_one_note_may_hold_ibid_and_a_document_of_its_own() -> None:
    assert cited("CAT/C/XSY/Q/4.", "Ibid., para. 3; and CERD/C/XSY/CO/8-10, paras. 39 and 40.")[1] == [
        ("CAT/C/XSY/Q/4", ("3",)),
        ("CERD/C/XSY/CO/8-10", ("39", "40")),
    ]


def test_ibid_after_several_documents_is_taken_with_a_doubt() -> None:
    resolution = resolve(
        notes("CEDAW/C/XSY/CO/5, para. 25, and E/C.12/XSY/CO/2, para. 36.", "Ibid., para. 8.")
    )
    (citation,) = resolution.footnotes[1].symbols
    assert citation.symbol == "E/C.12/XSY/CO/2"
    assert citation.via_ibid
    assert citation.doubt is not None
    assert "CEDAW/C/XSY/CO/5" in str(citation.doubt)
    assert len(resolution.doubts) == 1


def test_ibid_after_a_work_without_a_symbol_is_not_given_to_an_earlier_document() -> None:
    resolution = resolve(notes("CAT/C/XSY/RQ/4.", "Invented Society, The Lamp, 2030, p. 4.", "Ibid., p. 5."))
    assert resolution.footnotes[2].symbols == ()
    assert "note 2" in str(resolution.doubts[0].why)


def test_ibid_after_a_mere_remark_is_taken_with_a_doubt() -> None:
    resolution = resolve(notes("CAT/C/XSY/RQ/4.", "The lamp in question is blue.", "Ibid., para. 5."))
    (citation,) = resolution.footnotes[2].symbols
    assert citation.symbol == "CAT/C/XSY/RQ/4"
    assert citation.doubt is not None
    assert "note 2" in str(citation.doubt)


def test_ibid_after_see_also_is_the_document_named_first() -> None:
    resolution = resolve(
        notes("CAT/C/XSY/RQ/4, para. 24. See also CCPR/C/XSY/CO/3, para. 12.", "Ibid., para. 30.")
    )
    assert [(one.symbol, one.doubt is None) for one in resolution.footnotes[1].symbols] == [
        ("CAT/C/XSY/RQ/4", False)
    ]


def test_ibid_with_nothing_before_it_cites_nothing_and_is_reported() -> None:
    resolution = resolve(notes("Ibid., para. 4."))
    assert resolution.footnotes[0].symbols == ()
    assert "Ibid." in str(resolution.doubts[0].why)


def test_a_note_on_paragraphs_of_the_text_itself_does_not_break_the_chain() -> None:
    found = resolve(notes("CAT/C/XSY/RQ/4.", "See paras. 14 and 15 above.", "Ibid., para. 5.")).footnotes[2]
    assert [(one.symbol, one.doubt) for one in found.symbols] == [("CAT/C/XSY/RQ/4", None)]


def test_a_reference_to_another_note_is_never_trusted() -> None:
    resolution = resolve(
        notes(
            "Lamp report, CAT/C/XSY/RQ/4, para. 2.",
            "Key report, CAT/C/XSY/CO/3.",
            "Lamp report, see note 2 above.",
        )
    )
    (citation,) = resolution.footnotes[2].symbols
    assert citation.doubt is not None
    assert any("note 2" in str(doubt.why) for doubt in resolution.doubts)


def test_a_reference_to_a_note_that_does_not_fit_names_one_that_does() -> None:
    resolution = resolve(
        notes("Lantern Survey 2030, p. 4.", "Keys and locks.", "Lantern Survey, note 2 above.")
    )
    assert resolution.footnotes[2].symbols == ()
    assert "note 1 shares words" in str(resolution.doubts[0].why)


def test_a_reference_to_a_note_that_is_not_there_is_reported() -> None:
    assert "no such note" in str(resolve(notes("See 7 above.")).doubts[0].why)


def test_each_citation_points_at_its_own_words() -> None:
    made = notes("CAT/C/XSY/CO/3, para. 30, and CAT/C/XSY/Q/4.", "Ibid., para. 8.")
    for note, footnote in zip(made, resolve(made).footnotes, strict=True):
        for citation in footnote.symbols:
            words = note.text[citation.place.start - note.place.start : citation.place.end - note.place.start]
            assert words.startswith("Ibid" if citation.via_ibid else citation.symbol)
