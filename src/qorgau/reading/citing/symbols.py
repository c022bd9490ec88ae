"""Finds the symbols of documents in running text, with the noise that real texts have, and writes them as they should be."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from qorgau.reading.citing.clean import Clean, clean
from qorgau.reading.citing.months import MONTH, month_of
from qorgau.reading.citing.symbol import BODIES, Symbol, SymbolError, SymbolKind, parse, try_parse
from qorgau.reading.reasons import Reason, reason

__all__ = ["Found", "Symbol", "SymbolError", "SymbolKind", "find", "normalise", "parse"]


@dataclass(frozen=True, slots=True)
class Found:
    """A symbol where it stands in a text, by offsets; `dated` is a date that was glued to it."""

    symbol: Symbol
    start: int
    end: int
    as_written: str
    dated: dt.date | None = None
    doubt: Reason | None = None


def _loose(letters: str) -> str:
    """A pattern for letters that may have come apart by one space."""
    return r"\s?".join(re.escape(letter) for letter in letters)


_GAP: Final = r"\s?/\s?"
_ALONE: Final = r"(?:(?<![A-Za-z0-9/.])|(?<=GENERAL)|(?<=LIMITED)|(?<=RESTRICTED))"
_BODY: Final = "|".join(_loose(body) for body in sorted(BODIES, key=len, reverse=True))
_HEAD: Final = (
    rf"(?:(?:{_BODY}){_GAP}(?:C(?![A-Za-z])|OP(?![A-Za-z])|CO(?![A-Za-z]))"
    rf"|{_ALONE}E{_GAP}C\s?\.\s?12"
    rf"|{_ALONE}(?-i:INT|HRI)(?={_GAP})"
    rf"|{_ALONE}(?-i:A|E|S)(?={_GAP}(?-i:[A-Z0-9])))"
)
_SEGMENT: Final = (
    r"(?:(?:Adds?|Corr|Rev|SR|GC|CN|CONF|WG|Sub|C)\s?\.\s?\d{1,6}(?:-\d{1,4}(?!\d|/))?"
    r"|S-\d{1,3}|ES-\d{1,3}|(?:PV|SR)\.\d{1,5}|\d{1,6}(?:-(?:\s?\n\s*|\s)?\d{1,5})?|[A-Z]{1,6}(?![A-Za-z]))"
)
_SYMBOL: Final = re.compile(rf"{_HEAD}(?:{_GAP}{_SEGMENT}){{1,9}}", re.IGNORECASE)  # no symbol is longer
_REGIONAL: Final = re.compile(r"CPT\s?/\s?Inf\s?\((\d{4})\)\s?(\d{1,3})", re.IGNORECASE)
_GLUED: Final = re.compile(rf"\s*(?:de\s+)?({MONTH})\s+(?:de\s+)?(\d{{4}})(?!\d)", re.IGNORECASE)
_AND: Final = r"\s*(?:,\s*(?:and\s+|и\s+)?|;\s*|\band\s+|&\s*|\bor\s+|\bet\s+|\by\s+|и\s+)"
_MORE_SUFFIX: Final = re.compile(rf"{_AND}(Add|Corr|Rev)\s?\.\s?(\d{{1,3}})(?!\d)", re.IGNORECASE)
_MORE_NUMBER: Final = re.compile(
    rf"(?:{_AND}|\s?(-)\s?)(\d{{1,5}})(?![\d/(]|\s?[-.]\d|\s*(?:{MONTH}|meetings?\b))", re.IGNORECASE
)
_MORE_PAPER: Final = re.compile(rf"{_AND}(\d{{1,3}}/\d{{1,4}})(?![\d/])", re.IGNORECASE)
_MORE_TYPE: Final = re.compile(rf"{_AND}((?:CO|QPR|Q|RQ|FCO)/\d{{1,3}}(?:-\d{{1,3}})?)(?![\d/])")
_JOINT: Final = re.compile(r"\s?[-/]\s?")
_STARS: Final = re.compile(r"\*+$")
_LIKELY_RANGE: Final = 20  # numbers further apart than this are no list of one session's meetings


def normalise(text: str) -> str:
    """A symbol as it should be written: "CAT /C/KAZ/CO/4*" becomes "CAT/C/KAZ/CO/4"; raises SymbolError if it is none."""
    found = find(text)
    if len(found) != 1:
        return parse(text).text
    return found[0].symbol.text


def find(text: str) -> list[Found]:
    """Every document that a text names by symbol, in order; lists such as "SR.1152 and 1155" give one each."""
    if "/" not in text and "%" not in text:
        return []  # most sentences name no document
    plain = clean(text)
    spans = list(_united(plain, list(_simple(plain))))
    found: list[Found] = []
    for index, one in enumerate(spans):
        limit = spans[index + 1].start if index + 1 < len(spans) else len(plain.text)
        found += _expanded(plain, one, limit)
    return [_placed(plain, text, one) for one in found]


def _simple(plain: Clean) -> Iterator[Found]:
    """Symbols by offsets of the plain text, each as one piece."""
    at = 0
    while match := _SYMBOL.search(plain.text, at):
        one = _read(plain.text, match)
        if one is not None:
            yield one
        at = one.end if one is not None else match.start() + 1
    for match in _REGIONAL.finditer(plain.text):
        symbol = parse(f"CPT/Inf ({match[1]}) {match[2]}")
        yield Found(symbol, match.start(), match.end(), match.group())


def _read(text: str, match: re.Match[str]) -> Found | None:
    """The longest beginning of a match that is a symbol, with a date cut off that was glued to its number."""
    ends = [match.end(), *(match.start() + cut for cut in _cuts(match.group()))]
    for end in ends:
        glued = _unglued(text, match.start(), end)
        if glued is not None:
            return glued
        symbol = try_parse(_tidy(text[match.start() : end]))
        if symbol is not None:
            return Found(symbol, match.start(), end, text[match.start() : end])
    return None


def _cuts(text: str) -> list[int]:
    """Where a piece may end before its end: at each slash, or before a hyphen's second half."""
    return [cut.start() for cut in reversed(list(re.finditer(r"\s?/\s?|-(?=\d+$)", text)))]


