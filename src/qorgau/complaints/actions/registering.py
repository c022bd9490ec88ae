"""A complaint is typed in, or taken up without one; it is in the register by the very same act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.access.roles import Role
from qorgau.complaints.actions.at_hand import checked_texts, checked_when, checked_word
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.stating import checked_body, checked_day, officer_drafts, particulars_facts
from qorgau.complaints.entries import (
    ALLEGED,
    COMPLAINT,
    CONSENTED,
    LODGED,
    PERSON,
    REGISTERED,
    Known,
    Naming,
    Way,
)
from qorgau.complaints.facts.keeping import keeper_of, victim_of
from qorgau.complaints.facts.register import institution, keeps_the_register
from qorgau.complaints.models import ComplaintRow
from qorgau.complaints.offered import Complainant, Consents, NewComplaint
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.actions.at_hand import checked_act, made_id
from qorgau.custody.times import When
from qorgau.ledger.plain_values import IDENTIFIER
from qorgau.places import queries as places
from qorgau.places.models import PlaceRow
from qorgau.recording.drafts import Draft
from qorgau.recording.history import history
from qorgau.recording.record import EntryConflict, record

EX_OFFICIO = frozenset({
    Role.DUTY_PROSECUTOR, Role.COURT_REGISTRY, Role.DOCTOR, Role.COMPLAINTS_OFFICER, Role.NPM_MEMBER,
})  # fmt: skip
"""Who takes up a case without a complaint: a prosecutor, a judge, a doctor who saw signs."""

FOLLOWS = frozenset({Role.NGO_WORKER, Role.NPM_MEMBER, Role.LAWYER})
"""Who follows a case without registering it; a body of the State would so check it without registration."""

SAID_BY = {
    Way.PAPER: "person", Way.ORAL: "person", Way.LETTER: "person", Way.PHONE: "person",
}  # fmt: skip
"""By whose word it stands: the person's, however it was written down."""

