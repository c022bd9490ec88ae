"""The custody record on paper: what a lawyer takes into court says everything, to its reader only, and as typed."""

from dataclasses import replace

import pypdfium2
import pytest
import segno
from tests.core.ledger.test_vectors import VECTORS
from tests.slices.custody.document.a_record import Story, a_copy
from tests.slices.custody.document.pictures import codes_in, letters_outside, text_of

from qorgau.custody.document.contents import Audience
from qorgau.custody.document.receipt_codes import LARGEST, parts_of
from qorgau.custody.document.record_sheet import print_record, record_sheet
from qorgau.lawbook import Language
from qorgau.ledger.receipt import read_receipt

LANGUAGES = tuple(Language)
SAID = {
    Language.EN: (
        "Custody record", "not recorded", "GAP: who supervises it", "No longer stands; see No. 10.",
        "Corrects No. 7:", "police entry", "the person held", "National law", "Treaties and standards",
        "in: Uyghur", "page 1 of", "you may ask a court at any time", "You may complain about your treatment",
        "qorgau receipt verify", "the hearing before a judge that was asked for", "Signatures", "breached",
    ),
    Language.RU: (
        "Запись о содержании под стражей", "не записано", "ПРОБЕЛ: кто надзирает",
        "Больше не действует; см. № 10.", "Исправляет № 7:", "запись полиции", "сам задержанный",
        "Национальное право", "Договоры и стандарты", "язык: уйгурский", "страница 1 из",
        "вы в любое время можете просить суд", "Жалоба.", "qorgau receipt verify", "заседание у судьи", "Подписи",
        "нарушено",
    ),
    Language.KK: (
        "Ұстау туралы жазба", "жазылмаған", "ОЛҚЫЛЫҚ: кім қадағалайтыны",
        "Енді қолданылмайды; № 10 жазбаны қараңыз.", "№ 7 жазбаны түзетеді:", "полиция жазбасы",
        "ұсталған адамның өзі", "Ұлттық құқық", "Халықаралық шарттар мен стандарттар", "тілі: ұйғыр", "1-бет",
        "соттан кез келген уақытта сұрай аласыз", "Шағым.", "qorgau receipt verify", "сұралған сот отырысы",
        "Қолдар", "бұзылды",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_says_what_a_court_needs(language: Language) -> None:
    said = text_of(print_record(a_copy(language=language, receipt=VECTORS["promise"])))
    for part in SAID[language]:
        assert part in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_record_gives_the_same_bytes(language: Language) -> None:
    copy = a_copy(language=language, receipt=VECTORS["promise"], synthetic=True)
    assert print_record(copy) == print_record(copy)


def test_each_word_on_the_apprehension_stands_with_its_time() -> None:
    said = text_of(print_record(a_copy(language=Language.EN)))
    assert "21 Nov 2026 00:30–01:00 (the person held)" in said
    assert "21 Nov 2026 02:10 (police entry)" in said


def test_a_word_that_changes_the_verdict_stands_beside_it() -> None:
    sheet = record_sheet(a_copy(language=Language.EN))
    delivery = next(each for each in sheet.national if "within three hours" in each.owed)
    assert delivery.by_word == ("police entry: met, 2 h 15 min to spare",)


@pytest.mark.parametrize(
    "name",
    [
        '#import "look.typ"', "#sys.inputs", "$x^2$ @heading <label>", "*bold* _under_ `raw`", "\\u{41} ~ -- ...",
        "= Heading", "#{ panic() }", '"]) #evil', "// comment", "[Тырнақ]", "O'Қонақ",
    ],
)  # fmt: skip
def test_markup_in_a_name_is_printed_as_it_was_typed(name: str) -> None:
    said = text_of(print_record(a_copy(story=Story(name=name))))
    assert said.count(name) >= 2


@pytest.mark.parametrize("name", ["Ан\u202eна", "Анна\u0000", "\ue000", "Ан😀на", "ⴰⵏⵏⴰ"])
def test_a_letter_no_font_draws_neither_hides_nor_stops_the_press(name: str) -> None:
    pdf = print_record(a_copy(story=Story(name=name)))
    assert "[U+" in text_of(pdf)


def test_a_name_in_chinese_or_arabic_script_is_drawn() -> None:
    assert "王小明" in text_of(print_record(a_copy(story=Story(name="王小明"))))
    assert "[U+" not in text_of(print_record(a_copy(story=Story(name="ئەخمەت"))))


def test_a_promise_is_one_code_that_reads_back_to_the_receipt() -> None:
    codes = codes_in(print_record(a_copy(receipt=VECTORS["promise"])))
    assert codes == [VECTORS["promise"]]


def test_a_proof_is_read_back_from_its_codes_in_order() -> None:
    # As deep as a log of a million entries.
    short = read_receipt(VECTORS["receipt"])
    assert short.proof is not None
    written = str(replace(short, proof=replace(short.proof, path=tuple(bytes([n]) * 32 for n in range(20)))))
    codes = codes_in(print_record(a_copy(receipt=written)))
    assert len(codes) == len(parts_of(written)) > 1
    assert "".join(codes) == written
    assert all(segno.make(code, error="m", boost_error=False).version <= LARGEST for code in codes)
    assert read_receipt("".join(codes)).proof is not None


def test_without_a_receipt_the_paper_says_so_and_shows_no_code() -> None:
    pdf = print_record(a_copy(language=Language.EN, receipt=""))
    assert codes_in(pdf) == []
    assert "No entry of this record has been promised" in text_of(pdf)


@pytest.mark.parametrize("audience", tuple(Audience))
def test_no_copy_tells_by_whom_the_person_wishes_not_to_be_found(audience: Audience) -> None:
    said = text_of(print_record(a_copy(audience=audience)))
    assert "Жасырын" not in said
    assert "+7 700" not in said


def test_the_office_copy_holds_no_medical_findings_and_not_who_looked() -> None:
    office = text_of(print_record(a_copy(audience=Audience.OFFICER)))
    lawyers = text_of(print_record(a_copy(audience=Audience.LAWYER)))
    for part in ("Сол жақ иықта көгеру", "Прокурор Б.", "000000000000"):
        assert part in lawyers
        assert part not in office


def test_every_page_of_a_synthetic_record_says_so() -> None:
    pages = pypdfium2.PdfDocument(print_record(a_copy(language=Language.EN, synthetic=True)))
    assert all("SYNTHETIC" in page.get_textpage().get_text_range() for page in pages)
    real = text_of(print_record(a_copy(language=Language.EN)))
    assert "SYNTHETIC" not in real


def test_what_is_not_in_force_here_is_no_breach_of_it() -> None:
    sheet = record_sheet(a_copy(language=Language.EN))
    foreign = ("PACE", "CPT", "NGO")
    assert not [each for each in sheet.standards if each.source.startswith(foreign)]
    assert all(each.source.startswith(foreign) for each in sheet.comparisons)


def test_the_file_is_made_for_archives_and_for_screen_readers() -> None:
    pdf = print_record(a_copy())
    assert b"pdfaid:part>2<" in pdf
    assert b"pdfuaid:part>1<" in pdf


def test_what_has_no_space_is_broken_and_what_fills_pages_goes_on() -> None:
    pdf = print_record(a_copy(story=Story(name="Җ" * 3200)))
    assert text_of(pdf).count("Җ") == 6400
    assert letters_outside(pdf) == 0
