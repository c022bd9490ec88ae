"""Each paper in words: which parts it has, filled from the particulars."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qorgau.complaints.documents.paper import OfficerLine, Paper, Particulars, StepLine
from qorgau.complaints.documents.sheet import Grid, Part, Sheet
from qorgau.lawbook import Language
from qorgau.wording import say


def sheet_of(paper: Paper, known: Particulars, language: Language) -> Sheet:
    """The paper with everything that is known in it."""
    words = _Words(language)
    parts = (*_WRITERS[paper](known, words), _law(known, words))
    return Sheet(
        title=words(f"title_{paper.value}"),
        number=words("number", case=known.case),
        body=known.body,
        dated_on=known.dated_on,
        dated=known.dated,
        language=language,
        to=known.to,
        parts=tuple(part for part in parts if not part.is_empty),
        signatures=tuple(words(f"sign_{each}") for each in _SIGNED.get(paper, ("position", "signature"))),
        draft=words("draft"),
        footer=words("footer", case=known.case, day=known.dated_on),
        page=words("page"),
        synthetic=words("synthetic") if known.synthetic else "",
    )


class _Words:
    """The words of papers in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        return say(f"complaints.paper_{key}", self.language, **values)


def _register(known: Particulars, words: _Words) -> tuple[Part, ...]:
    return (
        _complaint(known, words),
        Part(heading=words("decided"), paragraphs=(words("register_text"), words("register_no_check"))),
        Part(
            heading=words("sent_to"),
            lines=((words("body"), known.competent), (words("competent_by"), known.competent_by)),
        ),
        _marks(known, words),
        Part(heading=words("complainant_rights"), points=_numbered(words, "right", 4)),
    )


def _refuse(known: Particulars, words: _Words) -> tuple[Part, ...]:
    return (
        _complaint(known, words),
        Part(
            heading=words("decided"),
            paragraphs=(words("refuse_text", body=known.refused_body or "____"),),
        ),
        Part(
            heading=words("tie"),
            lines=((words("path"), " → ".join(known.path)), (words("tie_on"), known.tie_on)),
            paragraphs=(words("refuse_why"),),
        ),
        _instead(known, words),
        _appeal(known, words),
    )


def _instead(known: Particulars, words: _Words) -> Part:
    if known.others:
        return Part(heading=words("instead"), points=known.others)
    return Part(
        heading=words("instead"),
        paragraphs=(words("no_body"),),
        points=(words("cat"), words("hrc")),
        remark=True,
    )


def _close(known: Particulars, words: _Words) -> tuple[Part, ...]:
    return (
        _complaint(known, words),
        Part(
            heading=words("decided"),
            paragraphs=(words("close_text"),),
            lines=((words("ground"), known.ground), (words("reasons"), known.reasons)),
        ),
        _marks(known, words),
        _steps(known.steps, words),
        Part(heading=words("burden"), paragraphs=(words("burden_text"),)),
        _appeal(known, words),
    )


def _notice(known: Particulars, words: _Words) -> tuple[Part, ...]:
    decision = (
        (words("decision"), known.decision),
        (words("decided_on"), known.decided_on),
        (words("decided_by"), known.decided_by),
    )
    received = (
        (words("received_by"), ""),
        (words("received_on"), known.served_on),
        (words("refused_to_sign"), ""),
    )
    return (
        Part(paragraphs=(words("notice_text"),), lines=decision),
        _appeal(known, words),
        Part(heading=words("received"), paragraphs=(words("notice_counts"),), lines=received),
    )


def _summons(known: Particulars, words: _Words) -> tuple[Part, ...]:
    when = (
        (words("hearing_at"), known.hearing_at),
        (words("hearing_where"), known.hearing_where),
        (words("summoned_as"), ""),
    )
    return (
        Part(paragraphs=(words("summons_text"),), lines=when),
        Part(heading=words("summoned_rights"), points=_numbered(words, "summoned", 6)),
    )


