"""The 20 rules as the peers need them: plain data, taken from the same file the engine reads."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from qorgau.lawbook import Safeguard, Shape, read_rules
from qorgau.lawbook.conditions import All, Compare
from qorgau.lawbook.safeguard import Duration

RULES = Path(__file__).with_name("rules.yaml")
_SECONDS = {"minutes": 60, "hours": 3_600, "days": 86_400}


class Template(StrEnum):
    """The rule's shape by its name in process mining."""

    RESPONSE = "response"  # each A is followed by a B within the limit
    PRECEDENCE = "precedence"  # each B has an A before it within the limit
    NOT_RESPONSE = "not_response"  # no B after A within the limit
    ABSENCE = "absence"  # A happens fewer than n times
    CHAIN_RESPONSE = "chain_response"  # the next event after A is B
    RESPONDED_EXISTENCE = "responded_existence"  # a B within the limit before or after A


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule over events A and B; `seconds` is None where there is no limit."""

    id: str
    template: Template
    a: str
    b: str
    seconds: int | None
    fact: str = ""  # condition on A: this fact ...
    op: str = ""  # ... is, below or at_least ...
    value: str = ""  # ... this value
    same: str = ""  # A and B carry the same value of this fact
    count: int = 0  # absence: fewer than this many

    def as_json(self) -> dict[str, object]:
        """The rule for a peer that runs in an environment of its own."""
        return asdict(self)


def bench_rules() -> tuple[Rule, ...]:
    """The rules of rules.yaml, in its order."""
    return tuple(_rule(safeguard) for safeguard in read_rules(RULES))


def _rule(safeguard: Safeguard) -> Rule:
    template, a, b = _template(safeguard)
    fact, op, value = _condition(safeguard)
    limit = safeguard.limits[0].dated[0].limit
    return Rule(
        id=safeguard.id,
        template=template,
        a=a,
        b=b,
        seconds=limit.amount * _SECONDS[limit.unit] if isinstance(limit, Duration) else None,
        fact=fact,
        op=op,
        value=value,
        same=safeguard.same,
        count=safeguard.count if template is Template.ABSENCE else 0,
    )


def _template(safeguard: Safeguard) -> tuple[Template, str, str]:
    if safeguard.shape is Shape.BEFORE:
        return Template.PRECEDENCE, safeguard.answers[0], safeguard.acts[0]
    if safeguard.shape is Shape.NEVER:
        if not safeguard.starts:
            return Template.ABSENCE, safeguard.acts[0], ""
        return Template.NOT_RESPONSE, safeguard.starts[0], safeguard.acts[0]
    template = Template.RESPONSE
    if safeguard.is_next:
        template = Template.CHAIN_RESPONSE
    elif safeguard.either_side:
        template = Template.RESPONDED_EXISTENCE
    return template, safeguard.starts[0], safeguard.answers[0]


def _condition(safeguard: Safeguard) -> tuple[str, str, str]:
    """The comparison a trigger must pass; the benchmark's conditions are `known` and one comparison."""
    condition = safeguard.only_if
    if isinstance(condition, All) and not condition.parts:
        return "", "", ""
    if isinstance(condition, All) and isinstance(condition.parts[-1], Compare):
        compare = condition.parts[-1]
        return compare.name, compare.op.value, compare.values[0]
    raise ValueError(f"{safeguard.id}: the benchmark cannot give this condition to its peers.")