def _tidy(text: str) -> str:
    tight = re.sub(r"\s+", "", text).upper()
    tight = re.sub(r"ADDS?\.", "Add.", tight).replace("CORR.", "Corr.").replace("REV.", "Rev.")
    return _STARS.sub("", tight.replace("SUB.", "Sub."))


def _unglued(text: str, start: int, end: int) -> Found | None:
    """Reads "CO/212 December 2008" as CO/2 of 12 December: the day must be one, and the shorter number is likelier."""
    after = _GLUED.match(text, end)
    digits = re.search(r"\d+$", text[start:end])
    if after is None or digits is None or len(digits.group()) < 2:
        return None
    readings = list(_readings(text[start:end], digits.group(), month_of(after[1]), int(after[2])))
    if not readings:
        return None
    symbol, day, length = readings[0]
    others = ", ".join(f"{other.text}, {when.isoformat()}" for other, when, _ in readings[1:])
    read, dated = symbol.text, day.isoformat()
    doubt = reason("symbol_glued", symbol=read, day=dated)
    if others:
        doubt = reason("symbol_glued_others", symbol=read, day=dated, others=others)
    return Found(symbol, start, end - length, text[start : end - length], dated=day, doubt=doubt)


def _readings(written: str, digits: str, month: int, year: int) -> Iterator[tuple[Symbol, dt.date, int]]:
    for length in (2, 1):
        day = digits[len(digits) - length :]
        if len(digits) <= length or day.startswith("0"):
            continue
        symbol = try_parse(_tidy(written[: len(written) - length]))
        try:
            when = dt.date(year, month, int(day))
        except ValueError:
            continue
        if symbol is not None:
            yield symbol, when, length


