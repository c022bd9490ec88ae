"""`treaty link` on an instance: proposals for one recommendation, two documents side by side, or a person's word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from qorgau.clock.wall import now
from qorgau.lawbook import Language
from qorgau.treaty.console.answering import told
from qorgau.treaty.console.desk_commands import on_the_desk
from qorgau.treaty.console.printing import shortened, wrapped
from qorgau.treaty.facts.told import LinkLine
from qorgau.wording import knows, say


def linked_on_the_desk(
    names: Sequence[str],
    account: str,
    *,
    judge: str | None,
    reason: str,
    most: int,
    by_meaning: bool,
    as_json: bool,
    lang: str,
) -> None:
    """What the names ask for: an id alone, two documents, or with --judge two ids."""
    if len(names) > 2 or (judge and len(names) != 2):
        raise click.UsageError("name one recommendation, two documents, or with --judge two recommendations.")
    with on_the_desk(account, lang) as actor:
        from qorgau.treaty import actions, queries
        from qorgau.treaty.console.desk_lines import done_lines
        from qorgau.treaty.console.linking import meaning_model
        from qorgau.treaty.facts.words import Judgement

        if judge:
            left, right = names
            done = actions.judge_link(actor, left, right, Judgement(judge), reason=reason, now=now())
            told(done, done_lines(done), as_json=as_json)
            return
        embed = meaning_model(actor.language) if by_meaning else None
        if len(names) == 1:
            found = queries.proposals(actor, names[0], most=most, embed=embed)
        else:
            found = queries.side_by_side(actor, names[0], names[1], as_of=now(), embed=embed).links
        told(found, link_lines(found, actor.language), as_json=as_json)


def link_lines(found: Sequence[LinkLine], language: Language) -> Iterator[str]:
    """One link after another: judged by a person, or proposed with its rank and lead."""
    if not found:
        yield say("treaty.cli_no_links", language)
    for each in found:
        yield from wrapped("", f"{each.left} → {each.right}  {_how(each, language)}")
        if each.right_text:
            yield from wrapped("    ", shortened(each.right_text, whole=False))
        if why := each.reason or "; ".join(one.said(language) for one in each.why):
            yield from wrapped("    ", why)


def _how(each: LinkLine, language: Language) -> str:
    from qorgau.treaty.console.linking import meant_words

    if each.judgement is not None:
        return say(f"treaty.link_{each.judgement.value}", language)
    key = f"treaty.cli_how_{each.how}"
    how = say(key, language) if knows(key) else each.how
    rank = say("treaty.cli_ranked", language, rank=each.rank, margin=f"{each.margin or 0:.2f}")
    return f"{each.score or 0:.2f}  {how}; {rank}{meant_words(each.other_ranks, language)}"
