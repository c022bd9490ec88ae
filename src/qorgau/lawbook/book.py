"""The law book: packs of safeguards and vocabularies, read strictly and put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from qorgau.lawbook import treaty_shelf as shelf
from qorgau.lawbook.articles import Article, InLine, Standard, UnknownArticleError
from qorgau.lawbook.articles import in_line as article_in_line
from qorgau.lawbook.committees import Committee
from qorgau.lawbook.follow_up import Cycle
from qorgau.lawbook.law_findings import LawFinding
from qorgau.lawbook.official_figures import OfficialFigures
from qorgau.lawbook.official_figures_measures import Measure
from qorgau.lawbook.procedure import ConditionName, ConditionWords, Procedure
from qorgau.lawbook.procedure_reading import read_condition_name, read_condition_words, read_procedure
from qorgau.lawbook.reading import read_safeguard, read_text
from qorgau.lawbook.recommendations import Asked, Catalogue
from qorgau.lawbook.safeguard import Safeguard, Text
from qorgau.lawbook.strict_yaml import LawFileError, Node, read_yaml


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: what happened, in the past tense."""

    name: str
    title: Text
    identified_by: str = ""  # role whose object makes several accounts speak of one event


@dataclass(frozen=True, slots=True)
class Role:
    """A role in which an entry names an object."""

    name: str
    title: Text
    part_of: str = ""  # the role whose entries also speak of this object


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so: a source of entries, and the bodies it speaks for."""

    name: str
    title: Text
    speaks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack says of itself."""

    name: str
    title: Text
    zone: str = "UTC"
    holidays: str = ""  # country code of the public holidays
    builds_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lawbook:
    """All that applies: safeguards by id and the words they use."""

    packs: Mapping[str, Pack] = field(default_factory=dict)
    safeguards: Mapping[str, Safeguard] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    conditions: Mapping[ConditionName, ConditionWords] = field(default_factory=dict)
    parties: Mapping[str, Text] = field(default_factory=dict)
    folder: Path | None = (
        None  # where the packs were read from; the treaty files are read when first asked for
    )

    @property
    def committees(self) -> Mapping[str, Committee]:
        """Who sends recommendations, by code."""
        return shelf.committees(self.folder, tuple(self.packs)) if self.folder else {}

    @property
    def catalogue(self) -> Mapping[str, Catalogue]:
        """What was asked of the State, by the document's symbol."""
        return shelf.catalogues(self.folder, tuple(self.packs)) if self.folder else {}

    @property
    def standards(self) -> Mapping[str, Standard]:
        """The provisions that articles are held against, by pack/name."""
        return shelf.standards(self.folder, tuple(self.packs)) if self.folder else {}

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles of national law as dated versions, by pack/name."""
        return shelf.articles(self.folder, tuple(self.packs)) if self.folder else {}

    @property
    def findings(self) -> Mapping[str, LawFinding]:
        """Where the law itself falls short of the standards, by id."""
        return shelf.findings(self.folder, tuple(self.packs)) if self.folder else {}

    @property
    def organisations(self) -> Mapping[str, Text]:
        """What organisations outside the State are called, by the id of their appointments."""
        return shelf.organisations(self.folder, tuple(self.packs)) if self.folder else {}

    @property
    def follow_up(self) -> Mapping[str, Cycle]:
        """What followed the recommendations, by the document's symbol."""
        return shelf.follow_up(self.folder, tuple(self.packs)) if self.folder else {}

    @property
    def official_figures(self) -> OfficialFigures:
        """The figures that others stated, each with its agency, day and unit."""
        return shelf.official_figures(self.folder or law_folder(), tuple(self.packs))

    @property
    def measures(self) -> Mapping[str, Measure]:
        """The figures that the record can count, by code."""
        return shelf.measures(self.folder, tuple(self.packs)) if self.folder else {}

    def asked(self, id: str) -> Asked | None:
        """What a recommendation asks, by "<symbol>#<leaf>"; None where the catalogue has no such leaf."""
        symbol, _, leaf = id.partition("#")
        catalogue = self.catalogue.get(symbol)
        return catalogue.asked.get(leaf) if catalogue else None

    def in_line(self, article: str, standard: str, *, on: date) -> InLine:
        """Whether an article was in line with a standard on a civil day, and what the answer rests on."""
        if article not in self.articles or standard not in self.standards:
            known = ", ".join(self.standards if article in self.articles else self.articles)
            wrong = standard if article in self.articles else article
            raise UnknownArticleError(f"there is no `{wrong}`. There are: {known}.")
        return article_in_line(self.articles[article], self.standards[standard], on=on)

    @property
    def zone(self) -> str:
        """The zone of the last pack that names one, the most national."""
        return next((p.zone for p in reversed(list(self.packs.values())) if p.zone != "UTC"), "UTC")

    @property
    def holidays(self) -> str:
        """The country whose public holidays count, or nothing."""
        return next((p.holidays for p in reversed(list(self.packs.values())) if p.holidays), "")

    def widening(self, role: str) -> tuple[str, ...]:
        """The roles an object of this role is part of, nearest first."""
        found: list[str] = []
        known = self.roles.get(role)
        while known is not None and known.part_of and known.part_of not in found:
            found.append(known.part_of)
            known = self.roles.get(known.part_of)
        return tuple(found)

    def with_rules(self, rules: Iterable[Safeguard]) -> Lawbook:
        """This book with further safeguards; an id that stands already is an error."""
        more = dict(self.safeguards)
        for rule in rules:
            if rule.id in more:
                raise LawFileError(
                    f"{rule.path}: the safeguard `{rule.id}` stands already. Give it another id."
                )
            more[rule.id] = rule
        return replace(self, safeguards=more)


