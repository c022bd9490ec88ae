"""Which language a text is in, told by its letters and its smallest words."""

from __future__ import annotations

import re

_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_ARABIC = re.compile("[\u0600-\u06ff]")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[a-zà-ÿ]", re.IGNORECASE)
_SMALL = {
    "en": re.compile(r"\b(?:the|of|and|to|that|in)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:le|les|des|du|et|que|dans|aux)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:el|los|las|del|y|que|en|por)\b", re.IGNORECASE),
}
_ENOUGH = 40_000


def language_of(text: str) -> str:
    """ISO 639-1: en, ru, kk, fr, es, ar or zh; English where nothing tells."""
    sample = text[:_ENOUGH]
    letters = {"ar": _ARABIC, "zh": _CHINESE, "ru": _CYRILLIC, "latin": _LATIN}
    counts = {name: len(pattern.findall(sample)) for name, pattern in letters.items()}
    most = max(counts, key=lambda name: counts[name])
    if most == "ru":
        return "kk" if len(_KAZAKH.findall(sample)) > counts["ru"] / 50 else "ru"
    if most != "latin":
        return most
    return max(_SMALL, key=lambda name: len(_SMALL[name].findall(sample)))
