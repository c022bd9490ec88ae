"""What programs send about complaints: shapes that refuse what nobody asked for."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from qorgau.complaints.entries import About, Known, Naming, Way
from qorgau.custody.api.given import Id, Line, When, Whole, Word, Words

SHAPE = ConfigDict(extra="forbid")
Day = Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$", description="A civil day.")]
Fingerprint = Annotated[str, Field(pattern=r"^([0-9a-fA-F]{64})?$", description="SHA-256, in hexadecimal.")]
ProcedureId = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}/[a-z0-9_]{1,100}$")]
MaybeId = Annotated[str, Field(pattern=r"^([A-Za-z0-9][A-Za-z0-9._:@/-]{0,127})?$")]
Facts = Annotated[dict[Word, Line | Whole], Field(max_length=50)]


class ComplainantGiven(BaseModel):
    """Who complains, or whom it was done to; all of it is encrypted under a key of their own."""

    model_config = SHAPE

    name: Line = ""
    born_on: Day = ""
    contact: Line = ""
    contact_safe: Line = Field("", description="When and how it is safe to reach them.")
    custody: MaybeId = ""


class OfficerGiven(BaseModel):
    """An officer as somebody names or describes them; `officer` is the id of one already known."""

    model_config = SHAPE

    officer: MaybeId = ""
    name: Line = ""
    rank: Line = ""
    described_as: Words = ""
    body: MaybeId = ""
    since: Day = ""
    until: Day = ""
    named_by: Word = "victim"
    allegation: Word = ""


class ParticularsGiven(BaseModel):
    """What a complaint says, in codes."""

    model_config = SHAPE

    about: About | None = None
    allegation: Word = ""
    act_on: Day = ""
    place: MaybeId = ""
    place_type: Word = ""
    region: Word = ""
    accused_body: MaybeId = ""


class StatedGiven(ParticularsGiven):
    """The same with the officers, as the body found them after opening what came sealed."""

    officers: list[OfficerGiven] = Field([], max_length=50)
    plain_agrees: Known = Field(Known.UNKNOWN, description="Whether the plaintext fits the commitment.")


class ConsentsGiven(BaseModel):
    """A doctor's three questions, each asked apart."""

    model_config = SHAPE

    examine: Known = Known.UNKNOWN
    photograph: Known = Known.UNKNOWN
    disclose: Known = Known.UNKNOWN
    told_beforehand: Known = Known.UNKNOWN


class ComplaintGiven(BaseModel):
    """A complaint typed in by somebody, or taken up without one."""

    model_config = SHAPE

    way: Way
    to_body: Id
    happened: When | None = None
    naming: Naming = Naming.CONFIDENTIAL
    on_behalf: Word = "self"
    person_knows: Known = Known.UNKNOWN
    under_guardianship: Known = Known.UNKNOWN
    complainant: ComplainantGiven = Field(default_factory=lambda: ComplainantGiven.model_validate({}))
    victim: ComplainantGiven | None = None
    narrative: Words = ""
    particulars: StatedGiven = Field(default_factory=lambda: StatedGiven.model_validate({}))
    letter_opened: Known = Known.UNKNOWN
    addressee: Word = ""
    consents: ConsentsGiven | None = None
    outside: bool = Field(False, description="Made elsewhere and only followed here.")


class ReasonsGiven(BaseModel):
    """Reasons, encrypted under the complaint's own key."""

    model_config = SHAPE

    reasons: Words = ""


class HappenedGiven(BaseModel):
    """When it happened; now, where nothing is said."""

    model_config = SHAPE

    happened: When | None = None


class HappenedReasonsGiven(HappenedGiven):
    """When, and why."""

    reasons: Words = ""


class ForwardGiven(HappenedReasonsGiven):
    """To which body it goes on."""

    body: Id


class SentBackGiven(HappenedGiven):
    """To which body it was sent for a check."""

    body: Id


