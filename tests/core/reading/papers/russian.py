"""Synthetic concluding observations in Russian on an invented State, in the layout of the United Nations."""

from __future__ import annotations

from tests.core.reading.papers.paper import Block, Expected, FootnoteWords, Part

MASTHEAD = (
    "Организация Объединенных Наций",
    "CCPR/C/XSY/CO/2",
    "Distr.: General",
    "14 ноября 2030 года",
    "Russian",
    "Original: English",
    "Комитет по правам человека",
)

RUSSIAN = (
    Block(Part.TITLE, "Заключительные замечания по второму периодическому докладу Синтетии{*}", bold=True),
    Block(
        Part.PARAGRAPH,
        "Комитет рассмотрел второй периодический доклад Синтетии{1} на своих 4201-м и 4202-м заседаниях, состоявшихся"
        " 14 и 15 октября 2030 года. На своем 4220-м заседании, состоявшемся 1 ноября 2030 года, он принял настоящие"
        " заключительные замечания. Этот условный текст написан для проверки программ.",
        "1.",
    ),
    Block(Part.HEADING, "Введение", "A.", bold=True),
    Block(Part.PARAGRAPH, "Комитет благодарит вымышленное государство-участник за его доклад.", "2."),
    Block(Part.HEADING, "Позитивные аспекты", "B.", bold=True),
    Block(Part.PARAGRAPH, "Комитет приветствует принятие условного закона о часах в 2029 году.", "3."),
    Block(Part.HEADING, "Основные вопросы, вызывающие озабоченность, и рекомендации", "C.", bold=True),
    Block(Part.SUBHEADING, "Запрещение пыток", bold=True),
    Block(
        Part.PARAGRAPH,
        "Комитет обеспокоен тем, что из 400 зарегистрированных дел лишь 12 дел направлены в суд{2} (ст. 7 и 14).",
        "4.",
    ),
    Block(Part.PARAGRAPH, "Государству-участнику следует:", "5.", bold=True),
    Block(Part.LETTER, "проверять часы в каждом вымышленном отделе;", "a)", bold=True),
    Block(Part.LETTER, "вести журнал ключей и показывать его адвокатам;", "b)", bold=True),
    Block(Part.LETTER, "обучать врачей описанию повреждений.", "c)", bold=True),
    Block(Part.SUBHEADING, "Свобода передвижения", bold=True),
    Block(Part.PARAGRAPH, "Комитет обеспокоен порядком условной прописки (ст. 12).", "6."),
    Block(
        Part.PARAGRAPH,
        "Государству-участнику следует отменить условную прописку и сообщить об этом Комитету.",
        "7.",
        bold=True,
    ),
    Block(Part.HEADING, "Распространение информации и последующая деятельность", "D.", bold=True),
    Block(
        Part.PARAGRAPH,
        "Комитет просит государство-участник представить не позднее 4 ноября 2033 года информацию о выполнении"
        " рекомендаций, содержащихся в пункте 5.",
        "8.",
    ),
    Block(
        Part.PARAGRAPH,
        "Комитет просит государство-участник представить свой следующий периодический доклад к 4 ноября 2036 года.",
        "9.",
    ),
)

RUSSIAN_NOTES = (
    FootnoteWords("*", "Приняты Комитетом на его сто сорок девятой сессии (7 октября — 1 ноября 2030 года)."),
    FootnoteWords("1", "CCPR/C/XSY/2.", ("CCPR/C/XSY/2",)),
    FootnoteWords("2", "Там же, пункт 31.", ("CCPR/C/XSY/2",)),
)

RUSSIAN_ANSWER = Expected(
    symbol="CCPR/C/XSY/CO/2",
    committee="CCPR",
    state="XSY",
    cycle="2",
    kind="concluding_observations",
    language="ru",
    session=(149, "2030-10-07", "2030-11-01"),
    considered=("2030-10-14", "2030-10-15"),
    adopted="2030-11-01",
    kinds={
        "2": "introduction",
        "3": "positive",
        "4": "concern",
        "5": "recommendation",
        "6": "concern",
        "7": "recommendation",
        "8": "procedural",
        "9": "procedural",
    },
    headings={"5": "Запрещение пыток", "7": "Свобода передвижения"},
    leaves={"5": ("5(a)", "5(b)", "5(c)")},
    articles={"4": ("7", "14"), "6": ("12",)},
    recommendations=("5(a)", "5(b)", "5(c)", "7"),
    follow_up=("2033-11-04", ("5",)),
    next_report=("2036-11-04", 3),
    deadlines=(("follow_up", "2033-11-04"), ("next_report", "2036-11-04")),
    figures=((400, "cases"), (12, "cases")),
)
