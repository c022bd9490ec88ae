"""Synthetic concluding observations in the layouts of each committee, with the recommendations that a reader must find.

Every sentence is written for the tests; "Synthetia" (XSY) is invented. Only the turns of phrase are those of the committees.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """A document as text, its recommendations' ids in order, and its procedural paragraphs."""

    name: str
    text: str
    recommendations: tuple[str, ...]
    procedural: tuple[str | None, ...] = ()
    committee: str | None = None
    cycle: str | None = None


CEDAW = Layout(
    "CEDAW",
    """CEDAW/C/XSY/CO/8-9
Distr.: General
3 March 2031
Committee on the Elimination of Discrimination against Women
Concluding observations on the combined eighth and ninth periodic reports of Synthetia*
1. The Committee considered the combined eighth and ninth periodic reports of Synthetia (CEDAW/C/XSY/8-9) at its 2101st and 2102nd meetings, held on 12 February 2031.
A. Introduction
2. The Committee appreciates the submission of the invented reports. It welcomes the oral presentation by the delegation.
B. Positive aspects
3. The Committee welcomes the progress made in legislative reforms, in particular the adoption of:
(a) The imaginary Act on Lamps, in 2029;
(b) The imaginary Act on Keys, in 2030.
C. Parliament
4. The Committee stresses the crucial role of the legislative power in ensuring the full implementation of the Convention. It invites the Assembly to take the necessary steps on the present concluding observations.
D. Principal areas of concern and recommendations
Visibility of the Convention
5. The Committee notes the leaflet on lamps. It is concerned, however, that:
(a) The Convention is not printed in the invented tongue;
(b) Judges have no copy of it.
6. Recalling its general recommendation No. 33 (2015), the Committee recommends that the State party:
(a) Print the Convention in the invented tongue;
(b) Give each judge a copy.
National machinery
7. The Committee notes with concern the small lamp budget of the machinery. It is also concerned that its posts stay empty.
8. The Committee, in line with its general recommendation No. 6 (1988), recommends that the State party expedite the filling of posts and raise the lamp budget.
Temporary special measures
9. The Committee is concerned at the lack of temporary special measures.
10. In line with article 4 (1) of the Convention, the Committee calls upon the State party:
(a) To adopt such measures, with time frames;
(b) To allocate keys for them.
Education
11. The Committee welcomes the lamps in schools. Nevertheless, it remains concerned about:
(a) The distance to school;
(b) The lack of lamps on the way.
12. The Committee, drawing attention to target 4.5 of the Sustainable Development Goals, urges the State party to:
(a) Light the way to school;
(b) Run buses.
Data collection
13. The Committee is concerned about the general lack of data.
14. The Committee calls upon the State party to enhance its collection of data.
Optional Protocol and amendment to article 20 (1) of the Convention
15. The Committee encourages the State party to accept, as soon as possible, the amendment to article 20 (1) of the Convention.
Beijing Declaration and Platform for Action
16. The Committee calls upon the State party to use the Beijing Declaration and Platform for Action in its efforts to implement the Convention.
Dissemination
17. The Committee requests the State party to ensure the timely dissemination of the present concluding observations, in the official language, to the relevant State institutions at all levels.
Ratification of other treaties
18. The Committee notes that adherence to the nine major instruments would enhance the enjoyment by women of their rights. The Committee therefore encourages the State party to ratify the Convention on Invented Matters, to which it is not yet a party.
Follow-up to the concluding observations
19. The Committee requests the State party to provide, within two years, written information on the steps taken to implement the recommendations contained in paragraphs 6 (a), 8 and 12 (b) above.
Preparation of the next report
20. The Committee requests the State party to submit its tenth periodic report, which is due in February 2035. The report should be submitted on time.
21. The Committee requests the State party to follow the harmonized guidelines on reporting under the international human rights treaties, including guidelines on a common core document (see HRI/GEN/2/Rev.6, chap. I).
""",
    ("4", "6(a)", "6(b)", "8", "10(a)", "10(b)", "12(a)", "12(b)", "14", "15", "16", "18"),
    ("17", "19", "20", "21"),
    "CEDAW",
    "8-9",
)