def _finding(known: Particulars, words: _Words) -> tuple[Part, ...]:
    head = (words("officer"), words("allegation"), words("finding"), words("recommended"))
    rows = tuple((_officer(each), each.allegation, each.finding, each.recommended) for each in known.officers)
    return (
        _complaint(known, words),
        Part(lines=((words("hearing_at"), known.hearing_at), (words("hearing_where"), known.hearing_where))),
        Part(heading=words("found"), grid=Grid(head=head, rows=rows or (("",) * 4,))),
        Part(lines=((words("reasons"), known.reasons),)),
        Part(paragraphs=(words("finding_not_guilt"), words("finding_recommends")), remark=True),
        _appeal(known, words),
    )


def _penalty(known: Particulars, words: _Words) -> tuple[Part, ...]:
    head = (words("officer"), words("finding"), words("recommended"), words("imposed"))
    rows = tuple((_officer(each), each.finding, each.recommended, each.imposed) for each in known.officers)
    return (
        Part(paragraphs=(words("penalty_text"),), grid=Grid(head=head, rows=rows or (("",) * 4,))),
        Part(heading=words("penalty_differs"), lines=((words("reasons"), known.reasons),)),
        Part(paragraphs=(words("penalty_served"),)),
        _appeal(known, words),
    )


def _appealed(known: Particulars, words: _Words) -> tuple[Part, ...]:
    lines = (
        (words("decision"), known.decision),
        (words("decided_on"), known.decided_on),
        (words("served_on"), known.served_on),
        (words("appealed_on"), known.appealed_on),
    )
    return (
        Part(heading=words("appealed"), lines=lines, paragraphs=(words("appeal_counts"),)),
        Part(
            heading=words("decided"),
            lines=((words("outcome"), known.outcome), (words("reasons"), known.reasons)),
        ),
        _marks(known, words),
        _appeal(known, words),
    )


def _complaint(known: Particulars, words: _Words) -> Part:
    lines = (
        (words("lodged_on"), known.lodged_on),
        (words("registered_on"), known.registered_on),
        (words("way"), known.way),
        (words("about"), known.about),
        (words("place"), known.place),
        (words("act_on"), known.act_on),
    )
    return Part(heading=words("complaint"), lines=lines)


def _steps(steps: tuple[StepLine, ...], words: _Words) -> Part:
    if not steps:
        return Part()
    rows = tuple((each.title, each.done_on or words("not_done"), each.why_not) for each in steps)
    return Part(
        heading=words("steps"), grid=Grid(head=(words("step"), words("done_on"), words("why_not")), rows=rows)
    )


def _marks(known: Particulars, words: _Words) -> Part:
    return Part(heading=words("marked"), points=known.marks, remark=True)


def _appeal(known: Particulars, words: _Words) -> Part:
    lines = ((words("appeal_to"), known.appeal_to), (words("appeal_until"), known.appeal_until))
    return Part(heading=words("appeal"), paragraphs=(words("appeal_text"),), lines=lines)


def _law(known: Particulars, words: _Words) -> Part:
    return Part(heading=words("law"), points=known.law)


def _officer(line: OfficerLine) -> str:
    return f"{line.name}, {line.unit}" if line.unit else line.name


def _numbered(words: _Words, key: str, count: int) -> tuple[str, ...]:
    return tuple(words(f"{key}_{number}") for number in range(1, count + 1))


_WRITERS: Mapping[Paper, Callable[[Particulars, _Words], tuple[Part, ...]]] = {
    Paper.REGISTER: _register,
    Paper.REFUSE: _refuse,
    Paper.CLOSE: _close,
    Paper.NOTICE: _notice,
    Paper.SUMMONS: _summons,
    Paper.FINDING: _finding,
    Paper.PENALTY: _penalty,
    Paper.APPEAL: _appealed,
}
_SIGNED: Mapping[Paper, tuple[str, ...]] = {
    Paper.NOTICE: ("position", "signature", "served"),
    Paper.FINDING: ("chair", "member", "member"),
}
