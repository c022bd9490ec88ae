"""Recommendations are sorted by words that can be shown, in three languages; a "not" is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.lawbook.words import Language
from qorgau.reading.classifying import Classified, Sorted, Where, classify
from qorgau.reading.classifying.kazakh import kazakh_stem
from qorgau.reading.classifying.words import words_of

# the same demands, written for these tests in each language
DEMANDS = [
    (
        "lawyer",
        "en",
        "Guarantee that everyone who is held can speak with an independent lawyer before any questioning.",
    ),
    ("lawyer", "ru", "Обеспечить каждому задержанному доступ к независимому адвокату до начала допроса."),
    (
        "lawyer",
        "kk",
        "Әрбір ұсталған адамның жауап алу басталғанға дейін тәуелсіз адвокатқа қол жеткізуін қамтамасыз ету.",
    ),
    ("notification", "en", "Notify a relative of the detention at once."),
    ("notification", "ru", "Незамедлительно уведомить родственников о задержании."),
    ("notification", "kk", "Ұстау туралы туыстарына дереу хабарлау."),
    ("solitary_confinement", "en", "Abolish solitary confinement of juveniles."),
    ("solitary_confinement", "ru", "Отменить одиночное заключение несовершеннолетних."),
    ("solitary_confinement", "kk", "Кәмелетке толмағандарды жеке қамауға тыйым салу."),
    ("redress", "en", "Pay victims of torture fair compensation from the budget."),
    ("redress", "ru", "Выплачивать жертвам пыток справедливую компенсацию из бюджета."),
    ("redress", "kk", "Азаптаудан жәбірленушілерге бюджеттен әділ өтемақы төлеу."),
    ("npm", "en", "Allow the national preventive mechanism to visit barracks without notice."),
    ("npm", "ru", "Разрешить национальному превентивному механизму посещать казармы без предупреждения."),
    ("npm", "kk", "Ұлттық алдын алу тетігіне казармаларға ескертусіз баруға рұқсат беру."),
    ("army_hazing", "en", "Investigate every case of hazing in the army."),
    ("army_hazing", "ru", "Расследовать каждый случай дедовщины в армии."),
    ("army_hazing", "kk", "Әскердегі әлімжеттіктің әрбір жағдайын тергеу."),
    ("video_recording", "en", "Keep video recordings of all interrogations for two years."),
    ("video_recording", "ru", "Хранить видеозаписи всех допросов два года."),
    ("video_recording", "kk", "Барлық жауап алудың бейнежазбаларын екі жыл сақтау."),
    (
        "non_refoulement",
        "en",
        "The State party should not deport anyone to a State where there is a risk of torture.",
    ),
    ("non_refoulement", "ru", "Никого не высылать и не депортировать в государство, где есть угроза пыток."),
    ("non_refoulement", "kk", "Азаптау қаупі бар мемлекетке ешкімді шығарып жібермеу, депортацияламау."),
]


def codes(found: tuple[Sorted, ...]) -> list[str]:
    return [each.code for each in found]


@pytest.mark.parametrize(("subject", "language", "text"), DEMANDS)
def test_the_same_demand_has_the_same_subject_in_each_language(
    subject: str, language: str, text: str
) -> None:
    assert subject in codes(classify(text, language=language).subjects)


@pytest.mark.parametrize(("subject", "language", "text"), DEMANDS)
def test_every_demand_has_a_category_of_action_or_says_none(subject: str, language: str, text: str) -> None:
    found = classify(text, language=language)
    assert found.strength is None or found.strength.weight in range(1, 6)


def test_a_heading_of_one_subject_gives_it_to_all_below() -> None:
    found = classify("Report on the steps taken.", heading="Fundamental legal safeguards")
    assert codes(found.subjects) == ["fundamental_safeguards"]
    assert found.subjects[0].why[0].where is Where.HEADING


def test_a_heading_of_two_subjects_gives_only_the_one_the_text_speaks_of() -> None:
    heading = "Solitary confinement and trafficking in persons"
    found = classify("Limit solitary confinement to fifteen days.", heading=heading)
    assert codes(found.subjects) == ["solitary_confinement"]


def test_a_subject_that_the_heading_names_too_weighs_more() -> None:
    text = "Limit solitary confinement to fifteen days."
    plain, headed = classify(text), classify(text, heading="Solitary confinement")
    assert headed.subjects[0].weight > plain.subjects[0].weight


def test_what_a_paragraph_says_first_counts_for_its_lettered_parts() -> None:
    found = classify(
        "its staff;", lead="The State party should strengthen the national preventive mechanism by training:"
    )
    assert "npm" in codes(found.subjects)
    assert {why.where for why in found.subjects[0].why} == {Where.LEAD}


def test_an_article_of_the_treaty_strengthens_and_does_not_decide() -> None:
    assert classify("Report in a year.", articles=("CAT 3",)).subjects == ()
    text = "No one should be deported while an appeal runs."
    assert classify(text, articles=("CAT 3",)).subjects[0].weight == classify(text).subjects[0].weight + 1


def test_a_not_is_kept() -> None:
    forbidden = classify("The State party should not deport asylum-seekers.")
    asked = classify("The State party should deport them only by a court's order.")
    assert forbidden.subjects[0].negated or forbidden.subjects[1].negated
    assert not any(each.negated for each in asked.subjects)


def test_a_not_of_another_sentence_does_not_reach_over() -> None:
    found = classify("Time must not be lost. Establish a register of detainees.")
    assert not next(each for each in found.subjects if each.code == "register").negated


def test_what_is_asked_for_after_an_and_is_not_abolished_with_what_comes_before() -> None:
    found = classify("Abolish the old rules and improve conditions of detention.")
    assert not any(each.negated for each in found.subjects)


def test_what_must_not_be_done_is_still_the_subject() -> None:
    found = classify("Juveniles are never to be held in psychiatric wards.")
    assert {"juveniles", "closed_institutions"} <= set(codes(found.subjects))


def test_a_kazakh_verb_that_says_not_is_kept() -> None:
    found = classify("Баспана іздеушілер елден шығарылмауы тиіс.", language="kk")
    assert any(each.negated for each in found.subjects)


def test_a_named_body_comes_before_one_that_follows_from_the_subject() -> None:
    found = classify("The Ministry of Health should treat tuberculosis in prisons.")
    assert found.bodies[0].code == "ministry_of_health"
    assert found.bodies[0].said
    unnamed = classify("Compensation should be paid to victims of torture.")
    assert [(each.code, each.said) for each in unnamed.bodies] == [("compensation_fund", False)]


@pytest.mark.parametrize(
    ("text", "category", "rank"),
    [
        ("Share good practice with other States.", "minimal", 1),
        ("Continue to train judges.", "continuing", 2),
        ("Consider ratifying the Protocol.", "considering", 3),
        ("The State party should ensure that complaints are heard.", "general", 4),
        ("The State party should, as a matter of urgency, adopt a law.", "specific", 5),
        ("The Committee encourages the State party to accede to the Convention.", "specific", 5),
        ("Promptly investigate all complaints.", "specific", 5),
    ],
)
def test_the_first_verb_gives_the_category_of_action(text: str, category: str, rank: int) -> None:
    found = classify(text).strength
    assert found is not None
    assert (found.code, found.weight) == (category, rank)


def test_a_noun_that_looks_like_a_verb_gives_no_category() -> None:
    assert classify("Periodic reviews by courts.").strength is None


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Amend article 146 of the Criminal Code.", "law"),
        ("Train all prison staff.", "training"),
        ("Publish statistics on deaths.", "data"),
        ("Allocate the funding required.", "resources"),
        ("Provide victims with compensation.", "redress"),
        ("Ratify the Optional Protocol.", "ratification"),
        ("Extend an invitation to special procedures.", "cooperation"),
        ("Be kind.", "practice"),
    ],
)
def test_the_kind_of_measure_is_told(text: str, measure: str) -> None:
    assert codes(classify(text).measures)[0] == measure


def test_people_and_goals_follow_from_words_and_subject() -> None:
    found = classify("Investigate violence against female detainees.")
    assert {"women", "detainees"} <= set(codes(found.people))
    assert "5.2" in codes(found.sdg)


def test_a_right_outside_the_field_is_given_no_subject() -> None:
    assert classify("Increase the number of schools in rural regions.").subjects == ()


@pytest.mark.parametrize("text", ["", " ", "\n", "—", "12 (a)", "١٢٣", "ӘӘӘ" * 50])
def test_text_without_words_of_the_field_is_sorted_without_fuss(text: str) -> None:
    for language in ("en", "ru", "kk", "fr", ""):
        assert isinstance(classify(text, language=language), Classified)


@given(st.text(max_size=200), st.sampled_from(["en", "ru", "kk"]))
def test_every_reason_stands_where_it_says(text: str, language: str) -> None:
    found = classify(text, language=language)
    for each in (*found.subjects, *found.people, *found.sdg, *found.measures, *found.bodies):
        for why in each.why:
            assert why.where is Where.SUBJECT or text[why.start : why.end] == why.words


@given(st.text(max_size=200))
def test_every_word_is_where_its_place_says(text: str) -> None:
    words = words_of(text, Language.KK)
    assert all(words.word(index).strip() for index in range(len(words)))
    assert list(words.starts) == sorted(words.starts)


@pytest.mark.parametrize(
    "forms",
    [
        ("адвокат", "адвокаттың", "адвокатқа", "адвокаттар", "адвокаттарының"),
        ("құқық", "құқығы", "құқықтар", "құқықтарының"),
        ("шағым", "шағымдар", "шағымдарды", "шағымдарының"),
        ("түрме", "түрмелерде", "түрмеде", "түрменің"),
    ],
)
def test_forms_of_a_kazakh_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({kazakh_stem(form) for form in forms}) == 1
