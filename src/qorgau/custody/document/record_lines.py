"""Who is held, where, since when, on what ground and by whose order: the first lines of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qorgau.custody.document.contents import Copy, Line
from qorgau.custody.document.instants import brief
from qorgau.custody.document.naming import body, cell, fact_value, place, told
from qorgau.custody.facts.record import ShownEntry
from qorgau.wording import say, say_day


def person_lines(copy: Copy) -> tuple[Line, ...]:
    """Who the person is, as last recorded."""
    who = copy.record.identity
    return (
        _line(copy, "name", who.name or _unnamed(copy)),
        _line(copy, "born_on", _day(who.born_on, copy)),
        _line(copy, "age", _age(copy)),
        _line(copy, "gender", fact_value("gender", who.gender, copy.language)),
        _line(
            copy,
            "foreign_national",
            fact_value("foreign_national", who.foreign_national, copy.language),
        ),
    )


def detention_lines(copy: Copy) -> tuple[Line, ...]:
    """Where and since when, by each word that says so; on what ground, by whom and by whose order."""
    record, language = copy.record, copy.language
    apprehended = told(record.apprehended, copy)
    return (
        _whereabouts(copy),
        _line(copy, "apprehended", "\n".join(apprehended)),
        _line(copy, "where", _said(copy, "Apprehended", "where")),
        _line(copy, "by_whom", _said(copy, "Apprehended", "officers")),
        _line(copy, "ground", fact_value("ground", record.ground, language)),
        _line(copy, "ordered_by", _said(copy, "RegisterFieldRecorded", "ordered_by")),
        _line(copy, "supervised_by", _said(copy, "RegisterFieldRecorded", "supervised_by")),
        _line(copy, "body", body(record.body, copy)),
        _line(copy, "registered", _first_time(copy, "Registered")),
        _line(copy, "rights_explained", "\n".join(_rights_explained(copy))),
    )


def _line(copy: Copy, key: str, value: str) -> Line:
    language = copy.language
    return Line(
        label=say(f"custody.paper_{key}", language),
        value=value or say("custody.paper_not_recorded", language),
        is_gap=not value,
    )


def _day(written: str, copy: Copy) -> str:
    """A birthday as people write it; what is no whole day stands as it was typed."""
    try:
        return say_day(date.fromisoformat(written), copy.language)
    except ValueError:
        return written


def _unnamed(copy: Copy) -> str:
    status = copy.record.identity.name_status
    return say(f"custody.paper_name_{status}", copy.language) if status in {"unknown", "refused"} else ""


def _age(copy: Copy) -> str:
    who = copy.record.identity
    if not who.age_is_known or who.age is None:
        return say("custody.paper_age_unknown", copy.language)
    child = f" ({say('custody.paper_child', copy.language)})" if who.is_child else ""
    return f"{who.age}{child}"


def _whereabouts(copy: Copy) -> Line:
    where, language = copy.record.whereabouts, copy.language
    status = say(f"custody.paper_status_{where.status}", language)
    stay = ", ".join(part for part in (place(where.place, copy), cell(where.cell, copy)) if part)
    on_the_way = where.status in {"in_transit", "unconfirmed"}
    left = say("custody.paper_left", language, place=stay) if stay and on_the_way else ""
    to = place(where.destination, copy)
    parts = [
        status if on_the_way or not stay else f"{status}: {stay}",
        left,
        say("custody.paper_on_the_way_to", language, place=to) if to else "",
        say("custody.paper_in_hospital", language) if where.in_hospital else "",
        say("custody.paper_since", language, when=brief(where.since, copy.record.zone, language))
        if where.since is not None
        else "",
    ]
    return Line(
        label=say("custody.paper_whereabouts", language),
        value="\n".join(part for part in parts if part),
        is_gap=where.status == "unconfirmed",
    )


def _standing(copy: Copy, kind: str) -> Iterator[ShownEntry]:
    return (each for each in copy.record.timeline if each.kind == kind and each.counts)


def _said(copy: Copy, kind: str, field: str) -> str:
    """The last word on a personal field; corrections have taken the place of what they corrected."""
    said = [str(each.personal[field]) for each in _standing(copy, kind) if each.personal.get(field)]
    return said[-1] if said else ""


def _first_time(copy: Copy, kind: str) -> str:
    first = next(_standing(copy, kind), None)
    return brief(first.at, copy.record.zone, copy.language) if first else ""


def _rights_explained(copy: Copy) -> Iterator[str]:
    for each in _standing(copy, "RightsExplained"):
        at = brief(each.at, copy.record.zone, copy.language)
        in_what = str(each.facts.get("language", ""))
        known = fact_value("language", in_what, copy.language)
        yield (
            say("custody.paper_explained_in", copy.language, when=at, spoken=known)
            if known
            else say("custody.paper_explained_in_nothing", copy.language, when=at)
        )
