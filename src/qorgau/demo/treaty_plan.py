"""What the demo's council planned, and what was said of it. Days are counted back from the demo's last moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from qorgau.treaty.facts.words import ActionState

NOBODY_ANSWERS = ("34", "36", "38", "40", "42", "46", "47")
"""Leaves of CAT/C/KAZ/CO/4 that the demo's council has given to nobody yet."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """A word on an action. moved_to: a new day on which it is due, so many days from the end."""

    days_ago: int
    state: ActionState
    reason: str = ""
    moved_to: int | None = None


@dataclass(frozen=True, kw_only=True)
class Planned:
    """An action of the plan. due_in: days from the end, below zero for a day that is over."""

    name: str
    leaves: tuple[str, ...]
    lead: str
    due_in: int
    what: Mapping[str, str]
    budget: int | None = None
    steps: tuple[Step, ...] = ()


_BEGUN, _DONE, _STOPPED, _WAITS = (
    ActionState.UNDER_WAY,
    ActionState.DONE,
    ActionState.STOPPED,
    ActionState.PLANNED,
)

PLAN = (
    Planned(name="connect-stations", leaves=("12(a)(iv)",), lead="mia", due_in=120, budget=240_000_000,
            what={"en": "Connect every police station to the central register (demo)",
                  "ru": "Подключить все отделы полиции к центральному реестру (демо)",
                  "kk": "Барлық полиция бөлімін орталық тізілімге қосу (демо)"},
            steps=(Step(days_ago=150, state=_BEGUN),)),
    Planned(name="lawyers-read", leaves=("12(a)(iv)", "12(a)(i)"), lead="mia", due_in=-40, budget=12_500_000,
            what={"en": "Give lawyers a way to read the register of detentions (demo)",
                  "ru": "Дать адвокатам доступ к реестру задержаний (демо)",
                  "kk": "Адвокаттарға ұстау тізілімін көруге мүмкіндік беру (демо)"},
            steps=(Step(days_ago=140, state=_BEGUN), Step(days_ago=45, state=_DONE))),
    Planned(name="keep-recordings", leaves=("12(a)(v)",), lead="mia", due_in=-21, budget=86_000_000,
            what={"en": "Keep recordings of questioning for a year in every district (demo)",
                  "ru": "Хранить записи допросов в течение года в каждом районе (демо)",
                  "kk": "Әр ауданда жауап алу жазбаларын бір жыл сақтау (демо)"},
            steps=(Step(days_ago=120, state=_BEGUN),)),
    Planned(name="doctors-alone", leaves=("12(a)(vi)", "28"), lead="ministry_of_health", due_in=210,
            what={"en": "An order that doctors examine people out of the hearing of officers (demo)",
                  "ru": "Приказ о том, что врачи осматривают людей вне слышимости сотрудников (демо)",
                  "kk": "Дәрігердің адамды қызметкерлер естімейтін жерде тексеруі туралы бұйрық (демо)"}),
    Planned(name="article-146", leaves=("10",), lead="moj", due_in=160,
            what={"en": "A bill on article 146 of the Criminal Code (demo)",
                  "ru": "Законопроект о статье 146 Уголовного кодекса (демо)",
                  "kk": "Қылмыстық кодекстің 146-бабы туралы заң жобасы (демо)"},
            steps=(Step(days_ago=160, state=_BEGUN),
                   Step(days_ago=30, state=_BEGUN, moved_to=300, reason="Мәжіліс алдымен қорытынды сұрады. (демо)"))),
    Planned(name="no-ties", leaves=("20(a)",), lead="prosecutors_office", due_in=60,
            what={"en": "Check every assignment of a complaint for ties to the suspects (demo)",
                  "ru": "Проверять каждое поручение по жалобе на связи с подозреваемыми (демо)",
                  "kk": "Шағым бойынша әр тапсырманың күдіктілермен байланысын тексеру (демо)"},
            steps=(Step(days_ago=100, state=_BEGUN),)),
    Planned(name="suspend-at-once", leaves=("20(c)",), lead="mia", due_in=-10,
            what={"en": "An instruction to suspend suspects from duty within a day (demo)",
                  "ru": "Инструкция об отстранении подозреваемых от службы в течение суток (демо)",
                  "kk": "Күдіктілерді бір тәулік ішінде қызметінен шеттету туралы нұсқаулық (демо)"},
            steps=(Step(days_ago=90, state=_BEGUN), Step(days_ago=20, state=_DONE))),
    Planned(name="protests", leaves=("14(c)",), lead="mia", due_in=30,
            what={"en": "New rules on the use of force at protests (demo)",
                  "ru": "Новые правила применения силы на протестных акциях (демо)",
                  "kk": "Наразылық акцияларында күш қолданудың жаңа қағидалары (демо)"},
            steps=(Step(days_ago=60, state=_STOPPED, reason="Будут написаны вместе с законом о собраниях. (демо)"),)),
    Planned(name="alternatives", leaves=("22(a)",), lead="penitentiary_committee", due_in=400, budget=1_150_000_000,
            what={"en": "Electronic bracelets instead of remand for 600 people (demo)",
                  "ru": "Электронные браслеты вместо стражи для 600 человек (демо)",
                  "kk": "600 адамға күзетпен ұстаудың орнына электрондық білезік (демо)"},
            steps=(Step(days_ago=15, state=_WAITS),)),
)  # fmt: skip
