"""What is written in the treaty cycle of the demo, in the languages in which people in Kazakhstan write it."""


def _flowing(text: str) -> str:
    """Paragraphs without breaks inside them."""
    return "\n\n".join(" ".join(each.split()) for each in text.split("\n\n"))


SENT_LATE = _flowing("""Часы в 31 из 57 дежурных частей заменены по вымышленному приказу этой весны; остальные заменят при переезде
отделов. Записи из помещений для допросов хранятся девяносто суток. (демо)""")
CLEARED = _flowing("""Ойдан шығарылған Алматының әр полиция бөлімі деректі орталық тізілімге бір сағат ішінде енгізеді. Адвокаттар
қорғауындағы адам туралы жазбаны кезекші бөлімде қағаздан оқиды; күзден бастап оны өз кеңсесінен көре алады. (демо)""")
PREPARED = _flowing("""Прокуратура проверяет каждое поручение по жалобе на связь между тем, кто расследует, и подозреваемыми. Сколько
поручений отклонено из-за такой связи, подсчитывается. (демо)""")
CONTRADICTS_TITLE = "Кто может прочитать реестр задержаний: опрошено 40 адвокатов (демо)"
CONTRADICTS = _flowing("""Министерство сообщает, что адвокаты могут прочитать реестр задержаний, и считает эту меру выполненной. В этом
квартале мы опросили 40 вымышленных адвокатов. Семеро видели запись о своём подзащитном; 33 ответили, что система на ремонте
или что запись может показать только следователь. В трёх из пяти отделов в дежурной части не знали, как дать доступ. (демо)""")
HELD_BACK_TITLE = "Қызметкер бөлмеде тұрғанда тексерілгендер (демо)"
HELD_BACK = _flowing("""Коалицияның Комитетке арналған жобасы; сессияға дейін көрсетілмейді. Осы ойдан шығарылған тоқсанда он бір адам
бізге өзін қызметкер бөлмеде тұрғанда тексергенін айтты. Олардың төртеуі мұны жазуға келісті. (демо)""")
DECIDED = "Решение вымышленного межведомственного совета (демо)"
DECIDED_ON_VISITS = "Ойдан шығарылған кеңестің превентивтік барулар туралы шешімі (демо)"
READ = "Оқылды, ескерту жоқ (демо)"
BOTH_ASK = "Обе рекомендации требуют одного и того же. (демо)"
ANSWERED_IN_SHORT = "К реестру подключён 41 отдел из 57; по 25 жалобам сначала проверяло собственное управление полиции. (демо)"
OF_THE_REPLY = "Сам вымышленный ответ (демо)"
JUDGED = "Invented words of a committee on an invented reply. (demo)"
"""A committee writes to the State in its own language."""
OF_THE_JUDGEMENT = "Вымышленное письмо Комитета о последующих мерах (демо)"
THREE_MONTHS = "Три месяца, как просили участники механизма. (демо)"
OF_THE_VISITS = "Вымышленное письмо к докладу о посещениях (демо)"
INTRODUCTION = _flowing("""This follow-up report is invented; it shows how a report is written here. It answers the recommendations which the
Committee chose, with figures counted from the record of this synthetic instance, each with its source and its rule of counting.""")
ANSWER = _flowing("""The invented commission on the events of January 2022 ended its work in spring. The prosecutor's office examined again
the cases that had been closed because nobody was identified.

What the record of this instance tells of complaints in the last year stands below, with the rule by which each figure was counted.""")
BESIDE = _flowing("""This alternative report is invented. It stands beside the State's follow-up report and quotes the same
recommendations. What it tells comes from the coalition's own invented cases.""")
ISSUED = _flowing("""Настоящий доклад о последующих мерах вымышлен: он показывает, как доклад выпускают и исправляют. Он отвечает на рекомендации,
которые отобрал Комитет; показатели подсчитаны по записям этого учебного экземпляра.""")
MISTAKEN = _flowing("""Вымышленная комиссия по событиям января 2022 года завершила работу в апреле. Прокуратура заново изучила двенадцать дел,
прекращённых потому, что виновные не были установлены.""")
MENDED = MISTAKEN.replace("двенадцать", "четырнадцать")
