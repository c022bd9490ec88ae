"""A few complaints that are sealed for real: the demo's keys open them, and their codes open their mailboxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from qorgau.lawbook import Language
from qorgau.mailboxes.actions import lodge
from qorgau.mailboxes.actions.keys import manifest_of
from qorgau.mailboxes.models import EnvelopeRow
from qorgau.mailboxes.queries import manifests
from qorgau.recording.log_keys import log_keys
from qorgau.sealing.codes import CODE_BYTES, Code
from qorgau.sealing.envelope import Envelope, seal
from qorgau.sealing.mailbox import Mailbox
from qorgau.sealing.manifest import Manifest
from qorgau.sealing.narrative import Identity, Narrative

_NPM = "npm"


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What an invented complainant writes, in their language, and to which body. name: empty where they keep it."""

    to: str
    language: Language
    text: str
    place: str
    accused: str
    name: str = ""


LETTERS: Sequence[Letter] = (
    Letter(
        to="kpi",
        language=Language.RU,
        text="Ночью меня держали стоя и не давали спать. Утром заставили подписать бумагу. (demo)",
        place="Отдел полиции, кабинет на втором этаже (demo)",
        accused="Двое без формы, один высокий (demo)",
        name="Вымышленный заявитель (demo)",
    ),
    Letter(
        to="kpi",
        language=Language.KK,
        text="Мені түні бойы тұрғызып қойып, ұйықтатпады. Таңертең қағазға қол қойғызды. (demo)",
        place="Полиция бөлімі (demo)",
        accused="Азаматтық киімдегі екі адам (demo)",
    ),
    Letter(
        to="kpi",
        language=Language.EN,
        text="They shouted at me, took my telephone and did not write it down. (demo)",
        place="A police station (demo)",
        accused="The officer on duty (demo)",
    ),
    Letter(
        to="special_prosecutors",
        language=Language.RU,
        text="Меня били по спине, пока я не согласился. Врач это видел и не записал. (demo)",
        place="Следственный изолятор (demo)",
        accused="Оперативный сотрудник (demo)",
        name="Вымышленная заявительница (demo)",
    ),
    Letter(
        to="special_prosecutors",
        language=Language.KK,
        text="Мені ұрып-соқты, ешкімге айтпа деп қорқытты. (demo)",
        place="Уақытша ұстау изоляторы (demo)",
        accused="Ауысым бастығы (demo)",
    ),
    Letter(
        to="special_prosecutors",
        language=Language.EN,
        text="They put a bag over my head until I could not breathe. (demo)",
        place="A car, then a room without a window (demo)",
        accused="Three men, one called the other by a nickname (demo)",
    ),
)
"""What is sealed, each with a code of its own."""
SHOWN = (0, 4)
"""The letters whose codes the demo shows, so that one can look into their mailboxes."""


def lodge_letters(*, seed: int, now: int) -> int:
    """Seal and lodge the letters whose mailboxes hold nothing yet; gives how many those were."""
    published = {row.body: manifest_of(row) for row in manifests(on=now)}
    lodged = [lodge(envelope, now=now) for envelope in _sealed(published, seed=seed)]
    return len(lodged)


def shown_codes(seed: int) -> Iterator[tuple[Letter, tuple[str, ...]]]:
    """The letters whose codes anybody may know, each with the words of its code in its language."""
    for number in SHOWN:
        letter = LETTERS[number]
        yield letter, code_of(seed, number).words(letter.language.value)


def code_of(seed: int, number: int) -> Code:
    """The code of a letter: the same for the same seed, which a real one never is."""
    return Code(raw=sha256(f"qorgau demo code {seed} {number}".encode()).digest()[:CODE_BYTES])


def _sealed(published: Mapping[str, Manifest], *, seed: int) -> Iterator[Envelope]:
    for number, letter in enumerate(LETTERS):
        mailbox = Mailbox.of(code_of(seed, number), origin=log_keys().origin)
        if not EnvelopeRow.objects.filter(box_ed=mailbox.box_ed).exists():
            yield _envelope(letter, mailbox, published)


def _envelope(letter: Letter, mailbox: Mailbox, published: Mapping[str, Manifest]) -> Envelope:
    return seal(
        Narrative(
            text=letter.text,
            box_ed=mailbox.box_ed,
            box_x=mailbox.box_x,
            place=letter.place,
            accused=(letter.accused,),
        ),
        Identity(name=letter.name) if letter.name else None,
        to=published[letter.to],
        npm=published[_NPM],
        mailbox=mailbox,
    )
