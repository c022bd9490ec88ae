"""Our own JSON as recommendations: what `treaty export` writes, and what `treaty read` writes, corrected by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from qorgau.custody.importing.faults import RowFault
from qorgau.lawbook import Language
from qorgau.treaty.facts.naming import split
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.facts.words import About, ActionState, Procedure, ReplyStage, Sender, SourceLevel
from qorgau.treaty.importing.listed import SENDERS, Sheet, fault
from qorgau.treaty.importing.wanted import Activity, Answering, Judged, Replied, Step, Wanted
from qorgau.treaty.importing.words import Unfit, body_named, codes_named
from qorgau.treaty.seats import book

EXPORTED = "qorgau/recommendations/1"
_KINDS = ("subjects", "people", "sdg", "measures")
_OUT = (ReplyStage.SENT.value, ReplyStage.TAKEN.value)
_LEFT = ("alternatives", "links", "ties")


def sheet_of_json(told: Any, language: Language, *, judged: Callable[[], None]) -> Sheet:
    """Everything of a file of ours; raises Unfit where it is something else."""
    if isinstance(told, dict) and told.get("form") == EXPORTED:
        pages = told.get("recommendations") or []
        left = tuple(name for name in _LEFT if any(_several(page, name) for page in pages))
        return _sheet(pages, _exported, language, judged=judged, left=left)
    if isinstance(told, dict) and isinstance(told.get("recommendations"), list) and "paragraphs" in told:
        return _sheet(list(_read(told)), lambda number, each: each(number), language, judged=judged)
    why = ", ".join(sorted(map(str, told))[:6]) if isinstance(told, dict) else type(told).__name__
    raise Unfit("", "not_ours", why=why)


def _sheet(
    held: list[Any],
    make: Callable[[int, Any], Wanted],
    language: Language,
    *,
    judged: Callable[[], None],
    left: tuple[str, ...] = (),
) -> Sheet:
    wanted: list[Wanted] = []
    faults: list[RowFault] = []
    for number, each in enumerate(held, start=1):
        try:
            wanted.append(make(number, each))
        except Unfit as unfit:
            faults.append(fault(number, unfit.column, unfit.said(language)))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            why = Unfit("", "not_ours", why=f"{type(error).__name__}: {error}"[:200])
            faults.append(fault(number, "", why.said(language)))
        judged()
    return Sheet(wanted=tuple(wanted), faults=tuple(faults), rows=len(held), left=left)


def _exported(number: int, page: Mapping[str, Any]) -> Wanted:
    line = page["line"]
    stem, leaf = split(line["id"])
    sent = [each for each in page["replies"] if each["stage"] in _OUT and each["sent_on"]]
    # The day that is told is the next: of the follow-up while nothing was sent on it, else of the next report.
    follows = line["follow_up"] and not sent
    return Wanted(
        number=number,
        stem=stem,
        leaf=leaf,
        text=line["text"],
        language=line["language"],
        texts={code: words for code, words in page["texts"].items() if code != line["language"]},
        sender=Sender(line["sender"]),
        heading=line["heading"],
        committee=line["committee"],
        state=line["state"],
        cycle=line["cycle"],
        symbol=line["symbol"],
        follow_up=line["follow_up"],
        due=_day(line["due"]) if follows else None,
        report_due=None if follows else _day(line["due"]),
        classes=_classes(page["classes"]),
        demands=tuple((str(name), str(words)) for name, words in page["demands"]),
        answering=tuple(_answering(page["responsible"])),
        activities=tuple(_activity(each) for each in page["actions"]),
        replies=tuple(_reply(each) for each in sent),
        assessments=tuple(_judged(each, line["id"]) for each in page["assessments"]),
    )


def _classes(told: Mapping[str, Any]) -> Classes:
    found = {name: codes_named(name, told[name], column=name) for name in _KINDS}
    return Classes(**found, strength=told["strength"])


def _answering(told: list[Mapping[str, Any]]) -> Iterator[Answering]:
    """Who answered from each day on, those of one day together."""
    by_day: dict[str, list[Mapping[str, Any]]] = {}
    for each in told:
        by_day.setdefault(each["since"], []).append(each)
    for since, held in sorted(by_day.items()):
        leads = [body_named(each["body"], column="lead") for each in held if each["leads"]]
        others = [body_named(each["body"], column="contributing") for each in held if not each["leads"]]
        if leads:
            yield Answering(
                lead=leads[-1],
                contributing=tuple(dict.fromkeys(others)),
                since=date.fromisoformat(since),
                reason=held[0]["reason"],
            )


def _activity(told: Mapping[str, Any]) -> Activity:
    was = [_needed(each) for each in told["due_was"]]
    steps = [
        Step(
            state=ActionState(each["state"]),
            on=_needed(each["on"]),
            due=_day(each["due"]),
            reason=each["reason"],
        )
        for each in told["history"]
    ]
    return Activity(
        key=told["id"],
        what=told["what"],
        lead=body_named(told["lead"], column="activity_lead"),
        contributing=tuple(body_named(each, column="activity_contributing") for each in told["contributing"]),
        due=was[0] if was else _needed(told["due"]),
        budget=told["budget"],
        currency=told["currency"],
        # The first word on an action is that it was planned.
        steps=tuple(each for each in steps if each.state is not ActionState.PLANNED or each.due),
    )


def _reply(told: Mapping[str, Any]) -> Replied:
    return Replied(
        key=told["id"],
        procedure=Procedure(told["procedure"]),
        sent_on=_needed(told["sent_on"]),
        by_latest=told["by_latest"],
        source=told["source"] or told["symbol"] or told["id"],
        level=SourceLevel(told["level"]) if told["level"] else SourceLevel.REPORTED,
        symbol=told["symbol"],
        summary=told["summary"] or told["text"] or "",
        language=told["language"] or "en",
    )


def _judged(told: Mapping[str, Any], recommendation: str) -> Judged:
    return Judged(
        key=f"{told['id']}/{recommendation}",
        grade=told["grade"]["code"],
        about=About(told["about"]),
        on=_needed(told["on"]),
        words=told["words"],
        source=told["source"],
        level=SourceLevel(told["level"]),
    )


def _read(told: Mapping[str, Any]) -> Iterator[Callable[[int], Wanted]]:
    """The recommendations of a reading. A symbol is needed: without one they would have no name to be cited by."""
    follow_up, report = told.get("follow_up") or {}, told.get("next_report") or {}
    targets = list(follow_up.get("targets") or ())
    committee = str(told.get("committee") or "")
    for each in told["recommendations"]:

        def made(number: int, each: Mapping[str, Any] = each) -> Wanted:
            if not told.get("symbol"):
                raise Unfit("symbol", "needed")
            leaf = str(each["id"])
            chosen = any(leaf == target or leaf.startswith(f"{target}(") for target in targets)
            return Wanted(
                number=number,
                stem=str(told["symbol"]),
                leaf=leaf,
                text=str(each["text"]),
                language=str(told.get("language") or "en"),
                sender=_sender(committee),
                heading=str(each.get("heading") or "")[:400],
                committee=committee if committee in book().committees else "",
                state=str(told.get("state") or ""),
                cycle=str(told.get("cycle") or ""),
                symbol=str(told["symbol"]),
                kind=str(each.get("kind") or "recommendation"),
                follow_up=chosen,
                due=_day(follow_up.get("due")) if chosen else None,
                report_due=_day(report.get("due")),
                position=str(each.get("position") or ""),
                demands=tuple((str(one["id"]), str(one["text"])) for one in each.get("demands") or ()),
            )

        yield made


def _sender(committee: str) -> Sender:
    known = book().committees.get(committee)
    return SENDERS[known.kind] if known is not None else Sender.OTHER


def _several(page: Any, name: str) -> bool:
    return isinstance(page, dict) and bool(page.get(name))


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _needed(told: str) -> date:
    return date.fromisoformat(told)
