"""The body chart: where injuries were seen, front and back, as drawn shapes named by the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms

from qorgau.custody.facts.record import ShownEntry
from qorgau.custody.kind_forms import kind_forms
from qorgau.custody.web.fields import worded
from qorgau.lawbook import Language
from qorgau.wording import in_language

# The figure's own right hand is on the viewer's left in front, and on the viewer's right at the back.
_FRONT = {
    "head": "M50 4c9 0 14 6 14 13H36C36 10 41 4 50 4Z",
    "face": "M36 18h28c0 10-5 18-14 18s-14-8-14-18Z",
    "neck": "M44 37h12v7H44Z",
    "chest": "M32 46h36l2 28H30Z",
    "abdomen": "M31 76h38l-2 24H33Z",
    "genitals": "M42 102h16l-4 12h-8Z",
    "right_arm": "M29 47c-7 2-9 8-10 16l-6 40h9l8-36Z",
    "left_arm": "M71 47c7 2 9 8 10 16l6 40h-9l-8-36Z",
    "right_hand": "M12 105h10l-2 16h-7Z",
    "left_hand": "M78 105h10l-1 16h-7Z",
    "right_leg": "M33 102h7l5 14h4l-3 70H35Z",
    "left_leg": "M60 102h7l-2 84H54l-3-70h4Z",
    "right_foot": "M34 188h12v10H31Z",
    "left_foot": "M54 188h12l3 10H54Z",
}
_BACK = {
    "head": "M50 4c9 0 14 7 14 16s-5 16-14 16-14-7-14-16S41 4 50 4Z",
    "neck": "M44 37h12v7H44Z",
    "back": "M32 46h36l1 46H31Z",
    "buttocks": "M32 94h36l1 20H31Z",
    "left_arm": "M29 47c-7 2-9 8-10 16l-6 40h9l8-36Z",
    "right_arm": "M71 47c7 2 9 8 10 16l6 40h-9l-8-36Z",
    "left_hand": "M12 105h10l-2 16h-7Z",
    "right_hand": "M78 105h10l-1 16h-7Z",
    "left_leg": "M32 116h17l-3 70H35Z",
    "right_leg": "M51 116h17l-3 70H54Z",
    "left_foot": "M34 188h12v10H31Z",
    "right_foot": "M54 188h12l3 10H54Z",
}


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the body on one side: its outline in a box of 100 by 200, and how many injuries it bears."""

    name: str
    title: str
    outline: str
    seen: int


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Both sides of the body."""

    front: tuple[Part, ...]
    back: tuple[Part, ...]

    @property
    def marked(self) -> tuple[Part, ...]:
        """The parts that bear injuries, each once."""
        found = {part.name: part for part in (*self.front, *self.back) if part.seen}
        return tuple(found.values())


def chart(form: forms.Form, language: Language) -> Chart:
    """The chart beside the form: the parts become radios, so that every one has a name and a key."""
    field, asked = form.fields["fact_body_part"], kind_forms()["InjurySeen"].asked("body_part")
    assert isinstance(field, forms.ChoiceField)
    assert asked is not None
    field.widget = forms.RadioSelect()
    field.choices = worded(asked.words, language)
    return _drawn({}, language)


def chart_of(entries: Iterable[ShownEntry], language: Language) -> Chart:
    """The chart of the injuries seen, as far as they still count."""
    seen: dict[str, int] = {}
    for entry in entries:
        part = entry.facts.get("body_part")
        if entry.kind == "InjurySeen" and entry.counts and part:
            seen[str(part)] = seen.get(str(part), 0) + 1
    return _drawn(seen, language)


def _drawn(seen: dict[str, int], language: Language) -> Chart:
    asked = kind_forms()["InjurySeen"].asked("body_part")
    assert asked is not None
    titles = {name: in_language(title, language) for name, title in asked.words.items()}

    def side(outlines: dict[str, str]) -> tuple[Part, ...]:
        return tuple(
            Part(name=name, title=titles[name], outline=outline, seen=seen.get(name, 0))
            for name, outline in outlines.items()
        )

    return Chart(front=side(_FRONT), back=side(_BACK))
