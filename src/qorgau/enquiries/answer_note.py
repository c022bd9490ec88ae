"""The answer as a signed note: readable by eye, and checkable by anybody who holds the desk's public key."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from qorgau.ledger.keys import SigningKey, VerifierKey
from qorgau.ledger.note import Note, read_note, require_signature, sign_note
from qorgau.ledger.refusal import LedgerRefusal

HEADER = "qorgau/answer/v1"
_FIELDS = ("instance", "number", "to", "document", "about", "born", "asked", "as-of", "answer", "language")
_IN_PAGE = re.compile(r'<pre[^>]*\bid="note"[^>]*>(.*?)</pre>', re.DOTALL)
_FEWEST = len(_FIELDS) + 2


class MalformedAnswer(LedgerRefusal):
    """A note's text is not that of an answer."""


@dataclass(frozen=True, kw_only=True)
class AnswerNote:
    """What is answered to whom: named fields for programs, sentences for people.

    fields: instance, number, to, document (its last signs), about, born, asked, as-of, answer, language.
    """

    fields: dict[str, str]
    sentences: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what could not be written line by line and read back the same."""
        lines = (*self.fields.values(), *self.sentences)
        if tuple(self.fields) != _FIELDS or not self.sentences or any("\n" in line for line in lines):
            raise MalformedAnswer(f"An answer has the lines {', '.join(_FIELDS)} and then its sentences.")

    @property
    def text(self) -> str:
        """The lines that are signed."""
        named = (f"{name}: {value}" for name, value in self.fields.items())
        return "\n".join((HEADER, *named, *self.sentences)) + "\n"


def sign_answer(answer: AnswerNote, key: SigningKey) -> str:
    """The whole note as it is stored and given out."""
    return str(sign_note(answer.text, key))


def open_answer(written: str, *, key: VerifierKey) -> AnswerNote:
    """Read an answer, from its own file or from the page as saved, and require that this key signed it."""
    note = _note_in(written)
    require_signature(note, key)
    return read_answer(note.text)


def read_answer(text: str) -> AnswerNote:
    """Read the text of an answer; whether it is signed is another question."""
    lines = text.split("\n")
    if lines[0] != HEADER or len(lines) < _FEWEST or lines[-1]:
        raise MalformedAnswer(f"This is not an answer: its first line is not {HEADER}.")
    named = [line.partition(": ") for line in lines[1 : len(_FIELDS) + 1]]
    fields = {name: value for name, _, value in named}
    return AnswerNote(fields=fields, sentences=tuple(lines[len(_FIELDS) + 1 : -1]))


def _note_in(written: str) -> Note:
    in_page = _IN_PAGE.search(written)
    found = html.unescape(in_page[1]) if in_page else written
    # The file is filled up with blanks to one size for all; they are not part of the note.
    plain = found.replace("\r\n", "\n").lstrip("\ufeff\n").rstrip(" \n") + "\n"
    return read_note(plain)
