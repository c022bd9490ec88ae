"""Phrases hold in three languages: the same values in each, whole plurals, no word of another language, no word missing."""

import re

import pytest

from qorgau.custody.entries import LookedBecause, Outcome
from qorgau.custody.facts.missing import WHO
from qorgau.custody.facts.whereabouts import Status
from qorgau.lawbook import Language
from qorgau.safeguards import State
from qorgau.wording import knows, say_text
from qorgau.wording.phrases import _phrases

PHRASES = sorted(_phrases())
NOT_ENGLISH = (Language.KK, Language.RU)
KEPT = re.compile(
    r"[\w.+-]+@[\w.]+|[\w/*]+\.(?:txt|json|pdf|kz)|--[\w-]+|\[note:|\?place=|Asia/Almaty|Caps Lock|JavaScript|cookie|UTF-8|CSV|XLSX|ZIP|zip|"
    r"(?:CAT|CCPR|CRC|CEDAW)(?:/[A-Z0-9]+)+\S*|KZT|Excel|PDF|Word|iCalendar|SHA-256|PIN|QR|\.?qorgau[a-z -]+(?:\.txt)?|Qorgau|\.(?:csv|xlsx|jsonl?)\b|\b(?:kk|ru|en)\b|\b(?:person|lawyer|officer)\b|%\(\w+\)s|\{\w*\}|`[^`]*`"
)
"""What is the same in every language: names of formats and programs, what is typed letter by letter, and values."""
DRAWN = {
    "custody.missing_": WHO,
    "custody.paper_missing_": WHO,
    "custody.status_": tuple(Status),
    "custody.because_": tuple(LookedBecause),
    "custody.outcome_": tuple(Outcome),
    "site.state_": tuple(State),
    "notices.stage_": ("soon", "breach", "changed"),
}
"""Phrases that pages put together from a closed set of words."""


def values_of(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%\(\w+\)s", text))


@pytest.mark.parametrize("beginning", DRAWN)
def test_every_word_of_a_closed_set_can_be_said(beginning: str) -> None:
    assert [word for word in DRAWN[beginning] if not knows(f"{beginning}{word}")] == []


def test_every_value_appears_in_all_three_languages() -> None:
    differing = [
        key
        for key in PHRASES
        if len({tuple(values_of(say_text(key)[language])) for language in Language}) != 1
    ]
    assert differing == []


def test_every_plural_has_the_forms_of_its_languages() -> None:
    stems = [key.removesuffix("_few") for key in PHRASES if key.endswith("_few")]
    lacking = [
        f"{stem}_{form}" for stem in stems for form in ("one", "many", "other") if not knows(f"{stem}_{form}")
    ]
    assert stems != []
    assert lacking == []


@pytest.mark.parametrize("language", NOT_ENGLISH, ids=str)
def test_no_phrase_of_another_language_holds_a_latin_word(language: Language) -> None:
    holding = {
        key: words
        for key in PHRASES
        if (words := re.findall(r"[A-Za-z]{3,}", KEPT.sub("", say_text(key)[language])))
    }
    assert holding == {}


def test_no_russian_phrase_holds_a_kazakh_letter() -> None:
    holding = [
        key
        for key in PHRASES
        if re.search("[әғқңөұүһі]", say_text(key)[Language.RU].replace("Қорғау", "").lower())
    ]
    assert holding == []


ENDINGS = re.compile(
    r"[}»)%]-?(?:[дт][ае]н|н[ае]н|[дт][ае]|[ғқ]а|[гк]е|[дтн][ыі]ң|[дтн][ыі]|[мбп]ен|ы|і)\b"
    r"|\}[»)]? (?:бастап|дейін|кейін|астам|МБ-)"
)


def test_no_kazakh_value_takes_an_ending() -> None:
    """The ending follows the last vowel of a name or number that nobody knows yet: the sentence is built around it."""
    holding = [key for key in PHRASES if ENDINGS.search(say_text(key)[Language.KK])]
    assert holding == []
