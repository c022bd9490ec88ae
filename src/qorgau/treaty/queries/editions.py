"""With which names, day and limit a draft becomes a report."""

from __future__ import annotations

from qorgau.custody.document.copying import is_synthetic
from qorgau.lawbook.committees import WordLimit
from qorgau.treaty.seats import book, country, today
from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.composing import Composed, compose
from qorgau.treaty.writing.edition import Edition
from qorgau.wording import in_language, state_name


def composed(writing: Writing, *, version: int, at: int, issued: bool = False) -> Composed:
    """The report of a draft as it stood at an instant (seconds since 1970, UTC)."""
    return compose(writing, _edition(writing, version=version, at=at, issued=issued))


def limit_for(writing: Writing) -> WordLimit | None:
    """The committee's limit for this kind of report, if any is known."""
    committee = book().committees.get(writing.committee)
    return committee.word_limit(writing.kind.document_kind.value) if committee else None


def _edition(writing: Writing, *, version: int, at: int, issued: bool) -> Edition:
    committee = book().committees.get(writing.committee)
    language = writing.language
    return Edition(
        committee=in_language(committee.name, language) if committee else writing.committee,
        treaty=in_language(committee.treaty, language) if committee and committee.treaty else "",
        state=state_name(writing.state, language),
        dated=at,
        dated_on=today(country(), at).isoformat(),
        version=version,
        issued=issued,
        limit=limit_for(writing),
        synthetic=is_synthetic(),
    )