CCPR = Layout(
    "CCPR",
    """CCPR/C/XSY/CO/3
Human Rights Committee
Concluding observations on the third periodic report of Synthetia*
1. The Committee considered the third periodic report of Synthetia (CCPR/C/XSY/3) at its 4101st and 4102nd meetings, held on 3 and 4 July 2031. At its 4120th meeting, held on 18 July 2031, it adopted the present concluding observations.
A. Introduction
2. The Committee is grateful to the State party for having accepted the simplified reporting procedure. It expresses appreciation for the dialogue.
B. Positive aspects
3. The Committee welcomes the adoption of the imaginary Act on Clocks, in 2030.
C. Principal matters of concern and recommendations
Constitutional and legal framework within which the Covenant is implemented
4. The Committee notes the explanations on invented courts. It regrets, however, that no court has applied the Covenant (art. 2).
5. The State party should take all measures necessary to give full effect to the Covenant in its domestic legal order. It should also make greater efforts to raise awareness of it among judges.
Views of the Committee
6. While noting the answer of the delegation, the Committee remains concerned that Views are not carried out (art. 2).
7. The State party should take all appropriate measures, including legislative ones if needed, to put in place a procedure for giving effect to the Committee's Views.
Right to life
8. The Committee is concerned about: (a) lamps that fall on people; (b) the absence of inquiries into such falls; and (c) reports that lamps still hang over doors (art. 6).
9. In the light of the Committee's general comment No. 36 (2018), the State party should:
(a) Fix all lamps;
(b) Inquire into each fall, in line with the Minnesota Protocol;
(c) Provide those hit with full reparation.
Violence against women
10. The Committee is concerned that the invented code lacks a definition. The State party should
adopt one without delay and shelter those in need.
Freedom of assembly
11. The Committee is concerned by the notice of 90 days for gatherings under lamps (art. 21). It notes the statement of the delegation that the State party should not be asked to shorten it.
12. In accordance with article 21 of the Covenant, and in the light of general comment No. 37 (2020), the State party should shorten the notice.
D. Dissemination and follow-up
13. The State party should widely disseminate the Covenant, its third periodic report and the present concluding observations.
14. In accordance with rule 75 (1) of the Committee's rules of procedure, the State party is requested to provide, by 20 July 2034, information on the implementation of the recommendations made by the Committee in paragraphs 5, 9 and 12 above.
15. In line with the predictable review cycle, the State party will receive in 2037 the list of issues prior to the submission of the report and will be expected to submit within one year its replies, which will constitute its fourth periodic report. In accordance with General Assembly resolution 68/268, the word limit of the report is 21,200 words.
""",
    ("5", "7", "9(a)", "9(b)", "9(c)", "10", "12"),
    ("13", "14", "15"),
    "CCPR",
    "3",
)

CCPR_OLD = Layout(
    "CCPR before 2010, unnumbered second paragraphs",
    """CCPR/C/XSY/CO/2
HUMAN RIGHTS COMMITTEE
CONSIDERATION OF REPORTS SUBMITTED BY STATES PARTIES UNDER ARTICLE 40 OF THE COVENANT
Concluding observations of the Human Rights Committee
SYNTHETIA
1. The Human Rights Committee considered the second periodic report of Synthetia at its 2500th meeting on 5 March 2008 and adopted the following concluding observations at its 2520th meeting on 20 March 2008.
A. Introduction
2. The Committee welcomes the invented report.
B. Positive aspects
3. The Committee welcomes the repair of lamps.
C. Principal subjects of concern and recommendations
4. The Committee regrets that lamps are out in the corridors of the invented prison. (art. 10)
The State party should mend the lamps. It should pay for the bulbs.
5. The Committee notes with concern that keys are lost.
The State party should ensure that:
(a) Each key is counted;
(b) Each loss is written down.
6. The State party should publish its second periodic report and the present concluding observations and widely disseminate them.
7. In accordance with rule 71, paragraph 5, of the Committee's rules of procedure, the State party should provide, within one year, relevant information on the implementation of the Committee's recommendations in paragraph 4.
""",
    ("4", "5(a)", "5(b)"),
    ("6", "7"),
    "CCPR",
    "2",
)

