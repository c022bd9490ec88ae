"""A lawyer reads a source as their own law cites it, in each language; every source of the packs can be read so."""

import pytest

from qorgau.custody.citing import cited
from qorgau.custody.facts.law import law
from qorgau.lawbook import Language


@pytest.mark.parametrize(
    ("source", "ru", "kk"),
    [
        ("CPC art. 131 (1)", "УПК, ст. 131 (1)", "ҚПК, 131-бап (1)"),
        ("CPC arts. 64 and 67", "УПК, ст. 64 и 67", "ҚПК, 64 және 67-баптар"),
        ("CAT/C/KAZ/CO/4 para. 8", "CAT/C/KAZ/CO/4, п. 8", "CAT/C/KAZ/CO/4, 8-тармақ"),
        ("CPC art. 187 (until 31 December 2022)", "УПК, ст. 187 (до 31 декабря 2022 года)",
         "ҚПК, 187-бап (2022 жылғы 31 желтоқсанға дейін)"),
        ("CEC (notice of arrival)", "УИК (уведомление о прибытии)", "ҚАК (келгені туралы хабарлау)"),
        ("Health Code", "Кодекс о здоровье народа", "Халық денсаулығы туралы кодекс"),
        ("An unknown text art. 1", "An unknown text art. 1", "An unknown text art. 1"),
    ],
)  # fmt: skip
def test_a_source_is_cited_in_the_reader_s_own_way(source: str, ru: str, kk: str) -> None:
    assert cited(source, Language.RU) == ru
    assert cited(source, Language.KK) == kk
    assert cited(source, Language.EN) == source


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_every_source_of_a_safeguard_is_known_to_the_table(language: Language) -> None:
    sources = {
        dated.source
        for rule in law().book.safeguards.values()
        for line in rule.limits
        for dated in line.dated
    }
    left = (" art", " para", " rule", "CPC", "Rules", " on ", " of ")
    assert len(sources) > 50
    assert {source for source in sources if any(word in cited(source, language) for word in left)} == set()
