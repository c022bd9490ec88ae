"""The picture of a procedure: safe to put into a page, readable on paper, true to the case."""

import itertools
import re
from xml.etree import ElementTree

import pytest
from tests.core.procedures.walks import BOOK, DAY, OPENED, stands

from qorgau.lawbook import Language
from qorgau.procedures import Event, diagram
from qorgau.procedures.drawing.graph import graph_of, staying
from qorgau.procedures.drawing.layout import WIDTH, laid_out
from qorgau.procedures.drawing.lettering import width_of, wrapped
from qorgau.procedures.drawing.picture import _widths

NAMES = sorted(BOOK.procedures)
SVG = "{http://www.w3.org/2000/svg}"
CLOSED = [
    Event("register", OPENED, "prosecutors_office", "a"),
    Event("open_investigation", OPENED + 60, "special_prosecutors", "b"),
    Event("close", OPENED + DAY, "special_prosecutors", "b", "officer_not_named"),
]


def drawn(name: str, language: Language, events: list[Event] | None = None) -> ElementTree.Element:
    procedure = BOOK.procedures[name]
    now = None if events is None else stands(procedure, events, OPENED + 9 * DAY)
    return ElementTree.fromstring(diagram(procedure, now, language))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_it_holds_nothing_that_a_strict_page_would_refuse(name: str, language: Language) -> None:
    root = drawn(name, language)
    allowed = {"svg", "title", "desc", "rect", "circle", "polygon", "path", "text"}
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in allowed
        assert not {"style", "class", "id"} & element.attrib.keys()
        assert not any(key.startswith("on") or "href" in key for key in element.attrib)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_it_is_told_in_words_too(name: str, language: Language) -> None:
    root = drawn(name, language, [])
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert title.text == BOOK.procedures[name].title[language]
    for stage in BOOK.procedures[name].stages.values():
        assert stage.title[language] in (desc.text or "")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_text_ends_within_the_page(name: str, language: Language) -> None:
    for text in drawn(name, language).iter(f"{SVG}text"):
        x, size = float(text.get("x", 0)), float(text.get("font-size", 0))
        width = width_of(text.text or "", size)
        left = x - width / 2 if text.get("text-anchor") == "middle" else x
        assert left >= 0
        assert left + width <= WIDTH, text.text


@pytest.mark.parametrize("name", NAMES)
def test_no_stage_lies_on_another_and_none_leaves_the_page(name: str) -> None:
    graph = graph_of(BOOK.procedures[name])
    layout = laid_out(graph, _widths(graph))
    for layer in layout.layers:
        assert layer[0].x - layer[0].width / 2 >= 0
        assert layer[-1].x + layer[-1].width / 2 <= WIDTH
        for left, right in itertools.pairwise(layer):
            assert left.x + left.width / 2 < right.x - right.width / 2 + 0.01


@pytest.mark.parametrize("name", NAMES)
def test_every_move_is_named_once_by_a_number_or_as_an_act(name: str) -> None:
    procedure = BOOK.procedures[name]
    numbers = graph_of(procedure).numbers
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))
    assert set(numbers) | {move.id for move in staying(procedure)} == set(procedure.moves)
    assert not set(numbers) & {move.id for move in staying(procedure)}


def test_the_stage_where_the_case_stands_is_named_in_each_language() -> None:
    for language, said in {
        Language.EN: "the case is here",
        Language.RU: "дело здесь",
        Language.KK: "іс осында",
    }.items():
        texts = [
            text.text or ""
            for text in drawn("kz/criminal_investigation", language, CLOSED).iter(f"{SVG}text")
        ]
        assert texts.count(f"▼ {said}") == 1
    plain = drawn("kz/criminal_investigation", Language.EN)
    assert not any("▼" in (text.text or "") for text in plain.iter(f"{SVG}text"))


def test_the_way_taken_is_drawn_thicker_and_only_that() -> None:
    def thick(root: ElementTree.Element) -> int:
        return sum(path.get("stroke-width") == "3" for path in root.iter(f"{SVG}path"))

    assert thick(drawn("kz/criminal_investigation", Language.EN, CLOSED)) == 3
    assert thick(drawn("kz/criminal_investigation", Language.EN)) == 0


def test_what_was_marked_in_the_case_is_said_under_the_move() -> None:
    svg = diagram(
        BOOK.procedures["kz/criminal_investigation"],
        stands(BOOK.procedures["kz/criminal_investigation"], CLOSED, OPENED + 9 * DAY),
        Language.EN,
    )
    assert "The victim need not name anybody" in re.sub(r"</text><text[^>]*>", " ", svg)


def test_a_missing_appeal_is_drawn_where_it_is_missing() -> None:
    texts = [text.text for text in drawn("kz/police_discipline", Language.EN).iter(f"{SVG}text")]
    assert texts.count("A") == 4, "three ends without an appeal, and the line of the legend"
    assert texts.count("B") == 2


def test_text_is_wrapped_between_words_and_loses_none() -> None:
    text = "The burden of proof stays with the authorities, never with the victim."
    lines = wrapped(text, 120, 12)
    assert " ".join(lines) == text
    assert all(width_of(line, 12) <= 120 for line in lines)
    assert wrapped("Сотқадейінгітергептексерулердің", 20, 12) == ["Сотқадейінгітергептексерулердің"]
