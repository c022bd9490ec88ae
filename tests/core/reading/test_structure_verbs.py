"""Sentences that ask the State for something, and sentences that only sound like it. All are written for the tests."""

from __future__ import annotations

import pytest

from qorgau.reading.structure.verbs import recommends

ASKING = (
    ("en", "The Committee recommends that the State party mend the lamps."),
    ("en", "The Committee also strongly recommends that the lamps be mended without delay."),
    (
        "en",
        "The Committee, recalling its general comment No. 35 (2014), urges the State party to mend the lamps.",
    ),
    (
        "en",
        "Recalling paragraph 12 of its previous concluding observations, the Committee calls upon the State party to act.",
    ),
    ("en", "The State party should, as a matter of urgency, mend the lamps."),
    ("en", "It should also count the keys."),
    ("en", "To that end, it should, inter alia, count the keys."),
    ("en", "Furthermore, the State party must ensure that lamps burn."),
    ("en", "The State party is urged to mend the lamps."),
    ("en", "The State party is also strongly encouraged to mend the lamps."),
    ("en", "In this regard, the State party is invited to seek advice on lamps."),
    ("en", "The Committee reiterates its previous recommendation that lamps be mended."),
    (
        "en",
        "The Committee reiterates its recommendation, contained in paragraph 9, that the State party mend lamps.",
    ),
    ("en", "The Committee reiterates that the State party should mend the lamps."),
    ("en", "The Committee requests the State party to provide figures on lamps in its next periodic report."),
    ("en", "The Committee invites the State party to consider ratifying the invented convention."),
    ("en", "The Committee encourages the State party to continue mending lamps."),
    ("en", "The Committee wishes to encourage the authorities to mend lamps."),
    ("en", "The Committee considers that the State party should mend the lamps."),
    ("en", "The Committee stresses the need for the State party to mend the lamps."),
    ("en", "The SPT recommends that each hall be lit."),
    ("en", "The Subcommittee urges the authorities to light each hall."),
    ("en", "The authorities should light each hall."),
    ("en", "Lamps are few; the Committee therefore recommends that more be hung."),
    (
        "en",
        "The Committee, while welcoming the plan, is concerned about its cost and recommends that it be revised.",
    ),
    ("en", "In the light of the Committee's general comment No. 36, the State party should mend lamps."),
    ("en", "Detainees should be told of their rights in a tongue they understand."),
    ("en", "In addition, all staff of the invented halls should receive training on lamps."),
    ("en", "Measures should be taken to mend the lamps."),
    ("ru", "Комитет рекомендует государству-участнику починить лампы."),
    (
        "ru",
        "Ссылаясь на свою общую рекомендацию № 33, Комитет настоятельно призывает государство-участник починить лампы.",
    ),
    ("ru", "Государству-участнику следует починить лампы."),
    ("ru", "Ему также следует сосчитать ключи."),
    ("ru", "Государство-участник должно обеспечить, чтобы лампы горели."),
    ("ru", "Комитет вновь повторяет свою предыдущую рекомендацию о лампах."),
    (
        "en",
        "The Subcommittee reminds the State party that lamps help and urges the authorities to light each hall.",
    ),
    ("en", "The Committee draws attention to its leaflet on lamps, and requests it to light each hall."),
    ("ru", "Комитет просит государство-участник сообщить о лампах в следующем докладе."),
    ("ru", "Кроме того, Комитет предлагает государству-участнику рассмотреть вопрос о лампах."),
    ("kk", "Комитет қатысушы мемлекетке шамдарды жөндеуді ұсынады."),
    ("kk", "Қатысушы мемлекет әрбір залда шам жануын қамтамасыз етуге тиіс."),
    ("fr", "Le Comité recommande à l’État partie de réparer les lampes."),
    ("fr", "L’État partie devrait réparer les lampes."),
    ("es", "El Comité insta al Estado parte a que repare las lámparas."),
    ("es", "El Estado parte debe reparar las lámparas."),
)

TELLING = (
    ("en", "The Committee is concerned that the State party has not mended the lamps."),
    ("en", "The Committee regrets that its previous recommendations on lamps have not been implemented."),
    ("en", "The Committee notes that, under the invented act, the authorities must light each hall."),
    ("en", "The Committee welcomes the act under which the authorities must light each hall."),
    (
        "en",
        "While noting that by law the authorities should light each hall, the Committee is concerned about the dark.",
    ),
    ("en", "The Committee remains concerned at reports that the law does not say when lamps should burn."),
    (
        "en",
        "The Committee takes note of the statement of the delegation that the State party should not be asked.",
    ),
    ("en", "The Committee recalls that it recommended lamps in 2014."),
    ("en", "The Committee's recommendations on lamps were translated."),
    ("en", "It is also concerned about calls for darkness."),
    (
        "en",
        "The Committee notes with concern that the Human Rights Commissioner recommended lamps without result.",
    ),
    ("en", "The Committee welcomes the recommendations of the invented commission."),
    ("en", "The Committee regrets the lack of figures on lamps requested in the list of issues."),
    ("en", "According to the invented act, detainees should be told of their rights."),
    ("en", "The delegation stated that every hall should have a lamp."),
    ("en", "The Committee appreciates the replies to the requests for information made during the dialogue."),
    ("en", "Guards told the Subcommittee that they should be given lamps."),
    ("en", "The invented programme serves wardens and encourages them to read."),
    ("ru", "Комитет обеспокоен тем, что лампы не горят."),
    ("ru", "Комитет сожалеет, что его предыдущие рекомендации не выполнены."),
    ("ru", "Комитет отмечает, что согласно закону власти должны освещать залы."),
    ("ru", "Комитет приветствует принятие закона о лампах."),
    ("kk", "Комитет шамдардың жанбайтынына алаңдаушылық білдіреді."),
    ("fr", "Le Comité est préoccupé par l’état des lampes."),
    ("es", "Al Comité le preocupa el estado de las lámparas."),
)


@pytest.mark.parametrize(("language", "sentence"), ASKING)
def test_it_asks(language: str, sentence: str) -> None:
    assert recommends(sentence, language)


@pytest.mark.parametrize(("language", "sentence"), TELLING)
def test_it_only_tells(language: str, sentence: str) -> None:
    assert not recommends(sentence, language)
