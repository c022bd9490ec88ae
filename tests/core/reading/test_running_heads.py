"""Long reports: what stands above and below every page is taken out, and no paragraph is broken or lost by it."""

from __future__ import annotations

import re
from functools import cache

import pytest
from tests.core.reading.papers.tables import set_by

from qorgau.reading.formats import open_source
from qorgau.reading.source import Mended, Source

WORDS = {
    "en": "the State party should keep a register of persons held and let lawyers doctors and relatives come at night",
    "ru": "государству следует вести реестр лиц под стражей и допускать адвокатов врачей и родственников ночью",
    "kk": "мемлекет ұсталған адамдардың тізілімін жүргізіп адвокаттар мен дәрігерлерді түнде кіргізуі тиіс",
}
CHAPTER = {
    "en": "Chapter {}: registers and lamps",
    "ru": "Глава {}: реестры и лампы",
    "kk": "{}-тарау: тізілімдер мен шамдар",
}
LAYOUTS = {
    "heads of chapters": "header: context if calc.odd(counter(page).get().first()) [#h(1fr) {report}] else [#text(8pt, hydra())],\n"
    "footer: context align(center, counter(page).display())",
    "page of pages": "header: text(8pt)[{report}], footer: context align(center, [{page} #counter(page).display() {of} 200])",
    "dashes": "header: text(8pt)[{report}], footer: context align(center, [— #counter(page).display() —])",
}
_HYDRA = "#let hydra() = context { let found = query(heading.where(level: 1).before(here())); if found.len() > 0 { found.last().body } }\n"
_PAGE = {"en": ("Page", "of"), "ru": ("Страница", "из"), "kk": ("Бет", "/")}
_REPORT = {"en": "Annual report", "ru": "Ежегодный доклад", "kk": "Жылдық баяндама"}


def paragraphs(language: str) -> list[str]:
    """Numbered paragraphs of very different length, none like another."""
    words = WORDS[language].split()
    every = []
    for at in range(1, 301):
        text = " ".join(
            words[(at * 5 + step * (1 + at % 3) + step * step) % len(words)]
            for step in range(15 + at * 37 % 110)
        )
        every.append(f"{at}. {text[:1].upper()}{text[1:]}.")
    return every


@cache
def opened(language: str, layout: str) -> Source:
    page, of = _PAGE[language]
    setting = (
        LAYOUTS[layout].replace("{report}", _REPORT[language]).replace("{page}", page).replace("{of}", of)
    )
    body = []
    for at, text in enumerate(paragraphs(language)):
        if at % 12 == 0:
            body.append(f"#heading(level: 1)[{CHAPTER[language].format(at // 12 + 1)}]")
        body.append(text.replace(". ", "\\. ", 1))
    source = (
        f'#set text(font: "Libertinus Serif", size: 10pt, lang: "{language}")\n#set par(justify: true)\n#set text(hyphenate: false)\n{_HYDRA}'
        f"#set page(width: 150mm, height: 140mm, margin: 22mm, {setting})\n" + "\n\n".join(body)
    )
    return open_source(set_by(source), name="long.pdf")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["en"])
def test_every_paragraph_of_a_long_report_is_whole(language: str, layout: str) -> None:
    source = opened(language, layout)
    numbered = [line.text for line in source.body if re.match(r"\d+\. ", line.text)]

    assert (source.pages or 0) > 60
    assert numbered == paragraphs(language)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", WORDS)
def test_chapters_keep_their_headings_and_nothing_of_the_pages_stays(language: str, layout: str) -> None:
    source = opened(language, layout)
    rest = [line.text for line in source.body if not re.match(r"\d+\. ", line.text)]

    assert rest == [CHAPTER[language].format(at) for at in range(1, 26)]
    assert sum(each.what is Mended.REPEATED_LINE for each in source.repairs) >= (source.pages or 0)
