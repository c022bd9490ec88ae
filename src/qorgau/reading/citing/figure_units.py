"""What a number counts: the noun phrase behind it, or before it where the number stands in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """A noun phrase as written ("police officers"), its last noun without its ending, and where it ends."""

    words: str
    head: str
    end: int


_STOPS: Final = frozenset(
    "a an the of in for with without who whom whose that which were was are is be been being have has had having to by from between on at under as while when "
    "where during against into than or nor but also only not concerning regarding related relating involving including among per since until after before because "
    "through within about over following according due owing would could should may might will can did do does this these those it its they their there he she we "
    "our so then thus if such both all out up off down remain remained remains became become lost died took went came fled left led stood made received held "
    "occurred resulted followed respectively more less have across throughout despite compared versus i e g "
    "в на с со по из о об от до для при к ко у за под над через без и или а но что как был была было были быть есть которые который которая которых лишь только не это эти "
    "также чем его ее их они он она том числе против между среди после перед во время всего итого составил составила составило составили".split()
)
_PLURALS: Final = frozenset(
    "police people children women men personnel staff youth persons media infantry".split()
)
_ENDS_IN_S: Final = frozenset(
    "process access previous various serious status class famous numerous religious".split()
)
_NOT_UNITS: Final = frozenset(
    "word character copy year month week day hour minute second article paragraph page session meeting o'clock th st nd rd january february march april may june july august september "
    "october november december год лет месяц час дней день дня января февраля марта апреля мая июня июля августа сентября октября ноября декабря сессия сессии "
    "декабре января слов слово протокол пункт пункта статья".split()
)
# what is counted with a number in words; other words with "two" or "three" are seldom a figure
_COUNTED: Final = re.compile(
    r"^(?:person|people|individual|victim|detainee|prisoner|inmate|convict|child|minor|juvenile|adolescent|boy|girl|wom[ae]n|m[ae]n|officer|official|police|guard|employee|staff|"
    r"member|judge|prosecutor|lawyer|doctor|expert|psychiatrist|worker|activist|journalist|defender|migrant|refugee|asylum|student|teacher|patient|relative|citizen|national|"
    r"soldier|conscript|serviceman|suspect|defendant|perpetrator|demonstrator|protester|case|complaint|allegation|investigation|prosecution|conviction|sentence|trial|charge|"
    r"indictment|proceeding|incident|death|suicide|killing|murder|attack|injur|arrest|detention|extradition|expulsion|deportation|visit|inspection|place|prison|facilit|centre|center|"
    r"institution|station|colon|shelter|hospital|judgment|judgement|verdict|acquittal|communication|time|attempt|execution|disappearance|"
    r"человек|лиц|жертв|заключ|задержан|осужд|реб[её]н|дет|несовершеннолет|женщин|мужчин|сотрудник|должност|полицейск|суд|прокурор|адвокат|врач|случа|дел|жалоб|"
    r"заявлен|расследован|приговор|смерт|самоубийств|посещен|мест|учрежден|колони|пострадав|обвин|подсудим|участник|раз)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\s*([A-Za-zА-Яа-яЁё][\w’'-]*)")
_AND: Final = re.compile(
    r"\s+(?:and|or|и|или)\s+(?=[A-Za-zА-Яа-яЁё])|,\s+(?=[a-zа-яё]+(?:\s+[a-zа-яё]+){0,2}\s+(?:and|и)\s)",
    re.IGNORECASE,
)
_PARTICIPLE: Final = re.compile(
    r"(?:ed|ing|taken|given|brought|sentenced|sent|found|held|known|seen|opened)$|(?:ны|ено|ена|ены|ано|аны|ался|алось|ались|вших|вшие|емых|нных)$",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 7


def counts(unit: Unit) -> bool:
    """Whether a noun is one of those that a number in words counts."""
    return _COUNTED.match(unit.head) is not None


def after(text: str, at: int) -> Unit | None:
    """The noun phrase that begins right behind a number."""
    words: list[str] = []
    end = at
    while len(words) < _MOST_WORDS:
        match = _WORD.match(text, end)
        if (
            match is None
            or _breaks(text, end, match)
            or _stops(match[1], words)
            or _is_over(text, match, words)
        ):
            break
        words.append(match[1])
        end = match.end()
        joined = _AND.match(text, end)
        if joined and _goes_on(text, joined.end(), words):
            words.append(joined.group().strip())
            end = joined.end()
    return _unit(words, text, at, end)


def _breaks(text: str, end: int, match: re.Match[str]) -> bool:
    return "\n" in text[end : match.start(1)] or (
        match.start(1) == end and end > 0 and text[end - 1].isalnum()
    )


def _stops(word: str, words: list[str]) -> bool:
    lower = word.casefold()
    if lower in _STOPS or lower in ("and", "и", "или"):
        return True
    if words and _is_plural(words[-1]) and (_PARTICIPLE.search(lower) or lower.endswith("ly")):
        return True
    return bool(words) and word[0].isupper() and not words[-1][0].isupper() and _is_plural(words[-1])


def _is_over(text: str, match: re.Match[str], words: list[str]) -> bool:
    """Behind an English plural the phrase goes on only to another: "human rights defenders", not "faiths coexist"."""
    if not words or not words[-1].isascii() or not _is_plural(words[-1]) or _is_plural(match[1]):
        return False
    following = _WORD.match(text, match.end())
    return following is None or _stops(following[1], []) or not _is_plural(following[1])


def _goes_on(text: str, at: int, words: list[str]) -> bool:
    """Whether a phrase goes on behind "and": "police and security officers" does, "cases and only 3" does not."""
    if not words or (_is_plural(words[-1]) and words[-1].casefold() != "police"):
        return False
    following = _WORD.match(text, at)
    return following is not None and not _stops(following[1], [])


def _is_plural(word: str) -> bool:
    lower = word.casefold()
    if lower in _PLURALS:
        return True
    if re.search(r"[а-яё]$", lower):
        return bool(re.search(r"(?:ов|ев|ей|ий|ы|и|а|ь|ц|к|н|б|л|д)$", lower))
    return lower.endswith("s") and not lower.endswith("ss") and lower not in _ENDS_IN_S


def _unit(words: list[str], text: str, start: int, end: int) -> Unit | None:
    while words and words[-1].casefold() in ("and", "or", "и", "или", ","):
        words.pop()
    if not words:
        return None
    head = head_of(words[-1])
    if head in _NOT_UNITS or words[0].casefold() in _NOT_UNITS or head_of(words[0]) in _NOT_UNITS:
        return None
    phrase = re.sub(r"\s+", " ", text[start:end]).strip(" ,")
    return Unit(re.sub(r"\s+(?:and|or|и|или)$", "", phrase), head, end)


def head_of(word: str) -> str:
    """A noun without its plural ending, so that "case" and "cases" are the same."""
    lower = word.casefold().removesuffix("’s").removesuffix("'s")
    irregular = {
        "people": "person",
        "children": "child",
        "women": "woman",
        "men": "man",
        "policemen": "policeman",
    }
    if lower in irregular:
        return irregular[lower]
    if re.search(r"[а-яё]$", lower):
        return re.sub(r"(?:ов|ев|ей|ами|ями|ах|ях|ам|ям|ий|ия|ие|ы|и|а|я|у|ю|е|о|ь)$", "", lower)
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    if re.search(r"(?:ches|shes|sses|xes)$", lower):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


_BEFORE: Final = re.compile(r"((?:[\w’'-]+\s+){0,6}[\w’'-]+)\s*\($")
_LEADS: Final = frozenset(
    "number numbers total amount rate of the a an high low limited large small number. only about".split()
)


def before_bracket(text: str, bracket: int) -> Unit | None:
    """The noun phrase before "(700)": "the high number of members of personnel" gives "members of personnel"."""
    match = _BEFORE.search(text[:bracket])
    if match is None:
        return None
    words = match[1].split()
    kept: list[str] = []
    for word in reversed(words):
        if word.casefold() in _STOPS and word.casefold() != "of":
            break
        if word.casefold() in ("number", "total", "rate", "amount", "figure", "numbers"):
            break
        kept.insert(0, word)
    while kept and kept[0].casefold() in _LEADS:
        kept.pop(0)
    if not kept or not _is_plural(kept[-1]) or kept[-1][0].isupper():
        return None
    return Unit(" ".join(kept), head_of(kept[-1] if "of" not in kept else kept[0]), bracket)
