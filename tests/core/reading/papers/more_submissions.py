"""Synthetic submissions with what makes reading hard: facts in bullets, duties in law, quoted recommendations, odd marks."""

from __future__ import annotations

from tests.core.reading.papers.submissions import Written

FACTS_IN_BULLETS = Written(
    "bullets of facts, duties in law and what others recommended beside the authors' own",
    """
    Briefing to the UN Committee against Torture
    Lamp International, March 2031
    This briefing covers:
    • dark corridors;
    • late clocks.
    1. Law
    Under article 64 of the invented code, keepers must tell everyone who is held that they may:
    • call a lawyer;
    • call a relative.
    The Government took the following measures in 2030:
    - It bought lamps.
    - It opened an office of clocks.
    The previous recommendations of the Committee
    • Light the corridors (para. 8);
    • Mend the clocks (para. 9).
    2. Practice
    Lamp International found:
    • 12 dark corridors in 2029;
    • 14 in 2030.
    Lamp International recommends that the Committee call on Synthetia to:
    • Publish the number of dark corridors every year.
    • Dismiss keepers who hide lamps.
    For further information see the report of 2030.
    About Lamp International
    • It was founded in a cellar.
    """,
    (
        ("s1.1", "r", "Publish the number"),
        ("s1.2", "r", "Dismiss keepers"),
    ),
)

PROPOSALS = Written(
    "what the committee is asked to do, in the third person",
    """
    Submission on Synthetia by the Society for Quiet Nights
    Noise
    Keepers shout at night, and clocks strike.
    We respectfully propose that the Committee:
    - asks the Government what it has done to end noise at night;
    - recommends that Synthetia forbid shouting at night by law.
    Sleep
    We hope the Committee will:
    1) raise the matter of sleep with the delegation;
    2) urge Synthetia to let everyone sleep eight hours.
    The Committee may wish to ask how many beds were bought in 2030.
    """,
    (
        ("s1.1", "r", "asks the Government"),
        ("s1.2", "r", "recommends that"),
        ("s2.1", "r", "raise the matter"),
        ("s2.2", "r", "urge Synthetia"),
        ("s2.3", "q", "The Committee may wish"),
    ),
)

RUNNING_NUMBERS = Written(
    "recommendations numbered on from chapter to chapter",
    """
    Joint alternative report
    Chapter on article 2: Safeguards
    The first chapter tells how keys are hidden, and by whom, and what the keepers say about it when they are asked by visitors.
    Recommendations:
    1. Amend the invented code so that every key is registered by the hour, the keeper and the door that it opens and closes.
    2. The right to a lawyer from the very first minute to be written into the invented code and into the rules of stations.
    3. Publish the register of keys on the pages of the Ministry of Lamps, without the names of those who are held in the cells.
    Article 11
    The second chapter tells how clocks are set back, and what that means for those who wait for a judge in the made-up towns.
    Recommendations:
    4. Seal all clocks, and let the preventive mechanism alone open them when the season changes in the invented State each year.
    5. Investigate every clock that was set back since 2029 and bring to court whoever ordered it, whatever their rank may be now.
    Article 14
    The third chapter tells of victims who wait for lamps that were promised to them by a court and that have never been delivered.
    Recommendations:
    6. Deliver the lamps that courts have awarded within three months of the judgement, and pay interest for every later month.
    7. Set up a fund for lamps that does not wait for a conviction, and let organisations of victims sit on the board of the fund.
    """,
    (
        ("art2.1", "r", "Amend the invented code"),
        ("art2.2", "r", "The right to a lawyer"),
        ("art2.3", "r", "Publish the register"),
        ("art11.1", "r", "Seal all clocks"),
        ("art11.2", "r", "Investigate every clock"),
        ("art14.1", "r", "Deliver the lamps"),
        ("art14.2", "r", "Set up a fund"),
    ),
)

ADDRESSEES = Written(
    "one chapter of recommendations, grouped by theme and by who should act",
    """
    Parallel report by the Network of Night Watchers
    I. DARK CORRIDORS
    Corridors are dark.
    II. LATE CLOCKS
    Clocks are late.
    III. RECOMMENDATIONS
    In the light of what was said, the Network of Night Watchers makes the recommendations below.
    To the Parliament:
    • Adopt the invented bill on lamps.
    To the Ministry of Lamps:
    • Buy lamps;
    • Hire keepers who can read clocks.
    On clocks
    • Mend them.
    • All clocks in stations be checked twice a year.
    This chapter was written in one night.
    • Publish what was checked.
    IV. ABOUT US
    The Network watches at night.
    • It has forty members.
    """,
    (
        ("s1.1", "r", "Adopt the invented bill"),
        ("s1.2", "r", "Buy lamps"),
        ("s1.3", "r", "Hire keepers"),
        ("s2.1", "r", "Mend them"),
        ("s2.2", "r", "All clocks in stations"),
        ("s2.3", "r", "Publish what"),
    ),
    ("Network of Night Watchers",),
)