CERD = Layout(
    "CERD",
    """CERD/C/XSY/CO/8-10
Committee on the Elimination of Racial Discrimination
Concluding observations on the combined eighth to tenth periodic reports of Synthetia*
1. The Committee considered the combined eighth to tenth periodic reports of Synthetia (CERD/C/XSY/8-10), submitted in one document, at its 2800th and 2801st meetings, held on 8 and 9 August 2031. At its 2815th meeting, held on 18 August 2031, it adopted the present concluding observations.
A. Introduction
2. The Committee welcomes the submission of the reports, although with a delay.
B. Positive aspects
3. The Committee welcomes the invented plan on lamps for all tongues, in 2030.
C. Concerns and recommendations
Statistics
4. The Committee regrets the lack of figures on who sits under which lamp (art. 1).
5. Recalling its guidelines for reporting, the Committee recommends that the State party provide, in its next periodic report, figures on lamps by tongue.
Hate speech
6. The Committee is concerned about shouting at lamps and about the few cases brought (arts. 4 and 6).
7. Recalling its general recommendation No. 35 (2013) on combating racist hate speech, the Committee recommends that the State party:
(a) Take note of each shout;
(b) Bring cases; and
(c) Train those who listen.
Roma
8. The Committee notes the measures taken, but remains concerned that the invented houses are cold; recommends that they be heated without delay.
D. Other recommendations
Ratification of other treaties
9. Bearing in mind the indivisibility of all human rights, the Committee encourages the State party to consider ratifying those international human rights treaties that it has not yet ratified.
Follow-up to the Durban Declaration and Programme of Action
10. In the light of its general recommendation No. 33 (2009), the Committee recommends that, when implementing the Convention, the State party give effect to the Durban Declaration and Programme of Action.
Consultations with civil society
11. The Committee recommends that the State party continue consulting and increasing its dialogue with civil society organizations.
Declaration under article 14 of the Convention
12. The Committee encourages the State party to make the optional declaration provided for in article 14 of the Convention.
Follow-up to the present concluding observations
13. In accordance with article 9 (1) of the Convention and rule 65 of its rules of procedure, the Committee requests the State party to provide, within one year of the adoption of the present concluding observations, information on its implementation of the recommendations contained in paragraphs 7 (a) and 8 above.
Paragraphs of particular importance
14. The Committee wishes to draw the attention of the State party to the particular importance of the recommendations contained in paragraphs 5 and 7 above and requests the State party to provide detailed information in its next periodic report on the concrete measures taken to implement those recommendations.
Dissemination of information
15. The Committee recommends that the State party's reports be made readily available and accessible to the public at the time of their submission and that the concluding observations of the Committee be similarly made available.
Preparation of the next periodic report
16. The Committee recommends that the State party submit its combined eleventh and twelfth periodic reports, as a single document, by 25 September 2034.
""",
    ("5", "7(a)", "7(b)", "7(c)", "8", "9", "10", "11", "12"),
    ("13", "14", "15", "16"),
    "CERD",
    "8-10",
)

CESCR = Layout(
    "CESCR",
    """E/C.12/XSY/CO/4
Committee on Economic, Social and Cultural Rights
Concluding observations on the fourth periodic report of Synthetia*
1. The Committee considered the fourth periodic report of Synthetia on the implementation of the Covenant at its 40th and 41st meetings, held on 2 and 3 October 2031, and adopted the present concluding observations at its 58th meeting, held on 13 October 2031.
A. Introduction
2. The Committee welcomes the fourth report.
B. Positive aspects
3. The Committee welcomes the measures on wages of lamp keepers.
C. Principal subjects of concern and recommendations
Maximum available resources
4. The Committee notes with concern the low tax on lamps (art. 2 (1)).
5. The Committee recommends that the State party:
(a) Assess the effect of its lamp tax;
(b) Raise spending on housing to a level that ensures:
(i) Roofs;
(ii) Doors.
Right to work
6. The Committee is concerned about the high rate of unemployment among keepers (art. 6). The Committee recommends that the State party create work for them. It draws the attention of the State party to its general comment No. 18 (2005).
Right to housing
7. The Committee is concerned about evictions from under lamps. It is also concerned about:
(a) Notices given at night;
(b) Houses lost.
The Committee recommends that the State party:
(a) Give notice by day;
(b) Offer other houses.
The Committee refers the State party to its general comment No. 7 (1997).
D. Other recommendations
8. The Committee encourages the State party to ratify the Optional Protocol to the Covenant.
9. The Committee recommends that the State party take fully into account its obligations under the Covenant in the implementation of the 2030 Agenda for Sustainable Development at the national level.
10. The Committee requests that the State party disseminate the present concluding observations widely at all levels of society.
11. In accordance with the procedure on follow-up to concluding observations adopted by the Committee, the State party is requested to provide, within 24 months of the adoption of the present concluding observations, information on the implementation of the recommendations contained in paragraphs 5 (a) and 6 above.
12. The Committee requests the State party to submit its fifth periodic report in accordance with article 16 of the Covenant by 31 October 2036.
""",
    ("5(a)", "5(b)(i)", "5(b)(ii)", "6", "7(a)", "7(b)", "8", "9"),
    ("10", "11", "12"),
    "CESCR",
    "4",
)

