"""The reader: a document paragraph by paragraph, with notes in the margin on how each was understood."""

from __future__ import annotations

from typing import Any

from qorgau.lawbook import Language
from qorgau.reading.document import Document, Leaf, Paragraph
from qorgau.reading.reasons import said
from qorgau.treaty.facts.naming import address_of
from qorgau.treaty.facts.told import CorrectionLine, DocumentPage
from qorgau.treaty.facts.words import Fix
from qorgau.treaty.web.due_words import due_said
from qorgau.treaty.web.marking import Marks, marked
from qorgau.treaty.web.words import LANGUAGES, committee_word, phrase
from qorgau.wording import in_language, say, say_day, state_name

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


def reader_of(page: DocumentPage, *, language: Language, to: str) -> dict[str, Any]:
    """Everything the reader shows. to: the name of the address to which a recommendation's link leads."""
    document = page.document
    return {
        "page": page,
        "line": page.line,
        "head": head_said(page, language),
        "doubts": doubts_said(document, language),
        "repairs": len(document.source.repairs),
        "paragraphs": paragraphs_said(page, language, to=to),
        "grades": [
            (each.symbol, each.paragraph, each.words, f"n-{each.place.line}") for each in document.grades
        ],
        "figures": figures_said(document),
        "due": [due_said(each, language) for each in page.due],
        "recommendations": len(document.recommendations),
        "kinds": [(kind, phrase("kind", kind, language), colour) for kind, colour in KIND_COLOURS.items()],
    }


def head_said(page: DocumentPage, language: Language) -> list[tuple[str, str, str]]:
    """The head of the document: the field, its title and its value."""
    document, session = page.document, page.document.session
    rows = [
        ("symbol", document.symbol or ""),
        ("kind", phrase("document", document.kind.value, language)),
        ("committee", committee_word(document.committee, language) if document.committee else ""),
        ("state", state_name(document.state, language) if document.state else ""),
        ("cycle", document.cycle or ""),
        ("adopted", say_day(document.adopted, language) if document.adopted else ""),
        ("language", LANGUAGES.get(document.language, document.language)),
        ("title", document.title or ""),
    ]
    if session and session.from_ and session.to:
        span = say(
            "treaty.period",
            language,
            first=say_day(session.from_, language),
            last=say_day(session.to, language),
        )
        rows.insert(5, ("session", f"{session.number}: {span}" if session.number else span))
    if document.organisations:
        rows.append(("organisations", ", ".join(document.organisations)))
    return [(name, say(f"treaty.head_{name}", language), value) for name, value in rows]


def doubts_said(document: Document, language: Language) -> list[dict[str, str]]:
    """What the reader could not settle, each with its place."""
    places = {each.place.line: f"p-{index}" for index, each in enumerate(document.paragraphs)}
    found = []
    for each in document.doubts:
        line = each.place.line if each.place else 0
        nearest = max((known for known in places if known <= line), default=None)
        found.append(
            {
                "what": _ended(said(each.what, language)),
                "why": said(each.why, language),
                "anchor": places.get(nearest, "") if nearest else "",
            }
        )
    return found


def _ended(what: str) -> str:
    """A sentence as it is; a mere word with a colon before the reason that follows it."""
    return what if what.endswith((".", "?")) else f"{what}:"


def paragraphs_said(page: DocumentPage, language: Language, *, to: str) -> list[dict[str, Any]]:
    """The paragraphs in order; a heading is told once, where it begins."""
    document, shown = page.document, []
    marks = Marks.of(document)
    before: tuple[str, ...] = ()
    mended = _mended(page)
    for index, each in enumerate(document.paragraphs):
        headings = each.headings or ((each.heading,) if each.heading else ())
        new = [word for place, word in enumerate(headings) if headings[: place + 1] != before[: place + 1]]
        before = headings
        shown.append(_paragraph(index, each, new, page, marks, mended, language, to=to))
    return shown


def _paragraph(
    index: int,
    each: Paragraph,
    headings: list[str],
    page: DocumentPage,
    marks: Marks,
    mended: dict[str, list[CorrectionLine]],
    language: Language,
    *,
    to: str,
) -> dict[str, Any]:
    number = each.number or ""
    leaves = [_leaf(leaf, page, marks, mended, language, to=to) for leaf in each.leaves]
    alone = not each.leaves
    return {
        "index": index,
        "target": f"p{index}",
        "anchor": f"p-{index}",
        "number": number,
        "headings": headings,
        "kind": each.kind.value,
        "kind_word": phrase("kind", each.kind.value, language),
        "colour": KIND_COLOURS[each.kind.value],
        "text": marked(each.text if alone else each.lead, marks),
        "leaves": leaves,
        "tail": marked(each.tail, marks) if each.tail else "",
        "own": _standing(number, page, language, to=to) if alone else None,
        "own_anchor": f"l-{number}" if alone and number else "",
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


def _leaf(
    leaf: Leaf,
    page: DocumentPage,
    marks: Marks,
    mended: dict[str, list[CorrectionLine]],
    language: Language,
    *,
    to: str,
) -> dict[str, Any]:
    return {
        "id": leaf.id,
        "anchor": f"l-{leaf.id}",
        "label": leaf.id[leaf.id.find("(") :] if "(" in leaf.id else leaf.id,
        "depth": leaf.id.count("("),
        "text": marked(leaf.text, marks),
        "mended": mended_said(mended.get(leaf.id, ()), language),
        **(_standing(leaf.id, page, language, to=to) or {}),
    }


def _standing(leaf: str, page: DocumentPage, language: Language, *, to: str) -> dict[str, Any] | None:
    """Whether a leaf is a recommendation, how sure that is, and where it is tracked."""
    found = next((each for each in page.document.recommendations if each.id == leaf), None)
    if found is None:
        return None
    tracked = page.tracked.get(leaf, "")
    chosen = page.document.follow_up.targets if page.document.follow_up else ()
    return {
        "is_asked": True,
        "leaf_id": leaf,
        "asked_kind": phrase(
            "kind", found.kind if found.kind in KIND_COLOURS else "recommendation", language
        ),
        "demands": [(one.id, one.text) for one in found.demands] if len(found.demands) > 1 else [],
        "tracked": (to, *address_of(tracked)) if tracked else None,
        "follow_up": leaf in chosen,
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


def figures_said(document: Document) -> list[dict[str, Any]]:
    """The figures that the document states, with what is said of each."""
    return [
        {
            "value": f"{each.value:,g}".replace(",", "\N{NO-BREAK SPACE}"),
            "upto": f"{each.upto:,g}".replace(",", "\N{NO-BREAK SPACE}") if each.upto else "",
            "of": f"{each.of:,g}".replace(",", "\N{NO-BREAK SPACE}") if each.of else "",
            "share": f"{each.share_percent:g}" if each.share_percent is not None else "",
            "unit": each.unit,
            "what": each.what,
            "period": each.period or "",
            "agency": each.agency or each.source or "",
            "paragraph": each.paragraph or "",
        }
        for each in document.figures
    ]  # fmt: skip
