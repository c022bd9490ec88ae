"""What the command `complaints` shows, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qorgau.complaints.api import answers, listed

_NONE = "-"


def inbox_lines(found: listed.InboxAnswer) -> Iterator[str]:
    """One line a complaint, and how many there are."""
    for each in found.complaints:
        due = each.next_due or ""
        body = each.body or each.to_body
        yield f"{due:<20}  {each.complaint}  {each.age_days:>5} d  {each.status:<12}  {each.about or _NONE:<13}  {body}"
    yield f"{found.total} in all, page {found.page} of {found.pages}"


def case_lines(found: answers.CaseAnswer) -> Iterator[str]:
    """The case: what it is, what happened, who is named, what runs, what is missing."""
    yield f"{found.complaint}  {found.status}  {found.about or _NONE}  {found.body or found.to_body}  {found.age_days} d"
    for each in found.entries:
        at = each.happened[0].earliest if each.happened else each.recorded
        said = " ".join(f"{name}={value}" for name, value in each.facts.items())
        yield f"{at}  {each.title}  {said}".rstrip()
    yield from map(officer_line, found.officers)
    for run in found.runs:
        yield from run_lines(run)
    for clock in found.clocks:
        yield f"{clock.state:<9} {clock.due.latest if clock.due else '':<20}  {clock.title} ({clock.basis}; {clock.source})"
    for gap in found.gaps:
        yield f"{'[x]' if gap.done else '[ ]'} {gap.title}{': ' + gap.why_not if gap.why_not else ''}"


def officer_line(each: answers.CaseOfficerShown) -> str:
    """Allegation, finding, recommended and imposed penalty: four answers, each by itself."""
    return f"officer {each.id}  {each.name or _NONE}  {parts(each.allegation, findings(each.charges), each.recommended, each.imposed)}"


def findings(charges: Iterable[answers.ChargeShown]) -> str:
    """Every finding, and what is pending, in order."""
    return ",".join(each.finding or each.state for each in charges)


def parts(allegation: str, finding: str, recommended: str, imposed: str) -> str:
    """The four answers, "-" where there is none."""
    return (
        f"alleged={allegation or _NONE} found={finding or _NONE} "
        f"recommended={recommended or _NONE} imposed={imposed or _NONE}"
    )


def run_lines(run: answers.RunAnswer) -> Iterator[str]:
    """A procedure: where it stands, what may follow, what runs out."""
    yield f"run {run.id}  {run.procedure}  {run.stage}  ({run.stage_title})"
    for move in run.open_moves:
        yield f"  {'*' if move.yours else ' '} {move.id}  {move.title}"
    for clock in run.clocks:
        yield f"    {clock.due or clock.word}  {clock.move} ({clock.basis}; {clock.source})"


def officer_lines(found: listed.OfficerAnswer) -> Iterator[str]:
    """An officer across cases; neither an allegation nor a finding is guilt."""
    yield f"{found.officer}  {found.name or _NONE}  alleged in {found.alleged}, found in {found.found}"
    for served in found.services:
        yield f"  served {served.body}  {served.since}…{served.until}"
    for each in found.cases:
        if each.readable:
            said = parts(each.allegation, findings(each.charges), each.recommended, each.imposed)
            yield f"  {each.complaint}  {each.status}  {said}"
        else:
            yield "  a case beyond your reach"


def oversight_lines(found: listed.OversightAnswer) -> Iterator[str]:
    """One line a body, and the sums."""
    for each in found.bodies:
        states = " ".join(f"{word}={count}" for word, count in each.by_status.items())
        yield (
            f"{each.body}  {each.complaints} ({each.open} open)  oldest {each.oldest_days} d  "
            f"median {each.median_days} d  breaches {each.breaches}  {states}"
        )
    sums = found.tally
    yield (
        f"{sums.complaints} complaints: {sums.unregistered} unregistered, {sums.sent_back} sent back, "
        f"{sums.refused_by_court} refused by courts, {sums.unknown} unknown"
    )


def hearing_lines(found: listed.CalendarAnswer) -> Iterator[str]:
    """One line a hearing."""
    for each in found.hearings:
        yield f"{each.set_for}  {each.body}  {each.complaint}  {'held ' + each.heard if each.heard else ''}".rstrip()


def act_lines(done: answers.CaseActAnswer) -> Iterator[str]:
    """What an act recorded: the complaint, what it made, what is marked, the promise of its first entry."""
    yield f"complaint {done.complaint}"
    for role, made in done.made.items():
        yield f"{role} {made}"
    yield f"{len(done.entries)} entries"
    for mark in done.marks:
        yield f"! {mark.text} ({mark.basis}; {mark.source})"
    yield done.entries[0].promise