CRC = Layout(
    "CRC",
    """CRC/C/XSY/CO/5-6
Committee on the Rights of the Child
Concluding observations on the combined fifth and sixth periodic reports of Synthetia*
I. Introduction
1. The Committee considered the combined fifth and sixth periodic reports of Synthetia (CRC/C/XSY/5-6) at its 2500th and 2501st meetings (see CRC/C/SR.2500 and 2501), held on 20 and 21 May 2031, and adopted the present concluding observations at its 2525th meeting, held on 30 May 2031.
2. The Committee welcomes the submission of the reports.
II. Follow-up measures taken and progress achieved by the State party
3. The Committee welcomes the lamps put up in nurseries.
III. Main areas of concern and recommendations
4. The Committee reminds the State party of the indivisibility and interdependence of all the rights enshrined in the Convention and wishes to draw the State party's attention to the recommendations contained in the present concluding observations in respect of which urgent measures must be taken: violence (para. 9) and schools (para. 11).
A. General measures of implementation (arts. 4, 42 and 44 (6))
Legislation
5. The Committee notes the draft code on lamps and recommends that the State party adopt it.
6. The Committee recommends that the State party:
(a) Give the code a budget;
(b) Review it each year.
B. General principles (arts. 2, 3, 6 and 12)
Respect for the views of the child
7. Recalling its general comment No. 12 (2009), the Committee urges the State party to listen to children when it hangs lamps.
H. Special protection measures (arts. 22, 30, 32, 33, 35, 36, 37 (b)-(d) and 38-40)
Violence
8. The Committee is deeply concerned about shouting at children.
9. With reference to its general comment No. 13 (2011), and taking note of target 16.2 of the Sustainable Development Goals, the Committee urges the State party:
(a) To forbid shouting in all settings;
(b) To teach quiet ways.
I. Ratification of the Optional Protocol on a communications procedure
10. The Committee recommends that the State party ratify the Optional Protocol on a communications procedure.
Schools
11. While welcoming the new school, the Committee recommends that the State party build another.
IV. Implementation and reporting
A. Follow-up and dissemination
12. The Committee recommends that the State party take all appropriate measures to ensure that the recommendations contained in the present concluding observations are fully implemented and that a child-friendly version is disseminated.
B. National mechanism for reporting and follow-up
13. The Committee recommends that the State party ensure the effective functioning of the mechanism for reporting and follow-up as a standing government structure.
C. Next report
14. The Committee invites the State party to submit its combined seventh and eighth periodic reports by 1 June 2036 and to include therein information on the follow-up to the present concluding observations.
15. The State party is also invited to submit an updated core document.
""",
    ("5", "6(a)", "6(b)", "7", "9(a)", "9(b)", "10", "11"),
    ("4", "12", "13", "14", "15"),
    "CRC",
    "5-6",
)

