"""The treaty cycle of the demo: recommendations, who answers for them, the plan, replies, reports of others, drafts."""

from __future__ import annotations

from pathlib import Path

from qorgau.demo.treaty_course import alternatives, assign, plan, reply
from qorgau.demo.treaty_documents import take_documents
from qorgau.demo.treaty_drafts import write_drafts
from qorgau.demo.treaty_telling import CycleTelling


def tell_treaty(*, folder: Path, until: int, now: int) -> None:
    """Tell it into a marked folder; what an earlier run told stays as it is. until, now: seconds since 1970 (UTC)."""
    told = CycleTelling(folder=folder, until=until, now=now)
    with told.in_the_past():
        visits = take_documents(told)
        assign(told, visits)
        plan(told)
        reply(told, visits)
        alternatives(told)
        write_drafts(told)
