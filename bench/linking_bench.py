"""Linking 5,000 recommendations with 5,000: everything that links them, beside bare BM25 retrieval over the same texts."""

from __future__ import annotations

import argparse
import random
import resource
from collections.abc import Iterator, Sequence

import bm25s

from bench.measure import Row, row, took
from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.lawbook.words import Language
from qorgau.reading.linking import How, Item, link
from qorgau.reading.linking.pairs import TOP

ITEMS = 5_000
_REPEATED = 0.1  # of the right side repeats an item of the left nearly word for word
_SEED = 20_230_510
_OPENINGS = (
    "The State party should",
    "The Committee recommends that the State party",
    "Ensure that the authorities",
    "Continue to",
    "Adopt the measures needed to",
)
_ACTS = (
    "ensure",
    "establish",
    "strengthen",
    "guarantee",
    "investigate",
    "amend",
    "provide",
    "review",
    "publish",
)


def rows(*, items: int = ITEMS, runs: int = 2) -> Iterator[Row]:
    """Linking and its peer, each several times in turn."""
    vocabulary = load_treaty_vocabulary()
    left, right = texts(items, vocabulary)
    before = _peak()
    bare = took(lambda: bare_retrieval(left, right), runs=runs)
    sides = tuple(
        [Item(f"{side}{number}", text) for number, text in enumerate(listed)]
        for side, listed in (("l", left), ("r", right))
    )
    found = link(*sides, vocabulary=vocabulary)
    whole = took(lambda: link(*sides, vocabulary=vocabulary), runs=runs, warm=False)
    exact = sum(each.how is How.EXACT_REUSE for each in found)
    scale = f"{items:,} with {items:,}"
    yield row(
        "bare BM25 retrieval (tokens, index, best five)", scale, bare, said=f"{items / bare.best:,.0f}/s"
    )
    yield row(
        "linking recommendations",
        scale,
        whole,
        against=("bare BM25 retrieval", bare),
        said=f"{items / whole.best:,.0f}/s, {len(found):,} links, {exact:,} of them exact reuse;"
        f" peak memory {_peak():,.0f} MiB, {_peak() - before:,.0f} MiB more than before",
    )


def bare_retrieval(left: Sequence[str], right: Sequence[str]) -> object:
    """What any search over the same texts costs: split, index, retrieve."""
    index = bm25s.BM25(method="lucene")
    index.index(bm25s.tokenize(list(right), show_progress=False), show_progress=False)
    asked = bm25s.tokenize(list(left), show_progress=False)
    return index.retrieve(asked, k=min(TOP, len(right)), show_progress=False)


def texts(items: int, vocabulary: TreatyVocabulary) -> tuple[list[str], list[str]]:
    """Made-up recommendations in the words of the field, the same at every run."""
    drawn = random.Random(_SEED)
    words = [
        cue.words for subject in vocabulary.subjects.values() for cue in subject.cues if _plain(cue.words)
    ]
    notions = [term.forms[Language.EN][0] for term in vocabulary.terms.values()]
    notions = [each for each in notions if _plain(each)]
    english = [each for each in words if each.isascii()]
    left = [_text(drawn, english, notions) for _ in range(items)]
    right = [
        _repeated(drawn, drawn.choice(left)) if drawn.random() < _REPEATED else _text(drawn, english, notions)
        for _ in range(items)
    ]
    return left, right


def _plain(words: str) -> bool:
    return not set("*=.") & set(words)


def _text(drawn: random.Random, words: Sequence[str], notions: Sequence[str]) -> str:
    clauses = (
        f"{drawn.choice(_ACTS)} {drawn.choice(words)}, including {drawn.choice(notions)} and {drawn.choice(notions)},"
        f" for all persons concerned by {drawn.choice(words)} in region {drawn.randrange(20)}"
        for _ in range(drawn.randint(1, 4))
    )
    return f"{drawn.choice(_OPENINGS)} {'; '.join(clauses)}."


def _repeated(drawn: random.Random, text: str) -> str:
    words = text.split()
    words.insert(drawn.randrange(len(words)), "also")
    return " ".join(words)


def _peak() -> float:
    """The most memory this process ever held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="python -m bench.linking_bench", description=__doc__)
    parser.add_argument("--items", type=int, default=ITEMS)
    parser.add_argument("--runs", type=int, default=2)
    asked = parser.parse_args()
    for each in rows(items=asked.items, runs=asked.runs):
        ratio = f"{each.ratio:.2f} times {each.against}" if each.ratio is not None else ""
        print(each.what, each.scale, f"{each.seconds:.2f} s", ratio, each.said, sep="  ")


if __name__ == "__main__":
    main()
