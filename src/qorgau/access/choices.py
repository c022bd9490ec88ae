"""Names of places, regions and bodies that accounts can be appointed to; slices above say what there is."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from django.conf import settings

from qorgau.lawbook import Language, load
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.regions import read_regions
from qorgau.lawbook.safeguard import Text

Source = Callable[[], Mapping[str, Text]]

PLACE, REGION, BODY = "place", "region", "body"
_SOURCES: dict[str, Source] = {}


def offer(kind: str, source: Source) -> None:
    """Say what there is to choose of a kind (`place`, `body`): ids and titles; called in AppConfig.ready()."""
    _SOURCES[kind] = source


def offered(kind: str) -> Mapping[str, Text]:
    """What there is of this kind; nothing, if no slice of this instance knows."""
    if kind == REGION and kind not in _SOURCES:
        return _regions(tuple(settings.QORGAU_LAW))
    source = _SOURCES.get(kind)
    return {} if source is None else source()


def title_of(kind: str, id: str, language: Language) -> str:
    """The title of one of them, or its id."""
    text = offered(kind).get(id)
    return id if text is None else text.get(language) or text[Language.EN]


def titles_of(kind: str, ids: Iterable[str], language: Language) -> list[str]:
    """The titles of several, in order."""
    known = offered(kind)
    return sorted(
        known[each].get(language) or known[each][Language.EN] if each in known else each for each in ids
    )


def id_named(kind: str, typed: str) -> str | None:
    """The id that somebody meant who typed an id or a title; None if there is no such thing.

    Where nothing is known of the kind, what was typed is taken for an id.
    """
    known = offered(kind)
    if not known or typed in known:
        return typed
    wanted = typed.casefold()
    found = [each for each, text in known.items() if wanted in {title.casefold() for title in text.values()}]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1)
def source_titles() -> Mapping[str, Text]:
    """By whose word entries may stand, as the vocabulary titles it."""
    return {word: speaker.title for word, speaker in load(()).speakers.items()}


@lru_cache(maxsize=4)
def _regions(packs: tuple[str, ...]) -> Mapping[str, Text]:
    files = [law_folder() / pack / "regions.yaml" for pack in packs]
    return {name: each.title for file in files if file.exists() for name, each in read_regions(file).items()}
