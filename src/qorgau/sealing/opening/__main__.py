"""The process without network: reads what to open from standard input, writes what may be shown to standard output.

Whoever started it gives it the key file and the passphrase by this pipe and not by its arguments,
which every process of the machine could read.
"""

import base64
import json
import sys
from pathlib import Path
from typing import Any

from qorgau.sealing.opening.answering import CannotAnswer, sealed_answer
from qorgau.sealing.opening.attachments import Kind, Rendered, rerendered
from qorgau.sealing.opening.case_file import CaseFile, read_case
from qorgau.sealing.opening.isolation import isolate
from qorgau.sealing.opening.keys import OpenedKeys
from qorgau.sealing.opening.reading import content_of, open_case
from qorgau.sealing.opening.telling import told
from qorgau.sealing.opening.visible import visible_line
from qorgau.sealing.pins import Pins
from qorgau.sealing.refusal import SealingRefusal
from qorgau.sealing.sealed_files import FileInside


def main() -> None:
    """Open one case; a refusal is part of the answer, not a trace of the program."""
    isolated = isolate()
    asked = json.loads(sys.stdin.buffer.read())
    try:
        answer: dict[str, Any] = {"text": _opened(asked, isolated=isolated), "isolated": isolated}
    except SealingRefusal as refusal:
        answer = {"refused": str(refusal), "detector": type(refusal).__name__}
    sys.stdout.write(json.dumps(answer))


def _opened(asked: dict[str, Any], *, isolated: bool) -> str:
    keys = OpenedKeys.read(base64.b64decode(asked["keys"]), passphrase=asked["passphrase"])
    case = read_case(Path(asked["case"]))
    pins = Pins.read(asked["pins"].encode()) if asked["pins"] else None
    opened = open_case(case, keys, who=asked["who"], pins=pins)
    text = told(opened, to=case.envelope.to)
    if asked["answer"] is not None:
        text += _answered(case, keys, asked, pins)
    if asked["out"] is None:
        return text
    folder = Path(asked["out"])
    written = [
        _written(case, inside, folder, number, isolated=isolated)
        for number, inside in enumerate(opened.files, start=1)
    ]
    (folder / "narrative.txt").write_text(text, encoding="utf-8")
    return "\n".join([text, *written]) + "\n"


def _answered(case: CaseFile, keys: OpenedKeys, asked: dict[str, Any], pins: Pins | None) -> str:
    if pins is None:
        raise CannotAnswer("An answer is sealed to vouched keys only. Name the file of pins with --pins.")
    path = Path(asked["answer_out"])
    sealed = sealed_answer(case, keys, text=asked["answer"], pins=pins, mechanism=asked["mechanism"])
    return f"Answer sealed: {_write(path, sealed)}. Upload it at the desk.\n"


def _written(case: CaseFile, inside: FileInside, folder: Path, number: int, *, isolated: bool) -> str:
    title = f"Attachment {number}, «{visible_line(inside.name)}»"
    try:
        content = content_of(case, inside)
    except SealingRefusal as refusal:
        return f"{title}: not opened. {refusal}"
    rendered = rerendered(content, isolated=isolated)
    names = [_write(folder / name, data) for name, data in _outputs(rendered, content, number)]
    why = f" {rendered.why_closed}" if rendered.kind is Kind.CLOSED else ""
    return f"{title}: {', '.join(names)}.{why}"


def _outputs(rendered: Rendered, content: bytes, number: int) -> list[tuple[str, bytes]]:
    stem = f"attachment-{number:02}"
    if rendered.kind is Kind.CLOSED:
        return [(f"{stem}.bin", content)]
    if rendered.text is not None:
        return [(f"{stem}.txt", rendered.text.encode())]
    return [(f"{stem}-{page:02}.png", picture) for page, picture in enumerate(rendered.pictures, start=1)]


def _write(path: Path, data: bytes) -> str:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise CannotAnswer(
            f"{path.name} is there already and is not written over. Name a new file."
        ) from None
    return path.name


if __name__ == "__main__":
    main()
