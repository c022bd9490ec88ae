"""What the record cannot tell on a recommendation, over one period or over several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.evidence import Count, Evidence, SafeguardCount
from qorgau.treaty.queries.evidence_figures import say_period
from qorgau.treaty.seats import country, today
from qorgau.treaty.writing.saying import said, say_count, say_list
from qorgau.wording import in_language

_UNSAID = ("cannot_tell", "not_checked")


def untold_lines(held: Sequence[Evidence], language: Language) -> Iterator[str]:
    """Verdicts nobody can give, duties the record does not observe, numbers withheld as too small.

    held: the evidence of each period, the last one at the end. Of several the table has the numbers, so duties are named alone.
    """
    last = held[-1]
    if last.untied:
        yield said("untold_untied", language)
        return
    for name, found in (("law", last.law), ("duty", last.safeguards), ("figure", last.figures)):
        if not found:
            yield said(f"untold_no_{name}", language)
    yield from _idle(held, language)
    for state in _UNSAID:
        yield from _unsaid(state, _counts(held, state), language, plain=len(held) > 1)
    own = ((each, each.own_entry_only) for one in held for each in one.safeguards)
    yield from _unsaid("own_word", own, language, plain=len(held) > 1)


def _counts(held: Sequence[Evidence], state: str) -> Iterator[tuple[SafeguardCount, Count | None]]:
    return ((each, each.counts.get(state)) for one in held for each in one.safeguards)


def _idle(held: Sequence[Evidence], language: Language) -> Iterator[str]:
    """One sentence for all duties and figures that had no case in any of the periods."""
    first, *others = (dict(_without_case(each)) for each in held)
    idle = [title for name, title in first.items() if all(name in each for each in others)]
    if idle:
        named = (said("untold_title_plain", language, title=in_language(each, language)) for each in idle)
        over = [say_period(each.period, language, today(country(), each.as_of)) for each in held]
        titles = "; ".join(dict.fromkeys(named))
        yield said("untold_no_case", language, titles=titles, period=say_list(over, language))


def _without_case(held: Evidence) -> Iterator[tuple[tuple[str, str], Text]]:
    for duty in held.safeguards:
        if duty.total.value == 0:
            yield (duty.safeguard, duty.basis), duty.title
    for figure in held.figures:
        if figure.of and figure.of.value == 0:
            yield (figure.id, ""), figure.title


def _unsaid(
    why: str, found: Iterable[tuple[SafeguardCount, Count | None]], language: Language, *, plain: bool
) -> Iterator[str]:
    """One sentence for all duties of which the same cannot be told; a duty that two sources require is named once."""
    titles = dict.fromkeys(
        _plain(each, language) if plain else _of_total(each, count, language)
        for each, count in found
        if count is not None and count.value != 0
    )
    if titles:
        yield said(f"untold_{why}", language, titles="; ".join(titles))


def _plain(each: SafeguardCount, language: Language) -> str:
    return said("untold_title_plain", language, title=in_language(each.title, language))


def _of_total(each: SafeguardCount, count: Count, language: Language) -> str:
    """The duty with in how many of its cases; without them where the number is withheld."""
    title, told = in_language(each.title, language), say_count(str(count), language, whole=str(each.total))
    if told == said("not_given", language):
        return _plain(each, language)
    total = say_count(str(each.total), language)
    return said("untold_title", language, title=title, count=told, total=total)
