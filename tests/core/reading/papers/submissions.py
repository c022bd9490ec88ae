"""Synthetic submissions of invented organisations, each in another layout, with the demands a reader must find.

In `wanted` each demand is its id, its kind's first letter (q, r or p for a request to the committee) and its first words.
No sentence is of a real document.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Written:
    """One submission: its text, one paragraph a line, and what is asked in it."""

    name: str
    text: str
    wanted: tuple[tuple[str, str, str], ...]
    organisations: tuple[str, ...] = ()


ISSUES_BY_ARTICLE = Written(
    "bullets under Issues for each article",
    """
    Lamps for Peace’ submission to the Committee against Torture on the List of Issues for Synthetia (75th session)
    Preamble
    Synthetia joined the made-up Convention long ago, and should keep what it promised.
    Article 1: Definition of torture
    The invented code knows no purpose of the act.
    Issues:
    · Provide updated information on the wording of the invented code.
    · Does the code cover acts of private guards? If so, please provide examples.
    Article 2: Measures to prevent torture
    Article 2 of the Convention obliges Synthetia to take measures. Article 146 of the Criminal Code does not help.
    Article 68 of the same law forbids a pardon.
    Issues:
    · Please provide information on clocks in stations.
    · are there any rules on keys?
    Articles 12, 13 and 14: Investigation and redress
    The Committee called on Synthetia in 2029 to investigate the affair of the lamps.
    Issues:
    · Provide detailed data on complaints since the last review.
    """,
    (
        ("art1.1", "q", "Provide updated information"),
        ("art1.2", "q", "Does the code cover"),
        ("art2.1", "q", "Please provide information on clocks"),
        ("art2.2", "q", "are there any rules"),
        ("art12.1", "q", "Provide detailed data"),
    ),
    ("Lamps for Peace",),
)

LEADS = Written(
    "lists after sentences, themes without articles",
    """
    Submission by the Lamp Watch Foundation to the Committee against Torture
    Review of Synthetia
    Author: Somebody Invented, e-mail: somebody@example.org
    This submission covers corridors and clocks. The Committee recommended in 2029 that the State party should light all corridors.
    Dark corridors
    Corridors of stations stay dark. In its previous concluding observations the Committee urged the Government to:
    • Light the corridors;
    • Pay for the lamps.
    None of this was done.
    Lamp Watch Foundation urges the Committee to call on the Government of Synthetia to:
    • Light every corridor at night;
    • Ensuring that keepers carry lamps;
    • A public register of lamps.
    The Foundation visited four stations. All were dark.
    Clocks
    Clocks run late, and nobody mends them.
    The State party should:
    – mend every clock;
    – publish which clocks were late,
    and by how much;
    – report to Parliament.
    Suggested questions to the State party
    How many clocks were mended in 2030?
    Which body checks them?
    """,
    (
        ("s1.1", "r", "Light every corridor"),
        ("s1.2", "r", "Ensuring that keepers"),
        ("s1.3", "r", "A public register"),
        ("s2.1", "r", "mend every clock"),
        ("s2.2", "r", "publish which clocks were late, and by how much"),
        ("s2.3", "r", "report to Parliament"),
        ("s2.4", "q", "How many clocks"),
        ("s2.5", "q", "Which body"),
    ),
    ("Lamp Watch Foundation",),
)

NUMBERED_THROUGH = Written(
    "paragraphs numbered through, suggestions at the end of chapters",
    """
    Joint submission to the Human Rights Committee
    Submitted by: The Association of Lamplighters; Keys without Borders International; and the Coalition of Corridors
    I. Introduction
    1. This joint submission looks at three invented matters that were never looked at before in the made-up State of Synthetia.
    2. The organisations met forty-one imaginary persons in four imaginary towns between two dates that do not exist in any calendar.
    II. Freedom from torture (articles 7 and 10)
    3. Keepers are said to hide the keys. The Special Rapporteur recommended that the Government publish the list of keys at once.
    4. In 2029 Synthetia was recommended to count the keys, and the delegation said that counting them had begun in all the towns.
    5. Coauthors suggest the following recommendations for the Government of Synthetia:
    • Count the keys of every station each month.
    • Publish the number of keys.
    III. Right to a fair trial (article 14)
    6. Judges in the invented courts sit in the dark, and lawyers are told to bring their own lamps, which are then taken from them.
    7. Nobody has kept a record of the lamps that were taken, as far as the organisations could learn from forty-one conversations.
    8. The Government should immediately return all lamps to lawyers.
    IV. Suggested questions
    9. What has the State party done to return the lamps that were taken from lawyers between the two dates that do not exist?
    10. Please describe how judges are provided with light, and state which ministry pays for it in each of the invented towns.
    V. Conclusions and recommendations
    11. The organisations thank the Committee for reading this far, and hope that it was of use in its dialogue with Synthetia.
    12. Return the lamps to the lawyers, and apologise to each of them in writing within one month of the Committee's findings.
    13. Provide training to judges on how to read by the light of one lamp only, in cooperation with the bar of Synthetia.
    """,
    (
        ("art7.1", "r", "Count the keys"),
        ("art7.2", "r", "Publish the number"),
        ("art14.1", "r", "The Government should immediately"),
        ("s1.1", "q", "What has the State party done"),
        ("s1.2", "q", "Please describe how judges"),
        ("s2.1", "r", "Return the lamps to the lawyers"),
        ("s2.2", "r", "Provide training to judges"),
    ),
    ("Association of Lamplighters", "Keys without Borders International", "Coalition of Corridors"),
)

TWICE = Written(
    "a box in each chapter and a summary at the end",
    """
    Alternative report on Synthetia
    Article 2 – Safeguards
    Nobody is told why they are held.
    Recommendations:
    1. Tell everyone who is held the reason in a language that they understand.
    2. Register the hour of the arrest, and not of the entry in the book.
    Article 16. Conditions
    Cells are narrow and nobody measured them.
    Recommendations:
    1. Measure every cell and publish the result each year.
    2. Close cells of less than four square metres.
    Summary of recommendations
    Article 2
    1. Tell everyone who is held the reason, in a language they understand.
    2. Register the hour of the arrest, not of the entry in the book.
    Article 16
    1. Measure every cell, and publish the result each year.
    2. Close all cells of less than four square metres.
    3. Close cells of less than six square metres for two persons.
    """,
    (
        ("art2.1", "r", "Tell everyone"),
        ("art2.2", "r", "Register the hour"),
        ("art16.1", "r", "Measure every cell"),
        ("art16.2", "r", "Close cells of less than four"),
        ("art16.3", "r", "Close cells of less than six"),
    ),
)

PLAIN_LINES = Written(
    "lines without any mark, groups by addressee",
    """
    NGO submission for the review of Synthetia
    Violence in barracks
    Conscripts are made to carry lamps all night.
    Recommendations to the Government of Synthetia
    Abolish the carrying of lamps at night.
    Set up a body that takes complaints of conscripts, independent of the army
    The Ministry of Lamps must publish the number of complaints.
    Recommendations to the Committee
    Ask the State party for figures by rank.
    Annex
    The lamps of 2030 were counted by the organisation itself, and a list can be had.
    """,
    (
        ("s1.1", "r", "Abolish the carrying"),
        ("s1.2", "r", "Set up a body"),
        ("s1.3", "r", "The Ministry of Lamps must"),
        ("s1.4", "p", "Ask the State party"),
    ),
)

PROSE = Written(
    "no list at all",
    """
    Shadow report of the Union of Corridors
    The corridors are dark. The Committee has recommended that the Government should light them, and nothing followed.
    We therefore recommend that the State party light all corridors before the winter. We also visited two halls.
    Keepers sleep by day. The State party should pay keepers for work at night. According to the Ministry, keepers must sleep eight hours.
    Our organisation urges the Government of Synthetia to release the lamps without delay.
    """,
    (
        ("s1.1", "r", "We therefore recommend"),
        ("s1.2", "r", "The State party should pay"),
        ("s1.3", "r", "Our organisation urges"),
    ),
)

NAMED = Written(
    "each demand named and numbered, and one-line labels",
    """
    Civil society report
    Article 3. Non-refoulement
    People are sent back in the dark.
    Recommendation 1: Check each file by daylight.
    Recommendation 2: Nobody is sent back at night.
    Question 1. How many were sent back at night?
    Article 10
    Keepers are taught nothing.
    Recommendation: The State party should teach keepers to read clocks.
    Article 15
    A confession made in the dark is used in court.
    Recommendations: Exclude confessions made in the dark; open every file again.
    """,
    (
        ("art3.1", "r", "Check each file"),
        ("art3.2", "r", "Nobody is sent back"),
        ("art3.3", "q", "How many were"),
        ("art10.1", "r", "The State party should teach"),
        ("art15.1", "r", "Exclude confessions"),
    ),
)

REVIEW = Written(
    "a submission to a universal periodic review with the recommendations of earlier cycles",
    """
    Stakeholder submission for the 4th cycle of the Universal Periodic Review of Synthetia
    Submitting organisations:
    • Lamp Watch Foundation
    • Institute for Clocks
    A. Implementation of recommendations from the previous cycle
    Synthetia accepted the following recommendations:
    - 97.1 Light the corridors (Norland);
    - 97.2 Mend the clocks (Southland).
    None was put into practice.
    B. Freedom of lamps
    1. Lamps are forbidden in squares.
    Recommendations
    a) Repeal the ban on lamps in squares;
    b) Release everyone held for carrying a lamp; and
    c) Train the police:
    i. in reading the law;
    ii. in talking to people who carry lamps.
    C. Freedom of clocks
    The law on clocks was changed in 2030 without asking anybody.
    We call on Synthetia to:
    a) Ask before it changes the law on clocks;
    b) Repeal section 4.
    """,
    (
        ("s1.1", "r", "Repeal the ban"),
        ("s1.2", "r", "Release everyone"),
        ("s1.3", "r", "in reading the law"),
        ("s1.4", "r", "in talking to people"),
        ("s2.1", "r", "Ask before it changes"),
        ("s2.2", "r", "Repeal section 4"),
    ),
    ("Lamp Watch Foundation", "Institute for Clocks"),
)

RUSSIAN = Written(
    "in Russian, by article, with questions",
    """
    Альтернативный доклад коалиции неправительственных организаций о выполнении выдуманной Конвенции в Синтетии
    Доклад подготовлен: Общественный фонд «Лампы»; Бюро по часам
    Контакты: somebody@example.org
    Статья 1. Определение пытки
    В выдуманном кодексе нет цели деяния. Комитет рекомендовал государству-участнику изменить кодекс.
    Рекомендации:
    – привести определение в выдуманном кодексе в соответствие со статьёй 1;
    – отменить срок давности по делам о лампах.
    Статьи 12 и 13: Расследование
    Жалобы лежат без ответа.
    Вопросы:
    1. Сколько жалоб зарегистрировано в 2030 году?
    2. Просим указать, какой орган проводит проверку.
    Рекомендации Правительству Синтетии
    • Государству следует создать независимый орган.
    • Обеспечить публикацию сведений каждый год.
    Статья 16
    Камеры тесны.
    Просим Комитет рекомендовать государству-участнику:
    1) измерить каждую камеру;
    2) закрыть камеры менее четырёх метров.
    Мы благодарим Комитет за внимание.
    """,
    (
        ("art1.1", "r", "привести определение"),
        ("art1.2", "r", "отменить срок"),
        ("art12.1", "q", "Сколько жалоб"),
        ("art12.2", "q", "Просим указать"),
        ("art12.3", "r", "Государству следует"),
        ("art12.4", "r", "Обеспечить публикацию"),
        ("art16.1", "r", "измерить каждую"),
        ("art16.2", "r", "закрыть камеры"),
    ),
    ("Общественный фонд «Лампы»", "Бюро по часам"),
)

ALL = (ISSUES_BY_ARTICLE, LEADS, NUMBERED_THROUGH, TWICE, PLAIN_LINES, PROSE, NAMED, REVIEW, RUSSIAN)
