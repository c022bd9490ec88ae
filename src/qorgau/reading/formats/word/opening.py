"""Opens a Word file: headers, body, footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qorgau.reading.formats.letters import written
from qorgau.reading.formats.settling import Found, NoteDraft
from qorgau.reading.formats.starred import call_stars, starred_apart
from qorgau.reading.formats.word.numbering import Numbering
from qorgau.reading.formats.word.paragraphs import Paragraphs
from qorgau.reading.formats.word.parts import RELATION, Element, Parts, W, number, value
from qorgau.reading.formats.word.runs import Reference, content_of
from qorgau.reading.formats.word.styles import Styles
from qorgau.reading.repairing import Draft, Fix
from qorgau.reading.source import LineStyle, Mended, SourceError

_FIRST = {"first": 0, "default": 1, "even": 2}
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read(data: bytes, name: str) -> Found:
    """The file's lines and notes; pages are not known, since Word lays them out anew each time."""
    parts = Parts(data, name)
    document = parts.xml(parts.main)
    body = None if document is None else document.find(W + "body")
    if body is None:
        raise SourceError("file_word_empty", name=name)
    root = parts.related("styles")
    styles = Styles(root)
    paragraphs = Paragraphs(styles, Numbering(parts.related("numbering"), _style_lists(root)))
    margins = list(_margins(parts, body, styles))
    drafts = list(paragraphs.of(body))
    notes = list(_notes(parts, body, styles, drafts))
    drafts, notes = call_stars(drafts, notes)
    drafts = _with_unread([*margins, *drafts], list(_unread(parts, body)), name)
    return Found(drafts, notes, title=_title(parts))


def _unread(parts: Parts, body: Element) -> Iterator[str]:
    """The parts of other files that Word would show where they are named, and that are not read here."""
    targets = {id_: target for id_, _, target in parts.relations(parts.main)}
    for tag in ("altChunk", "subDoc"):
        for each in body.iter(W + tag):
            yield targets.get(each.get(RELATION + "id"), tag)


def _with_unread(drafts: list[Draft], unread: Sequence[str], name: str) -> list[Draft]:
    if not unread:
        return drafts
    if not any(sign.isalnum() for draft in drafts for sign in draft.text):
        raise SourceError("file_word_of_others", name=name)
    fixes = tuple(Fix(Mended.UNREAD_PART, part, None) for part in dict.fromkeys(unread))
    return [replace(drafts[0], fixes=(*drafts[0].fixes, *fixes)), *drafts[1:]]


def _style_lists(root: Element | None) -> dict[str, int]:
    """Numbering styles and their lists."""
    every = [] if root is None else root.findall(W + "style")
    found = ((value(each, "styleId"), number(each.find(f"{W}pPr/{W}numPr/{W}numId"))) for each in every)
    return {style: listed for style, listed in found if style and listed}


def _margins(parts: Parts, body: Element, styles: Styles) -> Iterator[Draft]:
    """Headers then footers, the first page's before the others', each line once; bare page numbers left out."""
    targets = {id_: target for id_, _, target in parts.relations(parts.main)}
    for style, tag in ((LineStyle.HEADER, "headerReference"), (LineStyle.FOOTER, "footerReference")):
        found = sorted(body.iter(W + tag), key=lambda each: _FIRST.get(value(each, "type") or "", 3))
        names = dict.fromkeys(targets.get(each.get(RELATION + "id"), "") for each in found)
        seen = set()
        for root in (root for each in names if (root := parts.xml(each)) is not None):
            for draft in Paragraphs(styles, Numbering(None)).of(root):
                text = " ".join(draft.text.split())
                if any(sign.isalpha() for sign in text) and text not in seen:
                    seen.add(text)
                    yield replace(draft, style=style, label=None, cell=None)


def _notes(parts: Parts, body: Element, styles: Styles, drafts: Sequence[Draft]) -> Iterator[NoteDraft]:
    """The notes that the text calls, in order, numbered as Word numbers them."""
    chosen = _chosen_marks(body, styles)
    called = dict.fromkeys(call.key for draft in drafts for call in draft.calls)
    texts = {kind: _note_texts(parts, kind, styles) for kind in ("footnote", "endnote")}
    count = dict.fromkeys(texts, 0)
    for key in called:
        kind = "footnote" if key.startswith("footnote") else "endnote"
        if key not in texts[kind]:
            continue
        mark = chosen.get(key)
        if mark is None:
            count[kind] += 1
            mark = written(count[kind], "decimal" if kind == "footnote" else "lowerRoman")
        yield from starred_apart(key, mark, texts[kind][key])


def _chosen_marks(body: Element, styles: Styles) -> dict[str, str]:
    """Marks that the writer chose instead of a number."""
    holders = {
        run.getparent()
        for tag in ("footnoteReference", "endnoteReference")
        for each in body.iter(W + tag)
        if each.get(W + "customMarkFollows") and (run := each.getparent()) is not None
    }
    pieces = (piece for holder in holders for piece in content_of(holder, styles, None).pieces)
    return {
        f"{each.kind}{each.id}": each.mark for each in pieces if isinstance(each, Reference) and each.mark
    }


def _note_texts(parts: Parts, kind: str, styles: Styles) -> dict[str, list[str]]:
    """The paragraphs of each note of a kind."""
    root = parts.related(f"{kind}s")
    every = [] if root is None else root.findall(W + kind)
    return {
        f"{kind}{value(note, 'id')}": [draft.text for draft in Paragraphs(styles, Numbering(None)).of(note)]
        for note in every
        if value(note, "type") in (None, "normal")
    }


def _title(parts: Parts) -> str | None:
    core = next(
        (target for _, kind, target in parts.relations("") if kind.endswith("/core-properties")), None
    )
    root = parts.xml(core) if core else None
    return None if root is None else root.findtext(_TITLE)
