"""What the verbs on an instance show, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.actions import Done
from qorgau.treaty.console.printing import clean, shortened, wrapped
from qorgau.treaty.evidence import Evidence
from qorgau.treaty.facts.told import Board, DueLine, Line, RecommendationPage, Reply
from qorgau.treaty.facts.typed_words import typed_in
from qorgau.treaty.queries.bodies_by_name import body_name
from qorgau.treaty.seats import book, country
from qorgau.wording import in_language, say, say_day, say_instant


def board_lines(found: Board, language: Language) -> Iterator[str]:
    """Two lines a recommendation, and how many stand where."""
    for each in found.lines:
        yield from line_lines(each, language)
    counts = ", ".join(
        f"{say(f'treaty.stands_{state}', language)} {count}" for state, count in found.counts.items() if count
    )
    yield f"{found.total} · {found.page}/{found.pages} · {counts}"


def line_lines(each: Line, language: Language) -> Iterator[str]:
    """What it is, where it stands, by when; then what it asks."""
    due = f"{each.due} ({each.days_left:+d})" if each.due and each.days_left is not None else "-"
    marks = "*" if each.follow_up else " "
    yield f"{marks} {each.id}  {say(f'treaty.stands_{each.stands.at}', language)}  {due}  {body_name(each.lead, language) or '-'}"
    yield from wrapped("    ", shortened(each.text, whole=False))


def due_lines(found: Sequence[DueLine], language: Language) -> Iterator[str]:
    """One line for each day: the day, the days left or over, what, and who."""
    for each in found:
        state = f"✓ {each.kept_on}" if each.kept_on else f"{each.days_left:+d}"
        yield from wrapped(
            f"{each.due}  {state:>12}  ",
            f"{in_language(each.title, language)} {body_name(each.body, language)}".strip(),
            rest=" " * 26,
        )
        if each.met_note:
            yield from wrapped(" " * 26, each.met_note, rest=" " * 26)
    yield str(len(found))


def page_lines(page: RecommendationPage, language: Language) -> Iterator[str]:
    """One recommendation: its words, where it stands and why, who answers, plan, replies, others, grades, links."""
    line = page.line
    yield from wrapped("", f"{line.id} · {line.heading}")
    yield from wrapped("  ", line.text, rest="  ")
    stands = f"{say(f'treaty.stands_{line.stands.at}', language)}: {in_language(line.stands.why, language)}"
    yield from wrapped("  ", stands, rest="  ")
    if page.classes.subjects:
        yield from wrapped(
            "  # ", ", ".join((*page.classes.subjects, *page.classes.people, *page.classes.sdg))
        )
    for each in page.responsible:
        until = f" – {each.until}" if each.until else ""
        yield f"  {'◆' if each.leads else '◇'} {body_name(each.body, language)}  {each.since}{until}"
    for action in page.actions:
        said = say("treaty.action_late" if action.is_late else f"treaty.action_{action.state}", language)
        words = typed_in(action.what, language)
        yield from wrapped(f"  {action.due}  {said}  ", f"{words} ({body_name(action.lead, language)})")
    for reply in page.replies:
        yield from _reply(reply, language)
    for one in page.alternatives:
        yield from wrapped(f"  {one.published_on or '-'}  ", f"{one.title} ({body_name(one.body, language)})")
    for judged in page.assessments:
        grade = in_language(judged.grade.title, language)
        yield from wrapped(
            f"  {judged.on}  ", f"{grade} [{judged.grade.code}] {judged.words} — {judged.source}"
        )
    for earlier in page.history:
        grade = f" [{earlier.grade.code}]" if earlier.grade else ""
        yield from wrapped("  ← ", f"{earlier.id}{grade} {shortened(earlier.text, whole=False)}")


def _reply(reply: Reply, language: Language) -> Iterator[str]:
    late = in_language(reply.lateness, language)
    said = f"{say(f'treaty.stage_{reply.stage}', language)}; {late}. {reply.summary or reply.symbol or reply.source}"
    yield from wrapped(f"  {reply.sent_on or '-'}  ", said)


def evidence_lines(found: Evidence, language: Language) -> Iterator[str]:
    """What measures it: verdicts, figures, the law on the day, and what others stated, each side by side."""
    period = found.period
    yield ""
    if found.not_measured:
        said = f"{say('treaty.not_measured', language)}: {in_language(found.not_measured, language)}"
        yield from wrapped("  ! ", said, rest="    ")
    elif found.untied:
        yield from wrapped("  ! ", say("treaty.not_measured_any", language), rest="    ")
    if found.holds_nothing:
        yield from wrapped("  ! ", say("treaty.holds_nothing", language), rest="    ")
    yield f"{say_day(period.from_, language)} – {say_day(period.to, language)}"
    for rule in found.safeguards:
        counts = ", ".join(f"{state} {count}" for state, count in rule.counts.items())
        title = in_language(rule.title, language)
        yield from wrapped("  ", f"{title} ({rule.basis}): {rule.total}; {counts} — {rule.source}")
    for figure in found.figures:
        whole = f" / {figure.of}" if figure.of is not None else ""
        share = f" = {figure.share_percent} %" if figure.share_percent else ""
        moment = "" if figure.period else f" ({say_instant(figure.counted_at, country(), language)})"
        yield from wrapped(
            "  ", f"{in_language(figure.title, language)}: {figure.value}{whole}{share}{moment}"
        )
    for law in found.law:
        title, standard = in_language(law.title, language), in_language(law.standard_title, language)
        yield from wrapped("  § ", f"{title} · {standard}: {law.answer.answer.value} ({law.on})")
        yield from wrapped("    ", in_language(law.yet, language))
        for version in law.versions:
            mark = "*" if version.in_force else " "
            yield from wrapped(
                f"    {mark} {version.since}  ",
                f"{version.answer.value}: {in_language(version.changed, language)} — {version.source}",
            )
    yield from _findings(found, language)
    stated = book().official_figures
    for group in found.official:
        said = "; ".join(
            f"{each.value:g} {_titled(stated.units, each.unit, language)} ({_titled(stated.agencies, each.agency, language)}, {each.on or '-'})"
            for each in group.figures
        )
        mark = "" if group.agree else "≠ "
        yield from wrapped("  ", f"{mark}{in_language(group.title, language)}: {said}")


def _titled(words: Mapping[str, Text], code: str, language: Language) -> str:
    return in_language(words[code], language) if code in words else code


def _findings(found: Evidence, language: Language) -> Iterator[str]:
    for each in found.findings:
        until = f" – {each.until}" if each.until else ""
        status = say(f"treaty.finding_{each.status.value}", language)
        yield from wrapped(
            "  ¶ ", f"{in_language(each.title, language)}: {status} ({each.since}{until})", rest="    "
        )
        yield from wrapped("    ", f"{in_language(each.law, language)} — {'; '.join(each.sources)}")
        if each.safeguards:
            yield from wrapped("    ", ", ".join(each.safeguards))


def taken_lines(taken: dict[str, Any]) -> Iterator[str]:
    """The document, how it was read, and whether it was here before."""
    line = taken["line"]
    yield f"{'+' if taken['is_new'] else '='} {line.id}  {line.stem}  {line.kind}  {line.recommendations}  {clean(line.name)}"


def done_lines(done: Done) -> Iterator[str]:
    """What an act recorded: what it made, how many entries, the promise of its first."""
    yield f"{'+' if done.is_new else '='} {done.made}  {len(done.entries)}"
    if done.note:
        yield from wrapped("  ", done.note)
    if done.acknowledgements:
        yield done.acknowledgements[0].promise
