"""The files of the treaty cycle of the loaded packs, each read when first asked for and then kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from qorgau.lawbook.articles import Article, Standard
from qorgau.lawbook.articles_reading import read_article, read_standard
from qorgau.lawbook.committees import Committee
from qorgau.lawbook.committees_reading import read_committees
from qorgau.lawbook.fields import full_text
from qorgau.lawbook.follow_up import Cycle
from qorgau.lawbook.follow_up_reading import read_follow_up
from qorgau.lawbook.law_findings import LawFinding, read_law_findings
from qorgau.lawbook.official_figures import OfficialFigures
from qorgau.lawbook.official_figures_measures import Measure, read_measures
from qorgau.lawbook.official_figures_reading import read_official_figures
from qorgau.lawbook.recommendations import Catalogue
from qorgau.lawbook.recommendations_reading import read_catalogue
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import read_yaml

Packs = tuple[str, ...]


@cache
def committees(root: Path, packs: Packs) -> dict[str, Committee]:
    """Who sends recommendations, by code."""
    found: dict[str, Committee] = {}
    for path in _named(root, packs, "committees.yaml"):
        found.update(read_committees(path, name=_shown(path, root)))
    return found


@cache
def catalogues(root: Path, packs: Packs) -> dict[str, Catalogue]:
    """What was asked of the State, by the document's symbol."""
    read = [read_catalogue(path, name=_shown(path, root)) for _, path in _in(root, packs, "recommendations")]
    return {catalogue.symbol: catalogue for catalogue in read}


@cache
def standards(root: Path, packs: Packs) -> dict[str, Standard]:
    """The provisions that articles are held against, by pack/name."""
    return {
        name: read_standard(path, id=name, name=_shown(path, root))
        for name, path in _in(root, packs, "standards")
    }


@cache
def articles(root: Path, packs: Packs) -> dict[str, Article]:
    """The articles of national law, by pack/name."""
    return {
        name: read_article(path, id=name, name=_shown(path, root))
        for name, path in _in(root, packs, "articles")
    }


@cache
def findings(root: Path, packs: Packs) -> dict[str, LawFinding]:
    """Where the law itself falls short, by id."""
    found: dict[str, LawFinding] = {}
    for path in _named(root, packs, "findings.yaml"):
        found.update(read_law_findings(path))
    return found


@cache
def organisations(root: Path, packs: Packs) -> dict[str, Text]:
    """What organisations outside the State are called, by id."""
    found: dict[str, Text] = {}
    for path in _named(root, packs, "organisations.yaml"):
        listed = read_yaml(path, name=_shown(path, root)).mapping()
        found.update({name: full_text(node) for name, node in listed.items()})
    return found


@cache
def follow_up(root: Path, packs: Packs) -> dict[str, Cycle]:
    """What followed the recommendations, by the document's symbol."""
    found: dict[str, Cycle] = {}
    for path in _named(root, packs, "follow_up.yaml"):
        found.update(read_follow_up(path, name=_shown(path, root)))
    return found


@cache
def official_figures(root: Path, packs: Packs) -> OfficialFigures:
    """The figures that others stated, of the most national pack that has any."""
    read = [
        read_official_figures(path, name=_shown(path, root))
        for path in _named(root, packs, "figures/official.yaml")
    ]
    return read[-1] if read else OfficialFigures({}, {}, {}, {}, (), ())


@cache
def measures(root: Path, packs: Packs) -> dict[str, Measure]:
    """The figures that the record can count, by code."""
    found: dict[str, Measure] = {}
    for path in _named(root, packs, "figures/measures.yaml"):
        found.update(read_measures(path, name=_shown(path, root)))
    return found


def _named(root: Path, packs: Packs, name: str) -> list[Path]:
    return [path for pack in packs if (path := root / pack / name).is_file()]


def _in(root: Path, packs: Packs, folder: str) -> list[tuple[str, Path]]:
    return [
        (f"{pack}/{path.stem}", path)
        for pack in packs
        for path in sorted((root / pack / folder).glob("*.yaml"))
    ]


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root.parent).as_posix()