ADDRESSEES = ("court", "prosecutor", "ombudsperson", "npm", "other")
_BEHALF = ("self", "other")


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A complaint on its way in."""

    actor: Actor
    new: NewComplaint
    act: str
    now: int

    @property
    def complaint(self) -> str:
        """The complaint's id: the same for the same act."""
        return made_id(self.act, COMPLAINT)

    @property
    def happened(self) -> When:
        """When it was made, by the person's own word where they made it."""
        told = checked_when(self.new.happened, now=self.now)
        said_by = told.said_by or SAID_BY.get(self.new.way, self.actor.said_by)
        return When(earliest=told.earliest, latest=told.latest, said_by=said_by)

    def draft(
        self,
        kind: str,
        *,
        part: str,
        facts: Mapping[str, str | int],
        personal: Mapping[str, Mapping[str, str]] | None = None,
        happened: When | None = None,
        objects: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Draft:
        """An entry of this act."""
        held = {who: dict(own) for who, own in (personal or {}).items() if own}
        persons = {PERSON: sorted(held)} if held else {}
        return Draft(
            id=made_id(self.act, part),
            kind=kind,
            recorded=self.now,
            by=self.actor.account,
            for_body=self.actor.body,
            objects={COMPLAINT: [self.complaint], **persons, **(objects or {})},
            happened=((happened or When.at(self.now)).told_by(self.actor.said_by),),
            facts={name: value for name, value in facts.items() if value != ""},
            personal=held,
        )


def register_complaint(actor: Actor, new: NewComplaint, *, now: int, act_id: str | None = None) -> Done:
    """Take a complaint in. It is in the register at once: no check comes before it.

    A case that an organisation follows from outside registers nothing for the State; whether the State
    did is an entry of its own. Raises a ComplaintRefusal that names the field.
    """
    require(actor, "complaints.register")
    act = checked_act(act_id)
    coming = Coming(actor=actor, new=new, act=act, now=_first_time(act, now))
    checked_coming(coming)
    drafts = list(drafts_of(coming))
    try:
        answers = record(drafts, received=coming.now)
    except EntryConflict as conflict:
        raise ComplaintRefusal("sent_before") from conflict
    return Done(
        complaint=coming.complaint, entries=tuple(each.id for each in drafts), acknowledgements=answers
    )


def _first_time(act: str, now: int) -> int:
    """When this act first came in, so that sent again it gives the same entries."""
    if not ComplaintRow.objects.filter(pk=made_id(act, COMPLAINT)).exists():
        return now
    entries = history(COMPLAINT, made_id(act, COMPLAINT))
    return next((each.entry.recorded for each in entries if each.entry.id == made_id(act)), now)


def checked_coming(coming: Coming) -> None:
    """Refuse, with the field, what cannot come in like this."""
    new, actor = coming.new, coming.actor
    if new.way is Way.MAILBOX:
        raise ComplaintRefusal("mailbox_is_no_desk", field="way")
    if new.way is Way.EX_OFFICIO and actor.role not in EX_OFFICIO:
        raise ComplaintRefusal("ex_officio_role", field="way")
    if new.outside and actor.role not in FOLLOWS:
        raise ComplaintRefusal("outside_role", field="outside")
    who = new.complainant
    if new.naming is Naming.ANONYMOUS and (who.name or who.contact or who.born_on):
        raise ComplaintRefusal("anonymous_has_a_name", field="naming")
    checked_word(new.on_behalf, _BEHALF, field="on_behalf")
    _check_body(new)
    if new.addressee:
        checked_word(new.addressee, ADDRESSEES, field="addressee")
    checked_day(new.particulars.act_on, field="act_on", now=coming.now)


def _check_body(new: NewComplaint) -> None:
    """Whom it was made to is an institution known here; of a case followed from outside, whatever body it was."""
    if new.outside and IDENTIFIER.fullmatch(new.to_body):
        return
    checked_body(new.to_body, field="to_body")


def drafts_of(coming: Coming) -> Iterator[Draft]:
    """The entries of a complaint that comes in: lodged, registered, stated, named."""
    yield coming.draft(
        LODGED, part="", facts=_facts(coming), personal=_personal(coming), happened=coming.happened
    )
    if _registers(coming):
        yield coming.draft(REGISTERED, part="registered", facts={"number": coming.new.number})
    if coming.new.particulars.allegation:
        facts = particulars_facts(coming.new.particulars)
        yield coming.draft(ALLEGED, part="alleged", facts=facts, happened=coming.happened)
    for number, officer in enumerate(coming.new.particulars.officers):
        yield from officer_drafts(
            coming.draft,
            officer,
            actor=coming.actor,
            act=coming.act,
            part=f"officer/{number}",
            now=coming.now,
        )
    yield from _consent_drafts(coming)


def _registers(coming: Coming) -> bool:
    """Whether this act enters it in the State's register: made here, to a body that keeps it."""
    return not coming.new.outside and keeps_the_register(institution(coming.new.to_body))


def _facts(coming: Coming) -> dict[str, str | int]:
    new = coming.new
    return {
        "way": new.way.value,
        "naming": new.naming.value,
        "on_behalf": new.on_behalf,
        "person_knows": new.person_knows.value if new.on_behalf == "other" else "",
        "under_guardianship": _if_known(new.under_guardianship),
        "letter_opened": new.letter_opened.value if new.way is Way.LETTER else "",
        "addressee": new.addressee,
        "outside": "yes" if new.outside else "",
        "lodged_with": new.to_body,
        **_where(coming),
        **particulars_facts(new.particulars),
    }


def _if_known(answer: Known) -> str:
    return "" if answer is Known.UNKNOWN else answer.value


def _where(coming: Coming) -> dict[str, str]:
    """The zone, region and kind of the place, where it is one of the inventory."""
    place = coming.new.particulars.place
    row = PlaceRow.objects.filter(pk=place).first() if place else None
    if row is None:
        return {}
    return {
        "zone": places.zone_of(place).name,
        "region": coming.new.particulars.region or row.region,
        "place_type": coming.new.particulars.place_type or row.kind,
    }


def _personal(coming: Coming) -> dict[str, dict[str, str]]:
    """The complainant's under the complaint's own key; the victim's, if somebody else, under another."""
    new, complaint = coming.new, coming.complaint
    own = _told_of(new.complainant)
    if new.victim is None:
        return {keeper_of(complaint): checked_texts({**own, "narrative": new.narrative})}
    theirs = _told_of(new.victim)
    return {
        keeper_of(complaint): checked_texts({**own, "narrative": new.narrative}),
        victim_of(complaint): checked_texts(theirs),
    }


def _told_of(who: Complainant) -> dict[str, str]:
    return {
        "name": who.name,
        "born_on": who.born_on,
        "contact": who.contact,
        "contact_safe": who.contact_safe,
        "custody": who.custody,
    }


def _consent_drafts(coming: Coming) -> Iterator[Draft]:
    asked: Consents | None = coming.new.consents
    if asked is None:
        return
    for to in ("examine", "photograph", "disclose"):
        yield coming.draft(
            CONSENTED,
            part=f"consent/{to}",
            facts={
                "consent_to": to,
                "consent": getattr(asked, to).value,
                "told_beforehand": asked.told_beforehand.value,
            },
        )