CRPD = Layout(
    "CRPD",
    """CRPD/C/XSY/CO/2-3
Committee on the Rights of Persons with Disabilities
Concluding observations on the combined second and third periodic reports of Synthetia*
I. Introduction
1. The Committee considered the combined second and third periodic reports of Synthetia at its 750th and 751st meetings, held on 11 and 12 March 2031. It adopted the present concluding observations at its 765th meeting, held on 21 March 2031.
2. The Committee expresses its appreciation for the dialogue.
II. Positive aspects
3. The Committee notes with appreciation the ramps at lamp posts.
III. Principal areas of concern and recommendations
A. General principles and obligations (arts. 1-4)
4. The Committee is concerned about:
(a) The absence of ramps at doors;
(b) The lack of signs.
5. The Committee recommends that the State party, in close consultation with and with the active involvement of persons with disabilities, through their representative organizations:
(a) Build ramps;
(b) Put up signs.
Women with disabilities (art. 6)
6. The Committee observes with concern that women cannot reach the lamps. It regrets the lack of data.
7. Recalling its general comment No. 3 (2016) and targets 5.1 and 5.5 of the Sustainable Development Goals, the Committee recommends that the State party lower the lamps for women, and that it gather data on who can reach them.
Awareness-raising (art. 8)
8. The Committee is concerned that the State party has no plan.
9. The Committee recommends that the State party:
(a) Adopt a plan;
(b) Fund it.
The Committee also recommends that the State party publish the plan in easy language.
C. Specific obligations (arts. 31-33)
10. The Committee is concerned about the lack of a monitor.
11. The Committee, with reference to its guidelines on independent monitoring frameworks, requests the State party to name a monitor.
IV. Follow-up
Dissemination of information
12. The Committee emphasizes the importance of all the recommendations contained in the present concluding observations. With regard to urgent measures that must be taken, the Committee would like to draw the State party's attention to the recommendations contained in paragraphs 5 and 9.
13. The Committee requests the State party to implement the recommendations contained in the present concluding observations. It recommends that the State party transmit the concluding observations to members of the Government for consideration and action.
14. The Committee strongly encourages the State party to involve civil society organizations in the preparation of its periodic report.
Next periodic report
15. The Committee requests the State party to submit its combined fourth to sixth periodic reports by 4 April 2039.
""",
    ("5(a)", "5(b)", "7", "9(a)", "9(b)", "11"),
    ("12", "13", "14", "15"),
    "CRPD",
    "2-3",
)

CED = Layout(
    "CED",
    """CED/C/XSY/CO/1
Committee on Enforced Disappearances
Concluding observations on the report submitted by Synthetia under article 29 (1) of the Convention*
1. The Committee considered the report submitted by Synthetia under article 29 (1) of the Convention (CED/C/XSY/1) at its 400th and 401st meetings, held on 7 and 8 September 2031. At its 415th meeting, held on 18 September 2031, it adopted the present concluding observations.
A. Introduction
2. The Committee welcomes the report, which was prepared under the reporting guidelines.
B. Positive aspects
3. The Committee commends the State party for the law on lost keys.
4. The Committee notes with satisfaction that the State party has invited visitors.
C. Principal subjects of concern and recommendations
5. The Committee considers that, at the time of the adoption of the present concluding observations, the law in force was not in full compliance with the Convention. It encourages the State party to implement the recommendations made, which have been adopted in a constructive spirit of cooperation.
1. General information
Individual communications
6. The Committee notes that the State party has not recognized its competence to receive communications (arts. 31 and 32).
7. The Committee encourages the State party to recognize the competence of the Committee under articles 31 and 32 of the Convention.
2. Definition and criminalization of enforced disappearance (arts. 1-7)
8. The Committee is concerned that the invented code does not name the offence.
9. The State party should take the necessary legislative measures to ensure that:
(a) The offence stands in the code;
(b) It carries a fitting penalty.
10. The Committee recommends that the State party adopt the bill on lamps, and ensure that no keeper is above it.
D. Fulfilment of the rights and obligations under the Convention, dissemination and follow-up
11. The Committee wishes to draw attention to the obligations undertaken by States when ratifying the Convention and, in this connection, urges the State party to ensure that all the measures it adopts are in full accordance with the Convention.
12. The State party is encouraged to disseminate widely the Convention, the report and the present concluding observations.
13. In accordance with the Committee's rules of procedure, by 19 September 2032 at the latest, the State party should provide relevant information on its implementation of the Committee's recommendations, as contained in paragraphs 7 and 9 of the present concluding observations.
14. Under article 29 (4) of the Convention, the Committee requests the State party to submit, no later than 19 September 2037, specific and updated information on the implementation of all its recommendations.
""",
    ("5", "7", "9(a)", "9(b)", "10"),
    ("11", "12", "13", "14"),
    "CED",
    "1",
)

