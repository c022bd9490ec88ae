"""What the law looks like as evidence: an answer with its versions, and a finding with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qorgau.lawbook.articles import InLine, InLineAnswer
from qorgau.lawbook.law_findings import Status
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Confirmed


@dataclass(frozen=True, kw_only=True)
class VersionAnswer:
    """One version of an article, and whether it was in line. before: the first day of the next; met, missing: elements."""

    since: date
    before: date | None
    in_force: bool
    changed: Text
    law: str
    source: str
    confirmed: Confirmed
    answer: InLineAnswer
    met: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LawAnswer:
    """Whether an article is in line with a standard on a day; yet: the answer as a sentence; versions: the newest first."""

    article: str
    title: Text
    number: str
    standard: str
    standard_title: Text
    answer: InLine
    on: date
    yet: Text
    versions: tuple[VersionAnswer, ...]


@dataclass(frozen=True, kw_only=True)
class FindingShown:
    """A finding about the law itself.

    cited: the articles as the sources cite them; articles: those whose versions are held here; named: the catalogue
    names it for this recommendation; safeguards: tied duties that watch what happens in the meantime.
    """

    finding: str
    title: Text
    law: Text
    standard: Text
    cited: tuple[str, ...]
    sources: tuple[str, ...]
    since: date
    until: date | None
    status: Status
    stands: bool
    confirmed: Confirmed
    disputed_by: tuple[Text, ...]
    named: bool
    safeguards: tuple[str, ...]
    safeguard_titles: tuple[Text, ...]
    articles: tuple[str, ...]
    note: str
