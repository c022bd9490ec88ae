"""Two drafts of the demo: the council's follow-up report with figures from the record, and the coalition's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qorgau.access.actor import Actor
from qorgau.demo import treaty_words as words
from qorgau.demo.treaty_documents import CATALOGUE
from qorgau.demo.treaty_people import COALITION, COUNCIL
from qorgau.demo.treaty_telling import CycleTelling
from qorgau.lawbook import Language
from qorgau.treaty.actions.writing import insert, new_draft, save_block
from qorgau.treaty.evidence import Period
from qorgau.treaty.queries.drafts import draft
from qorgau.treaty.queries.inserting import offered
from qorgau.treaty.writing.figures import Origin
from qorgau.treaty.writing.kinds import ReportKind

_ASKED = ("14(a)", "24(a)", "28", "44")
_CUSTODIES_BEGIN = 45
"""So many days ago most of what the demo's record holds had begun: the year of that day has something to count."""
Step = Callable[[str, int], int]


def write_drafts(told: CycleTelling) -> None:
    """Begin both, put figures in, and write the first words of each."""
    state = [_text(told, COUNCIL, "introduction", words.INTRODUCTION)]
    state += [_counted(told, COUNCIL, block) for block in _ASKED]
    state += [_text(told, COUNCIL, "14(a)", words.ANSWER)]
    _written(told, COUNCIL, ReportKind.FOLLOW_UP, state)
    beside = _text(told, COALITION, "introduction", words.BESIDE)
    _written(told, COALITION, ReportKind.ALTERNATIVE, [beside])


def _written(told: CycleTelling, actor: Actor, kind: ReportKind, steps: Sequence[Step]) -> None:
    key = f"demo/treaty/draft-{kind.value}"
    made = new_draft(actor, kind, CATALOGUE, Language.EN, now=told.until, act_id=key, fill=False)
    version = draft(actor, made).version
    # A draft that people went on with is theirs.
    if version == 1:
        for step in steps:
            version = step(made, version)


def _text(told: CycleTelling, actor: Actor, block: str, text: str) -> Step:
    return lambda made, base: save_block(actor, made, block, text, base=base, now=told.until)


def _counted(told: CycleTelling, actor: Actor, block: str) -> Step:
    """Put in all that the record tells of the year in which most of the demo happens."""
    year = Period.year(told.day(_CUSTODIES_BEGIN).year)

    def put_in(made: str, base: int) -> int:
        found = offered(actor, made, block, now=told.until, period=year)
        return insert(
            actor,
            made,
            block,
            evidence=[each.id for each in found.evidence],
            figures=[each.id for each in found.figures if each.origin is Origin.RECORD],
            base=base,
            now=told.until,
        )

    return put_in
