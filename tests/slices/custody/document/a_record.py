"""A custody record to print: a child apprehended at night, told by two words, with a correction and a breach."""

from dataclasses import dataclass, replace
from datetime import datetime

from qorgau.clock import Interval, Zone, zone_named
from qorgau.custody.document.contents import Audience, Copy, Names
from qorgau.custody.facts.law import law
from qorgau.custody.facts.record import (
    Answer,
    CustodyRecord,
    Identity,
    Missing,
    Opening,
    RegisterField,
    ShownEntry,
    ShownVerdict,
    Whereabouts,
)
from qorgau.custody.facts.register import field_title
from qorgau.lawbook import Language
from qorgau.ledger.entry import Correction, CorrectionAct, Happened
from qorgau.safeguards import Entry, History, assess

ZONE = zone_named("Asia/Almaty")
CUSTODY = "cst-7f3a90c2"
PLACE, CELL, BODY = "plc-01", "cell-04", "unit-09"


def at(local: str, zone: Zone = ZONE) -> int:
    """The instant at which the place's clocks show this."""
    return zone.instants_of(datetime.fromisoformat(local))[0]


def entry(
    number: int,
    kind: str,
    when: str | None,
    *,
    by: str = "police_entry",
    facts: dict | None = None,
    **more: object,
) -> ShownEntry:
    """One entry, typed ten minutes after it happened unless said otherwise."""
    happened = (Happened(said_by=by, earliest=at(when), latest=at(when)),) if when else ()
    recorded = (
        at(str(more.pop("typed")))
        if "typed" in more
        else (at(when) + 600 if when else at("2026-11-21T08:00"))
    )
    plain: dict = {
        "id": f"e{number:02}",
        "kind": kind,
        "title": law().book.kinds[kind].title,
        "group": "arrival",
        "happened": happened,
        "recorded": recorded,
        "received": recorded,
        "by": "acc-1",
        "body": BODY,
        "own_word": "police_entry",
        "facts": facts or {},
        "personal": {},
        "objects": {"custody": (CUSTODY,)},
        "counts": True,
    }
    return ShownEntry(**{**plain, **more})


def entries(name: str) -> tuple[ShownEntry, ...]:
    two_words = (
        Happened(said_by="police_entry", earliest=at("2026-11-21T02:10"), latest=at("2026-11-21T02:10")),
        Happened(said_by="person", earliest=at("2026-11-21T00:30"), latest=at("2026-11-21T01:00")),
    )
    return (
        entry(
            1, "Apprehended", "2026-11-21T02:10", happened=two_words,
            facts={"ground": "criminal", "video_recorded": "no"},
            personal={"where": "Жастар саябағы, шығыс қақпа", "officers": "1-патруль экипажы"},
        ),
        entry(2, "Delivered", "2026-11-21T02:55", objects={"custody": (CUSTODY,), "place": (PLACE,)}),
        entry(3, "Registered", "2026-11-21T03:20", facts={"exact_time": "yes"}),
        entry(4, "IdentityRecorded", "2026-11-21T03:20", personal={"family_name": name, "id_number": "000000000000"}),
        entry(
            5, "RegisterFieldRecorded", "2026-11-21T03:25",
            facts={"field": "ordering_authority"}, personal={"ordered_by": "Аға тергеуші"},
        ),
        entry(
            6, "RightsExplained", "2026-11-21T03:30", facts={"language": "ug", "understood": "yes", "rights_card": "yes"}
        ),
        entry(
            7, "ParentTold", "2026-11-21T04:00", counts=False, corrected_by=("e10",), personal={"contact": "+7 700"},
        ),
        entry(8, "QuestioningBegan", "2026-11-21T05:10", facts={"parent_present": "no", "lawyer_present": "no"}),
        entry(
            9, "LawyerMet", "2026-11-21T09:40", typed="2026-11-21T15:00", late_by=19_200, by="lawyer",
            own_word="lawyer",
        ),
        entry(
            10, "ParentTold", "2026-11-21T10:15", typed="2026-11-21T16:00",
            corrects=Correction(
                instance="desk.example", entry="e07", act=CorrectionAct.REPLACES, why="Нөмір қате терілген"
            ),
        ),
        entry(
            11, "MedicallyExamined", "2026-11-21T11:00", by="place_doctor",
            facts={"officer_in_sight": "no", "injuries_found": "yes"}, personal={"medical": "Сол жақ иықта көгеру"},
        ),
        entry(12, "NotToBeFoundBy", None, personal={"name": "Жасырын Тілек"}),
        entry(13, "HearingRequested", "2026-11-21T12:00", by="lawyer", own_word="lawyer"),
    )  # fmt: skip