ODD_MARKS = Written(
    "bullets alone on a line, symbol-font bullets, broken items, articles in parentheses",
    """
    NGO report for the list of issues prior to reporting on Synthetia
    Right to life (art. 6)
    Two persons died in the dark.
    Suggested list of questions
    •
    How many persons died in the dark since 2029?
    •
    What was found about
    the two deaths of 2030?
    Torture (arts. 7 and 10)
    Lamps are held close to eyes.
    Proposed questions for the State party:
    \uf0b7 Is the holding of lamps a crime
    under the invented code?
    \uf0b7 Describe the training of keepers (art. 10).
    Proposed recommendation
    Forbid the holding of lamps close to eyes.
    """,
    (
        ("art6.1", "q", "How many persons"),
        ("art6.2", "q", "What was found about the two"),
        ("art7.1", "q", "Is the holding of lamps a crime under"),
        ("art7.2", "q", "Describe the training"),
        ("art7.3", "r", "Forbid the holding"),
    ),
)

QUOTED = Written(
    "the committee's recommendation quoted above each answer of the authors",
    """
    NGO information on the follow-up to the concluding observations on Synthetia
    Recommendations of the Committee (paragraph 8)
    The State party should:
    (a) Light the corridors;
    (b) Count the keys.
    Assessment
    Corridors are still dark. The Committee recommended that keys be counted; nobody counts them.
    Our recommendations
    (a) Light the corridors before winter.
    (b) Let the mechanism count the keys.
    Paragraph 10
    In paragraph 10, the Committee urged the State party to mend the clocks. The State party should also publish a list.
    Clocks were not mended.
    """,
    (
        ("s1.1", "r", "Light the corridors before"),
        ("s1.2", "r", "Let the mechanism"),
    ),
)

RUSSIAN_COALITION = Written(
    "in Russian: a coalition, paragraphs numbered through, recommendations after each chapter",
    """
    ИНФОРМАЦИЯ Коалиции неправительственных правозащитных организаций для универсального периодического обзора Синтетии
    I. Право на свет
    1. В коридорах выдуманных станций темно, и никто не считает лампы, хотя об этом говорили ещё на прошлом обзоре в 2029 году.
    2. Согласно статье 64 выдуманного кодекса, каждому задержанному необходимо сообщить о его правах в течение трёх часов с начала.
    3. Комитет по правам человека рекомендовал обеспечить освещение коридоров, но лампы так и не были куплены ни в одном из городов.
    Рекомендации:
    1) осветить все коридоры;
    2) ежегодно публиковать число ламп;
    3) не допускать сокрытия ламп.
    II. Право на время
    4. Часы отстают на два часа, поэтому судья приходит позже, чем сказано в выдуманном кодексе, и никто за это не отвечает вовсе.
    5. В 2030 году починено сорок часов из тысячи двухсот, о чём министерство сообщило в письме коалиции, не указав самих станций.
    6. Ответа на второе письмо коалиция не получила, хотя срок ответа истёк ещё в прошлом году, а закон такого молчания не знает.
    РЕКОМЕНДУЕМ ПРАВИТЕЛЬСТВУ СИНТЕТИИ:
    – Починить все часы.
    – Ввести независимую проверку часов с участием общественных организаций.
    Предлагаемые вопросы
    Какие часы починены в 2030 году?
    Кто отвечает за проверку часов
    """,
    (
        ("s1.1", "r", "осветить все"),
        ("s1.2", "r", "ежегодно публиковать"),
        ("s1.3", "r", "не допускать"),
        ("s2.1", "r", "Починить все"),
        ("s2.2", "r", "Ввести независимую"),
        ("s2.3", "q", "Какие часы"),
        ("s2.4", "q", "Кто отвечает"),
    ),
)

MORE = (FACTS_IN_BULLETS, PROPOSALS, RUNNING_NUMBERS, ADDRESSEES, ODD_MARKS, QUOTED, RUSSIAN_COALITION)
