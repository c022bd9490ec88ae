"""What was opened, as plain text for a reader at a terminal."""

from collections.abc import Iterator, Sequence

from qorgau.sealing.narrative import Identity, Narrative
from qorgau.sealing.opening.reading import OpenedCase, OpenedMessage
from qorgau.sealing.opening.visible import visible_line, visible_text
from qorgau.sealing.sealed_files import FileInside

_RULE = "-" * 72
_GAP = (
    "WARNING: before message {} of the mailbox another one was held back, moved or repeated. Ask the person by "
    "another way, and tell the NPM."
)


def told(opened: OpenedCase, *, to: str) -> str:
    """The case as text; signs that cannot be seen are written out, so that nothing in it can deceive."""
    checked = "agrees with its entry" if opened.entry_checked else "NOT COMPARED with an entry of the record"
    head = [f"To: {visible_line(to)}", f"This envelope {checked} and with its sender's commitment P.", _RULE]
    parts = [*head, *_narrative(opened.narrative), *_identity(opened.identity)]
    for message in opened.messages:
        parts += [_RULE, *_message(message)]
    if opened.gap is not None:
        parts += [_RULE, _GAP.format(opened.gap)]
    return "\n".join(parts) + "\n"


def _narrative(narrative: Narrative) -> Iterator[str]:
    yield from _named("Place", [narrative.place])
    yield from _named("When", narrative.dates)
    yield from _named("Who did it", narrative.accused)
    for name, value in narrative.particulars.items():
        yield f"{visible_line(name)}: {visible_line(value)}"
    yield ""
    yield visible_text(narrative.text)
    yield from _files(narrative.files)


def _identity(identity: Identity | None) -> Iterator[str]:
    if identity is None:
        return
    yield _RULE
    if identity == Identity():
        yield "The person gave no name."
        return
    yield from _named("Name", [identity.name])
    yield from _named("Contact", [identity.contact])
    yield from _named("When and how it is safe", [identity.safe])
    for name, value in identity.particulars.items():
        yield f"{visible_line(name)}: {visible_line(value)}"


def _message(opened: OpenedMessage) -> Iterator[str]:
    message = opened.message
    if message is None:
        yield f"A message was not opened. {visible_line(opened.refused)}"
        return
    yield f"Message {message.seq} from {visible_line(message.sender)} ({message.about.value})"
    yield ""
    yield visible_text(message.text)
    yield from _files(message.files)


def _named(title: str, values: Sequence[str]) -> Iterator[str]:
    lines = [visible_line(value) for value in values if value]
    if lines:
        yield f"{title}: {'; '.join(lines)}"


def _files(files: Sequence[FileInside]) -> Iterator[str]:
    for inside in files:
        yield f"Attached: «{visible_line(inside.name)}», {inside.size} bytes"