def _united(plain: Clean, found: list[Found]) -> Iterator[Found]:
    """Two comments adopted jointly, written with a hyphen or a slash between, are one document."""
    found.sort(key=lambda one: one.start)
    at = 0
    while at < len(found):
        one = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        if following and _are_joint(plain.text[one.end : following.start], one, following):
            symbol = parse(f"{one.symbol.text}-{following.symbol.text}")
            one = Found(symbol, one.start, following.end, plain.text[one.start : following.end])
            at += 1
        yield one
        at += 1


def _are_joint(between: str, one: Found, following: Found) -> bool:
    kinds = {one.symbol.kind, following.symbol.kind}
    return (
        bool(_JOINT.fullmatch(between))
        and len(kinds) == 1
        and kinds <= {SymbolKind.GENERAL_COMMENT, SymbolKind.ECONOMIC_COUNCIL}
    )


def _expanded(plain: Clean, first: Found, limit: int) -> list[Found]:
    """A symbol and those that lean on it: "Add.1 and Add.2", "SR.1152 and 1155", "54/3, 56/2"."""
    found = _range_of_addenda(first)
    at = first.end
    while at < limit:
        more = _next(plain.text, found[-1], at)
        if not more or more[-1].end > limit:
            break
        found += more
        at = more[-1].end
    return found


def _range_of_addenda(first: Found) -> list[Found]:
    match = re.search(r"Adds?\.\s?(\d{1,2})-(\d{1,2})$", first.as_written, re.IGNORECASE)
    if match is None or not int(match[1]) < int(match[2]) < int(match[1]) + _LIKELY_RANGE:
        return [first]
    base = first.symbol.base
    numbers = range(int(match[1]), int(match[2]) + 1)
    return [replace(first, symbol=parse(f"{base}/Add.{number}")) for number in numbers]


def _next(text: str, last: Found, at: int) -> list[Found]:
    """What follows and leans on the last symbol, or nothing."""
    symbol = last.symbol
    if match := _MORE_SUFFIX.match(text, at):
        return _leaning(text, match, f"{symbol.base}/{match[1].capitalize()}.{match[2]}", 1)
    if match := _MORE_TYPE.match(text, at):
        root = re.match(r"(.*/[A-Z]{3})/", symbol.text)
        return _leaning(text, match, f"{root[1]}/{match[1]}", 1) if root and symbol.state else []
    if symbol.kind in (SymbolKind.SESSION_DOCUMENT, SymbolKind.ASSEMBLY) and (
        match := _MORE_PAPER.match(text, at)
    ):
        return _leaning(text, match, f"{_root(symbol)}/{match[1]}", 1)
    if match := _MORE_NUMBER.match(text, at):
        return _numbers(text, match, symbol)
    return []


def _root(symbol: Symbol) -> str:
    return symbol.base.removesuffix(f"/{symbol.number}")


def _leaning(text: str, match: re.Match[str], symbol: str, group: int) -> list[Found]:
    parsed = try_parse(symbol)
    if parsed is None:
        return []
    return [Found(parsed, match.start(group), match.end(), text[match.start(group) : match.end()])]


def _numbers(text: str, match: re.Match[str], symbol: Symbol) -> list[Found]:
    """Further meetings or addenda given by their number alone; a dash gives all that lie between."""
    stem = _stem(symbol)
    if stem is None:
        return []
    root, last = stem
    number = int(match[2])
    if not last < number < last + _LIKELY_RANGE:
        return []
    wanted = range(last + 1, number + 1) if match[1] else (number,)
    written = text[match.start(2) : match.end()]
    return [Found(parse(f"{root}{one}"), match.start(2), match.end(), written) for one in wanted]


def _stem(symbol: Symbol) -> tuple[str, int] | None:
    """What stands before the number that a list would count on, and that number."""
    if symbol.kind is not SymbolKind.SUMMARY_RECORD and not symbol.suffixes:
        return None
    match = re.fullmatch(r"(.*(?:SR|Add)\.)(\d+)", symbol.text)
    return (match[1], int(match[2])) if match else None


def _placed(plain: Clean, text: str, one: Found) -> Found:
    start, end = plain.span(one.start, one.end)
    return replace(one, start=start, end=end, as_written=text[start:end])
