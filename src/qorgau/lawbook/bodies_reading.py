"""Reading `bodies.yaml` strictly: unknown parents, gaps and circles are refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from qorgau.lawbook.bodies import Bodies, Body, Competence, Parent, PlaceType, Run, Span
from qorgau.lawbook.reading import read_date, read_text
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.lawbook.words import Basis, Confirmed

KINDS = (
    "ministry department unit inspectorate prosecutor court commissioner council fund place_network agency"
).split()
_ROOT = frozenset({"bodies", "place_types", "competences"})
_BODY = frozenset(
    "title kind independent_root parent from until runs competences basis flag note source confirmed facts".split()
)
_COMPETENCE = frozenset("what since until source basis confirmed note".split())


def read_bodies(path: Path) -> Bodies:
    """Read one file; raises LawFileError with file and line for anything unclear."""
    root = read_yaml(path, name=f"{path.parent.name}/{path.name}")
    keys = root.mapping(_ROOT)
    listed = _need(root, keys, "bodies").mapping()
    types = {name: _place_type(name, node) for name, node in _mapping(keys.get("place_types")).items()}
    words = {name: read_text(node) for name, node in _mapping(keys.get("competences")).items()}
    found = {name: _body(name, node, frozenset(types), frozenset(words)) for name, node in listed.items()}
    for name, node in listed.items():
        _check_parents(found, found[name], node)
    return Bodies(found, types, words)


def _body(id: str, node: Node, places: frozenset[str], words: frozenset[str]) -> Body:
    keys = node.mapping(_BODY)
    span = Span(_day(keys.get("from")), _day(keys.get("until")))
    if span.since is not None and span.until is not None and span.until <= span.since:
        raise node.fail(f"`{id}` ends on {span.until}, before it begins on {span.since}.")
    basis = keys["basis"].one_of([Basis.NATIONAL_LAW, Basis.PROPOSAL]) if "basis" in keys else ""
    return Body(
        id=id,
        title=read_text(_need(node, keys, "title")),
        kind=_need(node, keys, "kind").one_of(KINDS),
        span=span,
        parents=_parents(id, node, keys),
        competences=tuple(_competence(item, words) for item in _items(keys.get("competences"))),
        runs=tuple(_run(item, places) for item in _items(keys.get("runs"))),
        proposed=basis == Basis.PROPOSAL,
        flag=read_text(keys["flag"]) if "flag" in keys else {},
        note=_optional(keys, "note"),
        source=_need(node, keys, "source").text(),
        confirmed=_confirmed(_need(node, keys, "confirmed")),
        facts=keys["facts"].texts() if "facts" in keys else (),
    )


def _parents(id: str, node: Node, keys: Mapping[str, Node]) -> tuple[Parent, ...]:
    root = "independent_root" in keys and keys["independent_root"].one_of(("yes", "no")) == "yes"
    if root == ("parent" in keys):
        raise node.fail(
            f"`{id}` needs either `parent:` or `independent_root: yes`, so that its independence can be told."
        )
    if root:
        return ()
    value = keys["parent"]
    if isinstance(value.value, str):
        return (Parent(None, value.text()),)
    dated = [Parent(read_date(Node(day, to.place)), to.text()) for day, to in value.mapping().items()]
    return tuple(sorted(dated, key=lambda parent: parent.since or date.min))


def _check_parents(found: Mapping[str, Body], body: Body, node: Node) -> None:
    """Every parent exists for as long as it is one, from the body's first day, and no way leads in a circle."""
    for parent, until in _terms(body):
        above = found.get(parent.body)
        if above is None:
            raise node.fail(f"`{body.id}` answers to `{parent.body}`, which is no body of this file.")
        since = parent.since or body.span.since
        if not _covers(above.span, since, until):
            raise node.fail(f"`{body.id}` answers to `{above.id}` on days when `{above.id}` does not stand.")
    first = body.parents[0].since if body.parents else None
    if first is not None and body.span.since is not None and first > body.span.since:
        raise node.fail(
            f"`{body.id}` stands from {body.span.since} but answers to nobody before {first}: a gap."
        )
    days = {parent.since or body.span.since or date.min for parent in body.parents}
    for day in days | {p.since for b in found.values() for p in b.parents if p.since is not None}:
        _check_circle(found, body, day, node)


def _terms(body: Body) -> list[tuple[Parent, date | None]]:
    """Each parent with the first day on which it no longer is one."""
    ends = [*(parent.since for parent in body.parents[1:]), body.span.until]
    return list(zip(body.parents, ends, strict=True)) if body.parents else []


def _covers(above: Span, since: date | None, until: date | None) -> bool:
    begins = above.since is None or (since is not None and above.since <= since)
    return begins and (above.until is None or (until is not None and until <= above.until))


def _check_circle(found: Mapping[str, Body], body: Body, day: date, node: Node) -> None:
    seen, at = [body.id], body.parent_on(day)
    while at is not None and at in found:
        if at in seen:
            raise node.fail(f"a circle on {day}: {' > '.join([*seen, at])}. Somebody must be at the top.")
        seen.append(at)
        at = found[at].parent_on(day)


def _competence(node: Node, words: frozenset[str]) -> Competence:
    keys = node.mapping(_COMPETENCE)
    return Competence(
        what=_need(node, keys, "what").one_of(sorted(words)),
        span=Span(_day(_need(node, keys, "since")), _day(keys.get("until"))),
        source=_need(node, keys, "source").text(),
        basis=Basis(_need(node, keys, "basis").one_of([basis.value for basis in Basis])),
        confirmed=_confirmed(_need(node, keys, "confirmed")),
        note=_optional(keys, "note"),
    )


def _run(node: Node, places: frozenset[str]) -> Run:
    keys = node.mapping(frozenset({"place", "since", "until"}))
    place = _need(node, keys, "place").one_of(sorted(places))
    return Run(place, Span(_day(keys.get("since")), _day(keys.get("until"))))


def _place_type(id: str, node: Node) -> PlaceType:
    keys = node.mapping(frozenset({"title", "official"}))
    official = _need(node, keys, "official").one_of(("yes", "no")) == "yes"
    return PlaceType(id, read_text(_need(node, keys, "title")), official)


def _need(node: Node, keys: Mapping[str, Node], key: str) -> Node:
    if key not in keys:
        raise node.fail(f"`{key}` is missing.")
    return keys[key]


def _mapping(node: Node | None) -> Mapping[str, Node]:
    return {} if node is None else node.mapping()


def _items(node: Node | None) -> tuple[Node, ...]:
    return () if node is None else node.items()


def _day(node: Node | None) -> date | None:
    return None if node is None else read_date(node)


def _optional(keys: Mapping[str, Node], key: str) -> str:
    return keys[key].text() if key in keys else ""


def _confirmed(node: Node) -> Confirmed:
    return Confirmed(node.one_of([word.value for word in Confirmed]))
