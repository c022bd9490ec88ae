"""The reference: what each shape means, said over the whole story at once, with no regard for speed.

It shares no code with the engine. Events are (second, kind, facts) in order; the answer is one
(index of the start, state, delay) per clock. `due` gives the last second within the limit,
None where there is no limit. The log asked about ends at `as_of`; None: it is closed.
"""

from collections.abc import Callable, Sequence

from qorgau.lawbook import Safeguard, Shape

Told = tuple[int, str, dict[str, str]]
Due = Callable[[int], int | None]
Clock = tuple[int, str, int | None]
FOREVER = 10**12


def clocks(rule: Safeguard, events: Sequence[Told], *, due: Due, as_of: int | None) -> list[Clock]:
    """Every clock of a rule over an exact story."""
    told = [event for event in events if as_of is None or event[0] <= as_of]
    return _SHAPES[rule.shape](rule, told, lambda t: FOREVER if due(t) is None else due(t), as_of)


def _which(told, kinds, condition=None):
    asks = [i for i, (_, kind, _) in enumerate(told) if kind in kinds]
    return [i for i in asks if condition is None or condition.ask(_Asked(told[i]))]


class _Asked:
    def __init__(self, told):
        self.fact, self.attribute, self.civil_date = told[2].get, lambda name: None, 0


def _late(told, i, j, due):
    """Done at event j, or not at all, for a clock that started at i."""
    t, limit = told[j][0], due(told[i][0])
    return ("met" if t <= limit else "late", t - limit if limit < FOREVER else None)


def _undone(told, i, due, as_of):
    limit = due(told[i][0])
    if as_of is None:
        return "breached", None
    return "breached" if as_of > limit else "open", as_of - limit if limit < FOREVER else None


def _same(rule, told, i, j):
    mine, theirs = told[i][2].get(rule.same), told[j][2].get(rule.same)
    return not rule.same or (mine is not None and mine == theirs)


def _within(rule, told, due, as_of):
    starts = _which(told, rule.starts, rule.only_if)[: 1 if rule.first_only else None]
    answers = _which(told, rule.answers + rule.also_answers, rule.answer_only_if)
    found = []
    for i in starts:
        after = [j for j in answers if j > i and _same(rule, told, i, j)]
        ends = [j for j in _which(told, rule.ends) if j > i]
        earlier = [j for j in answers if j < i and _same(rule, told, i, j)]
        first = min(after + ends, default=None)
        if rule.either_side and earlier and due(told[earlier[-1]][0]) >= told[i][0]:
            limit = due(told[earlier[-1]][0])
            found.append((i, "met", told[i][0] - limit if limit < FOREVER else None))
        elif rule.is_next and i + 1 < len(told):
            state, delay = _late(told, i, i + 1, due)
            if i + 1 in after:
                found.append((i, "met" if state == "met" else "breached", delay))
            elif i + 1 in ends:
                found.append((i, *(("not_applicable", None) if state == "met" else (state, delay))))
            else:
                found.append((i, "breached", None))
        elif first is None:
            found.append((i, *_undone(told, i, due, as_of)))
        elif first in after:
            found.append((i, *_late(told, i, first, due)))
        else:
            state, delay = _late(told, i, first, due)
            found.append((i, *(("not_applicable", None) if state == "met" else (state, delay))))
    return found


def _before(rule, told, due, as_of):
    acts = _which(told, rule.acts, rule.only_if)[: 1 if rule.first_only else None]
    needed = _which(told, rule.answers + rule.also_answers, rule.answer_only_if)
    found = []
    for i in acts:
        limits = [due(told[j][0]) for j in needed if j < i and _same(rule, told, i, j)]
        delay = None if not limits or limits[-1] >= FOREVER else told[i][0] - limits[-1]
        found.append((i, "met" if any(limit >= told[i][0] for limit in limits) else "breached", delay))
    return found


