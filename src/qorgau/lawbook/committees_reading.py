"""Reading `committees.yaml` strictly; every slip is an error that names file and line."""

from __future__ import annotations

from pathlib import Path

from qorgau.lawbook.committees import Committee, FollowUpRule, Grade, Scale, SenderKind, WordLimit
from qorgau.lawbook.fields import Keys, full_text, need, optional_text, optional_word, whole, yes
from qorgau.lawbook.reading import read_duration
from qorgau.lawbook.strict_yaml import Node, read_yaml

# The kinds of documents of the reading room; a word limit names one of them.
DOCUMENT_KINDS = (
    "concluding_observations list_of_issues state_report state_replies follow_up_reply follow_up_assessment "
    "ngo_submission upr_report visit_report commission_report other"
).split()
_COMMITTEE = frozenset(
    "kind name short treaty treaty_short letters reports_under scales word_limits follow_up body source".split()
)
_GRADE = frozenset("title letter verified source".split())
_LIMIT = frozenset("words verified source".split())
_RULE = frozenset("most within verified source note".split())


def read_committees(path: Path, *, name: str = "") -> dict[str, Committee]:
    """Read the senders of recommendations, by code."""
    root = read_yaml(path, name=name or f"{path.parent.name}/{path.name}")
    listed = need(root, root.mapping(frozenset({"committees"})), "committees").mapping()
    return {code: _committee(code, node) for code, node in listed.items()}


def _committee(code: str, node: Node) -> Committee:
    keys = node.mapping(_COMMITTEE)
    return Committee(
        code=code,
        kind=SenderKind(need(node, keys, "kind").one_of([kind.value for kind in SenderKind])),
        name=full_text(need(node, keys, "name")),
        short=full_text(need(node, keys, "short")),
        treaty=optional_text(keys, "treaty"),
        treaty_short=optional_text(keys, "treaty_short"),
        letters=optional_word(keys, "letters"),
        reports_under=optional_word(keys, "reports_under"),
        grades=_grades(keys),
        word_limits=_limits(keys),
        follow_up=_rule(keys["follow_up"]) if "follow_up" in keys else None,
        body=optional_word(keys, "body"),
        source=optional_word(keys, "source"),
    )


def _grades(keys: Keys) -> tuple[Grade, ...]:
    if "scales" not in keys:
        return ()
    scales = keys["scales"].mapping(frozenset(scale.value for scale in Scale))
    found: list[Grade] = []
    for word, listed in scales.items():
        for code, node in listed.mapping().items():
            if any(grade.code == code for grade in found):
                raise node.fail(f"the grade `{code}` stands in two scales. Give each its own code.")
            found.append(_grade(code, Scale(word), node))
    return tuple(found)


def _grade(code: str, scale: Scale, node: Node) -> Grade:
    keys = node.mapping(_GRADE)
    return Grade(
        code=code,
        scale=scale,
        title=full_text(need(node, keys, "title")),
        verified=_verified(node, keys),
        source=need(node, keys, "source").text(),
        letter=optional_word(keys, "letter"),
    )


def _limits(keys: Keys) -> tuple[WordLimit, ...]:
    if "word_limits" not in keys:
        return ()
    return tuple(
        _limit(kind, node) for kind, node in keys["word_limits"].mapping(frozenset(DOCUMENT_KINDS)).items()
    )


def _limit(kind: str, node: Node) -> WordLimit:
    keys = node.mapping(_LIMIT)
    words = whole(need(node, keys, "words"))
    return WordLimit(kind, words, _verified(node, keys), need(node, keys, "source").text())


def _rule(node: Node) -> FollowUpRule:
    keys = node.mapping(_RULE)
    return FollowUpRule(
        most=whole(keys["most"]) if "most" in keys else None,
        within=read_duration(keys["within"]) if "within" in keys else None,
        verified=_verified(node, keys),
        source=need(node, keys, "source").text(),
        note=optional_text(keys, "note"),
    )


def _verified(node: Node, keys: Keys) -> bool:
    need(node, keys, "verified")
    return yes(keys, "verified")
