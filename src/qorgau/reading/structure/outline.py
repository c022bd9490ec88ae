"""The inside of a paragraph: parts that worry or ask, each with its lead, its items and its tail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from qorgau.reading.reasons import Reason, reason
from qorgau.reading.source import Line
from qorgau.reading.structure.labels import Mark, mark_at
from qorgau.reading.structure.lists import Item, Nesting, inline_items
from qorgau.reading.structure.sentences import Span, sentences, trimmed
from qorgau.reading.structure.verbs import recommends, worries

_PREAMBLE = re.compile(
    r"(?:In (?:the )?light|In line|In accordance|In view|In this (?:regard|context|connection|respect)|Recalling|Bearing|With reference|Referring|"
    r"(?:The )?Committee (?:\w+ )?(?:recalls|reiterates|draws|refers|reminds|stresses|emphasi[sz]es|underlines|reaffirms)|"
    r"Комитет (?:\w+ )?(?:напоминает|обращает внимание|ссылается|подчеркивает)|Ссылаясь|Напоминая|В свете|С учетом)"
)

# an item that begins with what a committee does
_BARE_VERB = re.compile(
    r"(?:(?:Also|Further|Strongly|Again)\s+)?(?:Recommend|Urge|Call|Encourage|Invite|Request|Suggest|Reiterate)s\b"
    r"|(?:Настоятельно\s+)?(?:рекомендует|призывает|предлагает|просит)\b",
    re.IGNORECASE,
)


@dataclass
class Part:
    """A stretch of a paragraph that does one thing; `asks` tells whether it asks the State for something.

    `inferred` tells that its items have letters only by their order.
    """

    lead: Span
    asks: bool
    items: list[Item] = field(default_factory=list)
    tail: Span | None = None
    inferred: bool = False
    childless: dict[tuple[str, ...], list[Item]] = field(default_factory=dict, repr=False, compare=False)

    def add(self, item: Item) -> None:
        """One more item; those that it stands below have items of their own from now on."""
        for depth in range(1, len(item.path)):
            for above in self.childless.pop(item.path[:depth], ()):
                above.parent = True
        self.childless.setdefault(item.path, []).append(item)
        self.items.append(item)

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        ends = [self.lead[1], *(item.span[1] for item in self.items)]
        return self.lead[0], max(ends if self.tail is None else [*ends, self.tail[1]])

    @property
    def leaves(self) -> list[Item]:
        """The items that have no items of their own."""
        return [item for item in self.items if not item.parent]


@dataclass
class Outline:
    """The parts of a paragraph and what was odd about its lists."""

    parts: list[Part]
    odd: list[Reason] = field(default_factory=list)


def asks_in(text: str, span: Span, language: str) -> bool:
    """Whether any sentence of a stretch asks the State for something."""
    return _first_asking(text, span, language) is not None


def worries_in(text: str, span: Span, language: str) -> bool:
    """Whether any sentence of a stretch worries."""
    said = text[span[0] : span[1]]
    return any(worries(said[start:end], language) for start, end in sentences(said))


def _first_asking(text: str, span: Span, language: str) -> int | None:
    said = text[span[0] : span[1]]
    for start, end in sentences(said):
        if recommends(said[start:end], language):
            return span[0] + start
    return None


def _following(marks: Sequence[Mark | None]) -> list[Mark | None]:
    """For each line the mark of the next item after it, in one walk back from the end."""
    found: list[Mark | None] = []
    last: Mark | None = None
    for mark in reversed(marks):
        found.append(last)
        last = mark or last
    return found[::-1]


def outline_of(text: str, lines: Sequence[Line], body: int, language: str) -> Outline:
    """Reads the lines of one paragraph, whose words begin at `body` in its first line."""
    builder = _Builder(text, language)
    first = lines[0]
    builder.start((first.start + body, first.start + len(first.text)))
    marks = [mark_at(line.text) for line in lines]
    after = _following(marks)
    for at, line in enumerate(lines[1:], start=1):
        mark, following = marks[at], after[at]
        if mark is None:
            builder.plain((line.start, line.start + len(line.text)), following)
        else:
            builder.item(line, mark, following)
    return builder.finish()


def _leads_up(before: str) -> bool:
    """Whether what stands before a request belongs to it: it recalls, refers or draws attention."""
    return all(_PREAMBLE.match(before[start:end]) for start, end in sentences(before))


class _Builder:
    """Takes the lines of a paragraph one after another and sorts them into parts."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.outline = Outline([])
        self.nesting = Nesting()

    def start(self, span: Span) -> None:
        """Begins a part; a stretch that first worries and then asks becomes two."""
        span = trimmed(self.text, span)
        asking = _first_asking(self.text, span, self.language)
        if asking is not None and asking > span[0] and not _leads_up(self.text[span[0] : asking]):
            self.outline.parts.append(Part(trimmed(self.text, (span[0], asking)), asks=False))
            span = trimmed(self.text, (asking, span[1]))
        self.outline.parts.append(Part(span, asks=asking is not None))
        self.nesting = Nesting()

    def item(self, line: Line, mark: Mark, following: Mark | None) -> None:
        """Adds a list item, and its own first item where both marks stand on one line: "(a) (i) ..."."""
        if self._is_bullet_below(mark):
            last = self.outline.parts[-1].items[-1]
            last.span = (last.span[0], line.start + len(line.text.rstrip()))
            return
        inner = mark_at(line.text, mark.body)
        if inner and (dict(inner.readings).get("roman") != 1 or "bullet" in dict(inner.readings)):
            inner = None
        path, odd, restart = self.nesting.place(mark, inner or following)
        if restart:
            self._restart()
        self._add(path, (line.start + mark.body, line.start + len(line.text)), odd)
        if inner:
            path, odd, _ = self.nesting.place(inner, following)
            self._add(path, (line.start + inner.body, line.start + len(line.text)), odd)

    def _is_bullet_below(self, mark: Mark) -> bool:
        """Whether a bullet stands below a letter: it is cited by that letter, so its words belong to it."""
        items = self.outline.parts[-1].items
        return "bullet" in dict(mark.readings) and bool(items) and not items[-1].path[-1].startswith("•")

    def _restart(self) -> None:
        """A list that begins anew without words between belongs to the last line before it, if that was a tail."""
        part = self.outline.parts[-1]
        if part.tail is not None:
            lead, part.tail = part.tail, None
            self.outline.parts.append(Part(lead, asks=asks_in(self.text, lead, self.language) or part.asks))
        else:
            self.outline.odd.append(reason("list_begins_anew"))

    def _add(self, path: tuple[str, ...], span: Span, odd: Reason | None) -> None:
        self.outline.parts[-1].add(Item(path, trimmed(self.text, span)))
        if odd:
            self.outline.odd.append(odd)

    def plain(self, span: Span, following: Mark | None) -> None:
        """A line without a mark: it continues what stands before it, ends the list, or begins another part."""
        part = self.outline.parts[-1]
        if not part.items and self._is_broken_off(part.lead):
            self.outline.parts.pop()
            self.start(self._longer(part.lead, span))
            return
        if self._is_unmarked_item(part, following):
            self._infer(part, span)
            return
        asks = asks_in(self.text, span, self.language)
        worried = worries_in(self.text, span, self.language)
        if part.items and following and self._goes_on(following) and not asks:
            part.items[-1].span = (part.items[-1].span[0], trimmed(self.text, span)[1])
        elif asks != part.asks and (asks or worried):
            self.start(span)
        elif following and part.items:
            self.start(span)
            self.outline.parts[-1].asks = asks or part.asks
        elif part.items:
            end = trimmed(self.text, span)
            part.tail = end if part.tail is None else (part.tail[0], end[1])
        else:
            part.lead = self._longer(part.lead, span)

    def _is_unmarked_item(self, part: Part, following: Mark | None) -> bool:
        """Whether a line is an item whose letter the file lost: after a colon, and after another such item's semicolon."""
        if following is not None or (part.items and not part.inferred):
            return False
        last = part.items[-1].span if part.items else part.lead
        said = self.text[last[0] : last[1]].rstrip()
        return said.endswith((";", "; and", "; и") if part.items else ":")

    def _infer(self, part: Part, span: Span) -> None:
        part.inferred = True
        letter = chr(ord("a") + len(part.items)) if len(part.items) < 26 else str(len(part.items) + 1)
        part.items.append(Item((letter,), trimmed(self.text, span)))
        if letter == "b":
            self.outline.odd.append(reason("list_without_letters"))

    def _longer(self, span: Span, more: Span) -> Span:
        """A stretch with the next line added; a number alone on its line had none yet."""
        end = trimmed(self.text, more)
        return (span[0], end[1]) if span[0] < span[1] else end

    def _is_broken_off(self, span: Span) -> bool:
        """Whether a stretch ends in the middle of a sentence, so that the next line goes on."""
        said = self.text[span[0] : span[1]].rstrip()
        return bool(said) and (said[-1].isalnum() or said[-1] in ",–—-")

    def _goes_on(self, mark: Mark) -> bool:
        return not any(rank == 1 for _, rank in mark.readings) or "bullet" in dict(mark.readings)

    def finish(self) -> Outline:
        """Looks for lists within running text where no items stand on lines of their own."""
        for part in self.outline.parts:
            if not part.items:
                self._within_lead(part)
            else:
                self._next_within(part)
                part.items = [each for item in part.items for each in self._within_item(item)]
            part.asks = part.asks or self._items_ask(part)
        return self.outline

    def _items_ask(self, part: Part) -> bool:
        """Whether each item has the verb that its lead lacks: "The Committee: (a) Recommends that ...; (b) Urges ..."."""
        leaves = part.leaves
        return len(leaves) > 1 and all(_BARE_VERB.match(self.text, *item.span) for item in leaves)

    def _within_lead(self, part: Part) -> None:
        items = inline_items(self.text, part.lead)
        if not items:
            return
        end = part.lead[1]
        part.items = [each for item in items for each in self._within_item(item)]
        rest = trimmed(self.text, (items[-1].span[1], end))
        part.tail = rest if rest[0] < rest[1] else None
        opening = self.text.rfind("(", part.lead[0], items[0].span[0])
        if opening < 0 or opening < items[0].span[0] - 6:
            opening = items[0].span[0] - len(items[0].path[0]) - 2
        part.lead = trimmed(self.text, (part.lead[0], opening))

    def _next_within(self, part: Part) -> None:
        """A broken line may begin with "(a)" by chance, and hold "(b)" as well: the list runs on within it."""
        last = part.items[-1]
        if len(last.path) > 1 or not re.fullmatch(r"[a-y]", last.path[0]):
            return
        wanted = re.compile(rf"[;,]\s+(?:and\s+|or\s+)?\({chr(ord(last.path[0]) + 1)}\)\s+(?=[^\W\d_])")
        found = wanted.search(self.text, *last.span)
        if found is None:
            return
        following = Item((chr(ord(last.path[0]) + 1),), (found.end(), last.span[1]), inline=True)
        last.span = trimmed(self.text, (last.span[0], found.start() + 1))
        last.inline = True
        part.items.append(following)
        self._next_within(part)
        if part.items[-1] is following and part.tail is None:
            self._end_with_sentence(part, following)

    def _end_with_sentence(self, part: Part, item: Item) -> None:
        said = self.text[item.span[0] : item.span[1]]
        end = item.span[0] + sentences(said)[0][1]
        rest = trimmed(self.text, (end, item.span[1]))
        item.span = trimmed(self.text, (item.span[0], end))
        part.tail = rest if rest[0] < rest[1] else None

    def _within_item(self, item: Item) -> list[Item]:
        inner = [] if item.parent else inline_items(self.text, item.span)
        if not inner or dict.fromkeys(each.path[0] for each in inner).keys() & {item.path[-1]}:
            return [item]
        item.parent = True
        under = [Item((*item.path, *each.path), each.span, inline=True) for each in inner]
        # words after the inner list still belong to the item
        under[-1].span = (under[-1].span[0], item.span[1])
        return [item, *under]
