"""The grades of committees: each judges by its own scale, and what was never seen in its texts is marked."""

from __future__ import annotations

from qorgau.lawbook import Language
from qorgau.lawbook.committees import Grade, Scale
from qorgau.treaty.facts.told import GradeWord
from qorgau.treaty.facts.words import About
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book

_SCALES = {About.IMPLEMENTATION: Scale.IMPLEMENTATION, About.REPLY: Scale.REPLY}


def grades(committee: str, about: About = About.IMPLEMENTATION) -> tuple[Grade, ...]:
    """The steps of a committee's scale, the best first; empty for a sender that has none."""
    known = book().committees.get(committee)
    return known.scale(_SCALES[about]) if known is not None else ()


def require_grade(committee: str, code: str, about: About) -> None:
    """Refuse a grade that the committee's scale does not have."""
    known = [each.code for each in grades(committee, about)]
    if code not in known:
        raise TreatyRefusal("no_such_grade", field="grade", typed=code, known=", ".join(known) or "–")


def grade_word(committee: str, code: str) -> GradeWord | None:
    """A grade with its title in every language; as it was typed, and unverified, where the scale has lost it."""
    if not code:
        return None
    known = book().committees.get(committee)
    grade = known.grade(code) if known is not None else None
    if grade is None:
        return GradeWord(code=code, title=dict.fromkeys(Language, code), verified=False)
    return GradeWord(code=code, title=grade.title, verified=grade.verified)
