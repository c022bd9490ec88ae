"""The code a person keeps: eight words, forgiving of how they are typed, never guessed."""

import hashlib
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qorgau.sealing.codes import Code, DoubtfulWord, UnknownWord, WrongWordCount, new_code, read_code
from qorgau.sealing.near_words import apart
from qorgau.sealing.word_lists import WordLanguage, numbers_of, plain_letters, words_beginning, words_of

CODES = st.binary(min_size=11, max_size=11).map(lambda raw: Code(raw=raw))
ALPHABETS = {"en": "[a-z]", "ru": "[а-я]", "kk": "[а-яәғқңөұүһі]"}
# A changed list would turn the codes that people keep into other codes.
FROZEN = {
    "en": "fec5b8f2a78bf78c",
    "ru": "6b402843438a3713",
    "kk": "ff50d4b17805ff4b",
}


@pytest.mark.parametrize("language", list(WordLanguage))
def test_a_list_has_2048_different_words_of_three_to_eight_letters_of_its_alphabet(
    language: WordLanguage,
) -> None:
    words = words_of(language)
    assert len(words) == len(set(words)) == 2048
    assert [word for word in words if not re.fullmatch(f"{ALPHABETS[language]}{{3,8}}", word)] == []


@pytest.mark.parametrize("language", list(WordLanguage))
def test_no_slip_of_one_letter_turns_a_word_into_another_of_its_list(language: WordLanguage) -> None:
    # As typed without Kazakh letters too: two words must not fall together then.
    spelled = [
        plain_letters(word) if language is WordLanguage.KAZAKH else word for word in words_of(language)
    ]
    assert near_pairs(spelled) == []


@pytest.mark.parametrize("language", [WordLanguage.RUSSIAN, WordLanguage.ENGLISH])
def test_the_first_four_letters_name_a_russian_or_english_word(language: WordLanguage) -> None:
    assert len({word[:4] for word in words_of(language)}) == 2048


def test_no_word_stands_in_two_lists_so_that_languages_can_be_mixed() -> None:
    kazakh = {spelling for word in words_of(WordLanguage.KAZAKH) for spelling in (word, plain_letters(word))}
    assert not kazakh & set(words_of(WordLanguage.RUSSIAN))


@pytest.mark.parametrize("language", list(WordLanguage))
def test_the_lists_never_change_since_people_keep_their_words(language: WordLanguage) -> None:
    assert hashlib.sha256("\n".join(words_of(language)).encode()).hexdigest()[:16] == FROZEN[language]


@given(code=CODES, language=st.sampled_from(list(WordLanguage)), other=st.sampled_from(list(WordLanguage)))
def test_the_words_of_one_language_open_what_another_language_showed(
    code: Code, language: WordLanguage, other: WordLanguage
) -> None:
    assert read_code(" ".join(code.words(language))) == read_code(" ".join(code.words(other))) == code


@given(code=CODES)
def test_case_commas_numbers_and_line_ends_are_forgiven(code: Code) -> None:
    words = code.words("ru")
    written = "\n".join(f"{place}. {word.upper()}," for place, word in enumerate(words, start=1))
    assert read_code(written) == code


@given(code=CODES)
def test_a_keyboard_without_kazakh_letters_is_enough(code: Code) -> None:
    assert read_code(plain_letters(" ".join(code.words("kk")))) == code


def test_yo_is_read_as_ye() -> None:
    words = [word for word in words_of(WordLanguage.RUSSIAN) if "е" in word][:8]
    assert read_code(" ".join(words).replace("е", "ё")) == read_code(" ".join(words))


@settings(deadline=None, max_examples=30)
@given(
    code=CODES, place=st.integers(0, 7), at=st.integers(0, 2), letter=st.sampled_from("абвгдежзиклмнопрстуф")
)
def test_a_slip_of_one_letter_is_asked_about_with_the_word_that_was_meant(
    code: Code, place: int, at: int, letter: str
) -> None:
    words = list(code.words("ru"))
    meant = words[place]
    words[place] = meant[:at] + letter + meant[at + 1 :]
    if words[place] == meant:
        return
    with pytest.raises((UnknownWord, DoubtfulWord)) as refused:
        read_code(" ".join(words))
    assert refused.value.place == place + 1
    assert meant in refused.value.meant


def test_a_word_of_another_language_that_could_be_a_slip_is_asked_about() -> None:
    russian, kazakh = slip_across()
    words = [*Code(raw=bytes(11)).words("ru")[:7], kazakh]
    with pytest.raises(DoubtfulWord) as refused:
        read_code(" ".join(words))
    assert russian in refused.value.meant


def test_words_of_different_languages_are_taken_where_no_slip_can_explain_them() -> None:
    code = Code(raw=bytes(range(11)))
    mixed = [*code.words("en")[:4], *code.words("kk")[4:]]
    assert read_code(" ".join(mixed)) == code


@pytest.mark.parametrize("count", [0, 1, 7, 9])
def test_a_code_of_another_length_says_how_many_words_there_are(count: int) -> None:
    with pytest.raises(WrongWordCount, match=f"here are {count}"):
        read_code(" ".join(["menu"] * count))


def test_what_was_typed_so_far_offers_the_words_that_begin_so() -> None:
    assert all(word.startswith("ябло") for word in words_beginning("ЯБЛО", language=WordLanguage.RUSSIAN))
    assert words_beginning(" ", language=WordLanguage.RUSSIAN) == ()


def test_two_new_codes_differ_and_neither_appears_when_printed() -> None:
    first, second = new_code(), new_code()
    assert first != second
    assert first.raw.hex() not in repr(first)


def near_pairs(words: list[str]) -> list[tuple[str, str]]:
    """Pairs less than two slips apart; words that share no spelling with a letter left out are further."""
    by_part: dict[str, list[str]] = {}
    for word in words:
        for part in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            by_part.setdefault(part, []).append(word)
    groups = [sorted(group) for group in by_part.values() if len(group) > 1]
    return [(a, b) for group in groups for a in group for b in group if a < b and apart(a, b) < 2] + [
        (a, b) for a, b in pairwise(sorted(words)) if a == b
    ]


def slip_across() -> tuple[str, str]:
    """A Russian word and a Kazakh one that is one slip away from it."""
    russian = numbers_of(WordLanguage.RUSSIAN)
    letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    for word in words_of(WordLanguage.KAZAKH):
        for at in range(len(word) + 1):
            for letter in letters:
                if (longer := word[:at] + letter + word[at:]) in russian:
                    return longer, word
    raise AssertionError("no pair is left: the test needs another example")
