"""Words that tell whether a hyphen at a line's end was the word's own, in English, Russian, Kazakh and French.

They are asked only where the document itself does not write the word elsewhere.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# First parts that keep their hyphen before any word.
ALWAYS = _set(
    "non self well quasi вице экс пресс премьер генерал онлайн интернет веб контр юго северо медико психолого историко"
)
# First parts that keep it before a word that the document also writes alone; otherwise they only begin a plain word.
BEFORE_WORDS = _set(
    "follow ill long short so co ex cross inter anti half all high low first second third mid post pre multi semi sub"
    " re on decision law policy rights day case gender age sex video audio door state fact part full open large small"
    " pro counter trans bio socio micro macro super ultra"
    " мини блок фото видео аудио"
)
# Second parts that make those above certain, whether or not they stand alone in the document.
AFTER_KNOWN = _set(
    "up term treatment treated called being site level scale profile ranking risk security income depth time wide free"
    " old half third thirds law blind existing examine examination election agency ministerial institutional"
    " departmental ethnic rapporteur sponsored sponsor officio post parte gratia combatant combatants"
)
# Second parts that no plain word ends with.
AFTER_ANY = _set(
    "based friendly sensitive oriented specific refoulement либо нибудь таки прежнему видимому инфицированных"
)
# First parts that are words themselves and yet belong to one closed word: "with-in", "there-fore", "без-опасность".
NEVER = _set(
    "dis un in im de mis over under out with there where here some any every what who how when may none never more"
    " further mean back down fore after house work data home police child life fire water hand head eye birth night sun"
    " week rain road rail sea air safe news net land farm foot frame grand guide health hard friend per for the and but"
    " not can are was has his her its own one our too two man men men's par pour sur con sans sous para por mal bien"
    " без для при под над про что как так или это раз сверх через между после внутри около против перед пред все"
    " сам она они оно его них где кто чем еще уже нет мен бен пен бар жоқ бір осы сол"
)
# Second parts that end closed words: "friend-ship", "guide-lines", "safe-guards".
CLOSERS = _set(
    "ship ships hood man men woman women less fold wise ward wards like some most ever body thing where one self"
    " selves time times work works place places line lines base bases guard guards keeping ground grounds hold holds"
    " side sides take taken over port ports form forms act acts tend tends late sent cord vent pose lie ply ness out"
    " come comes stand stands put view ship mate mates age ages able est end ends sure set sets tract pact press"
    " port ported porting test tests ton son sons ten den her here fore by"
    # inflections of the last word, and the ends of Russian and Kazakh words that are words too
    " the than that then дел дела суд суда лица дар лар дер лер мен бен ден дан тен тан"
)
# Closed words whose first part would keep a hyphen.
CLOSED = _set(
    "selfish selfless nonsense nonetheless wellness present presents presented presence prevent prevents prevented"
    " prevention pretend prefer president presidents report reports reported reporting record records recorded recover"
    " resign resort return returns review reviews regard reform reforms request respect response restore result reduce"
    " report remain remand replace reside region subject submit submits substance submission postpone"
    " interview interviews interest interests interim internal international internet interpret interpreter"
    " interrogate interrogation intervene counterpart counterparts cooperate cooperation coordinate coordination"
    " everyone ongoing onset onward daytime daylight statement statements lawful lawyer lawyers sexual program"
    " programme project projects process promote protect protest provide prolong produce profile transport transfer"
    " translate superintendent export expose express extract exchange exact exercise expert extent extend"
    " secondary overall also allow already alone almost although always midnight audience fullness profession"
)
NUMBERS = _set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy"
    " eighty ninety hundred"
)
# What may follow "one-" and "ten-", with which plain words begin as well.
COUNTED = _set(
    "year years day days month months week weeks hour hours minute minutes person people member part point star way"
    " tier step stage storey room bed page time off sided half third thirds fifth fifths quarter quarters two three"
    " four five six seven eight nine"
)
COUNTING_ENDS = ("teen", "th", "ty", "ties", "ieth", "fold", "some", "een")
SHORT = _set("up of to by off in либо то ка за под ci là il elle on")  # second parts of few letters
# Pairs by the beginnings of both parts.
PAIRS = (
    ("государств", "участни"), ("стран", "участни"), ("из", "за"), ("из", "под"), ("во", "первых"), ("во", "вторых"),
    ("по", "видимому"), ("по", "прежнему"), ("по", "разному"), ("по", "другому"), ("ата", "ана"), ("іс", "шара"),
    ("іс", "әрекет"), ("мән", "жай"), ("көші", "қон"), ("жедел", "іздестіру"), ("сот", "медицина"), ("оқу", "жаттығу"),
    ("қарым", "қатынас"), ("peut", "être"), ("ci", "dess"), ("au", "del"),
)  # fmt: skip
TO_INDEFINITE = _set("кто что где как когда куда чей какой какая какое какие какого кого чего кому чему чьи")
