"""Tell a course: each call adds one entry, as a desk, a doctor or somebody outside would make it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from qorgau.demo.chance import HOUR, MINUTE, Chance, id_of
from qorgau.demo.country import PlacePlan
from qorgau.demo.course.plan import CustodyPlan
from qorgau.ledger.entry import Correction, CorrectionAct, Happened
from qorgau.recording.drafts import Draft

_WITH_WHEREABOUTS = frozenset({"Delivered", "Admitted", "Placed", "Arrived"})
_BODIES = {"court": "courts", "prosecutor": "duty_prosecutor"}


@dataclass(frozen=True, kw_only=True)
class Sent:
    """An entry, and when this instance got it (seconds since 1970, UTC)."""

    draft: Draft
    received: int


class Telling:
    """One custody as it is told. `place` is where the person is, and whose desk writes."""

    def __init__(self, plan: CustodyPlan) -> None:
        """Begin with nothing told, at the station."""
        self.plan = plan
        self.person = plan.person
        self.place: PlacePlan = plan.station
        self.chance = Chance(plan.seed, "course", plan.label)
        self.sent: list[Sent] = []

    def lapses(self, times: float = 1) -> bool:
        """Whether a duty is neglected here."""
        return self.chance.likely(min(0.95, self.plan.care.lapse * times))

    def tell(
        self,
        kind: str,
        at: int,
        *,
        word: str = "",
        also: Mapping[str, tuple[int, int]] | None = None,
        objects: Mapping[str, str] | None = None,
        personal: Mapping[str, str] | None = None,
        typed: int | None = None,
        account: str = "",
        more: Mapping[str, str | int] | None = None,
        **facts: str | int,
    ) -> Draft:
        """Add an entry about something that happened at that instant.

        word: who says so, the desk of the place unless given; also: other sources and between when
        by them; typed: when it was typed, some minutes after it happened unless given; more: further facts.
        """
        where = self.place
        said_by = word or where.said_by
        typist = account or self._typist(where, said_by)
        desk = typist == f"officer-{where.id}"
        recorded = at + self._typing() if typed is None else typed
        draft = Draft(
            id=id_of(self.plan.seed, self.plan.label, len(self.sent)),
            kind=kind,
            recorded=recorded,
            for_body=self._body(where, said_by),
            by=typist,
            objects={
                "person": (self.person.id,),
                "custody": (self.plan.custody,),
                **({"place": (where.id,)} if kind in _WITH_WHEREABOUTS else {}),
                **{role: (name,) for role, name in (objects or {}).items()},
            },
            happened=_accounts(said_by, at, also or {}),
            facts={
                **_whereabouts(where, kind),
                **({"entered_as": where.said_by} if desk and (also or said_by != where.said_by) else {}),
                **(more or {}),
                **facts,
            },
            personal={self.person.id: personal} if personal else {},
        )
        self.sent.append(Sent(draft=draft, received=self._received(where, recorded)))
        return draft

    def correct(self, wrong: Draft, at: int, why: str, right: Draft) -> Draft:
        """Replace an entry by one that says it right; the wrong one stays in sight."""
        correction = Correction(
            instance=self.plan.instance, entry=wrong.id, act=CorrectionAct.REPLACES, why=why
        )
        name = id_of(self.plan.seed, self.plan.label, len(self.sent))
        draft = replace(right, id=name, recorded=at, corrects=correction)
        self.sent.append(Sent(draft=draft, received=self._received(self.place, at)))
        return draft

    def object(self, role: str, number: int = 1) -> str:
        """The id of a thing of this custody: its first questioning, its second placement."""
        return id_of(self.plan.seed, self.plan.label, role, number)

    def _typing(self) -> int:
        if self.lapses(0.2):
            return self.chance.between(2, 20) * HOUR
        return self.chance.around(5) - MINUTE

    def _received(self, where: PlacePlan, recorded: int) -> int:
        if self.plan.cut is None:
            return recorded
        return self.plan.cut.received(where.id, recorded, self.chance.between(1, 90) * MINUTE)

    def _body(self, where: PlacePlan, said_by: str) -> str:
        if said_by in _BODIES:
            return f"demo-{_BODIES[said_by]}-{where.region}"
        return where.unit or where.body

    def _typist(self, where: PlacePlan, said_by: str) -> str:
        if said_by in _BODIES:
            return f"demo-{said_by}-{where.region}"
        if said_by in ("lawyer", "relative") and self.chance.likely(0.4):
            return f"{said_by}-{self.plan.custody}"
        # What the person says, and most of what others say, is typed at the desk.
        return f"doctor-{where.id}" if said_by in ("doctor", "place_doctor") else f"officer-{where.id}"


def _accounts(said_by: str, at: int, also: Mapping[str, tuple[int, int]]) -> tuple[Happened, ...]:
    own = Happened(said_by=said_by, earliest=at, latest=at)
    others = (Happened(said_by=who, earliest=span[0], latest=span[1]) for who, span in also.items())
    return (own, *others)


def _whereabouts(where: PlacePlan, kind: str) -> dict[str, str]:
    if kind == "Apprehended":
        return {"zone": where.zone, "region": where.region}
    if kind not in _WITH_WHEREABOUTS:
        return {}
    facts = {"zone": where.zone, "region": where.region, "place": where.fact}
    if kind in ("Admitted", "Placed"):
        facts["official_place"] = "yes" if where.official else "no"
    return facts


ENDS = frozenset({"Released", "Died", "Escaped"})
"""Kinds of entries after which nobody is held."""
_AFTERWARDS = frozenset(
    {
        *ENDS, "Registered", "IdentityRecorded", "RegisterFieldRecorded", "PropertyReturned", "RecordingStored",
        "RecordingDestroyed", "DeathReported", "RelativeToldOfDeath", "DeathInvestigationOpened", "BreachAnswered",
    }
)  # fmt: skip


def until_the_end(sent: list[Sent]) -> tuple[Sent, ...]:
    """Leave out what could only happen to somebody still held: the release came first."""
    set_aside = {each.draft.corrects.entry for each in sent if each.draft.corrects}
    ends = [
        each.draft.happened[0].earliest
        for each in sent
        if each.draft.kind in ENDS and each.draft.id not in set_aside
    ]
    if not ends:
        return tuple(sent)
    return tuple(
        each
        for each in sent
        if each.draft.kind in _AFTERWARDS or min(h.earliest for h in each.draft.happened) <= min(ends)
    )
