"""Demands that are wished states, go on with one before, or stand beside words of others which are none."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind
from qorgau.reading.submissions.countries import is_state
from qorgau.reading.submissions.sameness import may_be_same

FRONT = "Lantern Association\nAlternative report to the Committee against Torture on Synthetia\n"


def of(text: str) -> Document:
    return read_document((FRONT + text).encode(), "paper.txt")


def demands(text: str) -> list[tuple[str, str, str]]:
    return [(each.id, each.kind[0], each.text) for each in of(text).recommendations]


FOUND = {
    "wished states below what the authors ask for": (
        ("Article 9: Access\nBuses have steps.\nWhat we ask for\n- All new buses have a low floor.\n- That the law names a date.\n"
        "- No new money for houses with stairs."),
        ["All new buses have a low floor.", "That the law names a date.", "No new money for houses with stairs."],
    ),
    "a label before each wish": (
        "Article 28: School\nThe roof leaks.\nOur wish: Every school has doors that can be locked.\nOur wish: The bus is heated and comes on time.",
        ["Every school has doors that can be locked.", "The bus is heated and comes on time."],
    ),
    "what is necessary, and what should follow from it": (
        ("Article 2: Safeguards\nLamps are put out at night. It is necessary that every lamp be numbered. "
        "The keeper should also sign for it."),
        ["It is necessary that every lamp be numbered.", "The keeper should also sign for it."],
    ),
    "a law that must be changed, whatever treaty the sentence names": (
        "Article 1: Definition\nArticle 137 must be amended so that it contains all elements of the Convention's definition.",
        ["Article 137 must be amended so that it contains all elements of the Convention's definition."],
    ),
    "a sentence that goes on in the next paragraph": (
        ("Article 11: Prisons\nWe recommend that the transfer of doctors be paid from the budget.\n"
        "Furthermore, the Ombudsperson should watch over the transfer."),
        [
            "We recommend that the transfer of doctors be paid from the budget.",
            "Furthermore, the Ombudsperson should watch over the transfer.",
        ],
    ),
    "a view that the authors share": (
        "Article 11: Prisons\nDoctors depend on the prison. We share this view and suggest that the transfer be completed by 2031.",
        ["We share this view and suggest that the transfer be completed by 2031."],
    ),
    "an institution that speaks of itself": (
        "Article 9: Security\nThe Commissioner reiterates his call for a ban on evictions into homelessness.",
        ["The Commissioner reiterates his call for a ban on evictions into homelessness."],
    ),
    "an opinion before a list": (
        ("Article 16: Conditions\nCells are sold.\nIn our opinion:\n1) paid cells should be abolished;\n2) no one should be held in the cellar;\n"
        "3) judges should use other measures."),
        ["paid cells should be abolished;", "no one should be held in the cellar;", "judges should use other measures."],
    ),
    "questions that are announced": (
        ("Article 3: Return\nPeople are sent back. We should like to suggest two questions which the Committee could put. "
        "Firstly, how many people were sent back? Secondly, who decided it?"),
        ["Firstly, how many people were sent back?", "Secondly, who decided it?"],
    ),
    "one question below each article": (
        ("Article 5: Equality\nNobody complains.\n• How many complaints were made, and with what result?\n"
        "Article 6: Women\nShelters have stairs.\n• Please state how many shelters have lifts."),
        ["How many complaints were made, and with what result?", "Please state how many shelters have lifts."],
    ),
    "bullets that only name what their item speaks of": (
        ("Recommendations\n- Shut the dark cells.\n- Invite without delay, and give priority to visits by:\n"
        "  o the Special Rapporteur on torture\n  o the Working Group on detention\n- Publish the findings."),
        [
            "Shut the dark cells.",
            "Invite without delay, and give priority to visits by: the Special Rapporteur on torture the Working Group on detention",
            "Publish the findings.",
        ],
    ),
    "words that the Committee might use": (
        ("Article 7: Children\nChildren are tied to beds.\nSuggested text for the concluding observations\n"
        "The Committee urges the State party to close the home by 2031."),
        ["The Committee urges the State party to close the home by 2031."],
    ),
    "a need in Russian": (
        "Статья 12. Расследование\nДела закрываются. Необходимо создать независимый орган по расследованию пыток.",
        ["Необходимо создать независимый орган по расследованию пыток."],
    ),
    "plus signs before nouns, below what is proposed in Russian": (
        "Статья 12. Здоровье\nВрача нет.\nЧто предлагаем:\n+ выезды врача в каждое село;\n+ бесплатные лекарства для детей.",
        ["выезды врача в каждое село;", "бесплатные лекарства для детей."],
    ),
    "a label that ranks the demand": (
        ("1. Police\nNobody is examined.\nPriority recommendation: make beatings a crime of their own.\n"
        "Other recommendations: equip patrols with lamps."),
        ["make beatings a crime of their own.", "equip patrols with lamps."],
    ),
    "what else is needed, as things": (
        "4. What else is needed\n- a lamp in every room, with a spare;\n- a book of keys in each yard;\n- an end to dark corridors.",
        ["a lamp in every room, with a spare;", "a book of keys in each yard;", "an end to dark corridors."],
    ),
    "a view of the authors in one sentence": (
        "Article 33: Monitoring\nThe council met once. In our view, monitoring should be entrusted to the Ombudsman.",
        ["In our view, monitoring should be entrusted to the Ombudsman."],
    ),
    "two needs in one Russian paragraph, the second in the authors' voice": (
        "Статья 16. Дома\nНеобходимо создать порядок жалоб, доступный детям и взрослым. Коалиция также рекомендует отказаться от больших домов.",
        ["Необходимо создать порядок жалоб, доступный детям и взрослым.", "Коалиция также рекомендует отказаться от больших домов."],
    ),
    "a State by its name": (
        "Article 14: Redress\nMoldova should pay half of the cost of treatment by 2031.",
        ["Moldova should pay half of the cost of treatment by 2031."],
    ),
}  # fmt: skip

NONE = {
    "what an order in force says": (
        "Article 2: Lamps\nThe Ministry of Lamps must, by its order No. 63, keep them lit for ten hours only. Nobody checks it."
    ),
    "what is asked of the reader": (
        "Who we are\nWe are mothers of the yard. We ask the reader to forgive what is not said in the language of law."
    ),
    "a table of recommendations of others": (
        "Recommendation of the Committee\nAction taken\nOur grade\nEnsure that lamps are lit at night\nDraft decree of May 2030\nC"
    ),
    "recommendations of a review with their States": (
        "Annex\nRecommendation Position Level of implementation\n95.66 Decriminalise lamps (Norway) Supported Not implemented\n"
        "95.70 Investigate attacks on keepers (Greece) Supported Partly implemented"
    ),
    "what a court held": (
        "The Supreme Court held in 2021 that the lamps are public and that authorities must comply with its rulings."
    ),
    "what the paper does": "In this report we assess what was done in 2030 and recommend where to look further.",
}


@pytest.mark.parametrize("case", FOUND)
def test_every_demand_is_found_and_nothing_else(case: str) -> None:
    text, wanted = FOUND[case]
    found = of(text)
    assert found.kind is DocumentKind.NGO_SUBMISSION
    assert [each.text for each in found.recommendations] == wanted


@pytest.mark.parametrize("case", NONE)
def test_what_others_say_is_no_demand(case: str) -> None:
    text = NONE[case] + "\nArticle 2: Safeguards\nRecommendations\n- Keep one register of all lamps."
    assert [each.text for each in of(text).recommendations] == ["Keep one register of all lamps."]


def test_a_list_asked_of_the_committee_tells_questions_from_recommendations() -> None:
    text = (
        "Article 8: Unions\nUnions are refused.\nThe Lantern Association asks the Committee:\n– to recommend to the Government that unions be registered at once;\n"
        "– to ask how many strikes were lawful since 2014."
    )
    assert [kind for _, kind, _ in demands(text)] == ["r", "q"]


def test_what_the_committee_is_asked_to_call_for_is_no_question() -> None:
    text = (
        "Article 2: Violence\nPolice look away.\nWe encourage the Committee to ask the Government:\n- How many orders were issued?\n"
        "We ask the Committee to call on the Government to:\n- Make it a separate offence.\n- Keep shelters open."
    )
    assert [kind for _, kind, _ in demands(text)] == ["q", "r", "r"]


def test_recommendations_behind_chapters_of_questions_belong_to_no_article() -> None:
    chapters = "\n".join(
        f"Article {number}: Chapter {number}\nLittle was done there.\nSuggested questions:\n1. What was done in house {number}?"
        for number in (2, 5, 7)
    )
    text = chapters + "\nProposed recommendations\na) Light every house;\nb) Number every lamp."
    assert [id_ for id_, *_ in demands(text)] == ["art2.1", "art5.1", "art7.1", "s1.1", "s1.2"]


def test_a_paragraph_that_reports_a_law_ends_the_list_before_it() -> None:
    text = "\n".join(
        f"Article {number}. Lamps\n{2 * number}. The law requires that lamps be lit, and the keeper must sign for each of them, "
        f"yet in 38 of the 60 houses that were visited nobody had signed for anything in the year {2030 + number}.\n"
        "Recommendations:\n- Light the lamps."
        for number in range(1, 8)
    )
    paragraphs = text.replace("2. The", "1. The", 1)
    assert {each.text for each in of(paragraphs).recommendations} == {"Light the lamps."}


def test_a_number_that_begins_anew_heads_a_chapter() -> None:
    text = "Key recommendations\n1. Repeal the Act on Lamps.\n2. Release the keepers.\n1. Methodology\nWe read forty files."
    assert [words for *_, words in demands(text)] == ["Repeal the Act on Lamps.", "Release the keepers."]


@pytest.mark.parametrize(
    "name", ["Moldova", "Kyrgyz Republic", "the Republic of Moldova", "Казахстану", "Грузии"]
)
def test_a_state_is_known_by_its_name(name: str) -> None:
    assert is_state(name)


@pytest.mark.parametrize(
    "title",
    [
        "Briefing note for members of the Committee against Torture: Synthetia",
        "Voices of children: report of the Youth Parliament of Synthetia to the Committee on the Rights of the Child",
        "Information for the list of issues on Synthetia\nSubmitted to the Committee on the Rights of Persons with Disabilities",
        "Lamps in Synthetia\nFor the Committee against Torture, April 2030",
    ],
)
def test_who_reads_it_tells_its_kind(title: str) -> None:
    text = f"{title}\n1. Police\nNobody is examined.\nRecommendation: Equip all patrols with lamps."
    assert read_document(text.encode(), "paper.txt").kind is DocumentKind.NGO_SUBMISSION


@pytest.mark.parametrize("name", ["Parliament", "Officers", "Казахский", "Однако"])
def test_other_words_are_no_state(name: str) -> None:
    assert not is_state(name)


def test_demands_that_share_no_beginning_and_no_words_are_not_compared() -> None:
    one, other = (
        ("light", "all", "lamps", "at", "night", "now"),
        ("close", "every", "dark", "cell", "by", "june"),
    )
    assert (may_be_same(one, one[:3]), may_be_same(one, other)) == (True, False)


def test_a_list_of_questions_ends_where_the_facts_of_the_next_article_begin() -> None:
    facts = "The Act of 2030 kept the duty to ask: a notice must be filed five days before, and the council may refuse it to anybody it dislikes."
    more = "In the year before the council refused a hundred and two notices out of one hundred and ten, always with the same words."
    numbered = [f"{at}. {more}" for at in range(2, 9)]
    text = "\n".join(
        ["Right to life (art. 6)", f"1. {more}", "Suggested questions", "- Who put out the lamps?", *numbered,
         "Suggested questions", "- Who keeps the keys?", "Freedom of assembly (art. 21)", f"9. {facts}",
         "Suggested questions", "- How will the Act be amended?"]
    )  # fmt: skip
    assert [text for _, _, text in demands(text)] == [
        "Who put out the lamps?",
        "Who keeps the keys?",
        "How will the Act be amended?",
    ]


def test_an_item_that_names_an_article_of_the_papers_own_treaty_belongs_to_it() -> None:
    text = (
        "Recommendations\n- Treat the sick as article 12 of the Covenant requires.\n"
        "- Bring article 235 into line with article 1 of the Convention against Torture."
    )
    assert [each.article for each in of(text).recommendations] == ["12", None]