def verdicts(
    listed: tuple[ShownEntry, ...], as_of: int, *, word_of: str | None = None
) -> tuple[ShownVerdict, ...]:
    """What the law says to these entries; with word_of, by that source's times where words differ."""
    rules = law().rules["custody"]
    known = [
        Entry(
            each.id, seq, each.kind, Interval(told.earliest, told.latest), by=told.said_by,
            facts={name: str(value) for name, value in each.facts.items()}, objects={"custody": (CUSTODY,)},
        )
        for seq, each in enumerate(listed)
        if each.counts
        for told in each.happened
    ]  # fmt: skip
    history = History.of(known, zone=ZONE, subject=CUSTODY, attributes={"age": "16"})
    found = assess(history, rules, lawbook=law().book, as_of=as_of, word_of=word_of)
    return tuple(
        ShownVerdict(safeguard=law().safeguard(each.safeguard), subject_role="custody", verdict=each)
        for each in found
    )


def register() -> tuple[RegisterField, ...]:
    when = at("2026-11-21T03:25")
    filled = {"a": "identity", "b": "deprivation", "c": "ordering_authority", "e": "admission"}
    gaps = {"d": "supervising_authority", "f": "health"}
    lines = [
        RegisterField(
            letter=letter, title=field_title(word), needed=(word,), filled={word: when}, gaps=(), adds=()
        )
        for letter, word in filled.items()
    ] + [
        RegisterField(
            letter=letter, title=field_title(word), needed=(word,), filled={}, gaps=(word,), adds=()
        )
        for letter, word in gaps.items()
    ]
    due = RegisterField(letter="g", title=field_title("death"), needed=(), filled={}, gaps=(), adds=())
    return tuple(
        sorted([*lines, due, replace(due, letter="h", title=field_title("release"))], key=lambda r: r.letter)
    )


@dataclass(frozen=True)
class Story:
    """What a test may change of the record."""

    name: str = "Сынақбаев Үлгі"
    as_of: str = "2026-11-22T08:00"


def a_record(story: Story | None = None) -> CustodyRecord:
    story = story or Story()
    listed, as_of = entries(story.name), at(story.as_of)
    return CustodyRecord(
        custody=CUSTODY,
        as_of=as_of,
        known_at=as_of,
        zone=ZONE,
        law_hash="0" * 16,
        identity=Identity(
            person="prs-1", name=story.name, family_name=story.name, given_name="", patronymic="",
            born_on="2010-03-14", name_status="given", age=16, gender="male", is_child=True, age_is_known=True,
            foreign_national="no",
        ),
        whereabouts=Whereabouts(
            status="held", since=at("2026-11-21T02:55"), place=PLACE, cell=CELL, region="almaty", destination="",
            in_hospital=False,
        ),
        ground="criminal",
        body=BODY,
        apprehended=listed[0].happened,
        entries=listed,
        verdicts=verdicts(listed, as_of),
        clocks=(),
        by_word={word: verdicts(listed, as_of, word_of=word) for word in ("person", "police_entry")},
        waiting=(),
        missing=(Missing(who="judge", adds="HearingHeld", asked_at=at("2026-11-21T12:00")),),
        register=register(),
        stays=(),
        parties=(),
        openings=(
            Opening(
                entry_id="o1", account="acc-2", body=BODY, looked_as="duty_prosecutor", because="supervision",
                at=at("2026-11-21T14:00"),
            ),
        ),
        answers=(
            Answer(
                entry_id="a1", safeguard="kz/child_questioned_with_parent", basis="national_law", outcome="referred",
                reason="Прокурорға жолданды", by="acc-1", at=at("2026-11-21T17:00"),
            ),
        ),
        may_add=frozenset(),
    )  # fmt: skip


NAMES = Names(
    places={
        PLACE: {
            Language.EN: "Police station 9",
            Language.RU: "Отдел полиции № 9",
            Language.KK: "№ 9 полиция бөлімі",
        }
    },
    cells={CELL: "4"},
    bodies={BODY: {Language.EN: "Night shift", Language.RU: "Ночная смена", Language.KK: "Түнгі ауысым"}},
    accounts={"acc-1": "Кезекші А.", "acc-2": "Прокурор Б."},
)


def a_copy(
    *,
    language: Language = Language.KK,
    audience: Audience = Audience.LAWYER,
    story: Story | None = None,
    receipt: str = "",
    synthetic: bool = False,
) -> Copy:
    return Copy(
        record=a_record(story), names=NAMES, audience=audience, language=language, instance="desk.example",
        receipt=receipt, synthetic=synthetic,
    )  # fmt: skip
