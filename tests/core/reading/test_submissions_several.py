"""Several demands in one sentence, and demands told only by the chapter they stand in, beside what looks alike and demands nothing."""

from __future__ import annotations

import pytest

from qorgau.reading import submissions
from qorgau.reading.formats import open_source
from qorgau.reading.submissions.several import several


def of(text: str) -> submissions.Parts:
    return submissions.read(open_source(text.encode(), name="paper.txt"))


def texts(text: str) -> list[str]:
    return [each.text for each in of(text).recommendations]


def parts(sentence: str) -> list[str]:
    return [sentence[start:end] for start, end in several(sentence)]


PARTED = {
    "verbs after 'to'": (
        "We urge the authorities to keep one register, record every entry of a person and give lawyers a copy.",
        ["to keep one register", "record every entry of a person", "give lawyers a copy."],
    ),
    "verbs after 'should'": (
        "The Ministry should close the old wing, fund women's shelters and report publicly on both.",
        ["The Ministry should close the old wing", "fund women's shelters", "report publicly on both."],
    ),
    "verbs in the bare form after 'that the State'": (
        "We recommend that the State party connect all schools to clean heating and equip them with filters.",
        ["connect all schools to clean heating", "equip them with filters."],
    ),
    "clauses with 'that'": (
        "We ask that the Government stop the practice, that it compensate the victims and that guards be charged.",
        ["that the Government stop the practice", "that it compensate the victims", "that guards be charged."],
    ),
    "clauses with their own 'must'": (
        "Torture must be punished by law, and amnesty must not apply to it.",
        ["Torture must be punished by law", "amnesty must not apply to it."],
    ),
    "what is called for": (
        "The coalition calls for the abolition of the limit, for an independent inquiry and for the payment of damages.",
        ["for the abolition of the limit", "for an independent inquiry", "for the payment of damages."],
    ),
    "gerunds": (
        "We suggest increasing the number of visits, allowing video calls and abolishing the fee.",
        ["increasing the number of visits", "allowing video calls", "abolishing the fee."],
    ),
    "treaties": (
        "Ratify the Domestic Workers Convention and the Convention on migrant workers.",
        ["Ratify the Domestic Workers Convention", "the Convention on migrant workers."],
    ),
    "questions": (
        "How many prisoners died in 2024, what were the causes, and was anybody charged with it?",
        ["How many prisoners died in 2024", "what were the causes", "was anybody charged with it?"],
    ),
    "Russian infinitives with adverbs": (
        "Призываем отменить арест за участие в собрании и ежегодно публиковать сведения о задержанных.",
        ["отменить арест за участие в собрании", "ежегодно публиковать сведения о задержанных."],
    ),
    "Russian clauses, the second without its verb": (
        "Тайна защиты должна быть соблюдена, а обыски у адвокатов — проводиться только по решению суда.",
        ["Тайна защиты должна быть соблюдена", "обыски у адвокатов — проводиться только по решению суда."],
    ),
    "Russian acts": (
        "Коалиция настаивает на отмене статьи 274, на пересмотре приговоров и на выплате компенсаций.",
        ["отмене статьи 274", "на пересмотре приговоров", "на выплате компенсаций."],
    ),
    "French subjunctives": (
        "Il faut que le parquet contrôle chaque lieu, tienne un registre et réponde aux plaintes.",
        ["que le parquet contrôle chaque lieu", "tienne un registre", "réponde aux plaintes."],
    ),
    "French infinitives": (
        "Nous exhortons les autorités à ouvrir des enquêtes, à poursuivre les auteurs et à publier les résultats.",
        ["à ouvrir des enquêtes", "à poursuivre les auteurs", "à publier les résultats."],
    ),
    "Spanish infinitives": (
        "El Estado debe triplicar el número de inspectores y darles acceso a las minas.",
        ["El Estado debe triplicar el número de inspectores", "darles acceso a las minas."],
    ),
    "Spanish acts": (
        "Solicitamos la derogación del artículo 12, la liberación de los enfermos y el pago de las indemnizaciones.",
        ["la derogación del artículo 12", "la liberación de los enfermos", "el pago de las indemnizaciones."],
    ),
    "Kazakh acts": (
        "Байланыс орталығын тәулік бойы ашық ету және оның қызметкерлерін жыл сайын оқыту.",
        ["Байланыс орталығын тәулік бойы ашық ету", "оның қызметкерлерін жыл сайын оқыту."],
    ),
    "what is to be done": (
        "All cases against strikers to be withdrawn, and the officers who fired on them to be put on trial.",
        ["All cases against strikers to be withdrawn", "the officers who fired on them to be put on trial."],
    ),
    "a Russian body and its infinitives": (
        "Полиции – составлять протокол при каждом вызове и выдавать копию на руки.",
        ["Полиции – составлять протокол при каждом вызове", "выдавать копию на руки."],
    ),
    "Kazakh": (
        "Біз үкіметтен тәуелсіз орган құруды, қорғаушыны бірден жіберуді және шығынды толық өтеуді сұраймыз.",
        ["Біз үкіметтен тәуелсіз орган құруды", "қорғаушыны бірден жіберуді", "шығынды толық өтеуді сұраймыз."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), PARTED.values(), ids=PARTED)
def test_each_thing_that_can_be_done_alone_is_told_apart(sentence: str, expected: list[str]) -> None:
    assert parts(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We urge the State to monitor and evaluate the work of the prisons.",
        "The State party should train judges, prosecutors and police officers.",
        "Create a register of all persons held, open to the Ombudsman online.",
        "Give the mechanism its own budget line, separate from that of the Ombudsman.",
        "We urge the State to take all steps to prevent and to punish torture.",
        "How many officers were charged, and with what result?",
        "Следует обеспечить право задержанного обжаловать решение и получить ответ.",
        "Nous demandons à l'État de former les juges, les avocats et les policiers.",
        "Pedimos al Estado que proteja a las mujeres y a los niños.",
    ],
)
def test_what_belongs_together_stays_one_demand(sentence: str) -> None:
    assert parts(sentence) == []


