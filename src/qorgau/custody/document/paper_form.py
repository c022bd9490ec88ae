"""The blank form for a desk without power: the twelve fields of a booking and the first acts, numbered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

from qorgau.custody.document.typesetting import typeset
from qorgau.custody.entries import NameStatus
from qorgau.custody.facts.law import law
from qorgau.custody.kind_forms import form_of
from qorgau.lawbook import Language
from qorgau.wording import in_language, say


class Answer(StrEnum):
    """How a field is filled in by hand."""

    WRITTEN = "written"  # on a line
    TICKED = "ticked"  # one of several boxes
    TIMED = "timed"  # day, month, year, hour and minute in boxes


_FIELDS: tuple[tuple[str, Answer], ...] = (
    ("family_name", Answer.WRITTEN),
    ("given_name", Answer.WRITTEN),
    ("name_status", Answer.TICKED),
    ("birth", Answer.WRITTEN),
    ("gender", Answer.TICKED),
    ("foreign_national", Answer.TICKED),
    ("apprehended", Answer.TIMED),
    ("where", Answer.WRITTEN),
    ("by_whom", Answer.WRITTEN),
    ("ground", Answer.TICKED),
    ("ordered_by", Answer.WRITTEN),
    ("delivered", Answer.TIMED),
)
"""The fields of `Booking`, in the order of the page on which they are typed in later."""

BESIDE = {"apprehended": "by_person"}
"""A second time beside the first: by the person's own word."""

_OF_KIND = {"gender": "IdentityRecorded", "ground": "Apprehended"}

ACTS = (
    "ReasonsGiven", "RightsExplained", "InterpreterRequested", "InterpreterProvided", "LawyerRequested",
    "LawyerCalled", "LawyerMet", "RelativeTold", "ParentTold", "ParentArrived", "ConsulOffered", "ConsulTold",
    "ProsecutorTold", "MedicalExaminationRequested", "MedicallyExamined", "InjurySeen", "Admitted",
    "QuestioningBegan", "QuestioningEnded", "HearingRequested", "FirstAppeared", "MealGiven", "Transferred",
    "Released",
)  # fmt: skip
"""What happens to most people in their first two days, in the order in which it usually does."""

_LIMITS = (
    "kz/delivery_within_3_hours",
    "kz/administrative_detention_3_hours",
    "kz/prosecutor_told_within_12_hours",
    "kz/consul_told_within_24_hours",
    "kz/judge_within_48_hours",
)
"""Limits with a figure that nobody counts while the power is out."""

_WORDS = (
    "title", "lead", "place", "filled_by", "fields", "acts", "acts_lead", "number", "act", "when", "details",
    "day", "month", "year", "hour", "minute", "limits", "limits_lead", "by_hand", "signed_person", "signed_officer",
    "typed_in", "typed_by", "typed_record", "page",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class BlankField:
    """One numbered field; beside: the label of a second time, or ""."""

    number: int
    name: str
    label: str
    answer: Answer
    choices: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, kw_only=True)
class BlankAct:
    """One numbered act with a box to tick and boxes for its time."""

    number: int
    kind: str
    title: str


def print_form(language: Language, *, dated: int) -> bytes:
    """The form as a PDF of one sheet, printed on both sides."""
    words = {
        "language": language.value,
        "words": {key: say(f"custody.form_{key}", language) for key in _WORDS},
        "fields": [asdict(each) for each in blank_fields(language)],
        "acts": [asdict(each) for each in blank_acts(language)],
        "limits": [in_language(law().safeguard(name).title, language) for name in _LIMITS],
    }
    return typeset("paper_form", words, dated=dated)


def blank_fields(language: Language) -> tuple[BlankField, ...]:
    """The twelve fields, as the booking page names them."""
    return tuple(
        BlankField(
            number=number,
            name=name,
            label=say(f"custody.field_{name}", language),
            answer=answer,
            choices=tuple(_choices(name, language)) if answer is Answer.TICKED else (),
            beside=say(f"custody.field_{BESIDE[name]}", language) if name in BESIDE else "",
        )
        for number, (name, answer) in enumerate(_FIELDS, 1)
    )


def blank_acts(language: Language) -> tuple[BlankAct, ...]:
    """The acts, numbered on from the fields."""
    kinds = law().book.kinds
    return tuple(
        BlankAct(number=number, kind=kind, title=in_language(kinds[kind].title, language))
        for number, kind in enumerate(ACTS, len(_FIELDS) + 1)
    )


def _choices(name: str, language: Language) -> Iterator[str]:
    if name == "name_status":
        yield from (say(f"custody.form_name_{status.value}", language) for status in NameStatus)
    elif name == "foreign_national":
        yield from (say("yes", language), say("no", language))
    else:
        form = form_of(_OF_KIND[name])
        asked = form.asked(name) if form else None
        yield from (in_language(word, language) for word in (asked.words.values() if asked else ()))
