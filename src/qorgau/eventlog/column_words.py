"""Words by which people call the columns of registers, in English, Russian and Kazakh.

A phrase fits a name that has a word for each of its stems; stems of up to three letters must be
the whole word. The kinds are those of the law's vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

SOLITARY: Final = (
    "solitar", "segregat", "seg", "shu", "rhu", "isolation", "одиночн", "карцер", "шизо", "изолятор",
    "водворен", "оқшау", "айыпхана",
)  # fmt: skip
COMPLAINT: Final = ("complain", "grievanc", "allegation", "cap", "жалоб", "обращен", "шағым")
CUSTODY: Final = (
    "jail", "custod", "deten", "detain", "arrest", "prison", "inmate", "booking", "задерж", "ивс",
    "сизо", "страж", "қамау", "ұстау", "түрме",
)  # fmt: skip

# Times in a register of solitary confinement; elsewhere the second table decides.
SOLITARY_KINDS: Final = (
    ("SolitaryEnded", ("remov", "releas", "end", "out", "until", "exit", "discharg", "to", "stop",
                       "освобожд", "оконч", "конец", "выбы", "снят", "по", "аяқтал", "шығар",
                       "босат")),
    ("SolitaryReviewed", ("review", "пересмотр", "қайта")),
    ("SolitaryAuthorised", ("authori", "approv", "разреш", "санкц", "рұқсат")),
    ("SolitaryStarted", ("plac", "start", "begin", "began", "admi", "entr", "entered", "in", "from",
                         "since", "assign", "помещ", "водвор", "начал", "с", "бастал",
                         "орналас")),
)  # fmt: skip
KINDS: Final = (
    ("SolitaryEnded", ("solitar end", "solitar remov", "solitar out", "segregat end",
                       "segregat remov", "segregat releas", "shu out", "карцер освоб",
                       "шизо освоб", "оқшау аяқт")),
    ("SolitaryStarted", ("solitar start", "solitar plac", "solitar in", "segregat start",
                         "segregat plac", "segregat begin", "shu in", "водворен", "карцер",
                         "шизо", "оқшау")),
    ("ComplaintClosed", ("complain clos", "complain complet", "complain dispos",
                         "complain decid", "complain resol", "жалоб рассмотр", "шағым қаралд")),
    ("ComplaintAnswered", ("complain answer", "complain repl", "жалоб ответ")),
    ("ComplaintRegistered", ("complain regist", "жалоб регистр", "жалоб зарегистр",
                             "шағым тіркел")),
    ("ComplaintLodged", ("complain receiv", "complain lodg", "complain fil",
                         "complain made", "жалоб", "шағым")),
    ("Apprehended", ("arrest", "apprehen", "detained", "taken", "задерж", "ұсталған", "ұстау")),
    ("Delivered", ("deliver", "brought", "достав", "жеткізіл")),
    ("Registered", ("register", "зарегистр", "регистр", "тіркел")),
    ("RelativeTold", ("relativ", "famil told", "родств", "туыс")),
    ("ParentTold", ("parent", "guardian", "родител", "ата ана")),
    ("LawyerMet", ("lawyer", "attorney", "counsel", "адвокат", "қорғаушы")),
    ("MedicallyExamined", ("medical", "doctor", "examin", "врач", "медиц", "дәрігер")),
    ("FirstAppeared", ("judge", "court", "first appear", "arraign", "судь", "суд", "сот")),
    ("QuestioningEnded", ("question end", "interrog end", "допрос оконч", "жауап аяқ")),
    ("QuestioningBegan", ("question", "interrog", "interview", "допрос", "жауап")),
    ("Transferred", ("transfer", "перев", "этап", "ауыстыр")),
    ("Died", ("death", "died", "deceas", "смерт", "умер", "қайтыс")),
    ("Released", ("releas", "discharg", "jail out", "book out", "checkout", "free", "освобожд",
                  "выбы", "босат")),
    ("Admitted", ("admi", "jail in", "book", "intake", "arriv", "checkin", "commit", "plac", "поступ",
                  "принят", "водвор", "қабылдан", "келіп")),
)  # fmt: skip

STARTS: Final = ("start", "begin", "began", "from", "in", "since", "начал", "с", "бастал")
ENDS: Final = ("end", "finish", "complet", "until", "to", "out", "clos", "оконч", "конец", "завер",
               "аяқтал")  # fmt: skip
BIRTH: Final = ("birth", "dob", "born", "рожд", "туған")
TYPED: Final = ("recorded", "typed", "entered", "entry", "внесен", "записан", "енгізіл")
# A clock may be read from these, but nothing of the subject's happened then.
ASIDE: Final = ("offens", "offenc", "crime", "incident", "occur", "happen", "appoint", "hire", "updat", "modif", "export", "creat", "extract", "due",
                "deadline", "expir", "scheduled", "преступ", "срок")  # fmt: skip
DATE: Final = ("date", "time", "timestamp", "when", "at", "day", "дата", "время", "час", "күні",
               "уақыт")  # fmt: skip

ACTIVITY: Final = ("activity", "concept name", "event", "task", "action", "действи", "событи",
                   "операци", "мероприяти", "оқиға", "әрекет")  # fmt: skip
SUBJECT: Final = (
    ("case id", 10), ("case", 8), ("custody id", 10), ("booking", 9), ("complain id", 10),
    ("complain num", 10), ("complain", 6), ("incident", 7), ("person id", 9), ("inmate", 8),
    ("detainee", 8), ("alien", 8), ("person", 7), ("prisoner", 8), ("patient", 7), ("stay", 6),
    ("fine", 4), ("permit", 6), ("applic", 5), ("id", 6), ("uid", 6), ("identif", 6), ("number", 4),
    ("no", 3), ("num", 3), ("дело", 8), ("номер", 6), ("личн", 6), ("жалоб", 6), ("осужд", 7),
    ("фио", 6), ("іс", 8), ("нөмір", 6), ("адам", 6), ("шағым", 6), ("name", 2),
)  # fmt: skip
NOT_SUBJECT: Final = ("officer", "unit", "resourc", "index", "order", "instanc", "order", "badge",
                      "facilit", "institut", "lifecycl", "сотрудник", "учрежд", "district", "sex",
                      "gender", "age", "race", "zip", "phone")  # fmt: skip
ROW_NUMBER: Final = ("row", "index", "п", "пп", "рет")
PERSON: Final = ("person", "inmate", "detainee", "alien", "prisoner", "patient", "осужд", "личн",
                 "фио", "адам", "name")  # fmt: skip
OFFICER: Final = ("officer id", "badge", "officer num", "сотрудник")
# Names the law's conditions ask for.
ATTRIBUTES: Final = (
    ("age", ("age", "возраст", "жасы", "жас")),
    ("gender", ("sex", "gender", "пол", "жынысы")),
    ("born_on", BIRTH),
)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a column's name in lower case; c_jail_in and CJailIn have the same three."""
    spaced = re.sub(r"(?<=[a-zа-яё0-9])(?=[A-ZА-ЯЁ])", " ", name)
    return tuple(word.lower() for word in re.findall(r"[^\W_]+", spaced))


# Too short to say anything beside other words: "date to" ends a stay, "admitted to facility" not.
_ALONE: Final = frozenset({"to", "in", "по", "с"})


def fits(phrase: str, words: Sequence[str]) -> bool:
    """Whether a name has a word for each stem of the phrase."""
    if phrase in _ALONE:
        return [word for word in words if word not in DATE] == [phrase]
    return all(any(_fits(stem, word) for word in words) for stem in phrase.split())


def _fits(stem: str, word: str) -> bool:
    return word == stem if len(stem) <= 3 else word.startswith(stem)


def fits_any(phrases: Iterable[str], words: Sequence[str]) -> bool:
    """Whether any of the phrases fits."""
    return any(fits(phrase, words) for phrase in phrases)


def only_a_date(words: Sequence[str]) -> bool:
    """Whether a name says no more than that a complaint has a date."""
    return all(word in DATE or word == "of" or fits_any(COMPLAINT, (word,)) for word in words)


def kind_in(table: Sequence[tuple[str, Sequence[str]]], words: Sequence[str]) -> str | None:
    """The first kind of a table whose phrases fit a name."""
    return next((kind for kind, phrases in table if fits_any(phrases, words)), None)
