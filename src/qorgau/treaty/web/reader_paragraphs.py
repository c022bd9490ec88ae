"""Paragraphs of a document as the reader shows them: marked words, the margin, and what was mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qorgau.lawbook import Language
from qorgau.reading.document import Leaf, Paragraph, Recommendation
from qorgau.reading.reasons import said
from qorgau.treaty.facts.naming import address_of
from qorgau.treaty.facts.told import CorrectionLine, DocumentPage
from qorgau.treaty.facts.words import Fix
from qorgau.treaty.web.marking import Marks, marked
from qorgau.treaty.web.parts import Heading, Part, apart_from_leaves
from qorgau.treaty.web.words import phrase
from qorgau.wording import in_language, say

KIND_COLOURS = {
    "introduction": "grey",
    "positive": "green",
    "concern": "amber",
    "recommendation": "teal",
    "question": "violet",
    "procedural": "blue",
    "other": "grey",
}
_SURE, _MOSTLY = 0.9, 0.7
_MOST_CITED = 12


@dataclass(frozen=True, kw_only=True)
class Laid:
    """What is laid over the words of a document while it is shown. to: where a recommendation's link leads."""

    page: DocumentPage
    marks: Marks
    asked: Mapping[str, Recommendation]
    apart: Mapping[int, Sequence[Recommendation]]
    mended: Mapping[str, Sequence[CorrectionLine]]
    language: Language
    to: str

    @classmethod
    def over(cls, page: DocumentPage, marks: Marks, *, language: Language, to: str) -> Laid:
        """All of it, by what it is about."""
        return cls(
            page=page,
            marks=marks,
            asked={each.id: each for each in reversed(page.document.recommendations)},
            apart=apart_from_leaves(page.document),
            mended=_mended(page),
            language=language,
            to=to,
        )


def paragraphs_said(laid: Laid, part: Part, headings: Sequence[Heading]) -> list[dict[str, Any]]:
    """The paragraphs of a part in order; a heading is told once, where it begins."""
    new: dict[int, list[Heading]] = {}
    for each in headings:
        new.setdefault(each.index, []).append(each)
    paragraphs = laid.page.document.paragraphs
    return [
        _paragraph(index, paragraphs[index], new.get(index, []), laid)
        for index in range(part.first, part.end)
    ]


def _paragraph(
    index: int,
    each: Paragraph,
    headings: list[Heading],
    laid: Laid,
) -> dict[str, Any]:
    number, marks, mended, language = each.number or "", laid.marks, laid.mended, laid.language
    alone = not each.leaves
    own = [laid.asked[number]] if alone and number in laid.asked else []
    own += laid.apart.get(index, [])
    return {
        "index": index,
        "target": f"p{index}",
        "anchor": f"p-{index}",
        "number": number,
        "headings": [(one.words, "m" if one.depth == 0 else "s") for one in headings],
        "kind": each.kind.value,
        "kind_word": phrase("kind", each.kind.value, language),
        "colour": KIND_COLOURS[each.kind.value],
        "text": marked(each.text if alone else each.lead, marks),
        "leaves": [_leaf(leaf, laid) for leaf in each.leaves],
        "tail": marked(each.tail, marks) if each.tail else "",
        "own": [_standing(one, laid) for one in own],
        "own_anchor": f"l-{number}" if alone and number else "",
        "correctable": [leaf.id for leaf in each.leaves]
        or [one.id for one in laid.apart.get(index, [])]
        or list(filter(None, [number])),
        "anchors": [f"l-{one.id}" for one in laid.apart.get(index, [])],
        "articles": each.articles,
        "citations": [
            (one.symbol, ", ".join(one.paragraphs), said(one.doubt or "", language))
            for one in each.citations[:_MOST_CITED]
        ],
        "footnotes": [
            (note.mark, note.text, [one.symbol for one in note.symbols]) for note in each.footnotes
        ],
        "figures": marks.figures_of(number),
        "confidence": round(each.confidence * 100),
        "sure": say(f"treaty.sure_{sureness(each.confidence)}", language),
        "sure_colour": {"high": "green", "middle": "amber", "low": "red"}[sureness(each.confidence)],
        "why": said(each.why, language),
        "mended": mended_said([*mended.get(f"p{index}", ()), *(mended.get(number, ()) if alone else ())], language),
    }  # fmt: skip


def _leaf(leaf: Leaf, laid: Laid) -> dict[str, Any]:
    found = laid.asked.get(leaf.id)
    return {
        "id": leaf.id,
        "anchor": f"l-{leaf.id}",
        "label": leaf.id[leaf.id.find("(") :] if "(" in leaf.id else leaf.id,
        "depth": leaf.id.count("("),
        "text": marked(leaf.text, laid.marks),
        "mended": mended_said(laid.mended.get(leaf.id, ()), laid.language),
        **(_standing(found, laid) if found else {}),
    }


def _standing(found: Recommendation, laid: Laid) -> dict[str, Any]:
    """How a recommendation stands: how sure that it is one, and where it is tracked."""
    page, language = laid.page, laid.language
    tracked = page.tracked.get(found.id, "")
    chosen = page.document.follow_up.targets if page.document.follow_up else ()
    return {
        "is_asked": True,
        "leaf_id": found.id,
        "asked_kind": phrase(
            "kind", found.kind if found.kind in KIND_COLOURS else "recommendation", language
        ),
        "demands": [(one.id, one.text) for one in found.demands] if len(found.demands) > 1 else [],
        "tracked": (laid.to, *address_of(tracked)) if tracked else None,
        "follow_up": found.id in chosen,
        "reiterates": [f"{one.symbol} § {', '.join(one.paragraphs)}" for one in found.reiterates],
        "asked_why": said(found.why, language),
        "position": phrase("position", found.position, language) if found.position else "",
        "by": ", ".join(found.addressed_by),
        "article": found.article or "",
    }


def sureness(confidence: float) -> str:
    """How sure a reading is, in three steps."""
    return "high" if confidence >= _SURE else "middle" if confidence >= _MOSTLY else "low"


def _mended(page: DocumentPage) -> dict[str, list[CorrectionLine]]:
    """The corrections by what they are about: paragraphs by place, leaves by id, the head by field."""
    found: dict[str, list[CorrectionLine]] = {}
    for each in page.corrections:
        if not each.withdrawn_why and each.fits:
            target = each.after if each.what is Fix.ID and each.after else each.target
            found.setdefault(target, []).append(each)
    return found


def mended_said(lines: Any, language: Language) -> list[dict[str, Any]]:
    """Corrections in words, the earlier value in sight."""
    return [
        {
            "id": each.id,
            "what": phrase("fix", each.what.value, language),
            "before": _value(each.what, each.before, language),
            "after": _value(each.what, each.after, language),
            "reason": each.reason,
            "why_not": in_language(each.why_not, language) if each.why_not else "",
            "withdrawn": each.withdrawn_why,
            "by_me": each.by_me,
        }
        for each in lines
    ]


def _value(what: Fix, value: str, language: Language) -> str:
    if what is Fix.PARAGRAPH_KIND:
        return phrase("kind", value, language) if value else ""
    if what is Fix.IS_RECOMMENDATION and value in ("yes", "no"):
        return say(value, language)
    return value