CAT_OLD = Layout(
    "CAT, unnumbered as of 2008",
    """CAT
CAT/C/XSY/CO/2
12 December 2008
COMMITTEE AGAINST TORTURE
Forty-first session
Geneva, 3 - 21 November 2008
Concluding observations of the Committee against Torture
SYNTHETIA
The Committee considered the second periodic report of Synthetia (CAT/C/XSY/2) at its 842nd and 845th meetings, held on 6 and 7 November 2008, and adopted at its 858th meeting held on 18 November 2008 the following conclusions and recommendations.
A. Introduction
The Committee welcomes the submission of the second periodic report and the open dialogue held with the delegation.
B. Positive aspects
The Committee welcomes the recent repair of the following things:
The lamps in the invented hall;
The keys of the invented cells.
C. Principal subjects of concern and recommendations
Widespread darkness
The Committee is concerned about consistent allegations concerning the frequent use of dark rooms to hold persons, in particular in the invented town (art. 2).
The State party should light all rooms in which persons are held. It should also tell the Committee how many rooms it has lit.
Registers
While noting that the time of delivery is written down, the Committee is concerned at reports that the hour is left blank in many books (arts. 2 and 11).
The State party should:
Fill in the hour in every book;
Check the books each month.
The Committee requests the State party to provide, within one year, information on its response to the Committee's recommendations contained in the paragraphs on darkness and registers.
The State party is invited to submit its third periodic report by 21 November 2012.
""",
    ("s4.2", "s5.2(a)", "s5.2(b)"),
    (None, None),
    "CAT",
    "2",
)

RUSSIAN_CEDAW = Layout(
    "CEDAW in Russian",
    """CEDAW/C/XSY/CO/5
Комитет по ликвидации дискриминации в отношении женщин
Заключительные замечания по пятому периодическому докладу Синтетии*
1.Комитет рассмотрел пятый периодический доклад Синтетии (CEDAW/C/XSY/5) на своих 1671-м и 1672-м заседаниях, состоявшихся 26 февраля 2031 года.
A.Введение
2.Комитет выражает признательность государству-участнику за представление вымышленного доклада.
B.Позитивные аспекты
3.Комитет приветствует принятие условного закона о лампах в 2029 году.
C.Основные проблемные области и рекомендации
Доступ к правосудию
4.Комитет с обеспокоенностью отмечает, что в вымышленных судах темно. Он также обеспокоен:
a)нехваткой ламп;
b)нехваткой ключей.
5.Ссылаясь на свою общую рекомендацию № 33 (2015), Комитет рекомендует государству-участнику:
a)повесить лампы в каждом суде;
b)раздать ключи.
Образование
6.Комитет приветствует новую школу. Вместе с тем он сожалеет, что дорога к ней не освещена.
7.Комитет настоятельно призывает государство-участник осветить дорогу и сообщить об этом.
Занятость
8.Комитет обеспокоен низкими зарплатами смотрителей ламп. Комитет рекомендует государству-участнику повысить их.
9.Государству-участнику следует также: а) вести учет смотрителей; б) обучать их; и в) платить им вовремя.
10.Комитет просит государство-участник включить в следующий доклад данные о смотрителях.
Распространение
11.Комитет просит государство-участник обеспечить своевременное распространение настоящих заключительных замечаний.
Последующие меры в связи с заключительными замечаниями
12.Комитет просит государство-участник представить в течение двух лет письменную информацию о мерах по выполнению рекомендаций, содержащихся в пунктах 5 a) и 7 выше.
Подготовка следующего доклада
13.Комитет просит государство-участник представить свой шестой периодический доклад в феврале 2035 года.
""",
    ("5(a)", "5(b)", "7", "8", "9(а)", "9(б)", "9(в)", "10"),
    ("11", "12", "13"),
    "CEDAW",
    "5",
)

LAYOUTS = (CEDAW, CCPR, CCPR_OLD, CERD, CESCR, CRC, CRPD, CED, CAT_OLD, RUSSIAN_CEDAW)
