"""Quotes and dashes of each language, and blanks at which no line may end."""

import pytest
from tests.core.treaty_writing.drafts import edition, full

from qorgau.lawbook import Language
from qorgau.treaty.writing.composing import compose
from qorgau.treaty.writing.report import Report, runs_of
from qorgau.treaty.writing.setting.typography import finished, finished_words

_TIED = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("typed", "language", "printed"),
    [
        ('They say "no" - again.', Language.EN, "They say “no” – again."),
        ("the State's task", Language.EN, "the State’s task"),
        ('Сказано "нет" - снова.', Language.RU, "Сказано «нет»~— снова."),
        ('Олар "жоқ" дейді.', Language.KK, "Олар «жоқ» дейді."),
        ("under article 146 and paras. 14 (a) (i)", Language.EN, "under article~146 and paras.~14~(a)~(i)"),
        ("по статье 146 и пункту 14 a) iv)", Language.RU, "по статье~146 и пункту~14~a)~iv)"),
        ("on 23 November 2026, 68.6 per cent", Language.EN, "on 23~November 2026, 68.6~per cent"),
        ("13 октября 2026 г., Закон № 157-VII", Language.RU, "13~октября 2026~г., Закон №~157-VII"),
        ("well-known, 2018-2022", Language.EN, "well-known, 2018-2022"),
        ("a party 3 times", Language.EN, "a party 3 times"),
    ],
)
def test_a_text_is_printed_as_its_language_prints(typed: str, language: Language, printed: str) -> None:
    assert finished_words(typed, language) == printed.replace("~", _TIED)


@pytest.mark.parametrize("language", Language)
def test_what_is_finished_is_not_changed_again(language: Language) -> None:
    made = finished(compose(full(language), edition()).report)
    assert finished(made) == made


def words(report: Report) -> list[str]:
    told = [run.text for item in report.items for run in runs_of(item)]
    return " ".join([*told, *report.notes]).replace(_TIED, " ").split()


def test_no_word_is_lost_or_added() -> None:
    made = compose(full(), edition()).report
    assert len(words(finished(made))) == len(words(made))
