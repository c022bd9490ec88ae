"""What is written in the treaty cycle of the demo: replies, alternative reports and the words of a draft."""


def _flowing(text: str) -> str:
    """Paragraphs without breaks inside them."""
    return "\n\n".join(" ".join(each.split()) for each in text.split("\n\n"))


SENT_LATE = _flowing("""The clocks of 31 of 57 duty rooms were changed by the invented order of this spring; the others follow when
their stations move. Recordings of questioning rooms are kept for ninety days. (demo)""")
CLEARED = _flowing("""Every police station of the invented Almaty writes into the central register within an hour. Lawyers read the entries
of their clients on paper at the duty room; from the autumn on they shall read them from their offices. (demo)""")
PREPARED = _flowing("""The prosecutor's office checks each assignment of a complaint for ties between investigators and suspects. How many
were refused for such a tie is being counted. (demo)""")
CONTRADICTS = _flowing("""The Ministry says that lawyers can read the register of detentions, and reports the action as done. We asked 40
invented lawyers in this quarter. Seven had seen an entry of a client; 33 were told that the system was being mended, or that
only the investigator could show it. In three of five stations nobody at the duty room knew how to give access. (demo)""")
HELD_BACK = _flowing("""Draft of the coalition for the Committee; not to be shown before the session. In this invented quarter eleven people
told us that they were examined with an officer in the room. Four of them agreed that we write it down. (demo)""")
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
