"""A draft becomes a report: masthead, headings in the committee's order or by article, numbered paragraphs, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from qorgau.lawbook import Language
from qorgau.treaty.writing.annexes import annexes, counted_lines, longest_parts
from qorgau.treaty.writing.answering import Answers
from qorgau.treaty.writing.blocks import Asked, Block, BlockRole, Writing
from qorgau.treaty.writing.counting import WordCount, count_words
from qorgau.treaty.writing.edition import Edition
from qorgau.treaty.writing.kinds import Scope
from qorgau.treaty.writing.masthead import masthead
from qorgau.treaty.writing.opening import document_named, gap_words, opening_words, paragraph_label
from qorgau.treaty.writing.report import Aside, Heading, Item, Report
from qorgau.treaty.writing.saying import alphabet, roman, said, say_list, sentence

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A report and how many words it has."""

    report: Report
    count: WordCount


def compose(writing: Writing, edition: Edition) -> Composed:
    """The whole report of a draft; what only the reader of a draft must know is left out once it is issued."""
    answers = Answers(
        language=writing.language, symbol=writing.symbol, issued=edition.issued, gap=gap_words(writing)
    )
    items = tuple(_items(writing, answers))
    body = Report(
        masthead=masthead(writing, edition),
        language=writing.language,
        dated=edition.dated,
        author=writing.cover.author,
        items=items,
        notes=answers.notes.all(),
        annexes=annexes(writing, answers),
    )
    count = count_words(body, edition.limit)
    asides = () if edition.issued else tuple(_asides(writing, count))
    return Composed(report=replace(body, items=(*asides, *items)), count=count)


def _asides(writing: Writing, count: WordCount) -> Iterator[Aside]:
    told = (*counted_lines(count, writing.language), longest_parts(writing, count, writing.language))
    yield Aside(text=" ".join(each for each in told if each))
    if writing.language is Language.KK:
        yield Aside(text=said("not_official_language", writing.language))


def _items(writing: Writing, answers: Answers) -> Iterator[Item]:
    sections = _Sections()
    for role in (BlockRole.INTRODUCTION, BlockRole.ANSWER, BlockRole.CLOSING):
        held = [each for each in writing.blocks if _section(each.role) is role and _says_something(each)]
        if role is BlockRole.INTRODUCTION:
            yield from _introduction(writing, held, sections, answers)
        elif held:
            yield sections.heading(_title(role, writing), block=held[0].id)
            yield from (
                _answers(writing, held, answers) if role is BlockRole.ANSWER else _plain(held, answers)
            )


def _introduction(
    writing: Writing, held: list[Block], sections: _Sections, answers: Answers
) -> Iterator[Item]:
    """Every report says first what it answers and from what it was counted."""
    block = held[0].id if held else BlockRole.INTRODUCTION.value
    yield sections.heading(_title(BlockRole.INTRODUCTION, writing), block=block)
    yield answers.opening(block, opening_words(writing))
    yield from _plain(held, answers)


class _Sections:
    """Numbers of the sections: I., II., III."""

    def __init__(self) -> None:
        self._held = 0

    def heading(self, text: str, *, block: str) -> Heading:
        self._held += 1
        return Heading(level=1, label=f"{roman(self._held)}.", text=text, block=block)


def _section(role: BlockRole) -> BlockRole:
    return BlockRole.ANSWER if role is BlockRole.TEXT else role


def _says_something(block: Block) -> bool:
    return block.role is BlockRole.ANSWER or bool(block.text.strip() or block.evidence or block.figures)


def _title(role: BlockRole, writing: Writing) -> str:
    if role is not BlockRole.ANSWER:
        return said(role.value, writing.language)
    questions = writing.kind.scope is Scope.QUESTIONS
    return said("answers_questions" if questions else "answers_recommendations", writing.language)


def _plain(blocks: Iterable[Block], answers: Answers) -> Iterator[Item]:
    for block in blocks:
        yield from answers.of(block)


def _answers(writing: Writing, blocks: list[Block], answers: Answers) -> Iterator[Item]:
    # A document that ties nothing to an article keeps its own headings.
    by_article = writing.kind.by_article and any(each.asked and each.asked.articles for each in blocks)
    ordered = sorted(blocks, key=_by_article) if by_article else blocks
    above, letters = "", 0
    for block in ordered:
        over = _heading_over(block, writing, by_article=by_article)
        if over and over != above:
            letters += 1
            yield Heading(level=2, label=f"{alphabet(letters).upper()}.", text=over, block=block.id)
        above = over or above
        if block.asked is not None:
            # Screen readers step through headings: none may be skipped.
            yield Heading(level=3 if above else 2, text=_about(block.asked, writing), block=block.id)
        yield from answers.of(block)


def _heading_over(block: Block, writing: Writing, *, by_article: bool) -> str:
    """The committee's heading, the author's own, or the article."""
    if block.asked is None:
        return block.heading
    if by_article:
        if not block.asked.articles:
            return said("no_article", writing.language)
        return said("article", writing.language, article=block.asked.articles[0])
    return block.heading or (block.asked.headings[-1] if block.asked.headings else "")


def _about(asked: Asked, writing: Writing) -> str:
    language = writing.language
    label = paragraph_label(asked, language)
    numbered = label[:1].isdigit()
    told = said(
        "about_paragraph" if numbered else "about_item",
        language,
        label=label,
        document=document_named(writing),
    ).strip()
    if asked.articles and not writing.kind.by_article:
        key = "under_articles" if len(asked.articles) == 1 else "under_articles_many"
        told = f"{told}, {said(key, language, articles=say_list(asked.articles, language))}"
    return sentence(told)


def _by_article(block: Block) -> tuple[bool, list[tuple[bool, int, str]]]:
    """Blocks in the order of articles; those tied to none come last, and what the author added stays at the end."""
    first = block.asked.articles[0] if block.asked and block.asked.articles else ""
    parts = [each for each in _DIGITS.split(first) if each]
    return (not first, [(not each.isdigit(), int(each) if each.isdigit() else 0, each) for each in parts])
