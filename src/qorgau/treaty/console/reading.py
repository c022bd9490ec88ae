"""A document as the reader understood it, in lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qorgau.lawbook import Language
from qorgau.reading.document import Citation, Document, Footnote, Recommendation
from qorgau.reading.reasons import said
from qorgau.treaty.console.printing import clean, day, label, shortened, title, wrapped
from qorgau.treaty.console.stating import stated_lines
from qorgau.wording import say, say_day


def document_lines(document: Document, language: Language, *, whole: bool = False) -> Iterator[str]:
    """Everything understood of a document; whole: no text is shortened."""
    yield from _head(document, language)
    yield from _paragraphs(document, language)
    yield from _recommendations(document, language, whole=whole)
    yield from _what_follows(document, language)
    yield from stated_lines(document, language, whole=whole)
    yield from _notes(document, language)
    yield from _citations(document, language)
    yield from _answers(document, language)
    yield from _repairs(document, language)
    yield from _doubts(document, language)


def _head(document: Document, language: Language) -> Iterator[str]:
    symbol = document.symbol or say("treaty.cli_no_symbol", language)
    yield from wrapped("", f"{symbol} · {say(f'treaty.cli_kind_{document.kind.value}', language)}")
    if document.title:
        yield from wrapped("  ", document.title, rest="  ")
    source = document.source
    pages = f", {say('treaty.cli_pages', language, count=source.pages)}" if source.pages else ""
    told = {
        "file": f"{source.name} ({source.format.value}{pages}, {source.sha256[:12]})",
        "committee": document.committee or "",
        "state": document.state or "",
        "cycle": document.cycle or "",
        "session": _session(document, language),
        "considered": ", ".join(say_day(each, language) for each in document.considered),
        "adopted": say_day(document.adopted, language) if document.adopted else "",
        "distributed": say_day(document.distributed, language) if document.distributed else "",
        "language": document.language,
        "by": ", ".join(document.organisations),
    }
    for name, text in told.items():
        yield from label(name, language, text)


def _session(document: Document, language: Language) -> str:
    session = document.session
    if session is None:
        return ""
    days = [say_day(each, language) for each in (session.from_, session.to) if each]
    number = str(session.number) if session.number is not None else ""
    return f"{number} ({' – '.join(days)})".strip() if days else number


def _paragraphs(document: Document, language: Language) -> Iterator[str]:
    yield from title("paragraphs", language, len(document.paragraphs))
    counts = Counter(each.kind for each in document.paragraphs)
    said = [f"{say(f'treaty.cli_par_{kind.value}', language)} {count}" for kind, count in counts.items()]
    yield from wrapped("  ", ", ".join(said), rest="  ")


def _recommendations(document: Document, language: Language, *, whole: bool) -> Iterator[str]:
    yield from title("recommendations", language, len(document.recommendations))
    heading: str | None = None
    for each in document.recommendations:
        if each.heading and each.heading != heading:
            yield from wrapped("  ", each.heading, rest="  ")
        heading = each.heading
        yield from wrapped(f"  {each.id:<10} ", shortened(each.text, whole=whole), rest=" " * 13)
        if more := _more(each, language):
            yield from wrapped(" " * 13, more, rest=" " * 13)


def _more(each: Recommendation, language: Language) -> str:
    """What else is known of it: its demands, article, who asked, the position taken, what it repeats."""
    told = [each.article or "", ", ".join(each.addressed_by), _position(each, language)]
    if len(each.demands) > 1:
        ends = {"first": each.demands[0].id, "last": each.demands[-1].id}
        told.append(say("treaty.cli_demands", language, **ends))
    told.extend(f"← {cited(citation, language)}" for citation in each.reiterates)
    said = "; ".join(filter(None, told))
    return f"[{said}]" if said else ""


def _position(each: Recommendation, language: Language) -> str:
    return say(f"treaty.cli_{each.position}", language) if each.position else ""


def _what_follows(document: Document, language: Language) -> Iterator[str]:
    asked, following = document.follow_up, document.next_report
    if asked:
        yield from title("follow_up", language, len(asked.targets))
        due = say("treaty.cli_due_by", language, day=day(asked.due, language))
        yield from wrapped("  ", f"{', '.join(asked.targets)} — {due}", rest="  ")
    if following:
        yield ""
        due = say("treaty.cli_due_by", language, day=day(following.due, language))
        number = say("treaty.cli_number", language, number=following.number) if following.number else ""
        head = say("treaty.cli_next_report", language)
        yield f"{head}: {', '.join(filter(None, (number, due)))}"


def cited(citation: Citation, language: Language) -> str:
    """A document cited, with its paragraphs and how it was found."""
    named = [say("treaty.cli_paragraph", language, number=", ".join(citation.paragraphs))]
    told = ", ".join((citation.symbol, *(named if citation.paragraphs else ())))
    told = f"{told} (ibid.)" if citation.via_ibid else told
    return f"{told} (? {said(citation.doubt, language)})" if citation.doubt else told


def _notes(document: Document, language: Language) -> Iterator[str]:
    notes = [note for paragraph in document.paragraphs for note in paragraph.footnotes]
    if notes:
        yield from title("footnotes", language, len(notes))
    for note in notes:
        yield from wrapped(f"  {clean(note.mark):<3} ", _note(note, language), rest=" " * 6)


def _note(note: Footnote, language: Language) -> str:
    if not note.symbols:
        return shortened(note.text, whole=False)
    what = "; ".join(cited(each, language) for each in note.symbols)
    return f"{shortened(note.text, whole=False)} → {what}"


def _citations(document: Document, language: Language) -> Iterator[str]:
    counts = Counter(each.symbol for each in document.symbols)
    if counts:
        yield from title("citations", language, len(counts))
        said = (f"{symbol} ×{count}" if count > 1 else symbol for symbol, count in counts.items())
        yield from wrapped("  ", ", ".join(said), rest="  ")


def _answers(document: Document, language: Language) -> Iterator[str]:
    targets = Counter(" ".join(filter(None, (each.symbol, each.target))) for each in document.answers)
    if targets:
        yield from title("answers", language, len(targets))
        yield from wrapped("  ", ", ".join(targets), rest="  ")


def _repairs(document: Document, language: Language) -> Iterator[str]:
    repairs = document.source.repairs
    if not repairs:
        return
    yield from title("repairs", language, len(repairs))
    for what, count in Counter(each.what for each in repairs).items():
        yield f"  {say(f'treaty.cli_mended_{what.value}', language)}: {count}"
    for each in repairs:
        if each.after is None:
            told = say("treaty.cli_not_mended", language, line=each.line, before=clean(each.before)[:60])
            yield from wrapped("  ", told)


def _doubts(document: Document, language: Language) -> Iterator[str]:
    if document.doubts:
        yield from title("doubts", language, len(document.doubts))
    for each in document.doubts:
        where = f" ({say('treaty.cli_at_line', language, line=each.place.line)})" if each.place else ""
        yield from wrapped("  ? ", f"{said(each.what, language)}{where} {said(each.why, language)}")