def test_a_recommendation_stays_one_and_its_demands_are_trackable_by_their_own_ids() -> None:
    (found,) = of(
        "Cells\nThe cells are cold. We urge the State to heat the cells, repair the roof and report on both.\n"
    ).recommendations
    assert [each.id for each in found.demands] == [f"{found.id}/1", f"{found.id}/2", f"{found.id}/3"]


CHAPTER = "Cells\nThe cells in the north are cold and dark.\nRecommendations\nThe authorities should heat every cell.\n"


@pytest.mark.parametrize(
    "wish",
    [
        "Evidence obtained under torture is to be excluded.",
        "No officer under investigation may remain on duty.",
        "Abolition of the fee for letters.",
        "Отмена платы за письма и посылки.",
        "Блокировка сайтов допускается только по решению суда.",
        "Aucun enfant ne doit être détenu avec des adultes.",
        "Suppression des frais de visite dans toutes les prisons.",
    ],
)
def test_below_recommendations_a_wish_may_be_said_as_a_state_of_things(wish: str) -> None:
    assert wish in texts(CHAPTER + wish + "\n")
    assert wish not in texts(f"Cells\n{wish}\n")


@pytest.mark.parametrize(
    "told",
    [
        "The Committee recommended in 2014 that the fee be abolished.",
        "The Government promised to abolish the fee, to repair the roof and to train its officers.",
        "The law requires that every cell must be heated from October on.",
        "A witness said that the officer must apologise and that he must pay.",
        "All cells were heated in 2019.",
        "These recommendations follow from our visits.",
        "Le règlement prévoit que toute cellule doit être chauffée.",
        "Закон также предусматривает, что камера должна отапливаться.",
    ],
)
def test_below_recommendations_what_is_told_demands_nothing(told: str) -> None:
    assert told not in texts(CHAPTER + told + "\n")


@pytest.mark.parametrize(
    "quoted",
    [
        "A typical answer reads: «Рекомендуем Вам обратиться на иную дату» (We recommend that you come on another date).",
        'The director wrote: "We urge all families to be patient and to stop writing letters to us."',
        "Житель села отметил: «Мы просим только тишины и покоя для своих детей».",
    ],
)
def test_whoever_is_quoted_speaks_for_himself(quoted: str) -> None:
    assert texts(f"Letters\nLetters take weeks. {quoted}\n") == []


def test_an_annex_below_a_list_of_questions_is_no_part_of_it() -> None:
    listed = "Questions\n1. How many letters were lost in 2024?\n2. How many were read?\nAnnex. Replies received\nAkimat, reply of 14 March: applicants need to keep to the law.\n"
    assert len(texts(listed)) == 2


def test_demands_before_the_sentence_that_opens_a_list_are_kept() -> None:
    text = "Cells\nThe cells are cold.\nWe urge the Government to close the cellar at once. Until then we ask it to:\n- heat the cells;\n- give out blankets.\n"
    assert texts(text)[0] == "We urge the Government to close the cellar at once."
    assert len(texts(text)) == 3


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "We the villages ask:\n1. That mercury be banned now.\n\n2\n\nCouncil of the Villages\n2. That the contract be published whole.",
            2,
        ),
        (
            "Council RECOMMENDS:\n(a) that every interview be recorded;\n(b) that the Treasury fund a roster of lawyers.",
            2,
        ),
        (
            "What we ask from the Subcommittee during its visit\n1. To come without notice.\n2. To meet those who were moved.",
            2,
        ),
        (
            "In 2022 the Committee recommended that the State:\n(a) end segregation;\n(b) fund schools.\nWe recommend that the State:\n- close the classes for Roma only;\n- retest all pupils.",
            2,
        ),
        (
            "Комитет указал, что государству следует:\n- пересмотреть закон о собраниях;\n- обучать полицию.",
            0,
        ),
        (
            "What we ask of the State\n1. Heat the cells.\n2. Repair the roof.\n4. Letters and parcels\nLetters take three weeks.",
            2,
        ),
    ],
    ids=[
        "a page ends within a list",
        "a body in capitals",
        "a heading with an addressee",
        "own list after another's",
        "another's list in Russian",
        "the next chapter's number",
    ],
)
def test_lists_are_told_by_who_opens_them_and_what_stands_between(lines: str, expected: int) -> None:
    head = "Council of the Villages\nReport to the Committee\nThe river\nThe river is dirty and the fish are few in it.\n"
    assert len(texts(head + lines + "\n")) == expected


def test_below_a_heading_that_names_the_committees_paragraph_its_words_are_no_demand_of_the_authors() -> None:
    paper = "Dowry – paragraph 19 (c)\nEnsure that the prohibition of dowry is enforced in every district.\nFurther steps needed\n- Stop charging couples of a different caste.\n- Pay the mediators.\n"
    assert texts(paper) == ["Stop charging couples of a different caste.", "Pay the mediators."]


def test_a_demand_repeated_with_more_to_it_keeps_the_longer_words() -> None:
    paper = "In short\nWe demand:\n1. Close the classes for Roma only.\n2. Retest all pupils.\nSchool\nThe school is far away.\nWe demand:\n1. Close the classes for Roma only, by redrawing the districts.\n2. Build a road to it.\n"
    assert "Close the classes for Roma only, by redrawing the districts." in texts(paper)
    assert len(texts(paper)) == 3