_VOCABULARIES = ("kinds", "roles", "sources-of-entries", "conditions", "parties")


def law_folder() -> Path:
    """Where the packs are: inside the installed package, or beside the source tree."""
    inside = Path(__file__).resolve().parents[1] / "law"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "law"


def pack_names(folder: Path | None = None) -> tuple[str, ...]:
    """The packs there are."""
    return tuple(sorted(p.parent.name for p in (folder or law_folder()).glob("*/pack.yaml")))


def load(names: Iterable[str], *, folder: Path | None = None) -> Lawbook:
    """Load packs with all they build on; international words are always there."""
    root = folder or law_folder()
    packs: dict[str, Pack] = {}
    for name in ("international", *names):
        _load_pack(name, root, packs)
    safeguards: dict[str, Safeguard] = {}
    words: dict[str, dict[str, Node]] = {name: {} for name in _VOCABULARIES}
    for name in packs:
        for path in sorted((root / name / "safeguards").rglob("*.yaml")):
            shown = path.relative_to(root.parent).as_posix()
            rule = read_safeguard(read_yaml(path, name=shown), id=f"{name}/{path.stem}", path=shown)
            if rule.id in safeguards:
                raise LawFileError(
                    f"{shown}: the name stands twice in the pack (first in {safeguards[rule.id].path})."
                )
            safeguards[rule.id] = rule
        for word, found in words.items():
            found.update(_vocabulary(root / name / "vocabulary" / f"{word}.yaml", root))
    return Lawbook(
        packs,
        safeguards,
        {name: _kind(name, node) for name, node in words["kinds"].items()},
        {name: _role(name, node) for name, node in words["roles"].items()},
        {name: _speaker(name, node) for name, node in words["sources-of-entries"].items()},
        *_procedures(packs, root, words),
        folder=root,
    )


def read_rules(path: Path) -> tuple[Safeguard, ...]:
    """Further safeguards from one file: a list under `safeguards:`, each with its `id:`."""
    root = read_yaml(path)
    rules = root.mapping(frozenset({"safeguards"})).get("safeguards")
    if rules is None:
        raise root.fail("the file needs a list under `safeguards:`.")
    found: list[Safeguard] = []
    for item in rules.items():
        name = item.mapping().get("id")
        if name is None:
            raise item.fail("each safeguard of a rules file needs an `id:`.")
        if any(rule.id == name.text() for rule in found):
            raise name.fail(f"the id `{name.text()}` stands twice. Give each safeguard its own.")
        found.append(read_safeguard(item, id=name.text(), path=path.name))
    return tuple(found)


def _procedures(
    packs: Iterable[str], root: Path, words: Mapping[str, Mapping[str, Node]]
) -> tuple[dict[str, Procedure], dict[ConditionName, ConditionWords], dict[str, Text]]:
    """The procedures of the packs, with the words for their conditions and parties."""
    conditions = {
        read_condition_name(name, node): read_condition_words(node)
        for name, node in words["conditions"].items()
    }
    parties = {name: read_text(node.mapping()["title"]) for name, node in words["parties"].items()}
    found: dict[str, Procedure] = {}
    for pack in packs:
        for path in sorted((root / pack / "procedures").glob("*.yaml")):
            shown = path.relative_to(root.parent).as_posix()
            found[f"{pack}/{path.stem}"] = read_procedure(
                read_yaml(path, name=shown),
                id=f"{pack}/{path.stem}",
                path=shown,
                conditions=conditions,
                parties=parties,
            )
    return found, conditions, parties


def _load_pack(name: str, root: Path, packs: dict[str, Pack]) -> None:
    if name in packs:
        return
    path = root / name / "pack.yaml"
    if not path.is_file():
        known = ", ".join(pack_names(root))
        raise LawFileError(f"there is no pack `{name}`. Packs: {known}.")
    node = read_yaml(path, name=path.relative_to(root.parent).as_posix())
    keys = node.mapping(frozenset({"title", "zone", "holidays", "builds_on", "explain"}))
    if "title" not in keys:
        raise node.fail("`title` is missing.")
    builds_on = keys["builds_on"].texts() if "builds_on" in keys else ()
    for below in builds_on:
        _load_pack(below, root, packs)
    packs[name] = Pack(
        name,
        read_text(keys["title"]),
        keys["zone"].text() if "zone" in keys else "UTC",
        keys["holidays"].text() if "holidays" in keys else "",
        builds_on,
    )


def _vocabulary(path: Path, root: Path) -> dict[str, Node]:
    if not path.is_file():
        return {}
    return dict(read_yaml(path, name=path.relative_to(root.parent).as_posix()).mapping())


def _kind(name: str, node: Node) -> Kind:
    keys = node.mapping(frozenset({"title", "identified_by"}))
    return Kind(
        name, read_text(keys["title"]), keys["identified_by"].text() if "identified_by" in keys else ""
    )


def _role(name: str, node: Node) -> Role:
    keys = node.mapping(frozenset({"title", "part_of"}))
    return Role(name, read_text(keys["title"]), keys["part_of"].text() if "part_of" in keys else "")


def _speaker(name: str, node: Node) -> Speaker:
    keys = node.mapping(frozenset({"title", "speaks_for"}))
    return Speaker(name, read_text(keys["title"]), keys["speaks_for"].texts() if "speaks_for" in keys else ())
