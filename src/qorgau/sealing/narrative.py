"""What is sealed: the narrative (N) and, apart from it, who wrote it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from qorgau.sealing.canonical_json import NotReadable, canonical_json, read_canonical, typed_text
from qorgau.sealing.sealed_files import FileInside

VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Narrative:
    """What happened, as the person wrote it.

    accused and dates: as written, one line each; particulars: the page's coded questions and their
    answers, by name; files: keys and hashes of what is attached; box_ed, box_x: the mailbox.
    """

    text: str
    box_ed: str
    box_x: str
    place: str = ""
    accused: Sequence[str] = ()
    dates: Sequence[str] = ()
    particulars: Mapping[str, str] = field(default_factory=dict)
    files: Sequence[FileInside] = ()

    def canonical(self) -> bytes:
        """N: the canonical JSON that is sealed and to which P commits the sender."""
        return canonical_json(
            {
                "v": VERSION,
                "text": typed_text(self.text),
                "place": typed_text(self.place),
                "accused": [typed_text(each) for each in self.accused],
                "dates": [typed_text(each) for each in self.dates],
                "particulars": {name: typed_text(value) for name, value in self.particulars.items()},
                "files": [each.as_group() for each in self.files],
                "box_ed": self.box_ed,
                "box_x": self.box_x,
            }
        )

    @classmethod
    def read(cls, data: bytes) -> Self:
        """The narrative from its canonical bytes."""
        group = _versioned(data, what="The narrative")
        try:
            return cls(
                text=_text(group["text"]),
                place=_text(group["place"]),
                accused=tuple(_text(each) for each in group["accused"]),
                dates=tuple(_text(each) for each in group["dates"]),
                particulars={name: _text(value) for name, value in group["particulars"].items()},
                files=tuple(FileInside.from_group(each) for each in group["files"]),
                box_ed=_text(group["box_ed"]),
                box_x=_text(group["box_x"]),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise NotReadable(f"The narrative lacks {error}. Ask for the original envelope.") from error


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Who wrote: only what the person chose to give; empty when anonymous.

    contact: how to reach; safe: when and how it is safe; particulars: coded questions and answers.
    """

    name: str = ""
    contact: str = ""
    safe: str = ""
    particulars: Mapping[str, str] = field(default_factory=dict)

    def canonical(self, *, box_ed: str) -> bytes:
        """The canonical JSON that is sealed; the mailbox in it ties it to its narrative."""
        return canonical_json(
            {
                "v": VERSION,
                "name": typed_text(self.name),
                "contact": typed_text(self.contact),
                "safe": typed_text(self.safe),
                "particulars": {name: typed_text(value) for name, value in self.particulars.items()},
                "box_ed": box_ed,
            }
        )

    @classmethod
    def read(cls, data: bytes, *, box_ed: str) -> Self:
        """The identity from its canonical bytes, if it belongs to this mailbox."""
        group = _versioned(data, what="The identity")
        if group.get("box_ed") != box_ed:
            raise NotReadable(
                "This identity belongs to another mailbox than the narrative: the two were mixed up or "
                "swapped on the server. Tell the NPM."
            )
        try:
            return cls(
                name=_text(group["name"]),
                contact=_text(group["contact"]),
                safe=_text(group["safe"]),
                particulars={name: _text(value) for name, value in group["particulars"].items()},
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise NotReadable(f"The identity lacks {error}. Ask for the original envelope.") from error


def _versioned(data: bytes, *, what: str) -> dict[str, Any]:
    group = read_canonical(data, what=what)
    if group.get("v") != VERSION:
        raise NotReadable(f"{what} is of version {group.get('v')}; this software knows {VERSION}. Update it.")
    return group


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotReadable(f"A value is {type(value).__name__} where text must stand.")
    return value