class CourtGiven(HappenedGiven):
    """Which court refused it."""

    court: Id


class NumberGiven(HappenedGiven):
    """Under which number the State registered it."""

    number: Line = ""


class ToldGiven(HappenedReasonsGiven):
    """What a body did in a case that is followed from outside."""

    kind: Annotated[str, Field(pattern=r"^[A-Za-z]{1,64}$")]
    body: MaybeId = ""
    facts: dict[Word, Line] = Field({}, max_length=50)


class AssignGiven(ReasonsGiven):
    """The body that is to have the case."""

    body: Id


class RecusalGiven(ReasonsGiven):
    """Who steps aside: the actor, or the account that is named."""

    because: Word
    account: MaybeId = ""


class HandOverGiven(ReasonsGiven):
    """To which colleague the case goes, and from whom, if not from the actor."""

    to_account: Id
    from_account: MaybeId = ""


class RunGiven(HappenedGiven):
    """A procedure that begins; `reviews` is the decision that an appeal is against."""

    procedure: ProcedureId
    reviews: MaybeId = ""
    body: MaybeId = ""


class MoveGiven(HappenedReasonsGiven):
    """A move of a procedure; `why_not` says of each condition why it was not done."""

    move: Word
    ground: Word = ""
    why_not: dict[Word, Words] = Field({}, max_length=50)
    facts: Facts = {}
    body: MaybeId = Field("", description="The party or body that makes it, where it is not one's own.")
    officers: list[Id] = Field([], max_length=50)
    decision: MaybeId = ""


class ExtensionGiven(BaseModel):
    """A term made longer, to the end of a day, with reasons."""

    model_config = SHAPE

    move: Word
    until: Day
    reasons: Words


class ServiceGiven(BaseModel):
    """Where an officer served, from one day up to but not including another; `until` left out: still."""

    model_config = SHAPE

    body: Id
    since: Day
    until: Day = ""


class FindingGiven(ReasonsGiven):
    """What was found about an officer."""

    finding: Word


class PenaltyGiven(ReasonsGiven):
    """A penalty that a committee recommends."""

    penalty: Word


class ImposedGiven(PenaltyGiven):
    """A penalty that is imposed."""

    final: bool = False


class EvidenceGiven(HappenedGiven):
    """A piece of evidence taken into keeping."""

    kind: Word
    sha256: Fingerprint = ""
    size: Annotated[int, Field(strict=True, ge=0, le=10**15)] = 0
    held_by: MaybeId = ""
    description: Words = ""
    sealed_copy: Fingerprint = ""


class EvidenceMovedGiven(HappenedReasonsGiven):
    """Evidence handed on; `sha256` as checked then."""

    to_body: Id
    sha256: Fingerprint = ""


class HearingGiven(BaseModel):
    """A hearing set for a time; `hearing` is one that is put off to it."""

    model_config = SHAPE

    set_for: When
    run: MaybeId = ""
    hearing: MaybeId = ""


class HeardGiven(HappenedGiven):
    """A hearing that was held."""

    victim_present: bool


class ServedGiven(HappenedGiven):
    """A decision given to the victim. Without a copy it was shown and not served."""

    copy_given: bool


class ReprisalGiven(HappenedGiven):
    """A reprisal as it was reported; `established`: yes or no, once it is."""

    reasons: Words
    established: Word = ""


class MeasureGiven(ReasonsGiven):
    """A protection measure."""

    measure: Word


class LinkGiven(ReasonsGiven):
    """Another complaint about the same matter."""

    other: Id


class PartyGiven(BaseModel):
    """An account that takes part in the case, and as what."""

    model_config = SHAPE

    account: Id
    part: Word


class ReleaseGiven(ReasonsGiven):
    """To which body who complained is told, and on what ground."""

    to_body: Id
    ground: Word


class NameAsked(BaseModel):
    """An officer's name in whatever letters."""

    model_config = SHAPE

    name: Annotated[Line, Field(min_length=2)]
