"""The order of words in a list, by the alphabet of the reader's language: Kazakh has letters that Unicode puts last."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from qorgau.lawbook import Language

SortKey = tuple[tuple[tuple[int, int], ...], str]

_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"

# Russian dictionaries put words with ё among those with е; only words that differ in nothing else are told apart by it.
_ALIKE: Mapping[Language, Mapping[str, str]] = {Language.RU: {"ё": "е"}}

_ALPHABETS: Mapping[Language, str] = {
    Language.EN: _LATIN + _KAZAKH,
    Language.RU: _RUSSIAN + "әғқңөұүһі" + _LATIN,
    Language.KK: _KAZAKH + _LATIN,
}
_PLACES = {
    language: {letter: place for place, letter in enumerate(letters)}
    for language, letters in _ALPHABETS.items()
}
_PIECES = re.compile(r"\d+|\s+|[^\W\d_]")

_SPACE, _NUMBER, _LETTER, _FOREIGN = range(4)


def sort_key(text: str, language: Language) -> SortKey:
    """A key to sort by: letters by the alphabet, numbers by their size, quotes and dashes passed over."""
    plain = unicodedata.normalize("NFC", text).casefold()
    pieces = _PIECES.findall(plain)
    return tuple(_weight(each, language) for each in pieces), plain


def _weight(piece: str, language: Language) -> tuple[int, int]:
    if piece.isspace():
        return _SPACE, 0  # so that a short word stands before a longer one
    if piece.isdecimal():
        return _NUMBER, int(piece)
    letter = _ALIKE.get(language, {}).get(piece, piece)
    places = _PLACES[language]
    if letter not in places:
        letter = unicodedata.normalize("NFD", letter)[0]
    return (_LETTER, places[letter]) if letter in places else (_FOREIGN, ord(piece))
