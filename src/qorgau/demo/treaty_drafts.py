"""Reports of the demo: the council's draft with figures from the record, one that was issued and is mended, and the coalition's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qorgau.access.actor import Actor
from qorgau.demo import treaty_words as words
from qorgau.demo.treaty_documents import CATALOGUE
from qorgau.demo.treaty_people import COALITION, COUNCIL, COUNCIL_SECOND
from qorgau.demo.treaty_telling import CycleTelling
from qorgau.lawbook import Language
from qorgau.treaty.actions.issuing import issue_draft
from qorgau.treaty.actions.revising import correct_issued
from qorgau.treaty.actions.writing import insert, new_draft, save_block
from qorgau.treaty.queries.drafts import draft
from qorgau.treaty.queries.inserting import offered
from qorgau.treaty.writing.figures import Origin
from qorgau.treaty.writing.kinds import ReportKind

_ASKED = ("14(a)", "24(a)", "28", "44")
_WRITTEN, _ISSUED, _MISTAKE_SEEN = 41, 40, 16
"""How many days ago the report that is mended was written, issued and found to be mistaken."""
Step = Callable[[str, int, int], int]
"""From a draft's id, its version and the moment to the next version."""


def write_drafts(told: CycleTelling) -> None:
    """Put figures in and write the first words of two; issue one of an earlier day by a second person, and mend it."""
    _issued_and_mended(told)
    state = [_text(COUNCIL, "introduction", words.INTRODUCTION)]
    state += [_counted(COUNCIL, block) for block in _ASKED]
    state += [_text(COUNCIL, "14(a)", words.ANSWER)]
    _written(
        _begun(COUNCIL, ReportKind.FOLLOW_UP, Language.EN, now=told.until), COUNCIL, state, now=told.until
    )
    beside = _begun(COALITION, ReportKind.ALTERNATIVE, Language.EN, now=told.until)
    _written(beside, COALITION, [_text(COALITION, "introduction", words.BESIDE)], now=told.until)


def _issued_and_mended(told: CycleTelling) -> None:
    """Whoever wrote it leaves the issuing to the second secretary; what is wrong in it is told in a new draft."""
    report = _begun(COUNCIL, ReportKind.FOLLOW_UP, Language.RU, now=told.ago(_WRITTEN))
    steps = [_text(COUNCIL, "introduction", words.ISSUED), *(_counted(COUNCIL, block) for block in _ASKED)]
    steps.append(_text(COUNCIL, "14(a)", words.MISTAKEN))
    _written(report, COUNCIL, steps, now=told.ago(_WRITTEN))
    version, at = draft(COUNCIL, report).version, told.ago(_ISSUED)
    issue_draft(COUNCIL_SECOND, report, base=version, now=at, act_id="demo/treaty/issued")
    mended = correct_issued(COUNCIL, report, now=told.ago(_MISTAKE_SEEN), act_id="demo/treaty/mended")
    _written(mended, COUNCIL, [_text(COUNCIL, "14(a)", words.MENDED)], now=told.ago(_MISTAKE_SEEN))


def _begun(actor: Actor, kind: ReportKind, language: Language, *, now: int) -> str:
    """A draft on what the Committee recommended; the same one in every run."""
    own = "" if language is Language.EN else f"-{language.value}"
    key = f"demo/treaty/draft-{kind.value}{own}"
    return new_draft(actor, kind, CATALOGUE, language, now=now, act_id=key, fill=False)


def _written(made: str, actor: Actor, steps: Sequence[Step], *, now: int) -> None:
    """Write it; a draft that people went on with is theirs."""
    version = draft(actor, made).version
    if version == 1:
        for step in steps:
            version = step(made, version, now)


def _text(actor: Actor, block: str, text: str) -> Step:
    return lambda made, base, now: save_block(actor, made, block, text, base=base, now=now)


def _counted(actor: Actor, block: str) -> Step:
    """Put in all that the record tells of the draft's years."""

    def put_in(made: str, base: int, now: int) -> int:
        found = offered(actor, made, block, now=now)
        return insert(
            actor,
            made,
            block,
            evidence=[each.id for each in found.evidence],
            figures=[each.id for each in found.figures if each.origin is Origin.RECORD],
            base=base,
            now=now,
        )

    return put_in