def _never(rule, told, due, as_of):
    acts = _which(told, rule.acts, rule.act_only_if)
    if not rule.starts:
        tried = _which(told, rule.acts, rule.only_if)
        done = [i for i in tried if i in acts]
        if rule.count > 1:
            return [(i, "breached" if len(done) >= rule.count else "met", None) for i in tried[:1]]
        return [(i, "breached" if i in done else "met", None) for i in tried]
    found = []
    for i in _which(told, rule.starts, rule.only_if)[: 1 if rule.first_only else None]:
        limit = due(told[i][0])
        end = min([j for j in _which(told, rule.ends) if j > i], default=len(told))
        done = [j for j in acts if i < j <= end and told[j][0] <= limit and _same(rule, told, i, j)]
        watched = end < len(told) or limit == FOREVER or as_of is None or as_of > limit
        state = "breached" if len(done) >= rule.count else "met" if watched else "open"
        found.append((i, state, None))
    return found


def _spells(told, starts, ends):
    """The spells of a state as (start, end) indices; the end is None while it lasts."""
    spells, after = [], -1
    for i in starts:
        if i > after:
            end = min([j for j in ends if j > i], default=None)
            spells.append((i, end))
            after = len(told) if end is None else end
    return spells


def _at_most(rule, told, due, as_of):
    chained: list[tuple[int, int | None]] = []
    spells = _spells(told, _which(told, rule.starts, rule.only_if), _which(told, rule.answers))
    for i, end in spells:
        if chained and told[chained[-1][1]][0] == told[i][0]:
            chained[-1] = (chained[-1][0], end)
        else:
            chained.append((i, end))
    if rule.in_window is None:
        return [
            (i, *(_undone(told, i, due, as_of) if end is None else _late(told, i, end, due)))
            for i, end in chained
        ]
    window = rule.in_window.amount * 60
    found = []
    for n, (i, end) in enumerate(chained):
        if end is None and as_of is None:
            found.append((i, "breached", None))
            continue
        last = as_of if end is None else told[end][0]
        limit = due(told[i][0]) - told[i][0]
        held = {
            second
            for s, e in chained[: n + 1]
            for second in range(told[s][0], last if e is None else told[e][0])
        }
        most = max(
            len([s for s in held if x - window <= s < x])
            for x in {told[i][0], last, *range(told[i][0], last)}
        )
        states = ("open", "breached") if end is None else ("met", "late")
        found.append((i, states[most > limit], most - limit))
    return found


def _every(rule, told, due, as_of):
    answers = _which(told, rule.answers + rule.also_answers, rule.answer_only_if)
    found = []
    for i, end in _spells(told, _which(told, rule.starts, rule.only_if), _which(told, rule.ends)):
        within = [i] + [j for j in answers if i < j and (end is None or j < end)]
        for place, j in enumerate(within):
            then = within[place + 1] if place + 1 < len(within) else end
            found.append((j, *(_undone(told, j, due, as_of) if then is None else _late(told, j, then, due))))
    return found


def _keep(rule, told, due, as_of):
    destroyed = _which(told, rule.acts, rule.act_only_if)
    found = []
    for i in _which(told, rule.starts, rule.only_if):
        gone = min([j for j in destroyed if j > i], default=None)
        if rule.while_open:
            found.append((i, _held(rule, told, i, gone, as_of), None))
            continue
        limit = due(told[i][0])
        if gone is None:
            kept = as_of is None or as_of >= limit
            found.append((i, "met" if kept else "open", None))
        else:
            early = limit - told[gone][0]
            found.append((i, "breached" if early > 0 else "met", early))
    return found


def _held(rule, told, i, gone, as_of):
    """Whether a case was open while the thing existed, and when it was destroyed."""
    count, was_open = 0, False
    for j, (_, kind, _) in enumerate(told[: len(told) if gone is None else gone]):
        count += kind in rule.while_open.opened_by
        count = max(0, count - (kind in rule.while_open.closed_by))
        was_open = was_open or (count > 0 and j >= i) or (j > i and kind in rule.while_open.opened_by)
    if gone is not None and count > 0:
        return "breached"
    if not was_open:
        return "not_applicable"
    return "open" if gone is None and count > 0 and as_of is not None else "met"


_SHAPES = {
    Shape.WITHIN: _within,
    Shape.BEFORE: _before,
    Shape.NEVER: _never,
    Shape.AT_MOST: _at_most,
    Shape.EVERY: _every,
    Shape.KEEP: _keep,
}
